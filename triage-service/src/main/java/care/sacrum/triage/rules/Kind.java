package care.sacrum.triage.rules;

/// What a report is: exercise done, a check-in without exercise, the morning after, or a correction.
public enum Kind implements Word {
    SESSION,
    SYMPTOM_CHECK_IN,
    MORNING_CHECK_IN,
    CORRECTION
}
