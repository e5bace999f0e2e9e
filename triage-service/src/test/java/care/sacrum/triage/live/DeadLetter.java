package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/// A report's event that an older version of the reader could not read.
public record DeadLetter(PatientKey patient, String data) {

    public static DeadLetter of(PatientKey patient, String report) {
        return new DeadLetter(
                patient,
                "{\"practiceId\": \"%s\", \"patientId\": \"%s\", \"report\": %s}"
                        .formatted(patient.practice(), patient.patient(), report));
    }

    /// @return its id
    public String keptIn(AgroalDataSource database) {
        long offset = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into dead_letter (topic, partition, record_offset, key, type, reason, headers, data)
                        values ('sacrum.session.v1', 3, ?, ?, 'care.sacrum.session.completed.v1', 'missing-report',
                            '{"ce_type": "care.sacrum.session.completed.v1"}'::jsonb, ?)""")) {
            insert.setLong(1, offset);
            insert.setString(2, patient.toString());
            insert.setBytes(3, data.getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "sacrum.session.v1:3:" + offset;
    }
}
