package care.sacrum.session.patient;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.asking.Versions;
import care.sacrum.session.practice.Practices;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Caller caller;
    private final InstantSource clock;

    PatientResource(
            Patients patients,
            Practices practices,
            Outbox outbox,
            ObjectMapper json,
            Caller caller,
            InstantSource clock) {
        this.patients = patients;
        this.practices = practices;
        this.outbox = outbox;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("{patient}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            summary = "Record a patient",
            description = "The whole record each time; the same body again changes nothing. The id is a pseudonym."
                    + " Roles: clinician and practice_lead of the practice.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded for the first time",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponse(responseCode = "200", description = "As it stands now")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    @APIResponse(responseCode = "409", description = "The subject is bound to another patient of the practice")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong")
    public Response put(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PatientDetails details) {
        var key = new PatientKey(Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        caller.mustWorkAt(key.practiceId());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var record = details.record(now.atOffset(ZoneOffset.UTC).getYear());
        practices.oneAtATime(key.practiceId());
        if (!practices.exists(key.practiceId())) {
            throw Problem.notFound("practice", key.practiceId()).refused();
        }
        var known = patients.locked(key);
        Versions.mustMatch(ifMatch, known.map(Patient::version).orElse(0L));
        if (record.subject() != null && patients.boundToAnother(key, record.subject())) {
            throw Problem.conflict(
                            "This subject is bound to another patient of the practice. Change that record first.")
                    .refused();
        }
        if (known.isEmpty()) {
            var patient = new Patient(key, record, now);
            patients.persistAndFlush(patient);
            return recorded(patient, Response.Status.CREATED, true);
        }
        return recorded(known.get(), Response.Status.OK, known.get().change(record, now));
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            summary = "List a practice's patients",
            description = "By id. limit is 1 to 200, usually 50; after is the next of the page before."
                    + " Roles: clinician, practice_lead and integrator of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be read")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    public Page<PatientView> list(
            @PathParam("practice") String practiceId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var place = Query.after(after, 1).map(parts -> Id.read(parts.getFirst()).orElseThrow(Query::badCursor));
        int most = Query.limit(limit);
        caller.mustWorkAt(practice);
        return Page.of(patients.page(practice, place, most + 1), most, last -> Query.cursor(last.patientId()));
    }

    @GET
    @Path("{patient}")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            summary = "Read a patient's record",
            description = "Roles: the patient, and clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    public Response get(@PathParam("practice") String practiceId, @PathParam("patient") String patientId) {
        var patient = patients.visible(caller, Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        return answer(patient, Response.Status.OK);
    }

    private Response recorded(Patient patient, Response.Status status, boolean changed) {
        if (changed) {
            outbox.add(patient.recorded().at(patient.recordedAt(), json));
        }
        return answer(patient, status);
    }

    private static Response answer(Patient patient, Response.Status status) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(patient.version()))
                .entity(patient.view())
                .build();
    }
}
