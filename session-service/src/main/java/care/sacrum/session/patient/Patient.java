package care.sacrum.session.patient;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

    @Column(name = "display_name")
    private @Nullable String displayName;

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

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Patient() {}

    Patient(PatientKey key, PatientDetails.Record record, Instant now) {
        this.key = key;
        change(record, now);
    }

    /// @return whether anything changed
    boolean change(PatientDetails.Record record, Instant now) {
        if (version > 0 && record.equals(record())) {
            return false;
        }
        version++;
        displayName = record.displayName();
        subject = record.subject();
        status = record.status();
        homeTimeZone = record.homeTimeZone();
        language = record.language();
        birthYear = record.birthYear();
        sex = record.sex();
        riskFactors = record.riskFactors();
        baselineConditions = record.baselineConditions();
        alreadyUnderCareOf = record.alreadyUnderCareOf();
        recordedAt = now;
        return true;
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

    PatientView view() {
        return new PatientView(
                key.practiceId(),
                key.patientId(),
                version,
                Optional.ofNullable(displayName),
                Optional.ofNullable(subject),
                status,
                homeTimeZone,
                language,
                Optional.ofNullable(birthYear),
                sex,
                riskFactors,
                baselineConditions,
                alreadyUnderCareOf);
    }

    PatientRecorded recorded() {
        return new PatientRecorded(
                key.practiceId(),
                key.patientId(),
                version,
                status,
                Optional.ofNullable(subject),
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
                displayName,
                subject,
                status,
                homeTimeZone,
                language,
                birthYear,
                sex,
                List.copyOf(riskFactors),
                List.copyOf(baselineConditions),
                List.copyOf(alreadyUnderCareOf));
    }
}
