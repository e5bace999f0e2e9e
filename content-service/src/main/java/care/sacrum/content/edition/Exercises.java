package care.sacrum.content.edition;

import care.sacrum.content.document.Exercise;
import care.sacrum.content.document.Kind;
import care.sacrum.platform.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/exercises")
@Tag(name = "Exercises", description = "Movements with dosage as data, steps, contraindications and stop rules.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.CONTENT_EDITOR, Role.INTEGRATOR, Role.OPERATOR})
class Exercises {

    private final Shelf shelf;

    Exercises(Shelf shelf) {
        this.shelf = shelf;
    }

    @GET
    @Operation(
            summary = "List the exercises",
            description = "The latest version of each, by slug, without its document. Any signed-in role.")
    @APIResponse(responseCode = "200", description = "A page; next is absent on the last.")
    public Listing list(
            @QueryParam("after") @DefaultValue("") @Size(max = 80) String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        return shelf.list(Kind.EXERCISE, after, limit);
    }

    @GET
    @Path("/{slug}")
    @Operation(
            summary = "Read the latest version of an exercise",
            description = "With If-None-Match, 304 while the copy is still the latest. Any signed-in role.")
    @APIResponse(
            responseCode = "200",
            description = "The latest version.",
            content = @Content(schema = @Schema(implementation = Published.class)))
    @APIResponse(responseCode = "304", description = "The copy named by If-None-Match is still the latest.")
    @APIResponse(responseCode = "404", description = "No such slug.")
    public Response latest(@PathParam("slug") String slug, @Context Request request) {
        return shelf.latest(Kind.EXERCISE, slug, request);
    }

    @GET
    @Path("/{slug}/versions/{version}")
    @Operation(
            summary = "Read one version of an exercise",
            description = "It never changes and stays for ever, because prescriptions name it. Any signed-in role.")
    @APIResponse(
            responseCode = "200",
            description = "That version.",
            content = @Content(schema = @Schema(implementation = Published.class)))
    @APIResponse(responseCode = "304", description = "It is the copy named by If-None-Match.")
    @APIResponse(responseCode = "404", description = "No such slug or version.")
    public Response numbered(
            @PathParam("slug") String slug, @PathParam("version") int version, @Context Request request) {
        return shelf.numbered(Kind.EXERCISE, slug, version, request);
    }

    @POST
    @Path("/{slug}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CONTENT_EDITOR)
    @Operation(
            summary = "Publish the next version of an exercise",
            description = "A new slug begins with version 1. Publishes care.sacrum.content.published.v1. "
                    + "Sending what the latest version says already publishes nothing. Role content_editor.")
    @APIResponse(
            responseCode = "201",
            description = "Published under the next number; Location says where.",
            content = @Content(schema = @Schema(implementation = Published.class)))
    @APIResponse(
            responseCode = "200",
            description = "The latest version says exactly this already.",
            content = @Content(schema = @Schema(implementation = Published.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, or a field of the wrong type.")
    @APIResponse(responseCode = "403", description = "Not a content_editor.")
    @APIResponse(responseCode = "422", description = "Fields missing or wrong, each named in errors.")
    public Response publish(
            @PathParam("slug")
                    @Size(max = 80)
                    @Pattern(
                            regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                            message = "must be words of small letters and digits, joined by hyphens")
                    String slug,
            @NotNull @Valid Manuscript<Exercise> manuscript,
            @Context UriInfo uri) {
        return shelf.publish(slug, manuscript, uri.getAbsolutePathBuilder());
    }
}
