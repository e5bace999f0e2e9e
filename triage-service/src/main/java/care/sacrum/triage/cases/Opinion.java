package care.sacrum.triage.cases;

import care.sacrum.triage.rules.SetAside;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the rules say of a case, as plain text for a clinician: the verdict first, then each finding with its reasons,
/// then what they could not know or use, then what the patient would read.
final class Opinion {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    private Opinion() {}

    static String of(String title, Answer answer) {
        Opinion opinion = new Opinion();
        opinion.line(0, title);
        opinion.text.append('\n');
        opinion.verdict(answer);
        opinion.findings(answer.findings());
        opinion.gaps(answer);
        opinion.message(answer.message());
        return opinion.text.toString();
    }

    private void verdict(Answer answer) {
        line(2, "Urgency      " + plain(answer.urgency()).toUpperCase(Locale.ROOT));
        line(2, "Programme    " + plain(answer.programme()));
        line(2, "See          " + (answer.referTo().isEmpty() ? "nobody in particular" : plain(answer.referTo())));
    }

    private void findings(List<Answer.Found> findings) {
        heading(findings.isEmpty() ? "No rule fires" : "Why");
        for (Answer.Found found : findings) {
            line(
                    2,
                    "%s (version %d, %s): %s; see %s"
                            .formatted(
                                    found.rule(),
                                    found.version(),
                                    plain(found.family()),
                                    plain(found.urgency()),
                                    found.referTo().isEmpty() ? "nobody in particular" : plain(found.referTo())));
            for (Answer.Reason reason : found.because()) {
                line(6, "%s  %s: %s".formatted(reason.localDay(), reason.reportId(), reason.says()));
            }
            line(6, "source: %s; certainty: %s".formatted(String.join(", ", found.evidence()), found.certainty()));
        }
    }

    private void gaps(Answer answer) {
        if (!answer.insufficientData().missing().isEmpty()) {
            heading("Not enough data: nobody answered");
            line(2, plain(answer.insufficientData().missing()));
        }
        if (!answer.setAside().isEmpty()) {
            heading("Set aside");
            for (SetAside one : answer.setAside()) {
                line(2, (one.reportId().isEmpty() ? "" : one.reportId() + ", ") + one.field() + ": " + one.why());
            }
        }
        if (!answer.unknownCodes().isEmpty()) {
            heading("Codes that no rule knows");
            line(2, String.join(", ", answer.unknownCodes()));
        }
        if (!answer.dateUncertain().isEmpty()) {
            heading("Reports whose clock cannot be right");
            line(2, String.join(", ", answer.dateUncertain()));
        }
    }

    private void message(String message) {
        heading("The patient reads");
        for (String paragraph : message.split("\n\n")) {
            line(2, paragraph);
        }
    }

    private void heading(String words) {
        text.append('\n');
        line(0, words);
    }

    /// A line, broken between words where it grows too long; what follows is set in by two more.
    private void line(int indent, String words) {
        List<String> rest = new ArrayList<>(List.of(words.split(" ")));
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append(rest.removeFirst());
        for (String word : rest) {
            if (line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(indent + 2)).append(word);
            } else {
                line.append(' ').append(word);
            }
        }
        text.append(line).append('\n');
    }

    private static String plain(List<String> words) {
        return String.join(", ", words.stream().map(Opinion::plain).toList());
    }

    private static String plain(String word) {
        return word.replace('_', ' ');
    }
}
