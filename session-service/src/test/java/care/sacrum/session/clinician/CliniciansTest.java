package care.sacrum.session.clinician;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class CliniciansTest {

    private final UUID id = UUID.randomUUID();
    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void aClinicianIsRecordedOnceAndChangedInVersions() {
        put(course.lead(), ClinicianDetails.EXAMPLE)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("clinicianId", is(id.toString()))
                .body("active", is(true))
                .body("subject", nullValue());
        put(course.lead(), ClinicianDetails.EXAMPLE).statusCode(200).header("ETag", "\"1\"");

        var left = ClinicianDetails.EXAMPLE.replace("}", ", \"active\": false}");
        put(course.lead(), left).statusCode(428);
        as(course.lead())
                .header("If-Match", "\"9\"")
                .body(left)
                .put(path())
                .then()
                .statusCode(412);
        as(course.lead())
                .header("If-Match", "\"1\"")
                .body(left)
                .put(path())
                .then()
                .statusCode(200);

        as(course.clinician())
                .get(path())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("displayName", is("Sam Example"))
                .body("active", is(false));
    }

    @Test
    void fieldsThatAreWrongAreNamed() {
        put(course.lead(), "{\"displayName\": \" \"}")
                .statusCode(422)
                .body("errors.field", contains("displayName", "profession"));
        put(course.lead(), ClinicianDetails.EXAMPLE.replace("physical_therapist", "wizard"))
                .statusCode(422)
                .body("errors.field", contains("profession"));
        put(course.lead(), ClinicianDetails.EXAMPLE.replace("profession", "trade"))
                .statusCode(400);
        put(course.lead(), "{").statusCode(400);
    }

    @Test
    void aSubjectIsBoundToOneClinicianAndFindsTheRecord() {
        put(course.lead(), bound("sub-of-sam")).statusCode(201);
        as(course.lead())
                .body(bound("sub-of-sam"))
                .put("/practices/" + course.practice() + "/clinicians/" + UUID.randomUUID())
                .then()
                .statusCode(409);

        list("?subject=sub-of-sam").body("items.clinicianId", contains(id.toString()));
        list("?subject=sub-of-nobody").body("items", empty());
    }

    @Test
    void cliniciansAreListedPageByPage() {
        var ids = Stream.generate(UUID::randomUUID)
                .limit(5)
                .map(UUID::toString)
                .sorted()
                .toList();
        ids.forEach(each -> as(course.lead())
                .body(ClinicianDetails.EXAMPLE)
                .put("/practices/" + course.practice() + "/clinicians/" + each)
                .then()
                .statusCode(201));
        var read = new ArrayList<String>();
        String after = "";
        do {
            var page = list("?limit=2&after=" + after).statusCode(200).extract();
            read.addAll(page.<List<String>>path("items.clinicianId"));
            after = page.path("next");
        } while (after != null);

        assertThat(read).containsExactlyElementsOf(ids);
        list("?limit=0").statusCode(422);
        list("?after=x").statusCode(422);
    }

    @Test
    void onlyTheLeadRecordsAndOnlyThePracticeReads() {
        put(course.clinician(), ClinicianDetails.EXAMPLE).statusCode(403);
        put(course.own(), ClinicianDetails.EXAMPLE).statusCode(403);
        put(Course.begin().lead(), ClinicianDetails.EXAMPLE).statusCode(404);
        put(Tokens.expired(course.practice()), ClinicianDetails.EXAMPLE).statusCode(401);
        put(course.lead(), ClinicianDetails.EXAMPLE).statusCode(201);
        var nowhere = UUID.randomUUID();
        as(Tokens.lead(nowhere))
                .body(ClinicianDetails.EXAMPLE)
                .put("/practices/" + nowhere + "/clinicians/" + id)
                .then()
                .statusCode(404);

        as(course.own()).get(path()).then().statusCode(403);
        as(Course.begin().clinician()).get(path()).then().statusCode(404);
        as(Course.begin().clinician())
                .get("/practices/" + course.practice() + "/clinicians")
                .then()
                .statusCode(404);
        as(course.own())
                .get("/practices/" + course.practice() + "/clinicians")
                .then()
                .statusCode(403);
        as(course.clinician())
                .get("/practices/" + course.practice() + "/clinicians/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as(course.clinician())
                .get("/practices/" + course.practice() + "/clinicians/sam")
                .then()
                .statusCode(422);
    }

    private static String bound(String subject) {
        return ClinicianDetails.EXAMPLE.replace("}", ", \"subject\": \"" + subject + "\"}");
    }

    private String path() {
        return "/practices/" + course.practice() + "/clinicians/" + id;
    }

    private ValidatableResponse put(String token, String body) {
        return as(token).body(body).put(path()).then();
    }

    private ValidatableResponse list(String query) {
        return as(course.clinician())
                .get("/practices/" + course.practice() + "/clinicians" + query)
                .then();
    }
}
