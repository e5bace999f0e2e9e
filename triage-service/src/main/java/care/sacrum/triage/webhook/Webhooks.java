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
                    + " disabled_because, failing_since, created_at, created_by, sealed";

    private final AgroalDataSource database;
    private final Sealing sealing;

    Webhooks(AgroalDataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
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

    /// One change of a practice's webhooks after the other, until the transaction ends: so their number stays
    /// bounded.
    void oneAtATime(UUID practice) {
        Sql.with(database, connection -> {
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 1))")) {
                lock.setString(1, "webhooks of " + practice);
                return lock.execute();
            }
        });
    }

    /// The secrets of one that is there stay as they are kept: see [#saveSecrets].
    void save(Webhook webhook) {
        Sql.with(database, connection -> {
            try (var upsert = connection.prepareStatement("insert into webhook (" + COLUMNS + """
                    , state) values (?, ?, ?, ?, ?, null, null, ?, ?, ?, ?, ?, true, ?)
                    on conflict (webhook_id) do update set
                        url = excluded.url, event_types = excluded.event_types,
                        disabled_at = excluded.disabled_at, disabled_because = excluded.disabled_because,
                        failing_since = excluded.failing_since, state = excluded.state""")) {
                upsert.setObject(1, webhook.id());
                upsert.setObject(2, webhook.practice());
                upsert.setString(3, webhook.url());
                upsert.setArray(
                        4, connection.createArrayOf("text", webhook.eventTypes().toArray()));
                // Without a key none is made, and of one that is there this is not looked at.
                upsert.setBytes(5, sealing.possible() ? sealing.seal(webhook.id(), webhook.secret()) : new byte[0]);
                upsert.setObject(
                        6, Sql.utc(webhook.disabled().map(Webhook.Disabled::at).orElse(null)));
                upsert.setString(
                        7, webhook.disabled().map(Webhook.Disabled::because).orElse(null));
                upsert.setObject(8, Sql.utc(webhook.failingSince().orElse(null)));
                upsert.setObject(9, Sql.utc(webhook.createdAt()));
                upsert.setString(10, webhook.createdBy());
                upsert.setString(11, webhook.active() ? "active" : "disabled");
                return upsert.executeUpdate();
            }
        });
    }

    /// After a rotation.
    void saveSecrets(Webhook webhook) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update webhook set secret = ?, earlier_secret = ?, earlier_until = ?, sealed = true
                    where webhook_id = ?""")) {
                var earlier = webhook.earlier().filter(one -> one.secret().readable());
                update.setBytes(1, sealing.seal(webhook.id(), webhook.secret()));
                update.setBytes(
                        2,
                        earlier.map(one -> sealing.seal(webhook.id(), one.secret()))
                                .orElse(null));
                update.setObject(3, Sql.utc(earlier.map(Webhook.Earlier::until).orElse(null)));
                update.setObject(4, webhook.id());
                return update.executeUpdate();
            }
        });
    }

    /// Seals with the key of now what is not sealed with it and can be read, in the transaction under way.
    ///
    /// @return of how many webhooks
    int sealAnew() {
        var anew = Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                            "select " + COLUMNS + " from webhook order by webhook_id for no key update");
                    var found = select.executeQuery()) {
                var webhooks = new ArrayList<Webhook>();
                while (found.next()) {
                    var webhook = one(found);
                    if (webhook.signs()
                            && !(found.getBoolean("sealed")
                                    && sealing.isCurrent(webhook.id(), found.getBytes("secret")))) {
                        webhooks.add(webhook);
                    }
                }
                return webhooks;
            }
        });
        anew.forEach(this::saveSecrets);
        return anew.size();
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

    private List<Webhook> read(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var webhooks = new ArrayList<Webhook>();
            while (found.next()) {
                webhooks.add(one(found));
            }
            return webhooks;
        }
    }

    private Webhook one(ResultSet found) throws SQLException {
        var id = found.getObject("webhook_id", UUID.class);
        boolean sealed = found.getBoolean("sealed");
        byte @Nullable [] earlier = found.getBytes("earlier_secret");
        return new Webhook(
                id,
                found.getObject("practice_id", UUID.class),
                found.getString("url"),
                List.of((String[]) found.getArray("event_types").getArray()),
                secret(id, found.getBytes("secret"), sealed),
                earlier == null
                        ? Optional.empty()
                        : instant(found, "earlier_until")
                                .map(until -> new Webhook.Earlier(secret(id, earlier, sealed), until)),
                instant(found, "disabled_at").map(at -> disabled(found, at)),
                instant(found, "failing_since"),
                instant(found, "created_at").orElseThrow(),
                found.getString("created_by"));
    }

    /// What is not sealed is from before there was a key.
    private Secret secret(UUID webhook, byte[] kept, boolean sealed) {
        return sealed ? sealing.open(webhook, kept) : new Secret(kept);
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
