package care.sacrum.triage.worklist;

import care.sacrum.triage.finding.RaisedFinding;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A finding and its life so far, as a clinician's screen shows it.
///
/// @param headline  the reason in one line
/// @param state     `raised`, `acknowledged` or `withdrawn`
/// @param supported whether the history, when last evaluated, still supports it
/// @param finding   rule, version, reports it rests on, advice, sources and certainty: the same shape as in a
/// simulation
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingView(
        UUID findingId,
        UUID patientId,
        String rule,
        String urgency,
        String headline,
        String state,
        boolean supported,
        Instant raisedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String note,
        @Nullable Instant withdrawnAt,

        @JsonRawValue @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        String finding) {

    static FindingView of(RaisedFinding raised) {
        return new FindingView(
                raised.id(),
                raised.key().patient(),
                raised.rule(),
                raised.urgency().word(),
                raised.headline(),
                raised.state(),
                raised.supported(),
                raised.raisedAt(),
                raised.acknowledgedAt(),
                raised.acknowledgedBy(),
                raised.note(),
                raised.withdrawnAt(),
                raised.detail());
    }
}
