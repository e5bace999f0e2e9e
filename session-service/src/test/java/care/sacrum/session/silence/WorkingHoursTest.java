package care.sacrum.session.silence;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.asking.Weekday;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final long SEED = 20261125;

    private static WorkingHours.Stretch stretch(Weekday day, String opens, String closes) {
        return WorkingHours.Stretch.of(day, opens, closes);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    @Test
    void hoursThatNobodySaidAreAssumedAndSaySo() {
        var hours = WorkingHours.of(LONDON, List.of(), Set.of());

        assertThat(hours.assumed()).isTrue();
        assertThat(hours.isOpen(at("2026-11-25T08:00:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-25T07:59:59"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-25T17:59:59"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-25T18:00:00"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-28T12:00:00"))).as("a Saturday").isFalse();
        assertThat(hours.openFrom(at("2026-11-27T18:00:00"))).isEqualTo(at("2026-11-30T08:00:00"));
    }

    @Test
    void hoursThatNeverOpenCountAsNotSaid() {
        assertThat(WorkingHours.of(LONDON, List.of(stretch(Weekday.MONDAY, "12:00", "12:00")), Set.of())
                        .assumed())
                .isTrue();
        assertThat(WorkingHours.of(LONDON, List.of(stretch(Weekday.MONDAY, "12:00", "12:01")), Set.of())
                        .assumed())
                .isFalse();
    }

    @Test
    void aHolidayIsClosedAndTheNextOpeningIsAfterIt() {
        var hours = WorkingHours.of(
                LONDON,
                List.of(
                        stretch(Weekday.FRIDAY, "09:00", "12:00"),
                        stretch(Weekday.MONDAY, "13:00", "17:00"),
                        stretch(Weekday.MONDAY, "09:00", "12:00")),
                Set.of(LocalDate.of(2026, 12, 25)));

        assertThat(hours.isOpen(at("2026-12-25T10:00:00"))).isFalse();
        assertThat(hours.openFrom(at("2026-12-24T10:00:00"))).isEqualTo(at("2026-12-28T09:00:00"));
        assertThat(hours.openFrom(at("2026-12-28T12:00:00"))).isEqualTo(at("2026-12-28T13:00:00"));
        assertThat(hours.openFrom(at("2026-12-28T13:00:01"))).isEqualTo(at("2026-12-28T13:00:01"));
    }

    @Test
    void whoeverNeverClosesIsOpenThroughMidnightAndBothChangesOfTheClock() {
        var week = EnumSet.allOf(Weekday.class).stream()
                .map(day -> stretch(day, "00:00", "24:00"))
                .toList();
        var hours = WorkingHours.of(LONDON, week, Set.of());

        for (var from : List.of(at("2026-03-28T22:00:00"), at("2026-10-24T22:00:00"))) {
            for (int minutes = 0; minutes < 48 * 60; minutes += 5) {
                assertThat(hours.isOpen(from.plus(Duration.ofMinutes(minutes)))).isTrue();
            }
        }
    }

    /// A slow and obvious one: minute after minute, until it is open.
    @Test
    void theNextOpeningIsTheOneFoundMinuteByMinute() {
        var chance = new SplittableRandom(SEED);
        var zones = List.of("Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Tokyo");
        for (int round = 0; round < 300; round++) {
            var zone = ZoneId.of(zones.get(chance.nextInt(zones.size())));
            var said = new ArrayList<WorkingHours.Stretch>();
            for (var day : DayOfWeek.values()) {
                if (chance.nextInt(3) > 0) {
                    int opens = chance.nextInt(0, 1400);
                    said.add(new WorkingHours.Stretch(day, opens, chance.nextInt(opens + 1, 1441)));
                }
            }
            var begin = LocalDate.of(2026, chance.nextBoolean() ? 3 : 10, chance.nextInt(1, 29));
            var holidays = new HashSet<LocalDate>();
            for (int i = chance.nextInt(4); i > 0; i--) {
                holidays.add(begin.plusDays(chance.nextInt(6)));
            }
            var hours = WorkingHours.of(zone, said, holidays);
            var from = begin.atTime(chance.nextInt(24), chance.nextInt(60))
                    .atZone(zone)
                    .toInstant();

            var minute = from;
            while (!hours.isOpen(minute)) {
                minute = minute.plus(Duration.ofMinutes(1));
            }

            assertThat(hours.openFrom(from))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(minute);
        }
    }
}
