package care.sacrum.session.patient;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The event that says how a patient's record stands from now on; by pseudonyms.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PatientRecorded(
        UUID practiceId,
        UUID patientId,
        long version,
        String status,
        Optional<String> subject,
        Optional<UUID> responsibleClinician,
        PatientFacts patient) {

    static final String TYPE = "care.sacrum.session.patient-recorded.v1";

    OutgoingEvent at(Instant recordedAt, ObjectMapper json) {
        return new OutgoingEvent(
                EventId.of(TYPE, practiceId, patientId, version),
                Topics.SESSION,
                practiceId + "/" + patientId,
                TYPE,
                "patient/" + patientId,
                recordedAt,
                data(json));
    }

    byte[] data(ObjectMapper json) {
        try {
            return json.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A patient's record can always be written", e);
        }
    }
}
