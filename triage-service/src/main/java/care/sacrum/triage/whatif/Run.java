package care.sacrum.triage.whatif;

import care.sacrum.triage.rules.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A replay of a practice's histories that was asked for.
///
/// @param parameters      those asked about
/// @param inForce         those they are compared with, in force when it was asked for
/// @param inForceVersion  their version
/// @param patients        of the practice, when it was asked for
/// @param askedAt         nothing that was received later counts
record Run(
        UUID id,
        UUID practice,
        LocalDate from,
        LocalDate to,
        Parameters parameters,
        Parameters inForce,
        long inForceVersion,
        int patients,
        Instant askedAt,
        String askedBy,
        State state,
        @Nullable Instant endedAt) {

    enum State {
        /// No worker has begun it.
        WAITING,
        RUNNING,
        FINISHED,
        /// By whoever leads the practice.
        CANCELLED,
        /// It took longer than any run may.
        STOPPED;

        boolean underWay() {
            return this == WAITING || this == RUNNING;
        }
    }

    Range range() {
        return new Range(from, to, askedAt);
    }
}
