package care.sacrum.session.replay;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/replays")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.PRACTICE_LEAD, Role.INTEGRATOR, Role.OPERATOR})
@Tag(name = "Replays", description = "Older history, published again with the same ids.")
class ReplayResource {

    private static final int PARTS_OF_A_PLACE = 2;

    private final Replays replays;
    private final Storyteller storyteller;
    private final Caller caller;
    private final InstantSource clock;

    ReplayResource(Replays replays, Storyteller storyteller, Caller caller, InstantSource clock) {
        this.replays = replays;
        this.storyteller = storyteller;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askForReplay",
            summary = "Have older history published again",
            description =
                    "The practice as it stands, then patient by patient: the record, the prescriptions, every report that"
                            + " was taken from `from` on and before `until`, and the notes that were read in that time. The"
                            + " events, their ids and their keys are the same as at first, so a reader that has them"
                            + " already notices nothing. A patient who was erased comes as patient-erased and nothing"
                            + " else. Events go out in order for each patient and at a bounded rate; what happens"
                            + " meanwhile is told in between. One replay of a practice at a time. Roles: practice_lead and"
                            + " integrator of the practice, operator.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReplayWish.class),
                            examples = {
                                @ExampleObject(
                                        name = "A month of the whole practice",
                                        value =
                                                "{\"from\": \"2026-01-01T00:00:00Z\", \"until\": \"2026-02-01T00:00:00Z\"}"),
                                @ExampleObject(name = "Everything", value = "{}")
                            }))
    @APIResponse(
            responseCode = "202",
            description = "It is under way; Location says where to ask how far it came",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(responseCode = "404", description = "No such practice or patient that the caller may see")
    @APIResponse(responseCode = "409", description = "Another replay of the practice is under way")
    @APIResponse(responseCode = "422", description = "A field is wrong")
    public Response ask(
            @PathParam("practice") String practiceId,
            @NotNull(message = "is an object, {} for everything") ReplayWish wish) {
        var practice = seen(practiceId);
        var read = wish.read();
        if (!read.patient()
                .map(patient -> replays.knowsPatient(practice, patient))
                .orElse(true)) {
            throw Problem.notFound("patient", read.patient().get()).refused();
        }
        var replay = UUID.randomUUID();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var begun = replays.begin(practice, replay, read, caller.subject(), now)
                .orElseThrow(() -> Problem.conflict(replays.running(practice)
                                        .map(running ->
                                                "The replay " + running.replayId() + " of this practice is under way.")
                                        .orElse("A replay of this practice was just under way.")
                                + " Wait until it is done, or cancel it with DELETE, then ask again.")
                        .refused());
        storyteller.wake();
        return Response.accepted(begun)
                .location(URI.create("/practices/" + practice + "/replays/" + replay))
                .build();
    }

    @GET
    @Operation(
            operationId = "listReplays",
            summary = "The replays of a practice, the latest first",
            description =
                    "limit is 1 to 200, usually 50; after is the next of the page before. Roles: practice_lead and"
                            + " integrator of the practice, operator.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such practice that the caller may see")
    public Page<ReplayView> list(
            @PathParam("practice") String practiceId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = seen(practiceId);
        var place = Query.after(after, PARTS_OF_A_PLACE).map(ReplayResource::place);
        int most = Query.limit(limit);
        return Page.of(
                replays.page(practice, place, most + 1), most, last -> Query.cursor(last.askedAt(), last.replayId()));
    }

    @GET
    @Path("/{replay}")
    @Operation(
            operationId = "readReplay",
            summary = "How far a replay came",
            description =
                    "`events` are in the outbox, and reach Kafka soon after. Roles: practice_lead and integrator of"
                            + " the practice, operator.")
    @APIResponse(responseCode = "200", description = "As it stands")
    @APIResponse(responseCode = "404", description = "No such replay that the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public ReplayView read(@PathParam("practice") String practiceId, @PathParam("replay") String replayId) {
        var practice = seen(practiceId);
        return found(practice, Id.of("replayId", replayId));
    }

    @DELETE
    @Path("/{replay}")
    @Operation(
            operationId = "cancelReplay",
            summary = "Cancel a replay",
            description = "What was put in the outbox is published; nothing after that. One that is done or cancelled"
                    + " stays as it is. Roles: practice_lead and integrator of the practice, operator.")
    @APIResponse(responseCode = "200", description = "As it stands now")
    @APIResponse(responseCode = "404", description = "No such replay that the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public ReplayView cancel(@PathParam("practice") String practiceId, @PathParam("replay") String replayId) {
        var practice = seen(practiceId);
        var replay = Id.of("replayId", replayId);
        replays.cancel(practice, replay, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return found(practice, replay);
    }

    private ReplayView found(UUID practice, UUID replay) {
        return replays.find(practice, replay)
                .orElseThrow(() -> Problem.notFound("replay", replay).refused());
    }

    private UUID seen(String practiceId) {
        var practice = Id.of("practiceId", practiceId);
        if (!caller.is(Role.OPERATOR)) {
            caller.mustWorkAt(practice);
        }
        if (!replays.knowsPractice(practice)) {
            throw Problem.notFound("practice", practice).refused();
        }
        return practice;
    }

    private static Replays.Place place(List<String> parts) {
        return new Replays.Place(
                Query.momentOfCursor(parts.get(0)), Id.read(parts.get(1)).orElseThrow(Query::badCursor));
    }
}
