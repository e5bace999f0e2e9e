package care.sacrum.session.prescription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// A prescription of a practice.
@Embeddable
record PrescriptionKey(
        @Column(name = "practice_id") UUID practiceId,
        @Column(name = "prescription_id") UUID prescriptionId) {}
