package care.sacrum.session.silence;

import java.util.UUID;

/// Whose signals.
record PatientKey(UUID practice, UUID patient) {

    /// The key of the patient's events.
    @Override
    public String toString() {
        return practice + "/" + patient;
    }
}
