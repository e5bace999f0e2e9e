package care.sacrum.session.report;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Adds to the description of a report the words that its fields take, so that they stand once: an annotation could
/// only
/// repeat them. Public, since whoever makes the description makes this one too.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ReportDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        takes(
                description,
                "Report",
                "kind",
                Arrays.stream(Kind.values()).map(Kind::word).toList());
        takes(description, "Report", "painRegion", Vocabulary.PAIN_REGIONS);
        takes(description, "ReportExercise", "side", Vocabulary.SIDES);
        takes(description, "ReportSelfManipulation", "region", Vocabulary.PAIN_REGIONS);
        takes(description, "ReportSymptom", "status", Vocabulary.STATUSES);
        takes(description, "ReportSymptom", "onset", Vocabulary.ONSETS);
        takes(description, "ReportSymptom", "changeSinceLast", Vocabulary.CHANGES);
        takes(description, "ReportSymptom", "side", Vocabulary.SIDES);
        takes(description, "ReportSymptom", "extent", Vocabulary.EXTENTS);
        // Others are taken as well, and told to be unknown.
        field(description, "ReportSymptom", "code").setExamples(new ArrayList<>(Vocabulary.SYMPTOMS));
    }

    private static void takes(OpenAPI description, String of, String field, Collection<String> words) {
        field(description, of, field).setEnumeration(new ArrayList<>(words));
    }

    private static Schema field(OpenAPI description, String of, String field) {
        var components = Objects.requireNonNull(description.getComponents());
        var schema = Objects.requireNonNull(components.getSchemas().get(of), of);
        return Objects.requireNonNull(schema.getProperties().get(field), field);
    }
}
