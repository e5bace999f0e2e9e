package care.sacrum.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// What an editor sends is shown by the golden examples of the events, so that there is one example of each kind. And
/// the
/// practice of an own shelf is described here, since no method of a shelf names it. Public, since whoever makes the
/// document
/// makes this one too.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ShelfDescription implements OASFilter {

    private static final Map<String, String> OF_A_KIND =
            Map.of("exercises", "", "articles", ".article", "programmes", ".programme");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI description) {
        var items = Optional.ofNullable(description.getPaths().getPathItems()).orElse(Map.of());
        items.forEach((path, item) -> OF_A_KIND.forEach((kind, golden) -> {
            if (path.contains("/" + kind + "/{slug}")) {
                show(item, manuscript(golden));
            }
            if (path.startsWith("/" + kind)) {
                answering(item, "401", "No valid token");
            }
            if (path.startsWith("/practices/{practice}/" + kind)) {
                item.addParameter(practice());
                answering(item, "401", "No valid token");
                answering(item, "404", "Not there for the caller");
                answering(item, "422", "The practice is no UUID");
            }
        }));
    }

    /// What every method of a shelf may answer, where it does not say so itself.
    private static void answering(PathItem item, String status, String description) {
        for (var operation : item.getOperations().values()) {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            }
        }
    }

    private static Parameter practice() {
        return OASFactory.createParameter()
                .name("practice")
                .in(Parameter.In.PATH)
                .required(true)
                .description("The practice whose own content it is")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .format("uuid"));
    }

    private static void show(PathItem item, String manuscript) {
        for (Operation operation : item.getOperations().values()) {
            var body = operation.getRequestBody();
            if (body != null && body.getContent() != null) {
                Objects.requireNonNull(body.getContent().getMediaType("application/json"))
                        .addExample(
                                "as it was published",
                                OASFactory.createExample().value(manuscript));
            }
        }
    }

    private String manuscript(String golden) {
        var file = "META-INF/resources/contracts/care.sacrum.content.published.v1" + golden + ".example.json";
        try (var example = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return ((ObjectNode) json.readTree(Objects.requireNonNull(example, file)))
                    .retain("language", "title", "document")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
