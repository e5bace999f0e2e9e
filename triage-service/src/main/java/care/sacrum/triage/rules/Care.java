package care.sacrum.triage.rules;

import java.util.function.Predicate;

/// What the practice has done so far about what a patient told.
///
/// @param answered      whether a clinician has answered all that a finding rests on
/// @param talkedThrough whether a clinician has spoken with the patient about what a finding rested on, after it was
///                      taken back
/// @param onHold        whether the programme is on hold until a clinician releases it
/// @param released      whether a clinician has released the programme from all that a finding rests on, and nothing
/// was
///                      told since that must be judged anew
public record Care(
        Predicate<Finding> answered, Predicate<Finding> talkedThrough, boolean onHold, Predicate<Finding> released) {

    /// Nothing yet.
    public static final Care NONE = new Care(_ -> false, _ -> false, false, _ -> false);
}
