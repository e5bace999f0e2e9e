package care.sacrum.content.edition;

import care.sacrum.content.document.Document;
import care.sacrum.content.document.Kind;
import care.sacrum.platform.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where editors write: a draft is saved over the revision that was read, and published when it is good.
@ApplicationScoped
class Desk {

    private final Drawer drafts;
    private final Pieces pieces;
    private final Library library;
    private final ObjectMapper json;
    private final InstantSource clock;

    Desk(Drawer drafts, Pieces pieces, Library library, ObjectMapper json, InstantSource clock) {
        this.drafts = drafts;
        this.pieces = pieces;
        this.library = library;
        this.json = json;
        this.clock = clock;
    }

    Draft.View read(Owner owner, Kind kind, String slug, String language) {
        return drafts.find(owner, kind, slug, language)
                .orElseThrow(() -> missing(kind, slug, language))
                .view();
    }

    /// @param ifMatch names the revision that was read; absent for the first
    @Transactional
    Draft.View save(Owner owner, String slug, Manuscript<?> manuscript, @Nullable String ifMatch, String editor) {
        var kind = manuscript.document().kind();
        // Editors of one slug wait for each other here, also for a first draft that is not there to be locked.
        pieces.locked(owner, kind, slug);
        var found = drafts.find(owner, kind, slug, manuscript.language());
        var draft =
                found.orElseGet(() -> new Draft(new Draft.Key(owner.practice(), kind, slug, manuscript.language())));
        if (found.isPresent()) {
            mustMatch(ifMatch, draft.revision());
        } else if (ifMatch != null) {
            throw differs("There is no draft yet. Leave If-Match out to begin one.");
        }
        draft.write(
                manuscript.title(),
                written(manuscript.document()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                editor);
        drafts.persist(draft);
        return draft.view();
    }

    @Transactional
    void discard(Owner owner, Kind kind, String slug, String language, @Nullable String ifMatch) {
        var draft = drafts.locked(owner, kind, slug, language).orElseThrow(() -> missing(kind, slug, language));
        mustMatch(ifMatch, draft.revision());
        drafts.delete(draft);
    }

    /// The draft becomes the next edition and is a draft no more; refused, it stays as it was.
    ///
    /// @param shape of the document
    @Transactional
    <D extends Document> Publication publish(
            Owner owner,
            Kind kind,
            Class<D> shape,
            String slug,
            String language,
            @Nullable String ifMatch,
            String editor) {
        pieces.locked(owner, kind, slug);
        var draft = drafts.find(owner, kind, slug, language).orElseThrow(() -> missing(kind, slug, language));
        mustMatch(ifMatch, draft.revision());
        var view = draft.view();
        var outcome = library.publish(
                owner, slug, new Manuscript<>(language, view.title(), read(view.document(), shape)), editor);
        if (!(outcome instanceof Publication.UnknownExercises)) {
            drafts.delete(draft);
        }
        return outcome;
    }

    static String tag(Draft.View draft) {
        return Integer.toString(draft.revision());
    }

    private static void mustMatch(@Nullable String ifMatch, int present) {
        String tag = "\"" + present + "\"";
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                            "/problems/version-needed",
                            "Say which version you change",
                            428,
                            "There is a draft already. Read it, then send your change with the header If-Match: " + tag
                                    + ", or whichever revision you have read.",
                            List.of())
                    .refused();
        }
        if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag::equals)) {
            throw differs("The present revision is " + present + ". Read it, then send your change with If-Match: "
                    + tag + ".");
        }
    }

    private static Problem.Refused differs(String detail) {
        return new Problem("/problems/version-differs", "Somebody changed this in the meantime", 412, detail, List.of())
                .refused();
    }

    private static Problem.Refused missing(Kind kind, String slug, String language) {
        return Problem.notFound("draft of the " + kind.word(), slug + " in " + language)
                .refused();
    }

    private <D extends Document> D read(String document, Class<D> shape) {
        try {
            return json.readValue(document, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft cannot be read", e);
        }
    }

    private String written(Document document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft could not be written as JSON", e);
        }
    }
}
