package care.sacrum.session.dating;

import java.time.Duration;
import java.time.Instant;

/// Of what lies so far from its receipt nobody can say when it was: the device's clock stood wrong.
public final class UncertainDate {

    public static final Duration AHEAD_TOLERATED = Duration.ofMinutes(10);
    public static final Duration BEHIND_TOLERATED = Duration.ofDays(400);

    private UncertainDate() {}

    public static boolean is(Instant observedAt, Instant receivedAt) {
        return observedAt.isAfter(receivedAt.plus(AHEAD_TOLERATED))
                || observedAt.isBefore(receivedAt.minus(BEHIND_TOLERATED));
    }
}
