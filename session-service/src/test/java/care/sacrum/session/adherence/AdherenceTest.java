package care.sacrum.session.adherence;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The figures over HTTP. Days are told relative to today, where the patient lives.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class AdherenceTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    AgroalDataSource database;

    private Course course;
    private LocalDate today;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        Publisher.publishesADosedProgramme();
        course = Course.begin();
        today = LocalDate.now(LONDON);
    }

    @Test
    void eachDaySaysWhatWasExpectedAndWhatCounted() {
        prescribed("gentle-start", today.minusDays(3), "\"timesADay\": 1, \"daysAWeek\": 7");
        exercises(today.minusDays(3), "");
        exercises(today.minusDays(1), "\"painBefore\": 5, \"painAfter\": 3");
        exercises(today.minusDays(1), "\"painBefore\": 2");

        read("?from=" + today.minusDays(3))
                .statusCode(200)
                .body("days.status", contains("done", "missed", "done", "open"))
                .body("days[2].figure.extra", is(1))
                .body("days[2].pain.before", is(5.0f))
                .body("days[2].pain", not(hasKey("nextMorning")))
                .body("sevenDays.percent", is(67))
                .body("sevenDays.expected", is(3))
                .body("sevenDays.open", is(1))
                .body("prescriptions[0].figure.done", is(2))
                .body("streak.current", is(1))
                .body("trend", is("unknown"))
                .body("calculationVersion", is(4));
    }

    @Test
    void whatIsExtraOfDaysWithoutAPlanIsExtraOfEveryStretch() {
        exercises(today.minusDays(3), "");
        extraIsOneOfEveryStretch();

        prescribed("gentle-start", today, "\"timesADay\": 1, \"daysAWeek\": 7");
        extraIsOneOfEveryStretch();
    }

    private void extraIsOneOfEveryStretch() {
        read("?from=" + today.minusDays(3))
                .statusCode(200)
                .body("days.figure.extra", contains(1, 0, 0, 0))
                .body("weeks[0].figure.extra", is(1))
                .body("sevenDays.extra", is(1))
                .body("thirtyDays.extra", is(1));
        explain("?from=" + today.minusDays(3)).body("trend.last.extra", is(1));
    }

    @Test
    void aRestDayToldAsASessionIsExplainedAndItsPainStandsBesideTheDay() {
        prescribed("gentle-start", today.minusDays(1), "\"timesADay\": 1, \"daysAWeek\": 7");
        exercises(today.minusDays(1), "\"restDay\": true, \"painBefore\": 6, \"painAfter\": 7");

        explain("?from=" + today.minusDays(1))
                .statusCode(200)
                .body("days[0].restDay", is(true))
                .body("days[0].sessions.became", contains("rest_day"))
                .body(
                        "days[0].sessions.says",
                        contains("A day of rest was told, and nothing that was done: it counts for nothing."))
                .body("days[0].sessions[0].share", is(0))
                .body("days[0].pain.before", is(6.0f))
                .body("days[0].painTold", hasSize(1));
        read("?from=" + today.minusDays(1)).body("days[0].pain.after", is(7.0f));
    }

    @Test
    void whatThePracticeTypesInFillsItsDayAndIsNoSync() {
        prescribed("gentle-start", today.minusDays(3), "\"timesADay\": 1, \"daysAWeek\": 7");
        as(course.clinician())
                .body("{\"kind\": \"session\", \"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\"}"
                        .formatted(today.minusDays(2).atStartOfDay(LONDON).toInstant()))
                .put(course.session(UUID.randomUUID()))
                .then()
                .statusCode(201);

        read("?from=" + today.minusDays(3))
                .body("days.status", contains("not_yet_known", "done", "not_yet_known", "open"))
                .body("$", not(hasKey("lastSyncedOn")));
        explain("?from=" + today.minusDays(3)).body("$", not(hasKey("lastSyncedOn")));

        exercises(today, "");
        read("?from=" + today.minusDays(3))
                .body("days.status", contains("missed", "done", "missed", "done"))
                .body("lastSyncedOn", is(today.toString()));
    }

    @Test
    void aShareOfThePrescribedDosageIsAPartOfASession() {
        prescribed(
                "dosed-start",
                today.minusDays(1),
                "\"programmeVersion\": 1, \"timesADay\": 1, \"daysAWeek\": 6,"
                        + " \"exercises\": [{\"exercise\": \"dosed-tilt\", \"repetitions\": 8}]");
        exercises(today.minusDays(1), "\"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"sets\": 1, \"reps\": 4}]");
        exercises(today, "\"exercisesDone\": [{\"name\": \"Dosed tilt\", \"reps\": 8, \"holdSeconds\": 5}]");

        explain("?from=" + today.minusDays(1))
                .statusCode(200)
                .body("days.status", contains("partial", "done"))
                .body("days[0].prescriptions[0].shares", contains(500))
                .body("days[0].prescriptions[0].why", is("taken_day"))
                .body("days[0].sessions[0].became", is("counted"))
                .body("days[0].sessions[0].share", is(500));
    }

    @Test
    void whatTheReportDoesNotSayOrCannotBeReadOfIsSaidToBeTakenAsWhole() {
        prescribed("dosed-start", today.minusDays(2), "\"programmeVersion\": 1, \"timesADay\": 1, \"daysAWeek\": 6");
        exercises(
                today.minusDays(2),
                "\"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"sets\": \"one\", \"reps\": -5}]");
        exercises(today.minusDays(1), "\"exercisesDone\": \"none\"");

        explain("?from=" + today.minusDays(2) + "&to=" + today.minusDays(1))
                .statusCode(200)
                .body("days.status", contains("done", "done"))
                .body("days.sessions.share.flatten()", contains(1000, 1000))
                .body(
                        "days[0].prescriptions[0].places[0].exercises.says",
                        contains("The report does not say how much: taken as whole."))
                .body(
                        "days[1].sessions.says",
                        contains("Counts: the report does not say what was done, and is taken as whole."));
    }

    @Test
    void aShareIsExplainedExerciseByExerciseAndADaySaysSinceWhenAndByWhom() {
        var slug = "prog-" + UUID.randomUUID();
        Publisher.publishes("programme", slug, """
                {"exercises": [{"slug": "dosed-tilt", "version": 1}, {"slug": "pelvic-tilt", "version": 1}],
                 "schedule": {"timesADay": {"min": 1, "max": 2}, "daysAWeek": {"min": 5, "max": 7}}}""");
        Publisher.awaitProgramme(slug);
        prescribed(slug, today.minusDays(4), "\"timesADay\": 1, \"daysAWeek\": 7");
        var excuse = course.path() + "/excuses/" + UUID.randomUUID();
        as(course.clinician())
                .body("{\"from\": \"%1$s\", \"to\": \"%1$s\", \"reason\": \"holiday\"}".formatted(today.minusDays(2)))
                .put(excuse)
                .then()
                .statusCode(201);
        exercises(today.minusDays(4), "\"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"sets\": 1, \"reps\": 5}]");
        exercises(today.minusDays(1), "\"exercisesDone\": []");
        exercises(today, "");

        explain("?from=" + today.minusDays(4))
                .statusCode(200)
                .body("timeZone", is("Europe/London"))
                .body("homeTimeZone", is("Europe/London"))
                .body("asked", hasSize(1))
                .body("asked[0].programme", is(slug))
                .body("asked[0].exercises.exercise", contains("dosed-tilt", "pelvic-tilt"))
                .body("days.status", contains("partial", "missed", "excused", "missed", "done"))
                .body(
                        "days[0].prescriptions[0].places[0].exercises.find { it.exercise == 'dosed-tilt' }.share",
                        is(500))
                .body(
                        "days[0].prescriptions[0].places[0].exercises.find { it.exercise == 'dosed-tilt' }.says",
                        is("In part: 5 of 10 repetitions; the report does not say how long each was held: taken as"
                                + " asked."))
                .body(
                        "days[0].prescriptions[0].places[0].exercises.find { it.exercise == 'pelvic-tilt' }.says",
                        is("Not done."))
                .body("days[0].sessions[0].observedTimeZone", is("Europe/London"))
                .body("days[1].heardAfterAt", notNullValue())
                .body("days[2].excuses.reason", contains("holiday"))
                .body("days[2].excuses.saidBy", contains("staff"))
                .body("days[3].sessions.became", contains("other_exercises"))
                .body("days[3].sessions[0].says", startsWith("None of the exercises"))
                .body(
                        "days[4].sessions[0].says",
                        is("Counts: the report does not say what was done, and is taken as whole."))
                .body("days[4].heardAfterAt", nullValue())
                .body("trend.trend", is("unknown"))
                .body("trend.last.missed", is(2))
                .body("trend.before.expected", is(0))
                .body("streak.current", is(1))
                .body("streak.brokenOn", is(today.minusDays(1).toString()));
    }

    @Test
    void painNowInAMorningCheckInIsTheNextMorningOfTheDayBefore() {
        prescribed("gentle-start", today.minusDays(3), "\"timesADay\": 1, \"daysAWeek\": 7");
        exercises(today.minusDays(1), "\"painBefore\": 5");
        as(course.own())
                .body("""
                        {"kind": "morning_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                         "painBefore": 2}""".formatted(today.atStartOfDay(LONDON).toInstant()))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);

        explain("?from=" + today.minusDays(1))
                .body("days[0].pain.before", is(5.0f))
                .body("days[0].pain.nextMorning", is(2.0f))
                .body("days[0].painTold", hasSize(2));
    }

    @Test
    void painIsExplainedByItsReportsAndAReplacedOrPausedPlanByWhatTookItsPlace() {
        prescribed("gentle-start", today.minusDays(3), "\"timesADay\": 1, \"daysAWeek\": 7");
        exercises(today.minusDays(1), "\"painBefore\": 5, \"painAfter\": 3");
        course.checksIn("\"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\", \"painNextMorning\": 4"
                        .formatted(today.atStartOfDay(LONDON).toInstant()))
                .statusCode(201);
        prescribed("gentle-start", today, "\"timesADay\": 1, \"daysAWeek\": 7");

        explain("?from=" + today.minusDays(1))
                .body("days[0].pain.before", is(5.0f))
                .body("days[0].pain.nextMorning", is(4.0f))
                .body("days[0].painTold", hasSize(2))
                .body("days[0].painTold[0].reportId", is(lastPath("days[0].sessions[0].reportId")))
                .body("days[1].prescriptions.why", contains("replaced", "planned_day"))
                .body("days[1].prescriptions[0].replacedBy", is(lastPath("days[1].prescriptions[1].prescriptionId")));
    }

    private String lastPath(String path) {
        return explain("?from=" + today.minusDays(1)).extract().path(path);
    }

    @Test
    void aRetiredProgrammeVersionAsksForTheSameAsBefore() {
        var slug = "prog-" + UUID.randomUUID();
        Publisher.publishes("programme", slug, """
                {"exercises": [{"slug": "dosed-tilt", "version": 1}],
                 "schedule": {"timesADay": {"min": 1, "max": 2}, "daysAWeek": {"min": 5, "max": 6}}}""");
        Publisher.awaitProgramme(slug);
        prescribed(slug, today.minusDays(2), "\"timesADay\": 1, \"daysAWeek\": 6");
        exercises(today.minusDays(2), "\"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"sets\": 1, \"reps\": 5}]");

        retire(slug);

        exercises(today.minusDays(1), "\"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"sets\": 1, \"reps\": 8}]");
        exercises(today, "");
        explain("?from=" + today.minusDays(2))
                .body("days.status", contains("partial", "partial", "done"))
                .body("days.prescriptions[0].shares", contains(contains(500)))
                .body("days.prescriptions[1].shares", contains(contains(800)))
                .body("days.prescriptions[2].why", contains("taken_day"));
        read("?from=" + today.minusDays(2)).body("prescriptions.programme", contains(slug));
    }

    /// Returns when nobody can prescribe it any more.
    private void retire(String slug) {
        Publisher.sends("content/programme/" + slug, "care.sacrum.content.retired.v1", """
                {"kind": "programme", "slug": "%s", "throughVersion": 1, "retiredAt": "2026-02-05T18:00:00Z"}""".formatted(slug));
        var other = course.withAnotherPatient();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(course.clinician())
                                .body(
                                        "{\"programme\": \"%s\", \"startDate\": \"%s\", \"timesADay\": 1, \"daysAWeek\": 5}"
                                                .formatted(slug, today))
                                .put(other.path() + "/prescriptions/" + UUID.randomUUID())
                                .statusCode()
                        == 422);
    }

    @Test
    void anEarlierMomentDoesNotKnowWhatCameLater() {
        prescribed("gentle-start", today.minusDays(2), "\"timesADay\": 1, \"daysAWeek\": 7");
        exercises(today.minusDays(2), "");
        var before = Instant.now();
        exercises(today.minusDays(1), "");

        read("?from=" + today.minusDays(1) + "&to=" + today.minusDays(1) + "&asKnownAt=" + before)
                .body("days.status", contains("missed"))
                .body("asKnownAt", equalTo(before.toString()));
        read("?from=" + today.minusDays(1) + "&to=" + today.minusDays(1)).body("days.status", contains("done"));
        read("?asKnownAt=" + before.minusSeconds(24 * 3600))
                .body("prescriptions", hasSize(0))
                .body("days.figure.expected", everyItem(is(0)));
    }

    @Test
    void aPatientExcusesDaysAndTakesItBack() {
        prescribed("gentle-start", today.minusDays(2), "\"timesADay\": 1, \"daysAWeek\": 7");
        exercises(today, "");
        var path = course.path() + "/excuses/" + UUID.randomUUID();
        var body = "{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"illness\"}"
                .formatted(today.minusDays(2), today.minusDays(1));

        as(course.own()).body(body).put(path).then().statusCode(201).body("saidBy", is("patient"));
        as(course.own()).body(body).put(path).then().statusCode(200);
        read("?from=" + today.minusDays(2)).body("days.status", contains("excused", "excused", "done"));

        as(course.own()).get(course.path() + "/record").then().body("excuses.reason", contains("illness"));

        as(course.own()).delete(path).then().statusCode(204);
        as(course.own()).delete(path).then().statusCode(204);
        read("?from=" + today.minusDays(2)).body("days.status", contains("missed", "missed", "done"));
        as(course.own()).body(body).put(path).then().statusCode(409);
        as(course.clinician()).get(course.path() + "/excuses").then().body("items", hasSize(1));
    }

    @Test
    void aCliniciansWordIsTheClinicians() {
        var path = course.path() + "/excuses/" + UUID.randomUUID();
        var word = "{\"from\": \"%s\", \"reason\": \"clinician\"}".formatted(today);

        as(course.own())
                .body(word)
                .put(course.path() + "/excuses/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.field", contains("reason"));
        as(course.clinician()).body(word).put(path).then().statusCode(201);
        as(course.own()).delete(path).then().statusCode(409);
        as(course.lead()).delete(path).then().statusCode(204);
    }

    @Test
    void anExcuseThatCannotBeMeantIsRefused() {
        excuse("{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"other\"}".formatted(today, today.minusDays(1)), "to");
        excuse("{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"other\"}".formatted(today, today.plusDays(92)), "to");
        excuse("{\"from\": \"%s\", \"reason\": \"other\"}".formatted(today.minusDays(20)), "from");
        excuse("{\"from\": \"%s\", \"reason\": \"other\"}".formatted(today.plusDays(500)), "from");
        excuse("{\"from\": \"%s\", \"reason\": \"tired\"}".formatted(today), "reason");
        excuse("{\"reason\": \"other\"}", "from");
    }

    @Test
    void onlySoManyExcusesAreKeptThoseThatWereWithdrawnAmongThem() throws SQLException {
        change("""
                insert into excuse (practice_id, excuse_id, patient_id, from_day, to_day, reason, by_staff, recorded_at,
                    recorded_by, withdrawn_at)
                select practice_id, gen_random_uuid(), patient_id, date '2026-02-09', date '2026-02-09', 'other', false,
                    now(), 'somebody', now()
                from patient, generate_series(1, 999) where patient_id = ?""");
        var body = "{\"from\": \"%s\", \"reason\": \"other\"}".formatted(today);
        var last = course.path() + "/excuses/" + UUID.randomUUID();
        as(course.own()).body(body).put(last).then().statusCode(201);
        as(course.own()).delete(last).then().statusCode(204);

        for (var token : List.of(course.own(), course.clinician())) {
            as(token)
                    .body(body)
                    .put(course.path() + "/excuses/" + UUID.randomUUID())
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("1000"));
        }
    }

    /// Two phones, or a device that makes an id anew from the same seed.
    @Test
    void oneExcuseIdForTwoPatientsAtOnceIsAConflict() throws Exception {
        var other = course.withAnotherPatient();
        var id = UUID.randomUUID();
        var body = "{\"from\": \"%s\", \"reason\": \"other\"}".formatted(today);
        try (var connection = database.getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("""
                    insert into excuse (practice_id, excuse_id, patient_id, from_day, to_day, reason, by_staff,
                        recorded_at, recorded_by)
                    values (?, ?, ?, current_date, current_date, 'other', false, now(), 'somebody')""")) {
                insert.setObject(1, other.practice());
                insert.setObject(2, id);
                insert.setObject(3, other.patient());
                insert.executeUpdate();
            }
            var answer = threads.submit(() -> as(course.own())
                    .body(body)
                    .put(course.path() + "/excuses/" + id)
                    .statusCode());
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsToExcuse);
            connection.commit();
            connection.setAutoCommit(true);

            assertThat(answer.get()).isEqualTo(409);
        }
    }

    private boolean somebodyWaitsToExcuse() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select from pg_stat_activity
                        where wait_event_type = 'Lock' and query like 'insert into excuse%'""");
                var found = select.executeQuery()) {
            return found.next();
        }
    }

    private void change(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setObject(1, course.patient());
            update.executeUpdate();
        }
    }

    @Test
    void whatCannotBeAskedIsRefusedByName() {
        read("?from=2026-02-30").statusCode(422).body("errors.field", contains("from"));
        read("?from=2020-01-01&to=2022-01-01").statusCode(422).body("errors.field", contains("from"));
        read("?from=2026-02-02&to=2026-02-01").statusCode(422).body("errors.field", contains("from"));
        read("?from=2999-02-02")
                .statusCode(422)
                .body("errors.field", contains("from"))
                .body("errors[0].why", containsString("while to is left out"));
        read("?asKnownAt=yesterday").statusCode(422).body("errors.field", contains("asKnownAt"));
        read("?asKnownAt=2999-01-01T00:00:00Z").statusCode(422).body("errors.field", contains("asKnownAt"));
    }

    @Test
    void anotherPatientAndAnotherPracticeFindNothing() {
        var other = course.withAnotherPatient();
        var elsewhere = Course.begin();

        as(other.own()).get(course.path() + "/adherence").then().statusCode(404);
        as(elsewhere.clinician()).get(course.path() + "/adherence").then().statusCode(404);
        as(elsewhere.clinician())
                .get(course.path() + "/adherence/explanation")
                .then()
                .statusCode(404);
        as(Tokens.editor()).get(course.path() + "/adherence").then().statusCode(403);
        as(Tokens.integrator(course.practice()))
                .get(course.path() + "/adherence")
                .then()
                .statusCode(200);
    }

    @Test
    void aFreeDayOfAWeekThatIsPausedDoesNotSayThatOtherDaysWillDo() {
        var monday = today.minusWeeks(1).with(DayOfWeek.MONDAY);
        var plan = prescribed("gentle-start", monday, "\"timesADay\": 1, \"daysAWeek\": 5");
        as(course.clinician())
                .header("If-Match", "*")
                .body("{\"from\": \"%s\"}".formatted(monday.plusDays(2)))
                .put(plan + "/pause")
                .then()
                .statusCode(200);

        explain("?from=" + monday + "&to=" + monday.plusDays(1))
                .statusCode(200)
                .body("days.prescriptions.flatten().expected", contains(0, 0))
                .body(
                        "days.prescriptions.flatten().says",
                        contains(
                                "Free: other days of the week will do, or have done.",
                                "Free: other days of the week would have done, and they are paused, on hold or excused."));
    }

    @Test
    void aPrescriptionThatEndsBeforeItStartsIsRefused() {
        as(course.clinician())
                .body(
                        "{\"programme\": \"gentle-start\", \"startDate\": \"%s\", \"endDate\": \"%s\", \"timesADay\": 1, \"daysAWeek\": 7}"
                                .formatted(today, today.minusDays(1)))
                .put(course.path() + "/prescriptions/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.field", contains("endDate"));
    }

    private void excuse(String body, String field) {
        as(course.own())
                .body(body)
                .put(course.path() + "/excuses/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    /// @return where the prescription is
    private String prescribed(String programme, LocalDate start, String more) {
        var prescription = course.path() + "/prescriptions/" + UUID.randomUUID();
        as(course.clinician())
                .body("{\"programme\": \"%s\", \"startDate\": \"%s\", %s}".formatted(programme, start, more))
                .put(prescription)
                .then()
                .statusCode(201);
        return prescription;
    }

    /// As the day begins: today too, that is past.
    private void exercises(LocalDate day, String more) {
        var at = day.atStartOfDay(LONDON).toInstant();
        course.logs("\"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\"%s"
                        .formatted(at, more.isEmpty() ? "" : ", " + more))
                .statusCode(201);
    }

    private ValidatableResponse read(String query) {
        return as(course.own()).get(course.path() + "/adherence" + query).then();
    }

    private ValidatableResponse explain(String query) {
        return as(course.own())
                .get(course.path() + "/adherence/explanation" + query)
                .then();
    }
}
