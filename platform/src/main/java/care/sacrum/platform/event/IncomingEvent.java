package care.sacrum.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A record as it came from Kafka, its CloudEvents attributes at hand. Nothing in it is trusted yet.
///
/// @param headers every header by its name, the last one where a name comes twice
/// @param data    the payload; empty where the record had none
public record IncomingEvent(
        String topic,
        int partition,
        long offset,
        String key,
        Instant appendedAt,
        Map<String, String> headers,
        byte[] data) {

    public static IncomingEvent of(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new IncomingEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : record.key(),
                Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                Map.copyOf(headers),
                record.value() == null ? new byte[0] : record.value());
    }

    /// The event's type, empty where the record names none.
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public Optional<String> id() {
        return Optional.ofNullable(headers.get("ce_id"));
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
