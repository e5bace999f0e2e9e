package care.sacrum.triage.parameters;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practiceId}/parameters")
@Tag(name = "Parameters", description = "What a practice sets within bounds, and what other values would have done")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not the caller's practice")
class ParametersResource {

    private static final int MOST_A_PAGE = 200;

    private final PracticeParameters parameters;
    private final ParametersChanged announcement;
    private final Caller caller;
    private final InstantSource clock;

    ParametersResource(
            PracticeParameters parameters, ParametersChanged announcement, Caller caller, InstantSource clock) {
        this.parameters = parameters;
        this.announcement = announcement;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readParameters",
            summary = "The practice's parameters",
            description = "By which the rules evaluate its patients; version 0 are the defaults. The ETag is the"
                    + " version. Roles: clinician, practice_lead, integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As they hold now",
            content = @Content(schema = @Schema(implementation = ParametersVersion.class)))
    public Response read(@PathParam("practiceId") UUID practiceId) {
        caller.mustWorkAt(practiceId);
        return answer(parameters.newest(practiceId));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PRACTICE_LEAD)
    @Transactional
    @Operation(
            operationId = "setParameters",
            summary = "Set the practice's parameters",
            description = "All of them each time: one that is not named is at its default. Every patient of the"
                    + " practice is then evaluated again, within minutes. What they hold already changes nothing; any"
                    + " other change needs If-Match with the ETag that was read. Role: practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Values.class),
                            examples =
                                    @ExampleObject(
                                            name = "speak-up-a-day-earlier",
                                            value = "{\"persistenceMinSpanDays\": 4}")))
    @APIResponse(
            responseCode = "200",
            description = "As they hold now",
            content = @Content(schema = @Schema(implementation = ParametersVersion.class)))
    @APIResponse(responseCode = "400", description = "Not well-formed JSON")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(
            responseCode = "422",
            description =
                    "A parameter is unknown, out of bounds, or resolvedThreshold is not below symptomaticThreshold; errors"
                            + " name each")
    @APIResponse(responseCode = "428", description = "They would be changed, and If-Match does not say which version")
    public Response set(
            @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The ETag that was read, such as \"0\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Nullable JsonNode body) {
        caller.mustWorkAt(practiceId);
        var wished = Values.of(WishedParameters.read(body, ""));
        var present = parameters.newest(practiceId);
        if (present.parameters().equals(wished)) {
            return answer(present);
        }
        Versions.mustMatch(ifMatch, present.version());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var made = present.changedTo(wished, now, caller.subject());
        if (!parameters.add(practiceId, made, now, caller.subject())) {
            throw Versions.differs("Read the parameters again, then send your change with their ETag as If-Match.");
        }
        announcement.write(practiceId, made, now, caller.subject());
        return answer(made);
    }

    /// @param versions newest first, without version 0, which nobody set
    /// @param next     given as `before` it brings the page behind this one, absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ParametersVersion> versions, @Nullable Long next) {}

    @GET
    @Path("/versions")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listParametersVersions",
            summary = "Who set which parameters when",
            description = "Newest first. Roles: clinician, practice_lead, integrator of the practice.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad limit or version")
    public Page versions(
            @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The `next` of the page before") @QueryParam("before") @Nullable String before,
            @Parameter(description = "Versions a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        caller.mustWorkAt(practiceId);
        var found = parameters.before(practiceId, version(before), limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(shown, found.size() > limit ? shown.getLast().version() : null);
    }

    private static long version(@Nullable String before) {
        if (before == null) {
            return Long.MAX_VALUE;
        }
        if (!before.matches("[0-9]{1,18}")) {
            throw Problem.unprocessable("before", "is the `next` of the page before; leave it out for the first page")
                    .refused();
        }
        return Long.parseLong(before);
    }

    private static Response answer(ParametersVersion version) {
        return Response.ok(version)
                .header(HttpHeaders.ETAG, Versions.tag(version.version()))
                .build();
    }
}
