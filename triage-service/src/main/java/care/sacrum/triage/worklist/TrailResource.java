package care.sacrum.triage.worklist;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.RaisedFindings;
import care.sacrum.triage.finding.Trail;
import care.sacrum.triage.live.Evaluations;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practiceId}")
@Tag(name = "Findings")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not found, or of another practice")
class TrailResource {

    private static final int MOST_A_PAGE = 500;
    private static final String STEPS =
            "`raised`, `raised_again` (more urgent), `restated`, `kept` (an emergency that the"
                    + " history no longer supports), `reopened`, `withdrawn`, `delivered`, `acknowledged`, `escalated`, `snoozed`,"
                    + " `snooze_ended`, `not_reached` (in vain, and open still), `closed`. What clinicians wrote (`note`) is told to staff who treat only. ";

    private final RaisedFindings findings;
    private final Evaluations evaluations;
    private final Trail trail;
    private final Caller caller;

    TrailResource(RaisedFindings findings, Evaluations evaluations, Trail trail, Caller caller) {
        this.findings = findings;
        this.evaluations = evaluations;
        this.trail = trail;
        this.caller = caller;
    }

    /// @param steps in the order in which they were taken
    /// @param next  to ask after for the next page, absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<StepView> steps, @Nullable Long next) {}

    /// @param number  counts up, not by one
    /// @param by      the issuer's id of whoever took the step, absent where the service did
    /// @param urgency of the finding, and dueAt its deadline, as they were after the step
    /// @param times   which escalation, or which attempt in vain, it was
    /// @param until   the end of a snooze
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            long number,
            UUID findingId,
            Instant at,
            String step,
            @Nullable String by,
            String rule,
            String urgency,
            @Nullable Instant dueAt,
            @Nullable Integer times,
            @Nullable String outcome,
            @Nullable Instant until,
            @Nullable String note) {

        static StepView of(Trail.Taken taken, boolean withNote) {
            return new StepView(
                    taken.number(),
                    taken.findingId(),
                    taken.at(),
                    taken.step(),
                    taken.by(),
                    taken.rule(),
                    taken.urgency(),
                    taken.dueAt(),
                    taken.times(),
                    taken.outcome(),
                    taken.until(),
                    withNote ? taken.note() : null);
        }
    }

    @GET
    @Path("/findings/{findingId}/trail")
    @Transactional
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readFindingTrail",
            summary = "Every step of a finding's life, oldest first",
            description = STEPS + "Nothing of it is ever changed. Roles: clinician, practice_lead, integrator.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad number or limit")
    public Page ofFinding(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("findingId") UUID findingId,
            @Parameter(description = "The `next` of the page before, 0 for the first")
                    @QueryParam("after")
                    @DefaultValue("0")
                    String after,
            @Parameter(description = "Steps a page") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST_A_PAGE)
                    int limit) {
        caller.mustWorkAt(practiceId);
        if (findings.of(practiceId, findingId).isEmpty()) {
            throw Problem.notFound("finding", findingId).refused();
        }
        return page(trail.ofFinding(practiceId, findingId, number(after), limit + 1), limit);
    }

    @GET
    @Path("/patients/{patientId}/trail")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readPatientTrail",
            summary = "Every step of the lives of a patient's findings, oldest first",
            description = STEPS + "Nothing of it is ever changed; it goes when the patient is erased. Roles: clinician,"
                    + " practice_lead, integrator.")
    @APIResponse(responseCode = "200", description = "A page; an empty one for a patient of whom nothing was raised")
    @APIResponse(responseCode = "422", description = "A bad number or limit")
    public Page ofPatient(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "The `next` of the page before, 0 for the first")
                    @QueryParam("after")
                    @DefaultValue("0")
                    String after,
            @Parameter(description = "Steps a page") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST_A_PAGE)
                    int limit) {
        caller.mustWorkAt(practiceId);
        var key = new PatientKey(practiceId, patientId);
        if (!evaluations.know(key)) {
            throw Problem.notFound("patient", patientId).refused();
        }
        return page(trail.ofPatient(key, number(after), limit + 1), limit);
    }

    private Page page(List<Trail.Taken> found, int limit) {
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                shown.stream().map(taken -> StepView.of(taken, caller.treats())).toList(),
                found.size() > limit ? shown.getLast().number() : null);
    }

    private static long number(String after) {
        if (!after.matches("[0-9]{1,18}")) {
            throw Problem.unprocessable("after", "is the `next` of the page before, 0 for the first page")
                    .refused();
        }
        return Long.parseLong(after);
    }
}
