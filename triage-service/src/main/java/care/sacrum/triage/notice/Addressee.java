package care.sacrum.triage.notice;

import java.util.Optional;
import java.util.UUID;

/// Somebody who is told: a clinician by id, or whoever leads the practice.
record Addressee(UUID practice, String person) {

    static final String LEAD = "lead";

    /// Reads `lead` or a clinician's id; empty when it is neither.
    static Optional<Addressee> of(UUID practice, String person) {
        if (person.equals(LEAD)) {
            return Optional.of(new Addressee(practice, LEAD));
        }
        try {
            return Optional.of(new Addressee(practice, UUID.fromString(person).toString()));
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }
}
