package care.sacrum.session.content;

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

/// Takes what content-service publishes.
@ApplicationScoped
class ContentEvents implements Intake {

    private final Inbox inbox;
    private final ContentCopy copy;
    private final ObjectMapper json;

    ContentEvents(Inbox inbox, ContentCopy copy, ObjectMapper json) {
        this.inbox = inbox;
        this.copy = copy;
        this.json = json;
    }

    @Incoming("content-events")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, this);
        copy.reload();
    }

    @Override
    public String topic() {
        return Topics.CONTENT;
    }

    @Override
    public void take(List<IncomingEvent> events) {
        copy.keep(events.stream()
                .map(event -> Published.read(event, json))
                .flatMap(Optional::stream)
                .toList());
        // What is retired is a matter of numbers, so the order of the two does not matter.
        copy.retire(events.stream()
                .map(event -> Retired.read(event, json))
                .flatMap(Optional::stream)
                .toList());
    }
}
