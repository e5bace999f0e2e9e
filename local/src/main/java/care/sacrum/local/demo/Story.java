package care.sacrum.local.demo;

import care.sacrum.local.backing.DemoIdentities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A patient of a demo practice and what becomes of them. Days are numbered from 1, the day of enrolment.
///
/// @param about the story in a few words
/// @param plan  what is prescribed on day 1
/// @param further what is prescribed beside it, or after it
/// @param pause days on which nothing is expected, agreed with the clinician
/// @param silence days of which nothing is told, agreed with nobody
/// @param excuse days on which nothing is expected, by somebody's word
record Story(
        int number,
        Person person,
        String about,
        Course course,
        Plan plan,
        List<Plan> further,
        @Nullable Pause pause,
        @Nullable Silence silence,
        @Nullable Excuse excuse) {

    /// What there is to tell when the demo begins.
    private static final int DAYS_TOLD_AT_FIRST = 45;

    /// A suite that is started again later hears of the days since, up to here.
    private static final int DAYS_IN_ALL = 90;

    Story(int number, Person person, String about, Course course) {
        this(number, person, about, course, Plan.USUAL, List.of(), null, null, null);
    }

    Story following(Plan other, Plan... more) {
        return new Story(number, person, about, course, other, List.of(more), pause, silence, excuse);
    }

    Story paused(int from, int resumedOn) {
        return new Story(number, person, about, course, plan, further, new Pause(from, resumedOn), silence, excuse);
    }

    Story silent(int from, int backOn) {
        return new Story(number, person, about, course, plan, further, pause, new Silence(from, backOn), excuse);
    }

    Story excused(int from, int to, String reason, boolean byPatient) {
        return new Story(
                number, person, about, course, plan, further, pause, silence, new Excuse(from, to, reason, byPatient));
    }

    /// Version 1 of a programme, from its first day on.
    ///
    /// @param lastDay  absent for a plan without an end
    /// @param weekdays absent where any five days of a week will do
    record Plan(
            String programme,
            int firstDay,
            @Nullable Integer lastDay,
            int timesADay,
            @Nullable List<String> weekdays) {
        static final Plan USUAL = of("gentle-sacral-start");

        /// Once a day on five days a week.
        static Plan of(String programme) {
            return new Plan(programme, 1, null, 1, null);
        }

        Plan from(int day) {
            return new Plan(programme, day, lastDay, timesADay, weekdays);
        }

        Plan until(int day) {
            return new Plan(programme, firstDay, day, timesADay, weekdays);
        }

        Plan on(int times, String... days) {
            return new Plan(programme, firstDay, lastDay, times, List.of(days));
        }
    }

    /// @param from   the first day of it
    /// @param backOn the first day after it, on which the practice has been told of it
    record Silence(int from, int backOn) {}

    /// @param from      the first day of it
    /// @param resumedOn the first day after it
    record Pause(int from, int resumedOn) {}

    /// @param from      the first day of it
    /// @param to        the last day of it
    /// @param byPatient who said it; else the clinician
    record Excuse(int from, int to, String reason, boolean byPatient) {}

    /// What a patient tells on a day.
    interface Course {
        void tell(Day day);
    }

    UUID patientId() {
        return DemoIdentities.patientId(number);
    }

    UUID prescriptionId() {
        return id("prescription");
    }

    /// Of one of the further plans.
    UUID prescriptionId(Plan other) {
        return id("prescription from day %d of %s".formatted(other.firstDay(), other.programme()));
    }

    /// The same at every start, of one thing of this patient's.
    UUID id(String what) {
        return UUID.nameUUIDFromBytes(
                "demo patient %d, %s".formatted(number, what).getBytes(StandardCharsets.UTF_8));
    }

    /// The day of enrolment for a demo that begins now: today, which begins when mornings have been told, is day 45.
    LocalDate enrolledForADemoThatBegins(Instant now) {
        return today(now).minusDays(DAYS_TOLD_AT_FIRST - 1L);
    }

    /// Everything told since enrolment and up to now, in the order of time.
    List<Telling> toldSince(LocalDate enrolled, Instant now) {
        var told = new ArrayList<Telling>();
        var last = Math.min(DAYS_IN_ALL, ChronoUnit.DAYS.between(enrolled, today(now)) + 1);
        for (var day = 1; day <= last; day++) {
            var lived = new Day(number, day, enrolled.plusDays(day - 1L), person.home());
            course.tell(lived);
            told.addAll(lived.tellings());
        }
        told.removeIf(telling -> telling.observedAt().isAfter(now));
        told.sort(Comparator.comparing(Telling::observedAt));
        return told;
    }

    private LocalDate today(Instant now) {
        return now.atZone(person.home())
                .minusHours(Day.MORNINGS_ARE_TOLD_BY.getHour())
                .toLocalDate();
    }
}
