package care.sacrum.session.asking;

import static care.sacrum.session.Course.as;
import static org.hamcrest.Matchers.hasItem;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A year that nobody can mean is refused by name wherever a day or a moment is said, and is no fault of ours.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class YearsTest {

    private static final List<String> OF_NO_TIME =
            List.of("-999999999-01-01", "+999999999-12-31", "-4713-01-01", "1899-12-31", "3000-01-01");

    private Course course;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        course = Course.begin();
    }

    @ParameterizedTest
    @CsvSource({
        "adherence, from",
        "adherence, to",
        "adherence/explanation, from",
        "adherence/explanation, to",
        "history, from",
        "history, to",
        "monitoring, from",
        "monitoring, to"
    })
    void aDayThatIsAskedForIsOfOurTime(String what, String parameter) {
        for (var day : OF_NO_TIME) {
            refuses(as(course.clinician()).queryParam(parameter, day).get(course.path() + "/" + what), parameter);
        }
    }

    @Test
    void theDayOfAListAndOfAResumptionIsOfOurTime() {
        for (var day : OF_NO_TIME) {
            refuses(
                    as(course.clinician())
                            .queryParam("on", day)
                            .get("/practices/" + course.practice() + "/monitoring/candidates"),
                    "on");
            refuses(
                    as(course.clinician())
                            .queryParam("on", day)
                            .delete(course.path() + "/prescriptions/" + UUID.randomUUID() + "/pause"),
                    "on");
        }
    }

    @Test
    void aMomentThatIsAskedForIsOfOurTime() {
        for (var day : OF_NO_TIME) {
            refuses(
                    as(course.own()).queryParam("asKnownAt", day + "T12:00:00Z").get(course.path() + "/adherence"),
                    "asKnownAt");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "+999999999-12-31", "-4714-01-01", "+10000-01-01"})
    void aPlaceThatNoPageGaveIsRefused(String day) {
        var id = UUID.randomUUID();
        var moment = day + "T12:00:00Z";
        var ofDay = Query.cursor(day, id);
        var ofMoment = Query.cursor(moment, id);
        var own = "/patients/" + course.patient();
        page(own + "/history", Query.cursor(day, Instant.EPOCH, id));
        page(own + "/history", Query.cursor(LocalDate.EPOCH, moment, id));
        page(own + "/excuses", ofDay);
        page(own + "/prescriptions", ofDay);
        page(own + "/invitations", ofMoment);
        page("/unread-notes", ofMoment);
        page("/silent-patients", ofMoment);
        page("/replays", ofMoment);
    }

    private void page(String list, String after) {
        refuses(as(course.lead()).get("/practices/" + course.practice() + list + "?after=" + after), "after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "+999999999-12-31"})
    void aDayThatIsHandedInIsOfOurTime(String day) {
        refuses(excuse(course.own(), day), "from");
        refuses(excuse(course.clinician(), day), "from");
        refuses(prescribe("\"startDate\": \"%s\"".formatted(day)), "startDate");
        refuses(prescribe("\"startDate\": \"2026-02-01\", \"endDate\": \"%s\"".formatted(day)), "endDate");
        refuses(
                Course.changing(course.clinician(), course.path())
                        .body("""
                                {"homeTimeZone": "UTC", "baselineConditions": [{"code": "stress_urinary_incontinence",
                                 "since": "%s", "stable": true, "assessedByClinician": true}]}""".formatted(day))
                        .put(course.path()),
                "baselineConditions.since");
        refuses(
                as(course.lead())
                        .header("If-Match", "*")
                        .body("""
                                {"name": "By the park", "country": "GB", "timeZone": "Europe/London",
                                 "emergencyNumber": "999", "holidays": ["%s"]}""".formatted(day))
                        .put("/practices/" + course.practice()),
                "holidays");
        refuses(
                as(course.own())
                        .body("{\"kind\": \"session\", \"observedAt\": \"%sT12:00:00Z\"}".formatted(day))
                        .put(course.session(UUID.randomUUID())),
                "observedAt");
        refuses(
                as(course.lead())
                        .body("{\"from\": \"%sT12:00:00Z\"}".formatted(day))
                        .post("/practices/" + course.practice() + "/replays"),
                "from");
    }

    @Test
    void aPauseBeginsOnADayOfOurTimeHoweverLongThePlanLasts() {
        var plan = course.path() + "/prescriptions/" + UUID.randomUUID();
        as(course.clinician()).body("""
                        {"programme": "gentle-start", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 5}""").put(plan).then().statusCode(201);

        for (var day : OF_NO_TIME) {
            refuses(
                    Course.changing(course.clinician(), plan)
                            .body("{\"from\": \"%s\"}".formatted(day))
                            .put(plan + "/pause"),
                    "from");
        }
    }

    private Response excuse(String token, String day) {
        return as(token)
                .body("{\"from\": \"%s\", \"reason\": \"holiday\"}".formatted(day))
                .put(course.path() + "/excuses/" + UUID.randomUUID());
    }

    private Response prescribe(String days) {
        return as(course.clinician())
                .body("{\"programme\": \"gentle-start\", %s, \"timesADay\": 1, \"daysAWeek\": 5}".formatted(days))
                .put(course.path() + "/prescriptions/" + UUID.randomUUID());
    }

    private static void refuses(Response answer, String field) {
        answer.then().statusCode(422).contentType("application/problem+json").body("errors.field", hasItem(field));
    }
}
