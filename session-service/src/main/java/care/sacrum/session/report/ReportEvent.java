package care.sacrum.session.report;

import care.sacrum.platform.event.EventId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// The event that says a report was accepted. It holds the report as it was kept, and nothing of the patient but
/// an id.
record ReportEvent(UUID practice, UUID patient, Report report) {

    /// The same whenever this report is published again.
    UUID id() {
        return EventId.of(type(), practice, report.id());
    }

    String key() {
        return practice + "/" + patient;
    }

    String type() {
        return report.kind().eventType();
    }

    String subject() {
        return "report/" + report.id();
    }

    /// When it happened, which is not when it was told.
    Instant time() {
        return report.observed();
    }

    byte[] data() {
        return ("{\"practiceId\":\"" + practice + "\",\"patientId\":\"" + patient + "\",\"report\":" + report.content()
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
