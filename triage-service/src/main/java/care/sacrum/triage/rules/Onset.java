package care.sacrum.triage.rules;

/// Whether the patient calls a symptom new.
public enum Onset implements Word {
    NEW,
    EXISTING,
    UNKNOWN
}
