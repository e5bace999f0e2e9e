package care.sacrum.session.invitation;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.invitation.Redemption.Redeemed;
import care.sacrum.session.invitation.Redemption.Refused;
import care.sacrum.session.invitation.Redemption.TooManyRefused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/invitations/redemptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Invitations")
class RedemptionResource {

    private final Redemptions redemptions;
    private final InvitationSettings settings;
    private final Caller caller;

    RedemptionResource(Redemptions redemptions, InvitationSettings settings, Caller caller) {
        this.redemptions = redemptions;
        this.settings = settings;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PATIENT)
    @Operation(
            operationId = "redeemInvitation",
            summary = "Redeem an invitation",
            description = "Whoever is signed in is the invited patient from then on, by the sub of the token. A code is"
                    + " good once. One that is wrong, used, revoked or expired is refused in the same words, and after"
                    + " 10 refused codes within an hour no further one of the same person is looked at. Role: patient.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RedeemedCode.class),
                            examples = @ExampleObject(name = "A code", value = RedeemedCode.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Which patient the caller is from now on",
            content = @Content(schema = @Schema(implementation = Redeemed.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(responseCode = "422", description = "The code cannot be used")
    @APIResponse(responseCode = "429", description = "Too many codes were refused; Retry-After is in seconds")
    public Response redeem(@Valid @NotNull RedeemedCode typed) {
        if (caller.subject().isEmpty()) {
            throw notUsable();
        }
        return switch (redemptions.redeem(Code.typed(typed.code()), caller.subject())) {
            case Redeemed redeemed -> Response.ok(redeemed).build();
            case Refused() -> throw notUsable();
            case TooManyRefused() -> tooMany();
        };
    }

    private static Problem.Refused notUsable() {
        return new Problem(
                        "/problems/invitation-not-usable",
                        "This code cannot be used",
                        422,
                        "Compare it with the code you were given, letter by letter. If it is right, ask your practice for"
                                + " a new one. If you have used it before, you are connected already: see /me/records.",
                        List.of())
                .refused();
    }

    private Response tooMany() {
        var problem = new Problem(
                "/problems/too-many-codes",
                "Too many codes were refused",
                429,
                "No further code of yours is looked at for now. Wait for "
                        + settings.refusedWithin().toMinutes()
                        + " minutes, or ask your practice for a new code and try again then.",
                List.of());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, settings.refusedWithin().toSeconds())
                .entity(problem)
                .build();
    }
}
