package care.sacrum.local.demo;

import static care.sacrum.local.demo.Person.man;
import static care.sacrum.local.demo.Person.woman;
import static care.sacrum.local.demo.Sign.present;
import static care.sacrum.local.demo.Sign.redFlagsDenied;
import static care.sacrum.local.demo.Sign.redFlagsDeniedBut;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Everyone in the demo practices. Day 45 is the day on which the demo was first fed.
final class Stories {

    /// When one patient's plan changes, on whatever day of the week that is.
    private static final int CHANGED_ON = 25;

    private Stories() {}

    static final List<Story> ALL = List.of(
            new Story(
                            1,
                            woman("Amelia Hart", 1984, "Europe/London").underCareOf("physical_therapist"),
                            "recovers steadily; three days of a cold were excused",
                            Stories::recoversSteadily)
                    .excused(39, 41, "illness", true),
            new Story(
                    2,
                    man("Javier Ortega", 1977, "Europe/Madrid"),
                    "five days of pain that will not go",
                    Stories::painThatWillNotGo),
            new Story(
                    3,
                    woman("Priya Raman", 1990, "Asia/Kolkata"),
                    "tingling down one leg since day 27",
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
                    6, woman("Grace Okafor", 1981, "Africa/Lagos"), "not heard from since day 32", Stories::goesSilent),
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
                    "tells of her mornings only, and they hurt; the plan has lapsed",
                    Stories::onlyMornings),
            new Story(
                            11,
                            man("Samuel Njoroge", 1979, "Africa/Nairobi"),
                            "follows the practice's own programme; sore muscles, every red flag denied all along",
                            Stories::deniesEveryRedFlagDaily)
                    .following(Story.Plan.of(OwnContent.PROGRAMME)),
            new Story(
                            12,
                            woman("Chloe Martin", 1986, "Europe/Paris"),
                            "tingling in a foot, seen; the programme was released from its hold",
                            Stories::tinglingThatWasSeen)
                    .excused(35, 44, "clinician", false),
            new Story(
                    13,
                    man("Oliver Reed", 1965, "Europe/London"),
                    "typed a 9, put it right within the hour; follows the plan better than he did",
                    Stories::slipOfTheThumb),
            new Story(
                    14,
                    woman("Elena Vasquez", 1991, "Europe/Madrid"),
                    "travelled across three time zones; a swollen calf since, sent on and closed as referred",
                    Stories::travels),
            new Story(
                            15,
                            woman("Ruth Adeyemi", 1957, "America/Chicago").underCareOf("physical_therapist"),
                            "has recovered; the plan has ended",
                            Stories::hasRecovered)
                    .following(Story.Plan.USUAL.until(34)),
            new Story(
                    16,
                    woman("Ingrid Solberg", 1954, "Europe/Oslo").with("osteoporosis"),
                    "osteoporosis, and ten days of pain with a better day between",
                    Stories::painWithABetterDayBetween),
            new Story(
                    17,
                    woman("Leilani Kealoha", 1983, "Pacific/Auckland"),
                    "flew over the date line: five mornings of pain on four dates",
                    Stories::livesOneDateTwice),
            new Story(
                    18,
                    woman("Fiona Kerr", 1970, "Europe/Dublin"),
                    "follows the plan, and hurts as she did six weeks ago",
                    Stories::hurtsAsSixWeeksAgo),
            new Story(
                    19,
                    man("Andrei Popescu", 1976, "Europe/Bucharest"),
                    "a fever with the pain, since this morning",
                    Stories::feverThisMorning),
            new Story(
                            20,
                            woman("Hannah Lindqvist", 1994, "Europe/Stockholm").with("pregnancy"),
                            "expects a child, and her pelvis hurts; excused from the exercises by the clinician",
                            Stories::pelvisHurtsInPregnancy)
                    .excused(1, 90, "clinician", false),
            new Story(
                    21,
                    man("Marcus Bell", 1989, "America/Denver"),
                    "overdoes it; it has settled by the end of each session; awaits an outcome",
                    Stories::overdoesIt),
            new Story(
                            22,
                            woman("Yuki Sato", 1985, "Asia/Tokyo"),
                            "was away for ten days with her plan paused; a headache since, closed as a false alarm",
                            Stories::awayForTenDays)
                    .paused(25, 35),
            new Story(
                            23,
                            man("Piotr Nowak", 1969, "Europe/Warsaw").longKnownFor("lumbar_radiculopathy_left"),
                            "a foot that has tingled for years, and no more than ever; told nothing for a week, and is back",
                            Stories::footThatTinglesAsEver)
                    .silent(38, 45),
            new Story(
                            24,
                            man("Luis Carvalho", 1998, "America/Sao_Paulo"),
                            "wakes stiff in the small hours, and is better for moving; four days of holiday were excused",
                            Stories::stiffInTheSmallHours)
                    .excused(31, 34, "holiday", false),
            new Story(
                    27,
                    woman("Nadia Haddad", 1987, "Europe/London"),
                    "numb where she sits, sent to hospital on day 36; not heard from since",
                    Stories::goesSilentAfterARedFlag),
            new Story(
                            28,
                            man("Joseph Mbeki", 1974, "Africa/Johannesburg"),
                            "twice on Monday, Wednesday and Friday; once on every weekday since day 25",
                            Stories::onNamedDays)
                    .following(
                            Story.Plan.USUAL.until(CHANGED_ON - 1).on(2, "monday", "wednesday", "friday"),
                            Story.Plan.USUAL
                                    .from(CHANGED_ON)
                                    .on(1, "monday", "tuesday", "wednesday", "thursday", "friday")),
            new Story(
                            29,
                            woman("Lena Fischer", 1980, "Europe/Berlin"),
                            "follows two plans side by side",
                            Stories::twoPlans)
                    .following(
                            Story.Plan.USUAL,
                            Story.Plan.of(OwnContent.PROGRAMME).on(1, "tuesday", "saturday")));

    /// Of the practice in the United States; both are monitored, and both are calm.
    static final List<Story> AMERICAN = List.of(
            new Story(
                    25,
                    man("Walter Jensen", 1963, "America/Denver"),
                    "tells something on every day",
                    Stories::everyDay),
            new Story(
                    26,
                    woman("Rosa Delgado", 1992, "America/Phoenix"),
                    "tells something on every third day",
                    Stories::everyThirdDay));

    /// Of the first practice.
    static Story of(int number) {
        return ALL.stream()
                .filter(story -> story.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static void everyDay(Day day) {
        usual(day, day.falling(4, 1, 30));
    }

    private static void everyThirdDay(Day day) {
        if (day.number() % 3 == 1) {
            day.session(2).says(redFlagsDenied());
        }
    }

    /// With a cold from day 39 to 41, and no exercises for it.
    private static void recoversSteadily(Day day) {
        if (day.isBetween(39, 41)) {
            day.morning(0).resting();
        } else {
            usual(day, day.falling(6, 0, 36));
        }
    }

    /// Five days by the morning of day 45. It goes on for a week after that, then comes down.
    private static void painThatWillNotGo(Day day) {
        usual(day, day.isBetween(41, 52) ? 4 : 1);
        if (day.isBetween(41, 52) && day.isForExercises()) {
            day.morning(4);
        }
    }

    /// It has hurt for weeks, and no worse since day 27, but from then on there is more than pain: no exercises until
    /// someone looked.
    private static void tinglingDownOneLeg(Day day) {
        var tingling = present("leg_tingling").side("left").downTo("below_knee").severity(3);
        if (day.isBefore(27)) {
            usual(day, day.isBefore(16) ? 1 : 4);
            return;
        }
        if (day.is(27)) {
            day.checkIn(4).says(tingling.newSince(day.date()));
        } else if (day.isForQuestions()) {
            day.checkIn(4).says(redFlagsDenied()).says(tingling.thereSince(day.dateOf(27)));
        } else if (day.oneIn(2)) {
            day.morning(4).resting();
        }
    }

    /// Observed in the evening of day 43, sent on day 45.
    private static void bladderSignFromAPhoneThatWasOffline(Day day) {
        if (day.isBefore(43)) {
            usual(day, 2);
        } else if (day.is(43)) {
            day.morning(2).whileOffline();
            day.checkIn(2)
                    .at(LocalTime.of(20, 50))
                    .says(present("urine_cannot_start").newSince(day.date()))
                    .whileOffline();
            // So that her week does not look lapsed in the hours before its newest day is told.
            day.session(2).whileOffline();
        }
    }

    private static void cracksHisBackEveryDay(Day day) {
        usual(day, 2);
        if (day.isAfter(29)) {
            day.tellings().forEach(telling -> telling.crackedByForce(3));
        }
    }

    private static void goesSilent(Day day) {
        if (!day.isAfter(32)) {
            usual(day, day.falling(5, 2, 32));
        }
        if (day.is(32)) {
            day.tellings().getLast().writes("A lot on at work. I am not sure that I can keep this up.");
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

    /// Told in the morning of day 45; after that there are other things to do.
    private static void bowelSignToday(Day day) {
        if (day.isBefore(45)) {
            usual(day, 2);
        } else if (day.is(45)) {
            day.morning(2).says(present("bowel_leak").newSince(day.date()));
        }
    }

    /// Three bad weeks, two quiet ones, then pain again that is now at 2: neither pain nor quiet.
    private static void flareThatDipsToTwo(Day day) {
        if (day.isBefore(24)) {
            usual(day, 5);
        } else if (day.isBefore(39)) {
            usual(day, 1);
        } else {
            usual(day, day.isBefore(42) ? 4 : 2);
        }
    }

    /// No session is needed to see that it lasts.
    private static void onlyMornings(Day day) {
        var pain = day.oneIn(3) ? 3 : 4;
        var morning = day.morning(day.isBetween(37, 55) ? pain : 1);
        if (day.isForQuestions()) {
            morning.says(redFlagsDenied());
        }
    }

    private static void deniesEveryRedFlagDaily(Day day) {
        var answers = new ArrayList<>(redFlagsDenied());
        answers.add(present("muscle_soreness").asEver());
        (day.isForExercises() ? day.session(2) : day.morning(2).resting()).says(answers);
    }

    /// The clinician has seen her since, see [Treatment].
    private static void tinglingThatWasSeen(Day day) {
        if (day.isBefore(35)) {
            usual(day, 2);
            return;
        }
        if (day.isForQuestions()) {
            day.checkIn(2).says(redFlagsDenied());
        } else if (day.isForRest()) {
            day.morning(2).resting();
        }
        if (day.is(35)) {
            day.checkIn(2)
                    .says(present("leg_tingling")
                            .newSince(day.date())
                            .side("right")
                            .downTo("foot")
                            .severity(2));
        }
    }

    /// For two weeks he did little, and has done all of it since: his plan is followed better than it was.
    private static void slipOfTheThumb(Day day) {
        if (day.isBetween(15, 30) && !day.oneIn(3)) {
            day.morning(day.falling(5, 2, 35));
        } else if (day.is(41)) {
            day.morning(1);
            day.session(1, 9).correctedAfter(Duration.ofMinutes(25)).painAfter(1);
        } else {
            usual(day, day.isBefore(40) ? day.falling(5, 2, 35) : 1);
        }
    }

    /// New York, Los Angeles and home again. One session begins before midnight and ends after it: it is of one day.
    /// What she told on day 44 the clinician has sent on, see [Treatment].
    private static void travels(Day day) {
        if (day.isAfter(43)) {
            var morning = day.morning(2).resting();
            if (day.is(44)) {
                morning.says(present("calf_swelling_warm").newSince(day.date()).side("left"));
            }
            return;
        }
        if (day.isBetween(23, 29)) {
            day.in("America/New_York");
        } else if (day.isBetween(30, 36)) {
            day.in("America/Los_Angeles");
        }
        if (day.is(24)) {
            day.session(2).at(LocalTime.of(23, 50));
        } else {
            usual(day, 2);
        }
    }

    private static void hasRecovered(Day day) {
        if (day.isBefore(35)) {
            usual(day, day.falling(6, 0, 32));
        } else if (day.isForQuestions()) {
            day.checkIn(0).says(redFlagsDenied());
        }
    }

    private static void painWithABetterDayBetween(Day day) {
        if (day.isBetween(36, 60)) {
            usual(day, day.is(40) ? 2 : day.oneIn(9) ? 3 : 4);
        } else {
            usual(day, 1);
        }
    }

    /// In pain from day 41. On day 44 she wakes in Honolulu, where it is still the date of day 43.
    private static void livesOneDateTwice(Day day) {
        var pain = day.isBetween(41, 45) ? 4 : 1;
        if (day.isBefore(44)) {
            usual(day, pain);
            return;
        }
        day.in("Pacific/Honolulu").acrossTheDateLine();
        day.checkIn(pain).at(LocalTime.of(7, 40));
        usual(day, pain);
    }

    /// The plan is followed and nothing gets worse, which is no reason for calm.
    private static void hurtsAsSixWeeksAgo(Day day) {
        usual(day, 4);
        if (day.is(43)) {
            day.tellings().getLast().writes("I do it all, and still. Is there something else that we could try?");
        }
    }

    /// Told in the morning of day 45; after that there are other things to do.
    private static void feverThisMorning(Day day) {
        if (day.isBefore(45)) {
            usual(day, 2);
        } else if (day.is(45)) {
            day.morning(3)
                    .says(
                            present("fever").newSince(day.date()).degrees(38.6),
                            present("chills").newSince(day.date()));
        }
    }

    /// No exercises on her back: she tells how it goes, and that is all.
    private static void pelvisHurtsInPregnancy(Day day) {
        var hurts = day.isBetween(42, 60);
        if (hurts || day.isForQuestions() || day.oneIn(2)) {
            var told = day.checkIn(hurts ? 3 : 1).in("pelvis");
            if (day.isForQuestions()) {
                told.says(redFlagsDenied());
            }
        }
    }

    /// What settles by the end is a matter of doing less, not of seeing someone.
    private static void overdoesIt(Day day) {
        usual(day, 2);
        if (day.isAfter(37) && day.isForExercises()) {
            day.tellings().getLast().painDuring(6);
        }
    }

    /// The headache of day 44 was looked into, see [Treatment].
    private static void awayForTenDays(Day day) {
        if (!day.isBetween(25, 34)) {
            usual(day, day.isBefore(25) ? 2 : 1);
        }
        if (day.is(44)) {
            day.tellings().getLast().says(present("severe_headache").newSince(day.date()));
        }
        if (day.is(24)) {
            day.tellings().getLast().writes("Off to see my parents tomorrow, as agreed. Back in ten days.");
        }
    }

    /// Seen by a clinician long ago and the same ever since: it is known, and raises nothing.
    private static void footThatTinglesAsEver(Day day) {
        if (day.isBetween(38, 44)) {
            return;
        }
        usual(day, 2);
        if (day.isForQuestions()) {
            day.tellings()
                    .getLast()
                    .says(present("leg_tingling")
                            .asEver()
                            .side("left")
                            .downTo("foot")
                            .severity(2));
        }
    }

    /// Away from day 31 to 34, as the practice was told.
    private static void stiffInTheSmallHours(Day day) {
        if (day.isBetween(31, 34)) {
            return;
        }
        usual(day, 2);
        if (day.isForQuestions()) {
            day.tellings()
                    .getLast()
                    .says(
                            present("low_back_pain").thereSince(day.dateOf(-240)),
                            present("wakes_second_half_night").asEver(),
                            present("morning_stiffness_over_30min").asEver(),
                            present("improves_with_exercise").asEver());
        }
    }

    /// Told on day 36, when it is looked into, see [Treatment].
    private static void goesSilentAfterARedFlag(Day day) {
        if (day.isBefore(36)) {
            usual(day, 2);
        } else if (day.is(36)) {
            day.checkIn(3).says(present("saddle_numbness").newSince(day.date()));
        }
    }

    /// Early and late at first. Once in a while the second time is left out.
    private static void onNamedDays(Day day) {
        var early = LocalTime.of(6, 10);
        if (day.isBefore(CHANGED_ON)) {
            if (day.isA(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)) {
                day.session(3).at(early);
                if (!day.oneIn(8)) {
                    day.session(3);
                }
            }
        } else if (!day.isA(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)) {
            day.session(2).at(early);
        }
        if (day.isForQuestions()) {
            day.checkIn(2).says(redFlagsDenied());
        }
    }

    /// The practice's own programme in the morning of two days, the usual one in the evening of five.
    private static void twoPlans(Day day) {
        if (day.isA(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY)) {
            day.slowMoves(2);
        }
        if (day.isForExercises()) {
            exercises(day, 2, redFlagsDenied());
        }
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
