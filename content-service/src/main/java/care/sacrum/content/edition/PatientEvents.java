package care.sacrum.content.edition;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.inbox.Inbox;
import care.sacrum.platform.inbox.Intake;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes what session-service tells of who is treated where.
@ApplicationScoped
class PatientEvents implements Intake {

    private final Inbox inbox;
    private final Readers readers;
    private final ObjectMapper json;

    PatientEvents(Inbox inbox, Readers readers, ObjectMapper json) {
        this.inbox = inbox;
        this.readers = readers;
        this.json = json;
    }

    @Incoming("session-events")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, this);
    }

    @Override
    public String topic() {
        return Topics.SESSION;
    }

    @Override
    public void take(List<IncomingEvent> events) {
        readers.keep(events.stream()
                .map(event -> PatientTold.read(event, json))
                .flatMap(Optional::stream)
                .toList());
    }
}
