package care.sacrum.content.edition;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class DraftsTest {

    private final String slug = Drafts.newSlug();
    private final String address = "/exercises/" + slug;

    @Test
    void aDraftIsSeenByNoReaderUntilItIsPublished() {
        write("A first try").statusCode(201).header("ETag", equalTo("\"1\"")).body("revision", equalTo(1));
        asEditor().get(address).then().statusCode(404);
        asEditor().get(address + "/draft").then().statusCode(200).body("title", equalTo("A first try"));

        asEditor()
                .header("If-Match", "\"1\"")
                .post(address + "/draft/publication")
                .then()
                .statusCode(201)
                .header("Location", endsWith(address + "/versions/1"))
                .body("title", equalTo("A first try"), "readability.easyEnough", equalTo(true));

        asEditor().get(address).then().statusCode(200).body("version", equalTo(1));
        asEditor().get(address + "/draft").then().statusCode(404);
    }

    @Test
    void aChangeNamesTheRevisionThatWasRead() {
        write("One").statusCode(201);

        write("Two").statusCode(428).body("type", equalTo("/problems/version-needed"));
        write("Two", "\"1\"").statusCode(200).header("ETag", equalTo("\"2\""));
        write("Three", "\"1\"").statusCode(412).body("type", equalTo("/problems/version-differs"));
        asEditor().get(address + "/draft").then().body("title", equalTo("Two"), "revision", equalTo(2));
    }

    @Test
    void theFirstDraftNamesNoRevision() {
        write("One", "\"1\"").statusCode(412);
        asEditor().get(address + "/draft").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "delete"})
    void whatEndsADraftNamesItsRevisionToo(String method) {
        String end = address + "/draft" + (method.equals("post") ? "/publication" : "");
        asEditor().header("If-Match", "\"1\"").request(method, end).then().statusCode(404);
        write("One").statusCode(201);

        asEditor().request(method, end).then().statusCode(428);
        asEditor().header("If-Match", "\"7\"").request(method, end).then().statusCode(412);
        asEditor().get(address + "/draft").then().statusCode(200);
    }

    @Test
    void aDraftThrownAwayLeavesWhatIsPublished() {
        write("One").statusCode(201);
        asEditor().header("If-Match", "\"1\"").post(address + "/draft/publication");
        write("Worse").statusCode(201);

        asEditor().header("If-Match", "\"1\"").delete(address + "/draft").then().statusCode(204);

        asEditor().get(address).then().statusCode(200).body("title", equalTo("One"));
        asEditor().get(address + "/draft").then().statusCode(404);
    }

    @Test
    void aDraftHasItsOwnLanguage() {
        write("One").statusCode(201);

        asEditor().get(address + "/draft?language=es").then().statusCode(404);
    }

    @Test
    void aProgrammeOfUnknownExercisesStaysADraft() {
        String programme = "/programmes/" + slug;
        var draft = Drafts.programme();
        ((ObjectNode) draft.at("/document/exercises/0")).put("version", 999_999);
        asEditor().body(draft.toString()).put(programme + "/draft").then().statusCode(201);

        asEditor()
                .header("If-Match", "\"1\"")
                .post(programme + "/draft/publication")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("document.exercises[0]"));
        asEditor().get(programme + "/draft").then().statusCode(200);
    }

    @Test
    void aDraftIsHeldToWhatIsAcceptable() {
        asEditor()
                .body(Drafts.exercise().put("title", " ").toString())
                .put(address + "/draft")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("title"));
        asEditor().body("{").put(address + "/draft").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "clinician", "practice_lead", "integrator", "operator"})
    void onlyAnEditorWritesReadsAndPublishesADraft(String role) {
        write("One").statusCode(201);
        String token = Tokens.of("somebody", role, UUID.randomUUID());

        as(token).get(address + "/draft").then().statusCode(403);
        as(token)
                .body(Drafts.exercise().toString())
                .put(address + "/draft")
                .then()
                .statusCode(403);
        as(token)
                .header("If-Match", "\"1\"")
                .post(address + "/draft/publication")
                .then()
                .statusCode(403);
        as(token).header("If-Match", "\"1\"").delete(address + "/draft").then().statusCode(403);
        asEditor().get(address + "/draft").then().statusCode(200).body("revision", equalTo(1));
    }

    private ValidatableResponse write(String title) {
        return asEditor()
                .body(Drafts.exercise().put("title", title).toString())
                .put(address + "/draft")
                .then();
    }

    private ValidatableResponse write(String title, String ifMatch) {
        return asEditor()
                .header("If-Match", ifMatch)
                .body(Drafts.exercise().put("title", title).toString())
                .put(address + "/draft")
                .then();
    }

    private static RequestSpecification asEditor() {
        return as(Tokens.editor());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
