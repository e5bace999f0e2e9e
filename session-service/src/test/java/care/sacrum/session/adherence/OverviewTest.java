package care.sacrum.session.adherence;

import static care.sacrum.session.Course.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import care.sacrum.session.asking.Query;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A practice of three: one who does it all, one who has stopped, one who never reported.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class OverviewTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Course keen;
    private Course stopped;
    private Course unheard;
    private LocalDate today;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        today = LocalDate.now(LONDON);
        keen = Course.begin();
        stopped = another();
        unheard = another();
        for (var each : List.of(keen, stopped, unheard)) {
            prescribed(each);
        }
        for (int back = 27; back >= 1; back--) {
            logs(keen, today.minusDays(back));
            if (back > 13) {
                logs(stopped, today.minusDays(back));
            }
        }
        // The phones of both are in touch today, which makes the days before known; only one of them tells of today.
        checksIn(keen);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> overview("?order=figure")
                        .body("items.patientId", contains(id(stopped), id(keen), id(unheard)))
                        .body("items.thirtyDays.done", contains(14, 27, 0))
                        .body("items.thirtyDays.notYetKnown", contains(0, 0, 27)));
    }

    @Test
    void itSaysWhoFollowsWhoFellOffAndWhoIsSilent() {
        overview("?silentDays=14").body("items.patientId", contains(id(stopped)));
        overview("?silentDays=15").body("items", hasSize(0)).body("silent", is(0));
        overview("")
                .body("patients", is(3))
                .body("distribution.from90", is(1))
                .body("distribution.under75", is(1))
                .body("distribution.unknown", is(1))
                .body("fellOff", is(1))
                .body("improved", is(0))
                .body("silent", is(1))
                .body("silentAfterDays", is(5))
                .body("items[0].trend", is("fell_off"))
                .body("items[0].sevenDays.percent", is(0))
                .body("items[0].thirtyDays.percent", is(52))
                .body("items[0].silentDays", is(14))
                .body("items[0].silent", is(true))
                .body("items[1].silent", is(false))
                .body("items[0].lastSyncedOn", is(today.toString()))
                .body("items[1].silentDays", is(0))
                .body("items[1].thirtyDays.percent", is(100))
                .body("items[2].lastSyncedOn", nullValue());
    }

    @Test
    void silentDaysAreTheDaysThatTheSilentPatientsAreCountedBy() {
        var planless = another();
        var paused = another();
        prescribed(paused);
        logs(paused, today.minusDays(9));
        paused.putPatient("""
                {"subject": "%s", "homeTimeZone": "Europe/London", "status": "paused"}""".formatted(paused.subject())).statusCode(200);
        excused(stopped, today.minusDays(12), today.minusDays(10));

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (var each : List.of(keen, stopped, unheard, planless, paused)) {
                var row = "items.find { it.patientId == '%s' }.".formatted(id(each));
                Integer quietDays = as(each.clinician())
                        .get(each.path() + "/silence")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("quietDays");
                overview("?status=any").body(row + "silentDays", is(quietDays)).body(row + "asOf", notNullValue());
            }
            overview("?silentDays=11&status=any").body("items.patientId", contains(id(stopped)));
        });
    }

    @Test
    void thePracticesOwnThresholdSaysWhoIsCountedAsSilent() {
        silentAfter(15);
        overview("").body("silentAfterDays", is(15)).body("silent", is(0));

        silentAfter(14);
        overview("").body("silentAfterDays", is(14)).body("silent", is(1));
        // Who told something today, and who was recorded today, have missed nothing.
        overview("?silentDays=0").body("silentAfterDays", is(0)).body("silent", is(1));
    }

    private void silentAfter(int days) {
        as(keen.lead())
                .header("If-Match", "*")
                .body("""
                        {"silentAfterDays": %d, "lapseBelowPercent": 40, "lapseWindowDays": 7,
                         "lapseExpectedAtLeast": 3}""".formatted(days))
                .put("/practices/" + keen.practice() + "/signals")
                .then()
                .statusCode(200);
    }

    @Test
    void filtersNarrowTheListAndNotTheCounts() {
        overview("?band=from_90").body("items.patientId", contains(id(keen))).body("patients", is(3));
        overview("?trend=fell_off").body("items.patientId", contains(id(stopped)));
        overview("?order=silence").body("items[0].patientId", is(id(stopped)));
        overview("?status=discharged").body("items", hasSize(0)).body("patients", is(0));
        overview("?status=any").body("patients", is(3));
        overview("?clinician=" + UUID.randomUUID()).body("patients", is(0));
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        for (var order : List.of("figure", "silence", "patient")) {
            var whole = overview("?order=" + order).extract().<List<String>>path("items.patientId");
            var paged = new ArrayList<String>();
            var next = "";
            for (int page = 0; page < 3; page++) {
                var answer = overview("?limit=1&order=" + order + (next.isEmpty() ? "" : "&after=" + next))
                        .extract();
                paged.addAll(answer.<List<String>>path("items.patientId"));
                next = answer.path("next");
            }
            assertThat(next).isNull();
            assertThat(paged).isEqualTo(whole);
        }
    }

    @Test
    void whereLittleIsExpectedItSaysHowManyDaysWereExcusedOrPaused() {
        excused(stopped, today.minusDays(8), today.minusDays(6));
        var resting = another();
        as(resting.clinician())
                .header("If-Match", "*")
                .body("{\"from\": \"%s\"}".formatted(today.minusDays(9)))
                .put(prescribed(resting) + "/pause")
                .then()
                .statusCode(200);

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            daysOff(keen, "sevenDays", 0, 0);
            daysOff(keen, "thirtyDays", 0, 0);
            daysOff(stopped, "sevenDays", 1, 0);
            daysOff(stopped, "thirtyDays", 3, 0);
            daysOff(resting, "sevenDays", 0, 7)
                    .body("items.find { it.patientId == '%s' }.sevenDays.expected".formatted(id(resting)), is(0));
            daysOff(resting, "thirtyDays", 0, 10);
        });
        overview("?status=any").body("items.patientId", hasSize(4));
        assertThat(exported(stopped))
                .containsEntry("excusedDays7Days", "1")
                .containsEntry("pausedDays7Days", "0")
                .containsEntry("excusedDays30Days", "3")
                .containsEntry("pausedDays30Days", "0");
        assertThat(exported(resting))
                .containsEntry("expected7Days", "0")
                .containsEntry("excusedDays7Days", "0")
                .containsEntry("pausedDays7Days", "7")
                .containsEntry("excusedDays30Days", "0")
                .containsEntry("pausedDays30Days", "10")
                .containsEntry("silent", "false");
    }

    private ValidatableResponse daysOff(Course of, String stretch, int excused, int paused) {
        var row = "items.find { it.patientId == '%s' }.%s.".formatted(id(of), stretch);
        return overview("").body(row + "excusedDays", is(excused)).body(row + "pausedDays", is(paused));
    }

    /// A patient's line of the spreadsheet, by its heading.
    private Map<String, String> exported(Course of) {
        var lines = csv().split("\r\n");
        var heading = lines[0].substring(1).split(",");
        var cells = Arrays.stream(lines)
                .filter(line -> line.startsWith(id(of)))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        assertThat(cells).hasSameSizeAs(heading);
        return IntStream.range(0, cells.length)
                .boxed()
                .collect(Collectors.toMap(column -> heading[column], column -> cells[column]));
    }

    @Test
    void aSpreadsheetShowsNamesAndRunsNoFormula() {
        as(stopped.clinician())
                .body("{\"name\": \"=cmd|'/C calc'!A0\"}")
                .put(stopped.path() + "/contact")
                .then()
                .statusCode(201);

        var csv = csv();

        assertThat(csv).startsWith("\uFEFFpatientId,name,");
        var lines = csv.split("\r\n");
        assertThat(lines[0]).endsWith(",lastReportOn,lastSyncedOn,silentDays,silent");
        assertThat(lines).hasSize(4);
        assertThat(lines[1]).contains(",\"'=cmd|'/C calc'!A0\",").endsWith("," + today + ",14,true");
        assertThat(lines[2]).contains(",Ada Example,");
    }

    private String csv() {
        return new String(
                as(keen.clinician())
                        .get("/practices/" + keen.practice() + "/adherence/export")
                        .then()
                        .statusCode(200)
                        .header("Content-Type", containsString("text/csv"))
                        .header("Content-Disposition", containsString("adherence.csv"))
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void othersSeeNothing() {
        var path = "/practices/" + keen.practice() + "/adherence";

        as(Course.begin().clinician()).get(path).then().statusCode(404);
        as(keen.own()).get(path).then().statusCode(403);
        as(Tokens.integrator(keen.practice())).get(path).then().statusCode(200);
        as(Tokens.integrator(keen.practice())).get(path + "/export").then().statusCode(403);
        as(Course.begin().lead()).get(path + "/export").then().statusCode(404);
        as(keen.lead())
                .accept("application/json")
                .get(path + "/export")
                .then()
                .statusCode(406)
                .body("detail", containsString("/q/openapi"));
    }

    @Test
    void whatCannotBeAskedIsRefusedByNameOnThePageAndInTheExport() {
        var wrong = Map.of(
                "status", List.of("activ", "ACTIVE", "any'--"),
                "clinician", List.of("me", "1", "' or true --"),
                "band", List.of("all", "UNDER_25", "under_25;"),
                "trend", List.of("better", "IMPROVED"),
                "silentDays", List.of("-1", "1001", "7.5", "many", "99999999999"),
                "order", List.of("name", "figure desc", "1"));
        wrong.forEach((parameter, values) -> values.forEach(value -> {
            isRefused("", parameter, value, Map.of());
            isRefused("/export", parameter, value, Map.of());
        }));
    }

    @Test
    void aPageThatNobodyGaveIsRefused() {
        for (var limit : List.of("0", "201", "-1", "x", "1.0", "99999999999")) {
            isRefused("", "limit", limit, Map.of());
        }
        for (var cursor : List.of(
                "x",
                "%%%",
                Query.cursor("figure"),
                Query.cursor("figure", 5),
                Query.cursor("figure", 5, id(keen), 1),
                Query.cursor("figure", "five", id(keen)),
                Query.cursor("figure", 99_999_999_999L, id(keen)),
                Query.cursor("figure", 5, "nobody"),
                Query.cursor("figures", 5, id(keen)))) {
            isRefused("", "after", cursor, Map.of());
        }
        // Of a page in another order it is another place.
        String next = overview("?limit=1&order=figure").extract().path("next");
        overview("?limit=1&order=figure&after=" + next);
        isRefused("", "after", next, Map.of("order", "silence"));
        isRefused("", "after", next, Map.of("order", "patient"));
    }

    @Test
    void theDescriptionSaysWhatEachParameterTakes() {
        String parameter = "paths.'/practices/{practice}/adherence%s'.get.parameters.find { it.name == '%s' }.schema.";
        var description = given().get("/q/openapi?format=json").then();
        for (var of : List.of("", "/export")) {
            description.body(
                    parameter.formatted(of, "band") + "enum",
                    contains("under_25", "under_50", "under_75", "under_90", "from_90", "unknown"));
            description.body(parameter.formatted(of, "order") + "enum", contains("figure", "silence", "patient"));
            description.body(
                    parameter.formatted(of, "trend") + "enum", contains("improved", "steady", "fell_off", "unknown"));
            description.body(parameter.formatted(of, "status") + "enum", hasItem("any"));
            description.body(parameter.formatted(of, "silentDays") + "maximum", is(1000));
        }
        description
                .body(parameter.formatted("", "limit") + "type", is("integer"))
                .body(parameter.formatted("", "limit") + "minimum", is(1))
                .body(parameter.formatted("", "limit") + "maximum", is(200))
                .body(parameter.formatted("", "limit") + "default", is(50));
    }

    private void isRefused(String of, String parameter, String value, Map<String, String> besides) {
        as(keen.clinician())
                .queryParams(besides)
                .queryParam(parameter, value)
                .get("/practices/" + keen.practice() + "/adherence" + of)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains(parameter), "errors[0].why", not(emptyString()));
    }

    private Course another() {
        var course = new Course(keen.practice(), UUID.randomUUID());
        course.putPatient("""
                {"subject": "%s", "homeTimeZone": "Europe/London"}""".formatted(course.subject())).statusCode(201);
        return course;
    }

    /// The path of the plan.
    private String prescribed(Course course) {
        var plan = course.path() + "/prescriptions/" + UUID.randomUUID();
        as(course.clinician())
                .body("{\"programme\": \"gentle-start\", \"startDate\": \"%s\", \"timesADay\": 1, \"daysAWeek\": 7}"
                        .formatted(today.minusDays(27)))
                .put(plan)
                .then()
                .statusCode(201);
        return plan;
    }

    private static void excused(Course course, LocalDate from, LocalDate to) {
        as(course.clinician())
                .body("{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"illness\"}".formatted(from, to))
                .put(course.path() + "/excuses/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private static void logs(Course course, LocalDate day) {
        course.logs("\"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\""
                        .formatted(day.atStartOfDay(LONDON).toInstant()))
                .statusCode(201);
    }

    private void checksIn(Course course) {
        course.checksIn("\"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\""
                        .formatted(today.atStartOfDay(LONDON).toInstant()))
                .statusCode(201);
    }

    private static String id(Course course) {
        return course.patient().toString();
    }

    private ValidatableResponse overview(String query) {
        return overviewOf(query).statusCode(200);
    }

    private ValidatableResponse overviewOf(String query) {
        return as(keen.clinician())
                .get("/practices/" + keen.practice() + "/adherence" + query)
                .then();
    }
}
