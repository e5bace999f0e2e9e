package care.sacrum.triage.hold;

import care.sacrum.triage.finding.PatientKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The holds there are and were. By plain JDBC and by the batch: an evening's batch touches hundreds of patients.
@Singleton
class ProgrammeHolds {

    private static final String COLUMNS =
            "practice_id, patient_id, hold_id, version, held_at, because, evidence, released_at, released_by, reason";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    ProgrammeHolds(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// What a patient is to do with the programme.
    ///
    /// @param advised by the rules, when they were last asked
    /// @param state   what counts: `hold`, `ease` or `continue`
    record State(String advised, String state) {}

    /// A place in the order of a practice's open holds.
    record Place(Instant since, UUID hold) {

        static final Place BEFORE_ALL = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    /// All holds of these patients, the oldest first.
    Map<PatientKey, List<ProgrammeHold>> of(Collection<PatientKey> patients) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                     from programme_hold
                    where (practice_id, patient_id) in (select * from unnest(?, ?)) order by held_at, hold_id""")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                patients.stream().map(PatientKey::practice).toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid",
                                patients.stream().map(PatientKey::patient).toArray()));
                var byPatient = new TreeMap<PatientKey, List<ProgrammeHold>>();
                for (var hold : read(select)) {
                    byPatient
                            .computeIfAbsent(hold.key(), key -> new ArrayList<>())
                            .add(hold);
                }
                return byPatient;
            }
        });
    }

    List<ProgrammeHold> of(PatientKey key) {
        return of(List.of(key)).getOrDefault(key, List.of());
    }

    /// Those of a practice that nobody has released, the longest first.
    List<ProgrammeHold> open(UUID practice, Place after, int atMost) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                     from programme_hold
                    where practice_id = ? and released_at is null and (held_at, hold_id) > (?, ?)
                    order by held_at, hold_id limit ?""")) {
                select.setObject(1, practice);
                select.setObject(2, utc(after.since()));
                select.setObject(3, after.hold());
                select.setInt(4, atMost);
                return read(select);
            }
        });
    }

    /// Empty for a patient whom nobody has told of.
    Optional<State> state(PatientKey key) {
        return with(connection -> {
            try (var select = connection.prepareStatement(
                    "select advised, state from patient_programme where practice_id = ? and patient_id = ?")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                try (var found = select.executeQuery()) {
                    return found.next()
                            ? Optional.of(new State(found.getString(1), found.getString(2)))
                            : Optional.empty();
                }
            }
        });
    }

    /// Waits until nobody else decides about this patient; everyone who does locks this row.
    void lock(PatientKey key) {
        with(connection -> {
            try (var select = connection.prepareStatement(
                    "select 1 from watched_patient where practice_id = ? and patient_id = ? for update")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                return select.execute();
            }
        });
    }

    void save(ProgrammeHold hold) {
        with(connection -> {
            try (var upsert = connection.prepareStatement("insert into programme_hold (" + COLUMNS + """
                    ) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                    on conflict (practice_id, patient_id, hold_id) do update set
                        version = excluded.version, because = excluded.because, evidence = excluded.evidence,
                        released_at = excluded.released_at, released_by = excluded.released_by,
                        reason = excluded.reason""")) {
                upsert.setObject(1, hold.key().practice());
                upsert.setObject(2, hold.key().patient());
                upsert.setObject(3, hold.id());
                upsert.setInt(4, hold.version());
                upsert.setObject(5, utc(hold.since()));
                upsert.setString(6, json.writeValueAsString(hold.because()));
                upsert.setArray(
                        7, connection.createArrayOf("text", hold.evidence().words()));
                var release = hold.release();
                upsert.setObject(8, utc(release.map(ProgrammeHold.Release::at).orElse(null)));
                upsert.setString(9, release.map(ProgrammeHold.Release::by).orElse(null));
                upsert.setString(10, release.map(ProgrammeHold.Release::reason).orElse(null));
                return upsert.executeUpdate();
            }
        });
    }

    private List<ProgrammeHold> read(PreparedStatement select) throws SQLException, JsonProcessingException {
        try (var found = select.executeQuery()) {
            var holds = new ArrayList<ProgrammeHold>();
            while (found.next()) {
                holds.add(one(found));
            }
            return holds;
        }
    }

    private ProgrammeHold one(ResultSet found) throws SQLException, JsonProcessingException {
        var releasedAt = found.getObject("released_at", OffsetDateTime.class);
        return new ProgrammeHold(
                new PatientKey(found.getObject("practice_id", UUID.class), found.getObject("patient_id", UUID.class)),
                found.getObject("hold_id", UUID.class),
                found.getInt("version"),
                found.getObject("held_at", OffsetDateTime.class).toInstant(),
                json.readValue(found.getString("because"), new TypeReference<>() {}),
                Evidence.read((String[]) found.getArray("evidence").getArray()),
                releasedAt == null
                        ? Optional.empty()
                        : Optional.of(new ProgrammeHold.Release(
                                releasedAt.toInstant(), found.getString("released_by"), found.getString("reason"))));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException, JsonProcessingException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of rules is always JSON", e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
