package care.sacrum.triage.advice;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.cases.Answer;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.Evaluations;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practiceId}/patients/{patientId}")
@Tag(name = "Advice")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not found, or not the caller's to see")
class PatientAdviceResource {

    private final Evaluations evaluations;
    private final Caller caller;
    private final Wording wording;

    PatientAdviceResource(Evaluations evaluations, Caller caller, Wording wording) {
        this.evaluations = evaluations;
        this.caller = caller;
        this.wording = wording;
    }

    /// @param advice          what the history says now; out of the practice's hours its message says that nobody
    ///                        watches, and whom to call
    /// @param settled         what the rules find too, and a clinician has looked into and closed with an outcome
    ///                        that answers the patient: the advice leaves it out until it gets worse
    /// @param stillOpen       emergencies told earlier that no clinician has acknowledged yet: they still hold, and
    ///                        stand above the message
    /// @param emergencyNumber to call where the practice is, absent while the practice is not known
    /// @param practiceOpen    whether somebody is there now, absent while its hours are not known
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PatientAdvice(
            Instant evaluatedAt,
            Answer advice,
            List<Answer.Found> settled,

            @Schema(
                    description = "Emergencies that were told earlier, that the history no longer supports and that no"
                            + " clinician has acknowledged: they still hold. The message does not speak of them: show"
                            + " each `advice` above it. Empty where there is none.")
            List<StillOpen> stillOpen,

            @Nullable String emergencyNumber,
            @Nullable Boolean practiceOpen) {}

    @GET
    @Path("/advice")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readAdvice",
            summary = "What a patient is to be told now",
            description =
                    "What a clinician has looked into and closed is told as `settled` and sends nobody anywhere; new"
                            + " evidence does again. An emergency that was told, taken back since and acknowledged by"
                            + " nobody is told as `stillOpen`, to be shown above the message. Worded in the first language of Accept-Language that there is (en, es), else in English. Roles: patient (own), clinician, practice_lead, integrator of the practice.")
    @APIResponse(responseCode = "200", description = "The advice")
    public PatientAdvice advice(@PathParam("practiceId") UUID practiceId, @PathParam("patientId") UUID patientId) {
        var key = seen(practiceId, patientId);
        var language = wording.language();
        var now = evaluations
                .now(key, language)
                .orElseThrow(() -> Problem.notFound("patient", patientId).refused());
        return new PatientAdvice(
                now.evaluatedAt(),
                Answer.of(now.practice().told(now.evaluation(), language), List.of(), language),
                now.evaluation().settled().stream().map(Answer.Found::of).toList(),
                StillOpen.of(now, language),
                now.practice().emergencyNumber().orElse(null),
                now.practice().open().orElse(null));
    }

    @GET
    @Path("/evaluation")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "evaluateAt",
            summary = "The evaluation of a patient's history at an instant",
            description = "With the reports received up to then, by the rules of today; stores nothing and emits"
                    + " nothing. Worded by Accept-Language (en, es). Roles: clinician, practice_lead, integrator.")
    @APIResponse(responseCode = "200", description = "The evaluation, as in a simulation")
    @APIResponse(responseCode = "422", description = "`at` is missing or no instant")
    public Answer evaluation(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "An instant with its offset, such as 2026-02-05T18:06:00Z", required = true)
                    @QueryParam("at")
                    @Nullable
                    String at) {
        caller.mustWorkAt(practiceId);
        var language = wording.language();
        return evaluations
                .at(new PatientKey(practiceId, patientId), instant(at), language)
                .map(evaluation -> Answer.of(evaluation, List.of(), language))
                .orElseThrow(() -> Problem.notFound("patient", patientId).refused());
    }

    private PatientKey seen(UUID practiceId, UUID patientId) {
        var key = new PatientKey(practiceId, patientId);
        var subject = evaluations
                .subjectOf(key)
                .orElseThrow(() -> Problem.notFound("patient", patientId).refused());
        caller.maySeePatient(practiceId, patientId, subject);
        return key;
    }

    private static Instant instant(@Nullable String at) {
        try {
            var instant = OffsetDateTime.parse(at == null ? "" : at).toInstant();
            if (OurTime.holds(instant)) {
                return instant;
            }
        } catch (DateTimeParseException notAnInstant) {
            // Refused below, as an instant of another time is.
        }
        throw Problem.unprocessable("at", "must be an instant with its offset, such as 2026-02-05T18:06:00Z")
                .refused();
    }
}
