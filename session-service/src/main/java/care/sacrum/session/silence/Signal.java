package care.sacrum.session.silence;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;

/// Something that a practice is told of a patient, once.
sealed interface Signal permits PatientSilent, PatientBack, PatientSilenceOver, AdherenceLapsed, AdherenceLapseOver {

    UUID practiceId();

    UUID patientId();

    Instant raisedAt();

    String type();

    /// Which of its kind, of this patient: with the type it makes the event's id.
    long number();

    default byte[] data(ObjectMapper json) {
        try {
            return json.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A signal can always be written", e);
        }
    }

    default OutgoingEvent event(ObjectMapper json) {
        return new OutgoingEvent(
                EventId.of(type(), practiceId(), patientId(), number()),
                Topics.SESSION,
                practiceId() + "/" + patientId(),
                type(),
                "patient/" + patientId(),
                raisedAt(),
                data(json));
    }
}
