package care.sacrum.content.edition;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.content.document.Article;
import care.sacrum.content.document.Document;
import care.sacrum.content.document.Exercise;
import care.sacrum.content.document.Kind;
import care.sacrum.content.document.Programme;
import care.sacrum.local.backing.BackingResource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class SeededContentTest {

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
    void everyTextOfEachLanguageIsReadByAChildOfEleven() throws JsonProcessingException {
        for (var edition : seeded()) {
            var formula = Readability.in(edition.language()).orElseThrow();
            var texts = Readability.texts(json.readTree(edition.document()));

            assertThat(texts).as(edition.slug()).isNotEmpty().noneMatch(text -> text.contains("<svg"));
            assertThat(texts)
                    .allSatisfy(text -> assertThat(formula.easyEnough(text))
                            .as("%s: %s %s", edition.tag(), formula.score(text), text)
                            .isTrue());
        }
    }

    @Test
    void everyLatestEditionIsThereInSpanishUnderTheSameNumberAndWithTheSameFigures() throws JsonProcessingException {
        var latest = seeded().stream()
                .collect(Collectors.groupingBy(edition -> edition.kind() + " " + edition.slug()))
                .values();

        assertThat(latest).hasSize(7);
        for (var editions : latest) {
            int version = editions.stream().mapToInt(Published::version).max().orElseThrow();
            var byLanguage = editions.stream()
                    .filter(edition -> edition.version() == version)
                    .collect(Collectors.toMap(Published::language, Published::document));
            assertThat(byLanguage).containsOnlyKeys("en", "es");
            var english = json.readTree(byLanguage.get("en"));
            var spanish = json.readTree(byLanguage.get("es"));
            for (String figures : List.of("dosage", "contraindications", "stopRules", "exercises", "schedule")) {
                assertThat(spanish.path(figures)).isEqualTo(english.path(figures));
            }
            for (String list : List.of("steps", "sections", "whoAsksFirst", "whenToStop", "advice", "emergencyTexts")) {
                assertThat(spanish.path(list).size())
                        .isEqualTo(english.path(list).size());
            }
            assertThat(spanish.at("/review/translation").asText()).isEqualTo("not_yet_reviewed_by_a_speaker");
            assertThat(english.path("review").has("translation")).isFalse();
        }
    }

    @Test
    void everyExerciseShowsItsStartAndItsEnd() throws JsonProcessingException {
        for (var edition : seeded()) {
            if (edition.kind() == Kind.EXERCISE && edition.version() > 1) {
                var image = json.readTree(edition.document()).path("image");
                assertThat(image.path("start").asText()).startsWith("<svg");
                assertThat(image.path("end").asText())
                        .startsWith("<svg")
                        .isNotEqualTo(image.path("start").asText());
            }
        }
    }

    @Test
    void everyCodeThatCannotWaitIsAskedForAndEveryAnswerSaysWhomToCall() throws JsonProcessingException {
        var texts = new HashMap<String, Set<String>>();
        var asked = new HashMap<String, Set<String>>();
        for (var edition : seeded()) {
            var document = json.readTree(edition.document());
            if (document.has("emergencyTexts")) {
                var codes = new HashSet<String>();
                document.path("emergencyTexts").fieldNames().forEachRemaining(codes::add);
                texts.put(edition.language(), codes);
            }
            for (var question : document.path("redFlagQuestions")) {
                asked.computeIfAbsent(edition.language(), _ -> new HashSet<>())
                        .add(question.path("code").asText());
                assertThat(question.path("ifYes"))
                        .allSatisfy(text -> assertThat(text.asText()).contains("{emergencyNumber}"));
            }
        }
        assertThat(asked).isEqualTo(texts).containsOnlyKeys("en", "es");
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
