package care.sacrum.session.prescription;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.asking.Versions;
import care.sacrum.session.content.ContentCopy;
import care.sacrum.session.patient.Patients;
import care.sacrum.session.practice.Practices;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/patients/{patient}/prescriptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Prescriptions")
class PrescriptionResource {

    private final Prescriptions prescriptions;
    private final Patients patients;
    private final Practices practices;
    private final ContentCopy content;
    private final Caller caller;
    private final InstantSource clock;

    PrescriptionResource(
            Prescriptions prescriptions,
            Patients patients,
            Practices practices,
            ContentCopy content,
            Caller caller,
            InstantSource clock) {
        this.prescriptions = prescriptions;
        this.patients = patients;
        this.practices = practices;
        this.content = content;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("{prescription}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            summary = "Prescribe a programme",
            description =
                    "The whole of it each time; the same body again changes nothing. While no programme at all has come"
                            + " from content-service yet, any is taken. Roles: clinician and practice_lead of the practice.")
    @APIResponse(
            responseCode = "201",
            description = "Prescribed",
            content = @Content(schema = @Schema(implementation = PrescriptionView.class)))
    @APIResponse(responseCode = "200", description = "As it stands now")
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "The id stands for another patient's prescription")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong, or there is no such programme")
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
        patients.mustBeVisibleTo(caller, practice, patient);
        details.mustEndAfterItsStart();
        practices.oneAtATime(practice);
        var known = prescriptions.findByIdOptional(key);
        if (known.isPresent() && !known.get().isOf(patient)) {
            throw Problem.differs("prescription", key.prescriptionId()).refused();
        }
        if (known.filter(same -> same.details().equals(details)).isEmpty()) {
            known.ifPresentOrElse(
                    present -> Versions.mustMatch(ifMatch, present.version()), () -> Versions.mustNotBeAsked(ifMatch));
            mustBeKnown(details);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (known.isEmpty()) {
            var prescription = new Prescription(key, patient, details, now);
            prescriptions.persist(prescription);
            return answer(prescription, Response.Status.CREATED);
        }
        known.get().change(details, now);
        return answer(known.get(), Response.Status.OK);
    }

    @GET
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            summary = "List a patient's prescriptions",
            description = "The latest start first, the latest 200. Roles: the patient, and clinician, practice_lead and"
                    + " integrator of the practice.")
    @APIResponse(responseCode = "200", description = "items")
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    public Page<PrescriptionView> list(
            @PathParam("practice") String practiceId, @PathParam("patient") String patientId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        patients.mustBeVisibleTo(caller, practice, patient);
        return new Page<>(prescriptions.of(practice, patient, Query.LARGEST_PAGE_ITEMS), Optional.empty());
    }

    private void mustBeKnown(PrescriptionDetails details) {
        if (!content.mayPrescribe(details.programme(), Optional.ofNullable(details.programmeVersion()))) {
            throw Problem.unprocessable(
                            "programme",
                            "is no programme that is published, or not in that version; one published just now may take a"
                                    + " few seconds to arrive here")
                    .refused();
        }
    }

    private static Response answer(Prescription prescription, Response.Status status) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(prescription.version()))
                .entity(prescription.view())
                .build();
    }
}
