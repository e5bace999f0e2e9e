package care.sacrum.session.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// The patient of a practice who is reached so.
@Embeddable
record ContactKey(
        @Column(name = "practice_id") UUID practiceId,
        @Column(name = "patient_id") UUID patientId) {}
