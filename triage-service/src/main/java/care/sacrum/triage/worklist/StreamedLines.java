package care.sacrum.triage.worklist;

import care.sacrum.platform.event.Topics;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.inbox.ReadProgress;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.finding.StreamedEvents;
import care.sacrum.triage.finding.StreamedEvents.After;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The lines of the stream as pages, for a reader that was away or that can not keep a connection open.
@Path("/practices/{practiceId}/worklist/events")
@Tag(name = "Worklist")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Another practice's")
class StreamedLines {

    private static final int MOST_A_PAGE = 500;

    private final StreamedEvents events;
    private final ReadProgress progress;
    private final Caller caller;

    StreamedLines(StreamedEvents events, ReadProgress progress, Caller caller) {
        this.events = events;
        this.progress = progress;
        this.caller = caller;
    }

    /// @param next             to ask after for the next page
    /// @param newest           the number of the practice's newest line; all are here when `next` is as high
    /// @param evaluatedThrough every report published up to then is evaluated; absent while that is not known
    /// @param waiting          reports published and not yet evaluated
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<Line> events,
            long next,
            long newest,
            @Nullable Instant evaluatedThrough,
            @Nullable Long waiting) {}

    /// @param number counts up by one for the practice: a gap means a missed line
    /// @param name   as on the stream
    record Line(
            long number,
            String name,
            Instant at,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String data) {}

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listWorklistEvents",
            summary = "The worklist's changes after a number, oldest first",
            description =
                    "The lines of the stream as pages: `raised`, `restated`, `reopened`, `delivered`, `acknowledged`,"
                            + " `escalated`, `closed`, `withdrawn`, `snoozed` and `snooze-ended` (in the view of `by` alone),"
                            + " `silent`, `silence-over`, `lapsed`, `lapse-over`, `note`, `note-read`, `held` (also when more came to light, with the hold's"
                            + " next version), `released`, `status` (of the patient's record), `erased` (drop that patient) and `forgotten` (a line of an erased patient). Numbers count up by one for the practice;"
                            + " 35 days are kept. Instants are UTC. Roles: clinician, practice_lead, integrator of this practice.")
    @APIResponse(responseCode = "200", description = "A page; an empty one when nothing is new")
    @APIResponse(
            responseCode = "410",
            description = "Lines after that number are no longer kept; the problem says from where")
    @APIResponse(responseCode = "422", description = "`after` is no number of this stream, or a bad limit")
    public Page events(
            @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The number of the last line seen, 0 for none")
                    @QueryParam("after")
                    @DefaultValue("0")
                    String after,
            @Parameter(description = "Lines a page") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST_A_PAGE)
                    int limit) {
        caller.mustWorkAt(practiceId);
        long number = number(after);
        var found = orRefuse("after", events.reading(practiceId, number, limit));
        var taken = progress.of(Topics.SESSION);
        return new Page(
                found.lines().stream()
                        .map(line -> new Line(line.number(), line.name(), line.at(), line.body()))
                        .toList(),
                found.lines().isEmpty() ? number : found.lines().getLast().number(),
                found.newest(),
                taken.map(ReadProgress.Taken::through).orElse(null),
                taken.map(ReadProgress.Taken::waiting).orElse(null));
    }

    /// @param field where the caller said the number
    static After.Lines orRefuse(String field, After after) {
        return switch (after) {
            case After.Lines lines -> lines;
            case After.NoLongerKept(long oldest) ->
                throw Problem.gone("Lines are kept from number " + oldest
                                + " on. Read the worklist anew, then go on after " + (oldest - 1) + ".")
                        .refused();
            case After.NotYetSaid(long newest) ->
                throw Problem.unprocessable(field, "is at most " + newest + ", the number of the newest line")
                        .refused();
        };
    }

    private static long number(String after) {
        try {
            return Long.parseUnsignedLong(after.strip());
        } catch (NumberFormatException e) {
            throw Problem.unprocessable("after", "is the number of the last line seen, 0 for none")
                    .refused();
        }
    }
}
