package care.sacrum.content.edition;

import static care.sacrum.content.edition.Drafts.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class RetiringTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String slug = "a-" + Drafts.newSlug();
    private final String piece = "/programmes/" + slug;

    @Test
    void whatIsRetiredStaysReadableByItsNumberAndIsOnNoList() {
        publish("One").statusCode(201);
        var before = as(Tokens.editor()).get(piece + "/versions/1").asString();

        retire("\"" + slug + "-1-en\"")
                .statusCode(200)
                .body("slug", equalTo(slug), "throughVersion", equalTo(1), "kind", equalTo("programme"));

        assertThat(as(Tokens.patient("somebody")).get(piece + "/versions/1").asString())
                .isEqualTo(before);
        as(Tokens.patient("somebody"))
                .get(piece)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("detail", containsString("stays readable at its number"));
        as(Tokens.editor())
                .get("/programmes?limit=1&after=" + slug.substring(0, slug.length() - 1))
                .then()
                .body("items.slug", not(hasItem(slug)));
    }

    @Test
    void itIsToldOnceAndFitsItsSchema() {
        publish("One").statusCode(201);
        try (var topic = TestTopic.named("sacrum.content.v1").fromTheBeginning()) {
            retire("\"" + slug + "-1-en\"").statusCode(200);
            retire("\"" + slug + "-1-en\"").statusCode(200);
            publish("Two").statusCode(201);
            var key = "content/programme/" + slug;

            topic.next(message -> key.equals(message.key()) && message.value().contains("Two"), SOON);
            var told = topic.all(message -> key.equals(message.key()));

            assertThat(told)
                    .extracting(TestTopic.Message::type)
                    .containsExactly(Announcements.PUBLISHED, Announcements.RETIRED, Announcements.PUBLISHED);
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(Drafts.contract(Announcements.RETIRED + ".schema.json"), InputFormat.JSON)
                            .validate(told.get(1).value(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void theGoldenExampleFitsTheSchema() {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Drafts.contract(Announcements.RETIRED + ".schema.json"), InputFormat.JSON)
                        .validate(Drafts.contract(Announcements.RETIRED + ".example.json"), InputFormat.JSON))
                .isEmpty();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Drafts.contract(Announcements.PUBLISHED + ".schema.json"), InputFormat.JSON)
                        .validate(Drafts.contract(Announcements.PUBLISHED + ".own.example.json"), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void anotherVersionBringsItBack() {
        publish("One").statusCode(201);
        retire("\"" + slug + "-1-en\"").statusCode(200);

        publish("One").statusCode(201).body("version", equalTo(2));

        as(Tokens.editor()).get(piece).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void whoRetiresItSaysWhichVersionWasRead() {
        publish("One").statusCode(201);
        publish("Two").statusCode(201);

        retire(null).statusCode(428).body("detail", containsString(slug + "-2-en"));
        retire("\"" + slug + "-1-en\"").statusCode(412);
        as(Tokens.editor()).get(piece).then().statusCode(200);
        retire("\"" + slug + "-2-en\"").statusCode(200);
        retire("\"" + slug + "-1-en\"").statusCode(200);
    }

    @Test
    void whatWasNeverPublishedIsNotRetired() {
        retire("\"x\"").statusCode(404);
        as(Tokens.clinician(UUID.randomUUID()))
                .header("If-Match", "\"x\"")
                .post(piece + "/retirement")
                .then()
                .statusCode(403);
    }

    @Test
    void aNewProgrammeNamesNoRetiredExercise() {
        var exercise = Drafts.newSlug();
        as(Tokens.editor())
                .body(Drafts.exercise().toString())
                .post("/exercises/" + exercise + "/versions")
                .then()
                .statusCode(201);
        as(Tokens.editor())
                .header("If-Match", "\"" + exercise + "-1-en\"")
                .post("/exercises/" + exercise + "/retirement")
                .then()
                .statusCode(200);
        var programme = Drafts.programme();
        programme
                .withObject("document")
                .withArray("exercises")
                .addObject()
                .put("slug", exercise)
                .put("version", 1);

        as(Tokens.editor())
                .body(programme.toString())
                .post(piece + "/versions")
                .then()
                .statusCode(422)
                .body("errors[0].why", containsString("retired"));
    }

    private ValidatableResponse publish(String title) {
        return as(Tokens.editor())
                .body(Drafts.programme().put("title", title).toString())
                .post(piece + "/versions")
                .then();
    }

    private ValidatableResponse retire(@Nullable String ifMatch) {
        var request = as(Tokens.editor());
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post(piece + "/retirement")
                .then();
    }
}
