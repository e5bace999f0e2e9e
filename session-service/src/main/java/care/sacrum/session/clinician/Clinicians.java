package care.sacrum.session.clinician;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The clinicians of the practices.
@Singleton
public class Clinicians implements PanacheRepositoryBase<Clinician, ClinicianKey> {

    /// Whether a patient of the practice can be given to that clinician now.
    public boolean mayBeGivenPatients(UUID practice, UUID clinician) {
        return count("key = ?1 and active", new ClinicianKey(practice, clinician)) == 1;
    }

    boolean boundToAnother(ClinicianKey key, String subject) {
        return count(
                        "key.practiceId = ?1 and subject = ?2 and key.clinicianId <> ?3",
                        key.practiceId(),
                        subject,
                        key.clinicianId())
                > 0;
    }

    /// By id.
    List<ClinicianView> page(UUID practice, Optional<String> subject, Optional<UUID> after, int limit) {
        var query = new StringBuilder("key.practiceId = :practice");
        var values = new HashMap<String, Object>(Map.of("practice", practice));
        subject.ifPresent(sub -> {
            query.append(" and subject = :subject");
            values.put("subject", sub);
        });
        after.ifPresent(id -> {
            query.append(" and key.clinicianId > :after");
            values.put("after", id);
        });
        return find(query + " order by key.clinicianId", values).page(0, limit).stream()
                .map(Clinician::view)
                .toList();
    }
}
