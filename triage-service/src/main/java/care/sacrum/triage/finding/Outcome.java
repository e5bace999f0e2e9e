package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Word;

/// What came of a finding in the end.
public enum Outcome implements Word {
    /// Sent on to somebody else, as the advice says or otherwise.
    REFERRED(false),
    /// Seen by a clinician of the practice.
    SEEN(true),
    /// Spoken to, by telephone or message, and told what to do.
    ADVISED(true),
    /// Looked into, and nothing was there.
    FALSE_ALARM(true),
    /// True, and known before: assessed and stable.
    ALREADY_KNOWN(true),
    /// Told in error: another code, the wrong person's telephone.
    REPORTED_IN_ERROR(true),
    /// Tried as the practice tries, without an answer.
    PATIENT_NOT_REACHED(false),
    /// Reached, and wants nothing done.
    PATIENT_DECLINED(false);

    private final boolean answersThePatient;

    Outcome(boolean answersThePatient) {
        this.answersThePatient = answersThePatient;
    }

    /// Whether a clinician has looked into it, so that the advice need send the patient nowhere over it. Who was
    /// sent on, was not reached or wants nothing done is still told to go.
    boolean answersThePatient() {
        return answersThePatient;
    }
}
