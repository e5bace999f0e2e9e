package care.sacrum.session.patient;

import care.sacrum.session.asking.QueryDescription;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/// Adds to the description of the list of patients the statuses that it takes, so that they stand once. Public, since
/// whoever makes the description makes this one too.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class PatientsDescription implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        if ("listPatients".equals(operation.getOperationId())) {
            QueryDescription.takes(
                    operation,
                    "status",
                    PatientVocabulary.STATUSES.stream().sorted().toList());
        }
        return operation;
    }
}
