package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stored courses of a practice's patients, one after the other, for whoever reads them all. They do not pass
/// through
/// the histories at hand, which belong to live evaluation.
@Singleton
public class Courses {

    private static final int REPORTS_FETCHED_AT_ONCE = 1000;

    private final AgroalDataSource database;
    private final Readings readings;

    Courses(AgroalDataSource database, Readings readings) {
        this.database = database;
        this.readings = readings;
    }

    /// One patient and everything that was reported, as observed.
    public record Course(PatientKey key, Patient patient, List<Report> reports) {}

    public int patientsOf(UUID practice) {
        return Sql.with(database, connection -> {
            try (var select =
                    connection.prepareStatement("select count(*) from watched_patient where practice_id = ?")) {
                select.setObject(1, practice);
                try (var found = select.executeQuery()) {
                    found.next();
                    return found.getInt(1);
                }
            }
        });
    }

    /// Inside the transaction under way, so that the reports are read in parts.
    ///
    /// @param mostReports so many are read, and no more
    /// @return the patient that follows in the order of ids, the first after nobody
    public Optional<Course> after(UUID practice, @Nullable UUID patient, int mostReports) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select patient_id, facts from watched_patient
                    where practice_id = ? and (?::uuid is null or patient_id > ?) order by patient_id limit 1""")) {
                select.setObject(1, practice);
                select.setObject(2, patient);
                select.setObject(3, patient);
                try (var found = select.executeQuery()) {
                    if (!found.next()) {
                        return Optional.empty();
                    }
                    var key = new PatientKey(practice, found.getObject(1, UUID.class));
                    return Optional.of(new Course(
                            key, readings.patient(found.getString(2)), reports(connection, key, mostReports)));
                }
            }
        });
    }

    private List<Report> reports(Connection connection, PatientKey key, int most) throws SQLException {
        try (var select = connection.prepareStatement(
                "select content from report where practice_id = ? and patient_id = ? limit ?")) {
            select.setObject(1, key.practice());
            select.setObject(2, key.patient());
            select.setInt(3, most);
            select.setFetchSize(REPORTS_FETCHED_AT_ONCE);
            try (var found = select.executeQuery()) {
                var reports = new ArrayList<Report>();
                while (found.next()) {
                    reports.add(readings.report(found.getString(1)));
                }
                reports.sort(Comparator.comparing(Report::observedAt));
                return reports;
            }
        }
    }

    /// Whether the patient is still watched, and stays so until the transaction under way ends: an erasure waits for
    /// it.
    public boolean stays(PatientKey key) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select 1 from watched_patient where practice_id = ? and patient_id = ? for key share""")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                try (var found = select.executeQuery()) {
                    return found.next();
                }
            }
        });
    }
}
