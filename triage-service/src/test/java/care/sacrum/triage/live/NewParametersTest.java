package care.sacrum.triage.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class NewParametersTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource database;

    @Inject
    NewParameters newParameters;

    @Inject
    DueEvaluations dueEvaluations;

    private final UUID practice = UUID.randomUUID();
    private final PatientKey patient = new PatientKey(practice, UUID.randomUUID());
    private final Instant now = Instant.now();

    @Test
    void fourDaysOfPainPersistOnceThePracticeSaysSoAndNoLongerWhenItTakesThatBack() {
        fourDaysOfPain();
        assertThat(rulesOnTheWorklist()).doesNotContain("persist-t1");

        set("\"0\"", "{\"persistenceMinSpanDays\": 4}");
        await().atMost(SOON).untilAsserted(() -> {
            dueEvaluations.lookAgain();
            assertThat(rulesOnTheWorklist()).contains("persist-t1");
        });

        set("\"1\"", "{}");
        await().atMost(SOON).untilAsserted(() -> {
            dueEvaluations.lookAgain();
            assertThat(rulesOnTheWorklist()).doesNotContain("persist-t1");
        });
    }

    @Test
    void adviceAndAssessmentsAndEvaluationsGoByThePracticesParameters() {
        fourDaysOfPain();
        assertThat(persists()).containsExactly(false, false, false);

        set("\"0\"", "{\"persistenceMinSpanDays\": 4}");

        assertThat(persists()).containsExactly(true, true, true);
    }

    /// In one transaction, so that the scheduler, which runs meanwhile, sees none of it.
    @Test
    void everyPatientIsMadeDueByBatchesAndABatchThatIsLostIsMadeAgain() throws SQLException {
        int batch = NewParameters.PATIENTS_AT_ONCE;
        int patients = 2 * batch + 1;
        var at = Instant.parse("2026-02-05T18:00:00Z");
        QuarkusTransaction.begin();
        try {
            of(
                    practice,
                    "insert into watched_patient (practice_id, patient_id) select ?, gen_random_uuid()"
                            + " from generate_series(1, " + patients + ")");
            run("delete from practice_to_look_at");
            of(practice, "insert into practice_to_look_at (practice_id) values (?)");

            assertThat(newParameters.makeSomeDue(at)).isTrue();
            assertThat(due(at)).isEqualTo(batch);
            run("savepoint before_it_was_killed");
            assertThat(newParameters.makeSomeDue(at)).isTrue();
            assertThat(due(at)).isEqualTo(2 * batch);
            run("rollback to savepoint before_it_was_killed");
            assertThat(due(at)).isEqualTo(batch);

            assertThat(newParameters.makeSomeDue(at)).isTrue();
            assertThat(due(at)).isEqualTo(2 * batch);
            assertThat(newParameters.makeSomeDue(at)).isTrue();
            assertThat(due(at)).isEqualTo(patients);
            assertThat(newParameters.makeSomeDue(at)).isFalse();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void fourDaysOfPain() {
        try (var sessions = new SessionTopic()) {
            sessions.practice(practice);
            sessions.patient(patient);
            for (int daysAgo = 3; daysAgo >= 0; daysAgo--) {
                sessions.report(
                        patient, SessionTopic.session(UUID.randomUUID(), now.minus(Duration.ofDays(daysAgo)), 4));
            }
            sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        }
        await().atMost(SOON).until(() -> rulesOnTheWorklist().contains("nerve-root"));
    }

    private List<String> rulesOnTheWorklist() {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist", practice)
                .jsonPath()
                .getList("items.findings.flatten().rule");
    }

    /// Whether advice, evaluation and assessment each say that the pain persists.
    private List<Boolean> persists() {
        var of = "/practices/" + practice + "/patients/" + patient.patient();
        var assessment = """
                {"practiceId": "%s", "patientId": "%s", "patient": {"homeTimeZone": "Europe/London"},
                 "report": %s}""".formatted(practice, patient.patient(), SessionTopic.session(UUID.randomUUID(), now, 4));
        return Stream.of(
                        asked().get(of + "/advice").jsonPath().<String>getList("advice.findings.rule"),
                        asked().get(of + "/evaluation?at=" + now.plusSeconds(600))
                                .jsonPath()
                                .<String>getList("findings.rule"),
                        asked().body(assessment).post("/assessments").jsonPath().<String>getList("findings.rule"))
                .map(rules -> rules.contains("persist-t1"))
                .toList();
    }

    private RequestSpecification asked() {
        return given().auth().oauth2(Tokens.clinician(practice)).contentType(ContentType.JSON);
    }

    private void set(String ifMatch, String body) {
        given().auth()
                .oauth2(Tokens.lead(practice))
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .put("/practices/{p}/parameters", practice)
                .then()
                .statusCode(200);
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private void of(UUID practice, String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, practice);
            prepared.executeUpdate();
        }
    }

    private int due(Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from watched_patient where practice_id = ? and next_evaluation_at = ?")) {
            select.setObject(1, practice);
            select.setTimestamp(2, java.sql.Timestamp.from(at));
            try (var count = select.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        }
    }
}
