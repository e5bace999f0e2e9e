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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who has gone quiet stands on the worklist for that alone, beside whoever has a finding.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class SilenceTest extends WorklistOfAPractice {

    private static final String SINCE =
            LocalDate.now(ZoneOffset.UTC).minusDays(6).toString();

    @Test
    void aSilenceAloneIsNoFindingAndSaysWhyThePatientIsThere() {
        sessions.silent(patient, 1, SINCE);

        awaitPatients(patient);
        var item = worklist("");
        assertThat(item.getString("items[0].urgency")).isNull();
        assertThat(item.getList("items[0].findings")).isEmpty();
        assertThat(item.getString("items[0].reason"))
                .isEqualTo("Not heard from since " + SINCE + "; the phone had not synced either when this was told.");
        assertThat(item.getBoolean("items[0].silence.afterRedFlag")).isFalse();
        assertThat(given().auth()
                        .oauth2(Tokens.clinician(practice))
                        .get("/practices/{p}/patients/{id}/findings", practice, patient.patient())
                        .jsonPath()
                        .getList(""))
                .isEmpty();
    }

    @Test
    void theOrderIsUrgentThenSilentAfterARedFlagThenTheOtherFindingsThenSilentAlone() {
        var bladder = another();
        var tingling = another();
        var quietAfterSeen = another();
        sessions.report(bladder, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        sessions.report(tingling, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        sessions.report(quietAfterSeen, SessionTopic.checkIn(UUID.randomUUID(), now, "bowel_leak", "present"));
        acknowledged(quietAfterSeen);
        sessions.silent(quietAfterSeen, 1, SINCE);
        sessions.silent(patient, 1, SINCE);

        awaitPatients(bladder, quietAfterSeen, tingling, patient);
        assertThat(worklist("").getString("items[1].reason")).contains("after a red flag");
        assertThat(worklist("").getBoolean("items[1].silence.afterRedFlag")).isTrue();
        var paged = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = worklist("?limit=1" + (next.isEmpty() ? "" : "&after=" + next));
            paged.addAll(page.getList("items.patientId"));
            next = page.getString("next");
        }
        assertThat(paged).isEqualTo(worklist("").getList("items.patientId"));
    }

    @Test
    void whoWasBackWithoutAWordOfARecentDayIsStillSilentAfterTheRedFlag() {
        var counted = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
        var treatedAgain = another();
        for (var each : List.of(patient, treatedAgain)) {
            sessions.report(each, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
            acknowledged(each);
        }
        sessions.silent(
                treatedAgain,
                1,
                LocalDate.now(ZoneOffset.UTC).plusDays(80).toString(),
                "\"lastObservedAt\": \"%s\",".formatted(now));
        sessions.silent(patient, 2, counted, "\"lastObservedAt\": \"%s\",".formatted(now));

        awaitPatients(patient, treatedAgain);
        assertThat(worklist("").getList("items.silence.afterRedFlag")).containsExactly(true, false);
    }

    @Test
    void aSilentPatientWithAnOpenEmergencyStaysAnEmergency() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        sessions.silent(patient, 1, SINCE);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist("").<Object>get("items[0].silence.afterRedFlag"))
                        .isEqualTo(true));
        assertThat(worklist("").getString("items[0].urgency")).isEqualTo("emergency_now");
        assertThat(worklist("").getString("items[0].reason")).containsIgnoringCase("urine");
    }

    @Test
    void aSilentPatientWhoHasALesserFindingAndHadARedFlagStandsRightBelowTheUrgent() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        acknowledged(patient);
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        var tingling = another();
        sessions.report(tingling, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        sessions.silent(patient, 1, SINCE);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(worklist("").getString("items[0].reason")).contains("after a red flag"));
        assertThat(worklist("").getList("items.patientId"))
                .containsExactly(
                        patient.patient().toString(), tingling.patient().toString());
        assertThat(worklist("").getString("items[0].urgency")).isEqualTo("soon");
    }

    @Test
    void whatWasAFalseAlarmIsNoRedFlag() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"outcome\": \"false_alarm\", \"note\": \"Rang: it was the tap\"}")
                .put("/practices/{p}/findings/{f}/outcome", practice, openFinding(patient))
                .then()
                .statusCode(200);

        sessions.silent(patient, 1, SINCE);

        awaitPatients(patient);
        assertThat(worklist("").getBoolean("items[0].silence.afterRedFlag")).isFalse();
    }

    @Test
    void whoIsBackOrPausedOrNoLongerTreatedOrErasedIsGoneFromIt() {
        var paused = another();
        var discharged = another();
        var erased = another();
        for (var each : List.of(patient, paused, discharged, erased)) {
            sessions.silent(each, 1, SINCE);
        }
        await().atMost(SOON).until(() -> worklist("").getList("items").size() == 4);

        sessions.back(patient, 1);
        sessions.silenceOver(paused, 1);
        status(discharged, 2, "discharged");
        sessions.erased(erased);

        await().atMost(SOON).until(() -> worklist("").getList("items").isEmpty());
        var lines = lines();
        assertThat(lines.<String>getList("events.name")).contains("silence-over", "erased");
        assertThat(lines.<String>getList("events.data.because")).contains("back", "paused", "not_treated");
        for (int number = 1; number <= lines.getInt("newest"); number++) {
            assertThat(lines.getInt("events[" + (number - 1) + "].number")).isEqualTo(number);
        }
    }

    @Test
    void whatComesTwiceOrBehindANewerOneChangesNothing() {
        sessions.silent(patient, 2, SINCE);
        awaitPatients(patient);
        sessions.back(patient, 1);
        sessions.silent(patient, 2, SINCE);
        // Behind the others on the patient's own partition: once it is seen, they were.
        sessions.report(
                patient, SessionTopic.session(UUID.randomUUID(), now, 1).replaceFirst("\\{", "{\"hasNote\": true, "));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(worklist("").getInt("items[0].unreadNotes")).isEqualTo(1));

        sessions.back(patient, 2);
        sessions.back(patient, 2);
        sessions.silent(patient, 2, SINCE);
        sessions.silent(patient, 1, SINCE);
        sessions.silent(patient, 3, SINCE);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lines().getList("events.name"))
                        .containsExactly("silent", "note", "silence-over", "silent"));
        assertThat(worklist("").getList("items.patientId"))
                .containsExactly(patient.patient().toString());
    }

    @Test
    void aSilenceOfWhoIsNotTreatedIsNoneAndOfWhoIsNotKnownYetIsOne() {
        status(patient, 2, "paused");
        sessions.silent(patient, 1, SINCE);
        var unknown = new PatientKey(practice, UUID.randomUUID());
        sessions.silent(unknown, 1, SINCE);

        awaitPatients(unknown);
    }

    private void status(PatientKey of, long version, String status) {
        sessions.send(of.toString(), "care.sacrum.session.patient-recorded.v1", """
                {"practiceId": "%s", "patientId": "%s", "version": %d, "status": "%s",
                 "patient": {"homeTimeZone": "Europe/London"}}""".formatted(
                        of.practice(), of.patient(), version, status));
    }

    private String openFinding(PatientKey of) {
        return await().atMost(SOON)
                .until(
                        () -> worklist("")
                                .getString("items.find{it.patientId == '" + of.patient() + "'}?.findings[0].findingId"),
                        found -> found != null);
    }

    private void acknowledged(PatientKey of) {
        var finding = openFinding(of);
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"note\": \"Seen\"}")
                .put("/practices/{p}/findings/{f}/acknowledgement", practice, finding)
                .then()
                .statusCode(200);
    }
}
