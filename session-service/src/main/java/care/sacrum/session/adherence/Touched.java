package care.sacrum.session.adherence;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
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

        /// What the practice sees of the patient may be another, and every day is as it was.
        static Mark noDayOf(PatientKey key) {
            return new Mark(key, Optional.empty(), KnownFacts.FOR_GOOD, KnownFacts.EVER);
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

    /// Takes some marks away, oldest first, which another instance does not hold. Chosen once, as materialized:
    /// inside a join the planner may choose again for each row, and take more.
    List<Mark> take(int atMost) {
        return Sql.with(database, connection -> {
            try (var delete = connection.prepareStatement("""
                with batch as materialized (
                    select id as chosen from adherence_touched order by id limit ? for update skip locked)
                delete from adherence_touched using batch where id = chosen
                returning practice_id, patient_id, report_id, from_day, to_day\
                """)) {
                delete.setInt(1, atMost);
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
        });
    }
}
