package care.sacrum.triage.notice;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
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

/// The letters there are, and what none says yet.
@Singleton
class Letters {

    private static final long BUNDLING = 0x5ac2_1e77L;
    private static final int BUNDLES_AT_ONCE = 200;
    private static final Duration KEPT = Duration.ofDays(35);
    private static final int OLD_AT_ONCE = 1_000;
    private static final String COLUMNS =
            "letter_id, practice_id, person, occasion, level, notices, made_at, state, attempts, next_attempt_at,"
                    + " claimed_until, sent_at, problem";

    private final AgroalDataSource database;

    Letters(AgroalDataSource database) {
        this.database = database;
    }

    /// One instance bundles at a time; the others find nothing to do. In the transaction under way.
    boolean mayBundle() {
        return with(connection -> {
            try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
                lock.setLong(1, BUNDLING);
                try (var got = lock.executeQuery()) {
                    return got.next() && got.getBoolean(1);
                }
            }
        });
    }

    List<Bundle> bundles() {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select waiting.practice_id, waiting.person, waiting.occasion, waiting.level, waiting.ids, newest.*
                    from (select practice_id, person, occasion, level, array_agg(notice_id) as ids from notice
                          group by practice_id, person, occasion, level order by min(caused_at) limit ?) waiting
                    left join lateral (
                        select letter_id, notices, made_at, state, attempts, next_attempt_at, claimed_until, sent_at,
                            problem
                        from letter
                        where practice_id = waiting.practice_id and person = waiting.person
                            and occasion = waiting.occasion and level = waiting.level
                        order by made_at desc limit 1) newest on true""")) {
                select.setInt(1, BUNDLES_AT_ONCE);
                try (var found = select.executeQuery()) {
                    var bundles = new ArrayList<Bundle>();
                    while (found.next()) {
                        bundles.add(new Bundle(
                                new Addressee(found.getObject("practice_id", UUID.class), found.getString("person")),
                                found.getString("occasion"),
                                found.getString("level"),
                                List.of((UUID[]) found.getArray("ids").getArray()),
                                found.getObject("letter_id") == null ? Optional.empty() : Optional.of(one(found))));
                    }
                    return bundles;
                }
            }
        });
    }

    void make(UUID id, Bundle bundle, Instant now) {
        with(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into letter (letter_id, practice_id, person, occasion, level, notices, made_at, state,
                        next_attempt_at)
                    values (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)""")) {
                insert.setObject(1, id);
                insert.setObject(2, bundle.to().practice());
                insert.setString(3, bundle.to().person());
                insert.setString(4, bundle.occasion());
                insert.setString(5, bundle.level());
                insert.setInt(6, bundle.notices().size());
                insert.setObject(7, utc(now));
                insert.setObject(8, utc(now));
                insert.executeUpdate();
            }
            return delete(connection, bundle.notices());
        });
    }

    void join(UUID letter, Bundle bundle) {
        with(connection -> {
            try (var update =
                    connection.prepareStatement("update letter set notices = notices + ? where letter_id = ?")) {
                update.setInt(1, bundle.notices().size());
                update.setObject(2, letter);
                update.executeUpdate();
            }
            return delete(connection, bundle.notices());
        });
    }

    private static int delete(Connection connection, List<UUID> notices) throws SQLException {
        try (var delete = connection.prepareStatement("delete from notice where notice_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", notices.toArray()));
            return delete.executeUpdate();
        }
    }

    /// Takes letters that are due, so that no other instance sends them until then. Chosen once, as materialized:
    /// inside a join the planner may choose again for each row, and take more.
    List<Letter> claim(Instant now, Duration until, int atMost) {
        return with(connection -> {
            try (var update = connection.prepareStatement("""
                    with batch as materialized (
                        select letter_id as chosen from letter
                        where state = 'waiting' and next_attempt_at <= ?
                            and (claimed_until is null or claimed_until <= ?)
                        order by next_attempt_at limit ? for update skip locked)
                    update letter set claimed_until = ?, attempts = attempts + 1
                    from batch where letter_id = chosen
                    returning\s""" + COLUMNS)) {
                update.setObject(1, utc(now));
                update.setObject(2, utc(now));
                update.setInt(3, atMost);
                update.setObject(4, utc(now.plus(until)));
                return read(update);
            }
        });
    }

    void save(Letter letter) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    update letter set state = ?, next_attempt_at = ?, claimed_until = null, sent_at = ?, problem = ?
                    where letter_id = ? and state = 'waiting'""")) {
                update.setString(1, letter.state().word());
                update.setObject(2, utc(letter.nextAttemptAt()));
                update.setObject(3, utc(letter.sentAt().orElse(null)));
                update.setString(4, letter.problem().orElse(null));
                update.setObject(5, letter.id());
                return update.executeUpdate();
            }
        });
    }

    /// A place in the order of a practice's letters.
    record Place(Instant madeAt, UUID letter) {}

    /// The newest first.
    List<Letter> page(UUID practice, Optional<Letter.State> state, Optional<Place> after, int atMost) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                     from letter where practice_id = ? and (?::text is null or state = ?)
                        and (?::timestamptz is null or (made_at, letter_id) < (?, ?))
                    order by made_at desc, letter_id desc limit ?""")) {
                var word = state.map(Letter.State::word).orElse(null);
                var madeAt = utc(after.map(Place::madeAt).orElse(null));
                select.setObject(1, practice);
                select.setString(2, word);
                select.setString(3, word);
                select.setObject(4, madeAt);
                select.setObject(5, madeAt);
                select.setObject(6, after.map(Place::letter).orElse(null));
                select.setInt(7, atMost);
                return read(select);
            }
        });
    }

    /// @param waiting      e-mails not sent yet, and notices no letter says yet
    /// @param oldest       since when the oldest of them waits, absent when none does
    /// @param givenUp      of those made in the last two days
    record Standing(long waiting, Optional<Instant> oldest, long givenUp) {}

    Standing standing(Instant now) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select
                        (select count(*) from letter where state = 'waiting') + (select count(*) from notice),
                        least((select min(made_at) from letter where state = 'waiting'),
                              (select min(caused_at) from notice)),
                        (select count(*) from letter where state = 'given_up' and made_at > ?)""")) {
                select.setObject(1, utc(now.minus(Duration.ofDays(2))));
                try (var found = select.executeQuery()) {
                    found.next();
                    return new Standing(found.getLong(1), instant(found, 2), found.getLong(3));
                }
            }
        });
    }

    int deleteOld(Instant now) {
        return with(connection -> {
            try (var delete = connection.prepareStatement("""
                    with batch as materialized (
                        select letter_id as chosen from letter where made_at < ? and state <> 'waiting'
                        order by made_at limit ? for update skip locked)
                    delete from letter using batch where letter_id = chosen""")) {
                delete.setObject(1, utc(now.minus(KEPT)));
                delete.setInt(2, OLD_AT_ONCE);
                return delete.executeUpdate();
            }
        });
    }

    private static List<Letter> read(PreparedStatement statement) throws SQLException {
        try (var found = statement.executeQuery()) {
            var letters = new ArrayList<Letter>();
            while (found.next()) {
                letters.add(one(found));
            }
            return letters;
        }
    }

    private static Letter one(ResultSet found) throws SQLException {
        return new Letter(
                found.getObject("letter_id", UUID.class),
                new Addressee(found.getObject("practice_id", UUID.class), found.getString("person")),
                found.getString("occasion"),
                found.getString("level"),
                found.getInt("notices"),
                found.getObject("made_at", OffsetDateTime.class).toInstant(),
                Letter.State.of(found.getString("state")),
                found.getInt("attempts"),
                found.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                instant(found, found.findColumn("claimed_until")),
                instant(found, found.findColumn("sent_at")),
                Optional.ofNullable(found.getString("problem")));
    }

    private static Optional<Instant> instant(ResultSet found, int column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused", e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
