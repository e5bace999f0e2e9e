package care.sacrum.session.invitation;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import care.sacrum.session.patient.Patients;
import care.sacrum.session.practice.Practices;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/patients/{patient}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Invitations")
class InvitationResource {

    private final Invitations invitations;
    private final Patients patients;
    private final Practices practices;
    private final InvitationSettings settings;
    private final Caller caller;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    InvitationResource(
            Invitations invitations,
            Patients patients,
            Practices practices,
            InvitationSettings settings,
            Caller caller,
            InstantSource clock) {
        this.invitations = invitations;
        this.patients = patients;
        this.practices = practices;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "invitePatient",
            summary = "Invite a patient to sign in",
            description = "Makes a code that the patient redeems once, within 14 days unless the operator set another"
                    + " time. It is in this answer and nowhere else; an invitation that is still open is revoked, so"
                    + " asking again replaces a code that was lost. Takes no body. Roles: clinician and practice_lead of"
                    + " the practice.")
    @APIResponse(
            responseCode = "201",
            description = "Invited",
            content = @Content(schema = @Schema(implementation = FreshInvitation.class)))
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    @APIResponse(
            responseCode = "409",
            description = "Somebody is bound to the patient already, or the patient is not treated any more")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public Response invite(@PathParam("practice") String practiceId, @PathParam("patient") String patientId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        caller.mustWorkAt(practice);
        practices.oneAtATime(practice);
        patients.mustBeVisibleTo(caller, practice, patient);
        if (!patients.awaitsSubject(practice, patient)) {
            throw Problem.conflict(
                            "Only a patient who is active or paused, and whom nobody is bound to, can be invited."
                                    + " End the present binding or change the status first.")
                    .refused();
        }
        var now = now();
        invitations.open(practice, patient, now).forEach(earlier -> earlier.revoke(now));
        var random = new byte[Code.RANDOM_BYTES];
        chance.nextBytes(random);
        var code = Code.of(random);
        var key = new InvitationKey(practice, UUID.randomUUID());
        var expiresAt = now.plus(settings.validFor());
        invitations.persist(new Invitation(key, patient, code, caller.subject(), now, expiresAt));
        return Response.status(Response.Status.CREATED)
                .entity(new FreshInvitation(key.invitationId(), patient, code.grouped(), expiresAt))
                .build();
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "listInvitations",
            summary = "List a patient's invitations",
            description =
                    "The latest first, without their codes. limit is 1 to 200, usually 50; after is the next of the"
                            + " page before. Roles: clinician and practice_lead of the practice.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such patient of a practice that the caller works at")
    public Page<InvitationView> list(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var place = Query.after(after, 2).map(InvitationResource::place);
        int most = Query.limit(limit);
        caller.mustWorkAt(practice);
        patients.mustBeVisibleTo(caller, practice, patient);
        var now = now();
        var found = invitations.page(practice, patient, place, most + 1).stream()
                .map(invitation -> invitation.view(now))
                .toList();
        return Page.of(found, most, last -> Query.cursor(last.invitedAt(), last.invitationId()));
    }

    @DELETE
    @Path("{invitation}")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Transactional
    @Operation(
            operationId = "revokeInvitation",
            summary = "Revoke an invitation",
            description =
                    "Its code is refused from now on. One that is revoked or expired stays as it is. Roles: clinician"
                            + " and practice_lead of the practice.")
    @APIResponse(responseCode = "204", description = "Its code is of no use any more")
    @APIResponse(
            responseCode = "404",
            description = "No such invitation of a patient of a practice that the caller works at")
    @APIResponse(responseCode = "409", description = "It was redeemed already")
    @APIResponse(responseCode = "422", description = "An id is no UUID")
    public void revoke(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @PathParam("invitation") String invitationId) {
        var practice = Id.of("practiceId", practiceId);
        var patient = Id.of("patientId", patientId);
        var id = Id.of("invitationId", invitationId);
        caller.mustWorkAt(practice);
        practices.oneAtATime(practice);
        var now = now();
        var invitation = invitations
                .find(practice, patient, id)
                .orElseThrow(() -> Problem.notFound("invitation", id).refused());
        switch (invitation.state(now)) {
            case OPEN -> invitation.revoke(now);
            case REDEEMED ->
                throw Problem.conflict("It was redeemed already. End the binding of the patient instead:"
                                + " DELETE the subject of the record.")
                        .refused();
            case REVOKED, EXPIRED -> {}
        }
    }

    private static Invitations.Place place(List<String> parts) {
        return new Invitations.Place(
                Query.momentOfCursor(parts.getFirst()), Id.read(parts.getLast()).orElseThrow(Query::badCursor));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
