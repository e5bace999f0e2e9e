package care.sacrum.triage.rules;

/// How soon a person must be seen, the most urgent first.
public enum Urgency implements Word {
    EMERGENCY_NOW,
    URGENT_SAME_DAY,
    SOON,
    ROUTINE,
    SELF_CARE;

    /// Whether it can wait for no other day: the patient is told to go at once, or today.
    public boolean isForToday() {
        return compareTo(URGENT_SAME_DAY) <= 0;
    }
}
