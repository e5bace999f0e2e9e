package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.rules.Finding;

/// From what clinicians have released programmes.
public interface Releases {

    /// Whether a clinician released this patient's programme from all that a finding rests on.
    boolean cover(PatientKey key, Finding finding);
}
