package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Word;

/// What came of a finding in the end.
public enum Outcome implements Word {
    /// Sent on to somebody else, as the advice says or otherwise.
    REFERRED,
    /// Seen by a clinician of the practice.
    SEEN,
    /// Spoken to, by telephone or message, and told what to do.
    ADVISED,
    /// Looked into, and nothing was there.
    FALSE_ALARM,
    /// True, and known before: assessed and stable.
    ALREADY_KNOWN,
    /// Told in error: another code, the wrong person's telephone.
    REPORTED_IN_ERROR,
    /// Tried as the practice tries, without an answer.
    PATIENT_NOT_REACHED,
    /// Reached, and wants nothing done.
    PATIENT_DECLINED
}
