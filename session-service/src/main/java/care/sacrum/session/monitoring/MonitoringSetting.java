package care.sacrum.session.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a practice monitors by the codes; each change makes the next version.
@Entity
@Table(name = "monitoring_setting")
class MonitoringSetting {

    @Id
    @Column(name = "practice_id")
    private UUID practiceId;

    private long version;

    @Column(name = "on_since")
    private @Nullable Instant onSince;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    MonitoringSetting() {}

    /// Before it is turned on or off for the first time.
    MonitoringSetting(UUID practice) {
        this.practiceId = practice;
    }

    void turn(boolean on, Instant now) {
        version++;
        onSince = on ? now : null;
        recordedAt = now;
    }

    boolean isOn() {
        return onSince != null;
    }

    Optional<Instant> onSince() {
        return Optional.ofNullable(onSince);
    }

    long version() {
        return version;
    }
}
