package care.sacrum.session.contact;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Versions;
import care.sacrum.session.asking.Id;
import care.sacrum.session.patient.Patients;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/patients/{patient}/contact")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Contacts")
class ContactResource {

    private final Contacts contacts;
    private final Patients patients;
    private final Practices practices;
    private final Caller caller;
    private final InstantSource clock;

    ContactResource(Contacts contacts, Patients patients, Practices practices, Caller caller, InstantSource clock) {
        this.contacts = contacts;
        this.patients = patients;
        this.practices = practices;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "recordContact",
            summary = "Record who a patient is",
            description = "Name, telephone, e-mail; the whole of it each time. The same body again changes nothing, a"
                    + " change of what is there needs If-Match, and what was there before is forgotten. Roles:"
                    + " clinician and practice_lead of the practice.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ContactDetails.class),
                            examples = @ExampleObject(name = "A contact", value = ContactDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded for the first time",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong")
    @APIResponse(responseCode = "428", description = "It would be changed, and If-Match does not say which version")
    public Response put(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContactDetails details) {
        var key = new ContactKey(Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        caller.mustWorkAt(key.practiceId());
        practices.oneAtATime(key.practiceId());
        patients.mustBeVisibleTo(caller, key.practiceId(), key.patientId());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var known = contacts.findByIdOptional(key);
        if (known.isEmpty()) {
            Versions.mustNotBeAsked(ifMatch);
            var contact = new Contact(key, details, now);
            contacts.persist(contact);
            return answer(contact, Response.Status.CREATED);
        }
        var contact = known.get();
        if (!contact.says(details)) {
            Versions.mustMatch(ifMatch, contact.version());
            contact.change(details, now);
        }
        return answer(contact, Response.Status.OK);
    }

    @GET
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "readContact",
            summary = "Read who a patient is",
            description = "Roles: the patient, and clinician and practice_lead of the practice; no integrator.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such patient whom the caller may see, or nobody said who it is")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public Response get(@PathParam("practice") String practiceId, @PathParam("patient") String patientId) {
        var key = new ContactKey(Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        patients.mustBeVisibleTo(caller, key.practiceId(), key.patientId());
        var contact = contacts.findByIdOptional(key)
                .orElseThrow(() ->
                        Problem.notFound("contact of patient", key.patientId()).refused());
        return answer(contact, Response.Status.OK);
    }

    private static Response answer(Contact contact, Response.Status status) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(contact.version()))
                .entity(contact.view())
                .build();
    }
}
