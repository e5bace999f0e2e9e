package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.rules.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A look at these patients found that their programme must hold; told inside its transaction, their rows locked.
public record ProgrammeMustHold(List<Patient> patients, Instant at) {

    public ProgrammeMustHold {
        patients = List.copyOf(patients);
    }

    /// @param grounds the findings that say so, one or more
    public record Patient(PatientKey key, List<Ground> grounds) {}

    /// @param findingId as it was raised; absent where a clinician's answer to another finding of its family covers it
    public record Ground(Finding finding, Optional<UUID> findingId) {}
}
