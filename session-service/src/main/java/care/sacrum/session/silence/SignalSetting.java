package care.sacrum.session.silence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// The thresholds that a practice has set; each change makes the next version.
@Entity
@Table(name = "signal_setting")
class SignalSetting {

    @Id
    @Column(name = "practice_id")
    private UUID practiceId;

    private long version;

    @Column(name = "silent_after_days")
    private int silentAfterDays;

    @Column(name = "lapse_below_percent")
    private int lapseBelowPercent;

    @Column(name = "lapse_window_days")
    private int lapseWindowDays;

    @Column(name = "lapse_expected_at_least")
    private int lapseExpectedAtLeast;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    SignalSetting() {}

    SignalSetting(UUID practice, Thresholds thresholds, Instant now) {
        this.practiceId = practice;
        change(thresholds, now);
    }

    void change(Thresholds thresholds, Instant now) {
        version++;
        silentAfterDays = thresholds.silentAfterDays();
        lapseBelowPercent = thresholds.lapseBelowPercent();
        lapseWindowDays = thresholds.lapseWindowDays();
        lapseExpectedAtLeast = thresholds.lapseExpectedAtLeast();
        recordedAt = now;
    }

    long version() {
        return version;
    }

    Thresholds thresholds() {
        return new Thresholds(silentAfterDays, lapseBelowPercent, lapseWindowDays, lapseExpectedAtLeast);
    }
}
