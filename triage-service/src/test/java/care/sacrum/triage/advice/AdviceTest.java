package care.sacrum.triage.advice;

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
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class AdviceTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATIENT = """
            {"ageYears": 41, "sex": "female", "homeTimeZone": "Europe/London", "riskFactors": [],
             "baselineConditions": [], "alreadyUnderCareOf": []}""";

    private final UUID practice = UUID.randomUUID();
    private final PatientKey patient = new PatientKey(practice, UUID.randomUUID());
    private final String subject = "sub-" + patient.patient();
    private final Instant now = Instant.now();
    private SessionTopic sessions;

    @BeforeEach
    void openTheTopic() {
        sessions = new SessionTopic();
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void aCaseIsAnsweredWithAdviceAndReasons() {
        var answer = simulate("""
                {"id": "example-bladder", "title": "New difficulty passing urine",
                 "patient": %s, "parameters": {"persistenceMinSpanDays": 5}, "evaluateAt": "2026-02-05T18:06:00Z",
                 "reports": [{"reportId": "r1", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                   "observedTimeZone": "Europe/London", "receivedAt": "2026-02-05T18:01:00Z", "painBefore": 4,
                   "painAfter": 11, "symptoms": [{"code": "urine_cannot_start", "status": "present", "onset": "new",
                   "onsetDate": "2026-02-05"}, {"code": "purple_toes", "status": "present"}]}]}""".formatted(PATIENT));

        assertThat(answer.statusCode()).isEqualTo(200);
        var said = answer.jsonPath();
        assertThat(said.getString("urgency")).isEqualTo("emergency_now");
        assertThat(said.getString("programme")).isEqualTo("hold");
        assertThat(said.getList("referTo")).containsExactly("emergency_department");
        assertThat(said.getString("findings[0].rule")).isEqualTo("ces-bladder");
        assertThat(said.getString("findings[0].because[0].reportId")).isEqualTo("r1");
        assertThat(said.getString("findings[0].because[0].localDay")).isEqualTo("2026-02-05");
        assertThat(said.getList("setAside.field")).contains("painAfter");
        assertThat(said.getList("unknownCodes")).containsExactly("purple_toes");
        assertThat(answer.asString()).doesNotContain("null");
    }

    @Test
    void whoAsksForSpanishIsAnsweredInSpanishAndIsToldThatNobodyReviewedIt() {
        var spanish = given().auth()
                .oauth2(Tokens.patient("anyone"))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "fr, es-MX;q=0.9, en;q=0.5")
                .body("""
                        {"patient": %s, "evaluateAt": "2026-02-05T18:06:00Z",
                         "reports": [{"reportId": "r1", "kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z",
                           "observedTimeZone": "Europe/London", "symptoms": [{"code": "urine_leak", "status": "present",
                           "onset": "new"}]}]}""".formatted(PATIENT))
                .post("/simulations");

        assertThat(spanish.statusCode()).isEqualTo(200);
        assertThat(spanish.header("Content-Language")).isEqualTo("es");
        assertThat(spanish.header("Vary")).containsIgnoringCase("Accept-Language");
        assertThat(spanish.jsonPath().getString("message")).startsWith("Ve a urgencias ya.");
        assertThat(spanish.jsonPath().getString("findings[0].advice")).startsWith("Ve a urgencias ya.");
        assertThat(spanish.jsonPath().getString("findings[0].because[0].says"))
                .isEqualTo("pérdidas de orina, nuevo desde 2026-02-05");
        assertThat(spanish.jsonPath().getString("message"))
                .endsWith("Nadie que hable español de nacimiento ha revisado aún este texto.");
    }

    @Test
    void whoAsksForNoLanguageOrOneThatIsNotThereIsAnsweredInEnglish() {
        for (String wished : new String[] {"fr", "*", "en-GB, es"}) {
            var answer = given().auth()
                    .oauth2(Tokens.clinician(practice))
                    .contentType(ContentType.JSON)
                    .header("Accept-Language", wished)
                    .body("{\"evaluateAt\": \"2026-02-05T18:06:00Z\", \"reports\": []}")
                    .post("/simulations");
            assertThat(answer.header("Content-Language")).as(wished).isEqualTo("en");
            assertThat(answer.jsonPath().getString("message")).startsWith("We do not know enough to advise you.");
        }
        assertThat(simulate("{\"evaluateAt\": \"2026-02-05T18:06:00Z\", \"reports\": []}")
                        .header("Content-Language"))
                .isEqualTo("en");
    }

    @Test
    void aReportIsAssessedInTheLanguageOfWhoeverSendsIt() {
        var answer = given().auth()
                .oauth2(Tokens.patient("anyone"))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "es")
                .body(assessment(checkIn("urine_leak")))
                .post("/assessments");

        assertThat(answer.jsonPath().getString("message")).startsWith("Ve a urgencias ya.");
        assertThat(answer.header("Content-Language")).isEqualTo("es");
    }

    @Test
    void outOfHoursThePatientReadsThatNobodyWatchesAndWhomToCall() {
        practiceWithHours(NEVER_OPEN);
        sessions.patient(patient);
        known();
        itIsKnownThatThePracticeIsOpen(false);

        var advice = advice(Tokens.patient(subject));

        assertThat(advice.jsonPath().getString("advice.message"))
                .contains("Your clinic is closed now. Nobody there reads this until it opens.")
                .endsWith("Call 999 in an emergency.");
        assertThat(assess(Tokens.patient(subject), checkIn("urine_leak"))
                        .jsonPath()
                        .getString("message"))
                .startsWith("Go to the emergency department now.")
                .contains("if you can not get there, call an ambulance on 999.")
                .endsWith("Call 999 in an emergency.");
        var spanish = given().auth()
                .oauth2(Tokens.patient(subject))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "es")
                .body(assessment(checkIn("urine_leak")))
                .post("/assessments");
        assertThat(spanish.jsonPath().getString("message")).endsWith("En una urgencia llama al 999.");
    }

    @Test
    void inItsHoursAndWhereTheyAreNotKnownNothingIsSaidOfThem() {
        sessions.patient(patient);
        known();
        assertThat(advice(Tokens.patient(subject)).asString())
                .doesNotContain("practiceOpen")
                .doesNotContain("Your clinic is closed");

        practiceWithHours(ALWAYS_OPEN);

        itIsKnownThatThePracticeIsOpen(true);
        assertThat(advice(Tokens.patient(subject)).asString()).doesNotContain("Your clinic is closed");
        assertThat(assess(Tokens.patient(subject), checkIn("urine_leak")).asString())
                .contains("emergency_now")
                .doesNotContain("Your clinic is closed");
    }

    private void practiceWithHours(String hours) {
        sessions.send(practice.toString(), "care.sacrum.session.practice-recorded.v1", """
                {"practiceId": "%s", "version": 1, "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999",
                 "hours": %s, "holidays": []}""".formatted(practice, hours));
    }

    private void itIsKnownThatThePracticeIsOpen(boolean open) {
        await().atMost(SOON)
                .until(() -> Boolean.valueOf(open)
                        .equals(advice(Tokens.patient(subject)).jsonPath().get("practiceOpen")));
    }

    private static final String NEVER_OPEN = "[]";
    private static final String ALWAYS_OPEN = Stream.of(DayOfWeek.values())
            .map(day -> "{\"day\": \"%s\", \"opens\": \"00:00\", \"closes\": \"24:00\"}"
                    .formatted(day.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", ", "[", "]"));

    @Test
    void aCaseWithoutAnythingToEvaluateIsRefusedWithTheFieldsNamed() {
        var answer = simulate("""
                {"parameters": {"persistenceMinSpanDays": 99, "sensitivity": 3}}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.field"))
                .contains("reports", "evaluateAt", "parameters.persistenceMinSpanDays", "parameters.sensitivity");
    }

    @Test
    void whatIsNoCaseAtAllIsRefused() {
        assertThat(simulate("{\"reports\": [").statusCode()).isEqualTo(400);
        assertThat(simulate("").statusCode()).isEqualTo(400);
        assertThat(simulate("[]").statusCode()).isEqualTo(422);
        assertThat(simulate("\"a case\"").statusCode()).isEqualTo(422);
        assertThat(simulate("{\"reports\": \"" + "x".repeat(9 * 1024 * 1024) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/simulations")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.TEXT)
                .body("a case")
                .post("/simulations")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aNameThatStandsTwiceIsRefusedSinceOneOfThemWouldHideASign() {
        var refused = simulate("""
                {"evaluateAt": "2026-02-05T18:06:00Z",
                 "reports": [{"reportId": "r1", "symptoms": ["urine_leak"], "symptoms": []}]}""");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("symptoms");
    }

    @Test
    void aReportIsAssessedAtOnceThoughNothingCameOfThePatientYet() {
        var answer = assess(Tokens.patient("anyone"), checkIn("urine_leak"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("urgency")).isEqualTo("emergency_now");
    }

    @Test
    void aReportIsAssessedTogetherWithTheHistory() {
        sessions.patient(patient);
        for (int daysAgo = 1; daysAgo <= 4; daysAgo++) {
            sessions.report(patient, SessionTopic.session(UUID.randomUUID(), now.minus(Duration.ofDays(daysAgo)), 5));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                assess(Tokens.patient(subject), SessionTopic.session(UUID.randomUUID(), now, 5))
                                        .jsonPath()
                                        .getList("findings.rule"))
                        .contains("persist-t1"));
        assertThat(evaluation(Instant.now()).jsonPath().getList("findings.rule"))
                .doesNotContain("persist-t1");
    }

    @Test
    void aReportIsAssessedTogetherWithWhatWasTakenBesideItAndCountsOnce() {
        sessions.patient(patient);
        known();
        var tingling = checkIn("leg_tingling");
        assertThat(assess(Tokens.patient(subject), tingling).jsonPath().getString("urgency"))
                .isEqualTo("soon");

        var besideAFever = assess(Tokens.patient(subject), tingling, checkIn("fever"), tingling);

        assertThat(besideAFever.jsonPath().getString("urgency")).isEqualTo("emergency_now");
        assertThat(besideAFever.jsonPath().getBoolean("callToday")).isTrue();
        assertThat(assess(
                                Tokens.patient(subject),
                                tingling,
                                Collections.nCopies(51, tingling).toArray(String[]::new))
                        .jsonPath()
                        .getString("errors[0].field"))
                .isEqualTo("others");
    }

    @Test
    void theAnswerToADenialSaysThatTheEmergencyOfBeforeStillHolds() {
        sessions.patient(patient);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(600), "urine_leak", "present"));
        theOpenFinding();

        var denial = SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "denied");

        assertThat(assess(Tokens.patient(subject), denial).jsonPath().getList("stillOpen.finding.rule"))
                .containsExactly("ces-bladder");
        assertThat(assess(Tokens.patient(subject), checkIn("urine_leak"))
                        .jsonPath()
                        .getList("stillOpen"))
                .isEmpty();
    }

    @Test
    void anotherPersonsPatientIsNotAssessed() {
        sessions.patient(patient);
        known();

        assertThat(assess(Tokens.patient("someone-else"), checkIn("urine_leak")).statusCode())
                .isEqualTo(404);
        assertThat(assess(Tokens.clinician(UUID.randomUUID()), checkIn("urine_leak"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(assess(Tokens.editor(), checkIn("urine_leak")).statusCode()).isEqualTo(403);
        assertThat(assess(Tokens.integrator(practice), checkIn("urine_leak")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAssessmentWithoutItsPartsIsRefused() {
        var answer = given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"practiceId\": \"" + practice + "\"}")
                .post("/assessments");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).contains("patientId", "patient", "report");
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"practiceId\": \"here\"}")
                .post("/assessments")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aPatientReadsTheirOwnAdviceAndNobodyElsesAndStaffReadTheirPractices() {
        sessions.practice(practice);
        sessions.patient(patient);
        sessions.report(patient, checkIn("urine_leak"));
        await().atMost(SOON)
                .until(() -> "emergency_now"
                        .equals(advice(Tokens.patient(subject)).jsonPath().getString("advice.urgency")));

        var said = advice(Tokens.patient(subject)).jsonPath();

        assertThat(said.getString("emergencyNumber")).isEqualTo("999");
        assertThat(said.getString("advice.message")).isNotBlank();
        assertThat(advice(Tokens.clinician(practice)).statusCode()).isEqualTo(200);
        assertThat(advice(Tokens.patient("someone-else")).statusCode()).isEqualTo(404);
        assertThat(advice(Tokens.clinician(UUID.randomUUID())).statusCode()).isEqualTo(404);
        assertThat(advice(Tokens.editor()).statusCode()).isEqualTo(403);
    }

    @Test
    void anEmergencyThatWasTakenBackStillHoldsUntilAClinicianSaysSo() {
        sessions.patient(patient);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(600), "urine_leak", "present"));
        await().atMost(SOON)
                .until(() -> "emergency_now"
                        .equals(advice(Tokens.patient(subject)).jsonPath().getString("advice.urgency")));

        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "denied"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                advice(Tokens.patient(subject)).jsonPath().getList("stillOpen.finding.rule"))
                        .containsExactly("ces-bladder"));
        assertThat(given().auth()
                        .oauth2(Tokens.patient(subject))
                        .header("Accept-Language", "es")
                        .get("/practices/{practice}/patients/{patient}/advice", practice, patient.patient())
                        .jsonPath()
                        .getString("stillOpen[0].advice"))
                .startsWith("Ve a urgencias ya.");
    }

    @Test
    void theWordsOfASignWaitUntilTheyAreReadAsANoteIs() {
        sessions.patient(patient);
        var note = wrote("\"symptoms\": []");
        var ofASign =
                wrote("\"symptoms\": [{\"code\": \"leg_tingling\", \"status\": \"denied\", \"hasDetail\": true}]");
        await().atMost(SOON).until(this::saysThatANoteWaits);

        sessions.noteRead(patient, note);
        sessions.noteRead(patient, ofASign);

        await().atMost(SOON).until(() -> !saysThatANoteWaits());
    }

    @Test
    void anAdviceSpeaksOfNoNoteOnceItIsRead() {
        sessions.patient(patient);
        var note = wrote("\"symptoms\": []");
        await().atMost(SOON).until(this::saysThatANoteWaits);

        sessions.noteRead(patient, note);

        await().atMost(SOON).until(() -> !saysThatANoteWaits());
    }

    private UUID wrote(String symptoms) {
        var report = UUID.randomUUID();
        sessions.report(patient, """
                {"reportId": "%s", "kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                 "receivedAt": "%s", "hasNote": true, %s}""".formatted(report, now, now, symptoms));
        return report;
    }

    private boolean saysThatANoteWaits() {
        var advice = advice(Tokens.patient(subject));
        return advice.statusCode() == 200
                && advice.jsonPath().getString("advice.message").contains("You also wrote a note.");
    }

    @Test
    void whatAClinicianHasLookedIntoSendsThePatientNowhereUntilItGetsWorse() {
        sessions.patient(patient);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(7200), "urine_leak", "present"));
        var finding = theOpenFinding();

        close(finding, "referred");
        assertThat(advice(Tokens.patient(subject)).jsonPath().getString("advice.urgency"))
                .isEqualTo("emergency_now");
        close(finding, "seen");

        var said = advice(Tokens.patient(subject)).jsonPath();
        assertThat(said.getString("advice.urgency")).isEqualTo("self_care");
        assertThat(said.getList("advice.findings")).isEmpty();
        assertThat(said.getList("settled.rule")).containsExactly("ces-bladder");
        assertThat(said.getString("advice.message"))
                .contains("Your clinic has looked into what you told us: You leak pee")
                .contains("Go to the emergency department at once if")
                .doesNotContain("Nothing in your reports");
        // The hold has a life of its own.
        assertThat(said.getString("advice.programme")).isEqualTo("hold");
        release();
        assertThat(advice(Tokens.patient(subject)).jsonPath().getString("advice.programme"))
                .isEqualTo("continue");
        assertThat(assess(Tokens.patient(subject), SessionTopic.session(UUID.randomUUID(), now, 2))
                        .jsonPath()
                        .getString("urgency"))
                .isEqualTo("self_care");
        // The evaluation is a function of the history, whatever a clinician did.
        assertThat(evaluation(Instant.now().plusSeconds(60)).jsonPath().getString("urgency"))
                .isEqualTo("emergency_now");

        var worse = checkIn("urine_leak").replace("\"status\"", "\"changeSinceLast\": \"worse\", \"status\"");
        assertThat(assess(Tokens.patient(subject), worse).jsonPath().getString("urgency"))
                .isEqualTo("emergency_now");
    }

    @Test
    void whatWasFoundNotToBeThereSpeaksAgainWhenItIsToldAgain() {
        sessions.patient(patient);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(7200), "urine_leak", "present"));
        close(theOpenFinding(), "false_alarm");

        assertThat(advice(Tokens.patient(subject)).jsonPath().getString("advice.urgency"))
                .isEqualTo("self_care");
        assertThat(assess(Tokens.patient(subject), checkIn("urine_leak"))
                        .jsonPath()
                        .getString("urgency"))
                .isEqualTo("emergency_now");
    }

    @Test
    void aLanguageHeaderThatNobodyCanReadRefusesNoReport() {
        sessions.patient(patient);
        await().atMost(SOON).until(() -> advice(Tokens.patient(subject)).statusCode() == 200);

        given().auth()
                .oauth2(Tokens.patient(subject))
                .header("Accept-Language", "en;q=abc")
                .get("/practices/{p}/patients/{id}/advice", practice, patient.patient())
                .then()
                .statusCode(200)
                .header("Content-Language", "en");
    }

    @Test
    void whatAClinicianHasSeenIsSettledHoweverOftenItIsTold() {
        sessions.patient(patient);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(7200), "urine_leak", "present"));
        close(theOpenFinding(), "seen");

        assertThat(assess(Tokens.patient(subject), checkIn("urine_leak"))
                        .jsonPath()
                        .getString("urgency"))
                .isEqualTo("self_care");
    }

    private String theOpenFinding() {
        return await().atMost(SOON)
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.clinician(practice))
                                .get("/practices/{p}/patients/{id}/findings", practice, patient.patient())
                                .jsonPath()
                                .getString("[0].findingId"),
                        Objects::nonNull);
    }

    private void close(String finding, String outcome) {
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"outcome\": \"%s\", \"note\": \"Spoke to the patient\"}".formatted(outcome))
                .put("/practices/{p}/findings/{finding}/outcome", practice, finding)
                .then()
                .statusCode(200);
    }

    private void release() {
        var programme = given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/patients/{id}/programme", practice, patient.patient())
                .jsonPath();
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body("{\"version\": %s, \"reason\": \"Scanned, nothing pressed\"}"
                        .formatted(programme.getString("hold.version")))
                .put(
                        "/practices/{p}/patients/{id}/programme/holds/{hold}/release",
                        practice,
                        patient.patient(),
                        programme.getString("hold.holdId"))
                .then()
                .statusCode(200);
    }

    @Test
    void theEvaluationAtAnInstantCountsOnlyWhatWasReceivedByThen() {
        sessions.patient(patient);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(3600), "urine_leak", "present"));
        await().atMost(SOON)
                .until(() -> "emergency_now".equals(evaluation(now).jsonPath().getString("urgency")));

        assertThat(evaluation(now.minusSeconds(7200)).jsonPath().getString("urgency"))
                .isEqualTo("self_care");
    }

    @Test
    void anInstantThatIsNoneIsRefused() {
        sessions.patient(patient);
        known();

        var answer = given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/patients/{id}/evaluation?at=yesterday", practice, patient.patient());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("at");
        given().auth()
                .oauth2(Tokens.patient(subject))
                .get("/practices/{p}/patients/{id}/evaluation?at=2026-02-05T18:06:00Z", practice, patient.patient())
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.clinician(UUID.randomUUID()))
                .get("/practices/{p}/patients/{id}/evaluation?at=2026-02-05T18:06:00Z", practice, patient.patient())
                .then()
                .statusCode(404);
    }

    private void known() {
        await().atMost(SOON).until(() -> advice(Tokens.clinician(practice)).statusCode() == 200);
    }

    private String checkIn(String code) {
        return SessionTopic.checkIn(UUID.randomUUID(), now, code, "present");
    }

    private Response simulate(String document) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body(document)
                .post("/simulations");
    }

    private Response assess(String token, String report, String... others) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(assessment(report).replaceFirst("}$", ", \"others\": [" + String.join(", ", others) + "]}"))
                .post("/assessments");
    }

    private String assessment(String report) {
        return "{\"practiceId\": \"%s\", \"patientId\": \"%s\", \"patient\": %s, \"report\": %s}"
                .formatted(practice, patient.patient(), PATIENT, report);
    }

    private Response advice(String token) {
        return given().auth().oauth2(token).get("/practices/{p}/patients/{id}/advice", practice, patient.patient());
    }

    private Response evaluation(Instant at) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/patients/{id}/evaluation?at={at}", practice, patient.patient(), at.toString());
    }
}
