package care.sacrum.session.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// A patient of a practice, by pseudonyms.
@Embeddable
record PatientKey(
        @Column(name = "practice_id") UUID practiceId,
        @Column(name = "patient_id") UUID patientId) {}
