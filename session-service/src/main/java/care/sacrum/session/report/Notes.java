package care.sacrum.session.report;

import care.sacrum.platform.outbox.Outbox;
import care.sacrum.session.replay.Span;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What patients wrote, and whether anybody has read it.
@Singleton
class Notes {

    private static final String HAS_NOTE = "content ->> 'hasNote' = 'true'";

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;

    Notes(AgroalDataSource database, Outbox outbox, ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
    }

    /// Where a page of notes begins: behind this one.
    record Place(Instant receivedAt, UUID report) {}

    /// Those that nobody has read, the oldest first.
    List<Note> unread(UUID practice, Optional<Place> after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select patient_id, report_id, local_day, received_at, content, free_text from report
                        where practice_id = ? and (received_at, report_id) > (?, ?) and %s
                          and not exists (select 1 from note_read
                                          where note_read.practice_id = report.practice_id
                                            and note_read.report_id = report.report_id)
                        order by received_at, report_id limit ?""".formatted(HAS_NOTE))) {
            var place = after.orElse(new Place(Instant.EPOCH, new UUID(0, 0)));
            select.setObject(1, practice);
            select.setObject(2, place.receivedAt.atOffset(ZoneOffset.UTC));
            select.setObject(3, place.report);
            select.setInt(4, limit);
            try (var found = select.executeQuery()) {
                var notes = new ArrayList<Note>();
                while (found.next()) {
                    notes.add(new Note(
                            found.getObject("patient_id", UUID.class),
                            found.getObject("report_id", UUID.class),
                            found.getObject("local_day", LocalDate.class),
                            found.getObject("received_at", OffsetDateTime.class).toInstant(),
                            Note.textOf(tree(found.getString("content")), tree(found.getString("free_text")))));
                }
                return notes;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The notes could not be read", e);
        }
    }

    private JsonNode tree(String kept) {
        try {
            return json.readTree(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept is always JSON", e);
        }
    }

    /// The marks of a patient, in the order of reading.
    ///
    /// @param after behind the mark of that time about that report
    List<NoteRead> readIn(UUID practice, UUID patient, Span span, Optional<Place> after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select report_id, read_at, read_by from note_read
                        where practice_id = ? and patient_id = ? and read_at >= ? and read_at < ?
                          and (read_at, report_id) > (?, ?)
                        order by read_at, report_id limit ?""")) {
            var place = after.orElse(new Place(Instant.EPOCH, new UUID(0, 0)));
            select.setObject(1, practice);
            select.setObject(2, patient);
            select.setObject(3, span.start().atOffset(ZoneOffset.UTC));
            select.setObject(4, span.end().atOffset(ZoneOffset.UTC));
            select.setObject(5, place.receivedAt.atOffset(ZoneOffset.UTC));
            select.setObject(6, place.report);
            select.setInt(7, limit);
            try (var found = select.executeQuery()) {
                var marks = new ArrayList<NoteRead>();
                while (found.next()) {
                    marks.add(new NoteRead(
                            practice,
                            patient,
                            found.getObject("report_id", UUID.class),
                            found.getObject("read_at", OffsetDateTime.class).toInstant(),
                            found.getString("read_by")));
                }
                return marks;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The marks could not be read", e);
        }
    }

    /// Marks it once; whoever comes later is told of the first. The patient's row is locked by the caller.
    ///
    /// @return empty where that report has no note, or is none of the patient's
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<NoteRead> markRead(UUID practice, UUID patient, UUID report, Instant now, String reader) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into note_read (practice_id, report_id, patient_id, read_at, read_by)
                        select practice_id, report_id, patient_id, ?, ? from report
                        where practice_id = ? and report_id = ? and patient_id = ? and %s
                        on conflict (practice_id, report_id) do nothing""".formatted(HAS_NOTE))) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setString(2, reader);
            insert.setObject(3, practice);
            insert.setObject(4, report);
            insert.setObject(5, patient);
            if (insert.executeUpdate() == 1) {
                var read = new NoteRead(practice, patient, report, now, reader);
                outbox.add(read.event(json));
                return Optional.of(read);
            }
            return markOf(connection, practice, patient, report);
        } catch (SQLException e) {
            throw new IllegalStateException("The note could not be marked", e);
        }
    }

    private static Optional<NoteRead> markOf(Connection connection, UUID practice, UUID patient, UUID report)
            throws SQLException {
        try (var select = connection.prepareStatement("""
                select read_at, read_by from note_read
                where practice_id = ? and report_id = ? and patient_id = ?""")) {
            select.setObject(1, practice);
            select.setObject(2, report);
            select.setObject(3, patient);
            try (var found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new NoteRead(
                                practice,
                                patient,
                                report,
                                found.getObject("read_at", OffsetDateTime.class).toInstant(),
                                found.getString("read_by")))
                        : Optional.empty();
            }
        }
    }
}
