package care.sacrum.triage.live;

import care.sacrum.platform.erasure.Erasure;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.StreamedEvents;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Forgets patients whose record was erased: every row, what is at hand in memory, what was not sent yet, and what
/// could
/// not be read.
///
/// Lines of the stream lose their content and keep their number, or a screen would take the gap for a missed line. A
/// new
/// line `erased` tells screens to drop the patient.
@Singleton
class ErasedPatients {

    private static final List<String> ROWS = List.of(
            "delete from report where practice_id = ? and patient_id = ?",
            "delete from raised_finding where practice_id = ? and patient_id = ?",
            "delete from finding_snooze where practice_id = ? and patient_id = ?",
            // The trail lets go of this patient's rows alone, and in this transaction only.
            "select set_config('sacrum.erased_patient', ?::text || '/' || ?::text, true)",
            "delete from finding_trail where practice_id = ? and patient_id = ?",
            "delete from note_to_read where practice_id = ? and patient_id = ?",
            "delete from programme_hold where practice_id = ? and patient_id = ?",
            // With the differences that hang on it.
            "delete from what_if_patient where practice_id = ? and patient_id = ?",
            """
            delete from webhook_delivery where practice_id = ? and patient_id = ?
                and type <> 'care.sacrum.session.patient-erased.v1'""",
            """
            update worklist_event set name = 'forgotten', body = '{}',
                patient_id = '00000000-0000-0000-0000-000000000000'
            where practice_id = ? and patient_id = ? and name <> 'erased'""");

    private record Line(UUID patientId) {}

    private final AgroalDataSource database;
    private final Erasure erasure;
    private final Histories histories;
    private final StreamedEvents stream;

    ErasedPatients(AgroalDataSource database, Erasure erasure, Histories histories, StreamedEvents stream) {
        this.database = database;
        this.erasure = erasure;
        this.histories = histories;
        this.stream = stream;
    }

    /// Inside the transaction under way, the patients' rows locked. The caller has told nothing of them in it: such
    /// a line would be written behind those that are emptied here. Once more is the same as once.
    void forget(Collection<PatientKey> patients, Instant now) {
        for (var key : patients) {
            boolean known = Sql.with(database, connection -> {
                boolean watched =
                        run(connection, "delete from watched_patient where practice_id = ? and patient_id = ?", key)
                                > 0;
                for (var statement : ROWS) {
                    run(connection, statement, key);
                }
                return watched;
            });
            erasure.of(key.toString());
            histories.forget(key);
            if (known) {
                stream.add(key, "erased", new Line(key.patient()), now);
            }
        }
    }

    private static int run(Connection connection, String statement, PatientKey key) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, key.practice());
            prepared.setObject(2, key.patient());
            prepared.execute();
            return prepared.getUpdateCount();
        }
    }
}
