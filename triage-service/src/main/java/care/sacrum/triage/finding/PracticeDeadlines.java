package care.sacrum.triage.finding;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/// The deadlines of each practice.
@Singleton
public class PracticeDeadlines {

    private final AgroalDataSource database;

    PracticeDeadlines(AgroalDataSource database) {
        this.database = database;
    }

    /// The defaults where the practice set none.
    public Deadlines of(UUID practice) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select version, emergency_minutes, urgent_hours, soon_working_days, routine_working_days
                    from practice_deadlines where practice_id = ?""")) {
                select.setObject(1, practice);
                try (var found = select.executeQuery()) {
                    return found.next()
                            ? new Deadlines(
                                    found.getLong(1),
                                    found.getInt(2),
                                    found.getInt(3),
                                    found.getInt(4),
                                    found.getInt(5))
                            : Deadlines.DEFAULTS;
                }
            }
        });
    }

    /// Sets them over the version that was read.
    ///
    /// @param asked with the next version
    /// @return whether it was still the present version
    public boolean set(UUID practice, Deadlines asked, String by, Instant at) {
        return Sql.with(database, connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into practice_deadlines as kept (practice_id, version, emergency_minutes, urgent_hours,
                        soon_working_days, routine_working_days, set_at, set_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (practice_id) do update set
                        version = excluded.version, emergency_minutes = excluded.emergency_minutes,
                        urgent_hours = excluded.urgent_hours, soon_working_days = excluded.soon_working_days,
                        routine_working_days = excluded.routine_working_days,
                        set_at = excluded.set_at, set_by = excluded.set_by
                    where kept.version = excluded.version - 1""")) {
                upsert.setObject(1, practice);
                upsert.setLong(2, asked.version());
                upsert.setInt(3, asked.emergencyMinutes());
                upsert.setInt(4, asked.urgentHours());
                upsert.setInt(5, asked.soonWorkingDays());
                upsert.setInt(6, asked.routineWorkingDays());
                upsert.setTimestamp(7, Timestamp.from(at));
                upsert.setString(8, by);
                return upsert.executeUpdate() == 1;
            }
        });
    }
}
