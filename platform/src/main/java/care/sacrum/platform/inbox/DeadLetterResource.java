package care.sacrum.platform.inbox;

import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// An operator's view of the records this service could not use. Content is never shown: it may be clinical.
@EndpointDisabled(name = "sacrum.dead-letters.served", stringValue = "false", disableIfMissing = true)
@Path("/dead-letters")
@Tag(name = "Dead letters", description = "Records that could not be used, and their second chance")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
class DeadLetterResource {

    private static final int MOST_A_PAGE = 200;
    private static final int MOST_AT_ONCE = 100;

    private final DeadLetters letters;
    private final Inbox inbox;

    DeadLetterResource(DeadLetters letters, Inbox inbox) {
        this.letters = letters;
        this.inbox = inbox;
    }

    /// @param next the id to ask after for the next page, absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<DeadLetters.Letter> deadLetters, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "The records this service could not use",
            description =
                    "In the order of topic, partition and offset. Tells where a record stands, its key, type, size in"
                            + " bytes and the code of the reason, never its content. Instants are UTC. Role: operator.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad limit, or an id that is none")
    public Page list(
            @Parameter(description = "The `next` of the page before") @QueryParam("after") @Nullable String after,
            @Parameter(description = "Records a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        var from = after == null
                ? DeadLetters.Place.BEFORE_ALL
                : DeadLetters.Place.of(after)
                        .orElseThrow(() -> Problem.unprocessable("after", "is the `next` of the page before")
                                .refused());
        var found = letters.after(from, limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(shown, found.size() > limit ? shown.getLast().id() : null);
    }

    /// @param outcome `taken`, or `still_unusable` with the reason
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Replayed(String id, String outcome, @Nullable String reason) {}

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Try one record again",
            description =
                    "Goes through the same reader as a new record. Taken, it is a dead letter no more; otherwise it"
                            + " stays. Role: operator.")
    @APIResponse(responseCode = "200", description = "The record was taken")
    @APIResponse(responseCode = "404", description = "There is no such dead letter")
    @APIResponse(responseCode = "409", description = "It still can not be used; the problem names the reason's code")
    public Replayed replay(
            @Parameter(description = "An id of the list, topic:partition:offset") @PathParam("id") String id) {
        return switch (replayed(id)) {
            case Inbox.Replay.Taken() -> new Replayed(id, "taken", null);
            case Inbox.Replay.StillUnusable(var reason) ->
                throw Problem.conflict("The record " + id + " still can not be used: " + reason
                                + ". It stays as it was; bring the service to a version that reads it, then try again.")
                        .refused();
            case Inbox.Replay.Unknown() ->
                throw Problem.notFound("dead letter", id).refused();
        };
    }

    /// @param ids of dead letters, 1 to 100
    record Replays(
            @NotNull(message = "is a list of ids") @Size(min = 1, max = MOST_AT_ONCE, message = "names 1 to 100 ids")
            List<@NotNull(message = "is an id") String> ids) {}

    record Outcomes(List<Replayed> results) {}

    @POST
    @Path("/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Try up to 100 records again, one after the other",
            description =
                    "Each has a result of its own: `taken`, `still_unusable` with the reason's code, or `unknown`."
                            + " Role: operator.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Replays.class),
                            examples =
                                    @ExampleObject(
                                            name = "two",
                                            value =
                                                    "{\"ids\": [\"sacrum.session.v1:3:17\", \"sacrum.session.v1:7:4\"]}")))
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(responseCode = "422", description = "No ids, or too many")
    public Outcomes replayMany(@NotNull(message = "is an object with ids") @Valid Replays replays) {
        var results = new ArrayList<Replayed>();
        for (var id : replays.ids()) {
            results.add(
                    switch (replayed(id)) {
                        case Inbox.Replay.Taken() -> new Replayed(id, "taken", null);
                        case Inbox.Replay.StillUnusable(var reason) -> new Replayed(id, "still_unusable", reason);
                        case Inbox.Replay.Unknown() -> new Replayed(id, "unknown", null);
                    });
        }
        return new Outcomes(results);
    }

    private Inbox.Replay replayed(String id) {
        return DeadLetters.Place.of(id).map(inbox::replay).orElseGet(Inbox.Replay.Unknown::new);
    }
}
