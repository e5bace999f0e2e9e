package care.sacrum.session.practice;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The event that says how a practice stands from now on.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PracticeRecorded(
        UUID practiceId,
        long version,
        String country,
        String timeZone,
        String emergencyNumber,
        Optional<List<OpeningHours>> hours,
        List<LocalDate> holidays) {

    static final String TYPE = "care.sacrum.session.practice-recorded.v1";

    static PracticeRecorded of(PracticeView practice) {
        return new PracticeRecorded(
                practice.practiceId(),
                practice.version(),
                practice.country(),
                practice.timeZone(),
                practice.emergencyNumber(),
                practice.hours(),
                practice.holidays());
    }

    OutgoingEvent at(Instant recordedAt, ObjectMapper json) {
        return new OutgoingEvent(
                EventId.of(TYPE, practiceId, version),
                Topics.SESSION,
                practiceId.toString(),
                TYPE,
                "practice/" + practiceId,
                recordedAt,
                data(json));
    }

    byte[] data(ObjectMapper json) {
        try {
            return json.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A practice can always be written", e);
        }
    }
}
