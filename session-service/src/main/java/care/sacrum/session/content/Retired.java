package care.sacrum.session.content;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Unusable;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;

/// What this service reads of the event that a piece of content is retired.
///
/// @param practice       whose own it is, [Published#EVERYBODY] for what is common
/// @param throughVersion every number up to this one
record Retired(UUID practice, String kind, String slug, int throughVersion) {

    private static final String TYPE = "care.sacrum.content.retired.v1";

    /// @return empty where the event is of another type
    /// @throws Unusable where it can never be read
    static Optional<Retired> read(IncomingEvent event, ObjectMapper json) {
        if (!event.type().equals(TYPE)) {
            return Optional.empty();
        }
        var data = Published.data(event, json);
        var through = data.path("throughVersion");
        if (!through.isInt() || through.intValue() < 1) {
            throw new Unusable("bad-throughVersion");
        }
        return Optional.of(new Retired(
                Published.practice(data),
                Published.text(data, "kind"),
                Published.text(data, "slug"),
                through.intValue()));
    }
}
