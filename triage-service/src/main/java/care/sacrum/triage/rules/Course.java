package care.sacrum.triage.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the text heeds of the course, beside what the rules find in it.
///
/// @param today as an epoch day: a day of another year is told with its year
/// @param fever whether a fever or chills are told of, in which nobody is sent to exercise
/// @param lasting what is known of a pain that has been there for longer than a few days
/// @param toTell signs that no rule fires over by themselves, and that no clinician knows
/// @param takenAway what would be for today or at once, had it not been taken back
record Course(int today, boolean fever, Lasting lasting, List<Sighting> toTell, List<TakenAway> takenAway) {
    enum Lasting {
        NO,
        /// A clinician has looked at it.
        KNOWN,
        PERHAPS_NEVER_SEEN
    }

    /// Below this, who measured is not told that it is a fever.
    private static final double WARM = 37.5;

    private static final Set<Condition> STAYING = EnumSet.of(
            Condition.CHRONIC_LOW_BACK_PAIN, Condition.LUMBAR_RADICULOPATHY_LEFT, Condition.LUMBAR_RADICULOPATHY_RIGHT);

    private static final Criterion.Sign FEVER = Criterion.presentEvenIfKnown(SymptomCode.FEVER)
            .where("not measured as normal", sighting -> {
                Double measured = sighting.symptom.temperatureC();
                return measured == null || measured >= WARM;
            });

    private static final Criterion.Sign CHILLS = Criterion.present(SymptomCode.CHILLS);

    private static final Criterion.Sign BACK_OR_LEG_PAIN =
            Criterion.presentEvenIfKnown(SymptomCode.LOW_BACK_PAIN, SymptomCode.BUTTOCK_PAIN, SymptomCode.LEG_PAIN);

    /// Warning signs that are for no day by themselves.
    private static final Criterion.Sign TO_TELL = Criterion.present(
            SymptomCode.NIGHT_PAIN_CONSTANT,
            SymptomCode.NO_POSITION_EASES,
            SymptomCode.BAND_LIKE_TRUNK_PAIN,
            SymptomCode.NIGHT_SWEATS,
            SymptomCode.FEELING_VERY_UNWELL,
            SymptomCode.SLOW_STREAM_NOCTURIA);

    static Course of(History history, List<TakenAway> takenAway) {
        return new Course(
                history.today,
                FEVER.isIn(history) || CHILLS.isIn(history),
                lasting(history),
                latestOfEach(TO_TELL.sightings(history)),
                takenAway);
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

    private static List<Sighting> latestOfEach(List<Sighting> oldestFirst) {
        Map<SymptomCode, Sighting> latest = new EnumMap<>(SymptomCode.class);
        oldestFirst.forEach(sighting -> latest.put(sighting.code, sighting));
        return List.copyOf(latest.values());
    }

    private static Lasting lasting(History history) {
        boolean toldOf = BACK_OR_LEG_PAIN.isIn(history);
        if (livesWithIt(history.patient)
                || toldOf && BACK_OR_LEG_PAIN.where("known", pain -> pain.known).isIn(history)) {
            return Lasting.KNOWN;
        }
        int days = history.parameters.persistenceMinSpanDays();
        boolean hurts = toldOf || history.pain.stillHurts();
        boolean lasts = hurts
                && (history.pain.hasLasted(days)
                        || BACK_OR_LEG_PAIN
                                .where("for longer", pain -> history.today - pain.began() >= days)
                                .isIn(history));
        return lasts ? Lasting.PERHAPS_NEVER_SEEN : Lasting.NO;
    }

    private static boolean livesWithIt(Patient patient) {
        return patient.baselineConditions().stream()
                .anyMatch(baseline ->
                        baseline.stable() && baseline.assessedByClinician() && STAYING.contains(baseline.condition()));
    }
}
