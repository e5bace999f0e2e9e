package care.sacrum.triage.advice;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.cases.Answer;
import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.Evaluations;
import care.sacrum.triage.rules.SetAside;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/assessments")
@Tag(name = "Advice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AssessmentResource {

    /// In the demo practice's name, so that whoever tries it as the demo clinician is answered.
    private static final String EXAMPLE = """
            {
              "practiceId": "5ac20000-0000-4000-8000-000000000001",
              "patientId": "5ac20000-0000-4000-8000-0000000000e0",
              "patient": {
                "ageYears": 41, "sex": "female", "homeTimeZone": "Europe/London",
                "riskFactors": [], "baselineConditions": [], "alreadyUnderCareOf": []
              },
              "report": {
                "reportId": "3f0e8a52-6f5e-4f0e-9a43-0d2a1f6f3d11", "kind": "session",
                "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "Europe/London",
                "receivedAt": "2026-02-05T18:01:00Z", "painRegion": "low_back", "painBefore": 4, "painAfter": 3,
                "symptoms": [{"code": "leg_tingling", "status": "denied"}]
              }
            }""";

    private final Evaluations evaluations;
    private final Caller caller;
    private final Wording wording;
    private final InstantSource clock;

    AssessmentResource(Evaluations evaluations, Caller caller, Wording wording, InstantSource clock) {
        this.evaluations = evaluations;
        this.caller = caller;
        this.wording = wording;
        this.clock = clock;
    }

    /// @param patient the patient as session-service knows them, in the vocabulary of a case
    /// @param report  the report that was just taken
    record Request(
            @NotNull(message = "is the practice's uuid") UUID practiceId,
            @NotNull(message = "is the patient's uuid") UUID patientId,

            @NotNull(message = "is the patient object") @Schema(implementation = Object.class)
            JsonNode patient,

            @NotNull(message = "is the report object") @Schema(implementation = Object.class)
            JsonNode report,

            @Size(max = 50, message = "are 50 reports at most")
            @Schema(
                    implementation = Object[].class,
                    description =
                            "Other reports of the patient that were taken lately and may not have come here yet, 50 at"
                                    + " most; those that have come count once.")
            @Nullable
            List<@NotNull(message = "is a report object") JsonNode> others) {

        List<JsonNode> reports() {
            return Stream.concat(Stream.of(report), others == null ? Stream.empty() : others.stream())
                    .toList();
        }
    }

    /// An [Answer], and what still holds beside it.
    record Assessment(
            String urgency,
            String programme,
            List<String> referTo,
            String message,
            List<Answer.Found> findings,
            Answer.InsufficientData insufficientData,
            List<SetAside> setAside,
            List<String> unknownCodes,
            List<String> dateUncertain,

            @Schema(description = "Whether the message says to be seen, or to call the clinic, at once or today.")
            boolean callToday,

            @Schema(
                    description = "Emergencies that were told earlier, that the history no longer supports and that no"
                            + " clinician has acknowledged: they still hold. The message does not speak of them: show"
                            + " each `advice` above it. Empty where there is none.")
            List<StillOpen> stillOpen,

            @JsonIgnore String language) {

        static Assessment of(Answer answer, List<StillOpen> stillOpen) {
            return new Assessment(
                    answer.urgency(),
                    answer.programme(),
                    answer.referTo(),
                    answer.message(),
                    answer.findings(),
                    answer.insufficientData(),
                    answer.setAside(),
                    answer.unknownCodes(),
                    answer.dateUncertain(),
                    answer.callToday(),
                    stillOpen,
                    answer.language());
        }
    }

    @POST
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "assess",
            summary = "Advice for a report that was just taken, at once",
            description =
                    "Evaluates the stored history together with this report, and with others that were just taken, now, and stores nothing: the report"
                            + " itself comes by event. What a clinician has looked into and closed sends nobody anywhere. Worded in the first language of Accept-Language that there is (en, es), else in English. Out of the practice's hours the message says that nobody watches, and whom to call. A patient of whom nothing came yet is evaluated by this report alone."
                            + " Roles: patient (own), clinician, practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples = @ExampleObject(name = "back-stiffness", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The advice and its reasons, as in a simulation, and what still holds beside it")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "The role does not allow it")
    @APIResponse(responseCode = "404", description = "The patient is not the caller's to see")
    @APIResponse(responseCode = "422", description = "A field is missing")
    public Assessment assess(@NotNull(message = "must be an object") @Valid Request request) {
        var key = new PatientKey(request.practiceId(), request.patientId());
        var known = evaluations.subjectOf(key);
        if (known.isPresent()) {
            caller.maySeePatient(key.practice(), key.patient(), known.get());
        } else if (!caller.is(Role.PATIENT) && !caller.worksAt(key.practice())) {
            throw Problem.notFound("patient", key.patient()).refused();
        }
        var patient = CaseReader.patient(request.patient());
        var reports = request.reports().stream()
                .map(report -> CaseReader.report(report, patient.patient().homeTimeZone(), clock.instant()))
                .toList();
        var setAside = new ArrayList<>(patient.setAside());
        setAside.addAll(reports.getFirst().setAside());
        var language = wording.language();
        var advice = evaluations.with(
                key,
                patient.patient(),
                reports.stream().map(report -> report.report()).toList(),
                language);
        return Assessment.of(
                Answer.of(advice.practice().told(advice.evaluation(), language), setAside, language),
                StillOpen.of(advice, language));
    }
}
