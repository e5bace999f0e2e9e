package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Because;
import care.sacrum.triage.rules.Evaluation;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Language;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An evaluation as the JSON that callers read. Nothing is null; lists may be empty.
///
/// @param language in which it is worded, `en` or `es`: told in a header, as the language of all of it
public record Answer(
        String urgency,
        String programme,
        List<String> referTo,
        String message,
        List<Found> findings,
        InsufficientData insufficientData,
        List<SetAside> setAside,
        List<String> unknownCodes,
        List<String> dateUncertain,

        @Schema(description = "Whether the message says to be seen, or to call the clinic, at once or today.")
        boolean callToday,

        @JsonIgnore String language) {

    /// A rule that fired.
    public record Found(
            String rule,
            int version,
            String family,
            String urgency,
            List<String> referTo,
            List<Reason> because,
            String advice,
            List<String> evidence,
            String certainty) {

        public static Found of(Finding finding) {
            return new Found(
                    finding.rule(),
                    finding.version(),
                    finding.family().word(),
                    finding.urgency().word(),
                    words(finding.referTo()),
                    finding.because().stream().map(Reason::of).toList(),
                    finding.advice(),
                    finding.evidence(),
                    finding.certainty().word());
        }
    }

    /// A report that a finding rests on, its local day as `2026-02-05`.
    public record Reason(String reportId, String localDay, String says) {

        static Reason of(Because because) {
            return new Reason(because.reportId(), because.localDay().toString(), because.says());
        }
    }

    /// The codes, or `pain`, without which nobody may be reassured.
    public record InsufficientData(List<String> missing) {}

    /// @param setAside what the reader of the document set aside, told before what the history could not use
    /// @param language in which the evaluation was worded
    public static Answer of(Evaluation evaluation, List<SetAside> setAside, Language language) {
        return new Answer(
                evaluation.urgency().word(),
                evaluation.programme().word(),
                words(evaluation.referTo()),
                evaluation.message(),
                evaluation.findings().stream().map(Found::of).toList(),
                new InsufficientData(evaluation.missing()),
                Stream.concat(setAside.stream(), evaluation.setAside().stream()).toList(),
                evaluation.unknownCodes(),
                evaluation.dateUncertain(),
                evaluation.callToday() || evaluation.urgency().isForToday(),
                language.tag());
    }

    private static List<String> words(List<? extends Word> words) {
        return words.stream().map(Word::word).toList();
    }
}
