package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.Place;
import care.sacrum.triage.store.Sql;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of watched patients. By plain JDBC and by the batch: every session that any patient logs passes here.
@Singleton
class WatchedPatients {

    private static final String COLUMNS =
            "practice_id, patient_id, version, status, subject, facts, reports, standing, advised, evaluated_at";

    private final AgroalDataSource database;

    WatchedPatients(AgroalDataSource database) {
        this.database = database;
    }

    /// Locks the rows of these patients, in the order of their keys, making those that are missing: a report may come
    /// before its patient.
    Map<PatientKey, WatchedPatient> lock(SequencedSet<PatientKey> keys) {
        return lock(keys, Set.of());
    }

    /// The same, and in the same order the rows of those who are erased, which are not made.
    Map<PatientKey, WatchedPatient> lock(SequencedSet<PatientKey> keys, Set<PatientKey> erased) {
        var all = new TreeSet<>(keys);
        all.addAll(erased);
        if (all.isEmpty()) {
            return Map.of();
        }
        return Sql.with(database, connection -> {
            var locked = locked(connection, all);
            if (!locked.keySet().containsAll(keys)) {
                insertMissing(connection, keys);
                locked = locked(connection, all);
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

    /// @param onHold     whether no clinician has released it from a hold
    /// @param releasedAt when a clinician released it last, absent where none ever did
    record ProgrammeState(boolean onHold, Optional<Instant> releasedAt) {}

    ProgrammeState programme(PatientKey key) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select state = 'hold', (select max(released_at) from programme_hold hold
                        where hold.practice_id = now.practice_id and hold.patient_id = now.patient_id)
                    from patient_programme now where practice_id = ? and patient_id = ?""")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                try (var found = select.executeQuery()) {
                    return found.next()
                            ? new ProgrammeState(
                                    found.getBoolean(1), Optional.ofNullable(Sql.instant(found.getTimestamp(2))))
                            : new ProgrammeState(false, Optional.empty());
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

    void save(WatchedPatient told, Optional<UUID> responsibleClinician) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient set version = ?, status = ?, subject = ?, facts = ?,
                        responsible_clinician = ?
                    where practice_id = ? and patient_id = ?""")) {
                update.setLong(1, told.version());
                update.setString(2, told.status());
                update.setString(3, told.subject());
                update.setString(4, told.facts());
                update.setObject(5, responsibleClinician.orElse(null));
                update.setObject(6, told.key().practice());
                update.setObject(7, told.key().patient());
                return update.executeUpdate();
            }
        });
    }

    /// What an evaluation leaves behind on a patient's row.
    ///
    /// @param besideHolds what the other findings say of the programme: it counts once a hold is released
    /// @param place what the findings make of the patient's place on the worklist
    record Evaluated(
            PatientKey key,
            int reports,
            @Nullable Instant lastObservedAt,
            Instant evaluatedAt,
            @Nullable Instant nextEvaluationAt,
            String advised,
            String programme,
            String besideHolds,
            List<String> missing,
            boolean signUnread,
            Place place) {}

    /// In one statement for all: an evening's batch touches hundreds of patients.
    void save(Collection<Evaluated> evaluations) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient patient set
                        reports = now.reports, standing = now.standing, last_observed_at = now.last_observed_at,
                        evaluated_at = now.evaluated_at, next_evaluation_at = now.next_evaluation_at,
                        advised = now.advised, programme = now.programme,
                        missing = string_to_array(now.missing, ','),
                        open_urgency = now.open_urgency, open_since = now.open_since, open_due = now.open_due,
                        next_escalation_at = now.next_escalation_at, sign_unread = now.sign_unread,
                        programme_beside_holds = now.programme_beside_holds
                    from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as now (practice_id, patient_id, reports, standing,
                        last_observed_at, evaluated_at, next_evaluation_at, advised, programme, missing,
                        open_urgency, open_since, open_due, next_escalation_at, sign_unread, programme_beside_holds)
                    where patient.practice_id = now.practice_id and patient.patient_id = now.patient_id""")) {
                var all = List.copyOf(evaluations);
                update.setArray(
                        1, array(connection, "uuid", all, each -> each.key().practice()));
                update.setArray(
                        2, array(connection, "uuid", all, each -> each.key().patient()));
                update.setArray(3, array(connection, "integer", all, Evaluated::reports));
                update.setArray(
                        4,
                        array(connection, "integer", all, each -> each.place().standing()));
                update.setArray(5, array(connection, "timestamptz", all, each -> Sql.utc(each.lastObservedAt())));
                update.setArray(6, array(connection, "timestamptz", all, each -> Sql.utc(each.evaluatedAt())));
                update.setArray(7, array(connection, "timestamptz", all, each -> Sql.utc(each.nextEvaluationAt())));
                update.setArray(8, array(connection, "text", all, Evaluated::advised));
                update.setArray(9, array(connection, "text", all, Evaluated::programme));
                update.setArray(10, array(connection, "text", all, each -> String.join(",", each.missing())));
                update.setArray(
                        11,
                        array(connection, "smallint", all, each -> each.place().rank()));
                update.setArray(
                        12,
                        array(
                                connection,
                                "timestamptz",
                                all,
                                each -> Sql.utc(each.place().since())));
                update.setArray(
                        13,
                        array(
                                connection,
                                "timestamptz",
                                all,
                                each -> Sql.utc(each.place().due())));
                update.setArray(
                        14,
                        array(
                                connection,
                                "timestamptz",
                                all,
                                each -> Sql.utc(each.place().nextEscalation())));
                update.setArray(15, array(connection, "boolean", all, Evaluated::signUnread));
                update.setArray(16, array(connection, "text", all, Evaluated::besideHolds));
                return update.executeUpdate();
            }
        });
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Evaluated> all, Function<Evaluated, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, all.stream().map(column).toArray());
    }

    private static Map<PatientKey, WatchedPatient> locked(Connection connection, Collection<PatientKey> keys)
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
                found.getInt(8),
                found.getString(9),
                Sql.instant(found.getTimestamp(10)));
    }
}
