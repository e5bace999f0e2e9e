package care.sacrum.triage.worklist;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.triage.finding.Deadlines;
import care.sacrum.triage.finding.PracticeDeadlines;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practiceId}/deadlines")
@Tag(name = "Deadlines", description = "By when a clinician must have acknowledged what was raised")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not the caller's practice")
class DeadlineResource {

    private final PracticeDeadlines deadlines;
    private final Caller caller;
    private final InstantSource clock;

    DeadlineResource(PracticeDeadlines deadlines, Caller caller, InstantSource clock) {
        this.deadlines = deadlines;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param emergencyMinutes   by the clock, always: 5 to 60
    /// @param urgentHours        opening hours: 1 to 8
    /// @param soonWorkingDays    days on which the practice is open: 1 to 5
    /// @param routineWorkingDays days on which the practice is open: 2 to 20
    @Schema(description = "Whole numbers, all of them each time.")
    record Wish(
            @NotNull(message = EMERGENCY)
            @Min(value = Deadlines.EMERGENCY_MINUTES_LEAST, message = EMERGENCY)
            @Max(value = Deadlines.EMERGENCY_MINUTES_MOST, message = EMERGENCY)
            Integer emergencyMinutes,

            @NotNull(message = URGENT)
            @Min(value = Deadlines.URGENT_HOURS_LEAST, message = URGENT)
            @Max(value = Deadlines.URGENT_HOURS_MOST, message = URGENT)
            Integer urgentHours,

            @NotNull(message = SOON)
            @Min(value = Deadlines.SOON_WORKING_DAYS_LEAST, message = SOON)
            @Max(value = Deadlines.SOON_WORKING_DAYS_MOST, message = SOON)
            Integer soonWorkingDays,

            @NotNull(message = ROUTINE)
            @Min(value = Deadlines.ROUTINE_WORKING_DAYS_LEAST, message = ROUTINE)
            @Max(value = Deadlines.ROUTINE_WORKING_DAYS_MOST, message = ROUTINE)
            Integer routineWorkingDays) {

        private static final String FROM = "must be a whole number from ";
        private static final String EMERGENCY =
                FROM + Deadlines.EMERGENCY_MINUTES_LEAST + " to " + Deadlines.EMERGENCY_MINUTES_MOST;
        private static final String URGENT = FROM + Deadlines.URGENT_HOURS_LEAST + " to " + Deadlines.URGENT_HOURS_MOST;
        private static final String SOON =
                FROM + Deadlines.SOON_WORKING_DAYS_LEAST + " to " + Deadlines.SOON_WORKING_DAYS_MOST;
        private static final String ROUTINE =
                FROM + Deadlines.ROUTINE_WORKING_DAYS_LEAST + " to " + Deadlines.ROUTINE_WORKING_DAYS_MOST;

        void mustNotTurnLevelsRound() {
            if (soonWorkingDays > routineWorkingDays) {
                throw Problem.unprocessable(
                                "soonWorkingDays",
                                "must not be more than routineWorkingDays, " + routineWorkingDays
                                        + ": what is soon would be due after what is routine. Shorten it, or lengthen"
                                        + " routineWorkingDays")
                        .refused();
            }
        }

        Deadlines after(long version) {
            return new Deadlines(version + 1, emergencyMinutes, urgentHours, soonWorkingDays, routineWorkingDays);
        }
    }

    /// @param version 0 are the defaults
    record View(long version, int emergencyMinutes, int urgentHours, int soonWorkingDays, int routineWorkingDays) {

        static View of(Deadlines deadlines) {
            return new View(
                    deadlines.version(),
                    deadlines.emergencyMinutes(),
                    deadlines.urgentHours(),
                    deadlines.soonWorkingDays(),
                    deadlines.routineWorkingDays());
        }
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readDeadlines",
            summary = "The practice's deadlines",
            description = "Hours and days count while the practice is open, by its own clock and without its holidays;"
                    + " while its hours are not known, hours count by the clock and days from Monday to Friday, and a"
                    + " finding's `dueCounted` says so. The ETag is the version. Roles: clinician, practice_lead,"
                    + " integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As they hold now",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response read(@PathParam("practiceId") UUID practiceId) {
        caller.mustWorkAt(practiceId);
        return answer(deadlines.of(practiceId));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PRACTICE_LEAD)
    @Transactional
    @Operation(
            operationId = "setDeadlines",
            summary = "Set the practice's deadlines",
            description = "For what is raised from then on; a deadline that runs is never put off. Within bounds:"
                    + " emergencyMinutes 5 to 60, urgentHours 1 to 8, soonWorkingDays 1 to 5, routineWorkingDays 2 to 20,"
                    + " and no fewer than soonWorkingDays."
                    + " What holds already changes nothing; any other change needs If-Match with the ETag that was read."
                    + " Role: practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Wish.class),
                            examples = @ExampleObject(name = "stricter", value = """
                                    {"emergencyMinutes": 10, "urgentHours": 2, "soonWorkingDays": 1,
                                     "routineWorkingDays": 5}""")))
    @APIResponse(
            responseCode = "200",
            description = "As they hold now",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(
            responseCode = "422",
            description = "A number is missing, out of bounds or soon longer than routine; errors name each")
    @APIResponse(responseCode = "428", description = "They would be changed, and If-Match does not say which version")
    public Response set(
            @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The ETag that was read, such as \"0\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull(message = "must be an object with the four numbers") @Valid Wish wish) {
        caller.mustWorkAt(practiceId);
        wish.mustNotTurnLevelsRound();
        var present = deadlines.of(practiceId);
        var wished = wish.after(present.version());
        if (wished.saysTheSameAs(present)) {
            return answer(present);
        }
        Versions.mustMatch(ifMatch, present.version());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!deadlines.set(practiceId, wished, caller.subject(), now)) {
            throw Versions.differs("Read the deadlines again, then send your change with their ETag as If-Match.");
        }
        return answer(wished);
    }

    private static Response answer(Deadlines deadlines) {
        return Response.ok(View.of(deadlines))
                .header(HttpHeaders.ETAG, Versions.tag(deadlines.version()))
                .build();
    }
}
