package care.sacrum.triage.live;

import care.sacrum.triage.rules.Urgency;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of watched patients. By plain JDBC and by the batch: every session that any patient logs passes here.
@Singleton
class WatchedPatients {

    private static final String COLUMNS =
            "practice_id, patient_id, version, status, subject, facts, reports, advised, evaluated_at";

    private final AgroalDataSource database;

    WatchedPatients(AgroalDataSource database) {
        this.database = database;
    }

    /// Locks the rows of these patients, in the order of their keys, making those that are missing: a report may come
    /// before its patient.
    Map<PatientKey, WatchedPatient> lock(SequencedSet<PatientKey> keys) {
        return Sql.with(database, connection -> {
            var locked = locked(connection, keys);
            if (locked.size() < keys.size()) {
                insertMissing(connection, keys);
                locked = locked(connection, keys);
            }
            return locked;
        });
    }

    Optional<WatchedPatient> find(PatientKey key) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select " + COLUMNS + " from watched_patient where practice_id = ? and patient_id = ?")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                try (var found = select.executeQuery()) {
                    return found.next() ? Optional.of(row(found)) : Optional.empty();
                }
            }
        });
    }

    /// Patients whose evaluation only time has made due, locked; another instance takes others.
    Map<PatientKey, WatchedPatient> lockDue(Instant now, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                     from watched_patient where next_evaluation_at <= ?
                    order by next_evaluation_at limit ? for update skip locked""")) {
                select.setTimestamp(1, Timestamp.from(now));
                select.setInt(2, atMost);
                return rows(select.executeQuery());
            }
        });
    }

    void save(WatchedPatient told) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient set version = ?, status = ?, subject = ?, facts = ?
                    where practice_id = ? and patient_id = ?""")) {
                update.setLong(1, told.version());
                update.setString(2, told.status());
                update.setString(3, told.subject());
                update.setString(4, told.facts());
                update.setObject(5, told.key().practice());
                update.setObject(6, told.key().patient());
                return update.executeUpdate();
            }
        });
    }

    /// What an evaluation leaves behind on a patient's row.
    ///
    /// @param openUrgency of the most urgent open finding, absent when none is open
    record Evaluated(
            PatientKey key,
            int reports,
            @Nullable Instant lastObservedAt,
            Instant evaluatedAt,
            @Nullable Instant nextEvaluationAt,
            String advised,
            String programme,
            List<String> missing,
            @Nullable Urgency openUrgency,
            @Nullable Instant openSince) {}

    void save(Collection<Evaluated> evaluations) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient set reports = ?, last_observed_at = ?, evaluated_at = ?, next_evaluation_at = ?,
                        advised = ?, programme = ?, missing = ?, open_urgency = ?, open_since = ?
                    where practice_id = ? and patient_id = ?""")) {
                for (var evaluated : evaluations) {
                    update.setInt(1, evaluated.reports());
                    update.setTimestamp(2, Sql.timestamp(evaluated.lastObservedAt()));
                    update.setTimestamp(3, Sql.timestamp(evaluated.evaluatedAt()));
                    update.setTimestamp(4, Sql.timestamp(evaluated.nextEvaluationAt()));
                    update.setString(5, evaluated.advised());
                    update.setString(6, evaluated.programme());
                    update.setArray(
                            7,
                            connection.createArrayOf("text", evaluated.missing().toArray()));
                    setOpen(update, 8, evaluated.openUrgency(), evaluated.openSince());
                    update.setObject(10, evaluated.key().practice());
                    update.setObject(11, evaluated.key().patient());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    void saveOpen(PatientKey key, @Nullable Urgency urgency, @Nullable Instant since) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient set open_urgency = ?, open_since = ?
                    where practice_id = ? and patient_id = ?""")) {
                setOpen(update, 1, urgency, since);
                update.setObject(3, key.practice());
                update.setObject(4, key.patient());
                return update.executeUpdate();
            }
        });
    }

    private static void setOpen(
            java.sql.PreparedStatement update, int at, @Nullable Urgency urgency, @Nullable Instant since)
            throws SQLException {
        if (urgency == null) {
            update.setNull(at, java.sql.Types.SMALLINT);
        } else {
            update.setInt(at, urgency.ordinal());
        }
        update.setTimestamp(at + 1, Sql.timestamp(since));
    }

    private static Map<PatientKey, WatchedPatient> locked(Connection connection, SequencedSet<PatientKey> keys)
            throws SQLException {
        try (var select = connection.prepareStatement("select " + COLUMNS + """
                 from watched_patient
                where (practice_id, patient_id) in (select * from unnest(?, ?))
                order by practice_id, patient_id for update""")) {
            setKeys(connection, select, keys);
            return rows(select.executeQuery());
        }
    }

    private static void insertMissing(Connection connection, SequencedSet<PatientKey> keys) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into watched_patient (practice_id, patient_id)
                select * from unnest(?, ?) on conflict do nothing""")) {
            setKeys(connection, insert, keys);
            insert.executeUpdate();
        }
    }

    private static void setKeys(
            Connection connection, java.sql.PreparedStatement statement, Collection<PatientKey> keys)
            throws SQLException {
        var practices = new ArrayList<UUID>(keys.size());
        var patients = new ArrayList<UUID>(keys.size());
        for (var key : keys) {
            practices.add(key.practice());
            patients.add(key.patient());
        }
        statement.setArray(1, connection.createArrayOf("uuid", practices.toArray()));
        statement.setArray(2, connection.createArrayOf("uuid", patients.toArray()));
    }

    private static Map<PatientKey, WatchedPatient> rows(ResultSet found) throws SQLException {
        try (found) {
            var rows = new TreeMap<PatientKey, WatchedPatient>();
            while (found.next()) {
                var row = row(found);
                rows.put(row.key(), row);
            }
            return rows;
        }
    }

    private static WatchedPatient row(ResultSet found) throws SQLException {
        return new WatchedPatient(
                new PatientKey(found.getObject(1, UUID.class), found.getObject(2, UUID.class)),
                found.getLong(3),
                found.getString(4),
                found.getString(5),
                found.getString(6),
                found.getInt(7),
                found.getString(8),
                Sql.instant(found.getTimestamp(9)));
    }
}
