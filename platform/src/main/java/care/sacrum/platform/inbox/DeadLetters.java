package care.sacrum.platform.inbox;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/// Records that could not be used, kept as they came and announced on the dead-letter topic.
@Singleton
class DeadLetters {

    private static final String TYPE = "care.sacrum.dead-letter.kept.v1";

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    DeadLetters(AgroalDataSource database, Outbox outbox, ObjectMapper json, MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.metrics = metrics;
    }

    /// The announcement: where the record stands, why it was not used, and the record itself.
    private record Announcement(
            String topic,
            int partition,
            long offset,
            String key,
            String type,
            String reason,
            Instant appendedAt,
            String dataBase64) {}

    void keep(IncomingEvent event, String reason) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into dead_letter (topic, partition, record_offset, key, type, reason, headers, data)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing""")) {
            insert.setString(1, event.topic());
            insert.setInt(2, event.partition());
            insert.setLong(3, event.offset());
            insert.setString(4, withoutNul(event.key()));
            insert.setString(5, withoutNul(event.type()));
            insert.setString(6, reason);
            insert.setString(7, withoutNul(text(event.headers())));
            insert.setBytes(8, event.data());
            if (insert.executeUpdate() == 0) {
                return;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letter could not be kept", e);
        }
        var announcement = new Announcement(
                event.topic(),
                event.partition(),
                event.offset(),
                withoutNul(event.key()),
                withoutNul(event.type()),
                reason,
                event.appendedAt(),
                Base64.getEncoder().encodeToString(event.data()));
        outbox.add(new OutgoingEvent(
                EventId.of(TYPE, event.topic(), event.partition(), event.offset()),
                Topics.DEAD_LETTER,
                withoutNul(event.key()),
                TYPE,
                event.topic() + "/" + event.partition() + "/" + event.offset(),
                event.appendedAt(),
                bytes(announcement)));
        metrics.counter("sacrum.dead.letters", "topic", event.topic(), "reason", reason)
                .increment();
    }

    /// PostgreSQL keeps no NUL in text; a record that brought one must still be kept.
    private static String withoutNul(String text) {
        return text.replace("\u0000", "").replace("\\u0000", "");
    }

    private String text(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            return "{}";
        }
    }

    private byte[] bytes(Announcement announcement) {
        try {
            return json.writeValueAsBytes(announcement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An announcement is always JSON", e);
        }
    }
}
