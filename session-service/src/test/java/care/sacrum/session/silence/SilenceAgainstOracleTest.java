package care.sacrum.session.silence;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.silence.Plans.Pause;
import care.sacrum.session.silence.Plans.Plan;
import care.sacrum.session.silence.Silence.Before;
import care.sacrum.session.silence.Silence.Decision;
import care.sacrum.session.silence.Silence.Facts;
import care.sacrum.session.silence.Silence.Gap;
import care.sacrum.session.silence.Silence.Quiet;
import care.sacrum.session.silence.Silence.Standing;
import care.sacrum.session.silence.Silence.Told;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Ten thousand lives that nobody wrote, each asked at several moments, against the sentences of decision 0012, day by
/// day and without a thought of speed.
class SilenceAgainstOracleTest {

    private static final int LIVES = 10_000;
    private static final int MOMENTS = 4;

    /// Another one at will: `-Dsacrum.seed=...`.
    private static final long SEED = Long.getLong("sacrum.seed", 20261125L);

    private static final List<ZoneId> ZONES = List.of(
                    "Europe/London",
                    "America/Los_Angeles",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "Pacific/Auckland",
                    "Pacific/Kiritimati",
                    "Pacific/Pago_Pago")
            .stream()
            .map(ZoneId::of)
            .toList();

    /// Before a change of the clock, a leap day, a year's end, and in an ordinary month.
    private static final List<LocalDate> BEGINNINGS = List.of(
            LocalDate.parse("2026-03-20"),
            LocalDate.parse("2026-10-18"),
            LocalDate.parse("2024-02-20"),
            LocalDate.parse("2025-12-20"),
            LocalDate.parse("2026-06-10"));

    /// What a phone told, or a clinician typed in; its clock may have been ahead.
    private record Report(Instant observed, Instant received, boolean onBehalf) {
        Instant atTheLatest() {
            return observed.isBefore(received) ? observed : received;
        }
    }

    private record Life(
            String status,
            Instant enrolled,
            ZoneId home,
            List<Plan> plans,
            List<Report> reports,
            Before before,
            int silentAfterDays,
            WorkingHours hours) {

        List<Report> toldBy(Instant now) {
            return reports.stream()
                    .filter(report -> !report.received.isAfter(now))
                    .toList();
        }

        /// As the database answers it.
        Facts facts(Instant now) {
            var told = toldBy(now);
            return new Facts(
                    status,
                    enrolled,
                    home,
                    new Plans(plans),
                    false,
                    new Told(
                            told.size(),
                            newest(told.stream().map(Report::atTheLatest)),
                            newest(told.stream()
                                    .filter(report -> !report.onBehalf)
                                    .map(Report::received)),
                            newest(told.stream().map(Report::received)),
                            Optional.empty()),
                    before);
        }

        static Optional<Instant> newest(Stream<Instant> of) {
            return of.max(Comparator.naturalOrder());
        }

        boolean isTreated() {
            return status.equals("active");
        }

        boolean cameInTheSilence(Report report) {
            return before.raisedAt().isPresent()
                    && report.received.isAfter(before.raisedAt().get());
        }

        LocalDate dayOf(Instant at) {
            return LocalDate.ofInstant(at, home);
        }
    }

    @Test
    void everyLifeIsAsTheOracleSays() {
        System.out.println("Silence against its oracle: seed " + SEED);
        var met = new TreeMap<String, Integer>();
        for (int number = 0; number < LIVES; number++) {
            var chance = new SplittableRandom(SEED + number);
            var begin = BEGINNINGS.get(chance.nextInt(BEGINNINGS.size()));
            var life = life(chance, begin);
            for (int moment = 0; moment < MOMENTS; moment++) {
                var now = instant(chance, begin.plusDays(12), 45);
                var facts = life.facts(now);
                var because = "seed %d, life %d, %s".formatted(SEED, number, now);

                var standing = Silence.standing(facts, life.silentAfterDays, now);
                var decision = Silence.decide(facts, life.silentAfterDays, life.hours, now);

                assertThat(standing).as(because).isEqualTo(standing(life, now));
                var said = decision(life, now);
                if (decision instanceof Decision.Wait(Instant until)) {
                    assertThat(said).as(because).isEmpty();
                    assertThat(until).as(because).isAfter(now);
                } else {
                    assertThat(Optional.of(decision)).as(because).isEqualTo(said);
                }
                met.merge(decision.getClass().getSimpleName(), 1, Integer::sum);
                if (life.isTreated() && onlyOnBehalfSince(life, now) && !(decision instanceof Decision.Paused)) {
                    met.merge(decision.getClass().getSimpleName() + " on behalf", 1, Integer::sum);
                }
                met.merge(standing.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        // Lives in which nothing happens would agree with anything.
        assertThat(met.keySet())
                .containsExactly(
                        "Drop",
                        "Heard",
                        "NotCounted",
                        "Paused",
                        "Raise",
                        "Return",
                        "Return on behalf",
                        "Silent",
                        "Wait",
                        "Wait on behalf");
        assertThat(met.values()).allMatch(times -> times > LIVES / 100);
    }

    // --- the oracle -------------------------------------------------------------------------------------------------

    /// Empty: nothing is to be done now.
    private static Optional<Decision> decision(Life life, Instant now) {
        if (life.before.raisedAt().isPresent()) {
            var told = life.toldBy(now);
            if (!life.isTreated()) {
                return Optional.of(new Decision.Drop());
            }
            for (var report : told) {
                boolean newer = told.stream()
                        .filter(known -> !life.cameInTheSilence(known))
                        .allMatch(known -> known.atTheLatest().isBefore(report.atTheLatest()));
                if (life.cameInTheSilence(report) && newer && isOfTheLastDays(life, report.atTheLatest(), now)) {
                    return Optional.of(new Decision.Return());
                }
            }
            // Whatever covers today and does not run is paused, or gave way to one that is.
            var today = life.dayOf(now);
            return !runs(life, today) && life.plans.stream().anyMatch(plan -> covers(plan, today))
                    ? Optional.of(new Decision.Paused())
                    : Optional.empty();
        }
        return standing(life, now) instanceof Standing.Silent(Quiet quiet) && life.hours.isOpen(now)
                ? Optional.of(new Decision.Raise(quiet))
                : Optional.empty();
    }

    private static boolean onlyOnBehalfSince(Life life, Instant now) {
        var came = life.toldBy(now).stream().filter(life::cameInTheSilence).toList();
        return !came.isEmpty() && came.stream().allMatch(Report::onBehalf);
    }

    private static Standing standing(Life life, Instant now) {
        var today = life.dayOf(now);
        if (!life.isTreated() || !runs(life, today)) {
            return new Standing.NotCounted();
        }
        var told = life.toldBy(now);
        // Back to the day of which anything is known, or before which nothing counts.
        int days = 0;
        int back = 0;
        var day = today;
        while (!isWhereCountingBegins(life, told, day)) {
            days += back < 400 && runs(life, day) ? 1 : 0;
            back++;
            day = day.minusDays(1);
        }
        var due = firstDue(life, day, today);
        var quiet = new Quiet(
                new Gap(day, days, due),
                told.isEmpty(),
                told.stream()
                        .filter(report -> !report.onBehalf)
                        .anyMatch(report ->
                                life.cameInTheSilence(report) || isOfTheLastDays(life, report.received, now)));
        return days >= life.silentAfterDays && due.isPresent() ? new Standing.Silent(quiet) : new Standing.Heard(quiet);
    }

    private static boolean isWhereCountingBegins(Life life, List<Report> told, LocalDate day) {
        Predicate<Instant> onThatDay = at -> life.dayOf(at).equals(day);
        return told.stream().map(Report::atTheLatest).anyMatch(onThatDay)
                || told.isEmpty() && onThatDay.test(life.enrolled)
                || life.before.countedFrom().filter(onThatDay).isPresent()
                || life.plans.stream().noneMatch(plan -> !plan.first().isAfter(day));
    }

    private static boolean isOfTheLastDays(Life life, Instant at, Instant now) {
        for (int back = 0; back < life.silentAfterDays; back++) {
            if (life.dayOf(at).equals(life.dayOf(now).minusDays(back))) {
                return true;
            }
        }
        return false;
    }

    /// The first day before today on which somebody who follows a plan would have had to tell something by then.
    private static Optional<LocalDate> firstDue(Life life, LocalDate since, LocalDate today) {
        var begin = since.isBefore(today.minusDays(400)) ? today.minusDays(400) : since;
        for (var day = begin.plusDays(1); day.isBefore(today); day = day.plusDays(1)) {
            for (int plan = 0; plan < life.plans.size(); plan++) {
                if (runs(life, plan, day) && isDue(life, plan, day, begin)) {
                    return Optional.of(day);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isDue(Life life, int number, LocalDate day, LocalDate since) {
        var plan = life.plans.get(number);
        if (!plan.weekdays().isEmpty()) {
            return plan.weekdays().contains(day.getDayOfWeek());
        }
        // Each way of spending the week: those days on which nothing was told can not have been taken.
        int running = 0;
        int away = 0;
        int possible = 0;
        for (var other = day.minusDays(day.getDayOfWeek().getValue() - 1L);
                other.isBefore(day.plusDays(8L - day.getDayOfWeek().getValue()));
                other = other.plusDays(1)) {
            boolean quiet = other.isAfter(since) && !other.isAfter(day);
            running += runs(life, number, other) ? 1 : 0;
            away += isInForce(life, number, other) && !runs(life, number, other) ? 1 : 0;
            possible += runs(life, number, other) && !quiet ? 1 : 0;
        }
        double asked = plan.daysAWeek() * running / 7.0;
        return possible < (away > 0 ? Math.floor(asked) : Math.round(asked));
    }

    private static boolean runs(Life life, LocalDate day) {
        for (int plan = 0; plan < life.plans.size(); plan++) {
            if (runs(life, plan, day)) {
                return true;
            }
        }
        return false;
    }

    private static boolean runs(Life life, int number, LocalDate day) {
        for (var pause : life.plans.get(number).pauses()) {
            if (day.compareTo(pause.from()) >= 0
                    && (pause.resumedOn() == null || day.compareTo(pause.resumedOn()) < 0)) {
                return false;
            }
        }
        return isInForce(life, number, day);
    }

    private static boolean isInForce(Life life, int number, LocalDate day) {
        var plan = life.plans.get(number);
        for (int later = number + 1; later < life.plans.size(); later++) {
            var other = life.plans.get(later);
            if (other.programme().equals(plan.programme()) && covers(other, day)) {
                return false;
            }
        }
        return covers(plan, day);
    }

    private static boolean covers(Plan plan, LocalDate day) {
        return day.compareTo(plan.first()) >= 0 && (plan.last() == null || day.compareTo(plan.last()) <= 0);
    }

    // --- lives ------------------------------------------------------------------------------------------------------

    private static Life life(SplittableRandom chance, LocalDate begin) {
        var enrolled = instant(chance, begin.minusDays(3), 12);
        var reports = new ArrayList<Report>();
        for (int i = chance.nextInt(5) == 0 ? 0 : chance.nextInt(12); i > 0; i--) {
            var received = instant(chance, begin, 40);
            var late = Duration.ofMinutes(
                    switch (chance.nextInt(6)) {
                        case 0 -> chance.nextInt(12 * 24 * 60);
                        case 1 -> -chance.nextInt(3 * 24 * 60);
                        default -> chance.nextInt(30);
                    });
            reports.add(new Report(received.minus(late), received, chance.nextInt(3) == 0));
        }
        var raised = instant(chance, begin, 12);
        var before = switch (chance.nextInt(4)) {
            case 0 ->
                new Before(
                        Optional.of(raised),
                        Life.newest(reports.stream()
                                .filter(report -> !report.received.isAfter(raised))
                                .map(Report::atTheLatest)),
                        Optional.empty());
            case 1 -> new Before(Optional.empty(), Optional.empty(), Optional.of(raised));
            default -> Before.NOTHING;
        };
        return new Life(
                chance.nextInt(5) > 0
                        ? "active"
                        : List.of("paused", "discharged", "deceased").get(chance.nextInt(3)),
                enrolled,
                ZONES.get(chance.nextInt(ZONES.size())),
                plans(chance, begin),
                reports,
                before,
                2 + chance.nextInt(chance.nextInt(3) == 0 ? 29 : 6),
                hours(chance, begin));
    }

    private static List<Plan> plans(SplittableRandom chance, LocalDate begin) {
        var plans = new ArrayList<Plan>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            var first = chance.nextInt(10) == 0
                    ? begin.minusDays(chance.nextInt(500))
                    : begin.plusDays(chance.nextInt(-15, 15));
            // Now and then it ends before it starts.
            @Nullable LocalDate last = chance.nextInt(4) == 0 ? first.plusDays(chance.nextInt(-2, 50)) : null;
            var pauses = new ArrayList<Pause>();
            for (int p = chance.nextInt(3); p > 0; p--) {
                var from = begin.plusDays(chance.nextInt(40));
                pauses.add(new Pause(from, chance.nextInt(5) == 0 ? null : from.plusDays(chance.nextInt(9))));
            }
            var weekdays = new HashSet<DayOfWeek>();
            int daysAWeek = chance.nextInt(3) == 0 ? 7 : chance.nextInt(1, 8);
            if (chance.nextInt(3) == 0) {
                chance.ints(daysAWeek, 1, 8).forEach(day -> weekdays.add(DayOfWeek.of(day)));
            }
            plans.add(new Plan("programme-" + chance.nextInt(3), first, last, weekdays, daysAWeek, pauses));
        }
        return plans;
    }

    private static WorkingHours hours(SplittableRandom chance, LocalDate begin) {
        var said = new ArrayList<WorkingHours.Stretch>();
        for (var day : DayOfWeek.values()) {
            if (chance.nextInt(4) > 0) {
                int opens = chance.nextInt(1400);
                said.add(new WorkingHours.Stretch(day, opens, chance.nextInt(opens + 1, 1441)));
            }
        }
        var holidays = new HashSet<LocalDate>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            holidays.add(begin.plusDays(chance.nextInt(60)));
        }
        return WorkingHours.of(ZONES.get(chance.nextInt(ZONES.size())), said, holidays);
    }

    private static Instant instant(SplittableRandom chance, LocalDate from, int withinDays) {
        return from.atStartOfDay(ZoneId.of("UTC"))
                .toInstant()
                .plus(Duration.ofMinutes(chance.nextInt(withinDays * 24 * 60)));
    }
}
