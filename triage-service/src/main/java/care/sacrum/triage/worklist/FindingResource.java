package care.sacrum.triage.worklist;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.triage.finding.AsRead;
import care.sacrum.triage.finding.Handling;
import care.sacrum.triage.finding.Outcome;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.RaisedFinding.Acknowledgement;
import care.sacrum.triage.finding.RaisedFinding.Changed;
import care.sacrum.triage.finding.RaisedFinding.Closing;
import care.sacrum.triage.finding.RaisedFindings;
import care.sacrum.triage.finding.Snoozing;
import care.sacrum.triage.live.Evaluations;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
@Tag(name = "Findings", description = "The life of a finding: delivered, acknowledged, put off, closed")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not found, or of another practice")
class FindingResource {

    private static final int MOST_A_PAGE = 200;
    private static final String NOTE_NEEDED = "must be given: says why or what was done, 1 to 2000 characters";
    private static final String OUTCOME_NEEDED = "must be one of referred, seen, advised, false_alarm, already_known,"
            + " reported_in_error, patient_not_reached, patient_declined";
    private static final String NOTE_TOO_LONG = "is at most 2000 characters";
    private static final String AS_READ = "The ETag of the finding as it was read, such as \"2\"";

    private static final Pattern VERSIONS = Pattern.compile("\\*|\"[0-9]{1,9}\"(\\s*,\\s*\"[0-9]{1,9}\"){0,20}");

    private final RaisedFindings findings;
    private final Evaluations evaluations;
    private final FindingViews views;
    private final Handling handling;
    private final Caller caller;

    FindingResource(
            RaisedFindings findings, Evaluations evaluations, FindingViews views, Handling handling, Caller caller) {
        this.findings = findings;
        this.evaluations = evaluations;
        this.views = views;
        this.handling = handling;
        this.caller = caller;
    }

    @GET
    @Path("/findings/{findingId}")
    @Transactional
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readFinding",
            summary = "One finding and its life so far",
            description =
                    "The ETag is its version, which an outcome may name as If-Match. Roles: clinician, practice_lead, integrator.")
    @APIResponse(responseCode = "200", description = "The finding")
    public FindingView finding(@PathParam("practiceId") UUID practiceId, @PathParam("findingId") UUID findingId) {
        caller.mustWorkAt(practiceId);
        return findings.of(practiceId, findingId).map(views::of).orElseThrow(() -> unknown(findingId));
    }

    @GET
    @Path("/patients/{patientId}/findings")
    @Transactional
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listFindings",
            summary = "What was ever raised of a patient, newest first, at most 200",
            description = "Roles: clinician, practice_lead, integrator.")
    @APIResponse(responseCode = "200", description = "The findings; none for a patient of whom nothing was raised")
    public List<FindingView> findingsOf(
            @PathParam("practiceId") UUID practiceId, @PathParam("patientId") UUID patientId) {
        caller.mustWorkAt(practiceId);
        var key = new PatientKey(practiceId, patientId);
        if (!evaluations.know(key)) {
            throw Problem.notFound("patient", patientId).refused();
        }
        return views.of(findings.ofPatient(key, MOST_A_PAGE));
    }

    /// @param items longest waiting first
    /// @param next  cursor of the next page, absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AwaitingOutcome(
            List<FindingView> items, @Nullable String next) {}

    @GET
    @Path("/worklist/awaiting-outcome")
    @Transactional
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listAwaitingOutcome",
            summary = "What was acknowledged and is not closed, longest waiting first",
            description = "Somebody has taken these on, so nobody is told of them again; they stay here until somebody"
                    + " says what came of them. Roles: clinician, practice_lead, integrator of this practice.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad cursor or limit")
    public AwaitingOutcome awaitingOutcome(
            @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The cursor `next` of the page before") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "Findings a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        caller.mustWorkAt(practiceId);
        var place = after == null
                ? Since.BEFORE_ALL
                : Since.of(after)
                        .orElseThrow(() -> Problem.unprocessable(
                                        "after",
                                        "must be the cursor `next` of the page before; leave it out for the first page")
                                .refused());
        var found = findings.awaitingOutcome(practiceId, place.at(), place.finding(), limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new AwaitingOutcome(
                views.of(shown),
                found.size() > limit ? Since.of(shown.getLast()).cursor() : null);
    }

    @PUT
    @Path("/findings/{findingId}/delivery")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "confirmDelivery",
            summary = "A screen confirms that it showed the finding",
            description =
                    "The first confirmation counts, and says whose screen it was; any other changes nothing, nor does one of"
                            + " what is closed or withdrawn. It is no acknowledgement: deadlines run on. A finding that became more urgent, or that stands again, has"
                            + " not been shown as it is now. Roles: clinician, practice_lead.")
    @APIResponse(responseCode = "200", description = "Delivered, now or before; or closed or withdrawn, as it was")
    public FindingView deliver(@PathParam("practiceId") UUID practiceId, @PathParam("findingId") UUID findingId) {
        caller.mustWorkAt(practiceId);
        handling.deliver(practiceId, findingId, caller.subject()).orElseThrow(() -> unknown(findingId));
        return finding(practiceId, findingId);
    }

    /// @param note why, or what was done: 1 to 2,000 characters
    record Note(
            @NotBlank(message = NOTE_NEEDED) @Size(max = 2000, message = NOTE_TOO_LONG)
            String note) {}

    @PUT
    @Path("/findings/{findingId}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "acknowledgeFinding",
            summary = "Acknowledge a finding with a note",
            description =
                    "Takes it off the open worklist, ends its escalation, and announces it; it then awaits an outcome."
                            + " With If-Match it is refused where the finding was restated, or else has changed, since"
                            + " that version. The same caller's same note again changes nothing. Roles: clinician, practice_lead.")
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
    @APIResponse(responseCode = "412", description = "If-Match names another version; the problem says what changed")
    @APIResponse(responseCode = "422", description = "The note is missing or too long, or If-Match is no version")
    public FindingView acknowledge(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("findingId") UUID findingId,
            @Parameter(description = AS_READ) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "must be an object with a note") @Valid Note note) {
        caller.mustWorkAt(practiceId);
        Optional<Acknowledgement> came =
                handling.acknowledge(practiceId, findingId, asRead(ifMatch), caller.subject(), note.note());
        return switch (came.orElseThrow(() -> unknown(findingId))) {
            case Acknowledgement.Taken() -> finding(practiceId, findingId);
            case Acknowledgement.Repeated() -> finding(practiceId, findingId);
            case Acknowledgement.AlreadyAcknowledged(Instant at) ->
                throw Problem.conflict("Acknowledged by somebody, or with another note, at " + at
                                + ". Read the finding to see by whom.")
                        .refused();
            case Acknowledgement.ReadBefore(Changed changed) -> throw readBefore(ifMatch, changed);
            case Acknowledgement.AlreadyWithdrawn(Instant at) -> throw withdrawn(at);
        };
    }

    /// @param outcome what came of it, a word of the vocabulary
    /// @param note    what was found or done: 1 to 2,000 characters
    record Result(
            @NotNull(message = OUTCOME_NEEDED)
            @Schema(
                    enumeration = {
                        "referred",
                        "seen",
                        "advised",
                        "false_alarm",
                        "already_known",
                        "reported_in_error",
                        "patient_not_reached",
                        "patient_declined"
                    })
            String outcome,

            @NotBlank(message = NOTE_NEEDED) @Size(max = 2000, message = NOTE_TOO_LONG)
            String note) {}

    @PUT
    @Path("/findings/{findingId}/outcome")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "closeFinding",
            summary = "Say what came of a finding, and close it, or that the patient has to be tried again",
            description =
                    "`referred`, `seen` here, `advised` by telephone or message, `false_alarm`, `already_known` and"
                            + " stable, `reported_in_error`, `patient_not_reached`, `patient_declined`. Whoever closes what nobody"
                            + " acknowledged has thereby acknowledged it. `patient_not_reached` closes no emergency,"
                            + " nothing urgent and no `unread-sign`: the attempt is counted (`attempts`), and the finding is open, on the"
                            + " worklist and due anew, until somebody says another outcome. The same evidence does not raise it again; new evidence"
                            + " does, and after `false_alarm` and `reported_in_error` an urgent one, an emergency or an"
                            + " `unread-sign` told again does too. After `seen`, `advised`, `false_alarm`, `already_known` and `reported_in_error` the"
                            + " patient's advice sends nobody anywhere over that evidence, though after `false_alarm` and"
                            + " `reported_in_error` it does as soon as the patient tells it again; after `referred`,"
                            + " `patient_not_reached` and `patient_declined` it still does, until one of those five"
                            + " follows; after `patient_not_reached` any other may. What else waits of the same family, is no"
                            + " emergency and rests on nothing but what those five have answered is closed with it, in the"
                            + " same words. If-Match with the ETag that was read"
                            + " refuses an outcome said of an older version. Without it, one is refused while the finding"
                            + " rests on evidence that came after it was raised and that nobody has acknowledged. The same caller's same words again"
                            + " change nothing; of an attempt, within five minutes. Roles: clinician, practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Result.class),
                            examples =
                                    @ExampleObject(
                                            name = "sent-on",
                                            value =
                                                    "{\"outcome\": \"referred\", \"note\": \"Seen in the emergency department, scanned\"}")))
    @APIResponse(responseCode = "200", description = "Closed; or open and due anew, its patient not reached")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(
            responseCode = "409",
            description = "Somebody closed it before, for good; or it was withdrawn; or it rests on new evidence that"
                    + " nobody has acknowledged, and If-Match does not say that it was read")
    @APIResponse(responseCode = "412", description = "If-Match names another version; the problem says what changed")
    @APIResponse(
            responseCode = "422",
            description =
                    "The outcome is none of the words, the note is missing or too long, or If-Match is no version")
    public FindingView close(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("findingId") UUID findingId,
            @Parameter(description = AS_READ) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "must be an object with a note and an outcome, which " + OUTCOME_NEEDED) @Valid
                    Result result) {
        caller.mustWorkAt(practiceId);
        var outcome = Word.find(Outcome.class, result.outcome())
                .orElseThrow(
                        () -> Problem.unprocessable("outcome", OUTCOME_NEEDED).refused());
        var came = handling.close(practiceId, findingId, asRead(ifMatch), outcome, caller.subject(), result.note());
        return switch (came.orElseThrow(() -> unknown(findingId))) {
            case Closing.Closed closed -> finding(practiceId, findingId);
            case Closing.TriedInVain tried -> finding(practiceId, findingId);
            case Closing.Repeated repeated -> finding(practiceId, findingId);
            case Closing.AlreadyClosed(Instant at) ->
                throw Problem.conflict("Closed by somebody, or with other words, at " + at
                                + ". Read the finding to see what came of it.")
                        .refused();
            case Closing.ReadBefore(Changed changed) -> throw readBefore(ifMatch, changed);
            case Closing.OnNewEvidence(Changed changed) ->
                throw Problem.conflict("New evidence since it was raised, at " + changed.newEvidenceAt()
                                + ". Read the finding again and acknowledge it, or send the outcome with If-Match: "
                                + Versions.tag(changed.version()) + ".")
                        .refused();
            case Closing.AlreadyWithdrawn(Instant at) -> throw withdrawn(at);
        };
    }

    /// @param minutes from now on: at most 60 for urgent_same_day, 1440 for soon, 10080 for routine
    record Snooze(
            @NotNull(message = "must be a whole number, 1 or more")
            Integer minutes) {}

    @PUT
    @Path("/findings/{findingId}/snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "snoozeFinding",
            summary = "Not see a finding for a while",
            description =
                    "In the caller's own view of the worklist only, until it ends or there is new evidence; the row"
                            + " of a patient is hidden while every open finding is snoozed. Deadlines, escalations and everybody"
                            + " else's view know nothing of it. At most an hour for urgent_same_day, a day for soon, seven days"
                            + " for routine; never for an emergency. Roles: clinician, practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Snooze.class),
                            examples = @ExampleObject(name = "half-an-hour", value = "{\"minutes\": 30}")))
    @APIResponse(responseCode = "200", description = "Snoozed")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(responseCode = "409", description = "It is no longer open")
    @APIResponse(responseCode = "422", description = "It is an emergency, or the time is missing, none or too long")
    public FindingView snooze(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("findingId") UUID findingId,
            @NotNull(message = "must be an object with minutes") @Valid Snooze snooze) {
        caller.mustWorkAt(practiceId);
        var came = handling.snooze(practiceId, findingId, caller.subject(), Duration.ofMinutes(snooze.minutes()));
        return switch (came.orElseThrow(() -> unknown(findingId))) {
            case Snoozing.Snoozed snoozed -> finding(practiceId, findingId);
            case Snoozing.NeverAnEmergency() ->
                throw Problem.unprocessable(
                                "minutes", "is refused: an emergency can not wait. Acknowledge it, or hand it on.")
                        .refused();
            case Snoozing.OutOfBounds(Duration most) ->
                throw Problem.unprocessable(
                                "minutes", "must be a whole number from 1 to " + most.toMinutes() + " at this level")
                        .refused();
            case Snoozing.NotOpen() ->
                throw Problem.conflict("It is acknowledged, closed or withdrawn: there is nothing to put off.")
                        .refused();
        };
    }

    @DELETE
    @Path("/findings/{findingId}/snooze")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "endSnooze",
            summary = "See a finding again",
            description = "Ends the caller's own snooze, if there is one. Roles: clinician, practice_lead.")
    @APIResponse(responseCode = "200", description = "Not snoozed, now or before")
    public FindingView endSnooze(@PathParam("practiceId") UUID practiceId, @PathParam("findingId") UUID findingId) {
        caller.mustWorkAt(practiceId);
        handling.endSnooze(practiceId, findingId, caller.subject()).orElseThrow(() -> unknown(findingId));
        return finding(practiceId, findingId);
    }

    private static Problem.Refused unknown(UUID finding) {
        return Problem.notFound("finding", finding).refused();
    }

    private static AsRead asRead(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return AsRead.NOT_SAID;
        }
        if (!VERSIONS.matcher(ifMatch.strip()).matches()) {
            throw Problem.unprocessable(
                            HttpHeaders.IF_MATCH,
                            "must be the ETag of the finding as it was read, such as \"2\", with its quotation marks")
                    .refused();
        }
        return new AsRead(true, version -> Versions.covers(ifMatch, version));
    }

    private static Problem.Refused readBefore(@Nullable String ifMatch, Changed changed) {
        var what = Stream.of(
                        said("it rests on new evidence", changed.newEvidenceAt()),
                        said("it was acknowledged", changed.acknowledgedAt()),
                        said("the patient was not reached", changed.attemptedAt()),
                        said("it was closed", changed.closedAt()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Versions.differs("The finding is at version " + changed.version() + ", and If-Match names " + ifMatch
                + (what.isEmpty() ? "" : ": " + what)
                + ". Read it, and its trail for each step, then decide again, with If-Match: "
                + Versions.tag(changed.version()) + ".");
    }

    private static Optional<String> said(String what, @Nullable Instant at) {
        return Optional.ofNullable(at).map(then -> what + " (" + then + ")");
    }

    private static Problem.Refused withdrawn(Instant at) {
        return Problem.conflict(
                        "Withdrawn at " + at + ", because the history no longer supported it. Nothing is left to do.")
                .refused();
    }
}
