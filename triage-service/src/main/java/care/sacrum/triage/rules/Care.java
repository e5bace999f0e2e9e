package care.sacrum.triage.rules;

import java.util.function.Predicate;

/// What the practice has done so far about what a patient told.
///
/// @param answered       whether a clinician has answered all that a finding rests on
/// @param talkedThrough  the same of what was taken back, once a clinician has spoken with the patient
/// @param onHold         whether the programme is on hold until a clinician releases it
/// @param releasedLately whether a clinician has released it in the last days, and nothing holds it
/// @param released       whether it was released from all that a finding rests on, and nothing was told since that must
///                       be judged anew; never asked of what is for today
public record Care(
        Predicate<Finding> answered,
        Predicate<Finding> talkedThrough,
        boolean onHold,
        boolean releasedLately,
        Predicate<Finding> released) {

    /// Nothing yet.
    public static final Care NONE = new Care(_ -> false, _ -> false, false, false, _ -> false);
}
