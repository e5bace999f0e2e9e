package care.sacrum.triage.webhook;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Inbox;
import care.sacrum.platform.inbox.Intake;
import care.sacrum.triage.finding.PatientKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Reads what this service and session-service publish, as any other reader would, and writes one delivery for each
/// webhook that wants it. A group of its own: what it takes says nothing of how far triage has read.
@ApplicationScoped
class WebhookEvents implements Intake {

    static final String PATIENT_ERASED = "care.sacrum.session.patient-erased.v1";

    private final Inbox inbox;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ObjectMapper json;
    private final InstantSource clock;

    WebhookEvents(Inbox inbox, Webhooks webhooks, Deliveries deliveries, ObjectMapper json, InstantSource clock) {
        this.inbox = inbox;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
    }

    @Incoming("webhook-events")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, this);
    }

    @Override
    public boolean countsAsRead() {
        return false;
    }

    /// Whose event it is, from its key: `practice/patient`, or `practice` alone.
    private record Owner(UUID practice, Optional<PatientKey> patient) {

        static Optional<Owner> of(String key) {
            var patient = PatientKey.read(key);
            if (patient.isPresent()) {
                return patient.map(known -> new Owner(known.practice(), patient));
            }
            try {
                return Optional.of(new Owner(UUID.fromString(key), Optional.empty()));
            } catch (IllegalArgumentException ofNoPractice) {
                return Optional.empty();
            }
        }
    }

    private record Owned(IncomingEvent event, Owner owner) {}

    @Override
    public void take(List<IncomingEvent> events) {
        var owned = events.stream()
                .flatMap(event -> Owner.of(event.key()).map(owner -> new Owned(event, owner)).stream())
                .toList();
        var practices = new HashSet<UUID>();
        var patients = new LinkedHashSet<PatientKey>();
        for (var one : owned) {
            practices.add(one.owner().practice());
            one.owner().patient().ifPresent(patients::add);
        }
        // Whoever is erased by this batch has the rest of the batch erased too.
        for (var one : owned) {
            if (one.event().type().equals(PATIENT_ERASED)) {
                one.owner().patient().ifPresent(patient -> deliveries.erase(patient, PATIENT_ERASED));
            }
        }
        var wanting = webhooks.activeOf(practices);
        if (!wanting.isEmpty()) {
            write(owned, wanting, deliveries.erasedAmong(patients));
        }
    }

    private void write(List<Owned> owned, List<Webhook> wanting, Set<PatientKey> erased) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var added = new ArrayList<Deliveries.New>();
        for (var one : owned) {
            var event = one.event();
            boolean forgotten = one.owner().patient().filter(erased::contains).isPresent()
                    && !event.type().equals(PATIENT_ERASED);
            var takers = wanting.stream()
                    .filter(webhook -> webhook.practice().equals(one.owner().practice()))
                    .filter(webhook -> webhook.wants(event.type()))
                    .toList();
            if (forgotten || takers.isEmpty()) {
                continue;
            }
            id(event)
                    .ifPresent(id -> payload(event).ifPresent(payload -> {
                        for (var webhook : takers) {
                            added.add(new Deliveries.New(
                                    webhook.id(),
                                    id,
                                    one.owner().practice(),
                                    one.owner().patient().map(PatientKey::patient),
                                    event.type(),
                                    payload,
                                    now));
                        }
                    }));
        }
        deliveries.add(added);
    }

    /// An event without an id could not be told apart from another, so it is no event that anybody is waiting for.
    private static Optional<UUID> id(IncomingEvent event) {
        try {
            return event.id().map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// The event in CloudEvents' structured mode, with the attributes it has on Kafka.
    private Optional<byte[]> payload(IncomingEvent event) {
        JsonNode data;
        try {
            data = json.readTree(event.data());
        } catch (IOException notJson) {
            Log.warnf("An event is no JSON and not pushed: partition %d, offset %d", event.partition(), event.offset());
            return Optional.empty();
        }
        var document = json.createObjectNode();
        document.put("specversion", "1.0");
        for (var attribute : List.of("id", "source", "type", "subject", "time", "dataschema")) {
            var value = event.headers().get("ce_" + attribute);
            if (value != null) {
                document.put(attribute, value);
            }
        }
        document.put("datacontenttype", "application/json");
        document.set("data", data);
        try {
            return Optional.of(json.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always JSON", e);
        }
    }
}
