package care.sacrum.session.patient;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.clinician.Clinicians;
import care.sacrum.session.practice.Practices;
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
import java.time.ZoneOffset;
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

@Path("/practices/{practice}/patients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
class PatientResource {

    private final Patients patients;
    private final Practices practices;
    private final Clinicians clinicians;
    private final Caller caller;

    PatientResource(Patients patients, Practices practices, Clinicians clinicians, Caller caller) {
        this.patients = patients;
        this.practices = practices;
        this.clinicians = clinicians;
        this.caller = caller;
    }

    @PUT
    @Path("{patient}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "recordPatient",
            summary = "Record a patient",
            description = "The whole record each time; the same body again changes nothing, a change of what is there"
                    + " needs If-Match. The id is a pseudonym; who it is stands in the contact alone. Roles: clinician"
                    + " and practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PatientDetails.class),
                            examples = @ExampleObject(name = "A patient", value = PatientDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded for the first time",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    @APIResponse(responseCode = "409", description = "The subject is bound to another patient of the practice")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong")
    @APIResponse(responseCode = "428", description = "It would be changed, and If-Match does not say which version")
    public Response put(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PatientDetails details) {
        var key = new PatientKey(Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        caller.mustWorkAt(key.practiceId());
        var now = patients.now();
        var said = details.record(now.atOffset(ZoneOffset.UTC).getYear());
        practices.oneAtATime(key.practiceId());
        practices.mustExist(key.practiceId());
        var known = patients.locked(key);
        var record = said.bound(known.flatMap(Patient::subject));
        if (record.subject() != null && patients.boundToAnother(key, record.subject())) {
            throw Problem.conflict(
                            "This subject is bound to another patient of the practice. Change that record first.")
                    .refused();
        }
        mustBeGivenToAnActiveClinician(key, record, known.flatMap(Patient::responsibleClinician));
        if (known.isEmpty()) {
            Versions.mustNotBeAsked(ifMatch);
            patients.mustNotBeErased(key);
            var patient = new Patient(key, record, now);
            patients.persistAndFlush(patient);
            patients.tell(patient);
            return answer(patient, Response.Status.CREATED);
        }
        var patient = known.get();
        if (!patient.says(record)) {
            Versions.mustMatch(ifMatch, patient.version());
            patient.change(record, now);
            patients.tell(patient);
        }
        return answer(patient, Response.Status.OK);
    }

    @DELETE
    @Path("{patient}/subject")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "unbindPatient",
            summary = "End somebody's acting as a patient",
            description =
                    "Whoever is bound to the record reads and reports nothing of it any more; a new invitation binds"
                            + " again. Where nobody is bound, nothing changes. Needs If-Match. Roles: clinician and"
                            + " practice_lead of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    @APIResponse(responseCode = "428", description = "If-Match does not say which version is meant")
    public Response unbind(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var key = new PatientKey(Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        caller.mustWorkAt(key.practiceId());
        var patient = patients.locked(key)
                .orElseThrow(() -> Problem.notFound("patient", key.patientId()).refused());
        if (patient.subject().isPresent()) {
            Versions.mustMatch(ifMatch, patient.version());
            patient.bind(null, patients.now());
            patients.tell(patient);
        }
        return answer(patient, Response.Status.OK);
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listPatients",
            summary = "List a practice's patients",
            description = "By id; of one status or of one responsible clinician only, where asked. limit is 1 to 200,"
                    + " usually 50; after is the next of the page before."
                    + " Roles: clinician, practice_lead and integrator of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    public Page<PatientView> list(
            @PathParam("practice") String practiceId,
            @QueryParam("status") @Nullable String status,
            @QueryParam("clinician") @Nullable String clinicianId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var word = Query.oneOf("status", status, PatientVocabulary.STATUSES);
        var clinician = Query.id("clinician", clinicianId);
        var place = Query.after(after, 1).map(parts -> Id.read(parts.getFirst()).orElseThrow(Query::badCursor));
        int most = Query.limit(limit);
        caller.mustWorkAt(practice);
        return Page.of(
                patients.page(practice, word, clinician, place, most + 1),
                most,
                last -> Query.cursor(last.patientId()));
    }

    @GET
    @Path("{patient}")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readPatient",
            summary = "Read a patient's record",
            description = "Roles: the patient, and clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public Response get(@PathParam("practice") String practiceId, @PathParam("patient") String patientId) {
        var patient = patients.visible(caller, Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        return answer(patient, Response.Status.OK);
    }

    /// Who was given the patient before may have left since; that is no reason to refuse another change.
    private void mustBeGivenToAnActiveClinician(PatientKey key, PatientDetails.Record record, Optional<UUID> present) {
        var clinician = record.responsibleClinician();
        if (clinician != null
                && !present.filter(clinician::equals).isPresent()
                && !clinicians.mayBeGivenPatients(key.practiceId(), clinician)) {
            throw Problem.unprocessable(
                            "responsibleClinician",
                            "is no active clinician of the practice; record the clinician first")
                    .refused();
        }
    }

    private static Response answer(Patient patient, Response.Status status) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(patient.version()))
                .entity(patient.view())
                .build();
    }
}
