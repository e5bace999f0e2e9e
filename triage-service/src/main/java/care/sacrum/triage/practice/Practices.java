package care.sacrum.triage.practice;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
                    insert into practice
                        (practice_id, version, country, time_zone, emergency_number, hours, holidays)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (practice_id) do update set
                        version = excluded.version, country = excluded.country,
                        time_zone = excluded.time_zone, emergency_number = excluded.emergency_number,
                        hours = excluded.hours, holidays = excluded.holidays
                    where practice.version < excluded.version""")) {
                upsert.setObject(1, told.id());
                upsert.setLong(2, told.version());
                upsert.setString(3, told.country());
                upsert.setString(4, told.timeZone());
                upsert.setString(5, told.emergencyNumber());
                upsert.setArray(6, hours(connection, told));
                upsert.setArray(
                        7, connection.createArrayOf("date", told.holidays().toArray()));
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

    private static @Nullable Array hours(Connection connection, Practice told) throws SQLException {
        return told.week().isEmpty()
                ? null
                : connection.createArrayOf(
                        "text",
                        told.week().get().stream().map(Opening::toString).toArray());
    }

    /// When somebody is at that practice; not known while the practice is not.
    public OpeningHours openingHours(UUID practice) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select time_zone, hours, holidays from practice where practice_id = ?")) {
                select.setObject(1, practice);
                try (var found = select.executeQuery()) {
                    return found.next() ? openingHours(found) : OpeningHours.NOT_KNOWN;
                }
            }
        });
    }

    private static OpeningHours openingHours(ResultSet row) throws SQLException {
        var hours = row.getArray(2);
        return new OpeningHours(
                zone(row.getString(1)),
                hours == null
                        ? Optional.empty()
                        : Optional.of(Arrays.stream((String[]) hours.getArray())
                                .flatMap(text -> Opening.of(text).stream())
                                .toList()),
                Arrays.stream((Date[]) row.getArray(3).getArray())
                        .map(Date::toLocalDate)
                        .collect(Collectors.toSet()));
    }

    /// A zone newer than this machine's database of zones must not stop anybody.
    private static ZoneId zone(String told) {
        try {
            return ZoneId.of(told);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
