package care.sacrum.content.edition;

import care.sacrum.content.document.Document;
import care.sacrum.content.document.Kind;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Where the editions of one kind are read and published. Each kind has a shelf at an address of its own, and all
/// shelves work alike.
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.CONTENT_EDITOR, Role.INTEGRATOR, Role.OPERATOR})
abstract class Shelf<D extends Document> {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Kind kind;
    private final Class<D> shape;
    private final Books books;

    Shelf(Kind kind, Class<D> shape, Books books) {
        this.kind = kind;
        this.shape = shape;
        this.books = books;
    }

    /// Whose shelf it is, once it is clear that the caller may read there; refuses with 404 otherwise.
    abstract Owner owner();

    /// Whose shelf it is, once it is clear that the caller may change something there; refuses otherwise.
    abstract Owner editable();

    /// As [#editable], and that the slug is one of this shelf's.
    private Owner editable(String slug) {
        var owner = editable();
        if (!owner.mayUse(slug)) {
            throw Problem.unprocessable(
                            "slug",
                            owner.practiceId().isPresent()
                                    ? "begins with own- for a practice's own content, so that no common one clashes with it"
                                    : "does not begin with own-, which is for a practice's own content")
                    .refused();
        }
        return owner;
    }

    @GET
    @Operation(
            summary = "List what is on the shelf",
            description =
                    "The latest version in use of each, by slug, without its document, in the first language of Accept-Language "
                            + "where there is one, else in English. Any signed-in role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is absent on the last.",
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @APIResponse(responseCode = "422", description = "A limit that is not from 1 to 100.")
    public Response list(
            @QueryParam("after") @DefaultValue("") @Size(max = 80) String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit,
            @Context HttpHeaders headers) {
        var owner = owner();
        var language = books.editions().dearestOf(owner, kind, Languages.of(headers));
        return Response.ok(Listing.of(books.editions().latestOfEach(owner, kind, after, limit + 1, language), limit))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("/{slug}")
    @Operation(
            summary = "Read the latest version",
            description =
                    "In the first language of Accept-Language that it is published in, else in English; Content-Language "
                            + "says which. With If-None-Match, 304 while the copy is still the latest. Any signed-in role.")
    @APIResponse(
            responseCode = "200",
            description = "The latest version.",
            content = @Content(schema = @Schema(implementation = Published.class)))
    @APIResponse(responseCode = "304", description = "The copy named by If-None-Match is still the latest.")
    @APIResponse(responseCode = "404", description = "No such slug.")
    @APIResponse(responseCode = "410", description = "It is retired; each version stays readable at its number.")
    public Response latest(@PathParam("slug") String slug, @Context Request request, @Context HttpHeaders headers) {
        var owner = owner();
        var edition = books.editions()
                .latest(owner, kind, slug, Languages.of(headers))
                .orElseThrow(() -> missingOrRetired(owner, slug));
        var askEachTime = new CacheControl();
        askEachTime.setPrivate(true);
        askEachTime.setNoCache(true);
        return answer(edition, request, askEachTime);
    }

    @GET
    @Path("/{slug}/versions/{version}")
    @Operation(
            summary = "Read one version",
            description = "It never changes and stays for ever, because prescriptions name it. Any signed-in role.")
    @APIResponse(
            responseCode = "200",
            description = "That version.",
            content = @Content(schema = @Schema(implementation = Published.class)))
    @APIResponse(responseCode = "304", description = "It is the copy named by If-None-Match.")
    @APIResponse(responseCode = "404", description = "No such slug or version.")
    public Response numbered(
            @PathParam("slug") String slug,
            @PathParam("version") int version,
            @Context Request request,
            @Context HttpHeaders headers) {
        var edition = books.editions()
                .numbered(owner(), kind, slug, version, Languages.of(headers))
                .orElseThrow(() -> missing(slug + " with the version " + version));
        var keep = new CacheControl();
        keep.setPrivate(true);
        keep.setMaxAge((int) FOR_EVER.toSeconds());
        keep.getCacheExtension().put("immutable", "");
        return answer(edition, request, keep);
    }

    @GET
    @Path("/{slug}/draft")
    @RolesAllowed(Role.CONTENT_EDITOR)
    @Operation(
            summary = "Read the draft",
            description = "What is being written in that language; ETag is its revision. Role content_editor.")
    @APIResponse(
            responseCode = "200",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = Draft.View.class)))
    @APIResponse(responseCode = "403", description = "Not a content_editor.")
    @APIResponse(responseCode = "404", description = "No draft in that language.")
    @APIResponse(responseCode = "422", description = "Not a slug.")
    public Response draft(
            @PathParam("slug") @Slug String slug, @QueryParam("language") @DefaultValue("en") String language) {
        return answer(books.desk().read(editable(), kind, slug, language), Response.Status.OK);
    }

    @DELETE
    @Path("/{slug}/draft")
    @RolesAllowed(Role.CONTENT_EDITOR)
    @Operation(
            summary = "Throw the draft away",
            description =
                    "What is published stays as it is. Needs If-Match with the revision read. Role content_editor.")
    @APIResponse(responseCode = "204", description = "There is no draft any more.")
    @APIResponse(responseCode = "403", description = "Not a content_editor.")
    @APIResponse(responseCode = "404", description = "No draft in that language.")
    @APIResponse(responseCode = "422", description = "Not a slug.")
    @APIResponse(responseCode = "412", description = "Somebody changed it in the meantime.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public void discard(
            @PathParam("slug") @Slug String slug,
            @QueryParam("language") @DefaultValue("en") String language,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        books.desk().discard(editable(), kind, slug, language, ifMatch);
    }

    @POST
    @Path("/{slug}/draft/publication")
    @RolesAllowed(Role.CONTENT_EDITOR)
    @Operation(
            summary = "Publish the draft",
            description = "It becomes the next version and is a draft no more. Needs If-Match with the revision read. "
                    + "Publishes care.sacrum.content.published.v1. Role content_editor.")
    @APIResponse(
            responseCode = "201",
            description = "Published under the next number; Location says where.",
            content = @Content(schema = @Schema(implementation = Shelved.class)))
    @APIResponse(
            responseCode = "200",
            description = "The latest version says exactly this already.",
            content = @Content(schema = @Schema(implementation = Shelved.class)))
    @APIResponse(responseCode = "403", description = "Not a content_editor.")
    @APIResponse(responseCode = "404", description = "No draft in that language.")
    @APIResponse(responseCode = "412", description = "Somebody changed it in the meantime.")
    @APIResponse(responseCode = "422", description = "It names an exercise that is not published.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response publishDraft(
            @PathParam("slug") @Slug String slug,
            @QueryParam("language") @DefaultValue("en") String language,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context UriInfo uri) {
        return answer(
                slug,
                books.desk()
                        .publish(
                                editable(slug),
                                kind,
                                shape,
                                slug,
                                language,
                                ifMatch,
                                books.caller().subject()),
                uri);
    }

    @POST
    @Path("/{slug}/retirement")
    @RolesAllowed(Role.CONTENT_EDITOR)
    @Operation(
            summary = "Retire it",
            description = "What was published stays readable by its number for ever, because prescriptions name it; it "
                    + "is on no list any more, its latest version answers 410, and nothing new is made of it. Needs "
                    + "If-Match with the ETag of the latest version. Publishing another version brings it back. Publishes "
                    + "care.sacrum.content.retired.v1. Role content_editor.")
    @APIResponse(
            responseCode = "200",
            description = "Retired, now or before.",
            content = @Content(schema = @Schema(implementation = Retirement.class)))
    @APIResponse(responseCode = "403", description = "Not a content_editor.")
    @APIResponse(responseCode = "404", description = "Nothing of that slug was published.")
    @APIResponse(responseCode = "412", description = "Another version was published in the meantime.")
    @APIResponse(responseCode = "422", description = "Not a slug of this shelf.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Retirement retire(
            @PathParam("slug") @Slug String slug, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var tags = ifMatch == null || ifMatch.isBlank()
                ? List.<String>of()
                : Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
        var owner = editable(slug);
        return switch (books.library()
                .retire(owner, kind, slug, tags, books.caller().subject())) {
            case Retiring.Done done -> done.retirement();
            case Retiring.Unknown() -> throw missing(slug);
            case Retiring.Unsaid unsaid ->
                throw new Problem(
                                "/problems/version-needed",
                                "Say which version you change",
                                428,
                                "Read the latest version, then send this again with the header If-Match: \""
                                        + unsaid.latest().tag() + "\".",
                                List.of())
                        .refused();
            case Retiring.Outdated outdated ->
                throw new Problem(
                                "/problems/version-differs",
                                "Somebody changed this in the meantime",
                                412,
                                "The latest version is " + outdated.latest().version()
                                        + ". Read it, then send this again with If-Match: \""
                                        + outdated.latest().tag() + "\".",
                                List.of())
                        .refused();
        };
    }

    // Each shelf takes manuscripts of its own kind: Quarkus REST reads a body by the type at the method, and of an
    // inherited `Manuscript<D>` sees only the bound. So the methods that read one stand in each shelf.

    Response put(String slug, Manuscript<D> manuscript, UriInfo uri) {
        return answer(
                slug,
                books.library()
                        .publish(
                                editable(slug), slug, manuscript, books.caller().subject()),
                uri);
    }

    Response save(String slug, Manuscript<D> manuscript, @Nullable String ifMatch) {
        var draft = books.desk()
                .save(editable(slug), slug, manuscript, ifMatch, books.caller().subject());
        return answer(draft, draft.revision() == 1 ? Response.Status.CREATED : Response.Status.OK);
    }

    private static Response answer(Draft.View draft, Response.Status status) {
        return Response.status(status).tag(Desk.tag(draft)).entity(draft).build();
    }

    private Response answer(String slug, Publication outcome, UriInfo uri) {
        return switch (outcome) {
            case Publication.New published ->
                Response.created(at(published.edition(), uri))
                        .tag(published.edition().tag())
                        .entity(books.library().graded(published.edition()))
                        .build();
            case Publication.Unchanged same ->
                Response.ok(books.library().graded(same.edition()))
                        .tag(same.edition().tag())
                        .build();
            case Publication.UnknownExercises unknown ->
                throw Problem.unprocessable(unknown.places().stream()
                                .map(
                                        place -> new Problem.FieldError(
                                                "document.exercises[" + place + "]",
                                                "names an exercise and version that is not published, or is retired; see GET /exercises"))
                                .toList())
                        .refused();
        };
    }

    private URI at(Published edition, UriInfo uri) {
        var shelf = edition.practiceId()
                .map(practice -> uri.getBaseUriBuilder().path("practices").path(practice.toString()))
                .orElseGet(uri::getBaseUriBuilder);
        return shelf.path(kind.word() + "s")
                .path(edition.slug())
                .path("versions")
                .path(Integer.toString(edition.version()))
                .build();
    }

    private static Response answer(Published edition, Request request, CacheControl cache) {
        var tag = new EntityTag(edition.tag());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(edition) : unchanged;
        return answer.tag(tag)
                .cacheControl(cache)
                .header(HttpHeaders.CONTENT_LANGUAGE, edition.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private Problem.Refused missingOrRetired(Owner owner, String slug) {
        return books.pieces().find(owner, kind, slug).filter(Piece::isRetired).isPresent()
                ? Problem.gone("The " + kind.word() + " " + slug
                                + " is retired. Each of its versions stays readable at its"
                                + " number; for something in use, see the list.")
                        .refused()
                : missing(slug);
    }

    private Problem.Refused missing(String what) {
        return Problem.notFound(kind.word(), what).refused();
    }
}
