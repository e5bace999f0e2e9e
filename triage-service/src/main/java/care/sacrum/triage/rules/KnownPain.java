package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Criterion.asks;

/// Pain that a clinician has looked at and that is as it was. A stable, assessed chronic low-back pain covers
/// `low_back_pain`, and what is known and unchanged raises nothing: that it lasts is no news. How high it is, that it
/// rises, that it is back after a month without, and every other sign are not covered.
final class KnownPain {

    static Criterion unchanged() {
        return asks(
                        "a stable, assessed `chronic_low_back_pain` covers it, pain of {symptomaticThreshold} or more is told"
                                + " of no other place than `low_back`, pain of the low back or buttock is not told as new,"
                                + " worse or unassessed, it is no new episode after 30 reported days without, it has not been high for 14"
                                + " days, and over the run it has not risen by {worseningPoints} points",
                        history -> {
                            PainDays.Run run = history.pain.persistent(0, false);
                            return Truth.of(run != null
                                    && isCovered(history.patient)
                                    && nothingElseIsTold(
                                            history, history.pain.days().get(run.first()).day)
                                    && !Points.atLeast(-history.pain.gain(run), history.parameters.worseningPoints())
                                    && !history.pain.begunAnew(run)
                                    && !(PainPatterns.STAYS_HIGH.in(history) instanceof Truth.Yes));
                        })
                .called("known pain, unchanged");
    }

    private KnownPain() {}

    private static boolean isCovered(Patient patient) {
        for (BaselineCondition baseline : patient.baselineConditions()) {
            if (baseline.stable()
                    && baseline.assessedByClinician()
                    && baseline.condition().covers().contains(SymptomCode.LOW_BACK_PAIN)) {
                return true;
            }
        }
        return false;
    }

    /// Since the run began.
    private static boolean nothingElseIsTold(History history, int since) {
        for (Entry entry : history.entries) {
            boolean elsewhere = entry.painRegion != null && entry.painRegion != PainRegion.LOW_BACK;
            if (elsewhere && entry.day >= since && entry.pain.highest() >= history.parameters.symptomaticThreshold()) {
                return false;
            }
        }
        for (SymptomCode code : SymptomCode.BACK_PAIN) {
            for (Sighting sighting : history.of(code)) {
                if (sighting.day >= since && !sighting.known) {
                    return false;
                }
            }
        }
        return true;
    }
}
