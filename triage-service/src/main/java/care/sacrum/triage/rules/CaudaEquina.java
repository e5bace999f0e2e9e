package care.sacrum.triage.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// The parts of the cauda equina rules that look at how old a sign is and what became of it: a red flag taken back, and
/// one that was never new.
final class CaudaEquina {
    /// For so long a retracted sign is still asked about.
    private static final int RETRACTED_DAYS = 42;
    /// Present up to so long, an old sign is seen the same day.
    private static final int RECENT_DAYS = 90;

    private static final String ANY_SIGN = Criterion.named(SymptomCode.CES, "or");

    private CaudaEquina() {}

    /// Told as new, then denied: a person must hear why.
    static Criterion retractedLately() {
        return retracted(
                "while it is at most {lateReportEmergencyWindowDays} days old, or" + " denied in one report only",
                (history, sighting) -> history.age(sighting) <= history.parameters.lateReportEmergencyWindowDays()
                        || sighting.denials < 2);
    }

    /// Some weeks old, and denied in two later reports.
    static Criterion retractedTwice() {
        return retracted("in two later reports", (history, sighting) -> true);
    }

    /// Whether the rule of what was told as new and denied since speaks of the code: of an old sign it does not.
    static boolean asksAboutADenied(History history, Sighting sighting) {
        return SymptomCode.CES.contains(sighting.code)
                && (sighting.isNew || history.of(sighting.code).stream().anyMatch(told -> isTakenBack(history, told)));
    }

    static Criterion thereForUpTo90Days() {
        return longStanding("for up to " + RECENT_DAYS + " days", (history, sighting) -> {
            int began = dated(history, sighting);
            return began != Sighting.NOT_SAID && history.today - began <= RECENT_DAYS;
        });
    }

    static Criterion thereForLongerOrUndated() {
        return longStanding("for longer, or nobody knows since when", (history, sighting) -> true);
    }

    private static Criterion retracted(String how, BiPredicate<History, Sighting> which) {
        String words = ANY_SIGN + " told as new at most " + RETRACTED_DAYS + " days ago, and denied since, " + how;
        return Criterion.asks(words, history -> {
            List<Truth.Ground> grounds = new ArrayList<>();
            for (SymptomCode code : SymptomCode.CES) {
                List<Sighting> told = history.of(code);
                if (told.isEmpty() || emergency(history, told)) {
                    continue;
                }
                for (Sighting sighting : told) {
                    if (isTakenBack(history, sighting) && which.test(history, sighting)) {
                        grounds.add(ground(sighting, new Said.TakenBack(sighting)));
                    }
                }
            }
            return grounds.isEmpty() ? Truth.NO : new Truth.Yes(grounds);
        });
    }

    private static boolean isTakenBack(History history, Sighting sighting) {
        return sighting.isNew && sighting.undenied == Sides.NONE && history.age(sighting) <= RETRACTED_DAYS;
    }

    /// Once a clinician has assessed it and it is unchanged since, it is known, whatever an earlier report said.
    private static Criterion longStanding(String howLong, BiPredicate<History, Sighting> which) {
        return Criterion.asks(
                ANY_SIGN
                        + " present, none of them told as new within {lateReportEmergencyWindowDays} days, nor known again"
                        + " since (as better, or more than " + RETRACTED_DAYS + " days later as ever), there "
                        + howLong,
                history -> {
                    List<Truth.Ground> grounds = new ArrayList<>();
                    for (SymptomCode code : SymptomCode.CES) {
                        List<Sighting> told = history.of(code);
                        if (told.isEmpty() || emergency(history, told)) {
                            continue;
                        }
                        for (Sighting sighting : told) {
                            if (!sighting.known
                                    && sighting.open != Sides.NONE
                                    && !isAsKnownAgain(told, sighting)
                                    && which.test(history, sighting)) {
                                grounds.add(ground(sighting, new Said.LongThere(sighting)));
                            }
                        }
                    }
                    return grounds.isEmpty() ? Truth.NO : new Truth.Yes(grounds);
                });
    }

    /// A known sign that was worse once: told as better since, or weeks later as it ever was.
    private static boolean isAsKnownAgain(List<Sighting> told, Sighting sighting) {
        for (Sighting later : told.reversed()) {
            if (!later.observed.isAfter(sighting.observed)) {
                return false;
            }
            boolean settled = later.symptom.changeSinceLast() == Change.BETTER
                    || later.day - sighting.day > RETRACTED_DAYS && later.symptom.changeSinceLast() != Change.WORSE;
            if (later.known && settled && (sighting.sides & ~later.sides) == 0) {
                return true;
            }
        }
        return false;
    }

    /// An emergency now: then the other rules of the code have nothing to add.
    private static boolean emergency(History history, List<Sighting> told) {
        for (Sighting sighting : told) {
            if (sighting.isNew
                    && sighting.undenied != Sides.NONE
                    && history.age(sighting) <= history.parameters.lateReportEmergencyWindowDays()) {
                return true;
            }
        }
        return false;
    }

    /// The day it began, where the patient gave one or was heard to call it new.
    private static int dated(History history, Sighting sighting) {
        if (sighting.onsetDay != Sighting.NOT_SAID) {
            return sighting.onsetDay;
        }
        for (Sighting told : history.of(sighting.code)) {
            boolean dates = told.isNew && !told.worse() || told.onsetDay != Sighting.NOT_SAID;
            if (dates && told.began() == sighting.began()) {
                return told.began();
            }
        }
        return Sighting.NOT_SAID;
    }

    private static Truth.Ground ground(Sighting sighting, Said says) {
        return new Truth.Ground(sighting.reportId, sighting.day, says, sighting.keys(), sighting.began());
    }
}
