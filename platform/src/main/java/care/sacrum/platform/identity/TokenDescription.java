package care.sacrum.platform.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jspecify.annotations.Nullable;

/// Says of each operation that it wants a token, as each of them does; by itself the description would not say so of an
/// operation that a resource inherits. Public, since whoever makes the description makes this one too.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class TokenDescription implements OASFilter {

    /// As Quarkus calls the scheme that it adds.
    private static final String SCHEME = "SecurityScheme";

    @Override
    public Operation filterOperation(Operation operation) {
        @Nullable Object said = operation.getSecurity();
        if (said == null) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SCHEME));
        }
        return operation;
    }
}
