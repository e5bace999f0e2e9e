package care.sacrum.session.adherence;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// The event that says which days are excused from now on, or no longer: figures that others hold of them change.
///
/// @param version 1 as it was said, 2 once it is withdrawn; there is no other
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ExcuseRecorded(
        UUID practiceId,
        UUID patientId,
        UUID excuseId,
        long version,
        LocalDate from,
        LocalDate to,
        String reason,
        String saidBy,
        Instant recordedAt,
        Optional<Instant> withdrawnAt) {

    static final String TYPE = "care.sacrum.session.excuse-recorded.v1";

    static ExcuseRecorded of(UUID practice, ExcuseView excuse) {
        return new ExcuseRecorded(
                practice,
                excuse.patientId(),
                excuse.excuseId(),
                excuse.withdrawnAt().isPresent() ? 2 : 1,
                excuse.from(),
                excuse.to(),
                excuse.reason(),
                excuse.saidBy(),
                excuse.recordedAt(),
                excuse.withdrawnAt());
    }

    OutgoingEvent event(ObjectMapper json) {
        try {
            return new OutgoingEvent(
                    EventId.of(TYPE, practiceId, excuseId, version),
                    Topics.SESSION,
                    practiceId + "/" + patientId,
                    TYPE,
                    "excuse/" + excuseId,
                    withdrawnAt.orElse(recordedAt),
                    json.writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An excuse can always be written", e);
        }
    }
}
