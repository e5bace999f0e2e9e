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
public record Place(
        int standing, @Nullable Urgency urgency, @Nullable Instant since) {

    static Place of(Collection<RaisedFinding> findings) {
        var top = mostUrgent(findings);
        int standing = (int) findings.stream().filter(RaisedFinding::stands).count();
        return top == null ? new Place(standing, null, null) : new Place(standing, top.urgency(), top.raisedAt());
    }

    /// As the database numbers it, 0 is an emergency.
    public @Nullable Integer rank() {
        return urgency == null ? null : urgency.ordinal();
    }

    /// The finding that decides the patient's place; self-care needs no clinician.
    private static @Nullable RaisedFinding mostUrgent(Collection<RaisedFinding> findings) {
        return findings.stream()
                .filter(RaisedFinding::open)
                .filter(finding -> finding.urgency() != Urgency.SELF_CARE)
                .min(Comparator.comparing(RaisedFinding::urgency).thenComparing(RaisedFinding::raisedAt))
                .orElse(null);
    }
}
