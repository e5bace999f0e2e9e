package care.sacrum.triage.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class ErasureTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource database;

    private final UUID practice = UUID.randomUUID();
    private final PatientKey patient = new PatientKey(practice, UUID.randomUUID());
    private final PatientKey other = new PatientKey(practice, UUID.randomUUID());
    private SessionTopic sessions;

    @BeforeEach
    void twoPatientsOnTheWorklist() {
        sessions = new SessionTopic();
        for (var each : List.of(patient, other)) {
            sessions.patient(each);
            redFlag(each);
        }
        await().atMost(SOON).until(() -> onTheWorklist().size() == 2);
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void nothingOfAnErasedPatientIsLeftInAnyTable() throws SQLException {
        DeadLetter.of(patient, "{}").keptIn(database);
        snoozeWhatMayBe();
        assertThat(tablesWithTheErased()).contains("raised_finding", "finding_trail", "finding_snooze");

        sessions.erased(patient);

        await().atMost(SOON)
                .until(() -> onTheWorklist().equals(List.of(other.patient().toString())));
        assertThat(tablesWithTheErased()).containsExactly("worklist_event");
        assertThat(lines().getList("events.findAll{it.data.patientId == '" + patient.patient() + "'}.name"))
                .containsExactly("erased");
    }

    @Test
    void theStreamKeepsItsNumbersWithoutAGap() {
        int before = lines().getList("events").size();

        sessions.erased(patient);
        sessions.erased(patient);
        await().atMost(SOON).until(() -> onTheWorklist().size() == 1);
        redFlag(other);
        sessions.report(other, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "bowel_leak", "present"));
        await().atMost(SOON).until(() -> lines().getList("events").size() > before + 1);

        var numbers = lines().<Integer>getList("events.number");
        assertThat(numbers).startsWith(1);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
        assertThat(lines().<String>getList("events.name").stream().filter("erased"::equals))
                .hasSize(1);
    }

    @Test
    void whatIsAtHandInMemoryIsForgottenToo() {
        sessions.erased(patient);
        await().atMost(SOON).until(() -> onTheWorklist().size() == 1);

        sessions.report(patient, SessionTopic.session(UUID.randomUUID(), Instant.now(), 1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().auth()
                                .oauth2(Tokens.clinician(practice))
                                .get("/practices/{p}/patients/{id}/advice", practice, patient.patient())
                                .jsonPath()
                                .getString("advice.urgency"))
                        .isEqualTo("self_care"));
    }

    private void snoozeWhatMayBe() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "leg_tingling", "present"));
        var finding = await().atMost(SOON)
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.clinician(practice))
                                .get("/practices/{p}/patients/{id}/findings", practice, patient.patient())
                                .jsonPath()
                                .getString("find{it.urgency == 'soon'}.findingId"),
                        java.util.Objects::nonNull);
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType("application/json")
                .body("{\"minutes\": 10}")
                .put("/practices/{p}/findings/{f}/snooze", practice, finding)
                .then()
                .statusCode(200);
    }

    private void redFlag(PatientKey of) {
        sessions.report(of, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "urine_leak", "present"));
    }

    private List<String> onTheWorklist() {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist", practice)
                .jsonPath()
                .getList("items.patientId");
    }

    private JsonPath lines() {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist/events?limit=500", practice)
                .jsonPath();
    }

    /// Whole rows as text, so that no column is forgotten.
    private List<String> tablesWithTheErased() throws SQLException {
        var found = new ArrayList<String>();
        for (var table : List.of(
                "report",
                "watched_patient",
                "raised_finding",
                "finding_trail",
                "finding_snooze",
                "note_to_read",
                "programme_hold",
                "notice",
                "letter",
                "webhook_delivery",
                "worklist_event",
                "outbox",
                "dead_letter")) {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(
                            "select count(*) from " + table + " as one where one::text like ?")) {
                select.setString(1, "%" + patient.patient() + "%");
                try (var count = select.executeQuery()) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }
}
