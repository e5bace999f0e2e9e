package care.sacrum.platform.event;

import java.time.Instant;
import java.util.UUID;

/// A past fact about to be published.
///
/// @param id      the same whenever the same fact is published again: see [EventId]
/// @param topic   where it goes: see [Topics]
/// @param key     the unit of order, `practice/patient` as pseudonyms
/// @param type    such as `care.sacrum.session.completed.v1`
/// @param subject what it is about, an id and nothing clinical
/// @param time    when it happened
/// @param data    UTF-8 JSON that fits the schema of this type
public record OutgoingEvent(UUID id, String topic, String key, String type, String subject, Instant time, byte[] data) {

    /// Where the schema of a type is published: `/contracts/` and the type's name.
    public static String schemaOf(String type) {
        return "/contracts/" + type + ".schema.json";
    }
}
