package care.sacrum.session.erasure;

import care.sacrum.platform.erasure.Erasure;
import care.sacrum.platform.outbox.Outbox;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// The patients who are no longer here.
@Singleton
class Erasures {

    private final AgroalDataSource database;
    private final Erasure events;
    private final Outbox outbox;

    Erasures(AgroalDataSource database, Erasure events, Outbox outbox) {
        this.database = database;
        this.events = events;
        this.outbox = outbox;
    }

    /// Locks the patient as every writer does: a report under way is kept first and goes as well, and one that comes
    /// later finds nobody.
    ///
    /// @return empty where there is no such patient and never was one
    @Transactional
    Optional<PatientErased> erase(UUID practice, UUID patient, Instant now) {
        try (var connection = database.getConnection()) {
            if (!lock(connection, practice, patient)) {
                return erasedBefore(connection, practice, patient);
            }
            // Whatever else refers to the patient goes with the row.
            execute(connection, "delete from report where practice_id = ? and patient_id = ?", practice, patient);
            execute(
                    connection,
                    "delete from adherence_touched where practice_id = ? and patient_id = ?",
                    practice,
                    patient);
            execute(connection, "delete from patient where practice_id = ? and patient_id = ?", practice, patient);
            var erased = new PatientErased(practice, patient, now);
            remember(connection, erased);
            events.of(erased.key());
            outbox.add(erased.event());
            return Optional.of(erased);
        } catch (SQLException e) {
            throw new IllegalStateException("The patient could not be erased", e);
        }
    }

    /// What is left of a patient who was erased.
    Optional<PatientErased> before(UUID practice, UUID patient) {
        try (var connection = database.getConnection()) {
            return erasedBefore(connection, practice, patient);
        } catch (SQLException e) {
            throw new IllegalStateException("Whether the patient was erased could not be read", e);
        }
    }

    private static boolean lock(Connection connection, UUID practice, UUID patient) throws SQLException {
        try (var select = connection.prepareStatement(
                "select 1 from patient where practice_id = ? and patient_id = ? for update")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            try (var found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String deletion, UUID practice, UUID patient)
            throws SQLException {
        try (var delete = connection.prepareStatement(deletion)) {
            delete.setObject(1, practice);
            delete.setObject(2, patient);
            delete.executeUpdate();
        }
    }

    private static void remember(Connection connection, PatientErased erased) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into erased_patient (practice_id, patient_id, erased_at) values (?, ?, ?)")) {
            insert.setObject(1, erased.practiceId());
            insert.setObject(2, erased.patientId());
            insert.setObject(3, erased.erasedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static Optional<PatientErased> erasedBefore(Connection connection, UUID practice, UUID patient)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "select erased_at from erased_patient where practice_id = ? and patient_id = ?")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            try (var found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new PatientErased(
                                practice,
                                patient,
                                found.getObject("erased_at", OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.empty();
            }
        }
    }
}
