package care.sacrum.triage.parameters;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/// Tells others that a practice's patients are evaluated by other parameters from now on.
@Singleton
class ParametersChanged {

    static final String TYPE = "care.sacrum.triage.parameters-changed.v1";

    private final Outbox outbox;
    private final ObjectMapper json;

    ParametersChanged(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    private record Data(UUID practiceId, long version, Instant changedAt, String changedBy, Values parameters) {}

    /// In the transaction of the change.
    void write(UUID practice, ParametersVersion made, Instant at, String by) {
        outbox.add(new OutgoingEvent(
                EventId.of(TYPE, practice, made.version()),
                Topics.TRIAGE,
                practice.toString(),
                TYPE,
                practice.toString(),
                at,
                bytes(new Data(practice, made.version(), at, by, made.parameters()))));
    }

    private byte[] bytes(Data data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
