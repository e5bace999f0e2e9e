package care.sacrum.session.practice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A practice as it stands; each change makes the next version.
@Entity
@Table(name = "practice")
class Practice {

    @Id
    @Column(name = "practice_id")
    private UUID id;

    private long version;
    private String name;
    private String country;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "emergency_number")
    private String emergencyNumber;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Practice() {}

    Practice(UUID id, PracticeDetails details, Instant now) {
        this.id = id;
        change(details, now);
    }

    /// @return whether anything changed
    boolean change(PracticeDetails details, Instant now) {
        if (version > 0 && details.equals(details())) {
            return false;
        }
        version++;
        name = details.name();
        country = details.country();
        timeZone = details.timeZone();
        emergencyNumber = details.emergencyNumber();
        recordedAt = now;
        return true;
    }

    long version() {
        return version;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    PracticeView view() {
        return new PracticeView(id, version, name, country, timeZone, emergencyNumber);
    }

    private PracticeDetails details() {
        return new PracticeDetails(name, country, timeZone, emergencyNumber);
    }
}
