package care.sacrum.triage.finding;

import static care.sacrum.triage.finding.Deadline.Counted.BY_THE_CLOCK;
import static care.sacrum.triage.finding.Deadline.Counted.IN_OPENING_HOURS;
import static care.sacrum.triage.finding.Deadline.Counted.IN_OPEN_DAYS;
import static care.sacrum.triage.finding.Deadline.Counted.MONDAY_TO_FRIDAY;
import static care.sacrum.triage.rules.Urgency.EMERGENCY_NOW;
import static care.sacrum.triage.rules.Urgency.ROUTINE;
import static care.sacrum.triage.rules.Urgency.SELF_CARE;
import static care.sacrum.triage.rules.Urgency.SOON;
import static care.sacrum.triage.rules.Urgency.URGENT_SAME_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.practice.Opening;
import care.sacrum.triage.practice.OpeningHours;
import care.sacrum.triage.rules.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final OpeningHours MONDAYS_AND_THURSDAYS = new OpeningHours(
            LONDON,
            Optional.of(List.of(
                    Opening.of("monday 09:00-17:00").orElseThrow(),
                    Opening.of("thursday 10:00-19:00").orElseThrow())),
            Set.of());
    private static final OpeningHours NOT_KNOWN =
            new OpeningHours(LONDON, Optional.empty(), Set.of(LocalDate.parse("2026-02-09")));
    private static final Instant FRIDAY_EVENING = london("2026-02-06T20:00");

    @Test
    void anEmergencyDoesNotWaitForTheMorning() {
        assertThat(due(EMERGENCY_NOW, MONDAYS_AND_THURSDAYS))
                .contains(new Deadline(london("2026-02-06T20:15"), BY_THE_CLOCK));
    }

    @Test
    void hoursAndDaysCountWhileThePracticeIsOpen() {
        assertThat(due(URGENT_SAME_DAY, MONDAYS_AND_THURSDAYS))
                .contains(new Deadline(london("2026-02-09T13:00"), IN_OPENING_HOURS));
        assertThat(due(SOON, MONDAYS_AND_THURSDAYS)).contains(new Deadline(london("2026-02-12T19:00"), IN_OPEN_DAYS));
        assertThat(due(ROUTINE, MONDAYS_AND_THURSDAYS))
                .contains(new Deadline(london("2026-03-12T19:00"), IN_OPEN_DAYS));
    }

    @Test
    void whereHoursAreNotKnownItIsByTheClockAndFromMondayToFridayAndSaysSo() {
        assertThat(due(URGENT_SAME_DAY, NOT_KNOWN)).contains(new Deadline(london("2026-02-07T00:00"), BY_THE_CLOCK));
        // Saturday, Sunday and the holiday on Monday do not count.
        assertThat(due(SOON, NOT_KNOWN)).contains(new Deadline(london("2026-02-12T00:00"), MONDAY_TO_FRIDAY));
    }

    @Test
    void aPracticeThatIsNeverOpenHasDeadlinesAllTheSame() {
        var never = new OpeningHours(LONDON, Optional.of(List.of()), Set.of());

        assertThat(due(URGENT_SAME_DAY, never)).contains(new Deadline(london("2026-02-07T00:00"), BY_THE_CLOCK));
        assertThat(due(SOON, never)).contains(new Deadline(london("2026-02-11T00:00"), MONDAY_TO_FRIDAY));
    }

    @Test
    void selfCareNeedsNoClinician() {
        assertThat(due(SELF_CARE, MONDAYS_AND_THURSDAYS)).isEmpty();
    }

    @Test
    void aPracticeIsAsStrictAsItSet() {
        var strict = new Deadlines(1, 5, 1, 1, 2);

        assertThat(strict.of(URGENT_SAME_DAY, london("2026-02-09T09:00"), MONDAYS_AND_THURSDAYS))
                .contains(new Deadline(london("2026-02-09T10:00"), IN_OPENING_HOURS));
        assertThat(strict.of(SOON, london("2026-02-09T09:00"), MONDAYS_AND_THURSDAYS))
                .contains(new Deadline(london("2026-02-12T19:00"), IN_OPEN_DAYS));
    }

    @ParameterizedTest
    @EnumSource(value = Urgency.class, names = "SELF_CARE", mode = EnumSource.Mode.EXCLUDE)
    void remindersGrowAndStayWithinTheirBound(Urgency urgency) {
        var before = Duration.ZERO;
        for (int times = 1; times <= 100; times++) {
            var wait = Reminder.after(urgency, times);
            assertThat(wait).isPositive().isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Reminder.most(urgency));
            before = wait;
        }
        assertThat(Reminder.after(urgency, 2)).isGreaterThan(Reminder.after(urgency, 1));
        assertThat(before).isEqualTo(Reminder.most(urgency));
    }

    @Test
    void aSnoozeIsCappedByLevelAndNeverAnEmergencys() {
        var now = FRIDAY_EVENING;
        assertThat(Snoozing.decide(EMERGENCY_NOW, true, Duration.ofMinutes(1), now))
                .isEqualTo(new Snoozing.NeverAnEmergency());
        assertThat(Snoozing.decide(URGENT_SAME_DAY, true, Duration.ofMinutes(60), now))
                .isEqualTo(new Snoozing.Snoozed(now.plus(Duration.ofHours(1))));
        assertThat(Snoozing.decide(URGENT_SAME_DAY, true, Duration.ofMinutes(61), now))
                .isEqualTo(new Snoozing.OutOfBounds(Duration.ofHours(1)));
        assertThat(Snoozing.decide(SOON, true, Duration.ofDays(1), now)).isInstanceOf(Snoozing.Snoozed.class);
        assertThat(Snoozing.decide(SOON, true, Duration.ofDays(1).plusMinutes(1), now))
                .isInstanceOf(Snoozing.OutOfBounds.class);
        assertThat(Snoozing.decide(ROUTINE, true, Duration.ofDays(7), now)).isInstanceOf(Snoozing.Snoozed.class);
        assertThat(Snoozing.decide(ROUTINE, true, Duration.ZERO, now)).isInstanceOf(Snoozing.OutOfBounds.class);
        assertThat(Snoozing.decide(ROUTINE, false, Duration.ofDays(1), now)).isEqualTo(new Snoozing.NotOpen());
    }

    private static Optional<Deadline> due(Urgency urgency, OpeningHours hours) {
        return Deadlines.DEFAULTS.of(urgency, FRIDAY_EVENING, hours);
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }
}
