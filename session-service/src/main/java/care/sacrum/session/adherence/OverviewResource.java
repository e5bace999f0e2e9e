package care.sacrum.session.adherence;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.session.adherence.Overview.Asked;
import care.sacrum.session.adherence.Overview.Band;
import care.sacrum.session.adherence.Overview.Order;
import care.sacrum.session.adherence.Overview.Place;
import care.sacrum.session.adherence.calculation.Diary;
import care.sacrum.session.adherence.calculation.Trend;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.practice.Practices;
import care.sacrum.session.silence.QuietDays;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/adherence")
@RunOnVirtualThread
@Tag(name = "Adherence")
class OverviewResource {

    static final List<String> STATUSES = List.of("active", "paused", "discharged", "transferred", "deceased", "any");
    static final List<String> BANDS = words(Band.values());
    static final List<String> TRENDS = words(Trend.values());
    static final List<String> ORDERS = words(Order.values());
    static final int MOST_SILENT_DAYS = 1000;
    private static final String USUAL_STATUS = "active";
    private static final String ANY_STATUS = "any";
    private static final int LINES_AT_A_TIME = 500;
    private static final int MOST_LINES = 50_000;

    private final Overview overview;
    private final QuietDays quietDays;
    private final Practices practices;
    private final Caller caller;

    OverviewResource(Overview overview, QuietDays quietDays, Practices practices, Caller caller) {
        this.overview = overview;
        this.quietDays = quietDays;
        this.practices = practices;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readAdherenceOverview",
            summary = "Read how a practice's patients follow their plans",
            description =
                    "Each patient's 7 and 30 days, and how many of these were excused or paused, trend and silence, as"
                            + " of the patient's own day; some seconds behind what is reported. The counts are of the"
                            + " patients of the status (usually active; any: all) and the clinician asked for; band, trend"
                            + " and silentDays narrow the list further."
                            + " silentDays is 0 to 1000: only who was not heard from for so many days and had something to do"
                            + " on one of them before today, as /silent-patients counts them; the count of silent takes it too, usually the practice's silentAfterDays"
                            + " (/signals). When the phone last synced is another thing. order is figure (usual; the"
                            + " lowest percentage first), silence (the longest first) or patient. limit is 1 to 200, usually"
                            + " 50; after is the next of the page before. Roles: clinician, practice_lead and integrator of"
                            + " the practice.")
    @APIResponse(
            responseCode = "200",
            description = "The overview",
            content = @Content(schema = @Schema(implementation = OverviewView.class)))
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    public OverviewView read(
            @PathParam("practice") String practiceId,
            @QueryParam("status") @Nullable String status,
            @QueryParam("clinician") @Nullable String clinician,
            @QueryParam("band") @Nullable String band,
            @QueryParam("trend") @Nullable String trend,
            @QueryParam("silentDays") @Nullable String silentDays,
            @QueryParam("order") @Nullable String order,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var asked = asked(practiceId, status, clinician, band, trend, silentDays, order);
        var place = Query.after(after, 3).map(parts -> place(parts, asked.order()));
        int most = Query.limit(limit);
        var rows = overview.page(asked, place, most + 1, false);
        var page = Page.of(
                rows,
                most,
                last -> Query.cursor(
                        Wording.word(asked.order()),
                        last.place().by(),
                        last.place().patient()));
        var counts = overview.counts(asked);
        return new OverviewView(
                Diary.CALCULATION_VERSION,
                counts.patients(),
                counts.distribution(),
                counts.improved(),
                counts.fellOff(),
                counts.silent(),
                asked.silentDays(),
                page.items().stream().map(Overview.Row::figures).toList(),
                page.next());
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "exportAdherenceOverview",
            summary = "Take the overview into a spreadsheet",
            description =
                    "The same patients as comma-separated values (RFC 4180, UTF-8 with a byte order mark), with their"
                            + " names and their clinicians', and without pages; at most 50000. A cell that a spreadsheet"
                            + " would run as a formula has an apostrophe before it. Roles: clinician and practice_lead of"
                            + " the practice.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each patient, below a heading",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    public Response export(
            @PathParam("practice") String practiceId,
            @QueryParam("status") @Nullable String status,
            @QueryParam("clinician") @Nullable String clinician,
            @QueryParam("band") @Nullable String band,
            @QueryParam("trend") @Nullable String trend,
            @QueryParam("silentDays") @Nullable String silentDays,
            @QueryParam("order") @Nullable String order) {
        var asked = asked(practiceId, status, clinician, band, trend, silentDays, order);
        StreamingOutput lines = to -> write(asked, to);
        return Response.ok(lines, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"adherence.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private void write(Asked asked, OutputStream to) throws IOException {
        try (var lines = new OutputStreamWriter(to, StandardCharsets.UTF_8)) {
            lines.write(Spreadsheet.BYTE_ORDER_MARK);
            lines.write(Spreadsheet.heading());
            var place = Optional.<Place>empty();
            for (int written = 0; written < MOST_LINES; written += LINES_AT_A_TIME) {
                var rows = overview.page(asked, place, LINES_AT_A_TIME, true);
                for (var row : rows) {
                    lines.write(Spreadsheet.line(row));
                }
                if (rows.size() < LINES_AT_A_TIME) {
                    break;
                }
                place = Optional.of(rows.getLast().place());
            }
        }
    }

    private Asked asked(
            String practiceId,
            @Nullable String status,
            @Nullable String clinician,
            @Nullable String band,
            @Nullable String trend,
            @Nullable String silentDays,
            @Nullable String order) {
        var practice = Id.of("practiceId", practiceId);
        var ofStatus = Query.oneOf("status", status, STATUSES).orElse(USUAL_STATUS);
        var silent = Query.number("silentDays", silentDays, 0, MOST_SILENT_DAYS);
        var ofClinician = Query.id("clinician", clinician);
        var inBand = Query.oneOf("band", band, BANDS).map(word -> Band.valueOf(word.toUpperCase(Locale.ROOT)));
        var ofTrend = Query.oneOf("trend", trend, TRENDS);
        var ordered = Query.oneOf("order", order, ORDERS)
                .map(word -> Order.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Order.FIGURE);
        caller.mustWorkAt(practice);
        practices.mustExist(practice);
        return new Asked(
                practice,
                ofStatus.equals(ANY_STATUS) ? Optional.empty() : Optional.of(ofStatus),
                ofClinician,
                inBand,
                ofTrend,
                silent.orElseGet(() -> quietDays.thatMakeASilence(practice)),
                silent.isPresent(),
                ordered);
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Wording::word).toList();
    }

    /// Of a page in another order it would be another place, so it is refused.
    private static Place place(List<String> parts, Order order) {
        if (!parts.getFirst().equals(Wording.word(order))) {
            throw Query.badCursor();
        }
        try {
            return new Place(
                    Integer.parseInt(parts.get(1)), Id.read(parts.getLast()).orElseThrow(Query::badCursor));
        } catch (NumberFormatException notOurs) {
            throw Query.badCursor();
        }
    }
}
