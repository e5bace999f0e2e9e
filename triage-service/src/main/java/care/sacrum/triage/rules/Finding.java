package care.sacrum.triage.rules;

import java.util.List;
import java.util.Set;

/// A rule that fired, and everything a reader needs to judge it.
///
/// @param headline the reason in one line, for a clinician
/// @param advice for the patient
/// @param evidenceKeys the identity of what it rests on: a finding that a clinician has acknowledged is raised again
///     only when it holds a key that the acknowledged one had not
/// @param episode which spell of trouble it belongs to; stable while the same trouble is told again and again
public record Finding(
        String rule,
        int version,
        Family family,
        Urgency urgency,
        List<Referral> referTo,
        List<Because> because,
        String headline,
        String advice,
        List<String> evidence,
        Certainty certainty,
        Programme programme,
        Set<String> evidenceKeys,
        String episode) {}
