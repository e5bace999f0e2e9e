package care.sacrum.triage.whatif;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import care.sacrum.triage.rules.Parameters;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A practice of three patients, last winter: four days of pain, ten days of pain, and a bladder sign.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class WhatIfRunTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int REPORTS = 15;
    private static final String THREE_DAYS = """
            {"from": "2026-01-01", "to": "2026-01-31", "parameters": {"persistenceMinSpanDays": 3}}""";

    @Inject
    AgroalDataSource database;

    @Inject
    Runs runs;

    @Inject
    Work work;

    private final UUID practice = UUID.randomUUID();
    private final PatientKey fourDays = patient(1);
    private final PatientKey tenDays = patient(2);
    private final PatientKey bladder = patient(3);
    private SessionTopic sessions;

    @BeforeEach
    void aPracticeWithAPast() {
        sessions = new SessionTopic();
        sessions.practice(practice);
        List.of(fourDays, tenDays, bladder).forEach(sessions::patient);
        pains(fourDays, 4);
        pains(tenDays, 10);
        sessions.report(
                bladder,
                SessionTopic.checkIn(
                        UUID.randomUUID(), Instant.parse("2026-01-10T09:00:00Z"), "urine_leak", "present"));
        await().atMost(SOON).until(() -> count("report") == REPORTS && count("watched_patient") == 3);
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void threeDaysInsteadOfFiveGainOneFindingAndTellOneTwoDaysEarlier() {
        var asked = ask(THREE_DAYS);
        asked.then().statusCode(202);
        assertThat(asked.jsonPath().getInt("progress.patients")).isEqualTo(3);

        var found = finished(asked);

        assertThat(found.getMap("progress")).isEqualTo(Map.of("patients", 3, "done", 3, "failed", 0));
        assertThat(found.getMap("totals"))
                .isEqualTo(Map.of(
                        "raisedInForce", 2,
                        "raisedWhatIf", 3,
                        "gained", 1,
                        "lost", 0,
                        "movedEarlier", 1,
                        "movedLater", 0,
                        "otherLevel", 0,
                        "patients", 2));
        assertThat(found.getList("byRule.rule")).containsExactly("persist-t1");
        assertThat(found.getInt("inForce.version")).isZero();
        assertThat(found.getInt("inForce.parameters.persistenceMinSpanDays")).isEqualTo(5);
        assertThat(found.getInt("parameters.persistenceMinSpanDays")).isEqualTo(3);

        var first = read(asked, "/differences?limit=1");
        assertThat(first.getString("differences[0].patientId"))
                .isEqualTo(fourDays.patient().toString());
        assertThat(first.getString("differences[0].kind")).isEqualTo("gained");
        assertThat(first.getString("differences[0].whatIf.day")).isEqualTo("2026-01-12");
        assertThat(first.getString("differences[0].whatIf.urgency")).isEqualTo("routine");
        assertThat(first.getString("differences[0].whatIf.reason")).isNotBlank();
        assertThat(first.<Object>get("differences[0].inForce")).isNull();
        var second = read(asked, "/differences?limit=1&after=" + first.getString("next"));
        assertThat(second.getString("differences[0].patientId"))
                .isEqualTo(tenDays.patient().toString());
        assertThat(second.getString("differences[0].kind")).isEqualTo("moved");
        assertThat(second.getString("differences[0].inForce.day")).isEqualTo("2026-01-14");
        assertThat(second.getString("differences[0].whatIf.day")).isEqualTo("2026-01-12");
        assertThat(second.<Object>get("next")).isNull();

        var patients = read(asked, "/patients?limit=1");
        assertThat(patients.getMap("patients[0]"))
                .isEqualTo(Map.of(
                        "patientId",
                        fourDays.patient().toString(),
                        "raisedInForce",
                        0,
                        "raisedWhatIf",
                        1,
                        "gained",
                        1,
                        "lost",
                        0,
                        "moved",
                        0));
        assertThat(read(asked, "/patients?after=" + patients.getString("next")).getList("patients.patientId"))
                .containsExactly(tenDays.patient().toString());
        assertThat(given().auth()
                        .oauth2(Tokens.clinician(practice))
                        .get("/practices/{p}/what-ifs", practice)
                        .jsonPath()
                        .getList("whatIfs.whatIfId"))
                .containsExactly(found.getString("whatIfId"));
    }

    @Test
    void theParametersInForceMakeNoDifference() {
        var found = finished(ask("{\"from\": \"2026-01-01\", \"to\": \"2026-06-30\", \"parameters\": {}}"));

        assertThat(found.getInt("totals.raisedInForce")).isEqualTo(2);
        assertThat(found.getInt("totals.raisedWhatIf")).isEqualTo(2);
        assertThat(found.getInt("totals.patients")).isZero();
        assertThat(found.getList("byRule")).isEmpty();
    }

    @Test
    void itIsComparedWithWhatThePracticeHasSetAndWhatIsNotNamedIsAsSet() {
        given().auth()
                .oauth2(Tokens.lead(practice))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"persistenceMinSpanDays\": 3}")
                .put("/practices/{p}/parameters", practice)
                .then()
                .statusCode(200);

        var found = finished(ask("{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\", \"parameters\": {}}"));

        assertThat(found.getInt("inForce.version")).isEqualTo(1);
        assertThat(found.getInt("parameters.persistenceMinSpanDays")).isEqualTo(3);
        assertThat(found.getInt("totals.patients")).isZero();

        var fiveAgain = finished(ask(THREE_DAYS.replace("\": 3", "\": 5")));
        assertThat(fiveAgain.getInt("totals.lost")).isEqualTo(1);
        assertThat(fiveAgain.getInt("totals.movedLater")).isEqualTo(1);
    }

    @Test
    void itRaisesTellsAndChangesNothing() throws SQLException {
        var before = everythingOfThePractice();
        try (var topic = TestTopic.named("sacrum.triage.v1")) {
            finished(ask(THREE_DAYS));

            assertThat(everythingOfThePractice()).isEqualTo(before);
            sessions.report(bladder, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "bowel_leak", "present"));
            var next =
                    topic.next(message -> message.key() != null && message.key().startsWith(practice.toString()), SOON);
            assertThat(next.value()).contains("ces-bowel");
        }
    }

    @Test
    void aRangeIsWithinAYearAndNotInTheFuture() {
        refused("{\"from\": \"2025-01-01\", \"to\": \"2026-01-02\", \"parameters\": {}}", "to");
        refused("{\"from\": \"2026-01-02\", \"to\": \"2026-01-01\", \"parameters\": {}}", "to");
        refused(
                "{\"from\": \"2026-01-02\", \"to\": \"" + LocalDate.now().plusDays(3) + "\", \"parameters\": {}}",
                "to");
        refused("{\"to\": \"2026-01-01\", \"parameters\": {}}", "from");
        refused("{\"from\": \"January\", \"to\": \"2026-01-01\", \"parameters\": {}}", "from");
        refused("{\"from\": \"2026-01-01\", \"to\": \"2026-01-32\", \"parameters\": {}}", "to");
        assertThat(count("what_if")).isZero();
        refused("{\"from\": \"-999999999-01-01\", \"to\": \"-999999999-01-02\", \"parameters\": {}}", "from");
        refused("{\"from\": \"2026-01-01\", \"to\": \"+999999999-12-31\", \"parameters\": {}}", "to");
        refused("{\"from\": \"1899-12-31\", \"to\": \"1900-01-02\", \"parameters\": {}}", "from");

        finished(ask("{\"from\": \"2025-01-01\", \"to\": \"2026-01-01\", \"parameters\": {}}"));
    }

    @Test
    void parametersOutOfBoundsAreRefusedByName() {
        refused(THREE_DAYS.replace("\": 3", "\": 2"), "parameters.persistenceMinSpanDays");
        refused(THREE_DAYS.replace("persistenceMinSpanDays", "minSpan"), "parameters.minSpan");
        refused("{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\"}", "parameters");
        refused("{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\", \"parameters\": [3]}", "parameters");
        ask("{\"from\": \"2026-01-01\", \"until\": \"2026-01-31\", \"parameters\": {}}")
                .then()
                .statusCode(400);
        ask("{").then().statusCode(400);
    }

    @Test
    void onlyTheLeadOfThePracticeAsksAndDeletesAndItsStaffReads() {
        var asked = ask(THREE_DAYS);
        var path = path(asked);
        finished(asked);

        for (var token : List.of(
                Tokens.clinician(practice),
                Tokens.integrator(practice),
                Tokens.patient("somebody"),
                Tokens.operator())) {
            ask(token, THREE_DAYS).then().statusCode(403);
            given().auth().oauth2(token).delete(path).then().statusCode(403);
        }
        var elsewhere = Tokens.lead(UUID.randomUUID());
        ask(elsewhere, THREE_DAYS).then().statusCode(404);
        given().auth().oauth2(elsewhere).delete(path).then().statusCode(404);
        given().auth().oauth2(elsewhere).get(path).then().statusCode(404);
        var another = UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.lead(another))
                .get(path.replace(practice.toString(), another.toString()))
                .then()
                .statusCode(404);
        given().auth().oauth2(Tokens.clinician(practice)).get(path).then().statusCode(200);
    }

    @Test
    void aPracticeAsksOneAtATime() {
        var held = held(run());

        var second = ask(THREE_DAYS);

        second.then().statusCode(409);
        assertThat(second.jsonPath().getString("detail")).contains(held.id().toString());
        var elsewhere = UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.lead(elsewhere))
                .contentType(ContentType.JSON)
                .body(THREE_DAYS)
                .post("/practices/{p}/what-ifs", elsewhere)
                .then()
                .statusCode(202);
    }

    @Test
    void aRunIsCancelledInTheMiddleAndForgottenWhenDeletedAgain() {
        var held = held(run());
        var path = "/practices/" + practice + "/what-ifs/" + held.id();

        work.replay(held, HOLDER, afterOnePatient(() -> delete(path, 204)));

        var cancelled = get(path).jsonPath();
        assertThat(cancelled.getString("state")).isEqualTo("cancelled");
        assertThat(cancelled.getInt("progress.done")).isEqualTo(1);
        assertThat(cancelled.getInt("totals.gained")).isEqualTo(1);
        delete(path, 204);
        get(path).then().statusCode(404);
        delete(path, 404);
        assertThat(count("what_if_patient")).isZero();
        ask(THREE_DAYS).then().statusCode(202);
    }

    @Test
    void aKilledInstanceLeavesTheRestToAnotherAndTheResultIsTheSame() throws SQLException {
        var held = held(run());
        assertThatThrownBy(() -> work.replay(held, HOLDER, afterOnePatient(() -> {
                    throw new IllegalStateException("killed");
                })))
                .hasMessage("killed");
        var path = "/practices/" + practice + "/what-ifs/" + held.id();
        assertThat(get(path).jsonPath().getInt("progress.done")).isEqualTo(1);
        assertThat(get(path).jsonPath().getString("state")).isEqualTo("running");

        set("heartbeat_at = now() - interval '3 minutes'", held.id());

        await().atMost(SOON).until(() -> "finished".equals(get(path).jsonPath().getString("state")));
        var undisturbed = ask(THREE_DAYS);
        finished(undisturbed);
        assertThat(get(path + "/differences").jsonPath().getList("differences"))
                .isEqualTo(read(undisturbed, "/differences").getList("differences"))
                .hasSize(2);
        assertThat(get(path).jsonPath().getMap("totals"))
                .isEqualTo(get(path(undisturbed)).jsonPath().getMap("totals"));
    }

    @Test
    void whoLostTheHoldKeepsNothingMore() throws SQLException {
        var held = held(run());

        work.replay(held, HOLDER, afterOnePatient(() -> set("held_by = gen_random_uuid()", held.id())));

        var path = "/practices/" + practice + "/what-ifs/" + held.id();
        assertThat(get(path).jsonPath().getInt("progress.done")).isEqualTo(1);
        assertThat(get(path).jsonPath().getString("state")).isEqualTo("running");
        delete(path, 204);
    }

    @Test
    void aHistoryTooLongToReplayIsCountedAndStopsNobodyElse() throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into report select ?, ?, 'many-' || n, '{"reportId": "many-' || n || '",
                            "kind": "session", "observedAt": "2026-01-20T09:00:00Z",
                            "observedTimeZone": "Europe/London", "receivedAt": "2026-01-20T09:01:00Z"}'
                        from generate_series(1, 5000) as n""")) {
            insert.setObject(1, practice);
            insert.setObject(2, fourDays.patient());
            insert.executeUpdate();
        }

        var found = finished(ask(THREE_DAYS));

        assertThat(found.getMap("progress")).isEqualTo(Map.of("patients", 3, "done", 3, "failed", 1));
        assertThat(found.getInt("totals.gained")).isZero();
        assertThat(found.getInt("totals.movedEarlier")).isEqualTo(1);
    }

    @Test
    void anErasedPatientLeavesTheResultAndItsTotals() throws SQLException {
        var asked = ask(THREE_DAYS);
        finished(asked);

        sessions.erased(tenDays);

        await().atMost(SOON).until(() -> get(path(asked)).jsonPath().getInt("totals.movedEarlier") == 0);
        var left = get(path(asked)).jsonPath();
        assertThat(left.getInt("totals.raisedWhatIf")).isEqualTo(2);
        assertThat(left.getInt("totals.patients")).isEqualTo(1);
        assertThat(read(asked, "/differences").getList("differences.patientId"))
                .containsExactly(fourDays.patient().toString());
        for (var table : List.of("what_if", "what_if_patient", "what_if_difference", "practice_parameters")) {
            assertThat(number("select count(*) from " + table + " as one where one::text like '%" + tenDays.patient()
                            + "%'"))
                    .isZero();
        }
    }

    @Test
    void whoWasErasedMeanwhileIsNotReplayedAndTheRestIs() {
        var held = held(run());

        work.replay(held, HOLDER, afterOnePatient(() -> {
            sessions.erased(tenDays);
            await().atMost(SOON).until(() -> count("watched_patient") == 2);
        }));

        var found = get("/practices/" + practice + "/what-ifs/" + held.id()).jsonPath();
        assertThat(found.getString("state")).isEqualTo("finished");
        assertThat(found.getInt("progress.done")).isEqualTo(2);
        assertThat(found.getInt("totals.patients")).isEqualTo(1);
    }

    @Test
    void aResultIsKeptForThirtyDaysAndARunIsStoppedAfterOne() throws SQLException {
        var asked = ask(THREE_DAYS);
        finished(asked);
        set("asked_at = now() - interval '29 days'", id(asked));
        var tooLong = held(run());
        set("asked_at = now() - interval '25 hours'", tooLong.id());

        var path = "/practices/" + practice + "/what-ifs/" + tooLong.id();
        await().atMost(SOON).until(() -> "stopped".equals(get(path).jsonPath().getString("state")));
        get(path(asked)).then().statusCode(200);
        set("asked_at = now() - interval '31 days'", id(asked));
        await().atMost(SOON).until(() -> get(path(asked)).statusCode() == 404);
        get(path).then().statusCode(200);
    }

    @Test
    void fiftyAreKeptAndNoMore() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 50; i++) {
                runs.add(run(Run.State.CANCELLED));
            }
        });

        ask(THREE_DAYS).then().statusCode(409);
        var list = get("/practices/" + practice + "/what-ifs").jsonPath();
        assertThat(list.getList("whatIfs")).hasSize(50);
        delete("/practices/" + practice + "/what-ifs/" + list.getString("whatIfs[0].whatIfId"), 204);
        ask(THREE_DAYS).then().statusCode(202);
    }

    @Test
    void aListIsReadInAsManyStatementsAsOneResult() {
        finished(ask(THREE_DAYS));
        finished(ask("{\"from\": \"2026-01-01\", \"to\": \"2026-06-30\", \"parameters\": {}}"));
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 3; i++) {
                runs.add(run(Run.State.CANCELLED));
            }
        });
        var all = runs.of(practice);
        var oneByOne = all.stream()
                .map(run -> WhatIfView.of(run, new Results(database)))
                .toList();
        var statements = new AtomicInteger();

        var listed = WhatIfView.of(all, new Results(counting(statements)));

        assertThat(statements).hasValue(2);
        assertThat(listed).isEqualTo(oneByOne).hasSize(5);
        assertThat(listed.getLast().totals().gained()).isEqualTo(1);
        assertThat(listed.getFirst().progress()).isEqualTo(new WhatIfView.Progress(3, 0, 0));
    }

    private AgroalDataSource counting(AtomicInteger statements) {
        return asked(
                AgroalDataSource.class,
                database,
                "getConnection",
                connection -> asked(Connection.class, (Connection) connection, "prepareStatement", statement -> {
                    statements.incrementAndGet();
                    return statement;
                }));
    }

    /// The same, but for what a method of that name gives.
    private static <T> T asked(Class<T> type, T real, String method, UnaryOperator<Object> instead) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, called, arguments) -> {
                    var answer = called.invoke(real, arguments);
                    return called.getName().equals(method) ? instead.apply(answer) : answer;
                }));
    }

    private static final UUID HOLDER = UUID.randomUUID();

    /// Held by a worker of this test, and so by no scheduler that runs meanwhile.
    private Run held(Run run) {
        QuarkusTransaction.requiringNew().run(() -> {
            runs.add(run);
            set("state = 'running', held_by = '" + HOLDER + "', heartbeat_at = now() + interval '1 hour'", run.id());
        });
        return run;
    }

    private Run run() {
        return run(Run.State.WAITING);
    }

    private Run run(Run.State state) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Run(
                UUID.randomUUID(),
                practice,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-01-31"),
                ((Parameters.Setting.Taken) Parameters.set(Map.of("persistenceMinSpanDays", "3"))).parameters(),
                Parameters.DEFAULTS,
                0,
                3,
                now,
                "somebody",
                state,
                state.underWay() ? null : now);
    }

    /// Goes on for ever, but for what happens when one patient is done.
    private static java.util.function.BooleanSupplier afterOnePatient(Runnable happens) {
        var asked = new AtomicInteger();
        return () -> {
            if (asked.incrementAndGet() == 2) {
                happens.run();
            }
            return true;
        };
    }

    /// In the order of their ids, as a run takes them.
    private PatientKey patient(int number) {
        return new PatientKey(practice, new UUID(number, UUID.randomUUID().getLeastSignificantBits()));
    }

    private void pains(PatientKey of, int days) {
        var first = Instant.parse("2026-01-10T09:00:00Z");
        for (int day = 0; day < days; day++) {
            sessions.report(of, SessionTopic.session(UUID.randomUUID(), first.plus(Duration.ofDays(day)), 4));
        }
    }

    private Response ask(String body) {
        return ask(Tokens.lead(practice), body);
    }

    private Response ask(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/practices/{p}/what-ifs", practice);
    }

    private void refused(String body, String field) {
        var answer = ask(body);
        answer.then().statusCode(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
    }

    private static UUID id(Response asked) {
        return UUID.fromString(asked.jsonPath().getString("whatIfId"));
    }

    private String path(Response asked) {
        var path = "/practices/" + practice + "/what-ifs/" + id(asked);
        assertThat(asked.header("Location")).endsWith(path);
        return path;
    }

    private JsonPath finished(Response asked) {
        asked.then().statusCode(202);
        var path = path(asked);
        await().atMost(SOON).until(() -> "finished".equals(get(path).jsonPath().getString("state")));
        return get(path).jsonPath();
    }

    private JsonPath read(Response asked, String of) {
        var answer = get(path(asked) + of);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private Response get(String path) {
        return given().auth().oauth2(Tokens.clinician(practice)).get(path);
    }

    private void delete(String path, int status) {
        given().auth().oauth2(Tokens.lead(practice)).delete(path).then().statusCode(status);
    }

    private void set(String what, UUID run) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update what_if set " + what + " where what_if_id = ?")) {
            update.setObject(1, run);
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private int count(String table) {
        return number("select count(*) from " + table + " where practice_id = '" + practice + "'");
    }

    private int number(String select) {
        try (var connection = database.getConnection();
                var count = connection.createStatement().executeQuery(select)) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// Whole rows as text, so that no column is forgotten.
    private List<String> everythingOfThePractice() throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : List.of("watched_patient", "report", "raised_finding", "worklist_event", "worklist_stream")) {
            try (var connection = database.getConnection();
                    var found = connection
                            .createStatement()
                            .executeQuery("select one::text from " + table + " as one where practice_id = '" + practice
                                    + "' order by 1")) {
                while (found.next()) {
                    rows.add(table + found.getString(1));
                }
            }
        }
        return rows;
    }
}
