package care.sacrum.content.edition;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Unusable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/// What this service reads of session-service's events about a patient.
sealed interface PatientTold {

    /// @param subject the issuer's id of the person; empty while nobody is bound
    record Recorded(UUID practice, UUID patient, long version, Optional<String> subject) implements PatientTold {}

    record Erased(UUID practice, UUID patient) implements PatientTold {}

    String RECORDED = "care.sacrum.session.patient-recorded.v1";
    String ERASED = "care.sacrum.session.patient-erased.v1";

    /// @return empty where the event is of a type that is no concern of this service
    /// @throws Unusable where it can never be read
    static Optional<PatientTold> read(IncomingEvent event, ObjectMapper json) {
        return switch (event.type()) {
            case RECORDED -> Optional.of(recorded(data(event, json)));
            case ERASED -> Optional.of(erased(data(event, json)));
            default -> Optional.empty();
        };
    }

    private static PatientTold recorded(JsonNode data) {
        var version = data.path("version");
        if (!version.isIntegralNumber() || version.longValue() < 1) {
            throw new Unusable("bad-version");
        }
        return new Recorded(
                id(data, "practiceId"),
                id(data, "patientId"),
                version.longValue(),
                Optional.ofNullable(data.path("subject").textValue()).filter(text -> text.indexOf('\0') < 0));
    }

    private static PatientTold erased(JsonNode data) {
        return new Erased(id(data, "practiceId"), id(data, "patientId"));
    }

    private static UUID id(JsonNode data, String field) {
        try {
            return UUID.fromString(data.path(field).asText(""));
        } catch (IllegalArgumentException notAUuid) {
            throw new Unusable("missing-" + field);
        }
    }

    private static JsonNode data(IncomingEvent event, ObjectMapper json) {
        try {
            return json.readTree(event.data());
        } catch (JsonProcessingException e) {
            throw new Unusable("malformed-json");
        } catch (IOException e) {
            throw new Unusable("not-text");
        }
    }
}
