package care.sacrum.triage.rules;

/// How far down the leg a symptom goes.
public enum Extent implements Word {
    BUTTOCK,
    THIGH,
    BELOW_KNEE,
    FOOT
}
