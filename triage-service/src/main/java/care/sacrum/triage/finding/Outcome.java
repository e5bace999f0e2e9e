package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Word;

/// What came of a finding in the end.
public enum Outcome implements Word {
    /// Sent on to somebody else, as the advice says or otherwise.
    REFERRED(Answers.NOTHING),
    /// Seen by a clinician of the practice.
    SEEN(Answers.ALL),
    /// Spoken to, by telephone or message, and told what to do.
    ADVISED(Answers.ALL),
    /// Looked into, and nothing was there.
    FALSE_ALARM(Answers.TOLD_BEFORE),
    /// True, and known before: assessed and stable.
    ALREADY_KNOWN(Answers.ALL),
    /// Told in error: another code, the wrong person's telephone.
    REPORTED_IN_ERROR(Answers.TOLD_BEFORE),
    /// Tried as the practice tries, without an answer. Of something urgent, an emergency or an unread sign, it
    /// closes nothing: whoever is told to go at once, or to be seen or call today, is tried again.
    PATIENT_NOT_REACHED(Answers.NOTHING),
    /// Reached, and wants nothing done.
    PATIENT_DECLINED(Answers.NOTHING);

    /// What of the same complaint an outcome answers, so that the patient's advice need send nobody anywhere over it.
    private enum Answers {
        /// Who was sent on, was not reached or wants nothing done is still told to go.
        NOTHING,
        /// It was not there: told again, it is.
        TOLD_BEFORE,
        /// However often it is told, until it gets worse.
        ALL
    }

    private final Answers answers;

    Outcome(Answers answers) {
        this.answers = answers;
    }

    boolean answersThePatient() {
        return answers != Answers.NOTHING;
    }

    /// @param toldAgain whether the patient told the complaint once more, after the outcome was said
    boolean answersThePatient(boolean toldAgain) {
        return answers == Answers.ALL || answers == Answers.TOLD_BEFORE && !toldAgain;
    }
}
