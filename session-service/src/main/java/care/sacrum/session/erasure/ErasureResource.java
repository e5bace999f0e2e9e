package care.sacrum.session.erasure;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.asking.Id;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/practices/{practice}/patients/{patient}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Records", description = "The whole record of a patient: reading it, and erasing it.")
class ErasureResource {

    private final Erasures erasures;
    private final ErasureSettings settings;
    private final Caller caller;
    private final InstantSource clock;

    ErasureResource(Erasures erasures, ErasureSettings settings, Caller caller, InstantSource clock) {
        this.erasures = erasures;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @DELETE
    @RolesAllowed(Role.PRACTICE_LEAD)
    @Operation(
            operationId = "erasePatient",
            summary = "Erase a patient",
            description =
                    "Deletes the record, contact, invitations, prescriptions, reports and notes, unsent events and dead"
                            + " letters of a patient in one transaction, for good, and publishes patient-erased last. The"
                            + " answer says until when Kafka and backups hold what was there. Asked for again, it answers"
                            + " the same. Reports sent later find no patient (404); the id is never used again. Role:"
                            + " practice_lead of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "Erased, now or before",
            content = @Content(schema = @Schema(implementation = ErasureReceipt.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller leads")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public ErasureReceipt erase(@PathParam("practice") String practiceId, @PathParam("patient") String patientId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        caller.mustWorkAt(practice);
        return erasures.erase(practice, patient, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .map(erased -> ErasureReceipt.of(erased, settings))
                .orElseThrow(() -> Problem.notFound("patient", patient).refused());
    }
}
