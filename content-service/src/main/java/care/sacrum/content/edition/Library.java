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
    Publication publish(Owner owner, String slug, Manuscript<?> manuscript, String editor) {
        var unknown = unknownExercises(owner, manuscript.document());
        if (!unknown.isEmpty()) {
            return new Publication.UnknownExercises(unknown);
        }
        Kind kind = manuscript.document().kind();
        String document = written(manuscript.document());
        var piece = pieces.locked(owner, kind, slug);
        var latest = editions.latest(owner, kind, slug, manuscript.language());
        if (latest.isPresent() && says(latest.get(), manuscript, document)) {
            return new Publication.Unchanged(latest.get());
        }
        // Milliseconds, so that answer, row and event say the same instant.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var edition = new Edition(
                new Edition.Key(owner.practice(), kind, slug, piece.nextVersion(), manuscript.language()),
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

    /// Retired for good what was published so far; retired already it stays as it was.
    ///
    /// @param tags what the caller read, as entity tags; any of the latest number will do
    @Transactional
    Retiring retire(Owner owner, Kind kind, String slug, List<String> tags, String editor) {
        var piece = pieces.locked(owner, kind, slug);
        var newest = editions.newest(owner, kind, slug);
        if (newest.isEmpty()) {
            return new Retiring.Unknown();
        }
        if (piece.isRetired()) {
            return new Retiring.Done(piece.retirement().orElseThrow());
        }
        if (tags.isEmpty()) {
            return new Retiring.Unsaid(newest.getFirst());
        }
        if (newest.stream().noneMatch(edition -> tags.contains("\"" + edition.tag() + "\""))) {
            return new Retiring.Outdated(newest.getFirst());
        }
        piece.retire(clock.instant().truncatedTo(ChronoUnit.MILLIS), editor);
        var retirement = piece.retirement().orElseThrow();
        announcements.retired(retirement);
        return new Retiring.Done(retirement);
    }

    private List<Integer> unknownExercises(Owner owner, Document document) {
        if (!(document instanceof Programme programme)) {
            return List.of();
        }
        var steps = programme.exercises();
        return IntStream.range(0, steps.size())
                .filter(place -> !editions.isInUse(
                        owner.of(steps.get(place).slug()),
                        Kind.EXERCISE,
                        steps.get(place).slug(),
                        steps.get(place).version()))
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
