package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Day;
import care.sacrum.session.adherence.calculation.Figure;
import care.sacrum.session.adherence.calculation.Pain;
import care.sacrum.session.adherence.calculation.Standing;
import java.time.LocalDate;

/// A day as it is kept: what the calculation says of it whenever it is asked.
///
/// @param earned thousandths of sessions
record KeptDay(
        LocalDate day,
        int expected,
        int done,
        int partial,
        int earned,
        int extra,
        boolean excused,
        boolean paused,
        boolean rest,
        Pain pain) {

    static KeptDay of(Day day) {
        return new KeptDay(
                day.day(),
                day.expected(),
                day.done(),
                day.partial(),
                day.earned(),
                day.extra(),
                day.excused(),
                day.paused(),
                day.rest(),
                day.pain());
    }

    Figure figure(Standing standing) {
        return day.isAfter(standing.today())
                ? Figure.NONE
                : Figure.of(
                        done,
                        partial,
                        earned,
                        expected - done - partial,
                        standing.unfilledOn(day),
                        extra,
                        excused,
                        paused);
    }
}
