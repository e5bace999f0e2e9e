package care.sacrum.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Says of each refusal that it is a problem of RFC 9457, once for all operations. Public, since whoever makes the
/// description makes this one too.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ProblemDescription implements OASFilter {

    private static final String NAME = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        @Nullable Object components = api.getComponents();
        if (components == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(NAME, problem());
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> operation.getResponses().getAPIResponses().forEach((status, response) -> {
                    if (status.startsWith("4") || status.startsWith("5")) {
                        describe(response);
                    }
                }));
    }

    private static void describe(APIResponse response) {
        @Nullable Object said = response.getContent();
        if (said == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            Problem.MEDIA_TYPE.toString(),
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(NAME))));
        }
    }

    private static Schema problem() {
        var fault = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("field", text("Where it is, such as `exercises[0].sets`."))
                .addProperty("why", text("What is wrong with it, and what it must be."));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A problem by RFC 9457.")
                .addProperty("type", text("A stable relative reference that names the kind of problem."))
                .addProperty("title", text("The same sentence for every problem of this type."))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("As in HTTP."))
                .addProperty("detail", text("What was wrong this time, and what to do about it."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(fault)
                                .description("The fields at fault; absent where none is."));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
