package care.sacrum.platform.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids that follow from what an event is about, so that publishing again says the same id.
public final class EventId {

    private EventId() {}

    /// @param type the event's type
    /// @param naturalKey what makes it one event: a report's id, or an aggregate's id with its version
    public static UUID of(String type, Object... naturalKey) {
        var name = new StringBuilder(type);
        for (Object part : naturalKey) {
            name.append('|').append(part);
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
