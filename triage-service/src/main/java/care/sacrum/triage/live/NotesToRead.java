package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.StreamedEvents;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Which notes of patients nobody has read yet: a mark on the worklist, never advice, since no rule reads free text.
/// Whoever told of nothing else stands on it for the note alone. Whichever comes first, the report or the word that
/// its note was read, the result is the same.
@Singleton
class NotesToRead {

    private final AgroalDataSource database;
    private final StreamedEvents stream;

    NotesToRead(AgroalDataSource database, StreamedEvents stream) {
        this.database = database;
        this.stream = stream;
    }

    private record Line(UUID patientId, Instant at) {}

    /// Reports that came, and notes that were read. The patients' rows are locked by the caller.
    void take(Collection<SessionEvent.Reported> reports, Collection<SessionEvent.NoteRead> marks, Instant now) {
        var withNote = reports.stream().filter(SessionEvent.Reported::hasNote).toList();
        var concerned = new TreeSet<PatientKey>();
        withNote.forEach(report -> concerned.add(report.key()));
        marks.forEach(mark -> concerned.add(mark.key()));
        if (concerned.isEmpty()) {
            return;
        }
        var changed = Sql.with(database, connection -> {
            came(connection, withNote, now);
            read(connection, marks);
            return changed(connection, concerned);
        });
        changed.forEach(
                (key, waits) -> stream.add(key, waits ? "note" : "note-read", new Line(key.patient(), now), now));
    }

    /// The reports of which somebody has read all that was written, by their ids: the words of a sign are shown with
    /// a note.
    Set<String> readOf(PatientKey key) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select report_id from note_to_read note
                    where practice_id = ? and patient_id = ? and note.read_at is not null""")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                try (var found = select.executeQuery()) {
                    var read = new HashSet<String>();
                    while (found.next()) {
                        read.add(found.getString(1));
                    }
                    return read;
                }
            }
        });
    }

    private static void came(Connection connection, List<SessionEvent.Reported> reports, Instant now)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into note_to_read (practice_id, patient_id, report_id, came_at) values (?, ?, ?, ?)
                on conflict do nothing""")) {
            for (var report : reports) {
                insert.setObject(1, report.key().practice());
                insert.setObject(2, report.key().patient());
                insert.setString(3, report.reportId());
                insert.setTimestamp(4, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void read(Connection connection, Collection<SessionEvent.NoteRead> marks) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into note_to_read (practice_id, patient_id, report_id, read_at) values (?, ?, ?, ?)
                on conflict (practice_id, patient_id, report_id)
                do update set read_at = coalesce(note_to_read.read_at, excluded.read_at)""")) {
            for (var mark : marks) {
                upsert.setObject(1, mark.key().practice());
                upsert.setObject(2, mark.key().patient());
                upsert.setString(3, mark.reportId());
                upsert.setTimestamp(4, Timestamp.from(mark.readAt()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /// Keeps since when each of them has a note to read.
    ///
    /// @return for whom that began, and for whom it ended
    private static Map<PatientKey, Boolean> changed(Connection connection, SortedSet<PatientKey> concerned)
            throws SQLException {
        try (var update = connection.prepareStatement("""
                update watched_patient now set note_since = news.since
                from (
                    select practice_id, patient_id, note_since as before,
                        (select min(came_at) from note_to_read note
                         where note.practice_id = patient.practice_id and note.patient_id = patient.patient_id
                             and note.read_at is null) as since
                    from watched_patient patient
                    where (practice_id, patient_id) in (select * from unnest(?::uuid[], ?::uuid[]))) news
                where now.practice_id = news.practice_id and now.patient_id = news.patient_id
                    and news.since is distinct from news.before
                returning now.practice_id, now.patient_id, news.before is not null, news.since is not null""")) {
            update.setArray(
                    1,
                    ids(connection, concerned.stream().map(PatientKey::practice).toArray()));
            update.setArray(
                    2,
                    ids(connection, concerned.stream().map(PatientKey::patient).toArray()));
            try (var found = update.executeQuery()) {
                var changed = new TreeMap<PatientKey, Boolean>();
                while (found.next()) {
                    boolean waits = found.getBoolean(4);
                    if (found.getBoolean(3) != waits) {
                        changed.put(
                                new PatientKey(found.getObject(1, UUID.class), found.getObject(2, UUID.class)), waits);
                    }
                }
                return changed;
            }
        }
    }

    private static Array ids(Connection connection, Object[] ids) throws SQLException {
        return connection.createArrayOf("uuid", ids);
    }
}
