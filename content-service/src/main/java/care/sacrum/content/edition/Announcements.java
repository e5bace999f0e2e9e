package care.sacrum.content.edition;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/// Tells of each edition once, in the transaction that publishes it. Those that a migration brought are told of at the
/// first start after it.
@ApplicationScoped
class Announcements {

    static final String PUBLISHED = "care.sacrum.content.published.v1";

    private final Editions editions;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final InstantSource clock;

    Announcements(Editions editions, Outbox outbox, ObjectMapper json, InstantSource clock) {
        this.editions = editions;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    void ofWhatMigrationsBrought(@Observes StartupEvent started) {
        for (var edition : editions.unannounced()) {
            announce(edition, clock.instant());
        }
    }

    void announce(Edition edition, Instant now) {
        outbox.add(event(edition.published()));
        edition.announced(now);
    }

    private OutgoingEvent event(Published edition) {
        String subject = "content/" + edition.kind().word() + "/" + edition.slug();
        return new OutgoingEvent(
                EventId.of(PUBLISHED, edition.kind().word(), edition.slug(), edition.version(), edition.language()),
                Topics.CONTENT,
                subject,
                PUBLISHED,
                subject,
                edition.publishedAt(),
                bytes(edition));
    }

    private byte[] bytes(Published edition) {
        try {
            return json.writeValueAsBytes(edition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An edition could not be written as JSON", e);
        }
    }
}
