/// Events on the wire: CloudEvents 1.0 in Kafka's binary mode, the topics that carry them, and ids that stay the same
/// when an event is published again. Nothing here knows what an event means.
@NullMarked
package care.sacrum.platform.event;

import org.jspecify.annotations.NullMarked;
