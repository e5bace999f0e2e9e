package care.sacrum.triage.rules;

/// The side of the body a symptom is on.
public enum Side implements Word {
    LEFT,
    RIGHT,
    BOTH
}
