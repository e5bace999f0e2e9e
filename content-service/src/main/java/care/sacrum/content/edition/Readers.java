package care.sacrum.content.edition;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Which patients are treated where: they read the practice's own content. Only the issuer's id of the person is kept.
@Singleton
class Readers {

    private final AgroalDataSource database;

    Readers(AgroalDataSource database) {
        this.database = database;
    }

    boolean isTreatedAt(UUID practice, String subject) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select 1 from reader where practice_id = ? and subject = ? limit 1")) {
            select.setObject(1, practice);
            select.setString(2, subject);
            try (var found = select.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Whether somebody is treated there could not be read", e);
        }
    }

    /// Inside the caller's transaction. An older version of a record that comes later says nothing.
    void keep(List<PatientTold> told) {
        try (var connection = database.getConnection()) {
            for (var each : told) {
                switch (each) {
                    case PatientTold.Recorded recorded -> keep(connection, recorded);
                    case PatientTold.Erased erased -> delete(connection, erased);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Who is treated where could not be written", e);
        }
    }

    private static void keep(Connection connection, PatientTold.Recorded recorded) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into reader (practice_id, patient_id, version, subject) values (?, ?, ?, ?)
                on conflict (practice_id, patient_id) do update
                set version = excluded.version, subject = excluded.subject
                where reader.version < excluded.version""")) {
            upsert.setObject(1, recorded.practice());
            upsert.setObject(2, recorded.patient());
            upsert.setLong(3, recorded.version());
            upsert.setString(4, recorded.subject().orElse(null));
            upsert.executeUpdate();
        }
    }

    /// Nothing comes after it, so nothing has to be kept to refuse what does.
    private static void delete(Connection connection, PatientTold.Erased erased) throws SQLException {
        try (var delete = connection.prepareStatement("delete from reader where practice_id = ? and patient_id = ?")) {
            delete.setObject(1, erased.practice());
            delete.setObject(2, erased.patient());
            delete.executeUpdate();
        }
    }
}
