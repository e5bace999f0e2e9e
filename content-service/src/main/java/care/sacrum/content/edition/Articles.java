package care.sacrum.content.edition;

import care.sacrum.content.document.Article;
import care.sacrum.content.document.Kind;
import care.sacrum.platform.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/articles")
@Tag(name = "Articles", description = "Texts in sections; one of them says what to do at once with which symptom.")
@Produces(MediaType.APPLICATION_JSON)
class Articles extends CommonShelf<Article> {

    Articles(Books books) {
        super(Kind.ARTICLE, Article.class, books);
    }

    @POST
    @Path("/{slug}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CONTENT_EDITOR)
    @Operation(
            summary = "Publish the next version of an article",
            description = "A new slug begins with version 1. Publishes care.sacrum.content.published.v1. "
                    + "Sending what the latest version says already publishes nothing. "
                    + "The answer says how hard the hardest text is to read. Role content_editor.")
    @APIResponse(
            responseCode = "201",
            description = "Published under the next number; Location says where.",
            content = @Content(schema = @Schema(implementation = Shelved.class)))
    @APIResponse(
            responseCode = "200",
            description = "The latest version says exactly this already.",
            content = @Content(schema = @Schema(implementation = Shelved.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, or a field of the wrong type.")
    @APIResponse(responseCode = "403", description = "Not a content_editor, or one of a practice.")
    @APIResponse(responseCode = "422", description = "Fields missing or wrong, each named in errors.")
    public Response publish(
            @PathParam("slug") @Slug String slug,
            @NotNull @Valid Manuscript<Article> manuscript,
            @Context UriInfo uri) {
        return put(slug, manuscript, uri);
    }

    @PUT
    @Path("/{slug}/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CONTENT_EDITOR)
    @Operation(
            summary = "Write the draft of an article",
            description = "Begins it, or changes it: then If-Match must name the revision that was read. Nobody but "
                    + "editors sees it until it is published. Role content_editor.")
    @APIResponse(
            responseCode = "201",
            description = "Begun.",
            content = @Content(schema = @Schema(implementation = Draft.View.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = Draft.View.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, or a field of the wrong type.")
    @APIResponse(responseCode = "403", description = "Not a content_editor, or one of a practice.")
    @APIResponse(responseCode = "412", description = "Somebody changed it in the meantime.")
    @APIResponse(responseCode = "422", description = "Fields missing or wrong, each named in errors.")
    @APIResponse(responseCode = "428", description = "There is a draft, and If-Match is missing.")
    public Response write(
            @PathParam("slug") @Slug String slug,
            @NotNull @Valid Manuscript<Article> manuscript,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return save(slug, manuscript, ifMatch);
    }
}
