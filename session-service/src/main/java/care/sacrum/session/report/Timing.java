package care.sacrum.session.report;

import care.sacrum.session.dating.UncertainDate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a report was observed, the device's clock put right.
///
/// @param observed  the device's time, moved by as much as its clock was off at upload
/// @param uncertain it lies so far from the receipt that nobody can say when it was
record Timing(Instant observed, boolean uncertain) {

    private static final Duration SKEW_TOLERATED = Duration.ofMinutes(2);

    /// @param sentAt the device's clock at upload, where it was given
    static Timing of(Instant observedAt, @Nullable Instant sentAt, Instant receivedAt) {
        var skew = sentAt == null ? Duration.ZERO : Duration.between(sentAt, receivedAt);
        var observed = skew.abs().compareTo(SKEW_TOLERATED) > 0 ? observedAt.plus(skew) : observedAt;
        return new Timing(observed, UncertainDate.is(observed, receivedAt));
    }
}
