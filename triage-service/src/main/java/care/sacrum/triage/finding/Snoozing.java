package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Urgency;
import java.time.Duration;
import java.time.Instant;

/// What came of the wish not to see a finding for a while.
public sealed interface Snoozing {

    /// That clinician does not see it until then.
    record Snoozed(Instant until) implements Snoozing {}

    /// An emergency can not wait.
    record NeverAnEmergency() implements Snoozing {}

    /// Not for any time, or for longer than this level allows.
    record OutOfBounds(Duration most) implements Snoozing {}

    /// It is acknowledged, closed or withdrawn: there is nothing to put off.
    record NotOpen() implements Snoozing {}

    static Snoozing decide(Urgency urgency, boolean open, Duration wished, Instant now) {
        if (!open) {
            return new NotOpen();
        }
        if (urgency == Urgency.EMERGENCY_NOW) {
            return new NeverAnEmergency();
        }
        var most = most(urgency);
        return wished.isPositive() && wished.compareTo(most) <= 0
                ? new Snoozed(now.plus(wished))
                : new OutOfBounds(most);
    }

    /// The longest that one clinician may put a finding of that level off.
    private static Duration most(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY_NOW -> Duration.ZERO;
            case URGENT_SAME_DAY -> Duration.ofHours(1);
            case SOON -> Duration.ofDays(1);
            case ROUTINE, SELF_CARE -> Duration.ofDays(7);
        };
    }
}
