package care.sacrum.triage.advice;

import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.cases.Answer;
import care.sacrum.triage.cases.Case;
import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.cases.Reading;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/simulations")
@Tag(name = "Advice", description = "What the rules say")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SimulationResource {

    private static final String EXAMPLE = """
            {
              "id": "example-bladder",
              "title": "New difficulty passing urine during an otherwise mild week",
              "patient": {
                "ageYears": 41, "sex": "female", "homeTimeZone": "Europe/London",
                "riskFactors": [], "baselineConditions": [], "alreadyUnderCareOf": []
              },
              "parameters": {"persistenceMinSpanDays": 5},
              "evaluateAt": "2026-02-05T18:06:00Z",
              "reports": [
                {
                  "reportId": "r1", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "observedTimeZone": "Europe/London", "receivedAt": "2026-02-05T18:01:00Z",
                  "painRegion": "low_back", "painBefore": 4, "painAfter": 4,
                  "exercisesDone": [{"name": "pelvic tilt", "sets": 1, "reps": 10, "holdSeconds": 5}],
                  "symptoms": [{"code": "urine_cannot_start", "status": "present", "onset": "new", "onsetDate": "2026-02-05"}]
                }
              ]
            }""";

    private static final String READING = """
            **How it is read.** What can be read in one way only is read so: words whatever their case and however they
            are joined (`Leg Weakness`, `legWeakness`), scores as `"7/10"` or `"6-7"` (the higher counts), `bilateral` or
            `left and right` as both sides, a temperature of 90 or more as Fahrenheit, `present` symptoms as bare codes,
            as an object of codes, or in a list under `present` and `denied`, times with a blank or slashes, an
            `onsetDate` of a month or a year (its last day counts). What cannot be read is named in `setAside` and the
            rest counts. No oddity calms: a symptom whose status cannot be read counts as present; another name of a
            sign (`saddle anaesthesia`, `weakness in both legs`, a slip of the pen) is read when it is present, named in
            `unknownCodes`, and ignored when it is denied. Names of fields are read however they are joined
            (`observed_at`). Signs under `redFlags`, or beside the reports, are signs; one whose id is taken by another
            report counts by itself. `25/02/2026` and `2 March 2026` are days; `02/03/2026` is none. A report without a zone is dated in the home zone, else by its time's own offset, else in UTC;
            without a time it counts as of its receipt. Without a readable `evaluateAt` the moment of the latest report
            is taken. Free text is for people: no rule reads it, and a note of the last two weeks keeps `message` from
            reassuring.""";

    private final Wording wording;

    SimulationResource(Wording wording) {
        this.wording = wording;
    }

    @POST
    @Authenticated
    @Operation(
            operationId = "simulate",
            summary = "Evaluate a patient's course written as data",
            description = "Takes a case: patient, parameters, an instant and at most 5000 reports, in the vocabulary of"
                    + " a report. Reports received up to `evaluateAt` count. Pain and severity are 0 to 10 (numeric"
                    + " rating scale); instants carry an offset; the local day of a report is the civil date of"
                    + " `observedAt` in `observedTimeZone`. Worded in the first language of Accept-Language that"
                    + " there is (en, es), else in English. Touches no stored patient. Any signed-in role.\n\n"
                    + READING)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "example-bladder", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The advice and its reasons",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "Not well-formed JSON")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "413", description = "Larger than 8 MiB")
    @APIResponse(
            responseCode = "422",
            description = "No list of reports, no instant to evaluate at, or a parameter unknown or out of bounds")
    public Answer simulate(@Nullable JsonNode document) {
        if (document == null) {
            throw Problem.unreadable("The body is empty. Send a case as one JSON object.", List.of())
                    .refused();
        }
        return switch (CaseReader.read(document)) {
            case Reading.Read(Case course) -> course.answer(wording.language());
            case Reading.Refused(var refusals) ->
                throw Problem.unprocessable(refusals.stream()
                                .map(refusal -> new Problem.FieldError(refusal.field(), refusal.why()))
                                .toList())
                        .refused();
        };
    }
}
