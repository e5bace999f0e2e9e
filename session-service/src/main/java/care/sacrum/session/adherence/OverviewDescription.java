package care.sacrum.session.adherence;

import care.sacrum.session.asking.QueryDescription;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jspecify.annotations.Nullable;

/// Adds to the description of the overview the words that its parameters take, so that they stand once. Public, since
/// whoever makes the description makes this one too.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class OverviewDescription implements OASFilter {

    private static final Set<String> OF = Set.of("readAdherenceOverview", "exportAdherenceOverview");

    @Override
    public Operation filterOperation(Operation operation) {
        @Nullable String id = operation.getOperationId();
        if (id != null && OF.contains(id)) {
            QueryDescription.takes(operation, "status", OverviewResource.STATUSES);
            QueryDescription.takes(operation, "band", OverviewResource.BANDS);
            QueryDescription.takes(operation, "trend", OverviewResource.TRENDS);
            QueryDescription.takes(operation, "order", OverviewResource.ORDERS);
            QueryDescription.takes(operation, "silentDays", 0, OverviewResource.MOST_SILENT_DAYS);
        }
        return operation;
    }
}
