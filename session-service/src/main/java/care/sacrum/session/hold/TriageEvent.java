package care.sacrum.session.hold;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Unusable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/// What this service reads of triage-service's events: its own picture of them, with the fields it uses.
sealed interface TriageEvent {

    record ProgrammeHeld(ProgrammeHold hold) implements TriageEvent {}

    record ProgrammeReleased(ProgrammeHold hold) implements TriageEvent {}

    /// A type that this service has no use for, or that is newer than this reader.
    record OfNoConcern() implements TriageEvent {}

    /// @throws Unusable when the record can not be read, with a code that says why
    static TriageEvent read(IncomingEvent event, ObjectMapper json) {
        return switch (event.type()) {
            case "care.sacrum.triage.programme-held.v1" -> {
                var data = data(event, json);
                yield new ProgrammeHeld(hold(event, data, Optional.empty()));
            }
            case "care.sacrum.triage.programme-released.v1" -> {
                var data = data(event, json);
                yield new ProgrammeReleased(hold(event, data, Optional.of(instant(data, "releasedAt"))));
            }
            case "" -> throw new Unusable("no-type");
            default -> new OfNoConcern();
        };
    }

    private static ProgrammeHold hold(IncomingEvent event, JsonNode data, Optional<Instant> releasedAt) {
        var practice = id(data, "practiceId");
        var patient = id(data, "patientId");
        // The key of the record and the ids inside it must agree, or order and tenancy mean nothing.
        if (!event.key().equals(practice + "/" + patient)) {
            throw new Unusable("key-differs");
        }
        return new ProgrammeHold(practice, patient, id(data, "holdId"), instant(data, "since"), releasedAt);
    }

    private static JsonNode data(IncomingEvent event, ObjectMapper json) {
        JsonNode data;
        try {
            data = Optional.ofNullable(json.readTree(event.data())).orElseThrow(() -> new Unusable("empty"));
        } catch (IOException e) {
            throw new Unusable("malformed-json");
        }
        if (!data.isObject()) {
            throw new Unusable("not-an-object");
        }
        return data;
    }

    private static UUID id(JsonNode data, String field) {
        try {
            return UUID.fromString(text(data, field));
        } catch (IllegalArgumentException notAUuid) {
            throw new Unusable("bad-" + field);
        }
    }

    private static Instant instant(JsonNode data, String field) {
        try {
            return OffsetDateTime.parse(text(data, field)).toInstant();
        } catch (DateTimeParseException notAnInstant) {
            throw new Unusable("bad-" + field);
        }
    }

    private static String text(JsonNode data, String field) {
        JsonNode text = data.path(field);
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw new Unusable("missing-" + field);
        }
        return text.textValue();
    }
}
