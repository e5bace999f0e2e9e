package care.sacrum.session.adherence;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Marks of what has to be reckoned anew. A mark is written in the transaction of its cause, or when the cause is
/// told by event, and is deleted in the transaction that reckons; so none is lost, and one too many changes
/// nothing.
@Singleton
class Touched {

    private final AgroalDataSource database;

    Touched(AgroalDataSource database) {
        this.database = database;
    }

    /// Either a report that came in, or days of which something was said.
    record Mark(PatientKey key, Optional<UUID> report, LocalDate from, LocalDate to) {

        static Mark of(PatientKey key, UUID report) {
            return new Mark(key, Optional.of(report), KnownFacts.FOR_GOOD, KnownFacts.EVER);
        }

        static Mark everyDayOf(PatientKey key) {
            return new Mark(key, Optional.empty(), KnownFacts.EVER, KnownFacts.FOR_GOOD);
        }
    }

    /// What was expected on these days may be another now. Inside the caller's transaction.
    ///
    /// @param to the last of them; absent: all that come
    void days(UUID practice, UUID patient, LocalDate from, Optional<LocalDate> to) {
        mark(List.of(
                new Mark(new PatientKey(practice, patient), Optional.empty(), from, to.orElse(KnownFacts.FOR_GOOD))));
    }

    /// Of those who are patients; an event of somebody who was erased in the meantime marks nothing. The patients are
    /// held meanwhile: an erasure comes before, and nothing is marked, or after, and takes the marks as well.
    void mark(Collection<Mark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        Sql.with(database, connection -> {
            try (var insert = connection.prepareStatement("""
                with given as (
                    select * from unnest(?, ?, ?, ?, ?) as one (practice_id, patient_id, report_id, from_day, to_day)
                ), known as materialized (
                    select practice_id, patient_id from patient
                    where (practice_id, patient_id) in (select practice_id, patient_id from given)
                    order by practice_id, patient_id for key share
                )
                insert into adherence_touched (practice_id, patient_id, report_id, from_day, to_day)
                select practice_id, patient_id, report_id, from_day, to_day
                from given join known using (practice_id, patient_id)\
                """)) {
                insert.setArray(1, Sql.array(connection, "uuid", marks, mark -> mark.key.practice()));
                insert.setArray(2, Sql.array(connection, "uuid", marks, mark -> mark.key.patient()));
                insert.setArray(3, Sql.array(connection, "uuid", marks, mark -> mark.report.orElse(null)));
                insert.setArray(4, Sql.array(connection, "date", marks, mark -> mark.from));
                insert.setArray(5, Sql.array(connection, "date", marks, mark -> mark.to));
                return insert.executeUpdate();
            }
        });
    }

    /// Takes some marks away, oldest first, which another instance does not hold, of those who are not put off. Chosen
    /// once, as materialized: inside a join the planner may choose again for each row, and take more.
    List<Mark> take(int atMost, Instant now) {
        return Sql.with(database, connection -> {
            try (var delete = connection.prepareStatement("""
                with batch as materialized (
                    select id as chosen from adherence_touched touched
                    where not exists (
                        select from adherence_put_off off
                        where off.practice_id = touched.practice_id and off.patient_id = touched.patient_id
                            and put_off_until > ?)
                    order by id limit ? for update skip locked)
                delete from adherence_touched using batch where id = chosen
                returning practice_id, patient_id, report_id, from_day, to_day\
                """)) {
                delete.setObject(1, Sql.utc(now));
                delete.setInt(2, atMost);
                return marks(delete);
            }
        });
    }

    /// Takes some marks of that patient away.
    List<Mark> takeOf(PatientKey key, int atMost) {
        return Sql.with(database, connection -> {
            try (var delete = connection.prepareStatement("""
                with batch as materialized (
                    select id as chosen from adherence_touched where practice_id = ? and patient_id = ?
                    order by id limit ? for update skip locked)
                delete from adherence_touched using batch where id = chosen
                returning practice_id, patient_id, report_id, from_day, to_day\
                """)) {
                delete.setObject(1, key.practice());
                delete.setObject(2, key.patient());
                delete.setInt(3, atMost);
                return marks(delete);
            }
        });
    }

    private static List<Mark> marks(PreparedStatement delete) throws SQLException {
        try (var found = delete.executeQuery()) {
            var marks = new ArrayList<Mark>();
            while (found.next()) {
                marks.add(new Mark(
                        Sql.key(found),
                        Optional.ofNullable(found.getObject("report_id", UUID.class)),
                        found.getObject("from_day", LocalDate.class),
                        found.getObject("to_day", LocalDate.class)));
            }
            return marks;
        }
    }

    /// Nobody reckons with the patient before then, neither by a mark nor for a new day. The patient is held first, as
    /// for a mark: of whoever was erased nothing is left.
    void putOff(PatientKey key, Instant until) {
        Sql.with(database, connection -> {
            try (var upsert = connection.prepareStatement("""
                    with known as materialized (
                        select practice_id, patient_id from patient
                        where practice_id = ? and patient_id = ? for key share
                    )
                    insert into adherence_put_off (practice_id, patient_id, put_off_until)
                    select practice_id, patient_id, ? from known
                    on conflict (practice_id, patient_id) do update set put_off_until = excluded.put_off_until\
                    """);
                    var update = connection.prepareStatement("""
                    update adherence_summary set next_look_at = ?
                    where practice_id = ? and patient_id = ? and next_look_at <= ?\
                    """)) {
                upsert.setObject(1, key.practice());
                upsert.setObject(2, key.patient());
                upsert.setObject(3, Sql.utc(until));
                upsert.executeUpdate();
                update.setObject(1, Sql.utc(until));
                update.setObject(2, key.practice());
                update.setObject(3, key.patient());
                update.setObject(4, Sql.utc(until));
                return update.executeUpdate();
            }
        });
    }
}
