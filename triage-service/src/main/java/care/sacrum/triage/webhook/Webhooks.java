package care.sacrum.triage.webhook;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The webhooks of the practices.
@Singleton
class Webhooks {

    private static final String COLUMNS =
            "webhook_id, practice_id, url, event_types, secret, earlier_secret, earlier_until, disabled_at,"
                    + " disabled_because, failing_since, created_at, created_by";

    private final AgroalDataSource database;

    Webhooks(AgroalDataSource database) {
        this.database = database;
    }

    /// The oldest first.
    List<Webhook> of(UUID practice) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select " + COLUMNS + " from webhook where practice_id = ? order by created_at, webhook_id")) {
                select.setObject(1, practice);
                return read(select);
            }
        });
    }

    Optional<Webhook> of(UUID practice, UUID id) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select " + COLUMNS + " from webhook where practice_id = ? and webhook_id = ?")) {
                select.setObject(1, practice);
                select.setObject(2, id);
                return read(select).stream().findFirst();
            }
        });
    }

    Optional<Webhook> find(UUID id) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + " from webhook where webhook_id = ?")) {
                select.setObject(1, id);
                return read(select).stream().findFirst();
            }
        });
    }

    Optional<Webhook> locked(UUID id) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select " + COLUMNS + " from webhook where webhook_id = ? for no key update")) {
                select.setObject(1, id);
                return read(select).stream().findFirst();
            }
        });
    }

    /// Those that want anything of these practices.
    List<Webhook> activeOf(Collection<UUID> practices) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS
                    + " from webhook where practice_id = any (?) and state = 'active' order by webhook_id")) {
                select.setArray(1, connection.createArrayOf("uuid", practices.toArray()));
                return read(select);
            }
        });
    }

    /// One change of a practice's webhooks after the other, until the transaction ends: so their number stays bounded.
    void oneAtATime(UUID practice) {
        Sql.with(database, connection -> {
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 1))")) {
                lock.setString(1, "webhooks of " + practice);
                return lock.execute();
            }
        });
    }

    void save(Webhook webhook) {
        Sql.with(database, connection -> {
            try (var upsert = connection.prepareStatement("insert into webhook (" + COLUMNS + """
                    , state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (webhook_id) do update set
                        url = excluded.url, event_types = excluded.event_types, secret = excluded.secret,
                        earlier_secret = excluded.earlier_secret, earlier_until = excluded.earlier_until,
                        disabled_at = excluded.disabled_at, disabled_because = excluded.disabled_because,
                        failing_since = excluded.failing_since, state = excluded.state""")) {
                upsert.setObject(1, webhook.id());
                upsert.setObject(2, webhook.practice());
                upsert.setString(3, webhook.url());
                upsert.setArray(
                        4, connection.createArrayOf("text", webhook.eventTypes().toArray()));
                upsert.setBytes(5, webhook.secret().bytes());
                upsert.setBytes(
                        6, webhook.earlier().map(one -> one.secret().bytes()).orElse(null));
                upsert.setObject(
                        7, Sql.utc(webhook.earlier().map(Webhook.Earlier::until).orElse(null)));
                upsert.setObject(
                        8, Sql.utc(webhook.disabled().map(Webhook.Disabled::at).orElse(null)));
                upsert.setString(
                        9, webhook.disabled().map(Webhook.Disabled::because).orElse(null));
                upsert.setObject(10, Sql.utc(webhook.failingSince().orElse(null)));
                upsert.setObject(11, Sql.utc(webhook.createdAt()));
                upsert.setString(12, webhook.createdBy());
                upsert.setString(13, webhook.active() ? "active" : "disabled");
                return upsert.executeUpdate();
            }
        });
    }

    /// With its deliveries.
    void delete(UUID practice, UUID id) {
        Sql.with(database, connection -> {
            try (var delete =
                    connection.prepareStatement("delete from webhook where practice_id = ? and webhook_id = ?")) {
                delete.setObject(1, practice);
                delete.setObject(2, id);
                return delete.executeUpdate();
            }
        });
    }

    /// @param disabled of all practices
    /// @param failing  active, but nothing has arrived lately
    record Standing(long disabled, long failing) {}

    Standing standing() {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                            select count(*) filter (where state = 'disabled' and disabled_because <> 'switched_off'),
                                count(*) filter (where state = 'active' and failing_since is not null) from webhook""");
                    var found = select.executeQuery()) {
                found.next();
                return new Standing(found.getLong(1), found.getLong(2));
            }
        });
    }

    private static List<Webhook> read(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var webhooks = new ArrayList<Webhook>();
            while (found.next()) {
                webhooks.add(one(found));
            }
            return webhooks;
        }
    }

    private static Webhook one(ResultSet found) throws SQLException {
        byte @Nullable [] earlier = found.getBytes("earlier_secret");
        return new Webhook(
                found.getObject("webhook_id", UUID.class),
                found.getObject("practice_id", UUID.class),
                found.getString("url"),
                List.of((String[]) found.getArray("event_types").getArray()),
                new Secret(found.getBytes("secret")),
                earlier == null
                        ? Optional.empty()
                        : instant(found, "earlier_until").map(until -> new Webhook.Earlier(new Secret(earlier), until)),
                instant(found, "disabled_at").map(at -> disabled(found, at)),
                instant(found, "failing_since"),
                instant(found, "created_at").orElseThrow(),
                found.getString("created_by"));
    }

    private static Webhook.Disabled disabled(ResultSet found, Instant at) {
        try {
            return new Webhook.Disabled(at, found.getString("disabled_because"));
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused", e);
        }
    }

    static Optional<Instant> instant(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
