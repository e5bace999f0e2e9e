package care.sacrum.triage.live;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.util.Collection;

/// Which notes of patients nobody has read yet: a mark on the worklist, never advice, since no rule reads free text.
/// Whichever comes first, the report or the word that its note was read, the result is the same.
@Singleton
class NotesToRead {

    private final AgroalDataSource database;

    NotesToRead(AgroalDataSource database) {
        this.database = database;
    }

    void came(Collection<SessionEvent.Reported> reports) {
        var withNote = reports.stream().filter(SessionEvent.Reported::hasNote).toList();
        if (withNote.isEmpty()) {
            return;
        }
        Sql.with(database, connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into note_to_read (practice_id, patient_id, report_id) values (?, ?, ?)
                    on conflict do nothing""")) {
                for (var report : withNote) {
                    insert.setObject(1, report.key().practice());
                    insert.setObject(2, report.key().patient());
                    insert.setString(3, report.reportId());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    void read(Collection<SessionEvent.NoteRead> marks) {
        if (marks.isEmpty()) {
            return;
        }
        Sql.with(database, connection -> {
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
                return upsert.executeBatch();
            }
        });
    }
}
