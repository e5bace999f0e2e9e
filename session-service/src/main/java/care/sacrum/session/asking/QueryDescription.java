package care.sacrum.session.asking;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Says of the query parameters that every list has what [Query] takes: their code reads a text, so that a bad one is
/// refused by name, and an annotation could only repeat the bounds. Public, since whoever makes the description makes
/// this one too.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class QueryDescription implements OASFilter {

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() != Parameter.In.QUERY) {
            return parameter;
        }
        switch (parameter.getName()) {
            case "limit" ->
                parameter.schema(numbers(1, Query.LARGEST_PAGE_ITEMS).defaultValue(Query.USUAL_PAGE_ITEMS));
            case "from", "to", "on" -> parameter.schema(text().format("date"));
            case "asKnownAt" -> parameter.schema(text().format("date-time"));
            case "clinician" -> parameter.schema(text().format("uuid"));
            default -> {}
        }
        return parameter;
    }

    /// The words that a parameter of an operation takes.
    public static void takes(Operation operation, String parameter, Collection<String> words) {
        of(operation, parameter).schema(text().enumeration(new ArrayList<>(words)));
    }

    /// The whole numbers that a parameter of an operation takes.
    public static void takes(Operation operation, String parameter, int least, int most) {
        of(operation, parameter).schema(numbers(least, most));
    }

    private static Parameter of(Operation operation, String name) {
        return Objects.requireNonNull(operation.getParameters()).stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(operation.getOperationId() + " takes no " + name));
    }

    private static Schema numbers(int least, int most) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .minimum(BigDecimal.valueOf(least))
                .maximum(BigDecimal.valueOf(most));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
