package care.sacrum.session.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who the patients of the practices are.
@Singleton
class Contacts implements PanacheRepositoryBase<Contact, ContactKey> {

    /// By the patient's id.
    List<ContactView> page(UUID practice, Optional<UUID> after, int limit) {
        var found = after.isEmpty()
                ? find("key.practiceId = ?1 order by key.patientId", practice)
                : find("key.practiceId = ?1 and key.patientId > ?2 order by key.patientId", practice, after.get());
        return found.page(0, limit).stream().map(Contact::view).toList();
    }

    List<ContactView> of(UUID practice, List<UUID> patients) {
        return find("key.practiceId = ?1 and key.patientId in ?2 order by key.patientId", practice, patients).stream()
                .map(Contact::view)
                .toList();
    }
}
