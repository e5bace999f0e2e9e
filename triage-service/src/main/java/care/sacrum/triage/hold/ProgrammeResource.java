package care.sacrum.triage.hold;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.hold.ProgrammeHold.Releasing;
import care.sacrum.triage.live.Evaluations;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
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
@Tag(name = "Programme", description = "Whose programme is on hold, why, and its release")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not found, or not the caller's to see")
class ProgrammeResource {

    private static final int MOST_A_PAGE = 200;

    private final ProgrammeHolds holds;
    private final Holding holding;
    private final Evaluations evaluations;
    private final Caller caller;

    ProgrammeResource(ProgrammeHolds holds, Holding holding, Evaluations evaluations, Caller caller) {
        this.holds = holds;
        this.holding = holding;
        this.evaluations = evaluations;
        this.caller = caller;
    }

    @GET
    @Path("/patients/{patientId}/programme")
    @Transactional
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readProgramme",
            summary = "Whether a patient's programme is on hold, since when and why",
            description =
                    "A hold begins by itself and lasts until a clinician releases it, whatever the rules say meanwhile."
                            + " Why it was released, and by whom, is told to clinician and practice_lead only. Instants are UTC."
                            + " Roles: patient (own), clinician, practice_lead, integrator of the practice.")
    @APIResponse(responseCode = "200", description = "The state, and what holds it")
    public ProgrammeView programme(
            @NotNull @PathParam("practiceId") UUID practiceId, @PathParam("patientId") UUID patientId) {
        var key = new PatientKey(practiceId, patientId);
        var subject = evaluations
                .subjectOf(key)
                .orElseThrow(() -> Problem.notFound("patient", patientId).refused());
        caller.maySeePatient(practiceId, patientId, subject);
        return view(key);
    }

    /// @param items the newest first
    @Schema(name = "PastHolds")
    record Past(List<ProgrammeView.Past> items) {}

    @GET
    @Path("/patients/{patientId}/programme/holds")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "listHoldsOfPatient",
            summary = "Every hold of a patient's programme, and who released it why",
            description = "The newest first, 200 at most. Instants are UTC. Roles: clinician, practice_lead of the"
                    + " practice.")
    @APIResponse(responseCode = "200", description = "All holds that there are and were")
    public Past past(@NotNull @PathParam("practiceId") UUID practiceId, @PathParam("patientId") UUID patientId) {
        caller.mustWorkAt(practiceId);
        var key = new PatientKey(practiceId, patientId);
        if (evaluations.subjectOf(key).isEmpty()) {
            throw Problem.notFound("patient", patientId).refused();
        }
        return new Past(holds.of(key).reversed().stream()
                .limit(MOST_A_PAGE)
                .map(ProgrammeView.Past::of)
                .toList());
    }

    /// @param items the longest on hold first
    /// @param next  cursor of the next page, absent on the last
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "ProgrammeHoldsPage")
    record Page(List<Item> items, Optional<String> next) {}

    @Schema(name = "PatientOnHold")
    record Item(UUID patientId, ProgrammeView.Hold hold) {}

    @GET
    @Path("/programme-holds")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listProgrammeHolds",
            summary = "The patients whose programme is on hold, the longest first",
            description = "Roles: clinician, practice_lead, integrator of this practice.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad cursor or limit")
    public Page open(
            @NotNull @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The cursor `next` of the page before") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "Patients a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        caller.mustWorkAt(practiceId);
        var found = holds.open(practiceId, after == null ? ProgrammeHolds.Place.BEFORE_ALL : place(after), limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                shown.stream()
                        .map(hold -> new Item(hold.key().patient(), ProgrammeView.Hold.of(hold)))
                        .toList(),
                found.size() > limit ? Optional.of(cursor(shown.getLast())) : Optional.empty());
    }

    /// @param version of the hold as it was read: what came to light since must be read first
    /// @param reason  why the programme may go on, 1 to 2,000 characters
    @Schema(name = "Release")
    record ReleaseBody(
            @NotNull(message = "is the version of the hold that was read")
            @Positive(message = "is the version of the hold that was read")
            @Nullable
            Integer version,

            @NotBlank(message = "says why the programme may go on, 1 to 2000 characters")
            @Size(max = 2000, message = "is at most 2000 characters")
            String reason) {}

    @PUT
    @Path("/patients/{patientId}/programme/holds/{holdId}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "releaseProgramme",
            summary = "Release a programme from its hold, with a reason",
            description =
                    "Names the hold and the version of it that was read, so that nobody releases what came to light"
                            + " since, and is refused while an emergency or anything urgent of the patient waits to be"
                            + " acknowledged, or while the patient still reads to be seen at once or today."
                            + " What it rested on holds nothing again; new evidence does, and what is raised again. The patient's"
                            + " advice then says that the exercises may go on, and not to stop. The reason is"
                            + " kept and told to no other service. The same caller's same reason again changes nothing. Roles: clinician,"
                            + " practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "seen",
                                            value =
                                                    "{\"version\": 1, \"reason\": \"Seen today: strength and feeling are normal\"}")))
    @APIResponse(responseCode = "200", description = "Released, now or before")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(
            responseCode = "409",
            description = "It is not on hold any more; or more came to light since that version; or an urgent finding"
                    + " or an emergency, which the problem names, waits to be acknowledged, or still sends the patient"
                    + " on; the problem says what to do first")
    @APIResponse(responseCode = "422", description = "The reason or the version is missing or wrong")
    public ProgrammeView release(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("patientId") UUID patientId,
            @PathParam("holdId") UUID holdId,
            @NotNull(message = "must be an object with version and reason") @Valid ReleaseBody body) {
        caller.mustWorkAt(practiceId);
        var key = new PatientKey(practiceId, patientId);
        int version = body.version() == null ? 0 : body.version();
        return switch (holding.release(key, holdId, version, caller.subject(), body.reason())) {
            case Releasing.Released(ProgrammeHold hold) -> view(hold.key());
            case Releasing.Repeated(ProgrammeHold hold) -> view(hold.key());
            case Releasing.AlreadyReleased(Instant at) ->
                throw Problem.conflict("Somebody released this hold, or for another reason, at " + at
                                + ". Read the programme to see whether another one holds it.")
                        .refused();
            case Releasing.MoreCameToLight(int present) ->
                throw Problem.conflict("More came to light: the hold is at version " + present
                                + ". Read the programme and its findings, then decide again.")
                        .refused();
            case Releasing.RedFlagOpen(UUID finding) ->
                throw Problem.conflict("The finding " + finding + " is urgent or an emergency, and waits to be"
                                + " acknowledged. Read and acknowledge it first, then release the programme.")
                        .refused();
            case Releasing.StillToldToGo(String rule) ->
                throw Problem.conflict(
                                "The patient still reads to be seen at once or today, by " + rule
                                        + ". Say first what came of it, with an outcome after which the patient need go nowhere:"
                                        + " seen, advised, already_known, false_alarm or reported_in_error. Then release the programme.")
                        .refused();
            case Releasing.NoSuchHold() ->
                throw Problem.notFound("hold", holdId).refused();
        };
    }

    private ProgrammeView view(PatientKey key) {
        var state = holds.state(key)
                .orElseThrow(() -> Problem.notFound("patient", key.patient()).refused());
        return ProgrammeView.of(state, holds.of(key), caller.treats());
    }

    private static String cursor(ProgrammeHold last) {
        var text = last.since().getEpochSecond() + "|" + last.since().getNano() + "|" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ProgrammeHolds.Place place(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            return new ProgrammeHolds.Place(
                    OurTime.instant(Long.parseLong(parts[0]), Long.parseLong(parts[1]))
                            .truncatedTo(ChronoUnit.MICROS),
                    UUID.fromString(parts[2]));
        } catch (RuntimeException notOurs) {
            throw Problem.unprocessable(
                            "after", "must be the cursor `next` of the page before; leave it out for the first page")
                    .refused();
        }
    }
}
