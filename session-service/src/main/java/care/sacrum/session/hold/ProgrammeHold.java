package care.sacrum.session.hold;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An interval in which a patient's programme was on hold.
///
/// @param releasedAt absent while it holds, as far as was told
record ProgrammeHold(UUID practiceId, UUID patientId, UUID holdId, Instant heldAt, Optional<Instant> releasedAt) {}
