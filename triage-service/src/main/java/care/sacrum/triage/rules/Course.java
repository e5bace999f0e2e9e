package care.sacrum.triage.rules;

import java.util.List;

/// What the text heeds of the course, beside what the rules find in it.
///
/// @param today as an epoch day: a day of another year is told with its year
/// @param fever whether a fever or chills are told of, in which nobody is sent to exercise
/// @param painStays whether the pain has been there for longer than a few days, or is known to stay
/// @param takenAway what would be for today or at once, had it not been taken back
record Course(int today, boolean fever, boolean painStays, List<TakenAway> takenAway) {
    /// Below this, who measured is not told that it is a fever.
    private static final double WARM = 37.5;

    private static final Criterion.Sign FEVER = Criterion.presentEvenIfKnown(SymptomCode.FEVER)
            .where("not measured as normal", sighting -> {
                Double measured = sighting.symptom.temperatureC();
                return measured == null || measured >= WARM;
            });

    private static final Criterion.Sign CHILLS = Criterion.present(SymptomCode.CHILLS);

    static Course of(History history, List<TakenAway> takenAway) {
        return new Course(history.today, FEVER.isIn(history) || CHILLS.isIn(history), painStays(history), takenAway);
    }

    /// Whether the text says to call today, where nobody is sent anywhere by then.
    boolean callsForToday(Unclear unclear) {
        return unclear.signUnread() || unclear.ageMissing() || !takenAway.isEmpty();
    }

    List<TakenAway> denied() {
        return takenAway.stream().filter(one -> !one.isLeftOut()).toList();
    }

    List<TakenAway> leftOut() {
        return takenAway.stream().filter(TakenAway::isLeftOut).toList();
    }

    private static boolean painStays(History history) {
        Patient patient = history.patient;
        int days = history.parameters.persistenceMinSpanDays();
        return patient.has(Condition.CHRONIC_LOW_BACK_PAIN)
                || patient.has(Condition.LUMBAR_RADICULOPATHY_LEFT)
                || patient.has(Condition.LUMBAR_RADICULOPATHY_RIGHT)
                || history.pain.hasLasted(days)
                || Criterion.presentEvenIfKnown(
                                SymptomCode.LOW_BACK_PAIN, SymptomCode.BUTTOCK_PAIN, SymptomCode.LEG_PAIN)
                        .where("for longer", pain -> pain.known || history.today - pain.began() >= days)
                        .isIn(history);
    }
}
