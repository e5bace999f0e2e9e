package care.sacrum.triage.rules;

import java.util.function.Predicate;

/// What the practice has done so far about what a patient told.
///
/// @param answered whether a clinician has answered all that a finding rests on
/// @param onHold   whether the programme is on hold until a clinician releases it
public record Care(Predicate<Finding> answered, boolean onHold) {

    /// Nothing yet.
    public static final Care NONE = new Care(_ -> false, false);
}
