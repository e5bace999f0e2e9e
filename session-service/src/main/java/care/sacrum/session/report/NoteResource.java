package care.sacrum.session.report;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.patient.Patients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notes", description = "What patients wrote in own words, and whether anybody has read it.")
class NoteResource {

    private static final int PARTS_OF_A_PLACE = 2;

    private final Notes notes;
    private final Patients patients;
    private final Caller caller;
    private final InstantSource clock;

    NoteResource(Notes notes, Patients patients, Caller caller, InstantSource clock) {
        this.notes = notes;
        this.patients = patients;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("unread-notes")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "listUnreadNotes",
            summary = "List the notes that nobody has read",
            description =
                    "Of all patients of the practice, the oldest first. limit is 1 to 200, usually 50; after is the next"
                            + " of the page before. Roles: clinician and practice_lead of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    @APIResponse(
            responseCode = "422",
            description = "The practice's id is no UUID, or a query parameter cannot be meant")
    public Page<Note> unread(
            @PathParam("practice") String practiceId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var place = Query.after(after, PARTS_OF_A_PLACE).map(NoteResource::place);
        int most = Query.limit(limit);
        caller.mustWorkAt(practice);
        return Page.of(
                notes.unread(practice, place, most + 1),
                most,
                last -> Query.cursor(last.receivedAt(), last.reportId()));
    }

    @PUT
    @Path("patients/{patient}/notes/{report}/read")
    @RolesAllowed(Role.CLINICIAN)
    @Transactional
    @Operation(
            operationId = "markNoteRead",
            summary = "Say that a note was read",
            description =
                    "Takes no body. The first clinician who says so is named with the time (UTC), also in the answer to"
                            + " whoever says it later. Role: clinician of the practice.")
    @APIResponse(responseCode = "200", description = "It is marked, now or before")
    @APIResponse(responseCode = "404", description = "No such note of a patient of a practice that the caller works at")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public NoteRead read(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("report") String reportId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var report = Id.of("reportId", reportId);
        caller.mustWorkAt(practice);
        patients.lock(practice, patient);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return notes.markRead(practice, patient, report, now, caller.subject())
                .orElseThrow(() -> Problem.notFound("note", report).refused());
    }

    private static Notes.Place place(List<String> parts) {
        return new Notes.Place(
                Query.momentOfCursor(parts.getFirst()), Id.read(parts.getLast()).orElseThrow(Query::badCursor));
    }
}
