package care.sacrum.triage.advice;

import care.sacrum.triage.live.Evaluations;
import care.sacrum.triage.rules.Language;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An emergency that was told, that the history no longer supports and that no clinician has acknowledged.
///
/// @param advice  for the patient, in the language of the whole
/// @param finding in the shape of a finding of the advice, as it was raised, in English
record StillOpen(
        UUID findingId,
        Instant raisedAt,

        @Schema(description = "For the patient, in the language of the whole, such as to go now")
        String advice,

        @JsonRawValue
        @Schema(
                type = SchemaType.OBJECT,
                description = "In the shape of a finding of the advice, as it was raised, in English")
        String finding) {

    static List<StillOpen> of(Evaluations.Advice advice, Language language) {
        return advice.stillOpen().stream()
                .map(finding -> new StillOpen(
                        finding.id(),
                        finding.raisedAt(),
                        advice.practice().calling(language).advice(finding.rule(), finding.urgency()),
                        finding.detail()))
                .toList();
    }
}
