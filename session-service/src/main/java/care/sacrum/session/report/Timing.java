package care.sacrum.session.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a report was observed, the device's clock put right.
///
/// @param observed  the device's time, moved by as much as its clock was off at upload
/// @param uncertain it lies so far from the receipt that nobody can say when it was
record Timing(Instant observed, boolean uncertain) {

    private static final Duration SKEW_TOLERATED = Duration.ofMinutes(2);
    private static final Duration AHEAD_TOLERATED = Duration.ofMinutes(10);
    private static final Duration BEHIND_TOLERATED = Duration.ofDays(400);

    /// @param sentAt the device's clock at upload, where it was given
    static Timing of(Instant observedAt, @Nullable Instant sentAt, Instant receivedAt) {
        var skew = sentAt == null ? Duration.ZERO : Duration.between(sentAt, receivedAt);
        var observed = skew.abs().compareTo(SKEW_TOLERATED) > 0 ? observedAt.plus(skew) : observedAt;
        var ahead = Duration.between(receivedAt, observed);
        boolean uncertain =
                ahead.compareTo(AHEAD_TOLERATED) > 0 || ahead.negated().compareTo(BEHIND_TOLERATED) > 0;
        return new Timing(observed, uncertain);
    }
}
