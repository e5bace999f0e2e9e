package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Urgency;
import java.time.Duration;

/// How long to wait before an overdue finding is said again to the practice lead: twice as long each time, up to a
/// bound, so that it neither falls silent nor becomes noise.
final class Reminder {

    private Reminder() {}

    /// @param times how often it was said
    static Duration after(Urgency urgency, int times) {
        var first = first(urgency);
        var most = most(urgency);
        // Doubled more often than this, every one is past its bound.
        var doubled = first.multipliedBy(1L << Math.min(times - 1, 10));
        return doubled.compareTo(most) < 0 ? doubled : most;
    }

    private static Duration first(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY_NOW -> Duration.ofMinutes(15);
            case URGENT_SAME_DAY -> Duration.ofHours(1);
            case SOON -> Duration.ofDays(1);
            case ROUTINE, SELF_CARE -> Duration.ofDays(2);
        };
    }

    static Duration most(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY_NOW -> Duration.ofHours(1);
            case URGENT_SAME_DAY -> Duration.ofHours(8);
            case SOON -> Duration.ofDays(3);
            case ROUTINE, SELF_CARE -> Duration.ofDays(7);
        };
    }
}
