package care.sacrum.triage.worklist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A practice of its own for each test, with one patient, and what a clinician of it sees on the worklist.
abstract class WorklistOfAPractice {

    static final Duration SOON = Duration.ofSeconds(30);

    final UUID practice = UUID.randomUUID();
    final PatientKey patient = new PatientKey(practice, UUID.randomUUID());
    final Instant now = Instant.now();
    SessionTopic sessions;

    @BeforeEach
    void aPatientOfAPractice() {
        sessions = new SessionTopic();
        sessions.practice(practice);
        sessions.patient(patient);
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    final PatientKey another() {
        var other = new PatientKey(practice, UUID.randomUUID());
        sessions.patient(other);
        return other;
    }

    final void awaitPatients(PatientKey... inOrder) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist("").<String>getList("items.patientId"))
                        .containsExactly(Arrays.stream(inOrder)
                                .map(each -> each.patient().toString())
                                .toArray(String[]::new)));
    }

    final JsonPath lines() {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist/events?limit=100", practice)
                .jsonPath();
    }

    final JsonPath worklist(String query) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist" + query, practice)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
