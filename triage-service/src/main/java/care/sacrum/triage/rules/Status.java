package care.sacrum.triage.rules;

/// A symptom named in a report is present or denied; one that is absent was **not asked**, which is neither.
public enum Status implements Word {
    PRESENT,
    DENIED
}
