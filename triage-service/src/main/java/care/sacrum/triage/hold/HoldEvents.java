package care.sacrum.triage.hold;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.triage.finding.StreamedEvents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Tells others that a programme is on hold, and that it was released; screens too, in the worklist's stream. Why
/// it was released is told to nobody.
@Singleton
class HoldEvents {

    static final String HELD = "care.sacrum.triage.programme-held.v1";
    static final String RELEASED = "care.sacrum.triage.programme-released.v1";

    private final Outbox outbox;
    private final StreamedEvents stream;
    private final ObjectMapper json;

    HoldEvents(Outbox outbox, StreamedEvents stream, ObjectMapper json) {
        this.outbox = outbox;
        this.stream = stream;
        this.json = json;
    }

    record Held(UUID practiceId, UUID patientId, UUID holdId, Instant since, List<Because> because) {}

    record Released(
            UUID practiceId, UUID patientId, UUID holdId, Instant since, Instant releasedAt, String releasedBy) {}

    /// @param version of the hold, which a release names
    private record HeldLine(
            UUID patientId, UUID holdId, int version, Instant since, List<Because> because, Instant at) {}

    private record ReleasedLine(UUID patientId, UUID holdId, Instant since, String by, Instant at) {}

    void held(ProgrammeHold hold) {
        var key = hold.key();
        add(HELD, hold, hold.since(), new Held(key.practice(), key.patient(), hold.id(), hold.since(), hold.because()));
        line(hold, hold.since());
    }

    /// It holds still, and more came to light: a screen that stays must not release what it has not shown.
    void heldOnMore(ProgrammeHold hold, Instant at) {
        line(hold, at);
    }

    private void line(ProgrammeHold hold, Instant at) {
        stream.add(
                hold.key(),
                "held",
                new HeldLine(hold.key().patient(), hold.id(), hold.version(), hold.since(), hold.because(), at),
                at);
    }

    void released(ProgrammeHold hold, ProgrammeHold.Release release) {
        var key = hold.key();
        add(
                RELEASED,
                hold,
                release.at(),
                new Released(key.practice(), key.patient(), hold.id(), hold.since(), release.at(), release.by()));
        stream.add(
                key,
                "released",
                new ReleasedLine(key.patient(), hold.id(), hold.since(), release.by(), release.at()),
                release.at());
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
