package care.sacrum.triage.hold;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class ProgrammeTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SEEN = "Seen today, all normal";

    private final UUID practice = UUID.randomUUID();
    private final PatientKey patient = new PatientKey(practice, UUID.randomUUID());
    private final Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    private SessionTopic sessions;
    private TestTopic told;

    @BeforeEach
    void aPatientOfAPractice() {
        told = TestTopic.named("sacrum.triage.v1");
        sessions = new SessionTopic();
        sessions.practice(practice);
        sessions.patient(patient);
    }

    @AfterEach
    void close() {
        sessions.close();
        told.close();
    }

    @Test
    void aNerveRootSignPutsTheProgrammeOnHoldAndSaysWhy() {
        reports("leg_tingling", "present", now.minusSeconds(60));

        var programme = onHold();

        assertThat(programme.getString("advised")).isEqualTo("hold");
        assertThat(Instant.parse(programme.getString("hold.since"))).isAfterOrEqualTo(now);
        assertThat(programme.<String>getList("hold.because.rule")).containsExactly("nerve-root");
        assertThat(programme.<String>getList("hold.because.findingId")).isEqualTo(findings("nerve-root"));
        assertThat(programme.<Object>get("released")).isNull();

        var held = told.next(message -> mine(message, HoldEvents.HELD), SOON);
        var data = JsonPath.from(held.value());
        assertThat(data.getMap("").keySet())
                .isEqualTo(java.util.Set.of("practiceId", "patientId", "holdId", "since", "because"));
        assertThat(data.getString("holdId")).isEqualTo(programme.getString("hold.holdId"));
        assertThat(data.getString("since")).isEqualTo(programme.getString("hold.since"));
        assertThat(held.headers().toString()).doesNotContain("nerve", "tingling");
    }

    @Test
    void itStaysOnHoldWhenTheHistoryNoLongerSaysSo() {
        reports("leg_tingling", "present", now.minusSeconds(120));
        var hold = onHold().getString("hold.holdId");

        reports("leg_tingling", "denied", now.minusSeconds(60));
        await().atMost(SOON).until(() -> programme().getString("advised").equals("continue"));

        assertThat(programme().getString("state")).isEqualTo("hold");
        assertThat(programme().getString("hold.holdId")).isEqualTo(hold);
        assertThat(advice().getString("advice.programme")).isEqualTo("hold");
        assertThat(advice().getString("advice.message"))
                .startsWith("Your exercises are still on hold.")
                .doesNotContain("Keep to gentle exercise", "Nothing in your reports");
    }

    @Test
    void aClinicianReleasesItWithAReasonThatIsToldToNobody() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var hold = onHold();

        release(hold, SEEN).statusCode(200);

        var programme = programme();
        assertThat(programme.getString("state")).isEqualTo("continue");
        assertThat(programme.getString("advised")).isEqualTo("hold");
        assertThat(programme.<Object>get("hold")).isNull();
        assertThat(programme.getString("released.reason")).isEqualTo(SEEN);
        assertThat(programme.getString("released.releasedBy")).isEqualTo("test-clinician");
        var event = told.next(message -> mine(message, HoldEvents.RELEASED), SOON);
        assertThat(event.value())
                .contains(hold.getString("hold.holdId"), "test-clinician")
                .doesNotContain(SEEN);
    }

    @Test
    void whomItWasReleasedForIsNotToldToStopUntilSomethingElseHoldsIt() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var hold = onHold();
        assertThat(advice().getString("advice.message")).contains("Stop your exercises for now.");

        release(hold, SEEN).statusCode(200);

        assertThat(advice().getString("advice.programme")).isEqualTo("continue");
        assertThat(advice().getString("advice.message"))
                .contains(
                        "See a doctor or a physical therapist in the next few days.",
                        "Your clinic has said that you can do your exercises.")
                .doesNotContain("Stop your exercises", "Do not exercise");

        reports("urine_leak", "present", now.minusSeconds(30));
        onHold();
        assertThat(advice().getString("advice.programme")).isEqualTo("hold");
        assertThat(advice().getString("advice.message"))
                .contains("Do not exercise.")
                .doesNotContain("you can do your exercises");
    }

    @Test
    void nobodyReleasesWhileThePatientStillReadsToGoAndOnceReleasedThePatientReadsSo() {
        reports("urine_leak", "present", now.minusSeconds(60));
        var hold = onHold();
        acknowledge("ces-bladder");

        release(hold, SEEN).statusCode(409).body("detail", containsString("Say first what came of it"));
        outcome("ces-bladder", "referred");
        release(hold, SEEN).statusCode(409).body("detail", containsString("Say first what came of it"));
        assertThat(advice().getString("advice.message"))
                .contains("Do not exercise.")
                .doesNotContain("you can do your exercises");

        outcome("ces-bladder", "seen");
        assertThat(advice().getString("advice.message")).startsWith("Your exercises are still on hold.");
        release(hold, SEEN).statusCode(200);
        assertThat(advice().getString("advice.programme")).isEqualTo("continue");
        assertThat(advice().getString("advice.message"))
                .startsWith("Your clinic has said that you can do your exercises.");
    }

    @Test
    void whatIsReleasedIsAsEasyAsTheOtherFindingsSay() {
        sessions.report(
                patient,
                SessionTopic.session(UUID.randomUUID(), now.minusSeconds(90), 3)
                        .replace("\"painAfter\"", "\"painDuringMax\": 7, \"painAfter\""));
        reports("leg_tingling", "present", now.minusSeconds(60));
        release(onHold(), SEEN).statusCode(200);

        assertThat(programme().getString("state")).isEqualTo("ease");
        assertThat(advice().getString("advice.programme")).isEqualTo("ease");
        assertThat(advice().getString("advice.message")).contains("Do fewer repeats or smaller moves next time.");
    }

    @Test
    void thePatientReadsTheOwnProgrammeWithoutTheReason() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        release(onHold(), SEEN).statusCode(200);

        var own = read(Tokens.patient("sub-" + patient.patient())).jsonPath();

        assertThat(own.getString("state")).isEqualTo("continue");
        assertThat(own.<String, Object>getMap("released")).doesNotContainKeys("reason", "releasedBy");
        assertThat(read(Tokens.patient("somebody-else")).statusCode()).isEqualTo(404);
        assertThat(read(Tokens.integrator(practice)).jsonPath().<String, Object>getMap("released"))
                .doesNotContainKey("reason");
    }

    @Test
    void whatWasReleasedDoesNotComeBackHoweverOftenItIsTold() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        release(onHold(), SEEN).statusCode(200);

        reports("leg_tingling", "present", now.minusSeconds(30));
        reports("constipation", "present", now.minusSeconds(20));
        await().atMost(SOON)
                .until(() -> lastReportAt().equals(now.minusSeconds(20).toString()));

        assertThat(programme().getString("state")).isEqualTo("continue");
        assertThat(told.all(message -> mine(message, HoldEvents.HELD))).hasSize(1);
    }

    @Test
    void newEvidenceAfterAReleaseHoldsAgain() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var first = onHold();
        release(first, SEEN).statusCode(200);

        reports("urine_leak", "present", now.minusSeconds(30));

        var second = onHold();
        assertThat(second.getString("hold.holdId")).isNotEqualTo(first.getString("hold.holdId"));
        assertThat(second.<String>getList("hold.because.rule"))
                .contains("ces-bladder")
                .doesNotContain("nerve-root");
        assertThat(second.getString("released.holdId")).isEqualTo(first.getString("hold.holdId"));

        release(second, "Rang: all is well again")
                .statusCode(409)
                .body("detail", containsString(findings("ces-bladder").getFirst()));
        outcome("ces-bladder", "seen");
        release(second, "Rang: all is well again").statusCode(200);
        var all = given().auth()
                .oauth2(Tokens.lead(practice))
                .get("/practices/{p}/patients/{id}/programme/holds", practice, patient.patient())
                .jsonPath();
        assertThat(all.<String>getList("items.released.reason")).containsExactly("Rang: all is well again", SEEN);
        assertThat(all.<String>getList("items.released.releasedBy")).containsOnly("test-clinician");
        assertThat(all.<String>getList("items[1].because.rule")).containsExactly("nerve-root");
    }

    @Test
    void whatIsRaisedAgainAfterAFalseAlarmAndAReleaseHoldsAgain() {
        reports("urine_leak", "present", now.minusSeconds(7200));
        var first = onHold();
        wasAFalseAlarm();
        release(first, SEEN).statusCode(200);

        reports("urine_leak", "present", Instant.now().plusSeconds(1));

        var second = onHold();
        assertThat(second.getString("hold.holdId")).isNotEqualTo(first.getString("hold.holdId"));
        assertThat(second.<String>getList("hold.because.rule")).containsExactly("ces-bladder");
        assertThat(second.<String>getList("hold.because.findingId"))
                .doesNotContainAnyElementsOf(first.getList("hold.because.findingId"));
    }

    @Test
    void whatIsRaisedAgainSinceTheyLookedIsReleasedByNobody() {
        reports("urine_leak", "present", now.minusSeconds(7200));
        var asRead = onHold();
        wasAFalseAlarm();

        reports("urine_leak", "present", Instant.now().plusSeconds(1));
        await().atMost(SOON).until(() -> programme().getInt("hold.version") == 2);

        release(asRead, SEEN).statusCode(409).body("detail", containsString("More came to light"));
        outcome("ces-bladder", "seen");
        release(programme(), SEEN).statusCode(200);
    }

    @Test
    void nobodyReleasesWhatCameToLightSinceTheyLooked() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var asRead = onHold();
        reports("urine_leak", "present", now.minusSeconds(30));
        await().atMost(SOON)
                .until(() -> programme().<String>getList("hold.because.rule").contains("ces-bladder"));

        release(asRead, SEEN).statusCode(409).body("detail", containsString("More came to light"));
        assertThat(programme().getString("state")).isEqualTo("hold");

        outcome("ces-bladder", "seen");
        release(programme(), SEEN).statusCode(200);
        assertThat(told.all(message -> mine(message, HoldEvents.HELD))).hasSize(1);
    }

    @Test
    void nobodyReleasesWhileARedFlagWaitsToBeAcknowledged() {
        reports("urine_leak", "present", now.minusSeconds(60));
        var hold = onHold();

        release(hold, SEEN)
                .statusCode(409)
                .body("detail", containsString(findings("ces-bladder").getFirst()));
        assertThat(programme().getString("state")).isEqualTo("hold");

        outcome("ces-bladder", "seen");
        release(hold, SEEN).statusCode(200);
    }

    @Test
    void theSameReleaseAgainChangesNothingAndAnotherIsRefused() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var hold = onHold();

        release(hold, SEEN).statusCode(200);
        release(hold, SEEN).statusCode(200);
        release(hold, "Another reason").statusCode(409);

        told.next(message -> mine(message, HoldEvents.RELEASED), SOON);
        assertThat(told.all(message -> mine(message, HoldEvents.RELEASED))).hasSize(1);
        assertThat(programme().getString("released.reason")).isEqualTo(SEEN);
    }

    @Test
    void ofManyWhoReleaseAtOnceOneDoes() throws Exception {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var hold = onHold();

        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(6)) {
            var all = java.util.stream.IntStream.range(0, 12)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> release(hold, "Reason " + i).extract().statusCode())
                    .toList();
            answers = threads.invokeAll(all).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnly(200, 409);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
    }

    @Test
    void aHoldOfAnotherPatientOrPracticeIsNotFound() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var hold = onHold();
        var other = new PatientKey(practice, UUID.randomUUID());
        sessions.patient(other);
        await().atMost(SOON)
                .until(() -> given().auth()
                                .oauth2(Tokens.clinician(practice))
                                .get("/practices/{p}/patients/{id}/programme", practice, other.patient())
                                .statusCode()
                        == 200);

        released(Tokens.clinician(practice), other, hold, SEEN).statusCode(404);
        released(Tokens.clinician(UUID.randomUUID()), patient, hold, SEEN).statusCode(404);
        released(Tokens.integrator(practice), patient, hold, SEEN).statusCode(403);
        assertThat(programme().getString("state")).isEqualTo("hold");
    }

    @Test
    void aReportThatNobodyCouldReadHoldsUntilAPersonSettlesIt() {
        sessions.send(patient.toString(), "care.sacrum.session.completed.v1", "{\"report\": ");

        assertThat(onHold().<String>getList("hold.because.rule")).containsExactly("unreadable-report");
        reports("constipation", "present", now.minusSeconds(20));
        await().atMost(SOON)
                .until(() -> lastReportAt().equals(now.minusSeconds(20).toString()));
        assertThat(programme().getString("state")).isEqualTo("hold");
    }

    @Test
    void aProgrammeThatNothingHoldsSaysWhatTheRulesAdvise() {
        await().atMost(SOON).until(() -> read(Tokens.clinician(practice)).statusCode() == 200);

        assertThat(programme().<String, Object>getMap(""))
                .isEqualTo(Map.of("state", "continue", "advised", "continue"));
    }

    @Test
    void aPracticesHoldsAreListedTheLongestFirstPageByPage() {
        var all = new java.util.ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var each = i == 0 ? patient : new PatientKey(practice, UUID.randomUUID());
            sessions.patient(each);
            sessions.report(
                    each, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(60), "leg_tingling", "present"));
            all.add(each.patient().toString());
            int sofar = i + 1;
            await().atMost(SOON).until(() -> page("").getList("items").size() == sofar);
        }

        var first = page("?limit=2");
        var second = page("?limit=2&after=" + first.getString("next"));

        assertThat(first.<String>getList("items.patientId")).isEqualTo(all.subList(0, 2));
        assertThat(second.<String>getList("items.patientId")).isEqualTo(all.subList(2, 3));
        assertThat(second.getString("next")).isNull();
        release(programme(), SEEN).statusCode(200);
        assertThat(page("").<String>getList("items.patientId")).isEqualTo(all.subList(1, 3));
    }

    @Test
    void theWorklistShowsTheHoldAndItsRelease() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var hold = onHold();
        assertThat(onTheWorklist()).isEqualTo("hold");

        release(hold, SEEN).statusCode(200);

        assertThat(onTheWorklist()).isEqualTo("continue");
    }

    @Test
    void screensHearOfAHoldOfMoreThatCameToLightAndOfTheReleaseButNotItsReason() {
        reports("leg_tingling", "present", now.minusSeconds(60));
        var hold = onHold();
        reports("urine_leak", "present", now.minusSeconds(30));
        await().atMost(SOON)
                .until(() -> programme().<String>getList("hold.because.rule").contains("ces-bladder"));
        outcome("ces-bladder", "seen");
        release(programme(), SEEN).statusCode(200);

        var lines = given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist/events?limit=100", practice)
                .jsonPath();
        assertThat(lines.<String>getList("events.findAll{it.name in ['held', 'released']}.name"))
                .containsExactly("held", "held", "released");
        assertThat(lines.<Integer>getList("events.findAll{it.name == 'held'}.data.version"))
                .containsExactly(1, 2);
        assertThat(lines.<String>getList("events.findAll{it.name == 'held'}.data.because[0].rule"))
                .containsOnly("nerve-root");
        assertThat(lines.<String>getList("events.findAll{it.name in ['held', 'released']}.data.holdId"))
                .containsOnly(hold.getString("hold.holdId"));
        assertThat(lines.getString("events.find{it.name == 'released'}.data.by"))
                .isEqualTo("test-clinician");
        assertThat(lines.prettify()).doesNotContain(SEEN);
    }

    private void reports(String code, String status, Instant at) {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), at, code, status));
    }

    private JsonPath onHold() {
        await().atMost(SOON)
                .until(() -> read(Tokens.clinician(practice)).statusCode() == 200
                        && programme().getString("state").equals("hold"));
        return programme();
    }

    private JsonPath advice() {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/patients/{id}/advice", practice, patient.patient())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath programme() {
        return read(Tokens.clinician(practice)).jsonPath();
    }

    private io.restassured.response.Response read(String token) {
        return given().auth().oauth2(token).get("/practices/{p}/patients/{id}/programme", practice, patient.patient());
    }

    private ValidatableResponse release(JsonPath read, String reason) {
        return released(Tokens.clinician(practice), patient, read, reason);
    }

    private ValidatableResponse released(String token, PatientKey of, JsonPath read, String reason) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("version", read.getInt("hold.version"), "reason", reason))
                .put(
                        "/practices/{p}/patients/{id}/programme/holds/{hold}/release",
                        of.practice().equals(practice) ? practice : of.practice(),
                        of.patient(),
                        read.getString("hold.holdId"))
                .then();
    }

    private JsonPath page(String query) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/" + practice + "/programme-holds" + query)
                .jsonPath();
    }

    private void wasAFalseAlarm() {
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"outcome\": \"false_alarm\", \"note\": \"Spilt water\"}")
                .put(
                        "/practices/{p}/findings/{f}/outcome",
                        practice,
                        findings("ces-bladder").getFirst())
                .then()
                .statusCode(200);
    }

    private void outcome(String rule, String outcome) {
        for (var finding : findings(rule)) {
            given().auth()
                    .oauth2(Tokens.clinician(practice))
                    .contentType(ContentType.JSON)
                    .body(Map.of("outcome", outcome, "note", "Examined her"))
                    .put("/practices/{p}/findings/{f}/outcome", practice, finding);
        }
    }

    private void acknowledge(String rule) {
        for (var finding : findings(rule)) {
            given().auth()
                    .oauth2(Tokens.clinician(practice))
                    .contentType(ContentType.JSON)
                    .body("{\"note\": \"Rang her\"}")
                    .put("/practices/{p}/findings/{f}/acknowledgement", practice, finding);
        }
    }

    private List<String> findings(String rule) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/patients/{id}/findings", practice, patient.patient())
                .jsonPath()
                .getList("findAll{it.rule == '" + rule + "'}.findingId");
    }

    private JsonPath worklist() {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist", practice)
                .jsonPath();
    }

    private String onTheWorklist() {
        return worklist().getString("items[0].programme");
    }

    private String lastReportAt() {
        return String.valueOf(worklist().<Object>get("items[0].lastReportAt"));
    }

    private boolean mine(TestTopic.Message message, String type) {
        return patient.toString().equals(message.key()) && message.type().equals(type);
    }
}
