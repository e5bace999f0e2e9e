package care.sacrum.triage.live;

import care.sacrum.triage.finding.StreamedEvents;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/// Tells screens that a patient was discharged, is treated again, or died: what is due of the patient is another
/// then.
@Singleton
class Statuses {

    private final StreamedEvents stream;

    Statuses(StreamedEvents stream) {
        this.stream = stream;
    }

    private record Line(UUID patientId, String status, Instant at) {}

    /// That a patient who was not known is treated is no news: whoever was never told of counts as treated.
    void told(WatchedPatient before, WatchedPatient now, Instant at) {
        if (!now.status().equals(before.status())) {
            stream.add(now.key(), "status", new Line(now.key().patient(), now.status(), at), at);
        }
    }
}
