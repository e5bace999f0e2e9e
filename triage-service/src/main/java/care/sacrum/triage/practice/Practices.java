package care.sacrum.triage.practice;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Practices, as session-service tells them.
@Singleton
public class Practices {

    private final AgroalDataSource database;

    Practices(AgroalDataSource database) {
        this.database = database;
    }

    /// Keeps the newest version; an older one that comes late changes nothing.
    public void record(Practice told) {
        Sql.with(database, connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into practice (practice_id, version, country, time_zone, emergency_number)
                    values (?, ?, ?, ?, ?)
                    on conflict (practice_id) do update set
                        version = excluded.version, country = excluded.country,
                        time_zone = excluded.time_zone, emergency_number = excluded.emergency_number
                    where practice.version < excluded.version""")) {
                upsert.setObject(1, told.id());
                upsert.setLong(2, told.version());
                upsert.setString(3, told.country());
                upsert.setString(4, told.timeZone());
                upsert.setString(5, told.emergencyNumber());
                return upsert.executeUpdate();
            }
        });
    }

    /// The number to call in an emergency where that practice is, absent while the practice is not known.
    public Optional<String> emergencyNumber(UUID practice) {
        return Sql.with(database, connection -> {
            try (var select =
                    connection.prepareStatement("select emergency_number from practice where practice_id = ?")) {
                select.setObject(1, practice);
                try (var found = select.executeQuery()) {
                    return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
                }
            }
        });
    }
}
