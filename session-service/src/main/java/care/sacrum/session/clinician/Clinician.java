package care.sacrum.session.clinician;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A clinician's record as it stands; each change makes the next version.
@Entity
@Table(name = "clinician")
class Clinician {

    @EmbeddedId
    private ClinicianKey key;

    private long version;

    @Column(name = "display_name")
    private String displayName;

    private @Nullable String subject;
    private String profession;
    private boolean active;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Clinician() {}

    Clinician(ClinicianKey key, ClinicianDetails details, Instant now) {
        this.key = key;
        change(details, now);
    }

    boolean says(ClinicianDetails details) {
        return details.spelledOut().equals(new ClinicianDetails(displayName, subject, profession, active));
    }

    void change(ClinicianDetails details, Instant now) {
        version++;
        displayName = details.displayName();
        subject = details.subject();
        profession = details.profession();
        active = Boolean.TRUE.equals(details.spelledOut().active());
        recordedAt = now;
    }

    long version() {
        return version;
    }

    ClinicianView view() {
        return new ClinicianView(
                key.practiceId(),
                key.clinicianId(),
                version,
                displayName,
                Optional.ofNullable(subject),
                profession,
                active);
    }
}
