package care.sacrum.session.prescription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The prescriptions of the practices.
@Singleton
class Prescriptions implements PanacheRepositoryBase<Prescription, PrescriptionKey> {

    /// Where a page begins: behind this one.
    record Place(LocalDate startDate, UUID prescriptionId) {}

    Optional<Prescription> find(UUID practice, UUID patient, UUID prescription) {
        return findByIdOptional(new PrescriptionKey(practice, prescription)).filter(found -> found.isOf(patient));
    }

    /// The latest start first.
    List<PrescriptionView> page(UUID practice, UUID patient, Optional<Place> after, int limit) {
        var query = new StringBuilder("key.practiceId = :practice and patientId = :patient");
        var values = new HashMap<String, Object>(Map.of("practice", practice, "patient", patient));
        after.ifPresent(place -> {
            query.append(" and (startDate < :startDate or startDate = :startDate and key.prescriptionId < :id)");
            values.put("startDate", place.startDate);
            values.put("id", place.prescriptionId);
        });
        return find(query + " order by startDate desc, key.prescriptionId desc", values).page(0, limit).stream()
                .map(Prescription::view)
                .toList();
    }

    /// By id.
    List<Prescription> all(UUID practice, UUID patient, Optional<UUID> after, int limit) {
        var query = "key.practiceId = ?1 and patientId = ?2" + (after.isPresent() ? " and key.prescriptionId > ?3" : "")
                + " order by key.prescriptionId";
        var values = new ArrayList<Object>(List.of(practice, patient));
        after.ifPresent(values::add);
        return find(query, values.toArray()).page(0, limit).list();
    }
}
