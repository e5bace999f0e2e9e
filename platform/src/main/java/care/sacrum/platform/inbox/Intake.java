package care.sacrum.platform.inbox;

import care.sacrum.platform.event.IncomingEvent;
import java.util.List;

/// What a service does with the events of one channel. Effects must be idempotent by natural key.
public interface Intake {

    /// Takes events in their order, inside one transaction. May be called again with the same events, or with a part of
    /// them, when something failed.
    ///
    /// @throws Unusable when an event can never be used
    void take(List<IncomingEvent> events);

    /// The topic it reads, so that a dead letter of that topic can be brought here again.
    default String topic() {
        return "";
    }

    /// Whether what it takes counts as how far the service has read the topic; not so for a second reader beside the
    /// one
    /// that is meant.
    default boolean countsAsRead() {
        return true;
    }

    /// An event was found unusable; called in the transaction that writes its dead letter.
    default void gaveUpOn(IncomingEvent event, String reason) {}
}
