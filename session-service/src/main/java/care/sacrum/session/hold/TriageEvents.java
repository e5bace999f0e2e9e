package care.sacrum.session.hold;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.inbox.Inbox;
import care.sacrum.platform.inbox.Intake;
import care.sacrum.platform.inbox.ReadProgress;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes what triage-service publishes.
@ApplicationScoped
class TriageEvents implements Intake {

    private final Inbox inbox;
    private final ProgrammeHolds holds;
    private final ReadProgress progress;
    private final ObjectMapper json;

    TriageEvents(Inbox inbox, ProgrammeHolds holds, ReadProgress progress, ObjectMapper json) {
        this.inbox = inbox;
        this.holds = holds;
        this.progress = progress;
        this.json = json;
    }

    /// Health says up to when holds are known.
    void followTheSource(@Observes StartupEvent started) {
        progress.follow(Topics.TRIAGE);
    }

    @Incoming("triage-events")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, this);
    }

    @Override
    public String topic() {
        return Topics.TRIAGE;
    }

    @Override
    public void take(List<IncomingEvent> events) {
        var told = new ArrayList<ProgrammeHold>();
        for (var event : events) {
            switch (TriageEvent.read(event, json)) {
                case TriageEvent.ProgrammeHeld(var hold) -> told.add(hold);
                case TriageEvent.ProgrammeReleased(var hold) -> told.add(hold);
                case TriageEvent.OfNoConcern() -> {}
            }
        }
        holds.keep(told);
    }
}
