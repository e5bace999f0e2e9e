package care.sacrum.content.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class ReadingTest {

    private static final UUID PRACTICE = UUID.fromString("5ac20000-0000-4000-8000-00000000c0de");

    @Test
    void thePelvicTiltIsDosedAsTheArticleSays() {
        asPatient()
                .get("/exercises/pelvic-tilt")
                .then()
                .statusCode(200)
                .body("kind", equalTo("exercise"), "version", equalTo(2), "language", equalTo("en"))
                .body("document.dosage.repetitions.min", equalTo(10), "document.dosage.repetitions.max", equalTo(12))
                .body("document.dosage.holdSeconds.min", equalTo(5), "document.dosage.holdSeconds.max", equalTo(5))
                .body("document.dosage.sides", equalTo(List.of("both")));
    }

    @Test
    void theLumbarRotationIsHeldForTwentyToThirtySecondsASide() {
        asPatient()
                .get("/exercises/lumbar-rotation")
                .then()
                .statusCode(200)
                .body("document.dosage.holdSeconds.min", equalTo(20), "document.dosage.holdSeconds.max", equalTo(30))
                .body("document.dosage.sides", equalTo(List.of("left", "right")));
    }

    @Test
    void thePiriformisStretchIsHeldForThirtySecondsASide() {
        asPatient()
                .get("/exercises/piriformis-stretch")
                .then()
                .statusCode(200)
                .body("document.dosage.holdSeconds.min", equalTo(30), "document.dosage.holdSeconds.max", equalTo(30))
                .body("document.dosage.sides", equalTo(List.of("left", "right")));
    }

    @Test
    void theProgrammeNamesTheThreeExercisesInOrder() {
        asPatient()
                .get("/programmes/gentle-sacral-start/versions/1")
                .then()
                .statusCode(200)
                .body(
                        "document.exercises.slug",
                        equalTo(List.of("pelvic-tilt", "lumbar-rotation", "piriformis-stretch")),
                        "document.exercises.version",
                        equalTo(List.of(1, 1, 1)));
    }

    @Test
    void everySignOfCaudaEquinaHasAnEmergencyText() {
        var read = asPatient().get("/articles/emergency-texts").then().statusCode(200);
        for (String code : List.of(
                "urine_cannot_start",
                "urine_leak",
                "urine_reduced_feeling",
                "bowel_leak",
                "bowel_reduced_feeling",
                "saddle_numbness",
                "saddle_tingling",
                "sexual_function_change")) {
            read.body("document.emergencyTexts." + code, containsString("go to the emergency department now"));
        }
    }

    @Test
    void nobodyIsToldThatAClinicianHasReviewedIt() {
        asPatient()
                .get("/articles/easing-sacral-pressure")
                .then()
                .body("document.review.status", equalTo("not_yet_reviewed_by_a_clinician"))
                .body("document", not(hasKey("emergencyTexts")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "clinician", "practice_lead", "content_editor", "integrator", "operator"})
    void everyRoleReads(String role) {
        as(Tokens.of("somebody", role, PRACTICE))
                .get("/articles")
                .then()
                .statusCode(200)
                .body("items", not(hasSize(0)));
    }

    @Test
    void aRoleThatNobodyKnowsReadsNothing() {
        as(Tokens.of("somebody", "astronaut", PRACTICE))
                .get("/articles")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/wrong-role"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exercises", "/articles/emergency-texts", "/programmes/gentle-sacral-start/versions/1"})
    void nobodyReadsWithoutAGoodToken(String address) {
        given().get(address).then().statusCode(401).body("type", equalTo("/problems/not-signed-in"));
        for (String bad : List.of(
                Tokens.expired(PRACTICE),
                Tokens.foreign(PRACTICE),
                Tokens.forged(PRACTICE),
                Tokens.forAnotherAudience(PRACTICE),
                "not-a-token")) {
            as(bad).get(address).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/exercises/no-such-exercise",
                "/exercises/pelvic-tilt/versions/99",
                "/exercises/pelvic-tilt/versions/0",
                "/exercises/pelvic-tilt/versions/one",
                "/articles/pelvic-tilt",
                "/programmes/pelvic-tilt/versions/1",
                "/exercises/%27%20or%201%3D1"
            })
    void whatIsNotPublishedIsNotFound(String address) {
        asPatient()
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", not(equalTo("")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    es                  | es
                    es-MX,es;q=0.9,en   | es
                    en;q=0.5,es;q=0.8   | es
                    fr,de               | en
                    fr,es;q=0.2         | es
                    *                   | en
                    en-GB               | en
                    """)
    void everyoneReadsInTheFirstLanguageThereIs(String accepted, String language) {
        for (String address : List.of("/exercises/pelvic-tilt", "/programmes/gentle-sacral-start/versions/2")) {
            asPatient()
                    .header("Accept-Language", accepted)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("Content-Language", equalTo(language))
                    .header("Vary", containsString("Accept-Language"))
                    .body("language", equalTo(language), "version", equalTo(2));
        }
        asPatient()
                .header("Accept-Language", accepted)
                .get("/articles")
                .then()
                .statusCode(200)
                .header("Vary", containsString("Accept-Language"))
                .body("items.find { it.slug == 'red-flag-questions' }.language", equalTo(language));
    }

    @Test
    void aCopyInAnotherLanguageIsNotTakenForTheSame() {
        String english =
                asPatient().get("/exercises/pelvic-tilt").then().extract().header("ETag");

        asPatient()
                .header("Accept-Language", "es")
                .header("If-None-Match", english)
                .get("/exercises/pelvic-tilt")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("es"));
    }

    @Test
    void aVersionThatIsOnlyInEnglishIsReadInEnglish() {
        asPatient()
                .header("Accept-Language", "es")
                .get("/exercises/pelvic-tilt/versions/1")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("en"));
    }

    @Test
    void aCopyThatIsStillTheLatestIsNotSentAgain() {
        String tag = asPatient().get("/exercises/pelvic-tilt").then().extract().header("ETag");

        asPatient()
                .header("If-None-Match", tag)
                .get("/exercises/pelvic-tilt")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        asPatient()
                .header("If-None-Match", "\"another\"")
                .get("/exercises/pelvic-tilt")
                .then()
                .statusCode(200);
    }

    @Test
    void aNumberedVersionMayBeKeptForEverAndTheLatestIsAskedForEachTime() {
        asPatient()
                .get("/exercises/pelvic-tilt/versions/1")
                .then()
                .header("Cache-Control", containsString("immutable"));
        asPatient().get("/exercises/pelvic-tilt").then().header("Cache-Control", containsString("no-cache"));
    }

    @Test
    void theListIsReadInPagesWithoutGapOrDouble() {
        var all = asPatient()
                .get("/exercises?limit=100")
                .then()
                .statusCode(200)
                .body("items[0]", not(hasKey("document")))
                .extract()
                .<String>path("next");
        assertThat(all).isNull();

        var walked = new ArrayList<String>();
        String after = "";
        while (after != null) {
            var page = asPatient()
                    .get("/exercises?limit=2&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            walked.addAll(page.<List<String>>path("items.slug"));
            after = page.path("next");
        }

        assertThat(walked)
                .contains("pelvic-tilt", "lumbar-rotation", "piriformis-stretch")
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=101, limit", "limit=-1, limit"})
    void aPageHasABound(String query, String field) {
        asPatient()
                .get("/exercises?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    private static RequestSpecification asPatient() {
        return as(Tokens.patient("a-patient"));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
