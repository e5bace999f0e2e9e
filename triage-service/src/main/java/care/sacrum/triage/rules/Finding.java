package care.sacrum.triage.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A rule that fired, and everything a reader needs to judge it.
///
/// @param headline the reason in one line, for a clinician
/// @param advice for the patient
/// @param evidenceKeys the identity of what it rests on: a finding that a clinician has acknowledged is raised again
///     only when it holds a key that the acknowledged one had not
/// @param toldLast when a report that it rests on, or a later one that tells of one of its signs again, was received
///     last; what is known and unchanged is not told again. Far in the future where it rests on no report
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
        Instant toldLast,
        String episode) {

    Finding referringTo(List<Referral> others) {
        return with(others, advice, programme);
    }

    Finding advising(String other) {
        return with(referTo, other, programme);
    }

    /// The same once a clinician has said that the exercises may go on.
    Finding released(Language language) {
        return with(referTo, language.withoutStopping(advice), Programme.CONTINUE);
    }

    private Finding with(List<Referral> otherReferrals, String otherAdvice, Programme otherProgramme) {
        return new Finding(
                rule,
                version,
                family,
                urgency,
                otherReferrals,
                because,
                headline,
                otherAdvice,
                evidence,
                certainty,
                otherProgramme,
                evidenceKeys,
                toldLast,
                episode);
    }
}
