package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Day.Logged;
import care.sacrum.session.adherence.calculation.Day.Part;
import care.sacrum.session.adherence.calculation.Day.WeekQuota;
import java.util.List;

/// The reasons as sentences.
final class Wording {

    /// Of calculation version 4.
    static final List<String> METHOD = List.of(
            "A day is the patient's own: the civil date where the patient was when the session began.",
            "Which days a prescription covers, its latest version says; what it asks for on a day, the version that was"
                    + " in force on that day: the last recorded by then. Days before the first recording have what its day has, so"
                    + " what is put right on the same day was never meant.",
            "Where the days of a week are free to choose, the ISO week asks for its share of the days that it covers,"
                    + " to the nearest whole day; where days of it are excused, paused or on hold, for the share of the"
                    + " others, rounded down, and more of them count only where all that count are wholly done. The best days of the week count, of days that are alike the earlier. What is"
                    + " then lacking is needed on the last days; a day that would have been free without an excuse,"
                    + " pause or hold stays free.",
            "The least that the programme was published with, or what the clinician asked for instead, is the whole"
                    + " session. Of an exercise the dose is all repetitions together, sets times repetitions, however they are"
                    + " parted into sets, entries and sessions: as many as are asked for count, those held longest first,"
                    + " each by its share of the hold; of both sides, where each is to be done, it is the mean. The"
                    + " share of a session is the mean of its exercises, in thousandths rounded down. What the phone did"
                    + " not say is not held against anybody. A report that says that nothing was done, or nothing of what"
                    + " is prescribed, or that it was a day of rest, counts for nothing.",
            "The sessions of a day count up to what was expected, each for one prescription, so that their shares"
                    + " are together the greatest possible, whatever the hour and whichever prescription was recorded"
                    + " first. What is left over fills up partial ones, and the rest is extra.",
            "In a pause, on hold, and on excused days nothing is expected. A newer prescription of the same programme"
                    + " takes the place of the older one.",
            "What is not there was missed once the phone was heard from on a later day; until then it is not yet known"
                    + " and no part of the percentage.",
            "The figure of a stretch is that of its days together: its percentage, the shares by what was expected and is"
                    + " known, rounded once to the nearest, halves upwards, though only all of it is 100. Seven and thirty days end"
                    + " with the day in question. What is extra belongs to the day, whether or not a plan covers it, and to no"
                    + " prescription.",
            "A streak is of days on which something was done and nothing was missed; days on which nothing was expected, or"
                    + " of which it is not known yet, neither count nor break it. The trend sets the last fourteen days against"
                    + " the fourteen before: 15 points make a difference, and less than 3 known sessions in either are too few.",
            "Pain of a day is the worst that was told before, after and on the next morning, for which pain now of a morning"
                    + " check-in of the day after counts as well; of a stretch, the mean of the days that tell it, to a tenth.");

    private Wording() {}

    static String of(Part part) {
        return switch (part.why()) {
            case PLANNED_DAY -> "A day of the plan.";
            case TAKEN_DAY -> "Taken as " + ofTheWeek(part);
            case NEEDED_DAY -> "Not taken, and needed as " + ofTheWeek(part);
            case FREE_DAY ->
                part.week().filter(Wording::otherDaysWillDo).isPresent()
                        ? "Free: other days of the week will do, or have done."
                        : "Free: other days of the week would have done, and they are paused, on hold or excused.";
            case NO_PLANNED_DAY -> "No day of the plan.";
            case PAUSED -> "The prescription was paused.";
            case ON_HOLD -> "The programme was on hold.";
            case EXCUSED -> "The day was excused.";
            case REPLACED -> "A newer prescription of the same programme takes its place.";
        };
    }

    private static boolean otherDaysWillDo(WeekQuota week) {
        return week.days() - week.gone() < week.daysLeft();
    }

    private static String ofTheWeek(Part part) {
        return part.week()
                .map(week -> week.gone() < week.days()
                        ? "day " + (week.gone() + 1) + " of the " + week.days() + " of this week."
                        : "a day more than the " + week.days() + " of this week, wholly done.")
                .orElse("a day of this week.");
    }

    static String of(Logged session) {
        return switch (session.became()) {
            case COUNTED ->
                session.said() ? "Counts." : "Counts: the report does not say what was done, and is taken as whole.";
            case JOINED -> "Fills up what another session of the day left out.";
            case EXTRA ->
                session.said()
                        ? "More than was expected."
                        : "More than was expected: the report does not say what was done, and is taken as whole.";
            case OTHER_EXERCISES -> "None of the exercises that are prescribed was done.";
            case REST_DAY -> "A day of rest was told, and nothing that was done: it counts for nothing.";
            case DATE_UNCERTAIN -> "Nobody can say on which day it was.";
        };
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT);
    }
}
