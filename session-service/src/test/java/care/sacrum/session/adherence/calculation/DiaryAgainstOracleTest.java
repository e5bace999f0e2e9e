package care.sacrum.session.adherence.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.adherence.calculation.Facts.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Ten thousand histories that nobody wrote, each asked as known at several moments, against the slow oracle.
class DiaryAgainstOracleTest {

    private static final int HISTORIES = 10_000;

    /// Another one at will: `-Dsacrum.seed=...`.
    private static final long SEED = Long.getLong("sacrum.seed", 20261125L);

    @Test
    void everyHistoryIsReckonedAsTheOracleDoes() {
        System.out.println("Adherence against its oracle: seed " + SEED);
        long asked = 0;
        long expected = 0;
        long earned = 0;
        for (int number = 0; number < HISTORIES; number++) {
            var history = RandomHistory.of(new SplittableRandom(SEED + number));
            for (var moment : history.asked()) {
                var figure = isAsTheOracleSays(history, moment, "seed %d, history %d".formatted(SEED, number));
                asked++;
                expected += figure.expected();
                earned += figure.earned();
            }
        }
        // A generator that makes nothing would agree with anything.
        assertThat(asked).isEqualTo(4L * HISTORIES);
        assertThat(expected).isGreaterThan(5L * HISTORIES);
        assertThat(earned).isGreaterThan(1000L * HISTORIES);
    }

    private static Figure isAsTheOracleSays(RandomHistory history, Instant moment, String which) {
        var first = history.firstMonday();
        var last = first.plusWeeks(history.weeks()).minusDays(1);
        var known = history.facts().asKnownAt(moment);
        var days = Diary.of(known).days(first, last);
        var standing = Standing.of(known, moment);

        var oracle = new Oracle(history.facts(), moment);
        var said = oracle.weeks(first, history.weeks());

        assertThat(standing.today()).as(which).isEqualTo(oracle.today());
        assertThat(said(days)).as(which).isEqualTo(said);
        assertThat(days.stream()
                        .map(day -> new Oracle.SaidOfDay(day.day(), day.extra(), day.rest()))
                        .toList())
                .as(which)
                .isEqualTo(oracle.days());
        var figure = Diary.figure(days, standing);
        isTheFigure(figure, oracle.figure(said, oracle.days(), first, last), which);
        var from = first.plusDays(3);
        var to = first.plusDays(9);
        isTheFigure(
                Diary.figure(Diary.of(known).days(from, to), standing),
                oracle.figure(said, oracle.days(), from, to),
                which + ", seven days");
        return figure;
    }

    private static List<Oracle.Said> said(List<Day> days) {
        var said = new ArrayList<Oracle.Said>();
        for (var day : days) {
            for (var part : day.parts()) {
                said.add(new Oracle.Said(
                        day.day(),
                        part.prescription(),
                        part.expected(),
                        part.filled(),
                        part.why() == Day.Why.EXCUSED,
                        part.why() == Day.Why.PAUSED || part.why() == Day.Why.ON_HOLD));
            }
        }
        return said;
    }

    private static void isTheFigure(Figure figure, List<Integer> said, String which) {
        assertThat(List.of(
                        figure.expected(),
                        figure.done(),
                        figure.partial(),
                        figure.earned(),
                        figure.missed(),
                        figure.notYetKnown(),
                        figure.open(),
                        figure.extra()))
                .as(which)
                .isEqualTo(said);
    }

    @Test
    void theOrderInWhichReportsArriveChangesNothing() {
        for (int number = 0; number < 500; number++) {
            var facts = RandomHistory.of(new SplittableRandom(SEED + number)).facts();
            var shuffled = new ArrayList<Told>(facts.reports());
            Collections.shuffle(shuffled, new Random(number));
            var again = new Facts(facts.homeZone(), facts.plans(), facts.excuses(), facts.holds(), shuffled);
            var first = LocalDate.parse("2024-01-01");

            assertThat(Diary.of(again).days(first, first.plusDays(1100)))
                    .as("seed %d, history %d", SEED, number)
                    .isEqualTo(Diary.of(facts).days(first, first.plusDays(1100)));
        }
    }

    @Test
    void aReportChangesTheDaysOfItsOwnWeekAndNoOther() {
        for (int number = 0; number < 2_000; number++) {
            var history = RandomHistory.of(new SplittableRandom(SEED + number));
            var facts = history.facts();
            if (facts.reports().isEmpty()) {
                continue;
            }
            var without = new ArrayList<>(facts.reports());
            var late = without.removeLast();
            var before = new Facts(facts.homeZone(), facts.plans(), facts.excuses(), facts.holds(), without);
            var first = history.firstMonday();
            var last = first.plusWeeks(history.weeks());
            var touched = Touched.by(late, without);

            for (var day = first; day.isBefore(last); day = day.plusDays(1)) {
                if (!touched.contains(day)) {
                    assertThat(Diary.of(facts).days(day, day))
                            .as("seed %d, history %d, %s", SEED, number, day)
                            .isEqualTo(Diary.of(before).days(day, day));
                }
            }
        }
    }

    /// The week of what a report is about, and the day before it for the pain of the next morning.
    private static final class Touched {
        static List<LocalDate> by(Told late, List<Told> others) {
            var at = late;
            for (int i = 0; i <= others.size() && at.kind() == Facts.Kind.CORRECTION; i++) {
                var wanted = at.corrects();
                var next = others.stream()
                        .filter(told -> wanted.filter(told.id()::equals).isPresent())
                        .findFirst();
                if (next.isEmpty()) {
                    return List.of();
                }
                at = next.get();
            }
            var monday = Diary.mondayOf(at.localDay());
            var days = new ArrayList<>(monday.datesUntil(monday.plusWeeks(1)).toList());
            days.add(at.localDay().minusDays(1));
            return days;
        }
    }
}
