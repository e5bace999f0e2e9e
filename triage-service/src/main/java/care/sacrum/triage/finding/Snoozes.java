package care.sacrum.triage.finding;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What single clinicians do not want to see for a while. It is theirs alone: deadlines, escalations and everybody
/// else's
/// worklist know nothing of it.
@Singleton
public class Snoozes {

    private final AgroalDataSource database;

    Snoozes(AgroalDataSource database) {
        this.database = database;
    }

    void set(RaisedFinding finding, String subject, Instant until) {
        Sql.with(database, connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into finding_snooze (finding_id, subject, practice_id, patient_id, until)
                    values (?, ?, ?, ?, ?)
                    on conflict (finding_id, subject) do update set until = excluded.until""")) {
                upsert.setObject(1, finding.id());
                upsert.setString(2, subject);
                upsert.setObject(3, finding.key().practice());
                upsert.setObject(4, finding.key().patient());
                upsert.setTimestamp(5, Timestamp.from(until));
                return upsert.executeUpdate();
            }
        });
    }

    /// @return whether there was one
    boolean end(UUID finding, String subject) {
        return Sql.with(database, connection -> {
            try (var delete =
                    connection.prepareStatement("delete from finding_snooze where finding_id = ? and subject = ?")) {
                delete.setObject(1, finding);
                delete.setString(2, subject);
                return delete.executeUpdate() > 0;
            }
        });
    }

    /// There is new evidence, or nothing is left to be reminded of.
    ///
    /// @return whether anybody had snoozed it
    boolean endAll(UUID finding) {
        return Sql.with(database, connection -> {
            try (var delete = connection.prepareStatement("delete from finding_snooze where finding_id = ?")) {
                delete.setObject(1, finding);
                return delete.executeUpdate() > 0;
            }
        });
    }

    int deleteEnded(Instant now, int atMost) {
        return Sql.with(database, connection -> {
            try (var delete = connection.prepareStatement("""
                    with batch as materialized (
                        select finding_id, subject from finding_snooze where until <= ? order by until limit ?
                        for update skip locked)
                    delete from finding_snooze ended using batch
                    where ended.finding_id = batch.finding_id and ended.subject = batch.subject""")) {
                delete.setTimestamp(1, Timestamp.from(now));
                delete.setInt(2, atMost);
                return delete.executeUpdate();
            }
        });
    }

    /// Until when that clinician has snoozed which of these findings.
    public Map<UUID, Instant> of(String subject, Collection<UUID> findings, Instant now) {
        if (findings.isEmpty()) {
            return Map.of();
        }
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select finding_id, until from finding_snooze
                    where finding_id = any (?) and subject = ? and until > ?""")) {
                select.setArray(1, connection.createArrayOf("uuid", findings.toArray()));
                select.setString(2, subject);
                select.setTimestamp(3, Timestamp.from(now));
                try (var found = select.executeQuery()) {
                    var snoozed = new HashMap<UUID, Instant>();
                    while (found.next()) {
                        snoozed.put(
                                found.getObject(1, UUID.class),
                                found.getTimestamp(2).toInstant());
                    }
                    return snoozed;
                }
            }
        });
    }
}
