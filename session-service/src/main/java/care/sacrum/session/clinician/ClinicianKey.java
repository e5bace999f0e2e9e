package care.sacrum.session.clinician;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// A clinician of a practice, by pseudonyms.
@Embeddable
record ClinicianKey(
        @Column(name = "practice_id") UUID practiceId,
        @Column(name = "clinician_id") UUID clinicianId) {}
