package care.sacrum.triage.worklist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.Outcome;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class FindingLifeTest extends WorklistOfAPractice {

    private static final String REFERRED = "{\"outcome\": \"referred\", \"note\": \"Sent to the hospital\"}";

    @Inject
    AgroalDataSource database;

    private final String clinician = Tokens.of("clinician-of-" + practice, "clinician", practice);
    private final String colleague = Tokens.of("colleague-of-" + practice, "clinician", practice);

    @Test
    void theFirstScreenThatShowsAFindingIsKeptAndNoOther() {
        var finding = raised(patient, "urine_leak");
        assertThat(read(finding).getString("deliveredAt")).isNull();

        put(clinician, finding, "delivery", "").statusCode(200);
        var first = read(finding).getString("deliveredAt");
        put(colleague, finding, "delivery", "").statusCode(200);

        assertThat(read(finding).getString("deliveredBy")).isEqualTo("clinician-of-" + practice);
        assertThat(read(finding).getString("deliveredAt")).isEqualTo(first);
        assertThat(read(finding).getString("state")).isEqualTo("raised");
        assertThat(worklist(clinician, "").getBoolean("items[0].delivered")).isTrue();
        assertThat(steps(finding)).containsExactly("raised", "delivered");
    }

    @Test
    void afterTheEndNothingIsWrittenIntoTheTrail() {
        var finding = raised(patient, "urine_leak");
        put(clinician, finding, "outcome", REFERRED).statusCode(200);

        put(colleague, finding, "delivery", "").statusCode(200);

        assertThat(steps(finding)).endsWith("closed");
        assertThat(read(finding).getString("deliveredAt")).isNull();
        assertThat(lineNames()).endsWith("closed");
    }

    @Test
    void aFindingSaysByWhenItIsDueAndHowThatWasCounted() {
        var emergency = read(raised(patient, "urine_leak"));
        var soon = read(raised(another(), "leg_tingling"));

        assertThat(Instant.parse(emergency.getString("dueAt")))
                .isEqualTo(Instant.parse(emergency.getString("raisedAt")).plus(Duration.ofMinutes(15)));
        assertThat(emergency.getString("dueCounted")).isEqualTo("by_the_clock");
        assertThat(emergency.getBoolean("overdue")).isFalse();
        assertThat(soon.getString("dueCounted")).isEqualTo("monday_to_friday");
    }

    @Test
    void withKnownHoursDaysCountWhileThePracticeIsOpen() {
        sessions.practice(practice, 2, """
                [{"day": "monday", "opens": "09:00", "closes": "17:00"}, {"day": "tuesday", "opens": "09:00", "closes": "17:00"},
                 {"day": "wednesday", "opens": "09:00", "closes": "17:00"}, {"day": "thursday", "opens": "09:00", "closes": "17:00"},
                 {"day": "friday", "opens": "09:00", "closes": "17:00"}]""");

        await().atMost(SOON).until(this::hoursAreKnown);

        var soon = read(raised(patient, "leg_tingling"));

        assertThat(soon.getString("dueCounted")).isEqualTo("in_open_days");
        assertThat(Instant.parse(soon.getString("dueAt"))
                        .atZone(ZoneId.of("Europe/London"))
                        .toLocalTime())
                .hasToString("17:00");
    }

    @Test
    void anOutcomeClosesWhatWasAcknowledged() {
        var finding = raised(patient, "urine_leak");
        put(clinician, finding, "acknowledgement", "{\"note\": \"Called\"}").statusCode(200);
        assertThat(awaiting("").getList("items.findingId")).containsExactly(finding);

        put(colleague, finding, "outcome", REFERRED).statusCode(200);
        put(colleague, finding, "outcome", REFERRED).statusCode(200);
        put(clinician, finding, "outcome", REFERRED).statusCode(409);
        put(colleague, finding, "outcome", "{\"outcome\": \"patient_declined\", \"note\": \"Sent to the hospital\"}")
                .statusCode(409);

        var closed = read(finding);
        assertThat(closed.getString("state")).isEqualTo("closed");
        assertThat(closed.getString("outcome")).isEqualTo("referred");
        assertThat(closed.getString("closedBy")).isEqualTo("colleague-of-" + practice);
        assertThat(closed.getString("acknowledgedBy")).isEqualTo("clinician-of-" + practice);
        assertThat(closed.getString("note")).isEqualTo("Called");
        assertThat(awaiting("").getList("items")).isEmpty();
        assertThat(steps(finding)).containsExactly("raised", "acknowledged", "closed");
        assertThat(lineNames()).endsWith("raised", "held", "acknowledged", "closed");
    }

    @Test
    void whoWasSentOnMayBeSeenLaterAndThatStays() {
        var finding = raised(patient, "urine_leak");
        put(clinician, finding, "outcome", REFERRED).statusCode(200);

        put(colleague, finding, "outcome", "{\"outcome\": \"seen\", \"note\": \"Scanned, nothing pressed\"}")
                .statusCode(200);
        put(clinician, finding, "outcome", "{\"outcome\": \"false_alarm\", \"note\": \"No\"}")
                .statusCode(409);
        put(clinician, finding, "outcome", REFERRED).statusCode(409);

        assertThat(read(finding).getString("outcome")).isEqualTo("seen");
        assertThat(read(finding).getString("closedBy")).isEqualTo("colleague-of-" + practice);
        assertThat(steps(finding)).containsExactly("raised", "acknowledged", "closed", "closed");
    }

    @Test
    void whoeverClosesWhatNobodyAcknowledgedHasAcknowledgedIt() {
        var finding = raised(patient, "urine_leak");

        put(clinician, finding, "outcome", REFERRED).statusCode(200);

        assertThat(read(finding).getString("acknowledgedBy")).isEqualTo("clinician-of-" + practice);
        assertThat(worklist(clinician, "").getList("items")).isEmpty();
        assertThat(steps(finding)).containsExactly("raised", "acknowledged", "closed");
    }

    @Test
    void afterAnOutcomeTheSameComplaintIsNotRaisedAgainButAWorseOneIs() {
        var finding = raised(patient, "urine_leak", now.minusSeconds(7200));
        put(clinician, finding, "outcome", "{\"outcome\": \"false_alarm\", \"note\": \"Spilt water\"}")
                .statusCode(200);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(3600), "urine_leak", "present"));
        raised(another(), "urine_leak");
        assertThat(findingsOn(worklist(clinician, ""), patient)).isEmpty();

        sessions.report(patient, """
                {"reportId": "%s", "kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                 "receivedAt": "%s", "symptoms": [{"code": "urine_leak", "status": "present", "onset": "existing",
                 "changeSinceLast": "worse"}]}""".formatted(UUID.randomUUID(), now, now));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 1);
        assertThat(findingsOn(worklist(clinician, ""), patient)).doesNotContain(finding);
    }

    @Test
    void aRedFlagThatWasNotThereAndIsToldAgainIsRaisedAgain() {
        var finding = raised(patient, "urine_leak", now.minusSeconds(7200));
        put(clinician, finding, "outcome", "{\"outcome\": \"reported_in_error\", \"note\": \"A slip\"}")
                .statusCode(200);

        var toldAgain = Instant.now().plusSeconds(1);
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), toldAgain, "urine_leak", "present"));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 1);
        var again = findingsOn(worklist(clinician, ""), patient).getFirst();
        assertThat(again).isNotEqualTo(finding);
        put(clinician, again, "outcome", "{\"outcome\": \"seen\", \"note\": \"Nothing pressed\"}")
                .statusCode(200);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), toldAgain.plusSeconds(2), "urine_leak", "present"));
        raised(another(), "urine_leak");
        assertThat(findingsOn(worklist(clinician, ""), patient)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient_declined", "referred"})
    void aRedFlagWhosePatientIsStillToldToGoIsRaisedAgainWhenItIsToldAgain(String outcome) {
        var finding = raised(patient, "urine_leak", now.minusSeconds(7200));
        put(clinician, finding, "outcome", "{\"outcome\": \"%s\", \"note\": \"Rang twice\"}".formatted(outcome))
                .statusCode(200);
        assertThat(findingsOn(worklist(clinician, ""), patient)).isEmpty();

        var toldAgain = Instant.now().plusSeconds(1);
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), toldAgain, "urine_leak", "present"));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 1);
        assertThat(findingsOn(worklist(clinician, ""), patient)).doesNotContain(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "urine_leak, referred, ces-retracted",
        "urine_leak, patient_declined, ces-retracted",
        "chest_pain, referred, call-today",
        "chest_pain, patient_declined, call-today"
    })
    void whatIsTakenBackAfterAnOutcomeThatAnswersNothingIsOnTheWorklistAsLongAsThePatientIsToldToCall(
            String code, String outcome, String rule) {
        var finding = raised(patient, code, now.minusSeconds(7200));
        put(clinician, finding, "outcome", "{\"outcome\": \"%s\", \"note\": \"To the hospital\"}".formatted(outcome))
                .statusCode(200);

        sessions.report(patient, denied(code, Instant.now().plusSeconds(1)));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 1);
        var raised = read(findingsOn(worklist(clinician, ""), patient).getFirst());
        assertThat(raised.getString("rule")).isEqualTo(rule);
        assertThat(raised.getString("urgency")).isEqualTo("urgent_same_day");
        put(clinician, raised.getString("findingId"), "outcome", "{\"outcome\": \"advised\", \"note\": \"Rang\"}")
                .statusCode(200);
        assertThat(findingsOn(worklist(clinician, ""), patient)).isEmpty();
    }

    private static String denied(String code, Instant at) {
        return SessionTopic.checkIn(UUID.randomUUID(), at, code, "denied").replace(", \"onset\": \"new\"", "");
    }

    @Test
    void whoHasARedFlagAndWasNotReachedStaysOnTheWorklistUntilAnotherOutcome() throws SQLException {
        var finding = raised(patient, "urine_leak");
        put(clinician, finding, "acknowledgement", "{\"note\": \"I ring her\"}").statusCode(200);
        update("update raised_finding set due_at = now() - interval '1 hour' where finding_id = ?", finding);

        put(clinician, finding, "outcome", notReached("No answer")).statusCode(200);
        put(clinician, finding, "outcome", notReached("No answer")).statusCode(200);

        var open = read(finding);
        assertThat(open.getString("state")).isEqualTo("raised");
        assertThat(open.getInt("attempts")).isEqualTo(1);
        assertThat(open.getString("attemptedBy")).isEqualTo("clinician-of-" + practice);
        assertThat(open.getString("outcome")).isNull();
        assertThat(open.getBoolean("overdue")).isFalse();
        assertThat(Instant.parse(open.getString("dueAt")))
                .isEqualTo(Instant.parse(open.getString("attemptedAt")).plus(Duration.ofMinutes(15)));
        assertThat(findingsOn(worklist(colleague, ""), patient)).containsExactly(finding);
        assertThat(awaiting("").getList("items")).isEmpty();
        assertThat(getAs(Tokens.integrator(practice), "/findings/" + finding).prettify())
                .doesNotContain("No answer");

        put(colleague, finding, "outcome", notReached("Nor on the mobile")).statusCode(200);
        put(colleague, finding, "acknowledgement", "{\"note\": \"Her mother rings back\"}")
                .statusCode(200);
        put(colleague, finding, "outcome", REFERRED).statusCode(200);

        assertThat(read(finding).getString("outcome")).isEqualTo("referred");
        assertThat(steps(finding))
                .containsExactly("raised", "acknowledged", "not_reached", "not_reached", "acknowledged", "closed");
        assertThat(get("/findings/" + finding + "/trail").getList("steps.findAll{it.step == 'not_reached'}.times"))
                .containsExactly(1, 2);
        assertThat(lineNames()).endsWith("acknowledged", "reopened", "reopened", "acknowledged", "closed");
    }

    @Test
    void whatAnAnswerSettlesForThePatientIsSettledOnTheWorklistTooAndNothingElseIs() {
        var saddle = raised(patient, "saddle_numbness", now.minusSeconds(7200));
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(7000), "urine_leak", "present"));
        await().atMost(SOON).until(() -> rulesOn(patient).contains("ces-bladder"));
        for (var code : List.of("saddle_numbness", "urine_leak")) {
            sessions.report(patient, denied(code, now.minusSeconds(3600)));
        }
        await().atMost(SOON).until(() -> retractedRestsOn().size() == 2);
        var error = "{\"outcome\": \"reported_in_error\", \"note\": \"Her son had the phone\"}";

        put(clinician, saddle, "outcome", error).statusCode(200);
        assertThat(rulesOn(patient)).containsExactlyInAnyOrder("ces-bladder", "ces-retracted");

        var retracted = findingOn(patient, "ces-retracted");
        put(clinician, findingOn(patient, "ces-bladder"), "outcome", error).statusCode(200);
        assertThat(rulesOn(patient)).isEmpty();
        assertThat(read(retracted).getString("outcome")).isEqualTo("reported_in_error");
        assertThat(read(retracted).getString("closedBy")).isEqualTo("clinician-of-" + practice);
        assertThat(steps(retracted)).endsWith("acknowledged", "closed");
        assertThat(get("/patients/" + patient.patient() + "/advice").getString("advice.message"))
                .contains("Your clinic has looked into");
    }

    private List<String> retractedRestsOn() {
        var because = worklist(clinician, "")
                .<String>getList(
                        "items.findings.flatten().find{it.rule == 'ces-retracted'}?.finding?.because?.reportId");
        return because == null ? List.of() : because;
    }

    private List<String> rulesOn(PatientKey who) {
        var found = worklist(clinician, "")
                .<String>getList("items.findAll{it.patientId == '" + who.patient() + "'}.findings.flatten().rule");
        return found == null ? List.of() : found;
    }

    private String findingOn(PatientKey who, String rule) {
        return worklist(clinician, "")
                .getString("items.find{it.patientId == '" + who.patient() + "'}.findings.find{it.rule == '" + rule
                        + "'}.findingId");
    }

    @Test
    void anOutcomeOfAFindingAsItNoLongerIsIsRefusedAndSaysWhatChanged() {
        var finding = raised(patient, "urine_leak", now.minusSeconds(120));
        assertThat(tag(finding)).isEqualTo("\"1\"");
        var alarm = "{\"outcome\": \"false_alarm\", \"note\": \"Spilt water\"}";
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_cannot_start", "present"));
        await().atMost(SOON).until(() -> steps(finding).contains("restated"));

        put(clinician, finding, "outcome", alarm).statusCode(409).body("detail", containsString("acknowledge it"));
        putOf("\"1\"", finding, "outcome", alarm).statusCode(412).body("detail", containsString("new evidence"));
        putOf("\"1\"", finding, "acknowledgement", "{\"note\": \"Called\"}").statusCode(412);
        assertThat(read(finding).getString("state")).isEqualTo("raised");
        assertThat(read(finding).getInt("version")).isEqualTo(2);

        putOf(tag(finding), finding, "acknowledgement", "{\"note\": \"Called\"}")
                .statusCode(200);
        assertThat(tag(finding)).isEqualTo("\"3\"");
        put(clinician, finding, "outcome", alarm).statusCode(200);
    }

    @Test
    void aVersionThatTheFindingIsNotAtIsNamedAndWhatIsNoVersionIsRefusedByName() {
        var finding = raised(patient, "urine_leak");
        var note = "{\"note\": \"Called\"}";

        putOf("\"99\"", finding, "acknowledgement", note)
                .statusCode(412)
                .body("detail", containsString("is at version 1, and If-Match names \"99\". Read it"));
        for (var none : List.of("abc", "\"abc\"", "1", "W/\"1\"", "\"-1\"")) {
            putOf(none, finding, "acknowledgement", note).statusCode(422).body("errors[0].field", equalTo("If-Match"));
        }
        putOf("\"7\", \"1\"", finding, "acknowledgement", note).statusCode(200);
    }

    @Test
    void whoHasNotReadThatItWasClosedIsToldSo() {
        var finding = raised(patient, "urine_leak");
        putOf("\"1\"", finding, "outcome", REFERRED).statusCode(200);

        putOf("\"1\"", finding, "outcome", REFERRED).statusCode(200);
        putOf("\"1\"", finding, "outcome", "{\"outcome\": \"patient_declined\", \"note\": \"No\"}")
                .statusCode(412)
                .body("detail", containsString("it was closed ("));
        putOf("\"1\"", finding, "acknowledgement", "{\"note\": \"Called\"}").statusCode(412);
        putOf(tag(finding), finding, "outcome", "{\"outcome\": \"patient_declined\", \"note\": \"No\"}")
                .statusCode(409);
    }

    private String tag(String finding) {
        return given().auth()
                .oauth2(clinician)
                .get("/practices/{p}/findings/{f}", practice, finding)
                .header("ETag");
    }

    private ValidatableResponse putOf(String version, String finding, String what, String body) {
        return given().auth()
                .oauth2(clinician)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put("/practices/{p}/findings/{f}/" + what, practice, finding)
                .then();
    }

    private static String notReached(String note) {
        return "{\"outcome\": \"patient_not_reached\", \"note\": \"%s\"}".formatted(note);
    }

    @Test
    void aWeaknessThatWasSeenAndHasBecomeSevereIsRaisedAgain() {
        sessions.report(patient, weakness(now.minusSeconds(7200), "new", 5));
        await().atMost(SOON)
                .until(() -> !findingsOn(worklist(clinician, ""), patient).isEmpty());
        for (String finding : findingsOn(worklist(clinician, ""), patient)) {
            put(clinician, finding, "outcome", "{\"outcome\": \"seen\", \"note\": \"L5, known\"}")
                    .statusCode(200);
        }
        sessions.report(patient, weakness(now.minusSeconds(3600), "existing", 6));
        raised(another(), "urine_leak");
        assertThat(findingsOn(worklist(clinician, ""), patient)).isEmpty();

        sessions.report(patient, weakness(now, "existing", 9));

        await().atMost(SOON)
                .until(() -> !findingsOn(worklist(clinician, ""), patient).isEmpty());
    }

    @Test
    void anUnreadSignThatWasAskedAboutIsNotRaisedAgainByTheSameWordAndIsByAnother() {
        var finding = raised(patient, "purple_toe", now.minusSeconds(7200));
        put(clinician, finding, "outcome", "{\"outcome\": \"seen\", \"note\": \"A bruise\"}")
                .statusCode(200);
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(60), "purple_toe", "present"));
        raised(another(), "urine_leak");
        assertThat(findingsOn(worklist(clinician, ""), patient)).isEmpty();

        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "numb_chin", "present"));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 1);
    }

    @Test
    void whoToldASignThatNobodyCanReadAndWasNotReachedIsTriedAgain() {
        var finding = raised(patient, "purple_toe");

        put(clinician, finding, "outcome", notReached("No answer")).statusCode(200);

        assertThat(findingsOn(worklist(clinician, ""), patient)).containsExactly(finding);
        assertThat(read(finding).getInt("attempts")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false_alarm", "patient_declined"})
    void anUnreadSignToldAgainAfterAnOutcomeThatDoesNotCoverItIsRaisedAgain(String outcome) {
        var finding = raised(patient, "purple_toe", now.minusSeconds(7200));
        put(clinician, finding, "outcome", "{\"outcome\": \"%s\", \"note\": \"Rang\"}".formatted(outcome))
                .statusCode(200);

        sessions.report(
                patient,
                SessionTopic.checkIn(UUID.randomUUID(), Instant.now().plusSeconds(1), "purple_toe", "present"));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 1);
        assertThat(findingsOn(worklist(clinician, ""), patient)).doesNotContain(finding);
    }

    private static String weakness(Instant at, String onset, int severity) {
        return """
                {"reportId": "%s", "kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                 "receivedAt": "%s", "symptoms": [{"code": "leg_weakness", "status": "present", "onset": "%s",
                 "side": "left", "severity": %d}]}""".formatted(UUID.randomUUID(), at, at, onset, severity);
    }

    @Test
    void aRedFlagThatWasNotThereAndIsToldAgainAsThereAlreadyIsRaisedAgain() {
        var finding = raised(patient, "urine_leak", now.minusSeconds(7200));
        put(clinician, finding, "outcome", "{\"outcome\": \"false_alarm\", \"note\": \"Spilt water\"}")
                .statusCode(200);

        var toldAgain = Instant.now().plusSeconds(1);
        sessions.report(patient, thereAlreadyAndTheSame(toldAgain, false));
        sessions.report(patient, thereAlreadyAndTheSame(toldAgain.plusSeconds(1), true));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 1);
        assertThat(findingsOn(worklist(clinician, ""), patient)).doesNotContain(finding);
    }

    @Test
    void aRedFlagThatWasNotThereIsNotRaisedAgainByWhatAClinicianKnows() {
        var finding = raised(patient, "urine_leak", now.minusSeconds(7200));
        put(clinician, finding, "outcome", "{\"outcome\": \"false_alarm\", \"note\": \"An old leak\"}")
                .statusCode(200);

        sessions.report(patient, thereAlreadyAndTheSame(Instant.now().plusSeconds(1), true));

        raised(another(), "urine_leak");
        assertThat(findingsOn(worklist(clinician, ""), patient)).isEmpty();
    }

    private static String thereAlreadyAndTheSame(Instant at, boolean assessed) {
        return """
                {"reportId": "%s", "kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                 "receivedAt": "%s", "symptoms": [{"code": "urine_leak", "status": "present", "onset": "existing",
                 "changeSinceLast": "same", "assessedByClinician": %s}]}""".formatted(UUID.randomUUID(), at, at, assessed);
    }

    @Test
    void whatAwaitsAnOutcomeComesInPagesLongestWaitingFirst() {
        var first = raised(patient, "urine_leak");
        var second = raised(another(), "urine_leak");
        var third = raised(another(), "urine_leak");
        for (var each : List.of(second, first, third)) {
            put(clinician, each, "acknowledgement", "{\"note\": \"Called\"}").statusCode(200);
        }

        var page = awaiting("?limit=2");
        var next = awaiting("?limit=2&after=" + page.getString("next"));

        assertThat(page.getList("items.findingId")).containsExactly(second, first);
        assertThat(next.getList("items.findingId")).containsExactly(third);
        assertThat(next.getString("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"note\": \"x\"}", "{\"outcome\": \"cured\", \"note\": \"x\"}", "{\"outcome\": \"seen\"}"})
    void anOutcomeIsAWordOfTheVocabularyWithANote(String body) {
        var refused = put(clinician, UUID.randomUUID().toString(), "outcome", body)
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(refused.getString("errors[0].field")).isIn("outcome", "note");
        var words = Arrays.stream(Outcome.values()).map(Outcome::word).toList();
        assertThat(refused.getString("errors[0].why"))
                .contains(
                        refused.getString("errors[0].field").equals("outcome")
                                ? words
                                : List.of("1 to 2000 characters"));
    }

    @Test
    void aSnoozeHidesTheRowFromOneClinicianAlone() {
        var finding = raised(patient, "leg_tingling");

        put(clinician, finding, "snooze", "{\"minutes\": 60}").statusCode(200);

        assertThat(worklist(clinician, "").getList("items")).isEmpty();
        assertThat(worklist(clinician, "?snoozed=true").getBoolean("items[0].snoozed"))
                .isTrue();
        assertThat(worklist(clinician, "?snoozed=true").getString("items[0].findings[0].snoozedUntil"))
                .isNotBlank();
        assertThat(findingsOn(worklist(colleague, ""), patient)).containsExactly(finding);
        assertThat(worklist(colleague, "").getBoolean("items[0].snoozed")).isFalse();
        assertThat(read(finding).getString("state")).isEqualTo("raised");
        assertThat(lineNames()).endsWith("snoozed");
    }

    @Test
    void aSnoozeIsEndedByWhoeverSetIt() {
        var finding = raised(patient, "leg_tingling");
        put(clinician, finding, "snooze", "{\"minutes\": 60}").statusCode(200);

        delete(colleague, finding);
        assertThat(worklist(clinician, "").getList("items")).isEmpty();
        delete(clinician, finding);

        assertThat(findingsOn(worklist(clinician, ""), patient)).containsExactly(finding);
        assertThat(steps(finding)).containsExactly("raised", "snoozed", "snooze_ended");
    }

    @Test
    void aSnoozeEndsWithItsTime() throws SQLException {
        var finding = raised(patient, "leg_tingling");
        put(clinician, finding, "snooze", "{\"minutes\": 60}").statusCode(200);

        update("update finding_snooze set until = now() where finding_id = ?", finding);

        assertThat(findingsOn(worklist(clinician, ""), patient)).containsExactly(finding);
    }

    @Test
    void aSnoozeOfMoreMinutesThanANumberHoldsIsRefusedByName() {
        var finding = raised(patient, "leg_tingling");

        var refused = put(clinician, finding, "snooze", "{\"minutes\": 1000000000000}")
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(refused.getString("errors[0].field")).isEqualTo("minutes");
        assertThat(refused.getString("errors[0].why")).contains("larger number");
    }

    @Test
    void aTextThatNoDatabaseKeepsIsRefusedByName() {
        var finding = raised(patient, "leg_tingling");

        var refused = put(clinician, finding, "acknowledgement", "{\"note\": \"Rang\\u0000\"}")
                .statusCode(400)
                .extract()
                .jsonPath();
        assertThat(refused.getString("errors[0].field")).isEqualTo("note");
        assertThat(refused.getString("errors[0].why")).isEqualTo("must not hold the character U+0000");
        given().auth()
                .oauth2(clinician)
                .get("/practices/" + practice + "/worklist?after=%00")
                .then()
                .statusCode(422);
    }

    @Test
    void newEvidenceEndsASnooze() {
        var finding = raised(patient, "leg_tingling");
        put(clinician, finding, "snooze", "{\"minutes\": 60}").statusCode(200);

        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_numbness", "present"));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).contains(finding));
    }

    @Test
    void anotherFindingOfThePatientBringsTheRowBack() {
        var finding = raised(patient, "leg_tingling");
        put(clinician, finding, "snooze", "{\"minutes\": 60}").statusCode(200);

        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 2);
        assertThat(worklist(clinician, "").getString("items[0].urgency")).isEqualTo("emergency_now");
    }

    @Test
    void anEmergencyCanNotBeSnoozed() {
        var finding = raised(patient, "urine_leak");

        var refused = put(clinician, finding, "snooze", "{\"minutes\": 1}")
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(refused.getString("errors[0].field")).isEqualTo("minutes");
        assertThat(refused.getString("errors[0].why")).contains("emergency");
        assertThat(findingsOn(worklist(clinician, ""), patient)).containsExactly(finding);
    }

    @Test
    void aSnoozeIsCappedAndOfSomethingOpen() {
        var finding = raised(patient, "leg_tingling");

        var refused = put(clinician, finding, "snooze", "{\"minutes\": 1441}")
                .statusCode(422)
                .extract()
                .jsonPath();
        assertThat(refused.getString("errors[0].why")).contains("1 to 1440");
        put(clinician, finding, "snooze", "{\"minutes\": 0}").statusCode(422);
        put(clinician, finding, "snooze", "{}").statusCode(422);
        put(clinician, finding, "outcome", REFERRED).statusCode(200);
        put(clinician, finding, "snooze", "{\"minutes\": 10}").statusCode(409);
    }

    @Test
    void withinALevelWhatIsOverdueComesFirstAndMoreUrgentLevelsBeforeIt() throws SQLException {
        var first = raised(patient, "leg_tingling");
        var overduePatient = another();
        var overdue = raised(overduePatient, "leg_tingling");
        var emergency = raised(another(), "urine_leak");
        update("update raised_finding set due_at = now() - interval '1 minute' where finding_id = ?", overdue);
        update(
                "update watched_patient set open_due = now() - interval '1 minute' where patient_id = ?",
                overduePatient.patient().toString());

        var page = worklist(clinician, "");

        assertThat(page.getList("items.collect{it.findings[0].findingId}")).containsExactly(emergency, overdue, first);
        assertThat(page.getList("items.overdue")).containsExactly(false, true, false);
        var second = worklist(
                clinician, "?limit=1&after=" + worklist(clinician, "?limit=1").getString("next"));
        assertThat(second.getString("items[0].findings[0].findingId")).isEqualTo(overdue);
    }

    @Test
    void whatIsWithdrawnAndComesBackIsTheSameFindingAndIsSaidSo() {
        var finding = raised(patient, "leg_tingling", now.minusSeconds(7200));
        sessions.report(
                patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(3600), "leg_tingling", "denied"));
        await().atMost(SOON).until(() -> read(finding).getString("state").equals("withdrawn"));
        put(clinician, finding, "acknowledgement", "{\"note\": \"Called\"}").statusCode(409);
        put(clinician, finding, "outcome", REFERRED).statusCode(409);

        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));

        await().atMost(SOON)
                .until(() -> findingsOn(worklist(clinician, ""), patient).size() == 1);
        assertThat(steps(finding)).startsWith("raised", "withdrawn");
    }

    @Test
    void theTrailTellsWhoAndWhyInPagesForAFindingAndAPatient() {
        var finding = raised(patient, "leg_tingling");
        put(clinician, finding, "delivery", "").statusCode(200);
        put(clinician, finding, "acknowledgement", "{\"note\": \"Called\"}").statusCode(200);

        var first = get("/findings/" + finding + "/trail?limit=2");
        var second = get("/findings/" + finding + "/trail?limit=2&after=" + first.getLong("next"));
        var ofPatient = get("/patients/" + patient.patient() + "/trail");

        assertThat(first.getList("steps.step")).containsExactly("raised", "delivered");
        assertThat(second.getList("steps.step")).containsExactly("acknowledged");
        assertThat(second.getString("steps[0].by")).isEqualTo("clinician-of-" + practice);
        assertThat(second.getString("steps[0].note")).isEqualTo("Called");
        assertThat(second.getString("next")).isNull();
        assertThat(ofPatient.getList("steps.step")).containsExactly("raised", "delivered", "acknowledged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update finding_trail set note = 'other' where finding_id = ?",
                "delete from finding_trail where finding_id = ?",
                "truncate finding_trail"
            })
    void theDatabaseRefusesToChangeTheTrail(String statement) {
        var finding = raised(patient, "leg_tingling");

        assertThatThrownBy(() -> update(statement, finding)).hasMessageContaining("only added to");

        assertThat(steps(finding)).containsExactly("raised");
    }

    @Test
    void aPracticeSetsItsDeadlinesOverTheVersionItRead() {
        var lead = Tokens.lead(practice);
        var defaults = deadlines(lead, null, null);
        assertThat(defaults.extract().header("ETag")).isEqualTo("\"0\"");
        assertThat(defaults.extract().jsonPath().getInt("emergencyMinutes")).isEqualTo(15);

        var wish = "{\"emergencyMinutes\": 5, \"urgentHours\": 8, \"soonWorkingDays\": 1, \"routineWorkingDays\": 20}";
        deadlines(lead, wish, null).statusCode(428);
        deadlines(lead, wish, "\"7\"").statusCode(412);
        deadlines(lead, wish, "\"0\"").statusCode(200);
        deadlines(lead, wish, null).statusCode(200);
        deadlines(lead, wish.replace("20", "19"), "\"0\"").statusCode(412);
        deadlines(lead, wish.replace("20", "19"), "\"1\"").statusCode(200);
        deadlines(Tokens.clinician(practice), wish, "\"2\"").statusCode(403);
        deadlines(Tokens.lead(UUID.randomUUID()), wish, "\"2\"").statusCode(404);

        var emergency = read(raised(patient, "urine_leak"));
        assertThat(Instant.parse(emergency.getString("dueAt")))
                .isEqualTo(Instant.parse(emergency.getString("raisedAt")).plus(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "emergencyMinutes, 4, 5 to 60",
        "emergencyMinutes, 61, 5 to 60",
        "urgentHours, 0, 1 to 8",
        "urgentHours, 9, 1 to 8",
        "soonWorkingDays, 0, 1 to 5",
        "soonWorkingDays, 6, 1 to 5",
        "routineWorkingDays, 1, 2 to 20",
        "routineWorkingDays, 21, 2 to 20",
        "urgentHours, null, 1 to 8"
    })
    void aDeadlineOutOfBoundsIsNamedWithItsBounds(String field, String value, String bounds) {
        var good = "{\"emergencyMinutes\": 15, \"urgentHours\": 4, \"soonWorkingDays\": 2, \"routineWorkingDays\": 10}";

        var refused = deadlines(
                        Tokens.lead(practice), good.replaceFirst("(\"" + field + "\": )[0-9]+", "$1" + value), "\"0\"")
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(refused.getList("errors.field")).containsExactly(field);
        assertThat(refused.getString("errors[0].why")).contains(bounds);
    }

    @Test
    void whatIsSoonIsNeverDueAfterWhatIsRoutine() {
        var lead = Tokens.lead(practice);
        var wish = "{\"emergencyMinutes\": 15, \"urgentHours\": 4, \"soonWorkingDays\": 5, \"routineWorkingDays\": 4}";

        var refused = deadlines(lead, wish, "\"0\"").statusCode(422).extract().jsonPath();

        assertThat(refused.<String>getList("errors.field")).containsExactly("soonWorkingDays");
        assertThat(refused.getString("errors[0].why")).contains("routineWorkingDays, 4", "Shorten it");
        deadlines(lead, wish.replace("4}", "5}"), "\"0\"").statusCode(200);
    }

    private ValidatableResponse deadlines(String token, @Nullable String wish, @Nullable String ifMatch) {
        var call = given().auth().oauth2(token).contentType(ContentType.JSON);
        if (ifMatch != null) {
            call = call.header("If-Match", ifMatch);
        }
        return wish == null
                ? call.get("/practices/{p}/deadlines", practice).then().statusCode(200)
                : call.body(wish).put("/practices/{p}/deadlines", practice).then();
    }

    /// A practice is told under another key than its patients, so in no order with them.
    private boolean hoursAreKnown() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from practice where practice_id = ? and hours is not null")) {
            select.setObject(1, practice);
            try (var found = select.executeQuery()) {
                return found.next() && found.getInt(1) == 1;
            }
        }
    }

    private String raised(PatientKey who, String code) {
        return raised(who, code, now);
    }

    /// The finding that a new sign raises, once it is on the worklist.
    private String raised(PatientKey who, String code, Instant at) {
        sessions.report(who, SessionTopic.checkIn(UUID.randomUUID(), at, code, "present"));
        return await().atMost(SOON)
                .until(() -> findingsOn(worklist(colleague, ""), who), found -> found.size() == 1)
                .getFirst();
    }

    private static List<String> findingsOn(JsonPath worklist, PatientKey who) {
        var found = worklist.<String>getList(
                "items.findAll{it.patientId == '" + who.patient() + "'}.findings.flatten().findingId");
        return found == null ? List.of() : found;
    }

    private JsonPath worklist(String token, String query) {
        return given().auth()
                .oauth2(token)
                .get("/practices/" + practice + "/worklist" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath awaiting(String query) {
        return get("/worklist/awaiting-outcome" + query);
    }

    private JsonPath read(String finding) {
        return get("/findings/" + finding);
    }

    @Test
    void whatCliniciansWroteIsReadByStaffWhoTreatAndByNoMachine() {
        var finding = raised(patient, "urine_leak");
        put(clinician, finding, "outcome", REFERRED).statusCode(200);

        for (var staff : List.of(clinician, Tokens.lead(practice))) {
            assertThat(getAs(staff, "/findings/" + finding).getString("outcomeNote"))
                    .isEqualTo("Sent to the hospital");
            assertThat(getAs(staff, "/findings/" + finding + "/trail").getList("steps.note"))
                    .contains("Sent to the hospital");
        }
        var machine = Tokens.integrator(practice);
        assertThat(getAs(machine, "/findings/" + finding).getString("outcome")).isEqualTo("referred");
        for (var path : List.of("", "/trail")) {
            assertThat(getAs(machine, "/findings/" + finding + path).prettify()).doesNotContain("Sent to the hospital");
        }
        assertThat(getAs(machine, "/patients/" + patient.patient() + "/findings")
                        .prettify())
                .contains(finding)
                .doesNotContain("Sent to the hospital");
    }

    @Test
    void ofAPatientWhomNobodyKnowsThereIsNothingAndNotNothingRaised() {
        for (var path : List.of("/findings", "/trail")) {
            given().auth()
                    .oauth2(clinician)
                    .get("/practices/" + practice + "/patients/" + UUID.randomUUID() + path)
                    .then()
                    .statusCode(404);
        }
        raised(another(), "urine_leak");
        var calm = another();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                get("/patients/" + calm.patient() + "/findings").getList(""))
                        .isEmpty());
        assertThat(get("/patients/" + calm.patient() + "/trail").getList("steps"))
                .isEmpty();
    }

    private List<String> steps(String finding) {
        return get("/findings/" + finding + "/trail").getList("steps.step");
    }

    private List<String> lineNames() {
        return get("/worklist/events?limit=500").getList("events.name");
    }

    private JsonPath get(String path) {
        return getAs(clinician, path);
    }

    private JsonPath getAs(String token, String path) {
        return given().auth()
                .oauth2(token)
                .get("/practices/" + practice + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse put(String token, String finding, String what, String body) {
        var call = given().auth().oauth2(token);
        return (body.isEmpty() ? call : call.contentType(ContentType.JSON).body(body))
                .put("/practices/{p}/findings/{f}/" + what, practice, finding)
                .then();
    }

    private void delete(String token, String finding) {
        given().auth()
                .oauth2(token)
                .delete("/practices/{p}/findings/{f}/snooze", practice, finding)
                .then()
                .statusCode(200);
    }

    private void update(String statement, String id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            if (statement.contains("?")) {
                update.setObject(1, UUID.fromString(id));
            }
            update.executeUpdate();
        }
    }
}
