package care.sacrum.session.adherence;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The days that somebody excused. What was said is never changed; what was wrong is withdrawn, and that is kept too.
@Singleton
class Excuses {

    private static final String COLUMNS =
            "excuse_id, patient_id, from_day, to_day, reason, by_staff, recorded_at, withdrawn_at";

    private final AgroalDataSource database;

    Excuses(AgroalDataSource database) {
        this.database = database;
    }

    /// Where a page begins: behind this one.
    record Place(LocalDate from, UUID excuse) {}

    Optional<ExcuseView> find(UUID practice, UUID excuse) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select " + COLUMNS + " from excuse where practice_id = ? and excuse_id = ?")) {
                select.setObject(1, practice);
                select.setObject(2, excuse);
                return read(select.executeQuery()).stream().findFirst();
            }
        });
    }

    /// How many there are of a patient.
    ///
    /// @param standing those that were not withdrawn
    record Count(int all, int standing) {}

    Count count(UUID practice, UUID patient) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                select count(*), count(*) filter (where withdrawn_at is null) from excuse
                where practice_id = ? and patient_id = ?\
                """)) {
                select.setObject(1, practice);
                select.setObject(2, patient);
                try (var counted = select.executeQuery()) {
                    counted.next();
                    return new Count(counted.getInt(1), counted.getInt(2));
                }
            }
        });
    }

    /// @return false where the id was taken in the meantime
    boolean keep(UUID practice, ExcuseView excuse, String recordedBy) {
        return Sql.with(database, connection -> {
            try (var insert = connection.prepareStatement("""
                insert into excuse (practice_id, excuse_id, patient_id, from_day, to_day, reason, by_staff,
                                    recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                """)) {
                insert.setObject(1, practice);
                insert.setObject(2, excuse.excuseId());
                insert.setObject(3, excuse.patientId());
                insert.setObject(4, excuse.from());
                insert.setObject(5, excuse.to());
                insert.setString(6, excuse.reason());
                insert.setBoolean(7, excuse.byStaff());
                insert.setObject(8, Sql.utc(excuse.recordedAt()));
                insert.setString(9, recordedBy);
                return insert.executeUpdate() > 0;
            }
        });
    }

    void withdraw(UUID practice, UUID excuse, Instant now) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                update excuse set withdrawn_at = ?
                where practice_id = ? and excuse_id = ? and withdrawn_at is null\
                """)) {
                update.setObject(1, Sql.utc(now));
                update.setObject(2, practice);
                update.setObject(3, excuse);
                return update.executeUpdate();
            }
        });
    }

    /// The latest first day first, those that were withdrawn among them.
    List<ExcuseView> page(UUID practice, UUID patient, Optional<Place> after, int limit) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                 from excuse where practice_id = ? and patient_id = ? and (from_day, excuse_id) < (?, ?)
                order by from_day desc, excuse_id desc limit ?\
                """)) {
                select.setObject(1, practice);
                select.setObject(2, patient);
                select.setObject(3, after.map(Place::from).orElse(KnownFacts.FOR_GOOD));
                select.setObject(4, after.map(Place::excuse).orElse(new UUID(-1, -1)));
                select.setInt(5, limit);
                return read(select.executeQuery());
            }
        });
    }

    /// By id, those that were withdrawn among them.
    ///
    /// @param after the last one of the page before
    List<ExcuseView> all(UUID practice, UUID patient, Optional<UUID> after, int limit) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                 from excuse where practice_id = ? and patient_id = ? and excuse_id > ?
                order by excuse_id limit ?\
                """)) {
                select.setObject(1, practice);
                select.setObject(2, patient);
                select.setObject(3, after.orElse(new UUID(0, 0)));
                select.setInt(4, limit);
                return read(select.executeQuery());
            }
        });
    }

    private static List<ExcuseView> read(ResultSet found) throws SQLException {
        try (found) {
            var excuses = new ArrayList<ExcuseView>();
            while (found.next()) {
                excuses.add(new ExcuseView(
                        found.getObject("excuse_id", UUID.class),
                        found.getObject("patient_id", UUID.class),
                        found.getObject("from_day", LocalDate.class),
                        found.getObject("to_day", LocalDate.class),
                        found.getString("reason"),
                        found.getBoolean("by_staff") ? "staff" : "patient",
                        found.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(Sql.instant(found, "withdrawn_at"))));
            }
            return excuses;
        }
    }
}
