package care.sacrum.session.prescription;

import static care.sacrum.session.Course.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class PrescriptionsTest {

    private static final String GENTLE_START = """
            {"programme": "gentle-start", "programmeVersion": 1, "startDate": "2026-02-01", "endDate": "2026-03-01",
             "timesADay": 2, "daysAWeek": 5}""";

    private final UUID id = UUID.randomUUID();
    private Course course;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        course = Course.begin();
    }

    @Test
    void aProgrammeIsPrescribedOnceAndChangedInVersions() {
        put(course.clinician(), GENTLE_START).statusCode(201).body("version", is(1));
        put(course.lead(), GENTLE_START).statusCode(200).body("version", is(1));
        put(course.clinician(), GENTLE_START.replace("\"timesADay\": 2", "\"timesADay\": 1"))
                .statusCode(428);
        as(course.clinician())
                .header("If-Match", "\"1\"")
                .body(GENTLE_START.replace("\"timesADay\": 2", "\"timesADay\": 1"))
                .put(course.path() + "/prescriptions/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("timesADay", is(1));

        as(course.own())
                .get(course.path() + "/prescriptions")
                .then()
                .statusCode(200)
                .body("items.programme", contains("gentle-start"))
                .body("items[0].endDate", is("2026-03-01"));
    }

    @Test
    void aProgrammeThatNobodyPublishedIsRefused() {
        put(course.clinician(), GENTLE_START.replace("gentle-start", "boot-camp"))
                .statusCode(422)
                .body("errors.field", contains("programme"));
        put(course.clinician(), GENTLE_START.replace("\"programmeVersion\": 1", "\"programmeVersion\": 99"))
                .statusCode(422);
        put(course.clinician(), GENTLE_START.replace("\"programmeVersion\": 1, ", ""))
                .statusCode(201);
    }

    @Test
    void fieldsThatAreWrongAreNamed() {
        put(course.clinician(), "{\"programme\": \"Gentle start\", \"timesADay\": 0, \"daysAWeek\": 8}")
                .statusCode(422)
                .body("errors.field", hasItems("programme", "startDate", "timesADay", "daysAWeek"));
        put(course.clinician(), GENTLE_START.replace("2026-03-01", "2026-01-31"))
                .statusCode(422)
                .body("errors.field", contains("endDate"));
        put(course.clinician(), GENTLE_START.replace("2026-03-01", "someday")).statusCode(400);
    }

    @Test
    void theIdOfAnotherPatientsPrescriptionIsAConflict() {
        put(course.clinician(), GENTLE_START).statusCode(201);

        as(course.clinician())
                .body(GENTLE_START)
                .put(course.withAnotherPatient().path() + "/prescriptions/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void onlyThePracticePrescribes() {
        put(course.own(), GENTLE_START).statusCode(403);
        put(Tokens.integrator(course.practice()), GENTLE_START).statusCode(403);
        put(Course.begin().clinician(), GENTLE_START).statusCode(404);
        put(Tokens.expired(course.practice()), GENTLE_START).statusCode(401);
        as(course.withAnotherPatient().own())
                .get(course.path() + "/prescriptions")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse put(String token, String body) {
        return as(token).body(body).put(course.path() + "/prescriptions/" + id).then();
    }
}
