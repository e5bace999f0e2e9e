package care.sacrum.session.silence;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Signals", description = "Who has gone quiet, and when a practice is told.")
class SignalsResource {

    private static final int PARTS_OF_A_PLACE = 3;

    private final SignalSettings settings;
    private final SignalWatches watches;
    private final Practices practices;
    private final Caller caller;
    private final InstantSource clock;

    SignalsResource(
            SignalSettings settings, SignalWatches watches, Practices practices, Caller caller, InstantSource clock) {
        this.settings = settings;
        this.watches = watches;
        this.practices = practices;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("signals")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readSignals",
            summary = "When the practice is told of a patient",
            description = "The thresholds, and the hours in which silences and lapses are told. Roles: clinician,"
                    + " practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = SignalsView.class)))
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    @APIResponse(responseCode = "422", description = "The id is no UUID")
    public Response signals(@PathParam("practice") String practiceId) {
        var practice = mine(practiceId);
        return answer(practice);
    }

    @PUT
    @Path("signals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PRACTICE_LEAD)
    @Transactional
    @Operation(
            operationId = "setSignals",
            summary = "Set when the practice is told of a patient",
            description = "The whole of it each time; the same again changes nothing, a change needs If-Match, also of"
                    + " the usual thresholds, which are version 0. Whom it concerns is looked at again within seconds."
                    + " Role: practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Thresholds.class),
                            examples = @ExampleObject(name = "A patient practice", value = Thresholds.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = SignalsView.class)))
    @APIResponse(responseCode = "404", description = "Not the lead's own practice, or nobody recorded it yet")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A threshold is missing or out of bounds")
    @APIResponse(responseCode = "428", description = "It would be changed, and If-Match does not say which version")
    public Response set(
            @PathParam("practice") String practiceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Thresholds thresholds) {
        var practice = Id.of("practiceId", practiceId);
        caller.mustWorkAt(practice);
        practices.oneAtATime(practice);
        practices.mustExist(practice);
        var known = settings.findByIdOptional(practice);
        var present = known.map(SignalSetting::thresholds).orElse(Thresholds.USUAL);
        if (!present.equals(thresholds)) {
            Versions.mustMatch(ifMatch, known.map(SignalSetting::version).orElse(0L));
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            known.ifPresentOrElse(
                    setting -> setting.change(thresholds, now),
                    () -> settings.persist(new SignalSetting(practice, thresholds, now)));
            settings.flush();
            watches.termsChanged(practice, now);
        }
        return answer(practice);
    }

    @GET
    @Path("silent-patients")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listSilentPatients",
            summary = "List the patients who are silent",
            description = "Those of whom the practice was told, the longest ago first, of those told together the"
                    + " longest quiet. limit is 1 to 200, usually 50;"
                    + " after is the next of the page before. Roles: clinician, practice_lead and integrator of the"
                    + " practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    @APIResponse(responseCode = "422", description = "The id is no UUID, or a query parameter cannot be meant")
    public Page<SilenceView> silent(
            @PathParam("practice") String practiceId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var place = Query.after(after, PARTS_OF_A_PLACE).map(SignalsResource::place);
        int most = Query.limit(limit);
        var practice = mine(practiceId);
        var found = watches.silent(practice, place.orElse(SignalWatches.Place.BEFORE_ALL), most + 1);
        var now = clock.instant();
        var facts =
                watches.facts(found.stream().map(SignalWatches.Silent::watch).toList(), now);
        var terms = watches.terms(List.of(practice)).get(practice);
        var page = Page.of(
                found.stream()
                        .filter(silent -> facts.containsKey(silent.watch().key()))
                        .toList(),
                most,
                last -> Query.cursor(
                        last.place().silentAt(),
                        last.place().quietSince(),
                        last.place().patient()));
        return new Page<>(
                page.items().stream()
                        .map(SignalWatches.Silent::watch)
                        .map(watch -> SilenceView.of(watch, facts.get(watch.key()), terms, now))
                        .toList(),
                page.next());
    }

    @GET
    @Path("patients/{patient}/silence")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readSilence",
            summary = "When a patient was last heard from",
            description = "For how many days nothing was told, when the phone last synced, and whether the practice was"
                    + " told. Roles: clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = SilenceView.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public SilenceView silence(@PathParam("practice") String practiceId, @PathParam("patient") String patientId) {
        var patient = Id.of("patientId", patientId);
        var practice = mine(practiceId);
        var watch = watches.find(new PatientKey(practice, patient))
                .orElseThrow(() -> Problem.notFound("patient", patient).refused());
        var now = clock.instant();
        var facts = watches.facts(List.of(watch), now).get(watch.key());
        if (facts == null) {
            throw Problem.notFound("patient", patient).refused();
        }
        return SilenceView.of(watch, facts, watches.terms(List.of(practice)).get(practice), now);
    }

    private UUID mine(String practiceId) {
        var practice = Id.of("practiceId", practiceId);
        caller.mustWorkAt(practice);
        practices.mustExist(practice);
        return practice;
    }

    private Response answer(UUID practice) {
        var terms = watches.terms(List.of(practice)).get(practice);
        long version =
                settings.findByIdOptional(practice).map(SignalSetting::version).orElse(0L);
        return Response.ok(SignalsView.of(practice, version, terms.thresholds(), terms.hours()))
                .header(HttpHeaders.ETAG, Versions.tag(version))
                .build();
    }

    private static SignalWatches.Place place(List<String> parts) {
        return new SignalWatches.Place(
                Query.momentOfCursor(parts.getFirst()),
                Query.dayOfCursor(parts.get(1)),
                Id.read(parts.getLast()).orElseThrow(Query::badCursor));
    }
}
