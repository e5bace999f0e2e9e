package care.sacrum.triage.finding;

import care.sacrum.platform.event.OutgoingEvent;
import java.util.List;

/// What is announced, told inside the transaction of what it tells to whoever acts on it there.
public record Announced(List<OutgoingEvent> events) {

    public static final String RAISED = Announcements.RAISED;
    public static final String ESCALATED = Announcements.ESCALATED;

    public Announced {
        events = List.copyOf(events);
    }
}
