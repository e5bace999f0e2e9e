package care.sacrum.content.edition;

import static care.sacrum.content.edition.Drafts.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class OwnContentTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final UUID practice = UUID.randomUUID();
    private final String shelf = "/practices/" + practice + "/exercises/";
    private final String slug = "own-" + Drafts.newSlug();
    private final String editor = editorOf(practice);

    @Test
    void aPracticesEditorPublishesItsOwnAndItsStaffReadsIt() {
        publish(shelf + slug, editor)
                .statusCode(201)
                .header("Location", endsWith(shelf + slug + "/versions/1"))
                .body("practiceId", equalTo(practice.toString()), "version", equalTo(1));

        for (String role : new String[] {"clinician", "practice_lead", "integrator", "content_editor"}) {
            as(Tokens.of("somebody", role, practice))
                    .get(shelf + slug)
                    .then()
                    .statusCode(200)
                    .body("slug", equalTo(slug));
        }
        as(editor).get(shelf).then().statusCode(200).body("items.slug", equalTo(List.of(slug)));
    }

    @Test
    void toAnotherPracticeItIsNotThere() {
        publish(shelf + slug, editor).statusCode(201);
        var elsewhere = UUID.randomUUID();

        as(Tokens.clinician(elsewhere)).get(shelf + slug).then().statusCode(404);
        as(Tokens.clinician(elsewhere)).get(shelf + slug + "/versions/1").then().statusCode(404);
        publish(shelf + slug, editorOf(elsewhere)).statusCode(404);
        as(Tokens.editor()).get(shelf + slug).then().statusCode(404);
        as(Tokens.clinician(elsewhere)).get("/exercises/" + slug).then().statusCode(404);
        as(Tokens.clinician(elsewhere))
                .get("/exercises?limit=100")
                .then()
                .body("items.slug", not(containsString("own-")));
    }

    @Test
    void twoPracticesMayUseTheSameSlugAndEachReadsItsOwn() {
        var other = UUID.randomUUID();
        publish(shelf + slug, editor).statusCode(201);

        as(editorOf(other))
                .body(Drafts.exercise().put("title", "Another tilt").toString())
                .post("/practices/" + other + "/exercises/" + slug + "/versions")
                .then()
                .statusCode(201)
                .body("version", equalTo(1));

        as(Tokens.clinician(practice)).get(shelf + slug).then().body("title", equalTo("Pelvic tilt"));
        as(Tokens.clinician(other))
                .get("/practices/" + other + "/exercises/" + slug)
                .then()
                .body("title", equalTo("Another tilt"));
    }

    @Test
    void aSlugSaysWhoseItIs() {
        publish(shelf + "pelvic-tilt", editor).statusCode(422).body("errors[0].field", equalTo("slug"));
        as(Tokens.editor())
                .body(Drafts.exercise().toString())
                .post("/exercises/" + slug + "/versions")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("slug"));
    }

    @Test
    void anEditorOfAPracticeDoesNotChangeWhatIsEverybodys() {
        as(editor)
                .body(Drafts.exercise().toString())
                .post("/exercises/" + Drafts.newSlug() + "/versions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("/practices/{practice}/"));
    }

    @Test
    void anOwnProgrammeNamesOwnAndCommonExercisesButNotAnothers() {
        publish(shelf + slug, editor).statusCode(201);
        var programme = Drafts.programme();
        programme
                .withObject("document")
                .withArray("exercises")
                .addObject()
                .put("slug", slug)
                .put("version", 1);
        var own = "/practices/" + practice + "/programmes/own-" + Drafts.newSlug() + "/versions";
        as(editor).body(programme.toString()).post(own).then().statusCode(201);

        var elsewhere = UUID.randomUUID();
        as(editorOf(elsewhere))
                .body(programme.toString())
                .post("/practices/" + elsewhere + "/programmes/own-" + Drafts.newSlug() + "/versions")
                .then()
                .statusCode(422)
                .body("errors[0].field", containsString("document.exercises"));
        as(Tokens.editor())
                .body(programme.toString())
                .post("/programmes/" + Drafts.newSlug() + "/versions")
                .then()
                .statusCode(422);
    }

    @Test
    void itsEventNamesThePracticeInKeyAndData() {
        try (var topic = TestTopic.named("sacrum.content.v1")) {
            publish(shelf + slug, editor).statusCode(201);
            var key = "content/" + practice + "/exercise/" + slug;

            var event = topic.next(message -> key.equals(message.key()), SOON);

            assertThat(event.value()).contains("\"practiceId\":\"" + practice + "\"");
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(Drafts.contract(Announcements.PUBLISHED + ".schema.json"), InputFormat.JSON)
                            .validate(event.value(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void aPatientOfThePracticeReadsItUntilErased() throws IOException {
        publish(shelf + slug, editor).statusCode(201);
        var golden = Files.readString(
                Path.of("..", "session-service", "contracts", "care.sacrum.session.patient-recorded.v1.example.json"));
        var recorded = (ObjectNode) Drafts.JSON.readTree(golden);
        var patient = UUID.randomUUID();
        var subject = "sub-of-" + patient;
        recorded.put("practiceId", practice.toString())
                .put("patientId", patient.toString())
                .put("subject", subject);

        as(Tokens.patient(subject)).get(shelf + slug).then().statusCode(404);
        tell("care.sacrum.session.patient-recorded.v1", patient, recorded.toString());
        await().atMost(SOON)
                .until(() -> as(Tokens.patient(subject)).get(shelf + slug).statusCode() == 200);
        as(Tokens.patient("another")).get(shelf + slug).then().statusCode(404);

        tell("care.sacrum.session.patient-erased.v1", patient, """
                {"practiceId": "%s", "patientId": "%s", "erasedAt": "2026-02-05T18:00:00Z"}""".formatted(practice, patient));
        await().atMost(SOON)
                .until(() -> as(Tokens.patient(subject)).get(shelf + slug).statusCode() == 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1"})
    void aPracticeIsAUuid(String id) {
        as(editor).get("/practices/" + id + "/exercises").then().statusCode(422);
    }

    private void tell(String type, UUID patient, String data) {
        try (var topic = TestTopic.named("sacrum.session.v1")) {
            topic.send(
                    practice + "/" + patient,
                    data,
                    Map.of("ce_type", type, "ce_id", UUID.randomUUID().toString()));
        }
    }

    private static String editorOf(UUID practice) {
        return Tokens.of("editor-of-" + practice, "content_editor", practice);
    }

    private static ValidatableResponse publish(String piece, String editor) {
        return as(editor)
                .body(Drafts.exercise().toString())
                .post(piece + "/versions")
                .then();
    }
}
