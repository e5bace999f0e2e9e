package care.sacrum.triage.live;

import care.sacrum.triage.finding.StreamedEvents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Tells screens that a patient was discharged, is treated again, or died: what is due of the patient is another
/// then.
@Singleton
class Statuses {

    private final StreamedEvents stream;
    private final ObjectMapper json;

    Statuses(StreamedEvents stream, ObjectMapper json) {
        this.stream = stream;
        this.json = json;
    }

    private record Line(UUID patientId, String status, Instant at) {}

    /// That a patient who was not known is treated is no news: whoever was never told of counts as treated.
    void told(WatchedPatient before, WatchedPatient now, Instant at) {
        if (!now.status().equals(before.status())) {
            var line = new Line(now.key().patient(), now.status(), at);
            stream.add(List.of(new StreamedEvents.New(now.key(), "status", text(line), at)));
        }
    }

    private String text(Line line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
