package care.sacrum.session.content;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Unusable;
import care.sacrum.session.asking.Id;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What this service reads of a content event.
///
/// @param practice       whose own it is, [#EVERYBODY] for what is common
/// @param emergencyTexts symptom code to text, as a JSON object
/// @param prescribing    what a prescription is held against, as it was published: the dosage of an exercise, or the
///                       exercises and the schedule of a programme
record Published(
        UUID practice,
        String kind,
        String slug,
        int version,
        String language,
        String title,
        JsonNode emergencyTexts,
        JsonNode prescribing) {

    /// No practice has this id.
    static final UUID EVERYBODY = new UUID(0, 0);

    private static final String TYPE = "care.sacrum.content.published.v1";

    /// @return empty where the event is of a type that is no concern of this service
    /// @throws Unusable where it can never be read
    static Optional<Published> read(IncomingEvent event, ObjectMapper json) {
        if (!event.type().equals(TYPE)) {
            return Optional.empty();
        }
        var data = data(event, json);
        var version = data.path("version");
        if (!version.isInt() || version.intValue() < 1) {
            throw new Unusable("bad-version");
        }
        var document = data.path("document");
        return Optional.of(new Published(
                practice(data),
                text(data, "kind"),
                text(data, "slug"),
                version.intValue(),
                text(data, "language"),
                text(data, "title"),
                document.path("emergencyTexts"),
                prescribing(document)));
    }

    private static JsonNode prescribing(JsonNode document) {
        var kept = JsonNodeFactory.instance.objectNode();
        for (var field : List.of("dosage", "exercises", "schedule")) {
            if (document.path(field).isContainerNode()) {
                kept.set(field, document.path(field));
            }
        }
        return kept;
    }

    /// Whose own it is.
    static UUID practice(JsonNode data) {
        var id = data.path("practiceId");
        if (id.isMissingNode()) {
            return EVERYBODY;
        }
        return Id.read(id.asText("")).orElseThrow(() -> new Unusable("bad-practiceId"));
    }

    static JsonNode data(IncomingEvent event, ObjectMapper json) {
        try {
            return json.readTree(event.data());
        } catch (JsonProcessingException e) {
            throw new Unusable("malformed-json");
        } catch (IOException e) {
            throw new Unusable("not-text");
        }
    }

    static String text(JsonNode data, String field) {
        var text = data.path(field).textValue();
        if (text == null || text.isBlank() || text.indexOf('\0') >= 0) {
            throw new Unusable("missing-" + field);
        }
        return text;
    }
}
