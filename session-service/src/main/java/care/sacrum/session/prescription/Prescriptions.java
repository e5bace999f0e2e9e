package care.sacrum.session.prescription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// The prescriptions of the practices.
@Singleton
class Prescriptions implements PanacheRepositoryBase<Prescription, PrescriptionKey> {

    /// The latest start first.
    List<PrescriptionView> of(UUID practice, UUID patient, int limit) {
        return find(
                        "key.practiceId = ?1 and patientId = ?2 order by startDate desc, key.prescriptionId desc",
                        practice,
                        patient)
                .page(0, limit)
                .stream()
                .map(Prescription::view)
                .toList();
    }
}
