package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
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
import java.util.Optional;
import java.util.UUID;

/// Tells of each edition once, in the transaction that publishes it. Those that a migration brought are told of at the
/// first start after it.
@ApplicationScoped
class Announcements {

    static final String PUBLISHED = "care.sacrum.content.published.v1";
    static final String RETIRED = "care.sacrum.content.retired.v1";

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

    void retired(Retirement retirement) {
        var subject = subject(retirement.practiceId(), retirement.kind(), retirement.slug());
        outbox.add(new OutgoingEvent(
                EventId.of(RETIRED, subject, retirement.throughVersion()),
                Topics.CONTENT,
                subject,
                RETIRED,
                subject,
                retirement.retiredAt(),
                bytes(retirement)));
    }

    private OutgoingEvent event(Published edition) {
        var subject = subject(edition.practiceId(), edition.kind(), edition.slug());
        return new OutgoingEvent(
                id(edition), Topics.CONTENT, subject, PUBLISHED, subject, edition.publishedAt(), bytes(edition));
    }

    private static UUID id(Published edition) {
        var kind = edition.kind().word();
        return edition.practiceId()
                .map(practice ->
                        EventId.of(PUBLISHED, practice, kind, edition.slug(), edition.version(), edition.language()))
                .orElseGet(() -> EventId.of(PUBLISHED, kind, edition.slug(), edition.version(), edition.language()));
    }

    /// The unit of order: what is told of one slug comes in its order.
    private static String subject(Optional<UUID> practice, Kind kind, String slug) {
        return "content/" + practice.map(id -> id + "/").orElse("") + kind.word() + "/" + slug;
    }

    private byte[] bytes(Object edition) {
        try {
            return json.writeValueAsBytes(edition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An edition could not be written as JSON", e);
        }
    }
}
