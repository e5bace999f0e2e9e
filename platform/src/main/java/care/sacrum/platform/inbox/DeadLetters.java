package care.sacrum.platform.inbox;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /// Where a record stands.
    record Place(String topic, int partition, long offset) {

        static final Place BEFORE_ALL = new Place("", 0, 0);

        static Place of(IncomingEvent event) {
            return new Place(event.topic(), event.partition(), event.offset());
        }

        /// Empty when the text is no id of a record.
        static Optional<Place> of(String id) {
            var parts = id.split(":", 4);
            if (parts.length != 3) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Place(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
            } catch (NumberFormatException notAPlace) {
                return Optional.empty();
            }
        }

        String id() {
            return topic + ":" + partition + ":" + offset;
        }
    }

    /// A dead letter as an operator sees it.
    ///
    /// @param bytes the size of the record's content
    record Letter(
            String id,
            String topic,
            int partition,
            long offset,
            String key,
            String type,
            String reason,
            Instant receivedAt,
            int bytes) {}

    List<Letter> after(Place place, int atMost) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select topic, partition, record_offset, key, type, reason, received_at, length(data)
                        from dead_letter where (topic, partition, record_offset) > (?, ?, ?)
                        order by topic, partition, record_offset limit ?""")) {
            set(select, place);
            select.setInt(4, atMost);
            try (var found = select.executeQuery()) {
                var letters = new ArrayList<Letter>();
                while (found.next()) {
                    var at = new Place(found.getString(1), found.getInt(2), found.getLong(3));
                    letters.add(new Letter(
                            at.id(),
                            at.topic(),
                            at.partition(),
                            at.offset(),
                            found.getString(4),
                            found.getString(5),
                            found.getString(6),
                            found.getTimestamp(7).toInstant(),
                            found.getInt(8)));
                }
                return letters;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letters could not be read", e);
        }
    }

    /// The record as it came, its row locked, so that two operators do not bring it twice at the same time.
    Optional<IncomingEvent> locked(Place place) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select key, received_at, headers, data from dead_letter
                        where topic = ? and partition = ? and record_offset = ? for update""")) {
            set(select, place);
            try (var found = select.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                return Optional.of(new IncomingEvent(
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        found.getString(1),
                        found.getTimestamp(2).toInstant(),
                        headers(found.getString(3)),
                        found.getBytes(4)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letter could not be read", e);
        }
    }

    void delete(Place place) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from dead_letter where topic = ? and partition = ? and record_offset = ?")) {
            set(delete, place);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letter could not be deleted", e);
        }
    }

    private static void set(PreparedStatement statement, Place place) throws SQLException {
        statement.setString(1, place.topic());
        statement.setInt(2, place.partition());
        statement.setLong(3, place.offset());
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return Map.of();
        }
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
