package care.sacrum.session.silence;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.session.replay.Chapter;
import care.sacrum.session.replay.Span;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/// Every signal as it was raised, in that order.
@Singleton
class SignalChapter implements Chapter {

    private final AgroalDataSource database;

    SignalChapter(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "signal";
    }

    @Override
    public Turn turn() {
        return Turn.MARKS;
    }

    private record Place(Instant raisedAt, String type, long number) {

        private static final Place FIRST = new Place(Instant.EPOCH, "", 0);

        static Place read(String text) {
            var parts = text.split("\\|");
            return new Place(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2]));
        }

        String write() {
            return raisedAt + "|" + type + "|" + number;
        }
    }

    @Override
    public Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit) {
        var behind = place.map(Place::read).orElse(Place.FIRST);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select type, number, raised_at, data from raised_signal
                        where practice_id = ? and patient_id = ? and raised_at >= ? and raised_at < ?
                          and (raised_at, type, number) > (?, ?, ?)
                        order by raised_at, type, number limit ?""")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            select.setObject(3, span.start().atOffset(ZoneOffset.UTC));
            select.setObject(4, span.end().atOffset(ZoneOffset.UTC));
            select.setObject(5, behind.raisedAt.atOffset(ZoneOffset.UTC));
            select.setString(6, behind.type);
            select.setLong(7, behind.number);
            select.setInt(8, limit);
            try (var found = select.executeQuery()) {
                var events = new ArrayList<OutgoingEvent>();
                var last = behind;
                while (found.next()) {
                    last = new Place(
                            found.getObject("raised_at", OffsetDateTime.class).toInstant(),
                            found.getString("type"),
                            found.getLong("number"));
                    events.add(event(practice, patient, last, found.getString("data")));
                }
                return new Page(events, events.size() < limit ? Optional.empty() : Optional.of(last.write()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The signals could not be read", e);
        }
    }

    /// As [Signal#event] wrote it.
    private static OutgoingEvent event(UUID practice, UUID patient, Place raised, String data) {
        return new OutgoingEvent(
                EventId.of(raised.type, practice, patient, raised.number),
                Topics.SESSION,
                practice + "/" + patient,
                raised.type,
                "patient/" + patient,
                raised.raisedAt,
                data.getBytes(StandardCharsets.UTF_8));
    }
}
