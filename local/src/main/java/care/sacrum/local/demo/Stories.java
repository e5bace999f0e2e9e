package care.sacrum.local.demo;

import static care.sacrum.local.demo.Person.man;
import static care.sacrum.local.demo.Person.woman;
import static care.sacrum.local.demo.Sign.present;
import static care.sacrum.local.demo.Sign.redFlagsDenied;
import static care.sacrum.local.demo.Sign.redFlagsDeniedBut;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Everyone in the demo practice. Day 30 is the day on which the demo was first fed.
final class Stories {

    private Stories() {}

    static final List<Story> ALL = List.of(
            new Story(
                    1,
                    woman("Amelia Hart", 1984, "Europe/London").underCareOf("physical_therapist"),
                    "recovers steadily",
                    Stories::recoversSteadily),
            new Story(
                    2,
                    man("Javier Ortega", 1977, "Europe/Madrid"),
                    "five days of pain that will not go",
                    Stories::painThatWillNotGo),
            new Story(
                    3,
                    woman("Priya Raman", 1990, "Asia/Kolkata"),
                    "tingling down one leg since day 12",
                    Stories::tinglingDownOneLeg),
            new Story(
                    4,
                    woman("Margaret Doyle", 1968, "America/St_Johns"),
                    "a bladder sign, told by a phone that was offline for two days",
                    Stories::bladderSignFromAPhoneThatWasOffline),
            new Story(
                    5,
                    man("Tom Becker", 1995, "America/Los_Angeles"),
                    "cracks his back every day",
                    Stories::cracksHisBackEveryDay),
            new Story(
                    6, woman("Grace Okafor", 1981, "Africa/Lagos"), "not heard from since day 17", Stories::goesSilent),
            new Story(
                    7,
                    woman("Helen Marsh", 1959, "Australia/Sydney").longKnownFor("stress_urinary_incontinence"),
                    "has leaked on coughing for years",
                    Stories::leaksOnCoughingAsEver),
            new Story(
                    8,
                    man("Wiremu Parata", 1972, "Pacific/Auckland"),
                    "a bowel sign, new today",
                    Stories::bowelSignToday),
            new Story(
                    9,
                    man("Daniel Cohen", 1988, "America/New_York"),
                    "a flare that has come down to 2",
                    Stories::flareThatDipsToTwo),
            new Story(
                    10,
                    woman("Mei Tan", 1993, "Asia/Singapore"),
                    "tells of her mornings only, and they hurt",
                    Stories::onlyMornings),
            new Story(
                    11,
                    man("Samuel Njoroge", 1979, "Africa/Nairobi"),
                    "sore muscles, every red flag denied all along",
                    Stories::deniesEveryRedFlagDaily),
            new Story(
                    12,
                    woman("Chloe Martin", 1986, "Europe/Paris"),
                    "tingling in a foot, seen and acknowledged",
                    Stories::tinglingThatWasSeen),
            new Story(
                    13,
                    man("Oliver Reed", 1965, "Europe/London"),
                    "typed a 9, put it right within the hour",
                    Stories::slipOfTheThumb),
            new Story(
                    14,
                    woman("Elena Vasquez", 1991, "Europe/Madrid"),
                    "travels across three time zones",
                    Stories::travels),
            new Story(
                    15,
                    woman("Ruth Adeyemi", 1957, "America/Chicago").underCareOf("physical_therapist"),
                    "has recovered",
                    Stories::hasRecovered),
            new Story(
                    16,
                    woman("Ingrid Solberg", 1954, "Europe/Oslo").with("osteoporosis"),
                    "osteoporosis, and ten days of pain with a better day between",
                    Stories::painWithABetterDayBetween),
            new Story(
                    17,
                    woman("Leilani Kealoha", 1983, "Pacific/Auckland"),
                    "flew over the date line: five mornings of pain on four dates",
                    Stories::livesOneDateTwice));

    private static void recoversSteadily(Day day) {
        usual(day, day.falling(6, 0, 21));
    }

    /// Five days by the morning of day 30. It goes on for a week after that, then comes down.
    private static void painThatWillNotGo(Day day) {
        usual(day, day.isBetween(26, 37) ? 4 : 1);
        if (day.isBetween(26, 37) && day.isForExercises()) {
            day.morning(4);
        }
    }

    /// The pain is no worse than before, but from day 12 there is more than pain: no exercises until someone looked.
    private static void tinglingDownOneLeg(Day day) {
        var tingling = present("leg_tingling").side("left").downTo("below_knee").severity(3);
        if (day.isBefore(12)) {
            usual(day, 4);
            return;
        }
        if (day.is(12)) {
            day.checkIn(4).says(tingling.newSince(day.date()));
        } else if (day.isForQuestions()) {
            day.checkIn(4).says(redFlagsDenied()).says(tingling.thereSince(day.dateOf(12)));
        } else if (day.oneIn(2)) {
            day.morning(4).resting();
        }
    }

    /// Observed in the evening of day 28, sent on day 30.
    private static void bladderSignFromAPhoneThatWasOffline(Day day) {
        if (day.isBefore(28)) {
            usual(day, 2);
        } else if (day.is(28)) {
            day.morning(2).whileOffline();
            day.checkIn(2)
                    .at(LocalTime.of(20, 50))
                    .says(present("urine_cannot_start").newSince(day.date()))
                    .whileOffline();
        }
    }

    private static void cracksHisBackEveryDay(Day day) {
        usual(day, 2);
        if (day.isAfter(14)) {
            day.tellings().forEach(telling -> telling.crackedByForce(3));
        }
    }

    private static void goesSilent(Day day) {
        if (!day.isAfter(17)) {
            usual(day, day.falling(5, 2, 17));
        }
    }

    /// Asked at enrolment, stable, seen by a clinician: known and unchanged raises nothing.
    private static void leaksOnCoughingAsEver(Day day) {
        var leak = present("urine_leak").asEver().onlyWhen("coughing").severity(3);
        exercises(day, 1, redFlagsDeniedBut("urine_leak"));
        if (day.isForQuestions() || day.oneIn(5)) {
            day.checkIn(1).says(leak);
        }
    }

    /// Told in the morning of day 30; after that there are other things to do.
    private static void bowelSignToday(Day day) {
        if (day.isBefore(30)) {
            usual(day, 2);
        } else if (day.is(30)) {
            day.morning(2).says(present("bowel_leak").newSince(day.date()));
        }
    }

    /// A bad first week, two quiet weeks, then pain again that is now at 2: neither pain nor quiet.
    private static void flareThatDipsToTwo(Day day) {
        if (day.isBefore(9)) {
            usual(day, 5);
        } else if (day.isBefore(24)) {
            usual(day, 1);
        } else {
            usual(day, day.isBefore(27) ? 4 : 2);
        }
    }

    /// No session is needed to see that it lasts.
    private static void onlyMornings(Day day) {
        var pain = day.oneIn(3) ? 3 : 4;
        var morning = day.morning(day.isBetween(22, 40) ? pain : 1);
        if (day.isForQuestions()) {
            morning.says(redFlagsDenied());
        }
    }

    private static void deniesEveryRedFlagDaily(Day day) {
        var answers = new ArrayList<>(redFlagsDenied());
        answers.add(present("muscle_soreness").asEver());
        (day.isForExercises() ? day.session(2) : day.morning(2).resting()).says(answers);
    }

    /// The clinician has seen her since, see [DemoPractice].
    private static void tinglingThatWasSeen(Day day) {
        if (day.isBefore(20)) {
            usual(day, 2);
            return;
        }
        if (day.isForQuestions()) {
            day.checkIn(2).says(redFlagsDenied());
        } else if (day.isForRest()) {
            day.morning(2).resting();
        }
        if (day.is(20)) {
            day.checkIn(2)
                    .says(present("leg_tingling")
                            .newSince(day.date())
                            .side("right")
                            .downTo("foot")
                            .severity(2));
        }
    }

    private static void slipOfTheThumb(Day day) {
        if (day.is(26)) {
            day.morning(1);
            day.session(1, 9).correctedAfter(Duration.ofMinutes(25)).painAfter(1);
        } else {
            usual(day, day.isBefore(25) ? day.falling(5, 2, 20) : 1);
        }
    }

    /// New York, Los Angeles and home again. One session begins before midnight and ends after it: it is of one day.
    private static void travels(Day day) {
        if (day.isBetween(8, 14)) {
            day.in("America/New_York");
        } else if (day.isBetween(15, 21)) {
            day.in("America/Los_Angeles");
        }
        if (day.is(9)) {
            day.session(2).at(LocalTime.of(23, 50));
        } else {
            usual(day, 2);
        }
    }

    private static void hasRecovered(Day day) {
        if (day.isBefore(20)) {
            usual(day, day.falling(6, 0, 17));
        } else if (day.isForQuestions()) {
            day.checkIn(0).says(redFlagsDenied());
        }
    }

    private static void painWithABetterDayBetween(Day day) {
        if (day.isBetween(21, 45)) {
            usual(day, day.is(25) ? 2 : day.oneIn(9) ? 3 : 4);
        } else {
            usual(day, 1);
        }
    }

    /// In pain from day 26. On day 29 she wakes in Honolulu, where it is still the date of day 28.
    private static void livesOneDateTwice(Day day) {
        var pain = day.isBetween(26, 30) ? 4 : 1;
        if (day.isBefore(29)) {
            usual(day, pain);
            return;
        }
        day.in("Pacific/Honolulu").acrossTheDateLine();
        day.checkIn(pain).at(LocalTime.of(7, 40));
        usual(day, pain);
    }

    // What most patients do

    /// Exercises on five days of a week, the pain of the morning on the others, and red flags denied once a week.
    private static void usual(Day day, int pain) {
        exercises(day, pain, redFlagsDenied());
    }

    /// The answers are given with the exercises, once a week.
    private static void exercises(Day day, int pain, List<Sign> answers) {
        if (day.isForRest()) {
            day.morning(pain).resting();
            return;
        }
        var session = day.session(pain);
        if (day.isForQuestions()) {
            session.says(answers);
        }
    }
}
