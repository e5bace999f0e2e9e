package care.sacrum.session.contact;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class ContactsTest {

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin().withAnotherPatient();
    }

    @Test
    void aContactIsRecordedOnceAndChangedInVersions() {
        put(course.clinician(), ContactDetails.EXAMPLE)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", is("Bo Example"));
        put(course.lead(), ContactDetails.EXAMPLE).statusCode(200).header("ETag", "\"1\"");
        put(course.clinician(), "{\"name\": \"Bo\"}").statusCode(428);
        change("\"2\"", "{\"name\": \"Bo\"}").statusCode(412);
        change("\"1\"", "{\"name\": \"Bo\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("telephone", nullValue());

        as(course.own())
                .get(path())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", is("Bo"));
    }

    @Test
    void aNameIsInNoRecordAndNoEvent() {
        put(course.clinician(), """
                {"name": "Quite Unmistakable", "telephone": "020 7946 0123", "email": "unmistakable@example.org"}""").statusCode(201);
        course.logs("").statusCode(201);

        as(course.clinician())
                .get(course.path())
                .then()
                .statusCode(200)
                .body(not(Matchers.containsString("Unmistakable")));
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            Awaitility.await()
                    .until(() -> topic.all(message -> course.key().equals(message.key()))
                                    .size()
                            == 2);
            assertThat(topic.all(message -> true))
                    .allSatisfy(message -> assertThat(message.value() + message.headers())
                            .doesNotContainIgnoringCase("unmistakable")
                            .doesNotContain("7946 0123"));
        }
    }

    @Test
    void theNamesOfAPracticeAreReadInOneRequest() {
        put(course.clinician(), ContactDetails.EXAMPLE).statusCode(201);
        var unnamed = course.withAnotherPatient();

        list(course.clinician(), "?patients=" + course.patient() + "," + unnamed.patient())
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.name", contains("Bo Example"));
        var first = list(course.lead(), "?limit=1")
                .statusCode(200)
                .body("items.size()", is(1))
                .extract();
        list(course.lead(), "?limit=1&after=" + first.<String>path("next"))
                .statusCode(200)
                .body("items.patientId", not(contains(first.<String>path("items[0].patientId"))))
                .body("next", nullValue());
        list(Course.begin().clinician(), "?patients=" + course.patient()).statusCode(404);
    }

    @Test
    void aListThatCannotBeReadIsRefused() {
        list(course.clinician(), "?patients=bo").statusCode(422).body("errors.field", contains("patients"));
        list(course.clinician(), "?patients=" + String.join(",", Collections.nCopies(101, "x")))
                .statusCode(422)
                .body("errors.field", contains("patients"));
        list(course.clinician(), "?limit=500").statusCode(422);
        list(course.clinician(), "?after=bo").statusCode(422);
    }

    @Test
    void fieldsThatAreWrongAreNamed() {
        put(course.clinician(), "{\"name\": \"\", \"telephone\": \"call me\", \"email\": \"at home\"}")
                .statusCode(422)
                .body("errors.field", contains("email", "name", "telephone"));
        put(course.clinician(), "{\"name\": \"Bo\", \"pet\": \"Rex\"}").statusCode(400);
        put(course.clinician(), "{\"name\": \"" + "a".repeat(121) + "\"}").statusCode(422);
    }

    @Test
    void noIntegratorAndNobodyElseLearnsAName() {
        put(course.clinician(), ContactDetails.EXAMPLE).statusCode(201);

        as(Tokens.integrator(course.practice())).get(path()).then().statusCode(403);
        list(Tokens.integrator(course.practice()), "").statusCode(403);
        list(course.own(), "").statusCode(403);
        as(course.withAnotherPatient().own()).get(path()).then().statusCode(404);
        as(Course.begin().clinician()).get(path()).then().statusCode(404);
        as(Tokens.foreign(course.practice())).get(path()).then().statusCode(401);
        put(course.own(), ContactDetails.EXAMPLE).statusCode(403);
        put(Course.begin().clinician(), ContactDetails.EXAMPLE).statusCode(404);
        as(course.clinician())
                .body(ContactDetails.EXAMPLE)
                .put("/practices/" + course.practice() + "/patients/" + UUID.randomUUID() + "/contact")
                .then()
                .statusCode(404);
        as(course.clinician())
                .get(course.withAnotherPatient().path() + "/contact")
                .then()
                .statusCode(404);
    }

    private String path() {
        return course.path() + "/contact";
    }

    private ValidatableResponse put(String token, String body) {
        return as(token).body(body).put(path()).then();
    }

    private ValidatableResponse change(String ifMatch, String body) {
        return as(course.clinician())
                .header("If-Match", ifMatch)
                .body(body)
                .put(path())
                .then();
    }

    private ValidatableResponse list(String token, String query) {
        return as(token)
                .get("/practices/" + course.practice() + "/contacts" + query)
                .then();
    }
}
