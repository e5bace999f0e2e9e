package care.sacrum.session.prescription;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A prescription as it stands; each change makes the next version.
@Entity
@Table(name = "prescription")
class Prescription {

    @EmbeddedId
    private PrescriptionKey key;

    @Column(name = "patient_id")
    private UUID patientId;

    private long version;
    private String programme;

    @Column(name = "programme_version")
    private @Nullable Integer programmeVersion;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "end_date")
    private @Nullable LocalDate endDate;

    @Column(name = "times_a_day")
    private int timesADay;

    @Column(name = "days_a_week")
    private int daysAWeek;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Prescription() {}

    Prescription(PrescriptionKey key, UUID patientId, PrescriptionDetails details, Instant now) {
        this.key = key;
        this.patientId = patientId;
        change(details, now);
    }

    void change(PrescriptionDetails details, Instant now) {
        if (version > 0 && details.equals(details())) {
            return;
        }
        version++;
        programme = details.programme();
        programmeVersion = details.programmeVersion();
        startDate = details.startDate();
        endDate = details.endDate();
        timesADay = details.timesADay();
        daysAWeek = details.daysAWeek();
        recordedAt = now;
    }

    boolean isOf(UUID patient) {
        return patientId.equals(patient);
    }

    long version() {
        return version;
    }

    PrescriptionView view() {
        return new PrescriptionView(
                key.prescriptionId(),
                patientId,
                version,
                programme,
                Optional.ofNullable(programmeVersion),
                startDate,
                Optional.ofNullable(endDate),
                timesADay,
                daysAWeek);
    }

    PrescriptionDetails details() {
        return new PrescriptionDetails(programme, programmeVersion, startDate, endDate, timesADay, daysAWeek);
    }
}
