package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Pain;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The days that are kept of each patient, so that nobody has to read a history to know how a month went.
@Singleton
class KeptDays {

    private final AgroalDataSource database;

    KeptDays(AgroalDataSource database) {
        this.database = database;
    }

    /// The days of a stretch, all that there is to say of it.
    record Stretch(PatientKey key, LocalDate from, LocalDate to, List<KeptDay> days) {}

    private record Row(PatientKey key, KeptDay day) {}

    /// Writes what differs and nothing else. Inside the caller's transaction.
    void keep(List<Stretch> stretches) {
        if (stretches.isEmpty()) {
            return;
        }
        var rows = stretches.stream()
                .flatMap(stretch -> stretch.days.stream().map(day -> new Row(stretch.key, day)))
                .toList();
        Sql.with(database, connection -> {
            deleteOthers(connection, stretches, rows);
            return upsert(connection, rows);
        });
    }

    private static void deleteOthers(Connection connection, List<Stretch> stretches, List<Row> rows)
            throws SQLException {
        try (var delete = connection.prepareStatement("""
            delete from adherence_day day
            using unnest(?, ?, ?, ?) as stretch (practice_id, patient_id, from_day, to_day)
            where day.practice_id = stretch.practice_id and day.patient_id = stretch.patient_id
                and day.local_day between stretch.from_day and stretch.to_day
                and not exists (
                    select from unnest(?, ?, ?) as still (practice_id, patient_id, local_day)
                    where still.practice_id = day.practice_id and still.patient_id = day.patient_id
                        and still.local_day = day.local_day)\
            """)) {
            delete.setArray(1, Sql.array(connection, "uuid", stretches, stretch -> stretch.key.practice()));
            delete.setArray(2, Sql.array(connection, "uuid", stretches, stretch -> stretch.key.patient()));
            delete.setArray(3, Sql.array(connection, "date", stretches, Stretch::from));
            delete.setArray(4, Sql.array(connection, "date", stretches, Stretch::to));
            delete.setArray(5, Sql.array(connection, "uuid", rows, row -> row.key.practice()));
            delete.setArray(6, Sql.array(connection, "uuid", rows, row -> row.key.patient()));
            delete.setArray(7, Sql.array(connection, "date", rows, row -> row.day.day()));
            delete.executeUpdate();
        }
    }

    private static int upsert(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var upsert = connection.prepareStatement("""
            insert into adherence_day as kept (practice_id, patient_id, local_day, expected, done, partial, earned,
                extra, excused, paused, rest, pain_before, pain_after, pain_next_morning)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (practice_id, patient_id, local_day) do update set
                expected = excluded.expected, done = excluded.done, partial = excluded.partial,
                earned = excluded.earned, extra = excluded.extra, excused = excluded.excused,
                paused = excluded.paused, rest = excluded.rest, pain_before = excluded.pain_before,
                pain_after = excluded.pain_after, pain_next_morning = excluded.pain_next_morning
            where kept is distinct from excluded\
            """)) {
            upsert.setArray(1, Sql.array(connection, "uuid", rows, row -> row.key.practice()));
            upsert.setArray(2, Sql.array(connection, "uuid", rows, row -> row.key.patient()));
            upsert.setArray(3, Sql.array(connection, "date", rows, row -> row.day.day()));
            upsert.setArray(4, Sql.array(connection, "integer", rows, row -> row.day.expected()));
            upsert.setArray(5, Sql.array(connection, "integer", rows, row -> row.day.done()));
            upsert.setArray(6, Sql.array(connection, "integer", rows, row -> row.day.partial()));
            upsert.setArray(7, Sql.array(connection, "integer", rows, row -> row.day.earned()));
            upsert.setArray(8, Sql.array(connection, "integer", rows, row -> row.day.extra()));
            upsert.setArray(9, Sql.array(connection, "boolean", rows, row -> row.day.excused()));
            upsert.setArray(10, Sql.array(connection, "boolean", rows, row -> row.day.paused()));
            upsert.setArray(11, Sql.array(connection, "boolean", rows, row -> row.day.rest()));
            upsert.setArray(
                    12,
                    Sql.array(connection, "float8", rows, row -> row.day.pain().before()));
            upsert.setArray(
                    13,
                    Sql.array(connection, "float8", rows, row -> row.day.pain().after()));
            upsert.setArray(
                    14,
                    Sql.array(connection, "float8", rows, row -> row.day.pain().nextMorning()));
            return upsert.executeUpdate();
        }
    }

    /// Of each patient the days from the one to the other, in their order.
    Map<PatientKey, List<KeptDay>> find(Collection<PatientKey> keys, LocalDate from, LocalDate to) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                select day.* from unnest(?, ?) as wanted (practice_id, patient_id)
                join adherence_day day using (practice_id, patient_id)
                where local_day between ? and ? order by practice_id, patient_id, local_day\
                """)) {
                KnownFacts.setKeys(select, connection, keys);
                select.setObject(3, from);
                select.setObject(4, to);
                try (var found = select.executeQuery()) {
                    var days = new HashMap<PatientKey, List<KeptDay>>();
                    while (found.next()) {
                        days.computeIfAbsent(Sql.key(found), _ -> new ArrayList<>())
                                .add(day(found));
                    }
                    return days;
                }
            }
        });
    }

    private static KeptDay day(ResultSet found) throws SQLException {
        return new KeptDay(
                found.getObject("local_day", LocalDate.class),
                found.getInt("expected"),
                found.getInt("done"),
                found.getInt("partial"),
                found.getInt("earned"),
                found.getInt("extra"),
                found.getBoolean("excused"),
                found.getBoolean("paused"),
                found.getBoolean("rest"),
                new Pain(
                        Sql.number(found, "pain_before"),
                        Sql.number(found, "pain_after"),
                        Sql.number(found, "pain_next_morning")));
    }
}
