package care.sacrum.session.adherence.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.adherence.calculation.Facts.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Histories that nobody wrote, each asked as known at several moments, against the slow oracle: ten thousand in the
/// full
/// build, the first quarter of them in the quick one.
class DiaryAgainstOracleTest {

    /// Another one at will: `-Dsacrum.seed=...`.
    private static final long SEED = Long.getLong("sacrum.seed", 20261125L);

    @Test
    void everyHistoryIsReckonedAsTheOracleDoes() {
        areReckonedAsTheOracleDoes(2_500);
    }

    @Test
    @Tag("full")
    void soAreTenThousand() {
        areReckonedAsTheOracleDoes(10_000);
    }

    private static void areReckonedAsTheOracleDoes(int histories) {
        System.out.println("Adherence against its oracle: seed " + SEED);
        var asked = new LongAdder();
        var expected = new LongAdder();
        var earned = new LongAdder();
        Set<Enum<?>> met = ConcurrentHashMap.newKeySet();
        // Each history is of its own seed, so it matters to none which is reckoned first.
        IntStream.range(0, histories).parallel().forEach(number -> {
            var history = RandomHistory.of(new SplittableRandom(SEED + number));
            for (var moment : history.asked()) {
                var figure = isAsTheOracleSays(history, moment, "seed %d, history %d".formatted(SEED, number), met);
                asked.increment();
                expected.add(figure.expected());
                earned.add(figure.earned());
            }
        });
        // A generator that makes nothing would agree with anything.
        assertThat(asked.sum()).isEqualTo(4L * histories);
        assertThat(expected.sum()).isGreaterThan(5L * histories);
        assertThat(earned.sum()).isGreaterThan(1000L * histories);
        assertThat(met)
                .contains(Status.values())
                .contains(Trend.values())
                .contains(Day.Why.values())
                .contains(Day.Became.values());
    }

    /// @param met whatever was said in one word
    private static Figure isAsTheOracleSays(RandomHistory history, Instant moment, String which, Set<Enum<?>> met) {
        var first = history.firstMonday();
        var last = first.plusWeeks(history.weeks()).minusDays(1);
        var known = history.facts().asKnownAt(moment);
        var days = Diary.of(known).days(first, last);
        var standing = Standing.of(known, moment);

        var oracle = new Oracle(history.facts(), moment);
        var said = oracle.weeks(first, history.weeks());

        assertThat(standing.today()).as(which).isEqualTo(oracle.today());
        assertThat(said(days)).as(which).isEqualTo(said);
        days.forEach(day ->
                assertThat(Standing.heardAfter(day.day(), known)).as(which).isEqualTo(oracle.heardAfter(day.day())));
        assertThat(days.stream().map(DiaryAgainstOracleTest::said).toList())
                .as(which)
                .isEqualTo(oracle.days());
        said.forEach(one -> met.add(one.why()));
        oracle.days().forEach(day -> day.sessions().forEach(session -> met.add(session.became())));
        var figures = oracle.figures(first, last);
        figures.forEach(of -> met.addAll(List.of(of.status(), of.trend())));
        var figure = Diary.figure(days, standing);
        assertThat(figure).as(which).isEqualTo(oracle.figure(first, last));
        assertThat(percent(figure)).as(which).isEqualTo(Oracle.percent(figure));
        assertThat(figures(days, standing)).as(which).isEqualTo(figures);
        assertThat(Streak.of(days, standing)).as(which).isEqualTo(oracle.streak(first, last));
        for (var plan : known.plans()) {
            assertThat(Diary.figure(days, plan.prescription(), standing))
                    .as(which)
                    .isEqualTo(oracle.figure(plan.prescription()));
        }
        for (var monday = first; monday.isBefore(last); monday = monday.plusWeeks(1)) {
            var week = Diary.of(known).days(monday, monday.plusDays(6));
            assertThat(Diary.figure(week, standing)).as(which).isEqualTo(oracle.figure(monday, monday.plusDays(6)));
            assertThat(Diary.pain(week)).as(which).isEqualTo(oracle.pain(monday, monday.plusDays(6)));
        }
        // Days from the middle of a week are reckoned as they are among others.
        assertThat(Diary.of(known).days(first.plusDays(3), first.plusDays(9)))
                .as(which)
                .isEqualTo(days.subList(3, 10));
        return figure;
    }

    private static List<Oracle.Figures> figures(List<Day> days, Standing standing) {
        var rolling = Rolling.of(days, standing);
        return days.stream()
                .map(day -> {
                    var week = rolling.upTo(day.day(), Rolling.DAYS_OF_A_WEEK);
                    var month = rolling.upTo(day.day(), Rolling.DAYS_OF_A_MONTH);
                    return new Oracle.Figures(
                            day.day(),
                            Status.of(day, standing),
                            Figure.of(day, standing),
                            week,
                            percent(week),
                            month,
                            percent(month),
                            rolling.trendOn(day.day()));
                })
                .toList();
    }

    private static int percent(Figure figure) {
        return figure.percent().orElse(-1);
    }

    private static List<Oracle.Said> said(List<Day> days) {
        var said = new ArrayList<Oracle.Said>();
        for (var day : days) {
            for (var part : day.parts()) {
                said.add(new Oracle.Said(
                        day.day(),
                        part.prescription(),
                        part.version(),
                        part.why(),
                        part.expected(),
                        part.filled(),
                        part.week()));
            }
        }
        return said;
    }

    private static Oracle.SaidOfDay said(Day day) {
        return new Oracle.SaidOfDay(
                day.day(),
                day.extra(),
                day.rest(),
                day.sessions().stream()
                        .map(session -> new Oracle.SaidOfSession(
                                session.report(),
                                session.became(),
                                Optional.ofNullable(session.prescription()),
                                session.share()))
                        .toList(),
                day.pain());
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
