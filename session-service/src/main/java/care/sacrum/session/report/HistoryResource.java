package care.sacrum.session.report;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.patient.Patients;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/patients/{patient}/history")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reports")
class HistoryResource {

    private static final int PARTS_OF_A_PLACE = 3;

    private final Reports reports;
    private final Patients patients;
    private final Caller caller;

    HistoryResource(Reports reports, Patients patients, Caller caller) {
        this.reports = reports;
        this.patients = patients;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readHistory",
            summary = "Read a patient's history",
            description =
                    "Every report with its localDay, the latest day first, and with dateUncertain true where nobody can"
                            + " say when it was observed, onBehalf true where a clinician handed it in. from and to are local days, both included;"
                            + " limit is 1 to 200, usually 50; after is the next of the page before. Roles: the patient, and"
                            + " clinician, practice_lead and integrator of the practice; an integrator reads no free text.")
    @APIResponse(
            responseCode = "200",
            description = "A page: items, and next where there is more",
            content = @Content(schema = @Schema(implementation = KeptReport.Page.class)))
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID, or a query parameter cannot be meant")
    public Page<ObjectNode> history(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var fromDay = Query.day("from", from);
        var toDay = Query.day("to", to);
        if (fromDay.isPresent() && toDay.isPresent() && toDay.get().isBefore(fromDay.get())) {
            throw Query.refused("to", "is before from; it is the last day that is read, and from is the first");
        }
        var place = Query.after(after, PARTS_OF_A_PLACE).map(HistoryResource::place);
        int most = Query.limit(limit);
        patients.mustBeVisibleTo(caller, practice, patient);
        var found = reports.history(practice, patient, fromDay, toDay, place, most + 1);
        var page = Page.of(found, most, HistoryResource::cursor);
        return new Page<>(
                page.items().stream().map(kept -> asRead(kept, caller)).toList(), page.next());
    }

    /// The report, marked where its date is uncertain, with the patient's own words put back except for an
    /// integrator's system.
    static ObjectNode asRead(Reports.Kept kept, Caller caller) {
        boolean readsWords = caller.is(Role.PATIENT) || caller.treats();
        return readsWords ? inFull(kept) : withoutWords(kept);
    }

    private static ObjectNode withoutWords(Reports.Kept kept) {
        var content = kept.content();
        if (Receipt.dateUncertain(content)) {
            content.put("dateUncertain", true);
        }
        return content;
    }

    /// The report with the patient's own words.
    static ObjectNode inFull(Reports.Kept kept) {
        var content = withoutWords(kept);
        kept.freeText().ifPresent(words -> {
            if (words.has("freeTextNote")) {
                content.set("freeTextNote", words.path("freeTextNote"));
            }
            for (var detail : words.path("symptomDetails").properties()) {
                if (content.path("symptoms").path(Integer.parseInt(detail.getKey())) instanceof ObjectNode symptom) {
                    symptom.set("detail", detail.getValue());
                }
            }
        });
        return content;
    }

    private static String cursor(Reports.Kept last) {
        return Query.cursor(last.localDay(), last.observed(), last.id());
    }

    private static Reports.Place place(List<String> parts) {
        Optional<UUID> report = Id.read(parts.get(2));
        return new Reports.Place(
                Query.dayOfCursor(parts.get(0)),
                Query.momentOfCursor(parts.get(1)),
                report.orElseThrow(Query::badCursor));
    }
}
