package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;

/// What the three addresses have in common: how an edition, a page and a publication are answered over HTTP.
@ApplicationScoped
class Shelf {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Editions editions;
    private final Library library;
    private final Caller caller;

    Shelf(Editions editions, Library library, Caller caller) {
        this.editions = editions;
        this.library = library;
        this.caller = caller;
    }

    Listing list(Kind kind, String after, int limit) {
        return Listing.of(editions.latestOfEach(kind, after, limit + 1), limit);
    }

    Response latest(Kind kind, String slug, Request request) {
        var edition = editions.latest(kind, slug).orElseThrow(() -> missing(kind, slug));
        var askEachTime = new CacheControl();
        askEachTime.setPrivate(true);
        askEachTime.setNoCache(true);
        return answer(edition, request, askEachTime);
    }

    Response numbered(Kind kind, String slug, int version, Request request) {
        var edition = editions.numbered(kind, slug, version)
                .orElseThrow(() -> missing(kind, slug + " with the version " + version));
        var keep = new CacheControl();
        keep.setPrivate(true);
        keep.setMaxAge((int) FOR_EVER.toSeconds());
        keep.getCacheExtension().put("immutable", "");
        return answer(edition, request, keep);
    }

    /// @param address of the piece
    Response publish(String slug, Manuscript<?> manuscript, UriBuilder address) {
        return switch (library.publish(slug, manuscript, caller.subject())) {
            case Publication.New published ->
                Response.created(address.path(
                                        Integer.toString(published.edition().version()))
                                .build())
                        .tag(published.edition().tag())
                        .entity(published.edition())
                        .build();
            case Publication.Unchanged same ->
                Response.ok(same.edition()).tag(same.edition().tag()).build();
            case Publication.UnknownExercises unknown ->
                throw Problem.unprocessable(unknown.places().stream()
                                .map(place -> new Problem.FieldError(
                                        "document.exercises[" + place + "]",
                                        "names an exercise and version that is not published; see GET /exercises"))
                                .toList())
                        .refused();
        };
    }

    private static Response answer(Published edition, Request request, CacheControl cache) {
        var tag = new EntityTag(edition.tag());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(edition) : unchanged;
        return answer.tag(tag)
                .cacheControl(cache)
                .header(HttpHeaders.CONTENT_LANGUAGE, edition.language())
                .build();
    }

    private static Problem.Refused missing(Kind kind, String what) {
        return Problem.notFound(kind.word(), what).refused();
    }
}
