package care.sacrum.session.report;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.advice.Advice;
import care.sacrum.session.advice.Advisor;
import care.sacrum.session.asking.Id;
import care.sacrum.session.content.ContentCopy;
import care.sacrum.session.hold.ProgrammeState;
import care.sacrum.session.patient.Patients;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/practices/{practice}/patients/{patient}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reports", description = "What patients report: sessions, check-ins and corrections.")
class ReportResource {

    private static final Set<Kind> SESSIONS = EnumSet.of(Kind.SESSION);
    private static final Set<Kind> CHECK_INS = EnumSet.complementOf(EnumSet.of(Kind.SESSION));

    private final Submissions submissions;
    private final Reports reports;
    private final ReportBody bodies;
    private final Patients patients;
    private final ContentCopy content;
    private final Advisor advisor;
    private final Caller caller;
    private final InstantSource clock;

    ReportResource(
            Submissions submissions,
            Reports reports,
            ReportBody bodies,
            Patients patients,
            ContentCopy content,
            Advisor advisor,
            Caller caller,
            InstantSource clock) {
        this.submissions = submissions;
        this.reports = reports;
        this.bodies = bodies;
        this.patients = patients;
        this.content = content;
        this.advisor = advisor;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("sessions/{report}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN})
    @Operation(
            operationId = "logSession",
            summary = "Log a session",
            description =
                    "Takes one report of kind session under an id that the device made. The same body again answers"
                            + " 200 and changes nothing (sentAt may differ). A field that cannot be used is set aside and named,"
                            + " the rest counts. With a symptom present, or one that nobody knows, the answer carries the advice"
                            + " of triage as that to a check-in does. Roles: the patient, or a clinician of the practice on behalf: the report then"
                            + " says onBehalf, fills its own day, and tells nothing of the phone.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportDocument.class),
                            examples =
                                    @ExampleObject(
                                            name = "session",
                                            value =
                                                    "{\"kind\":\"session\",\"observedAt\":\"2026-02-05T18:00:00Z\",\"observedTimeZone\":\"Europe/London\",\"painBefore\":4,\"painAfter\":3,\"painRegion\":\"low_back\",\"exercisesDone\":[{\"exercise\":\"pelvic-tilt\",\"sets\":1,\"reps\":10,\"holdSeconds\":5}]}")))
    @APIResponse(
            responseCode = "201",
            description = "Kept; its event will be published",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "200", description = "Was kept before, with the same body")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON")
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may write for")
    @APIResponse(
            responseCode = "409",
            description =
                    "The id stands for another report; with a red-flag symptom the detail ends with what to do now")
    @APIResponse(responseCode = "413", description = "Larger than 64 KiB")
    @APIResponse(
            responseCode = "422",
            description = "The id or observedAt is missing or wrong, or kind is another; nothing was kept")
    public Response putSession(
            @PathParam("practice") String practice,
            @PathParam("patient") String patient,
            @PathParam("report") String report,
            byte[] body)
            throws JsonProcessingException {
        return put(practice, patient, report, SESSIONS, body);
    }

    @PUT
    @Path("check-ins/{report}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN})
    @Operation(
            operationId = "sendCheckIn",
            summary = "Send a check-in or a correction",
            description =
                    "Takes one report of kind symptom_check_in, morning_check_in or correction, as for a session. The"
                            + " answer carries the advice of triage, or \"pending\" where triage gave none within a second; with a"
                            + " red-flag symptom present it then says in emergencyText what to do now, and out of the practice's hours"
                            + " that nobody there reads it (in emergencyText, else in whileClosed)."
                            + " Roles: the patient, or a clinician of the practice on behalf; the report then says onBehalf.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportDocument.class),
                            examples =
                                    @ExampleObject(
                                            name = "check-in",
                                            value =
                                                    "{\"kind\":\"symptom_check_in\",\"observedAt\":\"2026-02-05T18:00:00Z\",\"observedTimeZone\":\"Europe/London\",\"painBefore\":4,\"symptoms\":[{\"code\":\"leg_tingling\",\"status\":\"present\",\"onset\":\"new\",\"onsetDate\":\"2026-02-05\",\"side\":\"left\",\"extent\":\"below_knee\"}]}")))
    @APIResponse(
            responseCode = "201",
            description = "Kept; its event will be published",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "200", description = "Was kept before, with the same body; the advice is fresh")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON")
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may write for")
    @APIResponse(
            responseCode = "409",
            description =
                    "The id stands for another report; with a red-flag symptom the detail ends with what to do now")
    @APIResponse(responseCode = "413", description = "Larger than 64 KiB")
    @APIResponse(
            responseCode = "422",
            description =
                    "The id, observedAt or a correction's corrects is missing or wrong, or kind is session; nothing was kept")
    public Response putCheckIn(
            @PathParam("practice") String practice,
            @PathParam("patient") String patient,
            @PathParam("report") String report,
            byte[] body)
            throws JsonProcessingException {
        return put(practice, patient, report, CHECK_INS, body);
    }

    @GET
    @Path("sessions/{report}")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readSession",
            summary = "Read a session",
            description =
                    "Roles: the patient, and clinician, practice_lead and integrator of the practice; an integrator"
                            + " reads no free text.")
    @APIResponse(
            responseCode = "200",
            description = "The session as it was kept",
            content = @Content(schema = @Schema(implementation = KeptReport.class)))
    @APIResponse(responseCode = "404", description = "No such session that the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public ObjectNode getSession(
            @PathParam("practice") String practice,
            @PathParam("patient") String patient,
            @PathParam("report") String report) {
        return get(practice, patient, report, SESSIONS, "session");
    }

    @GET
    @Path("check-ins/{report}")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readCheckIn",
            summary = "Read a check-in or a correction",
            description =
                    "Roles: the patient, and clinician, practice_lead and integrator of the practice; an integrator"
                            + " reads no free text.")
    @APIResponse(
            responseCode = "200",
            description = "The check-in as it was kept",
            content = @Content(schema = @Schema(implementation = KeptReport.class)))
    @APIResponse(responseCode = "404", description = "No such check-in that the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public ObjectNode getCheckIn(
            @PathParam("practice") String practice,
            @PathParam("patient") String patient,
            @PathParam("report") String report) {
        return get(practice, patient, report, CHECK_INS, "check-in");
    }

    private Response put(String practiceId, String patientId, String reportId, Set<Kind> taken, byte[] bytes)
            throws JsonProcessingException {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var report = Id.of("reportId", reportId);
        var writer = Writer.of(caller, practice, patient);
        var body = bodies.parse(bytes);
        return switch (read(report, taken, body, writer)) {
            case Reading.Unreadable unreadable ->
                throw Problem.unprocessable(unreadable.errors()).refused();
            case Reading.Readable readable ->
                answer(submissions.submit(readable.report(), writer), readable.report(), writer);
        };
    }

    private Reading read(UUID report, Set<Kind> taken, JsonNode body, Writer writer) {
        var zone = ReportReader.zoneOf(body).orElseGet(() -> patients.homeZone(writer.practice(), writer.patient()));
        var receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return ReportReader.read(report, taken, body, zone, receivedAt, content.exercises(writer.practice()));
    }

    private Response answer(Submission submission, Report report, Writer writer) {
        return switch (submission) {
            case Submission.Accepted accepted ->
                Response.status(Response.Status.CREATED)
                        .entity(receipt(accepted.content(), accepted.programme(), writer))
                        .build();
            case Submission.Repeated repeated ->
                Response.ok(receipt(repeated.content(), repeated.programme(), writer))
                        .build();
            case Submission.IdTaken() -> throw differs(report, writer).refused();
            case Submission.NoSuchPatient() ->
                throw Problem.notFound("patient", writer.patient()).refused();
        };
    }

    /// Nothing of such a report is kept, so whoever tells a red flag in it reads here what to do now.
    private Problem differs(Report report, Writer writer) {
        var problem = differs(report.id());
        var redFlags = advisor.redFlags(Receipt.presentCodes(report.content()));
        if (redFlags.isEmpty()) {
            return problem;
        }
        return advisor.unasked(writer.practice(), writer.patient(), redFlags)
                .emergencyText()
                .map(text -> new Problem(
                        problem.type(),
                        problem.title(),
                        problem.status(),
                        problem.detail() + "\n\n" + text,
                        problem.errors()))
                .orElse(problem);
    }

    static Problem differs(UUID report) {
        return Problem.differs("report", report, "to change an earlier report send a correction.");
    }

    private Receipt receipt(ObjectNode kept, Optional<ProgrammeState> programme, Writer writer) {
        var receipt = Receipt.of(kept, programme);
        var present = Receipt.presentCodes(kept);
        if (!receipt.asksForAdvice(present)) {
            return receipt;
        }
        var redFlags = advisor.redFlags(present);
        var others = reports.takenLately(writer.practice(), writer.patient(), clock.instant());
        return switch (advisor.advise(writer.practice(), writer.patient(), kept, others, redFlags)) {
            case Advice.Given given -> receipt.with(given.answer());
            case Advice.Pending pending -> receipt.with(pending);
        };
    }

    private ObjectNode get(String practiceId, String patientId, String reportId, Set<Kind> kinds, String what) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var report = Id.of("reportId", reportId);
        patients.mustBeVisibleTo(caller, practice, patient);
        return reports.find(practice, patient, report)
                .filter(kept -> Kind.find(kept.content().path("kind").textValue())
                        .filter(kinds::contains)
                        .isPresent())
                .map(kept -> HistoryResource.asRead(kept, caller))
                .orElseThrow(() -> Problem.notFound(what, report).refused());
    }
}
