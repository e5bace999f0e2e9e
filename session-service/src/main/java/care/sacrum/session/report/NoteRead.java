package care.sacrum.session.report;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;

/// A clinician has read what a patient wrote.
///
/// @param readBy the sub of whoever read it first
record NoteRead(UUID practiceId, UUID patientId, UUID reportId, Instant readAt, String readBy) {

    static final String TYPE = "care.sacrum.session.note-read.v1";

    OutgoingEvent event(ObjectMapper json) {
        try {
            return new OutgoingEvent(
                    EventId.of(TYPE, practiceId, reportId),
                    Topics.SESSION,
                    practiceId + "/" + patientId,
                    TYPE,
                    "report/" + reportId,
                    readAt,
                    json.writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mark can always be written", e);
        }
    }
}
