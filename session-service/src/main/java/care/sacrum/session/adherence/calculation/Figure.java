package care.sacrum.session.adherence.calculation;

import java.util.Optional;

/// How well a stretch of days went, in sessions.
///
/// @param expected     done, partial, missed and not yet known together
/// @param earned       thousandths of sessions: a whole one for each that was done, its share for each that was partial
/// @param open         expected today, and the day is not over; no part of expected
/// @param extra        more than was expected; no part of expected either
/// @param excusedDays  days that somebody excused
/// @param pausedDays   days in a pause or on hold
public record Figure(
        int expected,
        int done,
        int partial,
        int earned,
        int missed,
        int notYetKnown,
        int open,
        int extra,
        int excusedDays,
        int pausedDays) {

    public static final Figure NONE = new Figure(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final int PERCENT_OF_THOUSANDTHS = 10;
    private static final int ALL_PERCENT = 100;

    /// Of one day. Days that are still to come make no figure.
    public static Figure of(Day day, Standing standing) {
        return day.day().isAfter(standing.today())
                ? NONE
                : of(
                        day.done(),
                        day.partial(),
                        day.earned(),
                        day.unfilled(),
                        standing.unfilledOn(day.day()),
                        day.extra(),
                        day.excused(),
                        day.paused());
    }

    /// Of what one prescription makes of the day.
    static Figure of(Day day, Day.Part part, Standing standing) {
        return day.day().isAfter(standing.today())
                ? NONE
                : of(
                        part.done(),
                        part.partial(),
                        part.earned(),
                        part.unfilled(),
                        standing.unfilledOn(day.day()),
                        0,
                        part.why() == Day.Why.EXCUSED,
                        part.why() == Day.Why.PAUSED || part.why() == Day.Why.ON_HOLD);
    }

    /// @param unfilled expected sessions that are not there
    /// @param as       what those are
    public static Figure of(
            int done,
            int partial,
            int earned,
            int unfilled,
            Standing.Unfilled as,
            int extra,
            boolean excused,
            boolean paused) {
        int missed = as == Standing.Unfilled.MISSED ? unfilled : 0;
        int notYetKnown = as == Standing.Unfilled.NOT_YET_KNOWN ? unfilled : 0;
        return new Figure(
                done + partial + missed + notYetKnown,
                done,
                partial,
                earned,
                missed,
                notYetKnown,
                as == Standing.Unfilled.OPEN ? unfilled : 0,
                extra,
                excused ? 1 : 0,
                paused ? 1 : 0);
    }

    public Figure plus(Figure other) {
        return new Figure(
                expected + other.expected,
                done + other.done,
                partial + other.partial,
                earned + other.earned,
                missed + other.missed,
                notYetKnown + other.notYetKnown,
                open + other.open,
                extra + other.extra,
                excusedDays + other.excusedDays,
                pausedDays + other.pausedDays);
    }

    /// Expected sessions of which it is known what became of them.
    public int known() {
        return done + partial + missed;
    }

    /// Percents of what is known, rounded once to the nearest, halves upwards; yet 100 means all of it, and 99 whatever
    /// falls short. Absent where nothing was expected, or nothing is known yet.
    public Optional<Integer> percent() {
        int known = known();
        if (known == 0) {
            return Optional.empty();
        }
        int nearest = (2 * earned + PERCENT_OF_THOUSANDTHS * known) / (2 * PERCENT_OF_THOUSANDTHS * known);
        return Optional.of(earned < Dose.WHOLE * known ? Math.min(nearest, ALL_PERCENT - 1) : ALL_PERCENT);
    }
}
