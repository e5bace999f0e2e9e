package care.sacrum.session.patient;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.session.asking.Page;
import care.sacrum.session.asking.Query;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A phone that has signed in knows its subject only; here it learns which patient that is.
@Path("/me/records")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
class OwnRecordsResource {

    private final Patients patients;
    private final Caller caller;

    OwnRecordsResource(Patients patients, Caller caller) {
        this.patients = patients;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.PATIENT)
    @Operation(
            operationId = "listOwnRecords",
            summary = "List the records that are the caller's own",
            description =
                    "Of every practice where the signed-in person is bound to a patient; none, until an invitation"
                            + " was redeemed. At most 200. Role: patient.")
    @APIResponse(responseCode = "200", description = "items")
    public Page<PatientView> list() {
        var subject = caller.subject();
        return new Page<>(
                subject.isEmpty() ? List.of() : patients.boundTo(subject, Query.LARGEST_PAGE_ITEMS), Optional.empty());
    }
}
