package care.sacrum.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/London"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("UTC"));

    @Test
    void a_day_is_the_calendars_whatever_was_asked_before_it() {
        LocalDays days = new LocalDays();
        Random random = new Random(180);
        for (int asked = 0; asked < 20_000; asked++) {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            Instant instant = Instant.parse("2009-01-01T00:00:00Z").plusSeconds(random.nextInt(1_000_000_000));
            assertThat(days.dayOf(instant, zone)).isEqualTo(calendarDay(instant, zone));
        }
    }

    @Test
    void the_second_in_which_a_clock_changes_is_of_the_new_offset_and_the_one_before_of_the_old() {
        for (ZoneId zone : ZONES) {
            Instant change = Instant.parse("2009-01-01T00:00:00Z");
            for (var next = zone.getRules().nextTransition(change);
                    next != null && change.isBefore(Instant.parse("2030-01-01T00:00:00Z"));
                    next = zone.getRules().nextTransition(change)) {
                change = next.getInstant();
                LocalDays days = new LocalDays();
                for (int seconds : new int[] {-1, 0, 1, 0, -1}) {
                    Instant instant = change.plusSeconds(seconds);
                    assertThat(days.dayOf(instant, zone)).isEqualTo(calendarDay(instant, zone));
                }
            }
        }
    }

    private static int calendarDay(Instant instant, ZoneId zone) {
        return (int) instant.atZone(zone).toLocalDate().toEpochDay();
    }
}
