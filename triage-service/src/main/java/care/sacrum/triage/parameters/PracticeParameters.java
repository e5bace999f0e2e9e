package care.sacrum.triage.parameters;

import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What each practice set, and what holds for its patients.
@Singleton
public class PracticeParameters {

    private final AgroalDataSource database;
    private final WrittenParameters written;

    PracticeParameters(AgroalDataSource database, WrittenParameters written) {
        this.database = database;
        this.written = written;
    }

    /// By what the patients of that practice are evaluated.
    public Parameters inForce(UUID practice) {
        return inForce(Set.of(practice)).getOrDefault(practice, Parameters.DEFAULTS);
    }

    /// By what the patients of these practices are evaluated; a practice that is absent has the defaults.
    public Map<UUID, Parameters> inForce(Collection<UUID> practices) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select distinct on (practice_id) practice_id, parameters from practice_parameters
                    where practice_id = any (?) order by practice_id, version desc""")) {
                select.setArray(1, connection.createArrayOf("uuid", practices.toArray()));
                try (var found = select.executeQuery()) {
                    var inForce = new HashMap<UUID, Parameters>();
                    while (found.next()) {
                        inForce.put(found.getObject(1, UUID.class), written.read(found.getString(2)));
                    }
                    return inForce;
                }
            }
        });
    }

    public ParametersVersion newest(UUID practice) {
        var newest = before(practice, Long.MAX_VALUE, 1);
        return newest.isEmpty() ? ParametersVersion.DEFAULTS : newest.getFirst();
    }

    /// The versions below that one, newest first.
    List<ParametersVersion> before(UUID practice, long version, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select version, parameters, set_at, set_by from practice_parameters
                    where practice_id = ? and version < ? order by version desc limit ?""")) {
                select.setObject(1, practice);
                select.setLong(2, version);
                select.setInt(3, atMost);
                try (var found = select.executeQuery()) {
                    var versions = new ArrayList<ParametersVersion>();
                    while (found.next()) {
                        versions.add(row(found));
                    }
                    return versions;
                }
            }
        });
    }

    /// Keeps a version, and has every patient of the practice looked at again.
    ///
    /// @return false when somebody else made that version in the meantime
    boolean add(UUID practice, ParametersVersion made, Instant at, String by) {
        return Sql.with(database, connection -> {
            try (var insert = connection.prepareStatement("""
                            insert into practice_parameters (practice_id, version, parameters, set_at, set_by)
                            values (?, ?, ?, ?, ?) on conflict do nothing""");
                    var look = connection.prepareStatement("""
                            insert into practice_to_look_at (practice_id) values (?)
                            on conflict (practice_id) do update set after_patient = null""")) {
                insert.setObject(1, practice);
                insert.setLong(2, made.version());
                insert.setString(3, written.of(made.parameters().parameters()));
                insert.setTimestamp(4, Timestamp.from(at));
                insert.setString(5, by);
                if (insert.executeUpdate() == 0) {
                    return false;
                }
                look.setObject(1, practice);
                look.executeUpdate();
                return true;
            }
        });
    }

    private ParametersVersion row(ResultSet found) throws SQLException {
        return new ParametersVersion(
                found.getLong(1),
                Values.of(written.read(found.getString(2))),
                found.getTimestamp(3).toInstant(),
                found.getString(4));
    }
}
