package care.sacrum.session.patient;

import care.sacrum.session.hold.ProgrammeState;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A patient's record as it stands; each change makes the next version.
@Entity
@Table(name = "patient")
class Patient {

    @EmbeddedId
    private PatientKey key;

    private long version;
    private String status;

    private @Nullable String subject;

    @Column(name = "home_time_zone")
    private String homeTimeZone;

    private String language;

    @Column(name = "birth_year")
    private @Nullable Integer birthYear;

    private String sex;

    @Column(name = "risk_factors")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> riskFactors;

    @Column(name = "baseline_conditions")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<BaselineCondition> baselineConditions;

    @Column(name = "already_under_care_of")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> alreadyUnderCareOf;

    @Column(name = "responsible_clinician")
    private @Nullable UUID responsibleClinician;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// Told by triage-service, and no part of the record's versions.
    @Formula("(select max(held.held_at) from programme_hold held where held.practice_id = practice_id"
            + " and held.patient_id = patient_id and held.released_at is null)")
    private @Nullable Instant heldSince;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Patient() {}

    Patient(PatientKey key, PatientDetails.Record record, Instant now) {
        this.key = key;
        change(record, now);
    }

    boolean says(PatientDetails.Record record) {
        return record.equals(record());
    }

    void change(PatientDetails.Record record, Instant now) {
        version++;
        subject = record.subject();
        status = record.status();
        homeTimeZone = record.homeTimeZone();
        language = record.language();
        birthYear = record.birthYear();
        sex = record.sex();
        riskFactors = record.riskFactors();
        baselineConditions = record.baselineConditions();
        alreadyUnderCareOf = record.alreadyUnderCareOf();
        responsibleClinician = record.responsibleClinician();
        recordedAt = now;
    }

    /// Whoever signs in as that subject is this patient from now on; nobody, where it is null.
    void bind(@Nullable String newSubject, Instant now) {
        version++;
        subject = newSubject;
        recordedAt = now;
    }

    /// Whether somebody may still begin to act as this patient.
    boolean isTreated() {
        return status.equals("active") || status.equals("paused");
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    Optional<UUID> responsibleClinician() {
        return Optional.ofNullable(responsibleClinician);
    }

    PatientKey key() {
        return key;
    }

    long version() {
        return version;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /// Absent while it is not on hold.
    Optional<ProgrammeState> programme() {
        return ProgrammeState.of(heldSince, language);
    }

    PatientView view() {
        return new PatientView(
                key.practiceId(),
                key.patientId(),
                version,
                Optional.ofNullable(subject),
                status,
                homeTimeZone,
                language,
                Optional.ofNullable(birthYear),
                sex,
                riskFactors,
                baselineConditions,
                alreadyUnderCareOf,
                Optional.ofNullable(responsibleClinician),
                programme());
    }

    PatientRecorded recorded() {
        return new PatientRecorded(
                key.practiceId(),
                key.patientId(),
                version,
                status,
                Optional.ofNullable(subject),
                Optional.ofNullable(responsibleClinician),
                facts(recordedAt.atOffset(ZoneOffset.UTC).getYear()));
    }

    /// What the rules must know.
    ///
    /// @param year the age is of this year
    PatientFacts facts(int year) {
        var birth = Optional.ofNullable(birthYear);
        return new PatientFacts(
                birth.map(then -> Math.max(0, year - then)),
                birth,
                sex,
                homeTimeZone,
                language,
                riskFactors,
                baselineConditions,
                alreadyUnderCareOf);
    }

    private PatientDetails.Record record() {
        return new PatientDetails.Record(
                subject,
                status,
                homeTimeZone,
                language,
                birthYear,
                sex,
                List.copyOf(riskFactors),
                List.copyOf(baselineConditions),
                List.copyOf(alreadyUnderCareOf),
                responsibleClinician);
    }
}
