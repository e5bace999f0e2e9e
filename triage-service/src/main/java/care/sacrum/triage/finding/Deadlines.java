package care.sacrum.triage.finding;

import care.sacrum.triage.practice.OpeningHours;
import care.sacrum.triage.rules.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a practice gives itself, by level. An emergency counts by the clock, always: it does not wait for the
/// morning.
/// Hours count while somebody is there; days are days on which somebody is there, the day of raising not among them,
/// and end when the practice closes.
///
/// While a practice's hours are not known, and where it is hardly ever open, hours count by the clock and days from
/// Monday
/// to Friday until midnight; the deadline says so.
///
/// @param version counts the practice's own settings; 0 are the defaults
public record Deadlines(
        long version, int emergencyMinutes, int urgentHours, int soonWorkingDays, int routineWorkingDays) {

    public static final Deadlines DEFAULTS = new Deadlines(0, 15, 4, 2, 10);

    /// A practice may be stricter or laxer within these, never without a deadline.
    public static final int EMERGENCY_MINUTES_LEAST = 5;

    public static final int EMERGENCY_MINUTES_MOST = 60;
    public static final int URGENT_HOURS_LEAST = 1;
    public static final int URGENT_HOURS_MOST = 8;
    public static final int SOON_WORKING_DAYS_LEAST = 1;
    public static final int SOON_WORKING_DAYS_MOST = 5;
    public static final int ROUTINE_WORKING_DAYS_LEAST = 2;
    public static final int ROUTINE_WORKING_DAYS_MOST = 20;

    /// @return empty for self-care, which needs no clinician
    Optional<Deadline> of(Urgency urgency, Instant raisedAt, OpeningHours hours) {
        return switch (urgency) {
            case EMERGENCY_NOW -> Optional.of(byTheClock(raisedAt, Duration.ofMinutes(emergencyMinutes)));
            case URGENT_SAME_DAY -> Optional.of(inHours(raisedAt, Duration.ofHours(urgentHours), hours));
            case SOON -> Optional.of(inDays(raisedAt, soonWorkingDays, hours));
            case ROUTINE -> Optional.of(inDays(raisedAt, routineWorkingDays, hours));
            case SELF_CARE -> Optional.empty();
        };
    }

    private static Deadline byTheClock(Instant raisedAt, Duration within) {
        return new Deadline(raisedAt.plus(within), Deadline.Counted.BY_THE_CLOCK);
    }

    private static Deadline inHours(Instant raisedAt, Duration within, OpeningHours hours) {
        return hours.afterSoLongOpen(raisedAt, within)
                .map(at -> new Deadline(at, Deadline.Counted.IN_OPENING_HOURS))
                .orElseGet(() -> byTheClock(raisedAt, within));
    }

    private static Deadline inDays(Instant raisedAt, int days, OpeningHours hours) {
        return hours.closeOfOpenDay(raisedAt, days)
                .map(at -> new Deadline(at, Deadline.Counted.IN_OPEN_DAYS))
                .or(() -> hours.onWeekdays()
                        .closeOfOpenDay(raisedAt, days)
                        .map(at -> new Deadline(at, Deadline.Counted.MONDAY_TO_FRIDAY)))
                .orElseGet(() -> byTheClock(raisedAt, Duration.ofDays(days)));
    }

    public boolean saysTheSameAs(Deadlines other) {
        return emergencyMinutes == other.emergencyMinutes
                && urgentHours == other.urgentHours
                && soonWorkingDays == other.soonWorkingDays
                && routineWorkingDays == other.routineWorkingDays;
    }
}
