package care.sacrum.triage.rules;

import java.util.List;
import java.util.Set;

/// A rule as it is published: all that it does, told by itself.
///
/// @param levels in the order in which they are tried: the first that holds counts
/// @param mustKnow codes without an answer to which it cannot say no
/// @param parameters on which it depends
public record RuleCard(
        String id,
        int version,
        Family family,
        List<Level> levels,
        List<SymptomCode> mustKnow,
        List<String> sources,
        Certainty certainty,
        Set<String> parameters) {

    /// @param urgency by the default parameters
    /// @param setBy the parameter by which a practice sets the urgency; empty where the rule alone says it
    /// @param advice for the patient
    public record Level(
            Urgency urgency,
            String setBy,
            Logic criterion,
            List<Referral> referTo,
            Programme programme,
            String advice) {}
}
