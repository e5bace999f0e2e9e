package care.sacrum.session.adherence;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Problem.FieldError;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.patient.Patients;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/patients/{patient}/excuses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Adherence")
class ExcuseResource {

    private static final String ANEW = "what is wrong is withdrawn (DELETE) and said anew.";
    private static final int MOST_DAYS = 92;
    private static final int MOST_EXCUSES = 200;
    private static final int MOST_KEPT = 1000;
    private static final int PATIENT_LOOKS_BACK_DAYS = 14;
    private static final int AHEAD_DAYS = 400;
    private static final String CLINICIANS_WORD = "clinician";
    private static final Set<String> REASONS = Set.of("illness", "holiday", CLINICIANS_WORD, "other");

    private final Excuses excuses;
    private final Touched touched;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Patients patients;
    private final Caller caller;
    private final InstantSource clock;

    ExcuseResource(
            Excuses excuses,
            Touched touched,
            Outbox outbox,
            ObjectMapper json,
            Patients patients,
            Caller caller,
            InstantSource clock) {
        this.excuses = excuses;
        this.touched = touched;
        this.outbox = outbox;
        this.json = json;
        this.patients = patients;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("{excuse}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "excuseDays",
            summary = "Excuse days",
            description = "Nothing is expected of the patient on these days, in any prescription. The same body again"
                    + " changes nothing; what was said is never changed, a wrong one is withdrawn. A patient looks back at"
                    + " most 14 days. Of a patient at most 200 stand at a time, and 1,000 are kept with those that were"
                    + " withdrawn. Roles: the patient, and clinician and practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ExcuseDetails.class),
                            examples = @ExampleObject(name = "Three days of illness", value = ExcuseDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Excused",
            content = @Content(schema = @Schema(implementation = ExcuseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was said before",
            content = @Content(schema = @Schema(implementation = ExcuseView.class)))
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    @APIResponse(
            responseCode = "409",
            description = "The id stands for something else, or for an excuse that was withdrawn, or 200 stand, or"
                    + " 1,000 are kept with those that were withdrawn")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong")
    public Response put(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("excuse") String excuseId,
            @Valid @NotNull ExcuseDetails details) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var id = Id.of("excuseId", excuseId);
        patients.mustBeVisibleTo(caller, practice, patient);
        boolean byStaff = !caller.is(Role.PATIENT);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        patients.lock(practice, patient);
        var known = excuses.find(practice, id);
        if (known.isPresent()) {
            return again(known.get(), patient, details);
        }
        mustBeTrue(details, byStaff, today(practice, patient, now));
        mustHaveRoom(practice, patient);
        var excuse = new ExcuseView(
                id,
                patient,
                details.from(),
                details.last(),
                details.reason(),
                byStaff ? "staff" : "patient",
                now,
                Optional.empty());
        if (!excuses.keep(practice, excuse, caller.subject())) {
            // In the meantime somebody took the id for another patient, whose lock is another.
            throw Problem.differs("excuse", id, ANEW).refused();
        }
        tell(practice, excuse);
        return Response.status(Response.Status.CREATED).entity(excuse).build();
    }

    private void mustHaveRoom(UUID practice, UUID patient) {
        var count = excuses.count(practice, patient);
        if (count.all() >= MOST_KEPT) {
            throw Problem.conflict("There are " + MOST_KEPT + " excuses of this patient, withdrawn ones among them, and"
                            + " no more are kept. Pause the prescription instead.")
                    .refused();
        }
        if (count.standing() >= MOST_EXCUSES) {
            throw Problem.conflict("There are " + MOST_EXCUSES + " excuses of this patient. Withdraw one first.")
                    .refused();
        }
    }

    private static Response again(ExcuseView known, UUID patient, ExcuseDetails details) {
        if (!known.patientId().equals(patient) || !known.says(details)) {
            throw Problem.differs("excuse", known.excuseId(), ANEW).refused();
        }
        if (known.withdrawnAt().isPresent()) {
            throw Problem.conflict("This excuse was withdrawn. Say it again under a new id.")
                    .refused();
        }
        return Response.ok(known).build();
    }

    @DELETE
    @Path("{excuse}")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "withdrawExcuse",
            summary = "Withdraw an excuse",
            description =
                    "From now on its days count as if it had not been said; what was known before stays as it was."
                            + " Again: nothing changes. A patient withdraws what the patient said; staff anything. Roles:"
                            + " the patient, and clinician and practice_lead of the practice.")
    @APIResponse(responseCode = "204", description = "It counts no more")
    @APIResponse(responseCode = "404", description = "No such excuse of a patient whom the caller may see")
    @APIResponse(responseCode = "409", description = "Staff said it, and the caller is the patient")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public Response withdraw(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("excuse") String excuseId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var id = Id.of("excuseId", excuseId);
        patients.mustBeVisibleTo(caller, practice, patient);
        patients.lock(practice, patient);
        var excuse = excuses.find(practice, id)
                .filter(found -> found.patientId().equals(patient))
                .orElseThrow(() -> Problem.notFound("excuse", id).refused());
        if (excuse.byStaff() && caller.is(Role.PATIENT)) {
            throw Problem.conflict("The practice said this. Ask it to withdraw it.")
                    .refused();
        }
        if (excuse.withdrawnAt().isEmpty()) {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            excuses.withdraw(practice, id, now);
            tell(practice, excuse.withdrawn(now));
        }
        return Response.noContent().build();
    }

    private void tell(UUID practice, ExcuseView excuse) {
        touched.days(practice, excuse.patientId(), excuse.from(), Optional.of(excuse.to()));
        outbox.add(ExcuseRecorded.of(practice, excuse).event(json));
    }

    @GET
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listExcuses",
            summary = "List a patient's excused days",
            description =
                    "The latest first day first, withdrawn ones among them. limit is 1 to 200, usually 50; after is"
                            + " the next of the page before. Roles: the patient, and clinician, practice_lead and"
                            + " integrator of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    public Page<ExcuseView> list(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var place = Query.after(after, 2).map(ExcuseResource::place);
        int most = Query.limit(limit);
        patients.mustBeVisibleTo(caller, practice, patient);
        return Page.of(
                excuses.page(practice, patient, place, most + 1),
                most,
                last -> Query.cursor(last.from(), last.excuseId()));
    }

    private static void mustBeTrue(ExcuseDetails details, boolean byStaff, LocalDate today) {
        var errors = new ArrayList<FieldError>();
        if (!REASONS.contains(details.reason())) {
            errors.add(new FieldError(
                    "reason",
                    "must be one of "
                            + String.join(", ", REASONS.stream().sorted().toList())));
        } else if (details.reason().equals(CLINICIANS_WORD) && !byStaff) {
            errors.add(new FieldError("reason", "clinician is a clinician's word; say illness, holiday or other"));
        }
        if (details.last().isBefore(details.from())) {
            errors.add(new FieldError("to", "must not lie before from"));
        } else if (ChronoUnit.DAYS.between(details.from(), details.last()) >= MOST_DAYS) {
            errors.add(new FieldError("to", "must leave at most " + MOST_DAYS + " days in all"));
        }
        if (!byStaff && details.from().isBefore(today.minusDays(PATIENT_LOOKS_BACK_DAYS))) {
            errors.add(new FieldError(
                    "from", "must lie at most " + PATIENT_LOOKS_BACK_DAYS + " days back; ask the practice"));
        }
        if (!OurTime.holds(details.from())) {
            errors.add(new FieldError("from", OurTime.MUST));
        } else if (details.from().isAfter(today.plusDays(AHEAD_DAYS))) {
            errors.add(new FieldError("from", "must lie at most " + AHEAD_DAYS + " days ahead"));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors).refused();
        }
    }

    private LocalDate today(UUID practice, UUID patient, Instant now) {
        return LocalDate.ofInstant(now, patients.homeZone(practice, patient));
    }

    private static Excuses.Place place(List<String> parts) {
        return new Excuses.Place(
                Query.dayOfCursor(parts.getFirst()), Id.read(parts.getLast()).orElseThrow(Query::badCursor));
    }
}
