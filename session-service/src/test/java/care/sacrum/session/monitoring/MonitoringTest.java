package care.sacrum.session.monitoring;

import static care.sacrum.local.backing.EveryOperation.Call.delete;
import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.put;
import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.EveryOperation.Call;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.asking.Query;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class MonitoringTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    @TestHTTPResource("/")
    URI service;

    @Inject
    AgroalDataSource database;

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    private String practice() {
        return "/practices/" + course.practice() + "/monitoring";
    }

    private void on() {
        as(course.lead())
                .header("If-Match", "*")
                .body("{\"on\": true}")
                .put(practice())
                .then()
                .statusCode(200);
    }

    @Test
    void itIsOffUntilThePracticeTurnsItOn() {
        as(course.clinician()).get(practice()).then().statusCode(200).body("on", is(false));
        as(course.clinician())
                .get(course.path() + "/monitoring")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("turns it on"));
        as(course.clinician()).get(practice() + "/candidates").then().statusCode(409);
        work(course, UUID.randomUUID(), 5, true).statusCode(409);
        episode(course, UUID.randomUUID(), TODAY, null).statusCode(409);

        as(course.lead()).body("{\"on\": true}").put(practice()).then().statusCode(428);
        as(course.lead())
                .header("If-Match", "\"0\"")
                .body("{\"on\": true}")
                .put(practice())
                .then()
                .statusCode(200)
                .body("on", is(true));
        as(course.clinician()).get(course.path() + "/monitoring").then().statusCode(200);

        as(course.lead())
                .header("If-Match", "\"1\"")
                .body("{\"on\": false}")
                .put(practice())
                .then()
                .statusCode(200)
                .body("onSince", nullValue());
        as(course.clinician()).get(course.path() + "/monitoring").then().statusCode(409);
    }

    @Test
    void candidatesComeWithTheEvidenceOfEachDayAndSayWhatTheyAreNot() {
        on();
        episode(course, UUID.randomUUID(), TODAY.minusDays(40), null).statusCode(201);
        for (int daysAgo : new int[] {41, 40, 39, 39, 20, 2}) {
            course.logs("\"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\"".formatted(noon(daysAgo)))
                    .statusCode(201);
        }
        work(course, UUID.randomUUID(), 12, true).statusCode(201);

        as(course.clinician())
                .get(course.path() + "/monitoring")
                .then()
                .statusCode(200)
                .body("says", containsString("does not say that anything may be billed"))
                .body("says", containsString("device"))
                .body("episodes[0].setUp.candidate", is("98975"))
                .body("episodes[0].setUp.reachedOn", is(TODAY.minusDays(39).toString()))
                .body("episodes[0].windows.daysWithData", contains(3, 1))
                .body("episodes[0].windows.over", contains(true, false))
                .body("episodes[0].windows[0].candidate", is("98985"))
                .body("episodes[0].windows[1].candidate", nullValue())
                .body("episodes[0].windows[0].days.reports", contains(1, 2, 1))
                .body("episodes[0].windows[0].days[1].reportIds", hasSize(2))
                .body("episodes[0].windows[0].days[0].firstReceivedAt", containsString(TODAY.getYear() + ""))
                .body("months[-1].minutes", is(12))
                .body("months[-1].liveContacts", is(1))
                .body("months[-1].candidates.code", contains("98979"))
                .body("months[-1].work", hasSize(1));
    }

    @Test
    void aReportThatTellsNothingIsNoData() {
        on();
        episode(course, UUID.randomUUID(), TODAY.minusDays(20), null).statusCode(201);
        var nothing = List.of(
                "\"exercisesDone\": []",
                "\"exercisesDone\": [], \"painRegion\": \"low_back\", \"restDay\": false",
                "\"exercisesDone\": [{\"name\": \"Bridge\", \"sets\": 0}]");
        for (var each : nothing) {
            course.logs("\"observedAt\": \"%s\", %s".formatted(noon(1), each)).statusCode(201);
        }
        checksIn(2, "");
        checksIn(2, ", \"symptoms\": []");
        daysOfTheFirstWindow(course, 0);

        course.logs("\"observedAt\": \"%s\"".formatted(noon(3))).statusCode(201);
        course.logs("\"observedAt\": \"%s\", \"exercisesDone\": [{\"name\": \"Bridge\"}]".formatted(noon(4)))
                .statusCode(201);
        checksIn(5, ", \"painNextMorning\": 0");
        checksIn(6, ", \"symptoms\": [{\"code\": \"fever\", \"status\": \"denied\"}]");
        checksIn(7, ", \"restDay\": true");
        checksIn(8, ", \"freeTextNote\": \"As ever.\"");
        daysOfTheFirstWindow(course, 6);
    }

    private void checksIn(int daysAgo, String more) {
        as(course.own())
                .body("{\"kind\": \"morning_check_in\", \"observedAt\": \"%s\"%s}".formatted(noon(daysAgo), more))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);
    }

    @Test
    void withoutAnEpisodeThereIsNoCandidateOfAMonthOnThePageAndOnTheList() {
        on();
        work(course, UUID.randomUUID(), 25, true).statusCode(201);
        var monitored = course.withAnotherPatient();
        episode(monitored, UUID.randomUUID(), TODAY.minusDays(3), TODAY.minusDays(3))
                .statusCode(201);
        work(monitored, UUID.randomUUID(), TODAY.minusDays(3), 25).statusCode(201);

        months(course)
                .body("months[-1].minutes", is(25))
                .body("months[-1].candidates", empty())
                .body("months[-1].why", containsString("No day of this month lies in an episode"));
        listed(TODAY.minusDays(3))
                .body("items.patientId", contains(monitored.patient().toString()))
                .body("items.month.candidates.code.flatten()", contains("98980"))
                .body("items[0].window.why", is("Fewer than 2 days with data."));
        months(monitored).body("months.candidates.code.flatten()", contains("98980"));
    }

    @Test
    void theWindowOfADayIsOneOnThePageAndOnTheListWhereEpisodesFollowCloselyUponEachOther() {
        on();
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        episode(course, first, TODAY.minusDays(25), TODAY.minusDays(10)).statusCode(201);
        episode(course, second, TODAY.minusDays(5), null).statusCode(201);

        months(course)
                .body("episodes.episodeId", contains(first.toString(), second.toString()))
                .body("episodes[0].windows.to", contains(TODAY.plusDays(4).toString()))
                .body("episodes[1].windows", empty())
                .body("episodes[1].says", containsString(TODAY.plusDays(5).toString()));
        listed(TODAY)
                .body("items.episodeId", contains(first.toString()))
                .body("items.window.from", contains(TODAY.minusDays(25).toString()));
    }

    private ValidatableResponse listed(LocalDate on) {
        return as(course.clinician())
                .get(practice() + "/candidates?on=" + on)
                .then()
                .statusCode(200);
    }

    @Test
    void theEvidenceOfAMonthSaysWhoRecordedItAndWhen() {
        on();
        var id = UUID.randomUUID();
        String recordedAt = work(course, id, 12, true).statusCode(201).extract().path("recordedAt");

        months(course)
                .body("months[-1].work.workId", contains(id.toString()))
                .body("months[-1].work.minutes", contains(12))
                .body("months[-1].work.recordedBy", contains("test-clinician"))
                .body("months[-1].work.recordedAt", contains(recordedAt));
    }

    @Test
    void aLateReportCountsForItsDayAndACorrectionForNone() {
        on();
        episode(course, UUID.randomUUID(), TODAY.minusDays(35), null).statusCode(201);
        var first = UUID.randomUUID();
        course.logs(first, "\"observedAt\": \"%s\"".formatted(noon(33))).statusCode(201);
        as(course.own())
                .body("""
                        {"kind": "correction", "corrects": "%s", "observedAt": "%s", "painBefore": 1}""".formatted(first, noon(31)))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);
        daysOfTheFirstWindow(course, 1);

        course.logs("\"observedAt\": \"%s\"".formatted(noon(34))).statusCode(201);
        daysOfTheFirstWindow(course, 2);
    }

    @Test
    void whatThePracticeTypesInIsNoData() {
        on();
        episode(course, UUID.randomUUID(), TODAY.minusDays(20), null).statusCode(201);
        for (int daysAgo = 1; daysAgo <= 16; daysAgo++) {
            as(course.clinician())
                    .body("{\"kind\": \"session\", \"observedAt\": \"%s\"}".formatted(noon(daysAgo)))
                    .put(course.session(UUID.randomUUID()))
                    .then()
                    .statusCode(201);
        }
        daysOfTheFirstWindow(course, 0);

        course.logs("\"observedAt\": \"%s\"".formatted(noon(3))).statusCode(201);
        as(course.clinician())
                .get(course.path() + "/monitoring")
                .then()
                .body("says", containsString("on behalf"))
                .body("episodes[0].windows[0].daysWithData", is(1))
                .body("episodes[0].windows[0].days.reports", contains(1));
    }

    @Test
    void whatNobodyCanDateIsNoData() {
        on();
        episode(course, UUID.randomUUID(), TODAY.minusDays(430), null).statusCode(201);
        course.logs("\"observedAt\": \"%s\"".formatted(noon(425))).statusCode(201);
        course.logs("\"observedAt\": \"%s\"".formatted(noon(395))).statusCode(201);

        as(course.clinician())
                .get(course.path() + "/monitoring?from=%s&to=%s".formatted(TODAY.minusDays(430), TODAY.minusDays(390)))
                .then()
                .statusCode(200)
                .body("episodes[0].windows.daysWithData", contains(0, 1));
    }

    private static void daysOfTheFirstWindow(Course of, int days) {
        as(of.clinician())
                .get(of.path() + "/monitoring")
                .then()
                .statusCode(200)
                .body("episodes[0].windows[0].daysWithData", is(days));
    }

    @Test
    void workIsRecordedOnceAndStruckOutWithoutATraceLost() {
        on();
        var id = UUID.randomUUID();
        work(course, id, 15, true).statusCode(201);
        work(course, id, 15, true).statusCode(200);
        work(course, id, 16, true)
                .statusCode(409)
                .body("detail", containsString("struck out (DELETE) and recorded anew"));
        work(course.withAnotherPatient(), id, 15, true).statusCode(409);
        months(course).body("months[-1].minutes", is(15));

        as(course.clinician())
                .delete(course.path() + "/monitoring/work/" + id)
                .then()
                .statusCode(200)
                .body("struckBy", not(empty()));
        as(course.clinician())
                .delete(course.path() + "/monitoring/work/" + id)
                .then()
                .statusCode(200);
        months(course).body("months[-1].minutes", is(0)).body("months[-1].candidates", empty());
        as(course.clinician())
                .delete(course.path() + "/monitoring/work/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void whatWasStruckOutIsListedWithWhoDidItAndDoesNotCount() {
        on();
        var wrong = UUID.randomUUID();
        var right = UUID.randomUUID();
        work(course, wrong, TODAY.minusDays(1), 45).statusCode(201);
        work(course, right, TODAY, 12).statusCode(201);
        strikeOut(course, wrong);

        works(course, "")
                .body("items.workId", contains(right.toString(), wrong.toString()))
                .body("items.minutes", contains(12, 45))
                .body("items.recordedBy", everyItem(is("test-clinician")))
                .body("items[0].struckAt", nullValue())
                .body("items[0].struckBy", nullValue())
                .body("items[1].struckAt", containsString("T"))
                .body("items[1].struckBy", is("test-colleague"))
                .body("next", nullValue());
        months(course)
                .body("months.work.workId.flatten()", contains(right.toString()))
                .body("months.minutes.sum()", is(12));
    }

    @Test
    void pagesOfWorkFollowEachOtherWithoutAGapOrARepeatTheNewestDayFirst() {
        on();
        var days = new HashMap<String, String>();
        for (int i = 0; i < 7; i++) {
            var id = UUID.randomUUID();
            var day = TODAY.minusDays(i / 3);
            work(course, id, day, 5).statusCode(201);
            days.put(id.toString(), day.toString());
            if (i % 2 == 0) {
                strikeOut(course, id);
            }
        }
        work(course.withAnotherPatient(), UUID.randomUUID(), TODAY, 5).statusCode(201);

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = works(course, "?limit=2&after=" + next).extract();
            seen.addAll(page.path("items.workId"));
            next = page.path("next");
        } while (next != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(days.keySet());
        assertThat(seen.stream().map(days::get)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void workIsListedOfTheDaysThatAreAskedForUsuallyTheLast92() {
        on();
        var recent = UUID.randomUUID();
        var older = UUID.randomUUID();
        work(course, recent, TODAY.minusDays(90), 5).statusCode(201);
        work(course, older, TODAY.minusDays(93), 5).statusCode(201);

        works(course, "").body("items.workId", contains(recent.toString()));
        works(course, "?from=" + TODAY.minusDays(93))
                .body("items.workId", contains(recent.toString(), older.toString()));
        works(course, "?to=" + TODAY.minusDays(93)).body("items.workId", contains(older.toString()));
        works(course, "?from=%s&to=%s".formatted(TODAY.minusDays(399), TODAY)).body("items", hasSize(2));
        works(course, "?from=%s&to=%s".formatted(TODAY.minusDays(92), TODAY.minusDays(91)))
                .body("items", empty());
    }

    @Test
    void workIsListedToThePracticesStaffWhileMonitoringIsOn() {
        var path = course.path() + "/monitoring/work";
        as(course.clinician())
                .get(path)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("turns it on"));
        on();

        as(course.lead()).get(path).then().statusCode(200);
        as(Tokens.integrator(course.practice())).get(path).then().statusCode(200);
        as(course.own()).get(path).then().statusCode(403);
        as(Course.begin().clinician()).get(path).then().statusCode(404);
        as(course.clinician())
                .get("/practices/%s/patients/%s/monitoring/work".formatted(course.practice(), UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    @Test
    void whatCannotBeAskedOfWorkIsRefusedByName() {
        on();
        var wrong = Map.of(
                "from", List.of("noon", "2026-02-30", "-999999999-01-01", "+99999-01-01"),
                "to", List.of("1", "2026-13-01", "-999999999-01-01", "+999999999-12-31"),
                "limit", List.of("0", "201", "x"),
                "after",
                        List.of(
                                "x",
                                Query.cursor("2026-02-05"),
                                Query.cursor("noon", UUID.randomUUID()),
                                Query.cursor("+99999999-02-05", UUID.randomUUID()),
                                Query.cursor("2026-02-05", "mine")));
        wrong.forEach((parameter, values) -> values.forEach(value -> refusesWork(parameter, Map.of(parameter, value))));

        refusesWork("to", Map.of("from", "2026-01-02", "to", "2026-01-01"));
        refusesWork("to", Map.of("from", TODAY.minusDays(400).toString(), "to", TODAY.toString()));
        refusesWork("from", Map.of("from", TODAY.plusDays(2).toString()));
    }

    private void refusesWork(String named, Map<String, String> query) {
        as(course.clinician())
                .queryParams(query)
                .get(course.path() + "/monitoring/work")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains(named), "errors[0].why", not(emptyString()));
    }

    private static void strikeOut(Course of, UUID id) {
        as(Tokens.of("test-colleague", "clinician", of.practice()))
                .delete(of.path() + "/monitoring/work/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse works(Course of, String query) {
        return as(of.clinician())
                .get(of.path() + "/monitoring/work" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse months(Course of) {
        return as(of.clinician()).get(of.path() + "/monitoring").then().statusCode(200);
    }

    @Test
    void whatCannotBeIsRefused() {
        on();
        work(course, UUID.randomUUID(), 0, true).statusCode(422);
        work(course, UUID.randomUUID(), 241, true).statusCode(422);
        as(course.clinician())
                .body("{\"day\": \"%s\", \"minutes\": 5, \"liveContact\": true}".formatted(TODAY.plusDays(2)))
                .put(course.path() + "/monitoring/work/" + UUID.randomUUID())
                .then()
                .statusCode(422);
        episode(course, UUID.randomUUID(), TODAY.plusDays(2), null).statusCode(422);
        episode(course, UUID.randomUUID(), TODAY, TODAY.minusDays(1)).statusCode(422);
        as(course.clinician())
                .get(course.path() + "/monitoring?from=2026-01-01&to=2027-06-01")
                .then()
                .statusCode(422);
        as(course.clinician())
                .get(course.path() + "/monitoring?from=2026-01-02&to=2026-01-01")
                .then()
                .statusCode(422);
        as(course.clinician())
                .get(practice() + "/candidates?on=" + TODAY.plusDays(2))
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsMissingIsNamedWithWhatItMustBe() {
        on();
        as(course.clinician())
                .body("{}")
                .put(course.path() + "/monitoring/work/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.field", contains("day", "liveContact", "minutes"))
                .body(
                        "errors.why",
                        contains(
                                "must be given: a date such as 2026-02-05",
                                "must be given: true or false",
                                "must be given: a whole number"));
        as(course.clinician())
                .body("null")
                .put(course.path() + "/monitoring/work/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.why", contains("must be given: an object; see /q/openapi"));
    }

    @Test
    void episodesOfAPatientNeverOverlap() {
        on();
        var first = UUID.randomUUID();
        episode(course, first, TODAY.minusDays(60), null).statusCode(201);
        episode(course, UUID.randomUUID(), TODAY.minusDays(10), null).statusCode(422);
        episode(course, UUID.randomUUID(), TODAY.minusDays(90), null).statusCode(422);
        episode(course, first, TODAY.minusDays(60), TODAY.minusDays(20)).statusCode(428);
        as(course.clinician())
                .header("If-Match", "\"1\"")
                .body("{\"setUpOn\": \"%s\", \"endedOn\": \"%s\"}".formatted(TODAY.minusDays(60), TODAY.minusDays(20)))
                .put(course.path() + "/monitoring/episodes/" + first)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        episode(course, UUID.randomUUID(), TODAY.minusDays(20), null).statusCode(422);
        episode(course, UUID.randomUUID(), TODAY.minusDays(19), null).statusCode(201);
        episode(course.withAnotherPatient(), first, TODAY.minusDays(60), null).statusCode(409);
        episode(course, UUID.randomUUID(), TODAY.minusDays(19), LocalDate.MAX)
                .statusCode(422)
                .body("errors.field", contains("endedOn"));
    }

    @Test
    void thePracticesListIsPagedAndSaysTheSameAsEachPatients() {
        on();
        var patients = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var each = course.withAnotherPatient();
            episode(each, UUID.randomUUID(), TODAY.minusDays(3), null).statusCode(201);
            for (int day = 0; day < i; day++) {
                each.logs("\"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\"".formatted(noon(3 - day)))
                        .statusCode(201);
            }
            patients.add(each.patient().toString());
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = as(course.clinician())
                    .get(practice() + "/candidates?limit=2&after=" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            for (var item : page.jsonPath().<Map<String, Object>>getList("items")) {
                var patient = item.get("patientId").toString();
                seen.add(patient);
                var window = (Map<?, ?>) item.get("window");
                assertThat(window.get("daysWithData")).isEqualTo(patients.indexOf(patient));
                assertThat(window.get("candidate")).isEqualTo(patients.indexOf(patient) > 1 ? "98985" : null);
            }
            next = page.path("next");
        } while (next != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(patients);
    }

    private static String noon(int daysAgo) {
        return TODAY.minusDays(daysAgo)
                .atTime(LocalTime.of(0, 5))
                .atZone(ZoneId.of("Europe/London"))
                .toInstant()
                .toString();
    }

    @Test
    void oneIdForTwoPatientsAtOnceIsAConflict() throws Exception {
        on();
        var id = UUID.randomUUID();
        whileAnotherPatientTakes("""
                insert into monitoring_episode (practice_id, episode_id, patient_id, version, set_up_on, recorded_at,
                    recorded_by) values (?, ?, ?, 1, current_date, now(), 'somebody')""", id, () -> episode(course, id, TODAY, null).statusCode(409));
        whileAnotherPatientTakes("""
                insert into monitoring_work (practice_id, work_id, patient_id, day, minutes, live_contact, recorded_at,
                    recorded_by) values (?, ?, ?, current_date, 12, true, now(), 'somebody')""", id, () -> work(course, id, 12, true).statusCode(409));
    }

    private void whileAnotherPatientTakes(String insertion, UUID id, Runnable put) throws Exception {
        var other = course.withAnotherPatient();
        try (var connection = database.getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(insertion)) {
                insert.setObject(1, other.practice());
                insert.setObject(2, id);
                insert.setObject(3, other.patient());
                insert.executeUpdate();
            }
            var answer = threads.submit(put);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            connection.commit();
            connection.setAutoCommit(true);

            answer.get();
        }
    }

    private boolean somebodyWaits() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select from pg_stat_activity
                        where wait_event_type = 'Lock' and query like 'insert into monitoring_%'""");
                var found = select.executeQuery()) {
            return found.next();
        }
    }

    private static ValidatableResponse work(Course of, UUID id, int minutes, boolean live) {
        return work(of, id, TODAY, minutes, live);
    }

    private static ValidatableResponse work(Course of, UUID id, LocalDate day, int minutes) {
        return work(of, id, day, minutes, true);
    }

    private static ValidatableResponse work(Course of, UUID id, LocalDate day, int minutes, boolean live) {
        return as(of.clinician())
                .body("{\"day\": \"%s\", \"minutes\": %d, \"liveContact\": %s}".formatted(day, minutes, live))
                .put(of.path() + "/monitoring/work/" + id)
                .then();
    }

    private static ValidatableResponse episode(Course of, UUID id, LocalDate setUpOn, LocalDate endedOn) {
        return as(of.clinician())
                .body(
                        endedOn == null
                                ? "{\"setUpOn\": \"%s\"}".formatted(setUpOn)
                                : "{\"setUpOn\": \"%s\", \"endedOn\": \"%s\"}".formatted(setUpOn, endedOn))
                .put(of.path() + "/monitoring/episodes/" + id)
                .then();
    }

    @Test
    void whatIsSaidOfMonitoringIsTrue() {
        on();
        var elsewhere = Course.begin();
        var ours = course.path() + "/monitoring";
        EveryOperation.at(service)
                .tagged("Monitoring")
                .row(
                        "readMonitoring",
                        row -> row.done(() -> get(practice()).as(course.clinician()))
                                .badInput(
                                        () -> get("/practices/here/monitoring").as(course.clinician()))
                                .wrongRole(() -> get(practice()).as(course.own()))
                                .wrongPractice(() -> get(practice()).as(elsewhere.clinician())))
                .row(
                        "switchMonitoring",
                        row -> row.done(() -> turn(course.lead()).json("{\"on\": true}"))
                                .badInput(() -> turn(course.lead()).json("{}"))
                                .badInput(() -> turn(course.lead()).json("{"))
                                .wrongRole(() -> turn(course.clinician()).json("{\"on\": true}"))
                                .wrongPractice(() -> turn(elsewhere.lead()).json("{\"on\": true}")))
                .row(
                        "listMonitored",
                        row -> row.done(() -> get(monitored() + "/candidates").as(course.clinician()))
                                .badInput(() ->
                                        get(practice() + "/candidates?limit=0").as(course.clinician()))
                                .badInput(() ->
                                        get(practice() + "/candidates?on=noon").as(course.clinician()))
                                .badInput(() ->
                                        get(practice() + "/candidates?after=x").as(course.clinician()))
                                .wrongRole(() -> get(practice() + "/candidates").as(course.own()))
                                .wrongPractice(
                                        () -> get(practice() + "/candidates").as(elsewhere.clinician())))
                .row(
                        "readPatientMonitoring",
                        row -> row.done(() -> get(evident()).as(course.clinician()))
                                .badInput(() -> get(ours + "?from=noon").as(course.clinician()))
                                .wrongRole(() -> get(ours).as(course.own()))
                                .wrongPractice(() -> get(ours).as(elsewhere.clinician())))
                .row(
                        "recordMonitoringEpisode",
                        row -> row.done(() -> newEpisode(course.clinician()).json(EpisodeDetails.EXAMPLE))
                                .badInput(() -> newEpisode(course.clinician()).json("{}"))
                                .wrongRole(() -> newEpisode(course.own()).json(EpisodeDetails.EXAMPLE))
                                .wrongPractice(
                                        () -> newEpisode(elsewhere.clinician()).json(EpisodeDetails.EXAMPLE)))
                .row(
                        "recordMonitoringWork",
                        row -> row.done(() -> newWork(course.clinician()).json(WorkDetails.EXAMPLE))
                                .badInput(() -> newWork(course.clinician()).json("{\"minutes\": 5}"))
                                .wrongRole(() -> newWork(course.lead()).json(WorkDetails.EXAMPLE))
                                .wrongPractice(
                                        () -> newWork(elsewhere.clinician()).json(WorkDetails.EXAMPLE)))
                .row(
                        "listMonitoringWork",
                        row -> row.done(() -> get(struckWork()).as(course.clinician()))
                                .badInput(() -> get(ours + "/work?limit=0").as(course.clinician()))
                                .badInput(() -> get(ours + "/work?to=noon").as(course.clinician()))
                                .badInput(() -> get(ours + "/work?after=x").as(course.clinician()))
                                .wrongRole(() -> get(ours + "/work").as(course.own()))
                                .wrongPractice(() -> get(ours + "/work").as(elsewhere.clinician())))
                .row(
                        "strikeOutMonitoringWork",
                        row -> row.done(() -> delete(recordedWork()).as(course.clinician()))
                                .badInput(() -> delete(ours + "/work/mine").as(course.clinician()))
                                .wrongRole(() -> delete(recordedWork()).as(course.own()))
                                .wrongPractice(() -> delete(recordedWork()).as(elsewhere.clinician())))
                .verify();
    }

    private Call turn(String token) {
        return put(practice()).as(token).header("If-Match", "*");
    }

    private Call newEpisode(String token) {
        return put("%s/monitoring/episodes/%s", course.withAnotherPatient().path(), UUID.randomUUID())
                .as(token);
    }

    private Call newWork(String token) {
        return put("%s/monitoring/work/%s", course.path(), UUID.randomUUID()).as(token);
    }

    private String monitored() {
        episode(course.withAnotherPatient(), UUID.randomUUID(), TODAY.minusDays(3), null)
                .statusCode(201);
        return practice();
    }

    private String recordedWork() {
        var id = UUID.randomUUID();
        work(course, id, 12, true).statusCode(201);
        return course.path() + "/monitoring/work/" + id;
    }

    private String struckWork() {
        recordedWork();
        as(course.clinician()).delete(recordedWork()).then().statusCode(200);
        return course.path() + "/monitoring/work?limit=2";
    }

    private String evident() {
        var other = course.withAnotherPatient();
        episode(other, UUID.randomUUID(), TODAY.minusDays(3), null).statusCode(201);
        other.logs("\"observedAt\": \"%s\"".formatted(noon(1))).statusCode(201);
        other.logs("\"observedAt\": \"%s\"".formatted(noon(2))).statusCode(201);
        work(other, UUID.randomUUID(), 45, true).statusCode(201);
        return other.path() + "/monitoring";
    }
}
