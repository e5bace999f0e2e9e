package care.sacrum.session.contact;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A clinician's screen shows twenty patients by name; it asks here once, not twenty times.
@Path("/practices/{practice}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Contacts")
class ContactsResource {

    private final Contacts contacts;
    private final Caller caller;

    ContactsResource(Contacts contacts, Caller caller) {
        this.contacts = contacts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD})
    @Operation(
            operationId = "listContacts",
            summary = "List who the patients of a practice are",
            description =
                    "By the patient's id. patients names up to 100 ids, parted by commas, and brings those of them"
                            + " whose contact is known. Without it: page by page, limit 1 to 200, usually 50, after being the"
                            + " next of the page before. Roles: clinician and practice_lead of the practice; no integrator.")
    @APIResponse(responseCode = "200", description = "A page: items, and next where there is more")
    @APIResponse(responseCode = "422", description = "A query parameter cannot be meant")
    @APIResponse(responseCode = "404", description = "No such practice that the caller works at")
    public Page<ContactView> list(
            @PathParam("practice") String practiceId,
            @QueryParam("patients") @Nullable String patients,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var practice = Id.of("practiceId", practiceId);
        var wanted = Query.ids("patients", patients);
        var place = Query.after(after, 1).map(parts -> Id.read(parts.getFirst()).orElseThrow(Query::badCursor));
        int most = Query.limit(limit);
        caller.mustWorkAt(practice);
        return wanted.isEmpty()
                ? Page.of(contacts.page(practice, place, most + 1), most, last -> Query.cursor(last.patientId()))
                : new Page<>(contacts.of(practice, wanted), Optional.empty());
    }
}
