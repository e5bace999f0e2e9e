package care.sacrum.session.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/// Writes everything that is kept of a patient as one JSON document, row by row: the memory it takes does not grow
/// with the record.
@Singleton
class WholeRecord {

    /// Ten reports a day for 27 years.
    private static final int MOST_REPORTS = 100_000;

    private static final int ROWS_AT_A_TIME = 200;

    /// What a practice was told of the patient; the oldest first.
    private static final String SIGNALS = """
            select coalesce(jsonb_agg(data || jsonb_build_object('type', type) order by raised_at, type), '[]')
            from raised_signal where practice_id = ? and patient_id = ?""";

    private static final String MONITORING = """
            select jsonb_build_object(
                'episodes', (
                    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                        'episodeId', episode_id, 'setUpOn', set_up_on, 'endedOn', ended_on)) order by set_up_on), '[]')
                    from monitoring_episode where practice_id = given.practice_id and patient_id = given.patient_id),
                'work', (
                    select coalesce(jsonb_agg(jsonb_build_object(
                        'workId', work_id, 'day', day, 'minutes', minutes, 'liveContact', live_contact,
                        'struckOut', struck_at is not null) order by day, work_id), '[]')
                    from monitoring_work where practice_id = given.practice_id and patient_id = given.patient_id))
            from (select ?::uuid as practice_id, ?::uuid as patient_id) given""";

    private static final String EXCUSES = """
            select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'excuseId', excuse_id, 'from', from_day, 'to', to_day, 'reason', reason,
                'saidBy', case when by_staff then 'staff' else 'patient' end,
                'recordedAt', recorded_at, 'withdrawnAt', withdrawn_at)) order by recorded_at, excuse_id), '[]')
            from excuse where practice_id = ? and patient_id = ?""";

    private final AgroalDataSource database;
    private final Reports reports;
    private final ObjectMapper json;

    WholeRecord(AgroalDataSource database, Reports reports, ObjectMapper json) {
        this.database = database;
        this.reports = reports;
        this.json = json;
    }

    /// @param patient the record as the caller may read it
    void write(UUID practice, UUID id, ObjectNode patient, Instant exportedAt, OutputStream to) throws IOException {
        try (var connection = database.getConnection();
                var document = json.createGenerator(to)) {
            // Rows come a few at a time only inside a transaction; it sees one moment of the record throughout.
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                document.writeStartObject();
                document.writeStringField("exportedAt", exportedAt.toString());
                document.writePOJOField("patient", patient);
                document.writeFieldName("contact");
                writeContact(connection, practice, id, document);
                document.writeFieldName("prescriptions");
                writePrescriptions(connection, practice, id, document);
                document.writeFieldName("programmeHolds");
                writeHolds(connection, practice, id, document);
                document.writeFieldName("signals");
                writeOne(connection, SIGNALS, practice, id, document);
                document.writeFieldName("monitoring");
                writeOne(connection, MONITORING, practice, id, document);
                document.writeFieldName("excuses");
                writeOne(connection, EXCUSES, practice, id, document);
                document.writeFieldName("reports");
                boolean complete = writeReports(connection, practice, id, document);
                document.writeBooleanField("complete", complete);
                document.writeEndObject();
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The record could not be read", e);
        }
    }

    private static void writeContact(Connection connection, UUID practice, UUID patient, JsonGenerator document)
            throws SQLException, IOException {
        try (var select = connection.prepareStatement("""
                select jsonb_strip_nulls(jsonb_build_object('name', name, 'telephone', telephone, 'email', email))
                from patient_contact where practice_id = ? and patient_id = ?""")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            try (var found = select.executeQuery()) {
                document.writeRawValue(found.next() ? found.getString(1) : "null");
            }
        }
    }

    private static void writeOne(
            Connection connection, String query, UUID practice, UUID patient, JsonGenerator document)
            throws SQLException, IOException {
        try (var select = connection.prepareStatement(query)) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            try (var found = select.executeQuery()) {
                found.next();
                document.writeRawValue(found.getString(1));
            }
        }
    }

    private static void writePrescriptions(Connection connection, UUID practice, UUID patient, JsonGenerator document)
            throws SQLException, IOException {
        try (var select = connection.prepareStatement("""
                select content from prescription_version where practice_id = ? and patient_id = ?
                order by recorded_at, prescription_id, version""")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            select.setFetchSize(ROWS_AT_A_TIME);
            try (var found = select.executeQuery()) {
                document.writeStartArray();
                while (found.next()) {
                    document.writeRawValue(found.getString(1));
                }
                document.writeEndArray();
            }
        }
    }

    private static void writeHolds(Connection connection, UUID practice, UUID patient, JsonGenerator document)
            throws SQLException, IOException {
        try (var select = connection.prepareStatement("""
                select held_at, released_at from programme_hold where practice_id = ? and patient_id = ?
                order by held_at, hold_id""")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            try (var found = select.executeQuery()) {
                document.writeStartArray();
                while (found.next()) {
                    document.writeStartObject();
                    document.writeStringField(
                            "heldAt", found.getTimestamp(1).toInstant().toString());
                    var released = found.getTimestamp(2);
                    if (released != null) {
                        document.writeStringField(
                                "releasedAt", released.toInstant().toString());
                    }
                    document.writeEndObject();
                }
                document.writeEndArray();
            }
        }
    }

    private boolean writeReports(Connection connection, UUID practice, UUID patient, JsonGenerator document)
            throws SQLException, IOException {
        try (var select = connection.prepareStatement("""
                select report_id, local_day, observed_at, content, free_text from report
                where practice_id = ? and patient_id = ?
                order by local_day desc, observed_at desc, report_id desc limit ?""")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            select.setInt(3, MOST_REPORTS + 1);
            select.setFetchSize(ROWS_AT_A_TIME);
            try (var found = select.executeQuery()) {
                document.writeStartArray();
                int written = 0;
                boolean more = found.next();
                while (more && written < MOST_REPORTS) {
                    document.writeTree(HistoryResource.inFull(reports.one(found)));
                    written++;
                    more = found.next();
                }
                document.writeEndArray();
                return !more;
            }
        }
    }
}
