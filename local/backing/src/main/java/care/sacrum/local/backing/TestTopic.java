package care.sacrum.local.backing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// A topic as a test sees it: it writes raw records, good or poisoned, and reads whatever others wrote.
///
/// The topic is made if nobody made it yet.
public final class TestTopic implements AutoCloseable {

    /// Where `BackingResource` says, for the whole JVM, which broker is running.
    public static final String BROKER_PROPERTY = "sacrum.test.kafka";

    private static final int PARTITIONS = 12;
    private static final Duration KAFKA_ANSWERS_WITHIN = Duration.ofSeconds(30);

    private final String name;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Message> read = new ArrayList<>();

    private TestTopic(String name, KafkaProducer<String, byte[]> producer, KafkaConsumer<String, byte[]> consumer) {
        this.name = name;
        this.producer = producer;
        this.consumer = consumer;
    }

    /// A topic of the broker that [BackingResource] started.
    public static TestTopic named(String name) {
        var broker = System.getProperty(BROKER_PROPERTY);
        if (broker == null) {
            throw new IllegalStateException(
                    "No broker is running: annotate the test with @WithTestResource(BackingResource.class)");
        }
        return named(name, broker);
    }

    /// Reads from now on; `fromTheBeginning` is there for what came before.
    public static TestTopic named(String name, String bootstrapServers) {
        var servers = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
        make(name, servers);
        var writing = new HashMap<>(servers);
        writing.put("acks", "all");
        writing.put("linger.ms", "0");
        var reading = new HashMap<>(servers);
        reading.put("enable.auto.commit", "false");
        var topic = new TestTopic(
                name,
                new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer()),
                new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer()));
        topic.assign();
        topic.consumer.seekToEnd(topic.consumer.assignment());
        // Seeking is lazy: without this, "now" would be the first read.
        topic.consumer.assignment().forEach(topic.consumer::position);
        return topic;
    }

    /// Reads everything that is there, from the first record.
    public TestTopic fromTheBeginning() {
        read.clear();
        consumer.seekToBeginning(consumer.assignment());
        return this;
    }

    /// Returns when Kafka has it.
    public void send(@Nullable String key, String value, Map<String, String> headers) {
        send(key, value.getBytes(StandardCharsets.UTF_8), headers);
    }

    /// Returns when Kafka has it.
    public void send(@Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        var sent = new ProducerRecord<>(name, key, value);
        headers.forEach((header, text) -> sent.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        waited(() -> producer.send(sent).get(KAFKA_ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS));
    }

    /// The first message that fits, read before or coming within that time.
    public Message next(Predicate<Message> fits, Duration within) {
        var until = System.nanoTime() + within.toNanos();
        while (true) {
            var found = read.stream().filter(fits).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("No message that fits came to %s within %s; %d others did: %s"
                        .formatted(
                                name,
                                within,
                                read.size(),
                                read.stream().map(Message::type).toList()));
            }
            poll();
        }
    }

    /// All messages that fit among what the topic holds by now (everything written before this call is seen).
    public List<Message> all(Predicate<Message> fits) {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return read.stream().filter(fits).toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(Message.of(record)));
    }

    /// A topic that was made a moment ago may be known to the broker that is asked a moment later.
    private void assign() {
        var until = System.nanoTime() + KAFKA_ANSWERS_WITHIN.toNanos();
        var partitions = List.<PartitionInfo>of();
        while (partitions.isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Kafka knows no partition of " + name);
            }
            partitions = consumer.partitionsFor(name, KAFKA_ANSWERS_WITHIN);
        }
        consumer.assign(partitions.stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList());
    }

    private static void make(String name, Map<String, Object> servers) {
        try (var admin = Admin.create(servers)) {
            waited(() -> {
                try {
                    return admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                            .all()
                            .get(KAFKA_ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof TopicExistsException) {
                        return null;
                    }
                    throw e;
                }
            });
        }
    }

    private static void waited(Waiting waiting) {
        try {
            waiting.done();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not do it: " + e, e);
        }
    }

    private interface Waiting {
        @Nullable
        Object done() throws InterruptedException, ExecutionException, TimeoutException;
    }

    /// A record as it lies in the topic. Header values are text.
    public record Message(@Nullable String key, String value, Map<String, String> headers, int partition, long offset) {

        public Message {
            headers = Map.copyOf(headers);
        }

        /// The type of the CloudEvent, or nothing.
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        /// The id of the CloudEvent, or nothing.
        public String id() {
            return headers.getOrDefault("ce_id", "");
        }

        static Message of(ConsumerRecord<String, byte[]> record) {
            var headers = new HashMap<String, String>();
            record.headers().forEach(each -> headers.put(each.key(), text(each.value())));
            return new Message(record.key(), text(record.value()), headers, record.partition(), record.offset());
        }

        private static String text(byte @Nullable [] bytes) {
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
