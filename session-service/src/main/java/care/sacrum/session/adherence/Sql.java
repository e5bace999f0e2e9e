package care.sacrum.session.adherence;

import io.agroal.api.AgroalDataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the statements of this package have in common.
final class Sql {

    private Sql() {}

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Within the caller's transaction, where there is one.
    static <T> T with(AgroalDataSource database, Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The days of adherence could not be read or kept", e);
        }
    }

    static <T> Array array(Connection connection, String type, Collection<T> all, Function<T, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, all.stream().map(column).toArray());
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet found, String column) throws SQLException {
        var time = found.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable LocalDate day(ResultSet found, String column) throws SQLException {
        return found.getObject(column, LocalDate.class);
    }

    static Optional<Integer> whole(ResultSet found, String column) throws SQLException {
        int value = found.getInt(column);
        return found.wasNull() ? Optional.empty() : Optional.of(value);
    }

    static @Nullable Double number(ResultSet found, String column) throws SQLException {
        double value = found.getDouble(column);
        return found.wasNull() ? null : Double.valueOf(value);
    }

    static PatientKey key(ResultSet found) throws SQLException {
        return new PatientKey(found.getObject("practice_id", UUID.class), found.getObject("patient_id", UUID.class));
    }
}
