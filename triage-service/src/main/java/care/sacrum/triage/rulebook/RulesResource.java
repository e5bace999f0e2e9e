package care.sacrum.triage.rulebook;

import care.sacrum.triage.rules.Languages;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/rules")
@Tag(name = "Rules", description = "What the rules are")
@Produces(MediaType.APPLICATION_JSON)
class RulesResource {

    @GET
    @Authenticated
    @Operation(
            operationId = "listRules",
            summary = "All rules: criterion, logic, advice, referral, sources, certainty, parameters",
            description =
                    "Told by the very values that judge. A criterion is there in words and as a tree; `diagram` is"
                            + " the source of a Mermaid flowchart. Pain is 0 to 10. The parameters are told with their defaults"
                            + " and the bounds within which a practice sets them. Three findings come from none of them:"
                            + " `unread-sign` and `unreadable-report` from what nobody could read, and `call-today` where"
                            + " the patient is told to call and no rule fires. No registered clinician has signed the"
                            + " rules off. Any signed-in role.")
    @APIResponse(responseCode = "200", description = "The rules, in the order in which findings of one level are told")
    @APIResponse(responseCode = "401", description = "No valid token")
    public RulesView rules() {
        return RulesView.in(Languages.ENGLISH);
    }
}
