package care.sacrum.session.contact;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who a patient is, as it stands; each change makes the next version, and the one before is forgotten.
@Entity
@Table(name = "patient_contact")
class Contact {

    @EmbeddedId
    private ContactKey key;

    private long version;
    private String name;
    private @Nullable String telephone;
    private @Nullable String email;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Contact() {}

    Contact(ContactKey key, ContactDetails details, Instant now) {
        this.key = key;
        change(details, now);
    }

    boolean says(ContactDetails details) {
        return details.equals(new ContactDetails(name, telephone, email));
    }

    void change(ContactDetails details, Instant now) {
        version++;
        name = details.name();
        telephone = details.telephone();
        email = details.email();
        recordedAt = now;
    }

    long version() {
        return version;
    }

    ContactView view() {
        return new ContactView(
                key.patientId(), version, name, Optional.ofNullable(telephone), Optional.ofNullable(email));
    }
}
