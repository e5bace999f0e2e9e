package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Facts.Excuse;
import care.sacrum.session.adherence.calculation.Facts.Hold;
import care.sacrum.session.adherence.calculation.Facts.Kind;
import care.sacrum.session.adherence.calculation.Facts.Pause;
import care.sacrum.session.adherence.calculation.Facts.Plan;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Told;
import care.sacrum.session.adherence.calculation.Facts.Version;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A history that nobody would think of: zones with half hours and over the date line, plans that overlap and change in
/// mid-week, late reports, reports on behalf, corrections of corrections, and dates that cannot be.
public record RandomHistory(Facts facts, LocalDate firstMonday, int weeks, List<Instant> asked) {

    private static final List<ZoneId> ZONES = List.of(
                    "Europe/London",
                    "America/New_York",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "Pacific/Auckland",
                    "Pacific/Kiritimati",
                    "Pacific/Pago_Pago",
                    "America/St_Johns")
            .stream()
            .map(ZoneId::of)
            .toList();

    /// Mondays before a change of the clock, a leap day, a year's end, and an ordinary week.
    private static final List<LocalDate> BEGINNINGS = List.of(
            LocalDate.parse("2026-03-16"),
            LocalDate.parse("2026-10-19"),
            LocalDate.parse("2024-02-19"),
            LocalDate.parse("2025-12-22"),
            LocalDate.parse("2026-06-01"));

    private static final List<Kind> CHECK_INS = List.of(Kind.CHECK_IN, Kind.MORNING_CHECK_IN);

    private static final List<String> EXERCISES = List.of("tilt", "rotation", "stretch");

    public static RandomHistory of(SplittableRandom random) {
        return new Making(random).make();
    }

    private static final class Making {
        private final SplittableRandom random;
        private final LocalDate begin;
        private final int weeks;
        private final Instant from;

        Making(SplittableRandom random) {
            this.random = random;
            this.begin = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
            this.weeks = 2 + random.nextInt(5);
            this.from = begin.atStartOfDay(ZoneId.of("UTC")).toInstant();
        }

        RandomHistory make() {
            var home = any(ZONES);
            var plans = new ArrayList<Plan>();
            for (int i = random.nextInt(4); i > 0; i--) {
                plans.add(plan());
            }
            var excuses = new ArrayList<Excuse>();
            for (int i = random.nextInt(3); i > 0; i--) {
                var first = day();
                excuses.add(new Excuse(
                        id(),
                        first,
                        first.plusDays(random.nextInt(5)),
                        "illness",
                        false,
                        moment(),
                        maybe(4) ? Optional.of(moment()) : Optional.empty()));
            }
            var holds = new ArrayList<Hold>();
            if (maybe(4)) {
                var held = moment();
                holds.add(new Hold(
                        id(),
                        held,
                        maybe(2)
                                ? Optional.of(held.plus(Duration.ofMinutes(random.nextInt(8 * 24 * 60))))
                                : Optional.empty()));
            }
            var asked = new ArrayList<Instant>();
            for (int i = 0; i < 3; i++) {
                asked.add(moment());
            }
            asked.add(from.plus(Duration.ofDays(7L * weeks + 500)));
            return new RandomHistory(new Facts(home, plans, excuses, holds, reports(home)), begin, weeks, asked);
        }

        private Plan plan() {
            var versions = new ArrayList<Version>();
            var recorded = maybe(3) ? from.minus(Duration.ofDays(random.nextInt(420))) : moment();
            var programme = any(List.of("gentle-start", "other-start", "third-start"));
            for (int number = 1; number <= 1 + random.nextInt(3); number++) {
                versions.add(version(number, recorded, programme));
                recorded =
                        recorded.plus(Duration.ofMinutes(maybe(3) ? random.nextInt(20) : random.nextInt(14 * 24 * 60)));
            }
            return new Plan(id(), versions);
        }

        private Version version(int number, Instant recorded, String programme) {
            var start = maybe(8) ? begin.minusDays(random.nextInt(500)) : day().minusDays(random.nextInt(10));
            var weekdays = EnumSet.noneOf(DayOfWeek.class);
            if (maybe(2)) {
                for (var each : DayOfWeek.values()) {
                    if (maybe(2)) {
                        weekdays.add(each);
                    }
                }
            }
            var pauses = new ArrayList<Pause>();
            if (maybe(4)) {
                var first = day();
                pauses.add(new Pause(
                        first, maybe(4) ? Optional.empty() : Optional.of(first.plusDays(1 + random.nextInt(9)))));
            }
            return new Version(
                    number,
                    recorded,
                    programme,
                    start,
                    maybe(3) ? Optional.of(start.plusDays(random.nextInt(40) - 3)) : Optional.empty(),
                    1 + random.nextInt(3),
                    weekdays.isEmpty() ? 1 + random.nextInt(7) : weekdays.size(),
                    weekdays.isEmpty() ? Set.of() : weekdays,
                    pauses,
                    doses());
        }

        private List<Dose> doses() {
            var doses = new ArrayList<Dose>();
            for (var exercise : EXERCISES) {
                if (maybe(2)) {
                    doses.add(new Dose(
                            exercise,
                            orNull(1 + random.nextInt(3)),
                            orNull(1 + random.nextInt(12)),
                            orNull(1 + random.nextInt(30)),
                            maybe(2)));
                }
            }
            return doses;
        }

        private List<Told> reports(ZoneId home) {
            var reports = new ArrayList<Told>();
            for (int i = random.nextInt(12 * weeks); i > 0; i--) {
                // Now and then at the same moment as another.
                var observed = maybe(4) && !reports.isEmpty() ? any(reports).observedAt() : moment();
                var zone = maybe(6) ? any(ZONES) : home;
                var late = Duration.ofMinutes(
                        maybe(3) ? random.nextInt(9 * 24 * 60) : maybe(30) ? 410 * 24 * 60 : random.nextInt(30));
                var received =
                        maybe(40) ? observed.minus(Duration.ofMinutes(9 + random.nextInt(3))) : observed.plus(late);
                var kind = maybe(5) ? any(CHECK_INS) : !reports.isEmpty() && maybe(6) ? Kind.CORRECTION : Kind.SESSION;
                var corrected = kind == Kind.CORRECTION
                        ? Optional.of(maybe(8) ? id() : any(reports).id())
                        : Optional.<UUID>empty();
                reports.add(told(kind, observed, zone, received, corrected));
                if (kind == Kind.CORRECTION && maybe(3)) {
                    // Another one of the same moment, received at the same or at another.
                    reports.add(told(kind, observed, zone, received.plusSeconds(60L * random.nextInt(2)), corrected));
                }
            }
            return reports;
        }

        private Told told(Kind kind, Instant observed, ZoneId zone, Instant received, Optional<UUID> corrects) {
            return new Told(
                    id(),
                    kind,
                    LocalDate.ofInstant(observed, zone),
                    observed,
                    zone,
                    received,
                    maybe(4),
                    corrects,
                    CHECK_INS.contains(kind) || maybe(3) ? Optional.empty() : Optional.of(works()),
                    maybe(8) ? Boolean.valueOf(maybe(2)) : null,
                    new Pain(pain(), pain(), pain()));
        }

        /// Whole, or to a tenth as a slider gives it.
        private @Nullable Double pain() {
            return maybe(3)
                    ? null
                    : maybe(3) ? Double.valueOf(random.nextInt(101) / 10.0) : Double.valueOf(random.nextInt(11));
        }

        private List<Work> works() {
            var works = new ArrayList<Work>();
            for (int i = random.nextInt(5); i > 0; i--) {
                works.add(new Work(
                        maybe(8) ? "yoga" : any(EXERCISES),
                        orNull(random.nextInt(4)),
                        orNull(random.nextInt(14)),
                        orNull(random.nextInt(35_000)),
                        any(List.of(Side.values()))));
            }
            return works;
        }

        private LocalDate day() {
            return begin.plusDays(random.nextInt(7 * weeks));
        }

        private Instant moment() {
            return from.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60 * weeks)));
        }

        private boolean maybe(int oneIn) {
            return random.nextInt(oneIn) == 0;
        }

        private <T> T any(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        private @Nullable Integer orNull(int value) {
            return maybe(4) ? null : Integer.valueOf(value);
        }

        private UUID id() {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }
}
