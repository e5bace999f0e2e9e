package care.sacrum.session.monitoring;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Query;
import care.sacrum.session.monitoring.MonitoringRecords.KeptWork;
import care.sacrum.session.practice.Practices;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Monitoring", description = "Remote therapeutic monitoring: candidates for codes, with the evidence.")
class MonitoringResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final MonitoringSettings settings;
    private final MonitoringRecords records;
    private final Practices practices;
    private final Caller caller;
    private final InstantSource clock;

    MonitoringResource(
            MonitoringSettings settings,
            MonitoringRecords records,
            Practices practices,
            Caller caller,
            InstantSource clock) {
        this.settings = settings;
        this.records = records;
        this.practices = practices;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param on whether the practice monitors by the codes
    @Schema(name = "MonitoringSwitchDetails")
    record SwitchDetails(@NotNull Boolean on) {
        static final String EXAMPLE = "{\"on\": true}";
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readMonitoring",
            summary = "Whether the practice monitors by the codes",
            description =
                    "Off unless it was turned on. Roles: clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = MonitoringView.Switch.class)))
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    @APIResponse(responseCode = "422", description = "The id is no UUID")
    public Response read(@PathParam("practice") String practiceId) {
        var practice = Id.of("practiceId", practiceId);
        caller.mustWorkAt(practice);
        practices.mustExist(practice);
        return answer(practice, settings.findByIdOptional(practice));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PRACTICE_LEAD)
    @Transactional
    @Operation(
            operationId = "switchMonitoring",
            summary = "Turn monitoring by the codes on or off",
            description =
                    "By codes of the United States. What was recorded stays while it is off. The same again changes"
                            + " nothing, a change needs If-Match; off, before anybody turned it on, is version 0. Role:"
                            + " practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SwitchDetails.class),
                            examples = @ExampleObject(name = "On", value = SwitchDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = MonitoringView.Switch.class)))
    @APIResponse(responseCode = "404", description = "Not the lead's own practice, or nobody recorded it yet")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "on is missing")
    @APIResponse(responseCode = "428", description = "It would be changed, and If-Match does not say which version")
    public Response turn(
            @PathParam("practice") String practiceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SwitchDetails details) {
        var practice = Id.of("practiceId", practiceId);
        caller.mustWorkAt(practice);
        practices.oneAtATime(practice);
        practices.mustExist(practice);
        var known = settings.findByIdOptional(practice);
        if (known.map(MonitoringSetting::isOn).orElse(false).equals(details.on)) {
            return answer(practice, known);
        }
        Versions.mustMatch(ifMatch, known.map(MonitoringSetting::version).orElse(0L));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var setting = known.orElseGet(() -> new MonitoringSetting(practice));
        setting.turn(details.on, now);
        if (known.isEmpty()) {
            settings.persist(setting);
        }
        return answer(practice, Optional.of(setting));
    }

    @GET
    @Path("candidates")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listMonitored",
            summary = "List the patients who are monitored, with their candidates",
            description =
                    "Of each, the window and the calendar month that the day on lies in, usually today, by what is"
                            + " recorded now; whoever has such a window, or an episode with a day in that month. By patient; limit is 1 to 200, usually 50; after is the next of"
                            + " the page before. Roles: clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "A page: items, and next where there is more",
            content = @Content(schema = @Schema(implementation = MonitoringView.Listing.class)))
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    @APIResponse(responseCode = "409", description = "Monitoring is off at this practice")
    @APIResponse(
            responseCode = "422",
            description = "The id is no UUID, or the day lies ahead, or a query parameter cannot be meant")
    public MonitoringView.Listing list(
            @PathParam("practice") String practiceId,
            @QueryParam("on") @Nullable String onDay,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var asked = Query.day("on", onDay);
        var place = Query.after(after, 1).map(parts -> Id.read(parts.getFirst()).orElseThrow(Query::badCursor));
        int most = Query.limit(limit);
        caller.mustWorkAt(practice);
        settings.mustBeOn(practice);
        var today = clock.instant().atZone(records.zone(practice)).toLocalDate();
        var on = asked.orElse(today);
        if (on.isAfter(today)) {
            throw Problem.unprocessable("on", "must be today, where the practice is, or a day before")
                    .refused();
        }
        var month = YearMonth.from(on);
        var earliest = on.minusDays(Candidates.WINDOW_DAYS - 1L);
        var found = records.monitored(
                practice,
                earliest.isBefore(month.atDay(1)) ? earliest : month.atDay(1),
                month.atEndOfMonth(),
                place.orElse(BEFORE_ALL),
                most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var episodes = records.episodesOf(practice, shown);
        var data = records.dataOf(practice, episodes, today);
        var work = records.workOf(practice, shown, month.atDay(1), month.atEndOfMonth());
        return new MonitoringView.Listing(
                MonitoringView.CANDIDATES_ONLY,
                Candidates.RULES,
                on,
                shown.stream()
                        .flatMap(patient -> item(
                                patient,
                                episodes.getOrDefault(patient, List.of()),
                                data.getOrDefault(patient, List.of()),
                                work.getOrDefault(patient, List.of()),
                                on,
                                today)
                                .stream())
                        .toList(),
                found.size() > most ? Optional.of(Query.cursor(shown.getLast())) : Optional.empty());
    }

    /// Nobody of whom neither the day lies in a window nor a day of its month in an episode.
    private static Optional<MonitoringView.Item> item(
            UUID patient,
            List<Candidates.Episode> episodes,
            List<Candidates.DataDay> data,
            List<KeptWork> work,
            LocalDate on,
            LocalDate today) {
        var month = YearMonth.from(on);
        var followed = Candidates.followed(episodes, data, today);
        var inAWindow =
                followed.stream().filter(each -> windowOn(each, on).isPresent()).findFirst();
        return inAWindow
                .or(() -> followed.reversed().stream()
                        .filter(each -> each.episode().touches(month))
                        .findFirst())
                .map(each -> new MonitoringView.Item(
                        patient,
                        each.episode().id(),
                        each.episode().setUpOn(),
                        each.setUp(),
                        each.says(),
                        windowOn(each, on).map(window -> MonitoringView.WindowView.of(window, false)),
                        MonitoringView.MonthView.of(
                                Candidates.month(
                                        month, work.stream().map(KeptWork::work).toList(), episodes, today),
                                List.of())));
    }

    private static Optional<Candidates.Window> windowOn(Candidates.Followed followed, LocalDate on) {
        return followed.windows().stream().filter(window -> window.has(on)).findFirst();
    }

    private static Response answer(UUID practice, Optional<MonitoringSetting> setting) {
        long version = setting.map(MonitoringSetting::version).orElse(0L);
        return Response.ok(new MonitoringView.Switch(
                        practice,
                        version,
                        setting.map(MonitoringSetting::isOn).orElse(false),
                        setting.flatMap(MonitoringSetting::onSince),
                        MonitoringView.CANDIDATES_ONLY))
                .header(HttpHeaders.ETAG, Versions.tag(version))
                .build();
    }
}
