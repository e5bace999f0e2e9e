package care.sacrum.session.prescription;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.content.ContentCopy;
import care.sacrum.session.content.ContentCopy.Programme;
import care.sacrum.session.patient.Patients;
import care.sacrum.session.practice.Practices;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/patients/{patient}/prescriptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Prescriptions")
class PrescriptionResource {

    private final Prescriptions prescriptions;
    private final PrescriptionHistory history;
    private final Patients patients;
    private final Practices practices;
    private final ContentCopy content;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Caller caller;
    private final InstantSource clock;

    PrescriptionResource(
            Prescriptions prescriptions,
            PrescriptionHistory history,
            Patients patients,
            Practices practices,
            ContentCopy content,
            Outbox outbox,
            ObjectMapper json,
            Caller caller,
            InstantSource clock) {
        this.prescriptions = prescriptions;
        this.history = history;
        this.patients = patients;
        this.practices = practices;
        this.content = content;
        this.outbox = outbox;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("{prescription}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "prescribe",
            summary = "Prescribe a programme",
            description =
                    "The whole of it each time, but for its pauses, which stay. The same body again changes nothing;"
                            + " a change of what is there needs If-Match. Days are of the patient's own calendar. Times, days and"
                            + " dosage may be less than what the programme was published with, and never more. While no programme"
                            + " at all has come from content-service yet, any is taken. Roles: clinician and practice_lead of the"
                            + " practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PrescriptionDetails.class),
                            examples = @ExampleObject(name = "A programme", value = PrescriptionDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Prescribed",
            content = @Content(schema = @Schema(implementation = PrescriptionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PrescriptionView.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "The id stands for another patient's prescription")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong, or more than the programme allows")
    @APIResponse(responseCode = "428", description = "It would be changed, and If-Match does not say which version")
    public Response put(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("prescription") String prescriptionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PrescriptionDetails details) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var key = new PrescriptionKey(practice, Id.of("prescriptionId", prescriptionId));
        caller.mustWorkAt(practice);
        details.mustHoldTogether(
                content.programme(practice, details.programme(), Optional.ofNullable(details.programmeVersion())));
        lock(practice, patient);
        var known = prescriptions.findByIdOptional(key);
        if (known.isPresent() && !known.get().isOf(patient)) {
            throw Problem.differs(
                            "prescription",
                            key.prescriptionId(),
                            "a prescription is changed at the patient whose it is.")
                    .refused();
        }
        // A version that was prescribed before stays, where none is named.
        var named = Optional.ofNullable(details.programmeVersion())
                .or(() -> known.flatMap(present -> present.versionOf(details.programme())));
        var programme = content.programme(practice, details.programme(), named);
        var pinned =
                details.pinned(named.or(() -> programme.map(Programme::version)).orElse(null));
        if (known.isPresent() && known.get().says(pinned)) {
            return answer(known.get(), Response.Status.OK);
        }
        known.ifPresentOrElse(
                present -> Versions.mustMatch(ifMatch, present.version()), () -> Versions.mustNotBeAsked(ifMatch));
        mustBePublished(practice, details, programme);
        // Whoever has it keeps it, and its dosage may still be changed.
        boolean hasIt = known.flatMap(present -> present.versionOf(details.programme()))
                .filter(version -> Optional.of(version).equals(named))
                .isPresent();
        if (!hasIt && content.isRetired(practice, details.programme(), named)) {
            throw Problem.unprocessable(
                            "programme",
                            "is retired, in this version at least: prescribe another, see GET /programmes of"
                                    + " content-service. Prescriptions of it that are there stay as they are")
                    .refused();
        }
        if (known.isEmpty()) {
            var prescription = new Prescription(key, patient, pinned, now());
            prescriptions.persist(prescription);
            return recorded(prescription, Response.Status.CREATED);
        }
        known.get().change(pinned, now());
        return recorded(known.get(), Response.Status.OK);
    }

    @PUT
    @Path("{prescription}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "pausePrescription",
            summary = "Pause a prescription",
            description = "From that day on, of the patient's own calendar, nothing is expected, until it is resumed. A"
                    + " pause that still lasts may be given another first day. Needs If-Match where it changes anything."
                    + " Roles: clinician and practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PauseDetails.class),
                            examples = @ExampleObject(name = "From a day on", value = PauseDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PrescriptionView.class)))
    @APIResponse(responseCode = "404", description = "No such prescription of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "It was paused 50 times already")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "The day lies outside the prescription or in an earlier pause")
    @APIResponse(responseCode = "428", description = "If-Match does not say which version is meant")
    public Response pause(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("prescription") String prescriptionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PauseDetails details) {
        details.mustBeOfOurTime();
        var prescription = locked(practiceId, patientId, prescriptionId);
        var from = details.from() == null ? today(practiceId, patientId) : details.from();
        return answer(prescription, prescription.pausing(from), "from", ifMatch, () -> prescription.pause(from, now()));
    }

    @DELETE
    @Path("{prescription}/pause")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "resumePrescription",
            summary = "Resume a prescription",
            description = "on is the first day, of the patient's own calendar, on which something is expected again;"
                    + " usually today. A pause that ends on the day it began was none. Needs If-Match where it changes"
                    + " anything. Roles: clinician and practice_lead of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PrescriptionView.class)))
    @APIResponse(responseCode = "404", description = "No such prescription of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "It is not paused")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "The day lies before the pause, or on is no day")
    @APIResponse(responseCode = "428", description = "If-Match does not say which version is meant")
    public Response resume(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("prescription") String prescriptionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("on") @Nullable String on) {
        var asked = Query.day("on", on);
        var prescription = locked(practiceId, patientId, prescriptionId);
        var day = asked.orElseGet(() -> today(practiceId, patientId));
        return answer(prescription, prescription.resuming(day), "on", ifMatch, () -> prescription.resume(day, now()));
    }

    @GET
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listPrescriptions",
            summary = "List a patient's prescriptions",
            description = "The latest start first. limit is 1 to 200, usually 50; after is the next of the page before."
                    + " Roles: the patient, and clinician, practice_lead and integrator of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    public Page<PrescriptionView> list(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var place = Query.after(after, 2).map(PrescriptionResource::place);
        int most = Query.limit(limit);
        patients.mustBeVisibleTo(caller, practice, patient);
        var hold = patients.programme(practice, patient);
        return Page.of(
                prescriptions.page(practice, patient, place, most + 1).stream()
                        .map(view -> view.with(hold))
                        .toList(),
                most,
                last -> Query.cursor(last.startDate(), last.prescriptionId()));
    }

    @GET
    @Path("{prescription}")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readPrescription",
            summary = "Read a prescription",
            description = "Roles: the patient, and clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PrescriptionView.class)))
    @APIResponse(responseCode = "404", description = "No such prescription of a patient whom the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public Response get(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("prescription") String prescriptionId) {
        return answer(seen(practiceId, patientId, prescriptionId), Response.Status.OK);
    }

    @GET
    @Path("{prescription}/versions")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listPrescriptionVersions",
            summary = "List what a prescription said, and from when",
            description =
                    "The latest version first. recordedBy is told to staff only. limit is 1 to 200, usually 50; after"
                            + " is the next of the page before. Roles: the patient, and clinician, practice_lead and integrator"
                            + " of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such prescription of a patient whom the caller may see")
    public Page<PrescriptionVersion> versions(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("prescription") String prescriptionId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        long before =
                Query.after(after, 1).map(parts -> versionOf(parts.getFirst())).orElse(Long.MAX_VALUE);
        int most = Query.limit(limit);
        var view = seen(practiceId, patientId, prescriptionId).view();
        var practice = Id.of("practiceId", practiceId);
        boolean staff = caller.worksAt(practice);
        var found = history.page(practice, view.patientId(), view.prescriptionId(), before, most + 1).stream()
                .map(version -> staff ? version : version.withoutItsAuthor())
                .toList();
        return Page.of(found, most, last -> Query.cursor(last.version()));
    }

    private void mustBePublished(UUID practice, PrescriptionDetails details, Optional<Programme> programme) {
        if (!content.isPublished(practice, details.programme(), Optional.empty())) {
            throw Problem.unprocessable(
                            "programme",
                            "is no programme that is published; one published just now may take a few seconds to arrive"
                                    + " here")
                    .refused();
        }
        if (!content.isPublished(practice, details.programme(), Optional.ofNullable(details.programmeVersion()))) {
            throw Problem.unprocessable(
                            "programmeVersion",
                            "is no version of this programme that is published: leave it out for the latest; one published"
                                    + " just now may take a few seconds to arrive here")
                    .refused();
        }
        var beyond =
                programme.map(published -> Dosage.beyond(published, details)).orElse(List.of());
        if (!beyond.isEmpty()) {
            throw Problem.unprocessable(beyond).refused();
        }
    }

    /// One change of a practice follows the other; and the patient's row is locked for the event.
    private void lock(UUID practice, UUID patient) {
        caller.mustWorkAt(practice);
        patients.mustBeVisibleTo(caller, practice, patient);
        practices.oneAtATime(practice);
        patients.lock(practice, patient);
    }

    private Prescription locked(String practiceId, String patientId, String prescriptionId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var id = Id.of("prescriptionId", prescriptionId);
        lock(practice, patient);
        return found(practice, patient, id);
    }

    private Prescription seen(String practiceId, String patientId, String prescriptionId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var id = Id.of("prescriptionId", prescriptionId);
        patients.mustBeVisibleTo(caller, practice, patient);
        return found(practice, patient, id);
    }

    private Prescription found(UUID practice, UUID patient, UUID id) {
        return prescriptions
                .find(practice, patient, id)
                .orElseThrow(() -> Problem.notFound("prescription", id).refused());
    }

    private LocalDate today(String practiceId, String patientId) {
        var zone = patients.homeZone(Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        return clock.instant().atZone(zone).toLocalDate();
    }

    private Response answer(
            Prescription prescription,
            Prescription.Pausing outcome,
            String field,
            @Nullable String ifMatch,
            Runnable act) {
        return switch (outcome) {
            case AS_BEFORE -> answer(prescription, Response.Status.OK);
            case OUT_OF_ORDER ->
                throw Problem.unprocessable(
                                field,
                                "must be a day of the prescription, and none before the pause or in an earlier pause")
                        .refused();
            case NOT_PAUSED ->
                throw Problem.conflict("It is not paused. Read it to see its pauses.")
                        .refused();
            case TOO_MANY ->
                throw Problem.conflict("It was paused " + Prescription.MOST_PAUSES
                                + " times already. End it, and prescribe anew.")
                        .refused();
            case CHANGED -> {
                Versions.mustMatch(ifMatch, prescription.version());
                act.run();
                yield recorded(prescription, Response.Status.OK);
            }
        };
    }

    private Response recorded(Prescription prescription, Response.Status status) {
        var view = prescription.view();
        history.keep(prescription.practiceId(), view, prescription.recordedAt(), caller.subject());
        outbox.add(PrescriptionRecorded.of(prescription.practiceId(), view).at(prescription.recordedAt(), json));
        patients.planned(prescription.practiceId(), view.patientId());
        return answer(prescription, status);
    }

    private Response answer(Prescription prescription, Response.Status status) {
        var view = prescription.view();
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(prescription.version()))
                .entity(view.with(patients.programme(prescription.practiceId(), view.patientId())))
                .build();
    }

    private static Prescriptions.Place place(List<String> parts) {
        return new Prescriptions.Place(
                Query.dayOfCursor(parts.getFirst()), Id.read(parts.getLast()).orElseThrow(Query::badCursor));
    }

    private static long versionOf(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAVersion) {
            throw Query.badCursor();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
