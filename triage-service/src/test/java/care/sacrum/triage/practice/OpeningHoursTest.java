package care.sacrum.triage.practice;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final OpeningHours weekdays = hours(
            LONDON,
            Set.of(LocalDate.parse("2026-12-25")),
            open(MONDAY, 9, 17),
            open(TUESDAY, 9, 17),
            open(WEDNESDAY, 9, 17),
            open(THURSDAY, 9, 17),
            open(FRIDAY, 9, 17));

    @Test
    void hoursCountOnlyWhileSomebodyIsThere() {
        assertThat(weekdays.afterSoLongOpen(london("2026-02-06T15:30"), Duration.ofHours(4)))
                .contains(london("2026-02-09T11:30"));
    }

    @Test
    void hoursThatEndWithTheDayEndThenAndNotTheNextMorning() {
        assertThat(weekdays.afterSoLongOpen(london("2026-02-06T13:00"), Duration.ofHours(4)))
                .contains(london("2026-02-06T17:00"));
    }

    @Test
    void aHolidayIsPassedOver() {
        assertThat(weekdays.afterSoLongOpen(london("2026-12-24T16:00"), Duration.ofHours(2)))
                .contains(london("2026-12-28T10:00"));
        assertThat(weekdays.closeOfOpenDay(london("2026-12-24T16:00"), 1)).contains(london("2026-12-28T17:00"));
    }

    @Test
    void theDayOfRaisingIsNotCounted() {
        assertThat(weekdays.closeOfOpenDay(london("2026-02-02T08:00"), 2)).contains(london("2026-02-04T17:00"));
        assertThat(weekdays.closeOfOpenDay(london("2026-02-02T23:59"), 2)).contains(london("2026-02-04T17:00"));
    }

    @Test
    void raisedOnADayOnWhichItIsClosedTheNextOpenDayIsTheFirst() {
        assertThat(weekdays.closeOfOpenDay(london("2026-02-07T12:00"), 1)).contains(london("2026-02-09T17:00"));
    }

    @Test
    void theLunchBreakOfADayDoesNotEndIt() {
        var broken = hours(LONDON, Set.of(), open(MONDAY, 9, 12), open(MONDAY, 14, 18));

        assertThat(broken.closeOfOpenDay(london("2026-02-07T12:00"), 1)).contains(london("2026-02-09T18:00"));
        assertThat(broken.afterSoLongOpen(london("2026-02-09T11:00"), Duration.ofHours(2)))
                .contains(london("2026-02-09T15:00"));
    }

    @Test
    void aPracticeThatNeverClosesCountsByTheClock() {
        var always = hours(
                LONDON,
                Set.of(),
                Arrays.stream(DayOfWeek.values()).map(Opening::wholeDay).toArray(Opening[]::new));
        var beforeTheClocksGoForward = london("2026-03-28T23:30");

        assertThat(always.afterSoLongOpen(beforeTheClocksGoForward, Duration.ofHours(4)))
                .contains(beforeTheClocksGoForward.plus(Duration.ofHours(4)));
        assertThat(always.closeOfOpenDay(beforeTheClocksGoForward, 1)).contains(london("2026-03-30T00:00"));
    }

    @Test
    void anHourThatTheClockSkipsIsNotCountedAndOneThatItShowsTwiceIsTwice() {
        var nights = hours(LONDON, Set.of(), open(SUNDAY, 0, 4));

        assertThat(nights.afterSoLongOpen(london("2026-03-29T00:00"), Duration.ofHours(3)))
                .contains(london("2026-03-29T04:00"));
        assertThat(nights.afterSoLongOpen(london("2026-10-25T00:00"), Duration.ofHours(5)))
                .contains(london("2026-10-25T04:00"));
    }

    @Test
    void whereHoursAreNotKnownNothingIsCounted() {
        assertThat(OpeningHours.NOT_KNOWN.known()).isFalse();
        assertThat(OpeningHours.NOT_KNOWN.afterSoLongOpen(london("2026-02-06T15:30"), Duration.ofHours(1)))
                .isEmpty();
        assertThat(OpeningHours.NOT_KNOWN.closeOfOpenDay(london("2026-02-06T15:30"), 1))
                .isEmpty();
        assertThat(OpeningHours.NOT_KNOWN.openAt(london("2026-02-06T15:30"))).isEmpty();
    }

    @Test
    void aPracticeThatIsNeverOpenIsNotWaitedForForEver() {
        var never = hours(LONDON, Set.of());

        assertThat(never.afterSoLongOpen(london("2026-02-06T15:30"), Duration.ofHours(1)))
                .isEmpty();
        assertThat(never.closeOfOpenDay(london("2026-02-06T15:30"), 1)).isEmpty();
        assertThat(never.openAt(london("2026-02-06T15:30"))).contains(false);
    }

    @Test
    void itOpensWithTheFirstMinuteAndIsClosedWithTheLast() {
        assertThat(weekdays.openAt(london("2026-02-06T08:59:59"))).contains(false);
        assertThat(weekdays.openAt(london("2026-02-06T09:00"))).contains(true);
        assertThat(weekdays.openAt(london("2026-02-06T16:59:59"))).contains(true);
        assertThat(weekdays.openAt(london("2026-02-06T17:00"))).contains(false);
        assertThat(weekdays.openAt(london("2026-12-25T12:00"))).contains(false);
    }

    @Test
    void hoursAreReadAsTheyWereWrittenAndNonsenseIsNot() {
        for (var text : List.of("monday 08:30-17:00", "sunday 00:00-24:00", "friday 23:59-24:00")) {
            assertThat(Opening.of(text)).map(Opening::toString).contains(text);
        }
        for (var text : List.of(
                "",
                "monday",
                "noday 08:00-09:00",
                "monday 09:00-09:00",
                "monday 17:00-08:00",
                "monday 08:00-24:01",
                "monday 8:00-9:00",
                "monday 08:60-09:00")) {
            assertThat(Opening.of(text)).as(text).isEmpty();
        }
    }

    /// Every minute of the clock on the wall, one after the other, against the walk from piece to piece: through
    /// changes
    /// of the clock of an hour and of half an hour, by day and at midnight, a skipped day, holidays and gaps.
    @Test
    void itEqualsAWalkMinuteByMinute() {
        var zones = List.of(
                "Europe/London",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "America/Havana",
                "Africa/Cairo",
                "Pacific/Apia",
                "America/St_Johns",
                "UTC");
        for (long seed = 1; seed <= 400; seed++) {
            var random = new Random(seed);
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var from = aroundAChangeOfTheClock(zone, random);
            var hours = randomHours(zone, from, random);
            var open = Duration.ofMinutes(1 + random.nextInt(12 * 60));
            int nth = 1 + random.nextInt(4);

            assertThat(hours.afterSoLongOpen(from, open))
                    .as("seed %d: %s from %s, %s", seed, hours, from, open)
                    .isEqualTo(slowlyAfterSoLongOpen(hours, from, open));
            assertThat(hours.closeOfOpenDay(from, nth))
                    .as("seed %d: %s from %s, day %d", seed, hours, from, nth)
                    .isEqualTo(slowlyCloseOfOpenDay(hours, from, nth));
        }
    }

    private static final Duration LONG_ENOUGH = Duration.ofDays(100);

    private static Optional<Instant> slowlyAfterSoLongOpen(OpeningHours hours, Instant from, Duration open) {
        long left = open.toMinutes();
        for (var at = from; at.isBefore(from.plus(LONG_ENOUGH)); at = at.plus(1, ChronoUnit.MINUTES)) {
            if (isOpen(hours, at) && --left == 0) {
                return Optional.of(at.plus(1, ChronoUnit.MINUTES));
            }
        }
        throw new AssertionError("Not found within a hundred days");
    }

    private static Optional<Instant> slowlyCloseOfOpenDay(OpeningHours hours, Instant from, int nth) {
        var raisedOn = LocalDate.ofInstant(from, hours.zone());
        var counted = new ArrayList<LocalDate>();
        Instant close = from;
        for (var at = from; at.isBefore(from.plus(LONG_ENOUGH)); at = at.plus(1, ChronoUnit.MINUTES)) {
            var day = LocalDate.ofInstant(at, hours.zone());
            if (day.isAfter(raisedOn) && isOpen(hours, at)) {
                if (!counted.contains(day)) {
                    if (counted.size() == nth) {
                        return Optional.of(close);
                    }
                    counted.add(day);
                }
                close = at.plus(1, ChronoUnit.MINUTES);
            }
        }
        throw new AssertionError("Not found within a hundred days");
    }

    private static boolean isOpen(OpeningHours hours, Instant at) {
        var wall = LocalDateTime.ofInstant(at, hours.zone());
        int minute = wall.getHour() * 60 + wall.getMinute();
        for (var opening : hours.week().orElseThrow()) {
            if (opening.day() == wall.getDayOfWeek()
                    && !hours.holidays().contains(wall.toLocalDate())
                    && opening.opens() <= minute
                    && minute < opening.closes()) {
                return true;
            }
        }
        return false;
    }

    /// Apia skipped the 30th of December 2011; St John's changed at a minute past midnight until then.
    private static Instant aroundAChangeOfTheClock(ZoneId zone, Random random) {
        var start = Instant.parse(random.nextBoolean() ? "2010-06-01T00:00:00Z" : "2026-01-01T00:00:00Z")
                .plus(random.nextInt(500), ChronoUnit.DAYS);
        var change = zone.getRules().nextTransition(start);
        var near = change == null ? start : change.getInstant();
        return near.minus(random.nextInt(3 * 24 * 60), ChronoUnit.MINUTES)
                .plus(random.nextInt(300), ChronoUnit.MINUTES);
    }

    /// On three days of the week at least, one or two stretches; often touching midnight.
    private static OpeningHours randomHours(ZoneId zone, Instant from, Random random) {
        var week = new ArrayList<Opening>();
        for (var day : DayOfWeek.values()) {
            if (day.getValue() > 3 && random.nextInt(3) == 0) {
                continue;
            }
            int opens = random.nextInt(3) == 0 ? 0 : random.nextInt(700);
            int closes = opens + 30 + random.nextInt(300);
            week.add(new Opening(day, opens, closes));
            if (random.nextBoolean()) {
                int again = closes + random.nextInt(100);
                week.add(new Opening(day, again, random.nextBoolean() ? 1440 : again + 20 + random.nextInt(200)));
            }
        }
        var holidays = new HashSet<LocalDate>();
        for (int i = random.nextInt(4); i > 0; i--) {
            holidays.add(LocalDate.ofInstant(from, zone).plusDays(random.nextInt(7)));
        }
        return new OpeningHours(zone, Optional.of(week), holidays);
    }

    private static OpeningHours hours(ZoneId zone, Set<LocalDate> holidays, Opening... week) {
        return new OpeningHours(zone, Optional.of(List.of(week)), holidays);
    }

    private static Opening open(DayOfWeek day, int opens, int closes) {
        return new Opening(day, opens * 60, closes * 60);
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }
}
