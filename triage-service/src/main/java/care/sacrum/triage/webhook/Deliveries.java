package care.sacrum.triage.webhook;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The deliveries of the webhooks: one for each event that a webhook wants, however often the event comes.
@Singleton
class Deliveries {

    static final int OLD_AT_ONCE = 5_000;
    private static final String COLUMNS =
            "webhook_id, event_id, number, type, made_at, state, attempts, waiting_since, next_attempt_at, last_attempt_at,"
                    + " last_status, problem, delivered_at";

    private final AgroalDataSource database;

    Deliveries(AgroalDataSource database) {
        this.database = database;
    }

    /// @param patient absent in an event about no patient
    record New(
            UUID webhook, UUID event, UUID practice, Optional<UUID> patient, String type, byte[] payload, Instant at) {}

    /// Inside the transaction under way. What is there already stays as it is.
    void add(List<New> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        Sql.with(database, connection -> {
            // A webhook that was deleted meanwhile wants nothing.
            try (var insert = connection.prepareStatement("""
                    insert into webhook_delivery (webhook_id, event_id, practice_id, patient_id, type, payload, made_at,
                        state, waiting_since, next_attempt_at)
                    select webhook_id, ?, ?, ?, ?, ?, ?, 'waiting', ?, ? from (
                        select webhook_id from webhook where webhook_id = ? for key share) known
                    on conflict do nothing""")) {
                for (var one : deliveries) {
                    insert.setObject(1, one.event());
                    insert.setObject(2, one.practice());
                    insert.setObject(3, one.patient().orElse(null));
                    insert.setString(4, one.type());
                    insert.setBytes(5, one.payload());
                    for (int at = 6; at <= 8; at++) {
                        insert.setObject(at, Sql.utc(one.at()));
                    }
                    insert.setObject(9, one.webhook());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /// Of this patient nothing is pushed any more but that the patient was erased.
    void erase(PatientKey patient, String erasedType) {
        Sql.with(database, connection -> {
            try (var remember = connection.prepareStatement(
                            "insert into webhook_erased (practice_id, patient_id) values (?, ?) on conflict do nothing");
                    var delete = connection.prepareStatement(
                            "delete from webhook_delivery where practice_id = ? and patient_id = ? and type <> ?")) {
                remember.setObject(1, patient.practice());
                remember.setObject(2, patient.patient());
                remember.executeUpdate();
                delete.setObject(1, patient.practice());
                delete.setObject(2, patient.patient());
                delete.setString(3, erasedType);
                return delete.executeUpdate();
            }
        });
    }

    /// Those of the patients who were erased.
    Set<PatientKey> erasedAmong(Collection<PatientKey> patients) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select practice_id, patient_id from webhook_erased
                    where (practice_id, patient_id) in (select * from unnest(?, ?))""")) {
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
                try (var found = select.executeQuery()) {
                    var erased = new HashSet<PatientKey>();
                    while (found.next()) {
                        erased.add(new PatientKey(found.getObject(1, UUID.class), found.getObject(2, UUID.class)));
                    }
                    return erased;
                }
            }
        });
    }

    /// Active webhooks for which something is due.
    List<UUID> webhooksWithSomethingDue(Instant now, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select webhook_id from webhook
                    where state = 'active' and exists (
                        select 1 from webhook_delivery due
                        where due.webhook_id = webhook.webhook_id and due.state = 'waiting' and due.next_attempt_at <= ?
                            and (due.claimed_until is null or due.claimed_until <= ?))
                    order by random() limit ?""")) {
                select.setObject(1, Sql.utc(now));
                select.setObject(2, Sql.utc(now));
                select.setInt(3, atMost);
                try (var found = select.executeQuery()) {
                    var webhooks = new ArrayList<UUID>();
                    while (found.next()) {
                        webhooks.add(found.getObject(1, UUID.class));
                    }
                    return webhooks;
                }
            }
        });
    }

    record Claimed(Delivery delivery, byte[] payload) {}

    /// Takes what is due for a webhook, the oldest first, so that no other instance delivers it until then. Chosen
    /// once, as materialized: inside a join the planner may choose again for each row, and take more.
    List<Claimed> claim(UUID webhook, Instant now, Duration until, int atMost) {
        return Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    with batch as materialized (
                        select webhook_id, event_id from webhook_delivery
                        where webhook_id = ? and state = 'waiting' and next_attempt_at <= ?
                            and (claimed_until is null or claimed_until <= ?)
                        order by number limit ? for update skip locked),
                    taken as (
                        update webhook_delivery due set claimed_until = ?, attempts = attempts + 1
                        from batch where due.webhook_id = batch.webhook_id and due.event_id = batch.event_id
                        returning due.*)
                    select * from taken order by number""")) {
                update.setObject(1, webhook);
                update.setObject(2, Sql.utc(now));
                update.setObject(3, Sql.utc(now));
                update.setInt(4, atMost);
                update.setObject(5, Sql.utc(now.plus(until)));
                try (var found = update.executeQuery()) {
                    var claimed = new ArrayList<Claimed>();
                    while (found.next()) {
                        claimed.add(new Claimed(one(found), found.getBytes("payload")));
                    }
                    return claimed;
                }
            }
        });
    }

    /// What was claimed and not tried is anybody's again. One that was replayed meanwhile has no attempts to lose.
    void release(UUID webhook, List<UUID> events) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update webhook_delivery set claimed_until = null, attempts = greatest(attempts - 1, 0)
                    where webhook_id = ? and event_id = any (?) and state = 'waiting'""")) {
                update.setObject(1, webhook);
                update.setArray(2, connection.createArrayOf("uuid", events.toArray()));
                return update.executeUpdate();
            }
        });
    }

    void save(Delivery delivery) {
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update webhook_delivery set state = ?, next_attempt_at = ?, claimed_until = null,
                        last_attempt_at = ?, last_status = ?, problem = ?, delivered_at = ?
                    where webhook_id = ? and event_id = ? and state = 'waiting'""")) {
                update.setString(1, delivery.state().word());
                update.setObject(2, Sql.utc(delivery.nextAttemptAt()));
                update.setObject(3, Sql.utc(delivery.lastAttemptAt().orElse(null)));
                update.setObject(4, delivery.lastStatus().orElse(null));
                update.setString(
                        5, delivery.problem().map(Delivery.Problem::word).orElse(null));
                update.setObject(6, Sql.utc(delivery.deliveredAt().orElse(null)));
                update.setObject(7, delivery.webhook());
                update.setObject(8, delivery.event());
                return update.executeUpdate();
            }
        });
    }

    /// The newest first.
    ///
    /// @param before only those with a smaller number
    List<Delivery> page(UUID webhook, Optional<Delivery.State> state, long before, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                     from webhook_delivery where webhook_id = ? and (?::text is null or state = ?)
                        and number < ?
                    order by number desc limit ?""")) {
                var word = state.map(Delivery.State::word).orElse(null);
                select.setObject(1, webhook);
                select.setString(2, word);
                select.setString(3, word);
                select.setLong(4, before);
                select.setInt(5, atMost);
                return read(select);
            }
        });
    }

    Optional<Delivery> find(UUID webhook, UUID event) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select " + COLUMNS + " from webhook_delivery where webhook_id = ? and event_id = ?")) {
                select.setObject(1, webhook);
                select.setObject(2, event);
                return read(select).stream().findFirst();
            }
        });
    }

    /// Whether there is such a delivery; it waits from now on, whatever became of it before.
    boolean replay(UUID webhook, UUID event, Instant now) {
        return Sql.with(database, connection -> {
            try (var update = connection.prepareStatement(AGAIN + " and event_id = ?")) {
                update.setObject(1, Sql.utc(now));
                update.setObject(2, Sql.utc(now));
                update.setObject(3, webhook);
                update.setObject(4, event);
                return update.executeUpdate() > 0;
            }
        });
    }

    private static final String AGAIN = """
            update webhook_delivery set state = 'waiting', waiting_since = ?, next_attempt_at = ?, attempts = 0,
                delivered_at = null
            where webhook_id = ?""";

    /// Those made from one instant to before another, and in that state if one is named.
    ///
    /// @return how many wait from now on
    int replay(UUID webhook, Instant from, Instant to, Optional<Delivery.State> state, Instant now) {
        return Sql.with(database, connection -> {
            try (var update = connection.prepareStatement(
                    AGAIN + " and made_at >= ? and made_at < ? and (?::text is null or state = ?)")) {
                var word = state.map(Delivery.State::word).orElse(null);
                update.setObject(1, Sql.utc(now));
                update.setObject(2, Sql.utc(now));
                update.setObject(3, webhook);
                update.setObject(4, Sql.utc(from));
                update.setObject(5, Sql.utc(to));
                update.setString(6, word);
                update.setString(7, word);
                return update.executeUpdate();
            }
        });
    }

    /// Some of those made before.
    ///
    /// @return how many; fewer than `OLD_AT_ONCE` when none is left
    int deleteOld(Instant before) {
        return Sql.with(database, connection -> {
            try (var delete = connection.prepareStatement("""
                    with batch as materialized (
                        select webhook_id, event_id from webhook_delivery where made_at < ? order by made_at limit ?
                        for update skip locked)
                    delete from webhook_delivery old using batch
                    where old.webhook_id = batch.webhook_id and old.event_id = batch.event_id""")) {
                delete.setObject(1, Sql.utc(before));
                delete.setInt(2, OLD_AT_ONCE);
                return delete.executeUpdate();
            }
        });
    }

    private static List<Delivery> read(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var deliveries = new ArrayList<Delivery>();
            while (found.next()) {
                deliveries.add(one(found));
            }
            return deliveries;
        }
    }

    private static Delivery one(ResultSet found) throws SQLException {
        int status = found.getInt("last_status");
        return new Delivery(
                found.getObject("webhook_id", UUID.class),
                found.getObject("event_id", UUID.class),
                found.getLong("number"),
                found.getString("type"),
                Webhooks.instant(found, "made_at").orElseThrow(),
                Delivery.State.of(found.getString("state")).orElseThrow(),
                found.getInt("attempts"),
                Webhooks.instant(found, "waiting_since").orElseThrow(),
                Webhooks.instant(found, "next_attempt_at").orElseThrow(),
                Webhooks.instant(found, "last_attempt_at"),
                status == 0 ? Optional.empty() : Optional.of(status),
                Optional.ofNullable(found.getString("problem")).flatMap(Delivery.Problem::of),
                Webhooks.instant(found, "delivered_at"));
    }
}
