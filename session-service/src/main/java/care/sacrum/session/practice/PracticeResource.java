package care.sacrum.session.practice;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.session.asking.Id;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Practices")
class PracticeResource {

    private final Practices practices;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Caller caller;
    private final InstantSource clock;

    PracticeResource(Practices practices, Outbox outbox, ObjectMapper json, Caller caller, InstantSource clock) {
        this.practices = practices;
        this.outbox = outbox;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE_LEAD, Role.OPERATOR})
    @Transactional
    @Operation(
            operationId = "recordPractice",
            summary = "Record a practice",
            description = "The whole of it each time. The same body again changes nothing; a change of what is there"
                    + " needs If-Match. Hours are by the clock of timeZone. Roles: practice_lead of this practice,"
                    + " operator.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PracticeDetails.class),
                            examples = @ExampleObject(name = "A practice", value = PracticeDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded for the first time",
            content = @Content(schema = @Schema(implementation = PracticeView.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PracticeView.class)))
    @APIResponse(responseCode = "404", description = "Not the lead's own practice")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong")
    @APIResponse(responseCode = "428", description = "It would be changed, and If-Match does not say which version")
    public Response put(
            @PathParam("practice") String practiceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PracticeDetails details) {
        var id = Id.of("practiceId", practiceId);
        if (!caller.is(Role.OPERATOR)) {
            caller.mustWorkAt(id);
        }
        details.mustBeOfThisWorld();
        practices.oneAtATime(id);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var known = practices.findByIdOptional(id);
        if (known.isEmpty()) {
            Versions.mustNotBeAsked(ifMatch);
            var practice = new Practice(id, details, now);
            practices.persist(practice);
            return recorded(practice, Response.Status.CREATED);
        }
        var practice = known.get();
        if (practice.says(details)) {
            return answer(practice, Response.Status.OK);
        }
        Versions.mustMatch(ifMatch, practice.version());
        practice.change(details, now);
        return recorded(practice, Response.Status.OK);
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readPractice",
            summary = "Read a practice",
            description = "Roles: clinician, practice_lead and integrator of this practice, operator.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PracticeView.class)))
    @APIResponse(responseCode = "404", description = "No such practice that the caller may see")
    @APIResponse(responseCode = "422", description = "The id is no UUID")
    public Response get(@PathParam("practice") String practiceId) {
        UUID id = Id.of("practiceId", practiceId);
        if (!caller.is(Role.OPERATOR)) {
            caller.mustWorkAt(id);
        }
        var practice = practices
                .findByIdOptional(id)
                .orElseThrow(() -> Problem.notFound("practice", id).refused());
        return answer(practice, Response.Status.OK);
    }

    private Response recorded(Practice practice, Response.Status status) {
        outbox.add(PracticeRecorded.of(practice.view()).at(practice.recordedAt(), json));
        practices.recorded(practice.view().practiceId());
        return answer(practice, status);
    }

    private static Response answer(Practice practice, Response.Status status) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(practice.version()))
                .entity(practice.view())
                .build();
    }
}
