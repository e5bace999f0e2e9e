package care.sacrum.session.prescription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every version of every prescription, as it was answered.
@Singleton
class PrescriptionHistory {

    private final AgroalDataSource database;
    private final ObjectMapper json;

    PrescriptionHistory(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Inside the caller's transaction.
    void keep(UUID practice, PrescriptionView prescription, Instant recordedAt, String recordedBy) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into prescription_version (practice_id, prescription_id, version, patient_id,
                                                          recorded_at, recorded_by, content)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)""")) {
            insert.setObject(1, practice);
            insert.setObject(2, prescription.prescriptionId());
            insert.setLong(3, prescription.version());
            insert.setObject(4, prescription.patientId());
            insert.setObject(5, recordedAt.atOffset(ZoneOffset.UTC));
            insert.setString(6, recordedBy);
            insert.setString(7, json.writeValueAsString(prescription));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("A version of a prescription could not be kept", e);
        }
    }

    /// The latest first.
    ///
    /// @param before only versions older than this one
    List<PrescriptionVersion> page(UUID practice, UUID patient, UUID prescription, long before, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select version, recorded_at, recorded_by, content from prescription_version
                        where practice_id = ? and prescription_id = ? and patient_id = ? and version < ?
                        order by version desc limit ?""")) {
            select.setObject(1, practice);
            select.setObject(2, prescription);
            select.setObject(3, patient);
            select.setLong(4, before);
            select.setInt(5, limit);
            try (var found = select.executeQuery()) {
                return read(found);
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The versions of a prescription could not be read", e);
        }
    }

    private List<PrescriptionVersion> read(ResultSet found) throws SQLException, JsonProcessingException {
        var versions = new ArrayList<PrescriptionVersion>();
        while (found.next()) {
            versions.add(new PrescriptionVersion(
                    found.getLong("version"),
                    found.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(found.getString("recorded_by")),
                    json.readTree(found.getString("content"))));
        }
        return versions;
    }
}
