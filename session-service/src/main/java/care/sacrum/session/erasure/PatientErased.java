package care.sacrum.session.erasure;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// The last event of a patient: whoever reads it deletes what was told before.
record PatientErased(UUID practiceId, UUID patientId, Instant erasedAt) {

    static final String TYPE = "care.sacrum.session.patient-erased.v1";

    OutgoingEvent event() {
        return new OutgoingEvent(
                EventId.of(TYPE, practiceId, patientId),
                Topics.SESSION,
                key(),
                TYPE,
                "patient/" + patientId,
                erasedAt,
                "{\"practiceId\":\"%s\",\"patientId\":\"%s\",\"erasedAt\":\"%s\"}"
                        .formatted(practiceId, patientId, erasedAt)
                        .getBytes(StandardCharsets.UTF_8));
    }

    String key() {
        return practiceId + "/" + patientId;
    }
}
