package care.sacrum.session.content;

import static care.sacrum.session.Course.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What content-service tells of retired content, and of one practice's own, holds for new prescriptions.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class OwnAndRetiredTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PUBLISHED = "care.sacrum.content.published.v1";
    private static final String RETIRED = "care.sacrum.content.retired.v1";

    private Course course;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        course = Course.begin();
    }

    @Test
    void aRetiredProgrammeIsNotPrescribedAnewAndWhoeverHasItKeepsIt() {
        var slug = "prog-" + UUID.randomUUID();
        Publisher.publishes("programme", slug, "{}");
        awaitStatus(course, slug, 201);
        var kept = course.path() + "/prescriptions/" + UUID.randomUUID();
        prescribe(kept, slug).statusCode(201);

        Publisher.sends("content/programme/" + slug, RETIRED, """
                {"kind": "programme", "slug": "%s", "throughVersion": 1, "retiredAt": "2026-02-05T18:00:00Z"}""".formatted(slug));
        awaitStatus(course, slug, 422);

        prescribe(course.path() + "/prescriptions/" + UUID.randomUUID(), slug)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", is("programme"), "errors[0].why", containsString("is retired"));
        as(course.own()).get(kept).then().statusCode(200).body("programme", is(slug));
        Course.changing(course.clinician(), kept)
                .body("{\"programme\": \"%s\", \"startDate\": \"2026-02-01\", \"timesADay\": 2, \"daysAWeek\": 1}"
                        .formatted(slug))
                .put(kept)
                .then()
                .statusCode(200)
                .body("timesADay", is(2), "programmeVersion", is(1));
    }

    @Test
    void aLaterVersionIsPrescribedAgainWhicheverNewsComesFirst() {
        var slug = "prog-" + UUID.randomUUID();
        Publisher.sends("content/programme/" + slug, RETIRED, """
                {"kind": "programme", "slug": "%s", "throughVersion": 1, "retiredAt": "2026-02-05T18:00:00Z"}""".formatted(slug));
        Publisher.publishes("programme", slug, "{}");
        publish("", slug, 2);

        awaitStatus(course, slug, 201);
        prescribe(course.path() + "/prescriptions/" + UUID.randomUUID(), slug)
                .statusCode(201)
                .body("programmeVersion", is(2));
        as(course.clinician())
                .body("""
                        {"programme": "%s", "programmeVersion": 1, "startDate": "2026-02-01", "timesADay": 1,
                         "daysAWeek": 1}""".formatted(slug))
                .put(course.path() + "/prescriptions/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors[0].why", containsString("is retired"));
    }

    @Test
    void aPracticesOwnProgrammeIsPrescribedThereAndNowhereElse() {
        var slug = "own-" + UUID.randomUUID();
        publish("\"practiceId\": \"" + course.practice() + "\", ", slug, 1);
        awaitStatus(course, slug, 201);

        var elsewhere = Course.begin();
        prescribe(elsewhere, elsewhere.path() + "/prescriptions/" + UUID.randomUUID(), slug)
                .statusCode(422)
                .body("errors[0].why", containsString("no programme that is published"));
    }

    /// Such a slug is no practice's to use, and content-service refuses it; but whoever wrote it, nobody's plan
    /// changes.
    @Test
    void whatAPracticePublishesUnderACommonSlugStandsBeforeNothingThatIsCommon() {
        Publisher.publishesADosedProgramme();
        var mine = "\"practiceId\": \"" + course.practice() + "\", ";
        var marker = "own-" + UUID.randomUUID();
        for (var piece : List.of("programme dosed-start", "exercise dosed-tilt", "programme " + marker)) {
            // Under one key, so that they are taken in this order.
            Publisher.sends(
                    "content/" + marker, PUBLISHED, """
                    {%s"kind": "%s", "slug": "%s", "version": 1, "language": "en", "title": "A title",
                     "publishedAt": "2026-01-01T00:00:00Z", "document": {}}""".formatted(mine, piece.split(" ")[0], piece.split(" ")[1]));
        }
        awaitStatus(course, marker, 201);

        as(course.clinician())
                .body("""
                        {"programme": "dosed-start", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 5,
                         "exercises": [{"exercise": "dosed-tilt", "sets": 20}]}""")
                .put(course.path() + "/prescriptions/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors[0].field", is("exercises[0].sets"));
    }

    private static void publish(String whose, String slug, int version) {
        Publisher.sends("content/programme/" + slug, PUBLISHED, """
                {%s"kind": "programme", "slug": "%s", "version": %d, "language": "en", "title": "A title",
                 "publishedAt": "2026-01-01T00:00:00Z", "document": {}}""".formatted(whose, slug, version));
    }

    private static void awaitStatus(Course course, String slug, int status) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> prescribe(course, course.path() + "/prescriptions/" + UUID.randomUUID(), slug)
                                .extract()
                                .statusCode()
                        == status);
    }

    private ValidatableResponse prescribe(String prescription, String slug) {
        return prescribe(course, prescription, slug);
    }

    private static ValidatableResponse prescribe(Course course, String prescription, String slug) {
        return as(course.clinician())
                .body("{\"programme\": \"%s\", \"startDate\": \"2026-02-01\", \"timesADay\": 1, \"daysAWeek\": 1}"
                        .formatted(slug))
                .put(prescription)
                .then();
    }
}
