package care.sacrum.content.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class PublishingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    @Test
    void anEditorPublishesTheNextNumberAndTheOlderOneStaysAsItWas() throws Exception {
        String slug = Drafts.newSlug();
        publish("/exercises", slug, Drafts.exercise())
                .statusCode(201)
                .header("Location", endsWith("/exercises/" + slug + "/versions/1"))
                .body("version", equalTo(1), "title", equalTo("Pelvic tilt"));
        String first = read("/exercises/" + slug + "/versions/1");

        publish("/exercises", slug, Drafts.exercise().put("title", "A better tilt"))
                .statusCode(201)
                .body("version", equalTo(2));

        assertThat(JSON.readTree(read("/exercises/" + slug)).path("title").asText())
                .isEqualTo("A better tilt");
        assertThat(read("/exercises/" + slug + "/versions/1")).isEqualTo(first);
    }

    @Test
    void whatIsPublishedIsToldOfWithTheSameWordsAsItIsRead() throws Exception {
        String slug = Drafts.newSlug();
        try (var topic = TestTopic.named("sacrum.content.v1")) {
            publish("/articles", slug, Drafts.article()).statusCode(201);

            var event = topic.next(message -> ("content/article/" + slug).equals(message.key()), SOON);

            assertThat(JSON.readTree(event.value())).isEqualTo(JSON.readTree(read("/articles/" + slug)));
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "/sacrum/content-service")
                    .containsEntry("ce_type", "care.sacrum.content.published.v1")
                    .containsEntry("ce_subject", "content/article/" + slug)
                    .containsEntry("ce_dataschema", "/contracts/care.sacrum.content.published.v1.schema.json")
                    .containsEntry("content-type", "application/json")
                    .containsKeys("ce_id", "ce_time");
        }
    }

    @Test
    void sendingTheSameAgainPublishesNothing() {
        String slug = Drafts.newSlug();
        publish("/programmes", slug, Drafts.programme()).statusCode(201);

        publish("/programmes", slug, Drafts.programme()).statusCode(200).body("version", equalTo(1));

        publish("/programmes", slug, Drafts.programme().put("title", "Another")).statusCode(201);
        try (var topic = TestTopic.named("sacrum.content.v1").fromTheBeginning()) {
            topic.next(message -> ofSlug(message, slug) && message.value().contains("Another"), SOON);
            assertThat(topic.all(message -> ofSlug(message, slug))).hasSize(2);
        }
    }

    @Test
    void editorsWhoPublishAtTheSameMomentGetNumbersWithoutGapOrDouble() throws Exception {
        String slug = Drafts.newSlug();
        int editors = 16;
        try (var topic = TestTopic.named("sacrum.content.v1");
                var threads = Executors.newFixedThreadPool(8)) {
            var work = IntStream.range(0, editors)
                    .mapToObj(i -> (Callable<Integer>) () -> publish(
                                    "/exercises", slug, Drafts.exercise().put("title", "Draft " + i))
                            .statusCode(201)
                            .extract()
                            .path("version"))
                    .toList();

            var numbers = threads.invokeAll(work).stream()
                    .map(each -> each.resultNow())
                    .toList();

            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, editors).boxed().toList());
            topic.next(message -> ofSlug(message, slug) && version(message) == editors, SOON);
            assertThat(topic.all(message -> ofSlug(message, slug)).stream().map(PublishingTest::version))
                    .as("order of the events")
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, editors).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "clinician", "practice_lead", "integrator", "operator", "astronaut"})
    void onlyAnEditorPublishes(String role) {
        String slug = Drafts.newSlug();

        as(Tokens.of("somebody", role, UUID.randomUUID()))
                .body(Drafts.exercise().toString())
                .post("/exercises/" + slug + "/versions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");

        asEditor().get("/exercises/" + slug).then().statusCode(404);
    }

    @Test
    void nobodyPublishesWithoutAToken() {
        given().contentType("application/json")
                .body(Drafts.exercise().toString())
                .post("/exercises/" + Drafts.newSlug() + "/versions")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /title                             | null            | title
                    /title                             | "  "            | title
                    /language                          | "english"       | language
                    /document                          | null            | document
                    /document/summary                  | ""              | document.summary
                    /document/steps                    | []              | document.steps
                    /document/dosage                   | null            | document.dosage
                    /document/dosage/sets              | null            | document.dosage.sets
                    /document/dosage/sets              | {}              | document.dosage.sets.min
                    /document/dosage/holdSeconds/min   | -1              | document.dosage.holdSeconds.min
                    /document/dosage/holdSeconds       | {"min":9,"max":5} | document.dosage.holdSeconds.max
                    /document/dosage/holdSeconds/max   | 3600            | document.dosage.holdSeconds
                    /document/dosage/daysAWeek/max     | 8               | document.dosage.daysAWeek
                    /document/dosage/sides             | ["left","left"] | document.dosage.sides
                    /document/contraindications        | ["flat_feet"]   | document.contraindications
                    /document/contraindications        | ["fever","fever"] | document.contraindications
                    /document/contraindications        | [null]          | document.contraindications
                    /document/stopRules                | ["osteoporosis"] | document.stopRules
                    /document/stopRules                | []              | document.stopRules
                    /document/image/alt                | null            | document.image.alt
                    /document/review                   | null            | document.review
                    """)
    void aFieldThatIsMissingOrWrongIsNamed(String where, String value, String field) throws Exception {
        String slug = Drafts.newSlug();
        var draft = changed(Drafts.exercise(), where, JSON.readTree(value));

        publish("/exercises", slug, draft)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-content"))
                .body("errors.field", hasItem(field));

        asEditor().get("/exercises/" + slug).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /document/dosage/sets/min  | "1"        | document.dosage.sets.min
                    /document/dosage/sets/min  | 1.5        | document.dosage.sets.min
                    /document/dosage/sides     | ["middle"] | document.dosage.sides[0]
                    /document/steps            | "one"      | document.steps
                    /document/steps            | [1]        | document.steps[0]
                    /document/secret           | 1          | document.secret
                    /document/review/status    | "reviewed" | document.review.status
                    """)
    void aFieldOfTheWrongTypeIsNamed(String where, String value, String field) throws Exception {
        var draft = changed(Drafts.exercise(), where, JSON.readTree(value));

        publish("/exercises", Drafts.newSlug(), draft)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "end"})
    void aDrawingThatCouldRunAScriptIsRefused(String which) {
        var draft = Drafts.exercise();
        ((ObjectNode) draft.at("/document/image"))
                .put(which, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><script/></svg>");

        publish("/exercises", Drafts.newSlug(), draft)
                .statusCode(422)
                .body("errors.field", hasItem("document.image." + which));
    }

    @Test
    void anEditorIsToldHowHardTheHardestTextIsToRead() {
        String slug = Drafts.newSlug();
        publish("/exercises", slug, Drafts.exercise())
                .statusCode(201)
                .body("readability.easyEnough", equalTo(true), "readability.bound", equalTo(6.0f));
        var hard = Drafts.exercise();
        String text = "Repeated forceful manipulation of the sacroiliac articulation predisposes to hypermobility.";
        ((ObjectNode) hard.path("document")).put("summary", text);

        publish("/exercises", slug, hard)
                .statusCode(201)
                .body("readability.easyEnough", equalTo(false), "readability.hardestText", equalTo(text));
    }

    @Test
    void aTextInALanguageWithoutAFormulaIsPublishedWithoutAGrade() {
        publish("/exercises", Drafts.newSlug(), Drafts.exercise().put("language", "fr"))
                .statusCode(201)
                .body("readability", equalTo(null));
    }

    @Test
    void anEmergencyTextForASymptomNobodyKnowsIsRefused() {
        var draft = Drafts.article();
        ((ObjectNode) draft.at("/document/emergencyTexts")).put("itchy_nose", "Go at once.");

        publish("/articles", Drafts.newSlug(), draft)
                .statusCode(422)
                .body("errors.field", hasItem("document.emergencyTexts"));
    }

    @Test
    void aProgrammeOfExercisesThatNobodyPublishedIsRefused() throws Exception {
        var draft = changed(Drafts.programme(), "/document/exercises", JSON.readTree("""
                        [{"slug": "pelvic-tilt", "version": 1}, {"slug": "pelvic-tilt", "version": 999999},
                         {"slug": "emergency-texts", "version": 1}]"""));

        publish("/programmes", Drafts.newSlug(), draft)
                .statusCode(422)
                .body("errors.field", equalTo(List.of("document.exercises[1]", "document.exercises[2]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pelvic-Tilt", "pelvic_tilt", "-tilt", "tilt--two", "t%C3%ADlt"})
    void aSlugIsSmallLettersDigitsAndHyphens(String slug) {
        asEditor()
                .urlEncodingEnabled(false)
                .body(Drafts.exercise().toString())
                .post("/exercises/" + slug + "/versions")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("slug"));
    }

    @Test
    void aSlugOfEightyOneLettersIsRefused() {
        publish("/exercises", "a".repeat(81), Drafts.exercise()).statusCode(422).body("errors.field", hasItem("slug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "nonsense"})
    void whatIsNoJsonObjectIsUnreadable(String body) {
        asEditor()
                .body(body)
                .post("/exercises/" + Drafts.newSlug() + "/versions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}"})
    void anEmptyBodyIsRefused(String body) {
        asEditor()
                .body(body)
                .post("/exercises/" + Drafts.newSlug() + "/versions")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        as(Tokens.editor())
                .contentType("text/plain")
                .body("hello")
                .post("/exercises/" + Drafts.newSlug() + "/versions")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void whatIsPublishedIsNeitherChangedNorDeletedInTheDatabase() throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            for (String wish : List.of(
                    "update edition set title = 'x' where slug = 'pelvic-tilt'",
                    "update edition set document = '{}' where slug = 'pelvic-tilt'",
                    "delete from edition where slug = 'pelvic-tilt'")) {
                assertThatThrownBy(() -> sql.execute(wish)).hasMessageContaining("neither changed nor deleted");
            }
        }
    }

    private static ObjectNode changed(ObjectNode draft, String where, JsonNode value) {
        int last = where.lastIndexOf('/');
        ((ObjectNode) draft.at(where.substring(0, last))).set(where.substring(last + 1), value);
        return draft;
    }

    private static boolean ofSlug(TestTopic.Message message, String slug) {
        return String.valueOf(message.key()).endsWith("/" + slug);
    }

    private static int version(TestTopic.Message message) {
        try {
            return JSON.readTree(message.value()).path("version").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String address) {
        return asEditor().get(address).then().statusCode(200).extract().asString();
    }

    private static ValidatableResponse publish(String shelf, String slug, ObjectNode draft) {
        return asEditor()
                .body(draft.toString())
                .post(shelf + "/" + slug + "/versions")
                .then();
    }

    private static RequestSpecification asEditor() {
        return as(Tokens.editor());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
