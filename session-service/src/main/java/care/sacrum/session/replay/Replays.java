package care.sacrum.session.replay;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The replays that were asked for, and how far each came.
@Singleton
class Replays {

    private static final String COLUMNS =
            "practice_id, replay_id, patient_id, taken_from, taken_until, status, asked_at,"
                    + " ended_at, patients, patients_done, events";

    private final AgroalDataSource database;

    Replays(AgroalDataSource database) {
        this.database = database;
    }

    /// Where a page of replays begins: behind this one.
    record Place(Instant askedAt, UUID replay) {}

    /// A replay under way.
    ///
    /// @param patient whose turn it is; absent at the beginning
    /// @param chapter of that patient; absent: from the first
    /// @param place   within the chapter; absent: from its beginning
    record UnderWay(
            UUID practice,
            UUID replay,
            Optional<UUID> only,
            Span span,
            Optional<UUID> patient,
            Optional<String> chapter,
            Optional<String> place) {}

    /// @return empty while another replay of the practice is running
    Optional<ReplayView> begin(UUID practice, UUID replay, ReplayWish.Read wish, String askedBy, Instant now) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into replay (practice_id, replay_id, patient_id, taken_from, taken_until, status, asked_by,
                                            asked_at, patients, patients_done, events)
                        select ?, ?, wish.patient_id, ?, ?, 'running', ?, ?,
                               case when wish.patient_id is not null then 1 else
                                   (select count(*) from patient where practice_id = ?)
                                   + (select count(*) from erased_patient where practice_id = ?) end,
                               0, 0
                        from (select ?::uuid as patient_id) wish
                        on conflict (practice_id) where status = 'running' do nothing
                        returning %s""".formatted(COLUMNS))) {
            insert.setObject(1, practice);
            insert.setObject(2, replay);
            insert.setObject(3, wish.span().from().map(Replays::utc).orElse(null));
            insert.setObject(4, wish.span().until().map(Replays::utc).orElse(null));
            insert.setString(5, askedBy);
            insert.setObject(6, utc(now));
            insert.setObject(7, practice);
            insert.setObject(8, practice);
            insert.setObject(9, wish.patient().orElse(null));
            return first(insert);
        } catch (SQLException e) {
            throw new IllegalStateException("The replay could not be kept", e);
        }
    }

    Optional<ReplayView> running(UUID practice) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select " + COLUMNS + " from replay where practice_id = ? and status = 'running'")) {
            select.setObject(1, practice);
            return first(select);
        } catch (SQLException e) {
            throw new IllegalStateException("The replay could not be read", e);
        }
    }

    Optional<ReplayView> find(UUID practice, UUID replay) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select " + COLUMNS + " from replay where practice_id = ? and replay_id = ?")) {
            select.setObject(1, practice);
            select.setObject(2, replay);
            return first(select);
        } catch (SQLException e) {
            throw new IllegalStateException("The replay could not be read", e);
        }
    }

    /// The latest first.
    List<ReplayView> page(UUID practice, Optional<Place> after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select %s from replay
                        where practice_id = ? and (asked_at, replay_id) < (?, ?)
                        order by asked_at desc, replay_id desc limit ?""".formatted(COLUMNS))) {
            select.setObject(1, practice);
            select.setObject(2, utc(after.map(Place::askedAt).orElse(Instant.parse("9999-12-31T00:00:00Z"))));
            select.setObject(3, after.map(Place::replay).orElse(new UUID(0, 0)));
            select.setInt(4, limit);
            return views(select);
        } catch (SQLException e) {
            throw new IllegalStateException("The replays could not be read", e);
        }
    }

    /// A step that is just being taken is still told; nothing after it.
    void cancel(UUID practice, UUID replay, Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update replay set status = 'cancelled', ended_at = ?
                        where practice_id = ? and replay_id = ? and status = 'running'""")) {
            update.setObject(1, utc(now));
            update.setObject(2, practice);
            update.setObject(3, replay);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The replay could not be cancelled", e);
        }
    }

    /// The replays whose next step is due, by name only.
    List<UnderWay> due(int atMost) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select * from replay where status = 'running' and due_at <= clock_timestamp()
                        order by due_at limit ?""")) {
            select.setInt(1, atMost);
            try (var found = select.executeQuery()) {
                var due = new ArrayList<UnderWay>();
                while (found.next()) {
                    due.add(underWay(found));
                }
                return due;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What is due could not be read", e);
        }
    }

    /// Takes the next step of a replay for this transaction alone. The row itself is not locked yet: who takes a step
    /// locks the patient first, as an erasure does, which takes the row away behind that.
    ///
    /// @return as it stands; empty where another instance is at it, or it is not due any more
    Optional<UnderWay> taken(UnderWay due) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))");
                var select = connection.prepareStatement("""
                        select * from replay where practice_id = ? and replay_id = ? and status = 'running'
                          and due_at <= clock_timestamp()""")) {
            lock.setString(1, "replay " + due.replay);
            try (var answer = lock.executeQuery()) {
                if (!answer.next() || !answer.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            select.setObject(1, due.practice);
            select.setObject(2, due.replay);
            try (var found = select.executeQuery()) {
                return found.next() ? Optional.of(underWay(found)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The replay could not be read", e);
        }
    }

    /// Notes, in the transaction of the step, where the next one begins and when it is due.
    ///
    /// @param done patients that are done with this step
    void advance(UnderWay next, long events, long done, Duration pause) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update replay set at_patient = ?, at_chapter = ?, at_place = ?, events = events + ?,
                               patients_done = patients_done + ?,
                               due_at = clock_timestamp() + make_interval(secs => ?)
                        where practice_id = ? and replay_id = ?""")) {
            update.setObject(1, next.patient.orElse(null));
            update.setString(2, next.chapter.orElse(null));
            update.setString(3, next.place.orElse(null));
            update.setLong(4, events);
            update.setLong(5, done);
            update.setDouble(6, pause.toMillis() / 1000.0);
            update.setObject(7, next.practice);
            update.setObject(8, next.replay);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The replay's progress could not be noted", e);
        }
    }

    void finish(UnderWay last, Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update replay set status = 'done', ended_at = ?
                        where practice_id = ? and replay_id = ? and status = 'running'""")) {
            update.setObject(1, utc(now));
            update.setObject(2, last.practice);
            update.setObject(3, last.replay);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The replay's end could not be noted", e);
        }
    }

    /// Whether the outbox holds more than so many events that Kafka has not acknowledged.
    boolean moreUnsentThan(int events) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select 1 from outbox offset ? limit 1")) {
            select.setInt(1, events);
            try (var found = select.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox could not be counted", e);
        }
    }

    boolean knowsPractice(UUID practice) {
        return isThere("select 1 from practice where practice_id = ?", practice);
    }

    boolean knowsPatient(UUID practice, UUID patient) {
        return isThere("select 1 from patient where practice_id = ? and patient_id = ?", practice, patient);
    }

    private boolean isThere(String query, UUID... ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            for (int at = 0; at < ids.length; at++) {
                select.setObject(at + 1, ids[at]);
            }
            try (var found = select.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Whether it is there could not be read", e);
        }
    }

    /// The next id among those who are, or were, patients of the practice.
    Optional<UUID> patientAfter(UUID practice, Optional<UUID> patient) {
        var behind = patient.isPresent() ? ">" : ">=";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        (select patient_id from patient where practice_id = ? and patient_id %1$s ?
                         order by patient_id limit 1)
                        union all
                        (select patient_id from erased_patient where practice_id = ? and patient_id %1$s ?
                         order by patient_id limit 1)
                        order by patient_id limit 1""".formatted(behind))) {
            var place = patient.orElse(new UUID(0, 0));
            select.setObject(1, practice);
            select.setObject(2, place);
            select.setObject(3, practice);
            select.setObject(4, place);
            try (var found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The next patient could not be read", e);
        }
    }

    /// Locks the row until the transaction ends, as everyone does who tells of this patient. Nobody tells of a patient
    /// who is not there.
    void lockPatient(UUID practice, UUID patient) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select 1 from patient where practice_id = ? and patient_id = ? for no key update")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            select.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException("The patient could not be locked", e);
        }
    }

    private Optional<ReplayView> first(PreparedStatement statement) throws SQLException {
        return views(statement).stream().findFirst();
    }

    private static List<ReplayView> views(PreparedStatement statement) throws SQLException {
        try (var found = statement.executeQuery()) {
            var views = new ArrayList<ReplayView>();
            while (found.next()) {
                views.add(new ReplayView(
                        found.getObject("replay_id", UUID.class),
                        found.getObject("practice_id", UUID.class),
                        Optional.ofNullable(found.getObject("patient_id", UUID.class)),
                        instant(found, "taken_from"),
                        instant(found, "taken_until"),
                        found.getString("status"),
                        instant(found, "asked_at").orElseThrow(),
                        instant(found, "ended_at"),
                        found.getLong("patients"),
                        found.getLong("patients_done"),
                        found.getLong("events")));
            }
            return views;
        }
    }

    private static UnderWay underWay(ResultSet found) throws SQLException {
        return new UnderWay(
                found.getObject("practice_id", UUID.class),
                found.getObject("replay_id", UUID.class),
                Optional.ofNullable(found.getObject("patient_id", UUID.class)),
                new Span(instant(found, "taken_from"), instant(found, "taken_until")),
                Optional.ofNullable(found.getObject("at_patient", UUID.class)),
                Optional.ofNullable(found.getString("at_chapter")),
                Optional.ofNullable(found.getString("at_place")));
    }

    private static Optional<Instant> instant(ResultSet found, String column) throws SQLException {
        @Nullable OffsetDateTime time = found.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
