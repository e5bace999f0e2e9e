package care.sacrum.triage.live;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// After a practice set other parameters, every patient of it is due for a look. They are made due in batches, in
/// the order of their ids, and how far it went is kept in the transaction of each batch: whoever is killed in
/// between leaves the rest to the next run of any instance.
@Singleton
class NewParameters {

    static final int PATIENTS_AT_ONCE = 500;

    private final AgroalDataSource database;

    NewParameters(AgroalDataSource database) {
        this.database = database;
    }

    private record Place(UUID practice, @Nullable UUID after) {}

    /// Inside the transaction under way.
    ///
    /// @return whether there may be more to do
    boolean makeSomeDue(Instant now) {
        return Sql.with(database, connection -> {
            var place = lockOne(connection);
            if (place == null) {
                return false;
            }
            var last = makeDue(connection, place, now);
            keep(connection, place.practice(), last);
            return true;
        });
    }

    private static @Nullable Place lockOne(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                        select practice_id, after_patient from practice_to_look_at
                        order by practice_id limit 1 for update skip locked""");
                var found = select.executeQuery()) {
            return found.next() ? new Place(found.getObject(1, UUID.class), found.getObject(2, UUID.class)) : null;
        }
    }

    /// Rows are locked in the one order of all, so that two instances never lock each other out.
    ///
    /// @return the last patient made due, absent when that was the last of the practice
    private static @Nullable UUID makeDue(Connection connection, Place place, Instant now) throws SQLException {
        try (var update = connection.prepareStatement("""
                with batch as materialized (
                    select patient_id from watched_patient
                    where practice_id = ? and (?::uuid is null or patient_id > ?)
                    order by patient_id limit ? for update),
                due as (
                    update watched_patient patient
                    set next_evaluation_at = least(coalesce(next_evaluation_at, ?), ?)
                    from batch where patient.practice_id = ? and patient.patient_id = batch.patient_id)
                select patient_id from batch order by patient_id offset ? limit 1""")) {
            update.setObject(1, place.practice());
            update.setObject(2, place.after());
            update.setObject(3, place.after());
            update.setInt(4, PATIENTS_AT_ONCE);
            update.setTimestamp(5, Timestamp.from(now));
            update.setTimestamp(6, Timestamp.from(now));
            update.setObject(7, place.practice());
            update.setInt(8, PATIENTS_AT_ONCE - 1);
            try (var last = update.executeQuery()) {
                return last.next() ? last.getObject(1, UUID.class) : null;
            }
        }
    }

    private static void keep(Connection connection, UUID practice, @Nullable UUID last) throws SQLException {
        try (var keep = connection.prepareStatement(
                last == null
                        ? "delete from practice_to_look_at where practice_id = ?"
                        : "update practice_to_look_at set after_patient = ? where practice_id = ?")) {
            if (last != null) {
                keep.setObject(1, last);
            }
            keep.setObject(last == null ? 1 : 2, practice);
            keep.executeUpdate();
        }
    }
}
