package care.sacrum.triage.rules;

import java.util.Set;

/// A long-standing condition asked about at enrolment, and the codes that it explains ("covers").
public enum Condition implements Word {
    STRESS_URINARY_INCONTINENCE(SymptomCode.group(SymptomCode.URINE_LEAK), Sides.ALL),
    BENIGN_PROSTATE_ENLARGEMENT(
            SymptomCode.group(SymptomCode.SLOW_STREAM_NOCTURIA, SymptomCode.URINE_CANNOT_START), Sides.ALL),
    CHRONIC_CONSTIPATION(SymptomCode.group(SymptomCode.CONSTIPATION), Sides.ALL),
    /// Loose stools never explain a sign of cauda equina.
    CHRONIC_DIARRHOEA(Set.of(), Sides.ALL),
    DIABETIC_NEUROPATHY_FEET(SymptomCode.NEURO_SENSATION, Sides.ALL),
    LUMBAR_RADICULOPATHY_LEFT(
            SymptomCode.union(SymptomCode.NEURO_SENSATION, SymptomCode.group(SymptomCode.LEG_PAIN)), Sides.LEFT),
    LUMBAR_RADICULOPATHY_RIGHT(
            SymptomCode.union(SymptomCode.NEURO_SENSATION, SymptomCode.group(SymptomCode.LEG_PAIN)), Sides.RIGHT),
    RESIDUAL_CAUDA_EQUINA_SYNDROME_AFTER_SURGERY(SymptomCode.CES, Sides.ALL),
    CHRONIC_LOW_BACK_PAIN(SymptomCode.group(SymptomCode.LOW_BACK_PAIN), Sides.ALL);

    private final Set<SymptomCode> covers;
    private final int sides;

    Condition(Set<SymptomCode> covers, int sides) {
        this.covers = covers;
        this.sides = sides;
    }

    Set<SymptomCode> covers() {
        return covers;
    }

    /// On which sides it covers them.
    int sides() {
        return sides;
    }
}
