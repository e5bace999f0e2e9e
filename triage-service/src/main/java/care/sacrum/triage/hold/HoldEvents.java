package care.sacrum.triage.hold;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Tells others that a programme is on hold, and that it was released. Why it was released is told to nobody.
@Singleton
class HoldEvents {

    static final String HELD = "care.sacrum.triage.programme-held.v1";
    static final String RELEASED = "care.sacrum.triage.programme-released.v1";

    private final Outbox outbox;
    private final ObjectMapper json;

    HoldEvents(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    record Held(UUID practiceId, UUID patientId, UUID holdId, Instant since, List<Because> because) {}

    record Released(
            UUID practiceId, UUID patientId, UUID holdId, Instant since, Instant releasedAt, String releasedBy) {}

    void held(ProgrammeHold hold) {
        var key = hold.key();
        add(HELD, hold, hold.since(), new Held(key.practice(), key.patient(), hold.id(), hold.since(), hold.because()));
    }

    void released(ProgrammeHold hold, ProgrammeHold.Release release) {
        var key = hold.key();
        add(
                RELEASED,
                hold,
                release.at(),
                new Released(key.practice(), key.patient(), hold.id(), hold.since(), release.at(), release.by()));
    }

    private void add(String type, ProgrammeHold hold, Instant at, Object data) {
        outbox.add(new OutgoingEvent(
                EventId.of(type, hold.id()),
                Topics.TRIAGE,
                hold.key().toString(),
                type,
                hold.id().toString(),
                at,
                bytes(data)));
    }

    private byte[] bytes(Object data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
