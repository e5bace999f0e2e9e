package care.sacrum.triage.rules;

/// How sure the evidence behind a rule is.
public enum Certainty implements Word {
    HIGH,
    MODERATE,
    LOW
}
