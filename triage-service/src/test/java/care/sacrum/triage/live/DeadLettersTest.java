package care.sacrum.triage.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class DeadLettersTest {

    @Inject
    AgroalDataSource database;

    private final PatientKey patient = new PatientKey(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void aRecordThatCanNowBeReadIsTakenAndIsADeadLetterNoMore() {
        var id = redFlag().keptIn(database);

        assertThat(replay(id).statusCode()).isEqualTo(200);

        assertThat(urgency()).isEqualTo("emergency_now");
        assertThat(listed()).doesNotContain(id);
        assertThat(replay(id).statusCode()).isEqualTo(404);
    }

    @Test
    void aRecordThatStillCanNotBeReadStaysAndSaysWhy() {
        var id = new DeadLetter(patient, "{\"practiceId\": ").keptIn(database);

        var answer = replay(id);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("detail")).contains("malformed-json");
        assertThat(listed()).contains(id);
    }

    @Test
    void eachOfManyHasAResultOfItsOwn() {
        var good = redFlag().keptIn(database);
        var bad = new DeadLetter(patient, "[]").keptIn(database);

        var results = given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"ids\": [\"%s\", \"%s\", \"sacrum.session.v1:0:-1\", \"nonsense\"]}".formatted(good, bad))
                .post("/dead-letters/replays")
                .jsonPath();

        assertThat(results.getList("results.outcome")).containsExactly("taken", "still_unusable", "unknown", "unknown");
        assertThat(results.getString("results[1].reason")).isEqualTo("not-an-object");
        assertThat(urgency()).isEqualTo("emergency_now");
    }

    @Test
    void theListTellsNothingOfTheContent() {
        var id = new DeadLetter(patient, "{\"painBefore\": 9, \"urine_leak").keptIn(database);

        var all = new StringBuilder();
        assertThat(pages(all)).contains(id);

        assertThat(all.toString()).contains(patient.toString()).doesNotContain("urine_leak", "painBefore");
    }

    @Test
    void onlyAnOperatorSeesOrReplaysThem() {
        var id = redFlag().keptIn(database);
        for (var token : List.of(
                Tokens.clinician(patient.practice()),
                Tokens.lead(patient.practice()),
                Tokens.integrator(patient.practice()),
                Tokens.patient("someone"))) {
            given().auth().oauth2(token).get("/dead-letters").then().statusCode(403);
            given().auth()
                    .oauth2(token)
                    .post("/dead-letters/{id}/replay", id)
                    .then()
                    .statusCode(403);
        }
        assertThat(listed()).contains(id);
    }

    private DeadLetter redFlag() {
        return DeadLetter.of(
                patient,
                SessionTopic.checkIn(UUID.randomUUID(), Instant.now().minusSeconds(90), "urine_leak", "present"));
    }

    private Response replay(String id) {
        return given().auth().oauth2(Tokens.operator()).post("/dead-letters/{id}/replay", id);
    }

    private String urgency() {
        return given().auth()
                .oauth2(Tokens.clinician(patient.practice()))
                .get("/practices/{p}/worklist", patient.practice())
                .jsonPath()
                .getString("items[0].urgency");
    }

    private List<String> listed() {
        return pages(new StringBuilder());
    }

    private static List<String> pages(StringBuilder text) {
        var ids = new ArrayList<String>();
        String next = "";
        do {
            var answer = given().auth()
                    .oauth2(Tokens.operator())
                    .get("/dead-letters?limit=2" + (next.isEmpty() ? "" : "&after=" + next));
            text.append(answer.asString());
            ids.addAll(answer.jsonPath().getList("deadLetters.id"));
            next = answer.jsonPath().getString("next");
        } while (next != null);
        return ids;
    }
}
