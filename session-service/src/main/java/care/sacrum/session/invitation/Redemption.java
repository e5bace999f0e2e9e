package care.sacrum.session.invitation;

import java.util.UUID;

/// What came of a code that somebody typed.
sealed interface Redemption {

    /// Whoever redeemed it is this patient from now on.
    record Redeemed(UUID practiceId, UUID patientId) implements Redemption {}

    /// Wrong, used, revoked, expired, or of no use to this person: which of them is not told.
    record Refused() implements Redemption {}

    /// This one was not looked at.
    record TooManyRefused() implements Redemption {}
}
