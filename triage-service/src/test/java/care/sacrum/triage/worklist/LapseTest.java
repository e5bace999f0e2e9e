package care.sacrum.triage.worklist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A plan that is no longer followed is a routine matter: at the end of the worklist, or a mark on who stands there
/// anyway.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class LapseTest extends WorklistOfAPractice {

    private static final String QUIET_SINCE =
            LocalDate.now(ZoneOffset.UTC).minusDays(6).toString();

    @Test
    void aLapseAloneStandsAtTheEndAndSaysWhy() {
        var tingling = another();
        var quiet = another();
        sessions.lapsed(patient, 1, 30);
        sessions.silent(quiet, 1, QUIET_SINCE);
        sessions.report(tingling, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));

        awaitPatients(tingling, quiet, patient);
        var list = worklist("");
        assertThat(list.getString("items[2].urgency")).isNull();
        assertThat(list.getString("items[2].reason"))
                .isEqualTo("The plan has lapsed: 30 % of it was done from 2026-02-04 to 2026-02-10, as known when it"
                        + " was told.");
        assertThat(list.getInt("items[2].lapse.percent")).isEqualTo(30);
        assertThat(list.getList("items[2].findings")).isEmpty();
        assertThat(list.getString("items[0].lapse")).isNull();
        assertThat(worklist("?limit=2").getString("next")).isNotNull();
        assertThat(worklist("?limit=2&after=" + worklist("?limit=2").getString("next"))
                        .getList("items.patientId"))
                .containsExactly(patient.patient().toString());
    }

    @Test
    void whoStandsThereAnywayStaysAtTheirPlaceWithAMark() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        sessions.lapsed(patient, 1, 10);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist("").<Object>get("items[0].lapse.percent"))
                        .isEqualTo(10));
        assertThat(worklist("").getString("items[0].urgency")).isEqualTo("emergency_now");
        assertThat(worklist("").getString("items[0].reason")).containsIgnoringCase("urine");
    }

    @Test
    void whatAClinicianSnoozedDoesNotComeBackForALapse() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        awaitPatients(patient);
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"minutes\": 30}")
                .put(
                        "/practices/{p}/findings/{f}/snooze",
                        practice,
                        worklist("").getString("items[0].findings[0].findingId"))
                .then()
                .statusCode(200);

        sessions.lapsed(patient, 1, 10);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist("?snoozed=true").<Object>get("items[0].lapse.percent"))
                        .isEqualTo(10));
        assertThat(worklist("").getList("items")).isEmpty();
    }

    @Test
    void whoFollowsThePlanAgainOrIsNoLongerTreatedOrErasedIsGoneFromIt() {
        var paused = another();
        var erased = another();
        for (var each : new PatientKey[] {patient, paused, erased}) {
            sessions.lapsed(each, 1, 30);
        }
        await().atMost(SOON).until(() -> worklist("").getList("items").size() == 3);

        sessions.lapseOver(patient, 1);
        sessions.status(paused, 2, "paused");
        sessions.erased(erased);

        await().atMost(SOON).until(() -> worklist("").getList("items").isEmpty());
        assertThat(lines().<String>getList("events.name")).contains("lapse-over", "status", "erased");
        assertThat(lines().<String>getList("events.data.because")).contains("followed_again", "not_treated");
    }

    @Test
    void whatComesTwiceOrBehindANewerOneChangesNothing() {
        sessions.lapsed(patient, 2, 30);
        sessions.lapseOver(patient, 1);
        sessions.lapsed(patient, 2, 40);
        sessions.lapsed(patient, 1, 50);
        sessions.lapseOver(patient, 2);
        sessions.lapseOver(patient, 2);
        sessions.lapsed(patient, 2, 30);
        sessions.lapsed(patient, 3, 20);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(lines().getList("events.name")).containsExactly("lapsed", "lapse-over", "lapsed"));
        assertThat(worklist("").getInt("items[0].lapse.percent")).isEqualTo(20);
    }

    @Test
    void aLapseOfWhoIsNotTreatedIsNone() {
        sessions.status(patient, 2, "discharged");
        sessions.lapsed(patient, 1, 30);
        var unknown = new PatientKey(practice, UUID.randomUUID());
        sessions.lapsed(unknown, 1, 30);

        awaitPatients(unknown);
    }
}
