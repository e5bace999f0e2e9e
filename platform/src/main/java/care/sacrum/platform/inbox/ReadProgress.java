package care.sacrum.platform.inbox;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Up to when a topic has been taken: silence must not look like calm. What was taken stands in the database, with the
/// effects; what there is, Kafka is asked every second. While Kafka does not answer, the answer stands still and its
/// age
/// shows.
@Singleton
public class ReadProgress {

    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final AgroalDataSource database;
    private final MeterRegistry metrics;
    private final String kafka;
    private final Map<String, Taken> taken = new ConcurrentHashMap<>();
    private final Set<String> followed = new ConcurrentSkipListSet<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    ReadProgress(
            AgroalDataSource database,
            MeterRegistry metrics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.database = database;
        this.metrics = metrics;
        this.kafka = kafka;
    }

    /// @param through everything appended up to this instant was taken
    /// @param waiting records that are there and not taken
    public record Taken(Instant through, long waiting) {}

    /// Starts asking about a topic; once for each topic that a service reads.
    public void follow(String topic) {
        followed.add(topic);
        Gauge.builder(
                        "sacrum.inbox.waiting",
                        () -> of(topic)
                                .map(Taken::waiting)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .tag("topic", topic)
                .description("Records that are there and not yet taken")
                .register(metrics);
        Gauge.builder(
                        "sacrum.inbox.behind.seconds",
                        () -> of(topic)
                                .map(known -> Duration.between(
                                                        known.through(),
                                                        Clock.systemUTC().instant())
                                                .toMillis()
                                        / 1000.0)
                                .orElse(Double.NaN))
                .tag("topic", topic)
                .description("Age of the instant up to which everything was taken")
                .register(metrics);
        Thread.ofPlatform().daemon().name("progress-" + topic).start(() -> ask(topic));
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    Set<String> followed() {
        return followed;
    }

    /// Empty until Kafka has answered once.
    public Optional<Taken> of(String topic) {
        return Optional.ofNullable(taken.get(topic));
    }

    /// Notes, in the transaction under way, that these were taken.
    void note(Collection<IncomingEvent> events) {
        var newest = new TreeMap<TopicPartition, IncomingEvent>(
                java.util.Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
        for (var event : events) {
            newest.merge(
                    new TopicPartition(event.topic(), event.partition()),
                    event,
                    (one, other) -> one.offset() > other.offset() ? one : other);
        }
        int size = newest.size();
        var topics = new String[size];
        var partitions = new Integer[size];
        var offsets = new Long[size];
        var appended = new OffsetDateTime[size];
        int at = 0;
        for (var event : newest.values()) {
            topics[at] = event.topic();
            partitions[at] = event.partition();
            offsets[at] = event.offset();
            appended[at++] = event.appendedAt().atOffset(ZoneOffset.UTC);
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into read_progress (topic, partition, record_offset, appended_at)
                        select * from unnest(?, ?, ?, ?)
                        on conflict (topic, partition) do update set
                            record_offset = excluded.record_offset, appended_at = excluded.appended_at
                        where read_progress.record_offset < excluded.record_offset""")) {
            upsert.setArray(1, connection.createArrayOf("text", topics));
            upsert.setArray(2, connection.createArrayOf("integer", partitions));
            upsert.setArray(3, connection.createArrayOf("bigint", offsets));
            upsert.setArray(4, connection.createArrayOf("timestamptz", appended));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The progress could not be noted", e);
        }
    }

    private void ask(String topic) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka, "client.id", "sacrum-progress-" + topic))) {
            do {
                try {
                    taken.put(topic, measure(admin, topic));
                } catch (Exception e) {
                    Log.debug("How far a topic was taken is not known just now: " + Faults.withoutValues(e));
                }
            } while (!stopping.await(ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Taken measure(Admin admin, String topic) throws Exception {
        var asked = Clock.systemUTC().instant();
        long seconds = ANSWER_WITHIN.toSeconds();
        var partitions = admin.describeTopics(java.util.List.of(topic))
                .allTopicNames()
                .get(seconds, TimeUnit.SECONDS)
                .get(topic)
                .partitions();
        var latest = partitions.stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition.partition()),
                        partition -> OffsetSpec.latest()));
        var ends = admin.listOffsets(latest).all().get(seconds, TimeUnit.SECONDS);
        var noted = noted(topic);
        var through = asked;
        long waiting = 0;
        for (var end : ends.entrySet()) {
            var done = noted.get(end.getKey().partition());
            long next = done == null ? 0 : done.offset() + 1;
            if (end.getValue().offset() > next) {
                waiting += end.getValue().offset() - next;
                var upTo = done == null ? Instant.EPOCH : done.appendedAt();
                through = upTo.isBefore(through) ? upTo : through;
            }
        }
        return new Taken(through, waiting);
    }

    private record Noted(long offset, Instant appendedAt) {}

    private Map<Integer, Noted> noted(String topic) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select partition, record_offset, appended_at from read_progress where topic = ?")) {
            select.setString(1, topic);
            try (var found = select.executeQuery()) {
                var noted = new HashMap<Integer, Noted>();
                while (found.next()) {
                    noted.put(
                            found.getInt(1),
                            new Noted(found.getLong(2), found.getTimestamp(3).toInstant()));
                }
                return noted;
            }
        }
    }
}
