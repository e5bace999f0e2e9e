package care.sacrum.triage.worklist;

import care.sacrum.platform.event.Topics;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.inbox.ReadProgress;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.finding.Acknowledgements;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.RaisedFinding.Acknowledgement;
import care.sacrum.triage.finding.RaisedFindings;
import care.sacrum.triage.live.Silences.Silent;
import care.sacrum.triage.rules.Urgency;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

@Path("/practices/{practiceId}")
@Tag(name = "Worklist", description = "Who needs a clinician, and why")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not found, or of another practice")
class WorklistResource {

    private static final int MOST_A_PAGE = 200;

    private final Worklist worklist;
    private final RaisedFindings findings;
    private final Acknowledgements acknowledgements;
    private final ReadProgress progress;
    private final Caller caller;

    WorklistResource(
            Worklist worklist,
            RaisedFindings findings,
            Acknowledgements acknowledgements,
            ReadProgress progress,
            Caller caller) {
        this.worklist = worklist;
        this.findings = findings;
        this.acknowledgements = acknowledgements;
        this.progress = progress;
        this.caller = caller;
    }

    void followTheSource(@Observes StartupEvent started) {
        progress.follow(Topics.SESSION);
    }

    /// @param items            most urgent first, then longest open
    /// @param next             cursor of the next page, absent on the last
    /// @param evaluatedThrough every report published up to then is evaluated; absent while that is not known
    /// @param waiting          reports published and not yet evaluated
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<Item> items,
            @Nullable String next,
            @Nullable Instant evaluatedThrough,
            @Nullable Long waiting) {}

    /// @param urgency   of the most urgent open finding; absent for who is here for having gone quiet alone
    /// @param reason    why the patient stands here, in one line: the most urgent open finding, or a silence
    /// @param since     when that was raised
    /// @param programme `hold`, `ease` or `continue`
    /// @param unreadNotes reports of this patient with a note that no clinician has read: a mark, never advice
    /// @param silence   that the patient has gone quiet: a signal beside findings, never a finding
    /// @param missing   what was not asked or answered within seven days: not asked never reassures
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID patientId,
            @Nullable String urgency,
            String reason,
            Instant since,
            String programme,
            List<String> missing,
            @Nullable Instant lastReportAt,
            int unreadNotes,
            @Nullable Silent silence,
            List<FindingView> findings) {}

    @GET
    @Path("/worklist")
    @Transactional
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readWorklist",
            summary = "The practice's worklist, most urgent first",
            description =
                    "Patients with open findings, and patients who have gone quiet: behind every finding, or right"
                            + " behind what is urgent where there was a red flag. Roles: clinician, practice_lead, integrator of this practice.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad cursor or limit")
    public Page worklist(
            @NotNull @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The cursor `next` of the page before") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "Patients a page, 1 to 200") @QueryParam("limit") @DefaultValue("50") int limit) {
        caller.mustWorkAt(practiceId);
        if (limit < 1 || limit > MOST_A_PAGE) {
            throw Problem.unprocessable("limit", "is a whole number from 1 to " + MOST_A_PAGE)
                    .refused();
        }
        var place = after == null
                ? Worklist.Place.BEFORE_ALL
                : Worklist.Place.of(after)
                        .orElseThrow(() -> Problem.unprocessable(
                                        "after",
                                        "is the cursor `next` of the page before; leave it out for the first page")
                                .refused());
        var rows = worklist.page(practiceId, place, limit + 1);
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var open = findings.open(shown.stream().map(Worklist.Row::key).toList());
        var items = shown.stream()
                .map(row -> item(
                        row,
                        open.getOrDefault(row.key(), List.of()).stream()
                                .map(FindingView::of)
                                .sorted(Comparator.comparingInt(view -> rank(view.urgency())))
                                .toList()))
                .toList();
        var taken = progress.of(Topics.SESSION);
        return new Page(
                items,
                rows.size() > limit ? shown.getLast().place().cursor() : null,
                taken.map(ReadProgress.Taken::through).orElse(null),
                taken.map(ReadProgress.Taken::waiting).orElse(null));
    }

    private static Item item(Worklist.Row row, List<FindingView> open) {
        var urgency = row.urgency();
        return new Item(
                row.key().patient(),
                urgency == null ? null : urgency.word(),
                row.silent()
                        .filter(_ -> row.forItsSilence())
                        .map(Silent::says)
                        .orElseGet(() -> open.isEmpty() ? "" : open.getFirst().headline()),
                row.since(),
                row.programme(),
                row.missing(),
                row.lastReportAt(),
                row.unreadNotes(),
                row.silent().orElse(null),
                open);
    }

    private static int rank(String urgency) {
        return Word.find(Urgency.class, urgency).map(Enum::ordinal).orElse(Integer.MAX_VALUE);
    }

    @GET
    @Path("/findings/{findingId}")
    @Transactional
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readFinding",
            summary = "One finding and its life so far",
            description = "Roles: clinician, practice_lead, integrator.")
    @APIResponse(responseCode = "200", description = "The finding")
    public FindingView finding(@PathParam("practiceId") UUID practiceId, @PathParam("findingId") UUID findingId) {
        caller.mustWorkAt(practiceId);
        return findings.of(practiceId, findingId)
                .map(FindingView::of)
                .orElseThrow(() -> Problem.notFound("finding", findingId).refused());
    }

    @GET
    @Path("/patients/{patientId}/findings")
    @Transactional
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listFindings",
            summary = "What was ever raised of a patient, newest first, at most 200",
            description = "Roles: clinician, practice_lead, integrator.")
    @APIResponse(responseCode = "200", description = "The findings; none for a patient nobody reported of")
    public List<FindingView> findingsOf(
            @PathParam("practiceId") UUID practiceId, @PathParam("patientId") UUID patientId) {
        caller.mustWorkAt(practiceId);
        return findings.ofPatient(new PatientKey(practiceId, patientId), MOST_A_PAGE).stream()
                .map(FindingView::of)
                .toList();
    }

    /// @param note why, or what was done: 1 to 2,000 characters
    record Note(
            @NotBlank(message = "says why or what was done, 1 to 2000 characters")
            @Size(max = 2000, message = "is at most 2000 characters")
            String note) {}

    @PUT
    @Path("/findings/{findingId}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "acknowledgeFinding",
            summary = "Acknowledge a finding with a note",
            description = "Takes it off the open worklist and announces it. The same caller's same note again changes"
                    + " nothing. Roles: clinician, practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Note.class),
                            examples =
                                    @ExampleObject(
                                            name = "called",
                                            value = "{\"note\": \"Called: on the way to the emergency department\"}")))
    @APIResponse(responseCode = "200", description = "Acknowledged")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(responseCode = "409", description = "Somebody acknowledged it before, or it was withdrawn")
    @APIResponse(responseCode = "422", description = "The note is missing or too long")
    public FindingView acknowledge(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("findingId") UUID findingId,
            @NotNull(message = "is an object with a note") @Valid Note note) {
        caller.mustWorkAt(practiceId);
        Optional<Acknowledgement> outcome =
                acknowledgements.acknowledge(practiceId, findingId, caller.subject(), note.note());
        return switch (outcome.orElseThrow(
                () -> Problem.notFound("finding", findingId).refused())) {
            case Acknowledgement.Taken() -> finding(practiceId, findingId);
            case Acknowledgement.Repeated() -> finding(practiceId, findingId);
            case Acknowledgement.AlreadyAcknowledged(Instant at) ->
                throw Problem.conflict("Acknowledged by somebody, or with another note, at " + at
                                + ". Read the finding to see by whom.")
                        .refused();
            case Acknowledgement.AlreadyWithdrawn(Instant at) ->
                throw Problem.conflict("Withdrawn at " + at
                                + ", because the history no longer supported it. Nothing is left to do.")
                        .refused();
        };
    }
}
