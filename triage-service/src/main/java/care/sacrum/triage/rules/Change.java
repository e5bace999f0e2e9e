package care.sacrum.triage.rules;

/// How a symptom compares with the last time.
public enum Change implements Word {
    BETTER,
    SAME,
    WORSE
}
