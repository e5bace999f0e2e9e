package care.sacrum.session.adherence.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.adherence.calculation.Facts.Excuse;
import care.sacrum.session.adherence.calculation.Facts.Plan;
import care.sacrum.session.adherence.calculation.Facts.Told;
import care.sacrum.session.adherence.calculation.Facts.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What must change no figure, or none for the worse, in histories that nobody wrote.
class FairnessTest {

    private static final int HISTORIES = 4_000;
    private static final long SEED = Long.getLong("sacrum.seed", 20261127L);

    /// Who was well on so many days and ill on the others is not the worse for saying so.
    @Test
    void anExcuseOfDaysOnWhichNothingWasDoneAddsNoMissAndTakesNoPercent() {
        System.out.println("Excuses: seed " + SEED);
        int excused = 0;
        for (int number = 0; number < HISTORIES; number++) {
            var random = new SplittableRandom(SEED + number);
            var history = RandomHistory.of(random);
            var facts = history.facts();
            for (var plan : facts.plans()) {
                var alone = List.of(
                        new Plan(plan.prescription(), List.of(plan.versions().getLast())));
                excused += ofWeeks(history, with(facts, alone, facts.excuses()), random, number, true);
            }
            // Of several plans together the percentage is theirs by what each asks for, and one that is followed in
            // part may be asked for less.
            var plans =
                    facts.plans().stream().map(FairnessTest::ofTheSameTimesADay).toList();
            ofWeeks(history, with(facts, plans, facts.excuses()), random, number, false);
        }
        assertThat(excused).isGreaterThan(HISTORIES);
    }

    private static int ofWeeks(
            RandomHistory history, Facts before, SplittableRandom random, int number, boolean percent) {
        var standing = Standing.of(before, Instant.parse("2030-01-01T00:00:00Z"));
        var heard = new Standing(standing.today(), Optional.of(standing.today()));
        int excused = 0;
        for (int week = 0; week < history.weeks(); week++) {
            var monday = history.firstMonday().plusWeeks(week);
            var excuses = new ArrayList<>(before.excuses());
            var idle = idleDays(Diary.of(before).days(monday, monday.plusDays(6)), random);
            idle.forEach(day -> excuses.add(new Excuse(
                    new UUID(0, excuses.size()), day, day, "illness", false, Instant.EPOCH, Optional.empty())));
            var now = figure(with(before, before.plans(), excuses), monday, heard);
            var then = figure(before, monday, heard);
            var which = "seed %d, history %d, week of %s, %s".formatted(SEED, number, monday, idle);

            assertThat(now.missed()).as(which).isLessThanOrEqualTo(then.missed());
            if (percent && now.percent().isPresent()) {
                assertThat(now.percent().get())
                        .as(which)
                        .isGreaterThanOrEqualTo(then.percent().orElse(0));
            }
            excused += idle.size();
        }
        return excused;
    }

    private static List<LocalDate> idleDays(List<Day> days, SplittableRandom random) {
        return days.stream()
                .filter(day -> day.sessions().isEmpty())
                .map(Day::day)
                .filter(_ -> random.nextInt(2) == 0)
                .toList();
    }

    private static Figure figure(Facts facts, LocalDate monday, Standing standing) {
        return Diary.figure(Diary.of(facts).days(monday, monday.plusDays(6)), standing);
    }

    private static Plan ofTheSameTimesADay(Plan plan) {
        int times = plan.versions().getFirst().timesADay();
        return new Plan(
                plan.prescription(),
                plan.versions().stream()
                        .map(version -> with(version, version.recordedAt(), version.programme(), times))
                        .toList());
    }

    private static Version with(Version version, Instant recordedAt, String programme, int timesADay) {
        return new Version(
                version.number(),
                recordedAt,
                programme,
                version.start(),
                version.end(),
                timesADay,
                version.daysAWeek(),
                version.weekdays(),
                version.pauses(),
                version.exercises());
    }

    private static Facts with(Facts facts, List<Plan> plans, List<Excuse> excuses) {
        return new Facts(facts.homeZone(), plans, excuses, facts.holds(), facts.reports());
    }

    @Test
    void neitherTheHourOfTheDayNorTheOrderInWhichPlansWereRecordedChangesAFigure() {
        System.out.println("Hours and orders: seed " + SEED);
        for (int number = 0; number < HISTORIES; number++) {
            var history = RandomHistory.of(new SplittableRandom(SEED + number));
            var facts = history.facts();
            var first = history.firstMonday();
            var last = first.plusWeeks(history.weeks());

            assertThat(figures(oneVersionEach(facts, new Random(number), atTheirHours(facts.reports())), first, last))
                    .as("seed %d, history %d", SEED, number)
                    .isEqualTo(figures(
                            oneVersionEach(facts, new Random(-number), atOtherHours(facts.reports(), number)),
                            first,
                            last));
        }
    }

    /// Of programmes of their own, recorded in one order or another in the same minutes.
    private static Facts oneVersionEach(Facts facts, Random random, List<Told> reports) {
        var recorded = new ArrayList<Integer>();
        facts.plans().forEach(_ -> recorded.add(recorded.size()));
        Collections.shuffle(recorded, random);
        var plans = new ArrayList<Plan>();
        for (var plan : facts.plans()) {
            int number = plans.size();
            var version = plan.versions().getLast();
            plans.add(new Plan(
                    plan.prescription(),
                    List.of(with(
                            version,
                            version.start()
                                    .atTime(12, recorded.get(number))
                                    .atZone(facts.homeZone())
                                    .toInstant(),
                            "programme " + number,
                            version.timesADay()))));
        }
        return new Facts(facts.homeZone(), plans, facts.excuses(), facts.holds(), reports);
    }

    /// What was observed of a day, each at the hour of another.
    private static List<Told> atOtherHours(List<Told> reports, int number) {
        var sessions = new TreeMap<LocalDate, List<Told>>(reports.stream()
                .filter(told -> told.kind() == Facts.Kind.SESSION)
                .collect(Collectors.groupingBy(Told::localDay)));
        var others = new ArrayList<Told>();
        sessions.forEach((_, ofDay) -> {
            var hours = new ArrayList<>(ofDay);
            Collections.shuffle(hours, new Random(number));
            for (int i = 0; i < hours.size(); i++) {
                others.add(observed(ofDay.get(i), hours.get(i)));
            }
        });
        return others;
    }

    private static List<Told> atTheirHours(List<Told> reports) {
        return reports.stream()
                .filter(told -> told.kind() == Facts.Kind.SESSION)
                .map(told -> observed(told, told))
                .toList();
    }

    private static Told observed(Told told, Told as) {
        return new Told(
                told.id(),
                told.kind(),
                told.localDay(),
                as.observedAt(),
                as.zone(),
                as.observedAt().plus(Duration.ofMinutes(5)),
                told.onBehalf(),
                told.corrects(),
                told.exercises(),
                told.restDay(),
                told.pain());
    }

    private record OfDay(LocalDate day, int extra, Map<String, List<Integer>> shares, Map<String, Day.Why> whys) {}

    private static List<OfDay> figures(Facts facts, LocalDate from, LocalDate to) {
        var programmes = facts.plans().stream()
                .collect(Collectors.toMap(
                        Plan::prescription, plan -> plan.versions().getFirst().programme()));
        return Diary.of(facts).days(from, to).stream()
                .map(day -> new OfDay(
                        day.day(),
                        day.extra(),
                        day.parts().stream()
                                .collect(Collectors.toMap(
                                        part -> programmes.getOrDefault(part.prescription(), ""),
                                        part -> part.filled().stream().sorted().toList())),
                        day.parts().stream()
                                .collect(Collectors.toMap(
                                        part -> programmes.getOrDefault(part.prescription(), ""), Day.Part::why))))
                .toList();
    }
}
