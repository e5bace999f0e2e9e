package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Urgency;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Where a patient's findings put the patient on the worklist.
///
/// @param standing how many findings a look at this patient must know of
/// @param urgency  of the most urgent open finding, absent when none is open
/// @param since    when that finding was raised
/// @param due      by when it must be acknowledged: within a level, what is overdue comes first, then what is due
/// first; absent where none is open, or nothing is due any more
/// @param nextEscalation when the practice lead is to be told of one of the findings, absent while of none
public record Place(
        int standing,
        @Nullable Urgency urgency,
        @Nullable Instant since,
        @Nullable Instant due,
        @Nullable Instant nextEscalation) {

    static Place of(Collection<RaisedFinding> findings, Treatment treatment) {
        var top = mostUrgent(findings);
        var next = findings.stream()
                .filter(finding -> treatment.remindsOf(finding.urgency()))
                .flatMap(finding -> finding.nextEscalation().stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return top == null
                ? new Place(findings.size(), null, null, null, next)
                : new Place(
                        findings.size(),
                        top.urgency(),
                        top.raisedAt(),
                        treatment == Treatment.DECEASED ? null : due(top),
                        next);
    }

    /// As the database numbers it, 0 is an emergency.
    public @Nullable Integer rank() {
        return urgency == null ? null : urgency.ordinal();
    }

    private static Instant due(RaisedFinding finding) {
        return finding.dueAt() == null ? finding.raisedAt() : finding.dueAt();
    }

    /// The finding that decides the patient's place; self-care needs no clinician.
    private static @Nullable RaisedFinding mostUrgent(Collection<RaisedFinding> findings) {
        return findings.stream()
                .filter(RaisedFinding::open)
                .filter(finding -> finding.urgency() != Urgency.SELF_CARE)
                .min(Comparator.comparing(RaisedFinding::urgency).thenComparing(Place::due))
                .orElse(null);
    }
}
