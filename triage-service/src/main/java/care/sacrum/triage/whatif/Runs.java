package care.sacrum.triage.whatif;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.Replay.Raised;
import care.sacrum.triage.parameters.WrittenParameters;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The runs of all practices, and who works at them. A worker holds a run while its heartbeat is fresh; what it
/// did of a patient is kept together with the heartbeat, so whoever lost the hold keeps nothing more.
@Singleton
class Runs {

    private static final String COLUMNS = """
            what_if_id, practice_id, from_day, to_day, parameters, in_force, in_force_version, patients, asked_at,
            asked_by, state, ended_at""";

    private final AgroalDataSource database;
    private final WrittenParameters written;

    Runs(AgroalDataSource database, WrittenParameters written) {
        this.database = database;
        this.written = written;
    }

    /// @return false when another run of that practice is under way
    boolean add(Run run) {
        return Sql.with(database, connection -> {
            try (var insert = connection.prepareStatement("insert into what_if (" + COLUMNS + """
                    ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (practice_id) where state in ('waiting', 'running') do nothing""")) {
                insert.setObject(1, run.id());
                insert.setObject(2, run.practice());
                insert.setObject(3, run.from());
                insert.setObject(4, run.to());
                insert.setString(5, written.of(run.parameters()));
                insert.setString(6, written.of(run.inForce()));
                insert.setLong(7, run.inForceVersion());
                insert.setInt(8, run.patients());
                insert.setTimestamp(9, Timestamp.from(run.askedAt()));
                insert.setString(10, run.askedBy());
                insert.setString(11, word(run.state()));
                insert.setObject(12, Sql.utc(run.endedAt()));
                return insert.executeUpdate() == 1;
            }
        });
    }

    Optional<Run> find(UUID practice, UUID id) {
        return list("where practice_id = ? and what_if_id = ?", practice, id).stream()
                .findFirst();
    }

    Optional<Run> underWay(UUID practice) {
        return list("where practice_id = ? and state in ('waiting', 'running')", practice).stream()
                .findFirst();
    }

    /// Newest first.
    List<Run> of(UUID practice) {
        return list("where practice_id = ? order by asked_at desc, what_if_id", practice);
    }

    private List<Run> list(String where, Object... values) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + " from what_if " + where)) {
                for (int i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                return rows(select);
            }
        });
    }

    /// Takes the run that waited longest for a worker, also one whose worker gave no sign since `silentSince`, or
    /// which this very worker left in the middle because something failed.
    Optional<Run> take(UUID worker, Instant now, Instant silentSince) {
        return Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    with batch as materialized (
                        select what_if_id as chosen from what_if
                        where state in ('waiting', 'running') and (held_by is null or held_by = ? or heartbeat_at < ?)
                        order by heartbeat_at nulls first, asked_at limit 1 for update skip locked)
                    update what_if set state = 'running', held_by = ?, heartbeat_at = ?
                    from batch where what_if_id = chosen
                    returning
                    """ + COLUMNS)) {
                update.setObject(1, worker);
                update.setTimestamp(2, Timestamp.from(silentSince));
                update.setObject(3, worker);
                update.setTimestamp(4, Timestamp.from(now));
                return rows(update).stream().findFirst();
            }
        });
    }

    /// Says that the worker is at it still; the run's row is locked until the transaction ends.
    ///
    /// @return false when it holds the run no longer: it was cancelled, forgotten, stopped, or taken by another
    boolean beat(UUID run, UUID worker, Instant now) {
        return change("heartbeat_at = ?", run, worker, Timestamp.from(now));
    }

    /// The worker goes on later, or another does.
    void release(UUID run, UUID worker) {
        change("held_by = null", run, worker);
    }

    void finish(UUID run, UUID worker, Instant now) {
        change("state = 'finished', held_by = null, ended_at = ?", run, worker, Timestamp.from(now));
    }

    private boolean change(String what, UUID run, UUID worker, Timestamp... at) {
        return Sql.with(database, connection -> {
            try (var update = connection.prepareStatement(
                    "update what_if set " + what + " where what_if_id = ? and held_by = ? and state = 'running'")) {
                int place = 1;
                for (var instant : at) {
                    update.setTimestamp(place++, instant);
                }
                update.setObject(place++, run);
                update.setObject(place, worker);
                return update.executeUpdate() == 1;
            }
        });
    }

    /// The patient replayed last, in the order of ids. Those erased since are in no table, so the place is found
    /// anew.
    @Nullable
    UUID lastReplayed(UUID run) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select patient_id from what_if_patient where what_if_id = ? order by patient_id desc limit 1""")) {
                select.setObject(1, run);
                try (var found = select.executeQuery()) {
                    return found.next() ? found.getObject(1, UUID.class) : null;
                }
            }
        });
    }

    /// @param comparison absent where the history could not be replayed
    void keep(UUID run, PatientKey key, Optional<Comparison> comparison) {
        var told = comparison.orElse(new Comparison(0, 0, List.of()));
        Sql.with(database, connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into what_if_patient (what_if_id, practice_id, patient_id, replayed, in_force, what_if,
                        gained, lost, moved) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setObject(1, run);
                insert.setObject(2, key.practice());
                insert.setObject(3, key.patient());
                insert.setBoolean(4, comparison.isPresent());
                insert.setInt(5, told.inForce());
                insert.setInt(6, told.whatIf());
                insert.setLong(7, told.gained());
                insert.setLong(8, told.lost());
                insert.setLong(9, told.moved());
                insert.executeUpdate();
            }
            keep(connection, run, key.patient(), told.differences());
            return null;
        });
    }

    private static void keep(Connection connection, UUID run, UUID patient, List<Difference> differences)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into what_if_difference (what_if_id, patient_id, number, rule, kind,
                    in_force_day, in_force_urgency, in_force_headline, what_if_day, what_if_urgency, what_if_headline)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            int number = 0;
            for (var difference : differences) {
                insert.setObject(1, run);
                insert.setObject(2, patient);
                insert.setInt(3, ++number);
                insert.setString(4, difference.rule());
                switch (difference) {
                    case Difference.Gained(var whatIf) -> {
                        insert.setString(5, "gained");
                        set(insert, 6, null);
                        set(insert, 9, whatIf);
                    }
                    case Difference.Lost(var inForce) -> {
                        insert.setString(5, "lost");
                        set(insert, 6, inForce);
                        set(insert, 9, null);
                    }
                    case Difference.Moved(var inForce, var whatIf) -> {
                        insert.setString(5, "moved");
                        set(insert, 6, inForce);
                        set(insert, 9, whatIf);
                    }
                }
                insert.addBatch();
            }
            if (number > 0) {
                insert.executeBatch();
            }
        }
    }

    private static void set(PreparedStatement insert, int place, @Nullable Raised raised) throws SQLException {
        insert.setObject(place, raised == null ? null : raised.day(), Types.DATE);
        insert.setObject(place + 1, raised == null ? null : raised.urgency().ordinal(), Types.SMALLINT);
        insert.setString(place + 2, raised == null ? null : raised.headline());
    }

    /// Cancels a run that is under way; the worker at it notices with its next heartbeat.
    boolean cancel(UUID practice, UUID id, Instant now) {
        return Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update what_if set state = 'cancelled', held_by = null, ended_at = ?
                    where practice_id = ? and what_if_id = ? and state in ('waiting', 'running')""")) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setObject(2, practice);
                update.setObject(3, id);
                return update.executeUpdate() == 1;
            }
        });
    }

    boolean forget(UUID practice, UUID id) {
        return Sql.with(database, connection -> {
            try (var delete = connection.prepareStatement("""
                    delete from what_if where practice_id = ? and what_if_id = ?
                        and state not in ('waiting', 'running')""")) {
                delete.setObject(1, practice);
                delete.setObject(2, id);
                return delete.executeUpdate() == 1;
            }
        });
    }

    /// Stops runs that were asked for so long ago, and forgets those asked for longer ago still.
    void tidy(Instant now, Instant stopBefore, Instant forgetBefore) {
        Sql.with(database, connection -> {
            try (var stop = connection.prepareStatement("""
                            update what_if set state = 'stopped', held_by = null, ended_at = ?
                            where state in ('waiting', 'running') and asked_at < ?""");
                    var forget = connection.prepareStatement("""
                            with batch as materialized (
                                select what_if_id as chosen from what_if
                                where asked_at < ? and state not in ('waiting', 'running')
                                order by asked_at limit 10 for update skip locked)
                            delete from what_if using batch where what_if_id = chosen""")) {
                stop.setTimestamp(1, Timestamp.from(now));
                stop.setTimestamp(2, Timestamp.from(stopBefore));
                stop.executeUpdate();
                forget.setTimestamp(1, Timestamp.from(forgetBefore));
                return forget.executeUpdate();
            }
        });
    }

    private List<Run> rows(PreparedStatement statement) throws SQLException {
        try (var found = statement.executeQuery()) {
            var runs = new ArrayList<Run>();
            while (found.next()) {
                runs.add(row(found));
            }
            return runs;
        }
    }

    private Run row(ResultSet found) throws SQLException {
        return new Run(
                found.getObject(1, UUID.class),
                found.getObject(2, UUID.class),
                found.getObject(3, LocalDate.class),
                found.getObject(4, LocalDate.class),
                written.read(found.getString(5)),
                written.read(found.getString(6)),
                found.getLong(7),
                found.getInt(8),
                found.getTimestamp(9).toInstant(),
                found.getString(10),
                Run.State.valueOf(found.getString(11).toUpperCase(Locale.ROOT)),
                Sql.instant(found.getTimestamp(12)));
    }

    private static String word(Run.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
