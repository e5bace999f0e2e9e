package care.sacrum.session.clinician;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/clinicians")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clinicians")
class ClinicianResource {

    private final Clinicians clinicians;
    private final Practices practices;
    private final Caller caller;
    private final InstantSource clock;

    ClinicianResource(Clinicians clinicians, Practices practices, Caller caller, InstantSource clock) {
        this.clinicians = clinicians;
        this.practices = practices;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("{clinician}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PRACTICE_LEAD)
    @Transactional
    @Operation(
            operationId = "recordClinician",
            summary = "Record a clinician",
            description = "The whole record each time; the same body again changes nothing, a change of what is there"
                    + " needs If-Match. The id is a pseudonym. Who leaves is recorded as not active, and keeps the"
                    + " patients until they are given to another. Role: practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClinicianDetails.class),
                            examples = @ExampleObject(name = "A clinician", value = ClinicianDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded for the first time",
            content = @Content(schema = @Schema(implementation = ClinicianView.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ClinicianView.class)))
    @APIResponse(responseCode = "404", description = "No such practice that the caller leads")
    @APIResponse(responseCode = "409", description = "The subject is bound to another clinician of the practice")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong")
    @APIResponse(responseCode = "428", description = "It would be changed, and If-Match does not say which version")
    public Response put(
            @PathParam("practice") String practiceId,
            @PathParam("clinician") String clinicianId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ClinicianDetails details) {
        var key = new ClinicianKey(Id.of("practiceId", practiceId), Id.of("clinicianId", clinicianId));
        caller.mustWorkAt(key.practiceId());
        details.mustBeOfTheVocabulary();
        practices.oneAtATime(key.practiceId());
        practices.mustExist(key.practiceId());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var known = clinicians.findByIdOptional(key);
        if (details.subject() != null && clinicians.boundToAnother(key, details.subject())) {
            throw Problem.conflict(
                            "This subject is bound to another clinician of the practice. Change that record first.")
                    .refused();
        }
        if (known.isEmpty()) {
            Versions.mustNotBeAsked(ifMatch);
            var clinician = new Clinician(key, details, now);
            clinicians.persist(clinician);
            return answer(clinician, Response.Status.CREATED);
        }
        var clinician = known.get();
        if (!clinician.says(details)) {
            Versions.mustMatch(ifMatch, clinician.version());
            clinician.change(details, now);
        }
        return answer(clinician, Response.Status.OK);
    }

    @GET
    @Path("{clinician}")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readClinician",
            summary = "Read a clinician's record",
            description = "Roles: clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ClinicianView.class)))
    @APIResponse(responseCode = "404", description = "No such clinician of a practice that the caller works at")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public Response get(@PathParam("practice") String practiceId, @PathParam("clinician") String clinicianId) {
        var key = new ClinicianKey(Id.of("practiceId", practiceId), Id.of("clinicianId", clinicianId));
        caller.mustWorkAt(key.practiceId());
        var clinician = clinicians
                .findByIdOptional(key)
                .orElseThrow(
                        () -> Problem.notFound("clinician", key.clinicianId()).refused());
        return answer(clinician, Response.Status.OK);
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "listClinicians",
            summary = "List a practice's clinicians",
            description =
                    "By id. subject brings the one who signs in as it. limit is 1 to 200, usually 50; after is the"
                            + " next of the page before. Roles: clinician, practice_lead and integrator of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    public Page<ClinicianView> list(
            @PathParam("practice") String practiceId,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var place = Query.after(after, 1).map(parts -> Id.read(parts.getFirst()).orElseThrow(Query::badCursor));
        int most = Query.limit(limit);
        caller.mustWorkAt(practice);
        return Page.of(
                clinicians.page(practice, Optional.ofNullable(subject), place, most + 1),
                most,
                last -> Query.cursor(last.clinicianId()));
    }

    private static Response answer(Clinician clinician, Response.Status status) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(clinician.version()))
                .entity(clinician.view())
                .build();
    }
}
