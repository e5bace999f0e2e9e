package care.sacrum.session.report;

import static care.sacrum.session.Course.as;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class RecordTest {

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void aPatientReadsEverythingThatIsKeptInOwnWordsToo() {
        var wrong = UUID.randomUUID();
        course.logs(wrong, "\"painBefore\": 9, \"mood\": \"low\", \"freeTextNote\": \"Felt fine.\"")
                .statusCode(201);
        as(course.own())
                .body("""
                        {"kind": "correction", "corrects": "%s", "observedAt": "2026-02-04T18:00:00Z",
                         "painBefore": 4}""".formatted(wrong))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);

        as(course.own())
                .get(course.path() + "/record")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("exportedAt", notNullValue())
                .body("patient.patientId", is(course.patient().toString()))
                .body("contact.name", is("Ada Example"))
                .body("prescriptions", hasSize(0))
                .body("signals", hasSize(0))
                .body("monitoring.episodes", hasSize(0))
                .body("monitoring.work", hasSize(0))
                .body("reports", hasSize(2))
                .body("reports[0].freeTextNote", is("Felt fine."))
                .body("reports[0].setAside[0].field", is("mood"))
                .body("reports[1].corrects", is(wrong.toString()))
                .body("complete", is(true));
    }

    @Test
    void aRecordOfManyRowsIsWhole() {
        var reports = IntStream.range(0, 450)
                .mapToObj(number -> "{\"reportId\": \"" + UUID.randomUUID()
                        + "\", \"kind\": \"session\", \"observedAt\": \"2026-02-05T18:00:00Z\"}")
                .collect(Collectors.joining(","));
        as(course.own())
                .body("{\"reports\": [" + reports + "]}")
                .post(course.path() + "/reports")
                .then()
                .statusCode(200);

        as(course.clinician())
                .get(course.path() + "/record")
                .then()
                .statusCode(200)
                .body("reports", hasSize(450));
    }

    @Test
    void whoHasNoContactHasNoneInTheRecord() {
        var other = course.withAnotherPatient();

        as(other.own())
                .get(other.path() + "/record")
                .then()
                .statusCode(200)
                .body("contact", nullValue())
                .body("reports", hasSize(0));
    }

    @Test
    void nobodyElseReadsIt() {
        var address = course.path() + "/record";

        as(Tokens.patient("somebody-else")).get(address).then().statusCode(404);
        as(Course.begin().clinician()).get(address).then().statusCode(404);
        as(Course.begin().lead()).get(address).then().statusCode(404);
        as(Tokens.integrator(course.practice())).get(address).then().statusCode(403);
        as(course.clinician())
                .get("/practices/" + course.practice() + "/patients/nobody/record")
                .then()
                .statusCode(422);
    }
}
