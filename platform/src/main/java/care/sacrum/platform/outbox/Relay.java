package care.sacrum.platform.outbox;

import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.problem.Faults;
import care.sacrum.platform.trace.Traceparent;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Publishes what stands in the outbox, oldest first, and deletes what Kafka acknowledged.
///
/// One instance relays at a time: the holder of an advisory lock on the very connection that reads and deletes, so an
/// instance that lost its connection lost the lock with it. Rows are never skipped by id, since ids of concurrent
/// transactions become visible out of order.
@Singleton
class Relay {

    private static final long LOCK = 0x5ac2_0b0cL;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final AgroalDataSource database;
    private final RelaySettings settings;
    private final OutboxAge age;
    private final String kafka;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Relay(
            AgroalDataSource database,
            RelaySettings settings,
            OutboxAge age,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.database = database;
        this.settings = settings;
        this.age = age;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent started) {
        if (settings.relay()) {
            thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    /// There may be something to send.
    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!stopping) {
            long began = System.nanoTime();
            try {
                relayWhileAllIsWell();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                Log.warn("The relay starts over: " + Faults.withoutValues(e));
            }
            boolean lastedAWhile =
                    System.nanoTime() - began > settings.longestPause().toNanos();
            pause = lastedAWhile ? FIRST_PAUSE : shorter(pause.multipliedBy(2), settings.longestPause());
            waitAtMost(pause);
        }
    }

    private void relayWhileAllIsWell() throws Exception {
        try (var connection = database.getConnection();
                var admin = Admin.create(Map.of("bootstrap.servers", kafka, "client.id", "sacrum-topics"))) {
            connection.setAutoCommit(true);
            if (!holdsLock(connection)) {
                return;
            }
            forgetQuickly(connection);
            try (var producer = producer()) {
                Topics.ensure(admin);
                while (!stopping) {
                    int sent = relayBatch(connection, producer);
                    if (sent < settings.batch()) {
                        waitAtMost(settings.poll());
                    }
                }
            } finally {
                release(connection);
            }
        }
    }

    private int relayBatch(Connection connection, KafkaProducer<String, byte[]> producer)
            throws SQLException, InterruptedException, TimeoutException {
        var rows = oldest(connection);
        if (rows.isEmpty()) {
            return 0;
        }
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            acknowledgements.add(producer.send(record(row)));
        }
        var acknowledged = acknowledged(rows, acknowledgements);
        delete(connection, acknowledged);
        age.sent(acknowledged.size());
        if (acknowledged.size() < rows.size()) {
            throw new TimeoutException("Kafka did not acknowledge every record");
        }
        return rows.size();
    }

    /// Once a record of a key is not acknowledged, those behind it count as not sent either: they come again after it,
    /// so
    /// that the last word of a key on the topic is its newest.
    private List<Long> acknowledged(List<Row> rows, List<Future<RecordMetadata>> acknowledgements)
            throws InterruptedException {
        var acknowledged = new ArrayList<Long>(rows.size());
        var heldUp = new HashSet<String>();
        long deadline = System.nanoTime() + settings.acknowledgedWithin().toNanos();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            try {
                acknowledgements.get(i).get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (!heldUp.contains(row.key)) {
                    acknowledged.add(row.id);
                }
            } catch (ExecutionException | TimeoutException e) {
                heldUp.add(row.key);
            }
        }
        return acknowledged;
    }

    private record Row(long id, String topic, String key, byte[] data, Map<String, String> headers) {}

    private List<Row> oldest(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                select id, event_id, topic, key, type, subject, happened_at, data, traceparent
                from outbox order by id limit ?""")) {
            select.setInt(1, settings.batch());
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    private Row row(ResultSet found) throws SQLException {
        String type = found.getString("type");
        var headers = new HashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", found.getString("event_id"));
        headers.put("ce_source", settings.source());
        headers.put("ce_type", type);
        headers.put("ce_subject", found.getString("subject"));
        headers.put("ce_time", found.getTimestamp("happened_at").toInstant().toString());
        headers.put("ce_dataschema", OutgoingEvent.schemaOf(type));
        headers.put("content-type", "application/json");
        @Nullable String traceparent = found.getString("traceparent");
        if (traceparent != null) {
            headers.put(Traceparent.HEADER, traceparent);
        }
        return new Row(
                found.getLong("id"), found.getString("topic"), found.getString("key"), found.getBytes("data"), headers);
    }

    private static ProducerRecord<String, byte[]> record(Row row) {
        var headers = new RecordHeaders();
        row.headers.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(row.topic, null, row.key, row.data, headers);
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    private static boolean holdsLock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /// A deletion that a crash undoes sends its events again, which every reader stands: it need not wait for the disk.
    private static void forgetQuickly(Connection connection) throws SQLException {
        try (var set = connection.createStatement()) {
            set.execute("set synchronous_commit = off");
        }
    }

    /// The connection goes back to a pool, so neither the lock nor the setting may stay on it.
    private static void release(Connection connection) {
        try (var undo = connection.createStatement()) {
            undo.execute("reset synchronous_commit");
            undo.execute("select pg_advisory_unlock_all()");
        } catch (SQLException lost) {
            Log.debug("The connection is gone, and the lock with it");
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "sacrum-outbox",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // The default of 5 ms makes a relay that waits for its batches forty times slower.
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        // With more, a second batch can overtake a first that met a topic just made, and the broker
                        // then refuses the first for as long as it is tried: out of order.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        20_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private void waitAtMost(Duration time) {
        try {
            if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
