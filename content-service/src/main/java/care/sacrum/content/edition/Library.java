package care.sacrum.content.edition;

import care.sacrum.content.document.Document;
import care.sacrum.content.document.Kind;
import care.sacrum.content.document.Programme;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/// Where editions are published: number, edition and event in one transaction.
@ApplicationScoped
class Library {

    private final Pieces pieces;
    private final Editions editions;
    private final Announcements announcements;
    private final ObjectMapper json;
    private final InstantSource clock;

    Library(Pieces pieces, Editions editions, Announcements announcements, ObjectMapper json, InstantSource clock) {
        this.pieces = pieces;
        this.editions = editions;
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
    }

    /// @param editor the `sub` of who publishes
    @Transactional
    Publication publish(String slug, Manuscript<?> manuscript, String editor) {
        var unknown = unknownExercises(manuscript.document());
        if (!unknown.isEmpty()) {
            return new Publication.UnknownExercises(unknown);
        }
        Kind kind = manuscript.document().kind();
        String document = written(manuscript.document());
        var piece = pieces.locked(kind, slug);
        var latest = editions.latest(kind, slug, manuscript.language());
        if (latest.isPresent() && says(latest.get(), manuscript, document)) {
            return new Publication.Unchanged(latest.get());
        }
        // Milliseconds, so that answer, row and event say the same instant.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var edition = new Edition(
                new Edition.Key(kind, slug, piece.nextVersion(), manuscript.language()),
                manuscript.title(),
                document,
                now,
                editor);
        editions.persist(edition);
        announcements.announce(edition, now);
        return new Publication.New(edition.published());
    }

    Shelved graded(Published edition) {
        return new Shelved(
                edition,
                Readability.in(edition.language()).flatMap(readability -> readability.of(read(edition.document()))));
    }

    private List<Integer> unknownExercises(Document document) {
        if (!(document instanceof Programme programme)) {
            return List.of();
        }
        var steps = programme.exercises();
        return IntStream.range(0, steps.size())
                .filter(place -> !editions.exists(
                        Kind.EXERCISE, steps.get(place).slug(), steps.get(place).version()))
                .boxed()
                .toList();
    }

    private boolean says(Published latest, Manuscript<?> manuscript, String document) {
        return latest.title().equals(manuscript.title()) && sameJson(latest.document(), document);
    }

    private boolean sameJson(String one, String other) {
        return read(one).equals(read(other));
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document is not JSON", e);
        }
    }

    private String written(Document document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document could not be written as JSON", e);
        }
    }
}
