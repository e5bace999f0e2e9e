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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

@Path("/practices/{practice}/patients/{patient}/reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reports")
class BatchResource {

    /// Triage is asked about so many reports of a batch, one after another, and no more once it gave no answer: a
    /// batch waits at most so many seconds.
    private static final int MOST_ASKED = 3;

    private final Submissions submissions;
    private final Reports reports;
    private final ReportBody bodies;
    private final Patients patients;
    private final ContentCopy content;
    private final Advisor advisor;
    private final Caller caller;
    private final InstantSource clock;

    BatchResource(
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN})
    @Operation(
            operationId = "sendReports",
            summary = "Send what a device kept while it was offline",
            description =
                    "Takes 1 to 500 reports of any kind, each with its reportId and read as if it were sent alone, in one"
                            + " transaction and in their order. sentAt of the batch (ISO 8601, with its offset) counts for each"
                            + " report that says none. The answer names what came of each: created, already_there, conflict,"
                            + " or refused with its problem; the same batch may be sent again at any time. Triage is asked about"
                            + " at most 3 reports, the newest with a red-flag symptom first, then the newest with another; any"
                            + " other with a red flag carries the emergencyText and advice pending. Roles: the patient, or a clinician of the practice on behalf;"
                            + " what is new then says onBehalf.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchDocument.class),
                            examples =
                                    @ExampleObject(
                                            name = "two late sessions",
                                            value =
                                                    "{\"sentAt\":\"2026-02-07T08:00:00Z\",\"reports\":[{\"reportId\":\"5ac20000-0000-4000-a000-0000000000b1\",\"kind\":\"session\",\"observedAt\":\"2026-02-05T18:00:00Z\",\"observedTimeZone\":\"Europe/London\",\"painBefore\":4,\"painAfter\":3},{\"reportId\":\"5ac20000-0000-4000-a000-0000000000b2\",\"kind\":\"session\",\"observedAt\":\"2026-02-06T18:00:00Z\",\"observedTimeZone\":\"Europe/London\",\"painBefore\":3,\"painAfter\":3}]}")))
    @APIResponse(
            responseCode = "200",
            description = "What came of each report",
            content = @Content(schema = @Schema(implementation = BatchReceipt.class)))
    @APIResponse(responseCode = "400", description = "Not well-formed JSON; nothing was kept")
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may write for")
    @APIResponse(responseCode = "413", description = "Larger than 4 MiB")
    @APIResponse(responseCode = "422", description = "Not a list of 1 to 500 reports; nothing was kept")
    public BatchReceipt send(
            @PathParam("practice") String practiceId, @PathParam("patient") String patientId, byte[] body)
            throws JsonProcessingException {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var writer = Writer.of(caller, practice, patient);
        if (!writer.byStaff()) {
            patients.mustBeVisibleTo(caller, practice, patient);
        }
        var batch = Batch.read(
                bodies.tree(body),
                patients.homeZone(practice, patient),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                content.exercises(practice));
        var outcomes = submissions.submitAll(batch.reports(), writer);
        if (outcomes.isEmpty() || outcomes.containsValue(new Submission.NoSuchPatient())) {
            patients.mustBeVisibleTo(caller, practice, patient);
        }
        var receipts = receipts(outcomes, writer);
        return BatchReceipt.of(
                batch.items().stream()
                        .map(item -> answer(item, outcomes, receipts, patient))
                        .toList(),
                batch.setAside());
    }

    private static BatchReceipt.Item answer(
            Batch.Item item, Map<UUID, Submission> outcomes, Map<UUID, Receipt> receipts, UUID patient) {
        return switch (item) {
            case Batch.Item.Refused refused ->
                BatchReceipt.Item.not(refused.id(), BatchReceipt.REFUSED, Problem.unprocessable(refused.errors()));
            case Batch.Item.Again again when !again.same() -> conflict(again.id());
            case Batch.Item.Again again ->
                receipts.containsKey(again.id())
                        ? BatchReceipt.Item.kept(BatchReceipt.ALREADY_THERE, receipts.get(again.id()))
                        : conflict(again.id());
            case Batch.Item.Read read ->
                switch (outcomes.get(read.report().id())) {
                    case Submission.Accepted accepted ->
                        BatchReceipt.Item.kept(
                                BatchReceipt.CREATED, receipts.get(read.report().id()));
                    case Submission.Repeated repeated ->
                        BatchReceipt.Item.kept(
                                BatchReceipt.ALREADY_THERE,
                                receipts.get(read.report().id()));
                    case Submission.IdTaken() -> conflict(read.report().id());
                    case Submission.NoSuchPatient() ->
                        throw Problem.notFound("patient", patient).refused();
                };
        };
    }

    private static BatchReceipt.Item conflict(UUID report) {
        return BatchReceipt.Item.not(report.toString(), BatchReceipt.CONFLICT, ReportResource.differs(report));
    }

    private Map<UUID, Receipt> receipts(Map<UUID, Submission> outcomes, Writer writer) {
        var receipts = new HashMap<UUID, Receipt>();
        var due = new ArrayList<Due>();
        outcomes.forEach((id, outcome) -> kept(outcome).ifPresent(kept -> {
            var receipt = Receipt.of(kept.content(), kept.programme());
            receipts.put(id, receipt);
            var present = Receipt.presentCodes(kept.content());
            if (receipt.asksForAdvice(present)) {
                due.add(new Due(id, kept.content(), receipt, advisor.redFlags(present), receipt.tellsASign(present)));
            }
        }));
        advise(due, writer).forEach(receipts::put);
        return receipts;
    }

    private record Kept(ObjectNode content, Optional<ProgrammeState> programme) {}

    private static Optional<Kept> kept(Submission outcome) {
        return switch (outcome) {
            case Submission.Accepted accepted -> Optional.of(new Kept(accepted.content(), accepted.programme()));
            case Submission.Repeated repeated -> Optional.of(new Kept(repeated.content(), repeated.programme()));
            case Submission.IdTaken() -> Optional.empty();
            case Submission.NoSuchPatient() -> Optional.empty();
        };
    }

    /// A report that advice is due about.
    private record Due(UUID id, ObjectNode kept, Receipt receipt, Set<String> redFlags, boolean tellsASign) {

        Instant observed() {
            return Instant.parse(kept.path("observedAt").textValue());
        }
    }

    private Map<UUID, Receipt> advise(List<Due> due, Writer writer) {
        var worstFirst = due.stream()
                .sorted(Comparator.comparing((Due one) -> one.redFlags().isEmpty())
                        .thenComparing(one -> !one.tellsASign())
                        .thenComparing(Due::observed, Comparator.reverseOrder()))
                .toList();
        var advised = new HashMap<UUID, Receipt>();
        var others = due.isEmpty()
                ? List.<ObjectNode>of()
                : reports.takenLately(writer.practice(), writer.patient(), clock.instant());
        var unasked = new HashMap<Set<String>, Advice>();
        int mayAsk = MOST_ASKED;
        for (var one : worstFirst) {
            Advice advice = mayAsk > 0
                    ? advisor.advise(writer.practice(), writer.patient(), one.kept(), others, one.redFlags())
                    : unasked.computeIfAbsent(
                            one.redFlags(), flags -> advisor.unasked(writer.practice(), writer.patient(), flags));
            switch (advice) {
                case Advice.Given given -> {
                    mayAsk--;
                    advised.put(one.id(), one.receipt().with(given.answer()));
                }
                case Advice.Pending pending -> {
                    mayAsk = 0;
                    advised.put(one.id(), one.receipt().with(pending));
                }
            }
        }
        return advised;
    }
}
