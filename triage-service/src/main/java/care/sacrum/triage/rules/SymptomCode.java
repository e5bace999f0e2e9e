package care.sacrum.triage.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// The symptoms that rules know, in the groups that rules use. A code nobody knows stays with its report as text.
public enum SymptomCode implements Word {
    URINE_CANNOT_START,
    URINE_LEAK,
    URINE_REDUCED_FEELING,
    BOWEL_LEAK,
    BOWEL_REDUCED_FEELING,
    SADDLE_NUMBNESS,
    SADDLE_TINGLING,
    SEXUAL_FUNCTION_CHANGE,

    LEG_WEAKNESS,
    FOOT_DROP,
    LEG_NUMBNESS,
    LEG_TINGLING,
    ODD_LEG_FEELINGS,
    LEG_HEAVINESS,
    UNSTEADY_WALKING,
    TRANSIENT_PINS_NEEDLES,

    FEVER,
    CHILLS,
    NIGHT_SWEATS,
    FEELING_VERY_UNWELL,
    UNEXPLAINED_WEIGHT_LOSS,
    COLD_SYMPTOMS,

    LEG_PAIN,
    LOW_BACK_PAIN,
    BUTTOCK_PAIN,
    NIGHT_PAIN_CONSTANT,
    NIGHT_PAIN_ON_TURNING,
    NO_POSITION_EASES,
    BAND_LIKE_TRUNK_PAIN,
    PAIN_WORSE_ON_STRAINING,

    MORNING_STIFFNESS_OVER_30MIN,
    IMPROVES_WITH_EXERCISE,
    IMPROVES_WITH_NSAID,
    WAKES_SECOND_HALF_NIGHT,

    MAJOR_TRAUMA,
    MINOR_TRAUMA,
    SUDDEN_ONSET_AFTER_MINOR_STRAIN,
    UNABLE_TO_WALK,

    CHEST_PAIN,
    FAINTING,
    ABDOMINAL_PAIN_TEARING,
    FACE_DROOP,
    ARM_WEAKNESS,
    CALF_SWELLING_WARM,
    SEVERE_HEADACHE,
    PAINFUL_URINATION,
    MUSCLE_SORENESS,
    CONSTIPATION,
    SLOW_STREAM_NOCTURIA;

    static final Set<SymptomCode> CES_BLADDER = group(URINE_CANNOT_START, URINE_LEAK, URINE_REDUCED_FEELING);
    static final Set<SymptomCode> CES_BOWEL = group(BOWEL_LEAK, BOWEL_REDUCED_FEELING);
    static final Set<SymptomCode> CES_SADDLE = group(SADDLE_NUMBNESS, SADDLE_TINGLING);
    static final Set<SymptomCode> CES_SEXUAL = group(SEXUAL_FUNCTION_CHANGE);
    /// The signs of a squeezed cauda equina.
    static final Set<SymptomCode> CES = union(CES_BLADDER, CES_BOWEL, CES_SADDLE, CES_SEXUAL);

    static final Set<SymptomCode> ALL = Collections.unmodifiableSet(EnumSet.allOf(SymptomCode.class));

    /// What a patient feels in the leg when a nerve root is irritated.
    static final Set<SymptomCode> NEURO_SENSATION = group(LEG_NUMBNESS, LEG_TINGLING, ODD_LEG_FEELINGS);
    static final Set<SymptomCode> NEURO =
            union(NEURO_SENSATION, group(LEG_WEAKNESS, FOOT_DROP, LEG_HEAVINESS, UNSTEADY_WALKING));

    private static final Set<SymptomCode> EVENTS =
            group(MAJOR_TRAUMA, MINOR_TRAUMA, SUDDEN_ONSET_AFTER_MINOR_STRAIN, FAINTING);

    private static final Set<SymptomCode> ATTACKS =
            group(CHEST_PAIN, FAINTING, ABDOMINAL_PAIN_TEARING, FACE_DROOP, ARM_WEAKNESS, SEVERE_HEADACHE);

    private static final Set<SymptomCode> CAN_HAPPEN_AGAIN = union(ATTACKS, group(MAJOR_TRAUMA, MINOR_TRAUMA));

    private static final Set<SymptomCode> OF_A_LEG =
            union(NEURO_SENSATION, group(LEG_WEAKNESS, LEG_HEAVINESS, LEG_PAIN));

    static final Set<SymptomCode> BACK_PAIN = group(LOW_BACK_PAIN, BUTTOCK_PAIN);
    static final Set<SymptomCode> PAIN = group(
            LEG_PAIN,
            LOW_BACK_PAIN,
            BUTTOCK_PAIN,
            NIGHT_PAIN_CONSTANT,
            NIGHT_PAIN_ON_TURNING,
            NO_POSITION_EASES,
            BAND_LIKE_TRUNK_PAIN,
            PAIN_WORSE_ON_STRAINING);

    /// Codes whose silence is itself worth saying: without an answer to each of them, nobody may be reassured.
    static final Set<SymptomCode> MUST_BE_ASKED = union(CES, group(LEG_WEAKNESS, FEVER));

    /// Whether it is pain, after which exercises are named.
    public boolean isPain() {
        return PAIN.contains(this) || this == MUSCLE_SORENESS;
    }

    /// Of a set of codes in one number: there are fewer than 64.
    long bit() {
        return 1L << ordinal();
    }

    /// Whether it happened on a day, and does not last.
    boolean isAnEvent() {
        return EVENTS.contains(this);
    }

    /// Whether it comes in attacks.
    boolean comesInAttacks() {
        return ATTACKS.contains(this);
    }

    /// Whether it is an attack or an accident: a second one, days after the first, is not the first told again.
    boolean canHappenAgain() {
        return CAN_HAPPEN_AGAIN.contains(this);
    }

    /// Whether nobody may be reassured without an answer to it.
    public boolean mustBeAsked() {
        return MUST_BE_ASKED.contains(this);
    }

    /// Whether it is felt in a leg, so that a side and how far it reaches say more.
    public boolean isOfALeg() {
        return OF_A_LEG.contains(this);
    }

    static Set<SymptomCode> group(SymptomCode first, SymptomCode... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    @SafeVarargs
    static Set<SymptomCode> union(Set<SymptomCode>... groups) {
        EnumSet<SymptomCode> all = EnumSet.noneOf(SymptomCode.class);
        for (Set<SymptomCode> group : groups) {
            all.addAll(group);
        }
        return Collections.unmodifiableSet(all);
    }
}
