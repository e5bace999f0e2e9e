package care.sacrum.triage.worklist;

import care.sacrum.triage.finding.RaisedFinding;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A finding and its life so far, as a clinician's screen shows it.
///
/// @param version      counts up whenever there is more to know before an outcome is said; the ETag
/// @param headline     the reason in one line
/// @param state        `raised`, `acknowledged` (open for an outcome), `closed` or `withdrawn`
/// @param supported    whether the history, when last evaluated, still supports it
/// @param dueAt        by when a clinician must acknowledge it, absent for self-care
/// @param dueCounted   how the time until then was counted: `by_the_clock`, `in_opening_hours`, `in_open_days`, or
/// `monday_to_friday` where the practice's hours are not known
/// @param overdue      nobody acknowledged it by then
/// @param escalations  how often the practice lead was told so, last at `escalatedAt`
/// @param deliveredAt  when the first screen confirmed that it showed the finding as it stands, and `deliveredBy` whose
/// @param snoozedUntil until when the caller does not want to see it
/// @param note         why, or what was done, as whoever acknowledged it says; for staff who treat only
/// @param outcome      what came of it, since it was closed; with `outcomeNote`, for staff who treat only
/// @param attempts     how often somebody tried to reach the patient in vain, last at `attemptedAt` (and whoever
/// treats reads `attemptNote`): it stays open, and is due anew
/// @param finding      rule, version, reports it rests on, advice, sources and certainty: the same shape as in a
/// simulation
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingView(
        UUID findingId,
        int version,
        UUID patientId,
        String rule,
        String urgency,
        String headline,
        String state,
        boolean supported,
        Instant raisedAt,
        @Nullable Instant dueAt,
        @Nullable String dueCounted,
        boolean overdue,
        int escalations,
        @Nullable Instant escalatedAt,
        @Nullable Instant deliveredAt,
        @Nullable String deliveredBy,
        @Nullable Instant snoozedUntil,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String note,
        @Nullable String outcome,
        @Nullable String outcomeNote,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable Instant withdrawnAt,
        int attempts,
        @Nullable Instant attemptedAt,
        @Nullable String attemptedBy,
        @Nullable String attemptNote,

        @JsonRawValue @Schema(type = SchemaType.OBJECT) String finding) {

    /// @param snoozedUntil by whoever looks at it
    /// @param withNotes    with what clinicians wrote in their own words
    static FindingView of(RaisedFinding raised, @Nullable Instant snoozedUntil, Instant now, boolean withNotes) {
        return new FindingView(
                raised.id(),
                raised.version(),
                raised.key().patient(),
                raised.rule(),
                raised.urgency().word(),
                raised.headline(),
                raised.state(),
                raised.supported(),
                raised.raisedAt(),
                raised.dueAt(),
                raised.dueCounted(),
                raised.overdue(now),
                raised.escalations(),
                raised.escalatedAt(),
                raised.deliveredAt(),
                raised.deliveredBy(),
                snoozedUntil,
                raised.acknowledgedAt(),
                raised.acknowledgedBy(),
                withNotes ? raised.note() : null,
                raised.outcome(),
                withNotes ? raised.outcomeNote() : null,
                raised.closedAt(),
                raised.closedBy(),
                raised.withdrawnAt(),
                raised.attempts(),
                raised.attemptedAt(),
                raised.attemptedBy(),
                withNotes ? raised.attemptNote() : null,
                raised.detail());
    }
}
