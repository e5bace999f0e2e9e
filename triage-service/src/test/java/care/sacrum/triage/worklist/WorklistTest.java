package care.sacrum.triage.worklist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import care.sacrum.triage.rules.SymptomCode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class WorklistTest extends WorklistOfAPractice {

    private static final Path UNREAD_EXAMPLE = Path.of(
            "..", "session-service", "contracts", "care.sacrum.session.symptoms-reported.v1.unread.example.json");

    @Inject
    AgroalDataSource database;

    @Test
    void aBladderSignIsOnTheWorklistWithItsReason() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_cannot_start", "present"));

        var item = itemOf(patient);

        assertThat(item.getString("urgency")).isEqualTo("emergency_now");
        assertThat(item.getString("reason")).containsIgnoringCase("urine");
        assertThat(item.getString("programme")).isEqualTo("hold");
        assertThat(item.getString("findings[0].rule")).isEqualTo("ces-bladder");
        assertThat(item.getInt("findings[0].finding.version")).isEqualTo(1);
        assertThat(item.getList("findings[0].finding.referTo")).containsExactly("emergency_department");
        assertThat(item.getString("findings[0].finding.because[0].says")).isNotBlank();
    }

    @Test
    void theMostUrgentComesFirstAndPagesFollowOneAnother() {
        var tingling = another();
        var bladder = another();
        sessions.report(tingling, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        itemOf(tingling);
        sessions.report(bladder, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        itemOf(bladder);

        var first = worklist("?limit=1");
        var second = worklist("?limit=1&after=" + first.getString("next"));

        assertThat(first.getString("items[0].patientId"))
                .isEqualTo(bladder.patient().toString());
        assertThat(second.getString("items[0].patientId"))
                .isEqualTo(tingling.patient().toString());
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void theSameReportTwiceIsOneFinding() {
        var report = SessionTopic.checkIn(UUID.randomUUID(), now, "bowel_leak", "present");
        sessions.report(patient, report);
        sessions.report(patient, report);
        var marker = another();
        sessions.report(marker, SessionTopic.checkIn(UUID.randomUUID(), now, "bowel_leak", "present"));
        itemOf(marker);

        assertThat(itemOf(patient).getList("findings")).hasSize(1);
    }

    @Test
    void aReportBeforeItsPatientCountsAllTheSame() {
        var unknown = new PatientKey(practice, UUID.randomUUID());
        sessions.report(unknown, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));

        assertThat(itemOf(unknown).getString("urgency")).isEqualTo("emergency_now");
    }

    @Test
    void fiveDaysOfPainToldLateAndOutOfOrderPersist() {
        for (int daysAgo : List.of(0, 3, 1, 4, 2)) {
            sessions.report(patient, SessionTopic.session(UUID.randomUUID(), now.minus(Duration.ofDays(daysAgo)), 5));
        }

        assertThat(itemOf(patient).getList("findings.rule")).contains("persist-t1");
    }

    @Test
    void aFindingIsAcknowledgedOnceWithANote() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        var finding = itemOf(patient).getString("findings[0].findingId");

        acknowledge(finding, Tokens.clinician(practice), "Called, on the way to hospital")
                .statusCode(200);
        acknowledge(finding, Tokens.clinician(practice), "Called, on the way to hospital")
                .statusCode(200);
        acknowledge(finding, Tokens.lead(practice), "Me too").statusCode(409);

        assertThat(patientsOn(worklist(""))).doesNotContain(patient.patient().toString());
        var shown = given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/findings/{f}", practice, finding)
                .jsonPath();
        assertThat(shown.getString("state")).isEqualTo("acknowledged");
        assertThat(shown.getString("note")).isEqualTo("Called, on the way to hospital");
    }

    @Test
    void theSameComplaintAfterTheAcknowledgementIsNotRaisedAgainButAWorseOneIs() {
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(7200), "urine_leak", "present"));
        acknowledge(itemOf(patient).getString("findings[0].findingId"), Tokens.clinician(practice), "Seen")
                .statusCode(200);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(3600), "urine_leak", "present"));
        var marker = another();
        sessions.report(marker, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        itemOf(marker);
        assertThat(patientsOn(worklist(""))).doesNotContain(patient.patient().toString());

        sessions.report(patient, """
                {"reportId": "%s", "kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                 "receivedAt": "%s", "symptoms": [{"code": "urine_leak", "status": "present", "onset": "existing",
                 "changeSinceLast": "worse"}]}""".formatted(UUID.randomUUID(), now, now));

        assertThat(itemOf(patient).getString("urgency")).isEqualTo("emergency_now");
    }

    @Test
    void aPoisonMessageBetweenTwoGoodOnesStopsNeitherAndReachesAPerson() {
        var other = another();
        sessions.report(other, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        sessions.send(patient.toString(), "care.sacrum.session.completed.v1", "{\"practiceId\": ");
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "bowel_leak", "present"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(itemOf(patient).getList("findings.rule"))
                        .contains("ces-bowel", "unreadable-report"));
        assertThat(itemOf(other).getString("urgency")).isEqualTo("emergency_now");
        try (var deadLetters = TestTopic.named("sacrum.dead-letter.v1").fromTheBeginning()) {
            var letter = deadLetters.next(message -> patient.toString().equals(message.key()), SOON);
            assertThat(letter.value()).contains("\"reason\":\"malformed-json\"");
        }
    }

    @Test
    void aNoteThatNobodyReadIsAMarkUntilItIsRead() {
        var report = UUID.randomUUID();
        var withNote =
                SessionTopic.checkIn(report, now, "urine_leak", "present").replaceFirst("\\{", "{\"hasNote\": true, ");
        sessions.report(patient, withNote);
        assertThat(itemOf(patient).getInt("unreadNotes")).isEqualTo(1);
        assertThat(itemOf(patient).getList("findings.rule")).doesNotContain("unread-note");

        sessions.noteRead(patient, report);
        sessions.report(patient, withNote);

        await().atMost(SOON).until(() -> itemOf(patient).getInt("unreadNotes") == 0);
    }

    @Test
    void aSignThatNobodyCanReadIsAMark() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        assertThat(itemOf(patient).getBoolean("signUnread")).isFalse();

        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "purple_toe", "present"));

        await().atMost(SOON).until(() -> itemOf(patient).getBoolean("signUnread"));
    }

    @Test
    void whoToldOfNothingButASignThatNobodyCanReadStandsOnTheWorklistUntilSomebodyAsked() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "purple_toe", "present"));

        await().atMost(SOON).until(() -> itemOf(patient).getString("reason") != null);
        assertThat(itemOf(patient).getString("urgency")).isEqualTo("soon");
        assertThat(itemOf(patient).getString("reason"))
                .isEqualTo("A sign was told in words that no rule reads: ask what it is");
        assertThat(itemOf(patient).getList("findings.rule")).containsExactly("unread-sign");
        assertThat(adviceTo(patient)).contains("Call your clinic today");

        advised("unread-sign");
        assertThat(adviceTo(patient)).doesNotContain("Call your clinic today");

        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "blue_toe", "present"));
        await().atMost(SOON).untilAsserted(() -> assertThat(adviceTo(patient)).contains("Call your clinic today"));
    }

    private void advised(String rule) {
        var finding = itemOf(patient).getString("findings.find{it.rule == '" + rule + "'}.findingId");
        given().auth()
                .oauth2(Tokens.clinician(patient.practice()))
                .contentType(ContentType.JSON)
                .body("{\"outcome\": \"advised\", \"note\": \"Rang: all is well\"}")
                .put("/practices/{p}/findings/{f}/outcome", patient.practice(), finding)
                .then()
                .statusCode(200);
    }

    /// As session-service tells it: its golden example, with every red flag denied beside.
    @Test
    void whatWasToldInAFieldThatNobodyKnowsIsAMarkAndCalmsNobody() throws IOException {
        var calm = another();
        var golden = (ObjectNode)
                new ObjectMapper().readTree(UNREAD_EXAMPLE.toFile()).path("report");
        golden.put("observedAt", now.toString()).put("receivedAt", now.toString());
        var symptoms = golden.withArray("symptoms");
        for (var code : SymptomCode.values()) {
            if (code.mustBeAsked()) {
                symptoms.addObject().put("code", code.word()).put("status", "denied");
            }
        }
        var withoutIt = golden.deepCopy();
        withoutIt.withArray("symptoms").remove(1);
        withoutIt.withArray("setAside").removeAll();
        sessions.report(calm, withoutIt.toString());
        sessions.report(patient, golden.toString());

        await().atMost(SOON).until(() -> itemOf(patient).getBoolean("signUnread"));
        assertThat(itemOf(patient).getList("findings.rule")).containsExactly("unread-sign");
        assertThat(adviceTo(patient))
                .doesNotContain("Nothing in your reports asks for a visit now", "You also wrote a note");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(adviceTo(calm)).contains("Nothing in your reports asks for a visit now"));
    }

    private static String adviceTo(PatientKey patient) {
        return given().auth()
                .oauth2(Tokens.clinician(patient.practice()))
                .get("/practices/{p}/patients/{id}/advice", patient.practice(), patient.patient())
                .jsonPath()
                .getString("advice.message");
    }

    @Test
    void whoToldASignAndTookItBackBeforeAnybodySawItStandsOnTheWorklistUntilSomebodyAsked() {
        // Whichever way a batch is parted, nobody looks between the two.
        sessions.report(patient, signs(now.minus(Duration.ofHours(1)), "denied"));
        sessions.report(patient, signs(now.minus(Duration.ofHours(20)), "present"));

        await().atMost(SOON)
                .until(() -> "urgent_same_day".equals(itemOf(patient).getString("urgency")));
        assertThat(itemOf(patient).getString("programme")).isNotEqualTo("hold");
        assertThat(itemOf(patient).getString("reason"))
                .isEqualTo("Told a sign and took it back; was told to call today");
        assertThat(itemOf(patient).getString("findings.find{it.rule == 'call-today'}.finding.because[0].says"))
                .isNotBlank();
        assertThat(adviceTo(patient)).contains("tell them of a sign that you had");

        advised("call-today");
        assertThat(adviceTo(patient)).doesNotContain("tell them of a sign that you had");
    }

    @Test
    void whoTakesASignBackThatWaitsStaysOnTheWorklist() {
        sessions.report(
                patient,
                SessionTopic.checkIn(UUID.randomUUID(), now.minus(Duration.ofHours(2)), "severe_headache", "present"));
        await().atMost(SOON).until(() -> rulesOf(patient).equals(List.of("nonspinal")));

        sessions.report(
                patient,
                SessionTopic.checkIn(UUID.randomUUID(), now.minus(Duration.ofHours(1)), "severe_headache", "denied"));

        await().atMost(SOON).until(() -> !rulesOf(patient).equals(List.of("nonspinal")));
        assertThat(rulesOf(patient)).containsExactly("call-today");
        assertThat(adviceTo(patient)).contains("tell them of a sign that you had");
    }

    private List<String> rulesOf(PatientKey patient) {
        return itemOf(patient).getList("findings.rule");
    }

    private static String signs(Instant at, String status) {
        return """
                {"reportId": "%s", "kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                 "receivedAt": "%s", "symptoms": [{"code": "foot_drop", "status": "%s", "onset": "new", "side": "left"},
                 {"code": "chest_pain", "status": "%s", "onset": "new"}]}""".formatted(UUID.randomUUID(), at, Instant.now(), status, status);
    }

    @Test
    void aNoteReadBeforeItsReportCameIsRead() {
        var report = UUID.randomUUID();
        sessions.noteRead(patient, report);

        sessions.report(
                patient,
                SessionTopic.checkIn(report, now, "urine_leak", "present").replaceFirst("\\{", "{\"hasNote\": true, "));

        assertThat(itemOf(patient).getInt("unreadNotes")).isZero();
    }

    @Test
    void theLinesOfTheStreamComeAsPagesWithoutAGap() {
        for (int i = 0; i < 3; i++) {
            var each = another();
            sessions.report(each, SessionTopic.checkIn(UUID.randomUUID(), now, "unexplained_weight_loss", "present"));
            itemOf(each);
        }

        var first = lines("?limit=2");
        var second = lines("?limit=2&after=" + first.getInt("next"));

        assertThat(first.getList("events.number")).containsExactly(1, 2);
        assertThat(first.getInt("newest")).isEqualTo(3);
        assertThat(first.getString("evaluatedThrough")).isNotBlank();
        assertThat(second.getList("events.number")).containsExactly(3);
        assertThat(second.getList("events.name")).containsExactly("raised");
        assertThat(lines("?after=3").getList("events")).isEmpty();
    }

    @Test
    void linesThatAreNoLongerKeptAreToldWithTheOldestThatIs() throws java.sql.SQLException {
        for (int i = 0; i < 3; i++) {
            var each = another();
            sessions.report(each, SessionTopic.checkIn(UUID.randomUUID(), now, "unexplained_weight_loss", "present"));
            itemOf(each);
        }
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from worklist_event where practice_id = ? and number <= 2")) {
            delete.setObject(1, practice);
            delete.executeUpdate();
        }

        var tooOld = given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist/events?after=1", practice);
        var streamTooOld = given().auth()
                .oauth2(Tokens.clinician(practice))
                .header("Last-Event-ID", "1")
                .get("/practices/{p}/worklist/stream", practice);

        assertThat(tooOld.statusCode()).isEqualTo(410);
        assertThat(tooOld.jsonPath().getString("detail")).contains("from number 3 on", "go on after 2");
        assertThat(streamTooOld.statusCode()).isEqualTo(410);
        assertThat(lines("?after=2").getList("events.number")).containsExactly(3);
    }

    private JsonPath lines(String query) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist/events" + query, practice)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void healthSaysUpToWhenReportsAreEvaluated() {
        var inbox = await().atMost(SOON)
                .until(
                        () -> given().get("/q/health/ready")
                                .jsonPath()
                                .getString("checks.find{it.name == 'inbox'}.data.'sacrum.session.v1 through'"),
                        through -> through != null && !"unknown".equals(through));

        assertThat(Instant.parse(inbox)).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void recordsThatFitNoReaderArePassedOver() {
        sessions.send("nonsense", "", "");
        sessions.send(patient.toString(), "care.sacrum.session.something-newer.v9", "{}");
        sessions.send(
                another().toString(), "care.sacrum.session.completed.v1", """
                {"practiceId": "%s", "patientId": "%s", "report": {"reportId": "x"}}""".formatted(practice, patient.patient()));
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));

        assertThat(itemOf(patient).getString("urgency")).isEqualTo("emergency_now");
    }

    @Test
    void whatTheWorklistSaysIsAlsoPublished() {
        try (var triage = TestTopic.named("sacrum.triage.v1")) {
            sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
            var finding = itemOf(patient).getString("findings[0].findingId");
            acknowledge(finding, Tokens.clinician(practice), "Seen").statusCode(200);

            var raised = triage.next(message -> is(message, "care.sacrum.triage.finding-raised.v1"), SOON);
            var advised = triage.next(message -> is(message, "care.sacrum.triage.advice-given.v1"), SOON);
            var acknowledged = triage.next(message -> is(message, "care.sacrum.triage.finding-acknowledged.v1"), SOON);

            assertThat(JsonPath.from(raised.value()).getString("findingId")).isEqualTo(finding);
            assertThat(JsonPath.from(advised.value()).getString("urgency")).isNotBlank();
            assertThat(acknowledged.value()).doesNotContain("Seen");
            assertThat(raised.headers().toString()).doesNotContain("urine").doesNotContain("bladder");
        }
    }

    private boolean is(TestTopic.Message message, String type) {
        return patient.toString().equals(message.key()) && message.type().equals(type);
    }

    @Test
    void anotherPracticeSeesNothingOfIt() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        var finding = itemOf(patient).getString("findings[0].findingId");
        var stranger = Tokens.clinician(UUID.randomUUID());

        given().auth()
                .oauth2(stranger)
                .get("/practices/{p}/worklist", practice)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(stranger)
                .get("/practices/{p}/findings/{f}", practice, finding)
                .then()
                .statusCode(404);
        acknowledge(finding, stranger, "Not mine").statusCode(404);
    }

    @Test
    void aFindingIsNotFoundUnderAnotherPracticeOfTheCaller() {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        var finding = itemOf(patient).getString("findings[0].findingId");
        var elsewhere = UUID.randomUUID();

        given().auth()
                .oauth2(Tokens.clinician(elsewhere))
                .get("/practices/{p}/findings/{f}", elsewhere, finding)
                .then()
                .statusCode(404);
    }

    @Test
    void onlyStaffReadAWorklistAndOnlyCliniciansAcknowledge() {
        given().get("/practices/{p}/worklist", practice).then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.expired(practice))
                .get("/practices/{p}/worklist", practice)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.foreign(practice))
                .get("/practices/{p}/worklist", practice)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forged(practice))
                .get("/practices/{p}/worklist", practice)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forAnotherAudience(practice))
                .get("/practices/{p}/worklist", practice)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.patient("someone"))
                .get("/practices/{p}/worklist", practice)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        acknowledge(UUID.randomUUID().toString(), Tokens.integrator(practice), "No")
                .statusCode(403);
    }

    @Test
    void whatIsWrongInARequestIsNamed() {
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist?limit=0", practice)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist?after=nonsense", practice)
                .then()
                .statusCode(422);
        var slip = given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist?limt=5", practice)
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();
        assertThat(slip.getString("errors[0].field")).isEqualTo("limt");
        assertThat(slip.getString("errors[0].why")).contains("takes after, ", "limit");
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist?limit=many&snoozed=maybe", practice)
                .then()
                .statusCode(422)
                .body("errors.field", contains("limit", "snoozed"))
                .body("errors.why", contains("must be a whole number from 1 to 200", "must be true or false"));
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/patients/{id}/findings?limit=5", practice, UUID.randomUUID())
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/not-a-uuid/worklist")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("errors.field", contains("practiceId"));
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist?limit=5&limit=99999999999", practice)
                .then()
                .statusCode(422)
                .body("errors.why", contains("is given more than once; leave one"));
        var noNote = given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/practices/{p}/findings/{f}/acknowledgement", practice, UUID.randomUUID());
        assertThat(noNote.statusCode()).isEqualTo(422);
        assertThat(noNote.jsonPath().getString("errors[0].field")).isEqualTo("note");
        acknowledge(UUID.randomUUID().toString(), Tokens.clinician(practice), "x".repeat(2001))
                .statusCode(422);
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"note\": ")
                .put("/practices/{p}/findings/{f}/acknowledgement", practice, UUID.randomUUID())
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyOfAnotherShapeIsSaidToBeThatAndAnUnknownFieldIsNamed() {
        var list = acknowledged("[]");
        assertThat(list.statusCode()).isEqualTo(400);
        assertThat(list.jsonPath().getString("detail")).contains("shape");

        var unknown = acknowledged("{\"note\": \"Seen\", \"mood\": 3}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.jsonPath().getString("errors[0].field")).isEqualTo("mood");
        assertThat(unknown.jsonPath().getString("errors[0].why")).contains("not known");
    }

    private io.restassured.response.Response acknowledged(String body) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/practices/{p}/findings/{f}/acknowledgement", practice, UUID.randomUUID());
    }

    @Test
    void theWorklistSaysUpToWhenItCanBeTrusted() {
        await().atMost(SOON).untilAsserted(() -> {
            var through = worklist("").getString("evaluatedThrough");
            assertThat(through).isNotNull();
            assertThat(Instant.parse(through)).isAfter(now.minusSeconds(60));
        });
    }

    private static List<String> patientsOn(JsonPath worklist) {
        return worklist.getList("items.patientId");
    }

    /// The patient's place on the worklist, once there is one.
    private JsonPath itemOf(PatientKey who) {
        var id = who.patient().toString();
        await().atMost(SOON).until(() -> patientsOn(worklist("")).contains(id));
        var whole = worklist("");
        return whole.setRootPath("items[" + patientsOn(whole).indexOf(id) + "]");
    }

    private io.restassured.response.ValidatableResponse acknowledge(String finding, String token, String note) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"note\": \"" + note + "\"}")
                .put("/practices/{p}/findings/{f}/acknowledgement", practice, finding)
                .then();
    }
}
