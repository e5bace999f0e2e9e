package care.sacrum.triage.rules;

import java.util.List;

/// What the rules say of a history at an instant.
///
/// @param message the whole text for the patient, the most urgent first
/// @param findings every rule that fired, the most urgent first
/// @param settled rules that fired on nothing but what a clinician has looked into and answered: they are not among the
///     findings, and urgency and programme leave them out
/// @param missing codes, or `pain`, without which nobody may be reassured; empty where something urgent speaks anyway
/// @param setAside what the history could not use; the reader of a document adds its own
/// @param unknownCodes symptom codes that no rule knows
/// @param signUnread whether a report of the last two weeks tells of a sign in words that nobody here can read
/// @param callToday whether the text says to be seen today, or to call today
/// @param dateUncertain reports whose clock cannot be right: their red flags count as of receipt, their scores do not
public record Evaluation(
        Urgency urgency,
        Programme programme,
        List<Referral> referTo,
        String message,
        List<Finding> findings,
        List<Finding> settled,
        List<String> missing,
        List<SetAside> setAside,
        List<String> unknownCodes,
        boolean signUnread,
        boolean callToday,
        List<String> dateUncertain) {

    /// The same for a patient whose clinic is closed: who must be seen today is not left to wait until it opens.
    ///
    /// @param emergencyNumber whom to call
    public Evaluation whileClosed(Language language, String emergencyNumber) {
        return new Evaluation(
                urgency,
                programme,
                referTo,
                message + "\n\n" + language.nobodyWatches(emergencyNumber)
                        + (callToday ? " " + language.anotherDoctorToday() : ""),
                findings,
                settled,
                missing,
                setAside,
                unknownCodes,
                signUnread,
                callToday,
                dateUncertain);
    }
}
