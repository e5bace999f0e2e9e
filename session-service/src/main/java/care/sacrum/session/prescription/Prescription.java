package care.sacrum.session.prescription;

import care.sacrum.session.asking.Weekday;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A prescription as it stands; each change, pause and resumption makes the next version.
@Entity
@Table(name = "prescription")
class Prescription {

    static final int MOST_PAUSES = 50;

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

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<Weekday> weekdays;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<AdjustedExercise> exercises;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Pause> pauses;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Prescription() {}

    /// @param details pinned
    Prescription(PrescriptionKey key, UUID patientId, PrescriptionDetails details, Instant now) {
        this.key = key;
        this.patientId = patientId;
        this.pauses = List.of();
        change(details, now);
    }

    /// @param details pinned
    boolean says(PrescriptionDetails details) {
        return details.equals(details());
    }

    /// @param details pinned
    void change(PrescriptionDetails details, Instant now) {
        version++;
        programme = details.programme();
        programmeVersion = details.programmeVersion();
        startDate = details.startDate();
        endDate = details.endDate();
        timesADay = details.timesADay();
        daysAWeek = details.expectedDaysAWeek();
        weekdays = details.weekdays();
        exercises = details.adjusted();
        recordedAt = now;
    }

    /// What came of a wish to pause or to resume.
    enum Pausing {
        CHANGED,
        AS_BEFORE,
        OUT_OF_ORDER,
        NOT_PAUSED,
        TOO_MANY
    }

    /// What pausing from that day would do.
    Pausing pausing(LocalDate from) {
        if (openPause().filter(open -> open.from().equals(from)).isPresent()) {
            return Pausing.AS_BEFORE;
        }
        boolean afterTheOthers = closedPauses().stream().noneMatch(earlier -> from.isBefore(earlier.resumedOn()));
        if (from.isBefore(startDate) || endDate != null && from.isAfter(endDate) || !afterTheOthers) {
            return Pausing.OUT_OF_ORDER;
        }
        return closedPauses().size() < MOST_PAUSES ? Pausing.CHANGED : Pausing.TOO_MANY;
    }

    void pause(LocalDate from, Instant now) {
        pauses = closedPausesAnd(new Pause(from, null));
        version++;
        recordedAt = now;
    }

    /// What resuming on that day would do.
    Pausing resuming(LocalDate on) {
        var open = openPause();
        if (open.isEmpty()) {
            boolean again = !pauses.isEmpty() && on.equals(pauses.getLast().resumedOn());
            return again ? Pausing.AS_BEFORE : Pausing.NOT_PAUSED;
        }
        return on.isBefore(open.get().from()) ? Pausing.OUT_OF_ORDER : Pausing.CHANGED;
    }

    /// A pause that ends on the day it began was none.
    void resume(LocalDate on, Instant now) {
        var from = openPause().orElseThrow().from();
        pauses = on.equals(from) ? closedPauses() : closedPausesAnd(new Pause(from, on));
        version++;
        recordedAt = now;
    }

    boolean isOf(UUID patient) {
        return patientId.equals(patient);
    }

    UUID practiceId() {
        return key.practiceId();
    }

    long version() {
        return version;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /// The version of the programme that was prescribed, where it is this one.
    Optional<Integer> versionOf(String slug) {
        return programme.equals(slug) ? Optional.ofNullable(programmeVersion) : Optional.empty();
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
                daysAWeek,
                Optional.ofNullable(weekdays).map(List::copyOf),
                List.copyOf(exercises),
                List.copyOf(pauses),
                Optional.empty());
    }

    private PrescriptionDetails details() {
        return new PrescriptionDetails(
                programme,
                programmeVersion,
                startDate,
                endDate,
                timesADay,
                daysAWeek,
                weekdays == null ? null : List.copyOf(weekdays),
                List.copyOf(exercises));
    }

    private Optional<Pause> openPause() {
        return pauses.stream().filter(Pause::isOpen).findFirst();
    }

    private List<Pause> closedPauses() {
        return pauses.stream().filter(pause -> !pause.isOpen()).toList();
    }

    private List<Pause> closedPausesAnd(Pause last) {
        var all = new ArrayList<>(closedPauses());
        all.add(last);
        return List.copyOf(all);
    }
}
