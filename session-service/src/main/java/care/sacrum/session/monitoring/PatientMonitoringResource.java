package care.sacrum.session.monitoring;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.monitoring.Candidates.Episode;
import care.sacrum.session.monitoring.MonitoringRecords.KeptEpisode;
import care.sacrum.session.monitoring.MonitoringRecords.KeptWork;
import care.sacrum.session.monitoring.MonitoringRecords.WorkPlace;
import care.sacrum.session.monitoring.MonitoringView.WorkView;
import care.sacrum.session.patient.Patients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/patients/{patient}/monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Monitoring")
class PatientMonitoringResource {

    private static final int USUAL_DAYS = 92;
    private static final int MOST_DAYS = 400;

    /// The days that are asked about, both included.
    private record Stretch(LocalDate from, LocalDate to) {

        static Stretch of(Optional<LocalDate> askedFrom, Optional<LocalDate> askedTo, LocalDate today) {
            var to = askedTo.orElse(today);
            var from = askedFrom.orElse(to.minusDays(USUAL_DAYS - 1L));
            if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
                throw askedTo.isPresent()
                        ? Query.refused("to", "must not lie before from, nor " + MOST_DAYS + " days or more after it")
                        : Query.refusedWithoutTo(to, MOST_DAYS);
            }
            return new Stretch(from, to);
        }

        boolean isTouchedBy(MonitoringView.EpisodeView episode) {
            return !episode.setUpOn().isAfter(to)
                    && episode.endedOn().filter(from::isAfter).isEmpty();
        }
    }

    private final MonitoringSettings settings;
    private final MonitoringRecords records;
    private final Patients patients;
    private final Caller caller;
    private final InstantSource clock;

    PatientMonitoringResource(
            MonitoringSettings settings,
            MonitoringRecords records,
            Patients patients,
            Caller caller,
            InstantSource clock) {
        this.settings = settings;
        this.records = records;
        this.patients = patients;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readPatientMonitoring",
            summary = "A patient's candidates with the evidence",
            description =
                    "Windows and calendar months that have a day of the asked time: from and to, both included, at"
                            + " most 400 days; usually the last 92. Roles: clinician, practice_lead and integrator of the"
                            + " practice.")
    @APIResponse(
            responseCode = "200",
            description = "By what is recorded now",
            content = @Content(schema = @Schema(implementation = MonitoringView.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "Monitoring is off at this practice")
    @APIResponse(
            responseCode = "422",
            description = "An id is no UUID, or the time is none or too long, or a query parameter cannot be meant")
    public MonitoringView read(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @QueryParam("from") @Nullable String fromDay,
            @QueryParam("to") @Nullable String toDay) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var askedFrom = Query.day("from", fromDay);
        var askedTo = Query.day("to", toDay);
        mustBeSeenAndOn(practice, patient);
        var now = clock.instant();
        var today = now.atZone(patients.homeZone(practice, patient)).toLocalDate();
        var asked = Stretch.of(askedFrom, askedTo, today);
        var episodes = records.episodesOf(practice, List.of(patient)).getOrDefault(patient, List.of());
        return new MonitoringView(
                patient,
                MonitoringView.CANDIDATES_ONLY,
                Candidates.RULES,
                today,
                episodes(practice, patient, episodes, asked, today),
                months(
                        practice,
                        patient,
                        episodes,
                        asked,
                        now.atZone(records.zone(practice)).toLocalDate()));
    }

    private List<MonitoringView.EpisodeView> episodes(
            UUID practice, UUID patient, List<Episode> episodes, Stretch asked, LocalDate today) {
        if (episodes.isEmpty()) {
            return List.of();
        }
        var data = records.dataOf(practice, Map.of(patient, episodes), today).getOrDefault(patient, List.of());
        return Candidates.followed(episodes, data, today).stream()
                .map(followed -> MonitoringView.EpisodeView.of(
                        followed,
                        followed.windows().stream()
                                .filter(window -> !window.from().isAfter(asked.to)
                                        && !window.to().isBefore(asked.from))
                                .map(window -> MonitoringView.WindowView.of(window, true))
                                .toList()))
                .filter(episode -> !episode.windows().isEmpty() || asked.isTouchedBy(episode))
                .toList();
    }

    private List<MonitoringView.MonthView> months(
            UUID practice, UUID patient, List<Episode> episodes, Stretch asked, LocalDate today) {
        var first = YearMonth.from(asked.from);
        var last = YearMonth.from(asked.to);
        var kept = records.workOf(practice, List.of(patient), first.atDay(1), last.atEndOfMonth())
                .getOrDefault(patient, List.of());
        var work = kept.stream().map(KeptWork::work).toList();
        var shown = kept.stream().collect(Collectors.toMap(each -> each.work().workId(), WorkView::of));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> Candidates.month(month, work, episodes, today))
                .map(month -> MonitoringView.MonthView.of(
                        month,
                        month.work().stream()
                                .map(each -> shown.get(each.workId()))
                                .toList()))
                .toList();
    }

    @PUT
    @Path("episodes/{episode}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "recordMonitoringEpisode",
            summary = "Record from when until when a patient is monitored",
            description = "The whole of it each time; the same again changes nothing, a change of what is there needs"
                    + " If-Match. Episodes of a patient never overlap, nor do their windows: where the last window of the one"
                    + " before is not over, those of this one begin behind it. Roles: clinician and practice_lead of the"
                    + " practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EpisodeDetails.class),
                            examples = @ExampleObject(name = "Set up", value = EpisodeDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded for the first time",
            content = @Content(schema = @Schema(implementation = MonitoringView.Recorded.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = MonitoringView.Recorded.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "Monitoring is off, or the id is another patient's")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A day is missing, lies ahead, or in another episode")
    @APIResponse(responseCode = "428", description = "It would be changed, and If-Match does not say which version")
    public Response recordEpisode(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("episode") String episodeId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull EpisodeDetails details) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var id = Id.of("episodeId", episodeId);
        mustBeSeenAndOn(practice, patient);
        patients.lock(practice, patient);
        var known = records.episode(practice, id);
        if (known.filter(kept -> !kept.patient().equals(patient)).isPresent()) {
            throw anotherPatients();
        }
        var said = new Episode(id, details.setUpOn(), details.endedOn());
        if (known.filter(kept -> kept.episode().equals(said)).isPresent()) {
            return answer(known.get(), Response.Status.OK);
        }
        mustHoldTogether(said, practice, patient);
        if (known.isPresent()) {
            Versions.mustMatch(ifMatch, known.get().version());
        } else {
            Versions.mustNotBeAsked(ifMatch);
        }
        var kept = new KeptEpisode(patient, known.map(KeptEpisode::version).orElse(0L) + 1, said);
        if (!records.keep(practice, kept, now(), caller.subject())) {
            // In the meantime: that patient's lock is another.
            throw anotherPatients();
        }
        return answer(kept, known.isPresent() ? Response.Status.OK : Response.Status.CREATED);
    }

    private static Problem.Refused anotherPatients() {
        return Problem.conflict("This id stands for an episode of another patient. Take a new one.")
                .refused();
    }

    private void mustHoldTogether(Episode said, UUID practice, UUID patient) {
        var today = clock.instant().atZone(patients.homeZone(practice, patient)).toLocalDate();
        if (said.setUpOn().isAfter(today) || said.setUpOn().isBefore(today.minusYears(20))) {
            throw Problem.unprocessable("setUpOn", "must be today, where the patient lives, or a day before")
                    .refused();
        }
        if (said.endedOn() != null && !OurTime.holds(said.endedOn())) {
            throw Problem.unprocessable("endedOn", OurTime.MUST).refused();
        }
        if (said.endedOn() != null && said.endedOn().isBefore(said.setUpOn())) {
            throw Problem.unprocessable("endedOn", "must not lie before setUpOn")
                    .refused();
        }
        boolean overlaps = records.episodesOf(practice, List.of(patient)).getOrDefault(patient, List.of()).stream()
                .filter(other -> !other.id().equals(said.id()))
                .anyMatch(other -> overlap(said, other));
        if (overlaps) {
            throw Problem.unprocessable(
                            "setUpOn", "lies in or before another episode that lasts then; end that one first")
                    .refused();
        }
    }

    private static boolean overlap(Episode one, Episode other) {
        return one.covers(other.setUpOn()) || other.covers(one.setUpOn());
    }

    @PUT
    @Path("work/{work}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLINICIAN)
    @Transactional
    @Operation(
            operationId = "recordMonitoringWork",
            summary = "Record minutes and live contacts",
            description =
                    "Of the signed-in clinician, on one day. It makes candidates in a month of which a day lies in an"
                            + " episode. The same again changes nothing; the same id with other"
                            + " content is 409. A wrong entry is struck out and written anew under a new id. Role: clinician of"
                            + " the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WorkDetails.class),
                            examples = @ExampleObject(name = "A call", value = WorkDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = MonitoringView.RecordedWork.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was recorded before",
            content = @Content(schema = @Schema(implementation = MonitoringView.RecordedWork.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "Monitoring is off, or the id stands for other work")
    @APIResponse(responseCode = "422", description = "A field is missing or out of bounds")
    public Response recordWork(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("work") String workId,
            @Valid @NotNull WorkDetails details) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var id = Id.of("workId", workId);
        mustBeSeenAndOn(practice, patient);
        var today = clock.instant().atZone(records.zone(practice)).toLocalDate();
        if (details.day().isAfter(today) || details.day().isBefore(today.minusYears(20))) {
            throw Problem.unprocessable("day", "must be today, where the practice is, or a day before")
                    .refused();
        }
        patients.lock(practice, patient);
        var work = new Candidates.Work(id, details.day(), details.minutes(), details.liveContact());
        var known = records.work(practice, id);
        if (known.isPresent()) {
            if (!known.get().patient().equals(patient) || !known.get().work().equals(work)) {
                throw otherWork(id);
            }
            return answer(known.get(), Response.Status.OK);
        }
        var kept = new KeptWork(patient, work, now(), caller.subject(), null, null);
        if (!records.keep(practice, kept)) {
            throw otherWork(id);
        }
        return answer(kept, Response.Status.CREATED);
    }

    private static Problem.Refused otherWork(UUID id) {
        return Problem.differs("work", id, "what is wrong is struck out (DELETE) and recorded anew.")
                .refused();
    }

    @DELETE
    @Path("work/{work}")
    @RolesAllowed(Role.CLINICIAN)
    @Transactional
    @Operation(
            operationId = "strikeOutMonitoringWork",
            summary = "Strike out recorded work",
            description = "It stays, with who struck it out and when (UTC), and counts no more. Role: clinician of the"
                    + " practice.")
    @APIResponse(
            responseCode = "200",
            description = "It is struck out, now or before",
            content = @Content(schema = @Schema(implementation = MonitoringView.RecordedWork.class)))
    @APIResponse(responseCode = "404", description = "No such work of a patient of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "Monitoring is off at this practice")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public Response strikeOut(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("work") String workId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var id = Id.of("workId", workId);
        mustBeSeenAndOn(practice, patient);
        patients.lock(practice, patient);
        records.work(practice, id)
                .filter(kept -> kept.patient().equals(patient))
                .orElseThrow(() -> Problem.notFound("work", id).refused());
        records.strikeOut(practice, id, now(), caller.subject());
        return answer(records.work(practice, id).orElseThrow(), Response.Status.OK);
    }

    @GET
    @Path("work")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listMonitoringWork",
            summary = "List recorded work, struck out or not",
            description =
                    "The newest day first, what was struck out among it with who did so and when (UTC). from and to are"
                            + " days of the practice's calendar, both included, at most 400; usually the last 92. limit is 1"
                            + " to 200, usually 50; after is the next of the page before. Roles: clinician, practice_lead"
                            + " and integrator of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "Monitoring is off at this practice")
    @APIResponse(
            responseCode = "422",
            description = "An id is no UUID, or the time is none or too long, or a query parameter cannot be meant")
    public Page<MonitoringView.RecordedWork> listWork(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @QueryParam("from") @Nullable String fromDay,
            @QueryParam("to") @Nullable String toDay,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var askedFrom = Query.day("from", fromDay);
        var askedTo = Query.day("to", toDay);
        var place = Query.after(after, 2).map(PatientMonitoringResource::place);
        int most = Query.limit(limit);
        mustBeSeenAndOn(practice, patient);
        var today = clock.instant().atZone(records.zone(practice)).toLocalDate();
        var asked = Stretch.of(askedFrom, askedTo, today);
        return Page.of(
                records.allWorkOf(practice, patient, asked.from, asked.to, place, most + 1).stream()
                        .map(MonitoringView.RecordedWork::of)
                        .toList(),
                most,
                last -> Query.cursor(last.day(), last.workId()));
    }

    private static WorkPlace place(List<String> parts) {
        return new WorkPlace(
                Query.dayOfCursor(parts.getFirst()), Id.read(parts.getLast()).orElseThrow(Query::badCursor));
    }

    private void mustBeSeenAndOn(UUID practice, UUID patient) {
        caller.mustWorkAt(practice);
        patients.mustBeVisibleTo(caller, practice, patient);
        settings.mustBeOn(practice);
    }

    private static Response answer(KeptEpisode kept, Response.Status status) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(kept.version()))
                .entity(MonitoringView.Recorded.of(kept))
                .build();
    }

    private static Response answer(KeptWork kept, Response.Status status) {
        return Response.status(status)
                .entity(MonitoringView.RecordedWork.of(kept))
                .build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
