package care.sacrum.triage.rules;

/// What is to be said of the exercises beside what the findings advise.
enum Exercises {
    /// Nothing: the findings say it.
    AS_ADVISED,
    /// They are on hold over what is not told now.
    STILL_ON_HOLD,
    /// A clinician has said that they may go on, over what is told now.
    RELEASED
}
