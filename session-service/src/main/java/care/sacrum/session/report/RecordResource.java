package care.sacrum.session.report;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.session.asking.Id;
import care.sacrum.session.patient.Patients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/practices/{practice}/patients/{patient}/record")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Records")
class RecordResource {

    private final WholeRecord records;
    private final Patients patients;
    private final Caller caller;
    private final InstantSource clock;

    RecordResource(WholeRecord records, Patients patients, Caller caller, InstantSource clock) {
        this.records = records;
        this.patients = patients;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "exportRecord",
            summary = "Read a patient's whole record",
            description =
                    "Everything this service keeps of a patient as one document: patient, contact (null where there is"
                            + " none), prescriptions (every version, the oldest first), programmeHolds (when the programme was"
                            + " on hold), signals (what the practice was told: silences and lapses), monitoring (episodes, and"
                            + " minutes of clinicians), excuses (excused days), reports (the latest local day first, corrections"
                            + " among them, with the patient's own words and what was set aside), exportedAt"
                            + " (UTC), and complete, which is false where more than 100000 reports are kept. All of it as"
                            + " of one moment. Roles: the patient, and clinician and practice_lead of the practice.")
    @APIResponse(responseCode = "200", description = "The record")
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public Response export(@PathParam("practice") String practiceId, @PathParam("patient") String patientId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var record = patients.record(caller, practice, patient);
        var exportedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StreamingOutput document = to -> records.write(practice, patient, record, exportedAt, to);
        return Response.ok(document).build();
    }
}
