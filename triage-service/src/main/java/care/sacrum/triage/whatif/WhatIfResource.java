package care.sacrum.triage.whatif;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.live.Courses;
import care.sacrum.triage.parameters.PracticeParameters;
import care.sacrum.triage.parameters.Values;
import care.sacrum.triage.parameters.WishedParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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

@Path("/practices/{practiceId}/what-ifs")
@Tag(name = "Parameters")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not found, or of another practice")
class WhatIfResource {

    static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_DAYS = 366;
    private static final int MOST_PATIENTS = 10_000;
    private static final int MOST_KEPT = 50;
    private static final int MOST_A_PAGE = 200;

    private final Runs runs;
    private final Results results;
    private final PracticeParameters practiceParameters;
    private final Courses courses;
    private final Caller caller;
    private final ObjectMapper json;
    private final InstantSource clock;

    WhatIfResource(
            Runs runs,
            Results results,
            PracticeParameters practiceParameters,
            Courses courses,
            Caller caller,
            ObjectMapper json,
            InstantSource clock) {
        this.runs = runs;
        this.results = results;
        this.practiceParameters = practiceParameters;
        this.courses = courses;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /// @param from       the first local day, such as 2026-01-01
    /// @param to         the last local day, at most 366 days with the first, not in the future
    /// @param parameters those to ask about; one that is not named is as it is in force
    record Question(
            @Nullable String from,
            @Nullable String to,

            @Schema(implementation = Values.class) @Nullable JsonNode parameters) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PRACTICE_LEAD)
    @Transactional
    @Operation(
            operationId = "askWhatIf",
            summary = "Ask what other parameters would have done",
            description = "Replays the stored histories of the practice's patients over up to 366 local days, by the"
                    + " parameters in force and by those asked about (one that is not named is as it is in force),"
                    + " and compares what would have been raised. Raises, tells and changes nothing. One at a time for"
                    + " a practice; the result is kept for 30 days from now. Role: practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Question.class),
                            examples =
                                    @ExampleObject(
                                            name = "january-with-three-days",
                                            value =
                                                    "{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\", \"parameters\": {\"persistenceMinSpanDays\": 3}}")))
    @APIResponse(
            responseCode = "202",
            description = "Begun; Location is where it can be followed",
            content = @Content(schema = @Schema(implementation = WhatIfView.class)))
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(
            responseCode = "409",
            description = "Another one of this practice is under way, 50 are kept, or it has over 10,000 patients")
    @APIResponse(responseCode = "422", description = "A day or a parameter is missing or wrong; errors name each")
    public Response ask(
            @PathParam("practiceId") UUID practiceId,
            @NotNull(message = "must be an object with from, to and parameters") Question question) {
        caller.mustWorkAt(practiceId);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var run = run(practiceId, question, now);
        if (run.patients() > MOST_PATIENTS) {
            throw Problem.conflict("The practice has over " + MOST_PATIENTS + " patients, which is more than one replay"
                            + " takes.")
                    .refused();
        }
        if (runs.of(practiceId).size() >= MOST_KEPT) {
            throw Problem.conflict(
                            MOST_KEPT + " of this practice are kept already. Delete one that is of no use any more.")
                    .refused();
        }
        if (!runs.add(run)) {
            throw Problem.conflict("Another one of this practice is under way"
                            + runs.underWay(practiceId)
                                    .map(other -> ", " + other.id())
                                    .orElse("")
                            + ". Wait until it is finished, or delete it.")
                    .refused();
        }
        return Response.accepted(WhatIfView.of(run, results))
                .location(URI.create("/practices/" + practiceId + "/what-ifs/" + run.id()))
                .build();
    }

    private @Nullable JsonNode over(Values inForce, @Nullable JsonNode named) {
        return named instanceof ObjectNode wished
                ? json.<ObjectNode>valueToTree(inForce).setAll(wished)
                : named;
    }

    private Run run(UUID practice, Question question, Instant now) {
        var from = day("from", question.from());
        var to = day("to", question.to());
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Problem.unprocessable(
                            "to", "must be a day from the first one on, at most " + MOST_DAYS + " days with it")
                    .refused();
        }
        // Somewhere it is tomorrow already.
        if (to.isAfter(now.atOffset(ZoneOffset.MAX).toLocalDate())) {
            throw Problem.unprocessable("to", "is not in the future").refused();
        }
        var inForce = practiceParameters.newest(practice);
        var wished = WishedParameters.read(over(inForce.parameters(), question.parameters()), "parameters.");
        return new Run(
                UUID.randomUUID(),
                practice,
                from,
                to,
                wished,
                inForce.parameters().parameters(),
                inForce.version(),
                courses.patientsOf(practice),
                now,
                caller.subject(),
                Run.State.WAITING,
                null);
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            var day = LocalDate.parse(text == null ? "" : text);
            if (OurTime.holds(day)) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // Refused below, as a day of another time is.
        }
        throw Problem.unprocessable(field, OurTime.MUST + ", such as 2026-01-31")
                .refused();
    }

    /// @param whatIfs newest first
    record Listed(List<WhatIfView> whatIfs) {}

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "listWhatIfs",
            summary = "What was asked in the last 30 days, newest first, at most 50",
            description = "Roles: clinician, practice_lead of the practice.")
    @APIResponse(responseCode = "200", description = "Each with its progress and totals")
    public Listed list(@PathParam("practiceId") UUID practiceId) {
        caller.mustWorkAt(practiceId);
        return new Listed(WhatIfView.of(runs.of(practiceId), results));
    }

    @GET
    @Path("/{whatIfId}")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "readWhatIf",
            summary = "Progress, and what was found",
            description = "In total and by rule. Roles: clinician, practice_lead of the practice.")
    @APIResponse(responseCode = "200", description = "As far as it is")
    public WhatIfView read(@PathParam("practiceId") UUID practiceId, @PathParam("whatIfId") UUID whatIfId) {
        return WhatIfView.of(seen(practiceId, whatIfId), results);
    }

    /// @param next cursor of the next page, absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Differences(
            List<DifferenceView> differences, @Nullable String next) {}

    @GET
    @Path("/{whatIfId}/differences")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "listWhatIfDifferences",
            summary = "Every finding gained, lost or moved",
            description = "In the order of patients. Roles: clinician, practice_lead of the practice.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad cursor or limit")
    public Differences differences(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("whatIfId") UUID whatIfId,
            @Parameter(description = "The cursor `next` of the page before") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "Differences a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        var run = seen(practiceId, whatIfId);
        var found = results.differences(run.id(), Cursor.place(after), limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Differences(
                shown.stream().map(Results.Placed::difference).toList(),
                found.size() > limit ? Cursor.of(shown.getLast().place()) : null);
    }

    /// @param next given as `after` it brings the page behind this one, absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Patients(
            List<Results.OfPatient> patients, @Nullable UUID next) {}

    @GET
    @Path("/{whatIfId}/patients")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "listWhatIfPatients",
            summary = "The patients with a difference, and how many of each kind",
            description = "In the order of ids. Roles: clinician, practice_lead of the practice.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad cursor or limit")
    public Patients patients(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("whatIfId") UUID whatIfId,
            @Parameter(description = "The `next` of the page before") @QueryParam("after") @Nullable String after,
            @Parameter(description = "Patients a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        var run = seen(practiceId, whatIfId);
        var found = results.byPatient(run.id(), Cursor.patient(after), limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Patients(shown, found.size() > limit ? shown.getLast().patientId() : null);
    }

    @DELETE
    @Path("/{whatIfId}")
    @RolesAllowed(Role.PRACTICE_LEAD)
    @Transactional
    @Operation(
            operationId = "deleteWhatIf",
            summary = "Cancel what is under way, or forget a result",
            description = "What is waiting or running is cancelled, and what it found so far stays readable; one that"
                    + " has ended is forgotten. Role: practice_lead of the practice.")
    @APIResponse(responseCode = "204", description = "Cancelled or forgotten")
    public void delete(@PathParam("practiceId") UUID practiceId, @PathParam("whatIfId") UUID whatIfId) {
        caller.mustWorkAt(practiceId);
        if (!runs.cancel(practiceId, whatIfId, clock.instant()) && !runs.forget(practiceId, whatIfId)) {
            throw Problem.notFound("what-if", whatIfId).refused();
        }
    }

    private Run seen(UUID practice, UUID id) {
        caller.mustWorkAt(practice);
        return runs.find(practice, id)
                .orElseThrow(() -> Problem.notFound("what-if", id).refused());
    }
}
