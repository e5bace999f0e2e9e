package care.sacrum.triage.rules;

/// What happens to the exercise programme, the strictest first.
public enum Programme implements Word {
    HOLD,
    EASE,
    CONTINUE
}
