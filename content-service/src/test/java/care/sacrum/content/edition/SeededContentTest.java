package care.sacrum.content.edition;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.content.document.Article;
import care.sacrum.content.document.Document;
import care.sacrum.content.document.Exercise;
import care.sacrum.content.document.Kind;
import care.sacrum.content.document.Programme;
import care.sacrum.local.backing.BackingResource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class SeededContentTest {

    /// Grade 6 of the Flesch-Kincaid scale is read at the age of 11.
    private static final double HIGHEST_GRADE = 6.0;

    /// Nothing that a patient reads: codes, figures, and what clinicians are told of the sources.
    private static final Set<String> NOT_PROSE =
            Set.of("dosage", "contraindications", "stopRules", "exercises", "schedule", "evidence", "review");

    @Inject
    Editions editions;

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Test
    void whatTheMigrationBroughtWouldBeAcceptedFromAnEditor() throws JsonProcessingException {
        for (var edition : seeded()) {
            Document document = json.readValue(edition.document(), shape(edition.kind()));

            assertThat(validator.validate(new Manuscript<>(edition.language(), edition.title(), document)))
                    .as(edition.slug())
                    .isEmpty();
            assertThat(json.readTree(json.writeValueAsString(document)))
                    .as("nothing of %s is lost in reading", edition.slug())
                    .isEqualTo(json.readTree(edition.document()));
        }
    }

    @Test
    void everyEnglishTextIsReadByAChildOfEleven() throws JsonProcessingException {
        for (var edition : seeded()) {
            var texts = new ArrayList<String>();
            json.readTree(edition.document()).properties().stream()
                    .filter(field -> !NOT_PROSE.contains(field.getKey()))
                    .forEach(field -> collect(field.getValue(), texts));

            assertThat(texts).as(edition.slug()).isNotEmpty();
            for (String text : texts) {
                assertThat(Readability.grade(text))
                        .as("%s: %s", edition.slug(), text)
                        .isLessThanOrEqualTo(HIGHEST_GRADE);
            }
        }
    }

    /// A paragraph, a step or an emergency text is one text; a list of short remarks is read together.
    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual() && node.asText().split("\\s+").length >= Readability.FEWEST_WORDS) {
            texts.add(node.asText());
        } else {
            node.forEach(child -> collect(child, texts));
        }
    }

    private List<Published> seeded() {
        return QuarkusTransaction.requiringNew()
                .call(() -> editions.find("publishedBy", "migration").<Edition>list().stream()
                        .map(Edition::published)
                        .filter(edition -> !edition.slug().startsWith("test-"))
                        .toList());
    }

    private static Class<? extends Document> shape(Kind kind) {
        return switch (kind) {
            case ARTICLE -> Article.class;
            case EXERCISE -> Exercise.class;
            case PROGRAMME -> Programme.class;
        };
    }
}
