package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Urgency;

/// How far a practice still waits for a patient, by the status that session-service tells. It decides of whom
/// anybody is reminded, and never what is found, raised or shown.
public enum Treatment {
    /// Under way, or paused. So does a status that nobody knows: nothing is hushed by a word that is new.
    GOES_ON,

    /// Discharged, or transferred: an emergency that nobody has seen is one still, and so is what was urgent.
    /// What can wait stays on the list, and nobody is told that it waits.
    ENDED,

    /// Nothing is due any more. What nobody has seen stays at the end of the list until somebody closes it: a
    /// record may be wrong, and a death may be a reason to look.
    DECEASED;

    public static Treatment of(String status) {
        return switch (status) {
            case "discharged", "transferred" -> ENDED;
            case "deceased" -> DECEASED;
            default -> GOES_ON;
        };
    }

    /// Whether anybody is told, and told again, that such a finding is past its time.
    boolean remindsOf(Urgency urgency) {
        return switch (this) {
            case GOES_ON -> true;
            case ENDED -> urgency.isForToday();
            case DECEASED -> false;
        };
    }
}
