package care.sacrum.session.report;

import static care.sacrum.session.Course.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class ReportsTest {

    private static final String SESSION = """
            {"kind": "session", "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "Europe/London",
             "painBefore": 4, "painAfter": 3, "painRegion": "low_back",
             "exercisesDone": [{"exercise": "pelvic-tilt", "sets": 1, "reps": 10, "holdSeconds": 5}],
             "freeTextNote": "Felt fine."}""";

    private Course course;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void aSessionIsTakenAndReadAgainWithItsNote() {
        as(course.own())
                .body(SESSION)
                .put(course.session(id))
                .then()
                .statusCode(201)
                .body("reportId", is(id.toString()))
                .body("kind", is("session"))
                .body("localDay", is("2026-02-05"))
                .body("setAside", empty())
                .body("unknownCodes", empty())
                .body("dateUncertain", is(false))
                .body("$", not(hasKey("advice")))
                .body("$", not(hasKey("emergencyText")));

        as(course.own())
                .get(course.session(id))
                .then()
                .statusCode(200)
                .body("painBefore", is(4))
                .body("exercisesDone[0].exercise", is("pelvic-tilt"))
                .body("hasNote", is(true))
                .body("freeTextNote", is("Felt fine."));
    }

    @Test
    void theSameBodyAgainIsTheSameReport() {
        var first =
                as(course.own()).body(SESSION).put(course.session(id)).then().statusCode(201);

        as(course.own())
                .body(SESSION.replace("\"painBefore\": 4, ", "").replace("{\"kind\"", "{\"painBefore\": 4.0, \"kind\""))
                .put(course.session(id))
                .then()
                .statusCode(200)
                .body("receivedAt", is(first.extract().<String>path("receivedAt")))
                .body("localDay", is("2026-02-05"));
    }

    @Test
    void anUploadTriedAgainSaysAnotherTimeOfSending() {
        course.logs(id, "\"sentAt\": \"2026-02-05T18:20:00Z\"").statusCode(201);

        course.logs(id, "\"sentAt\": \"2026-02-05T19:20:00Z\"").statusCode(200);
    }

    @Test
    void anotherBodyUnderTheSameIdIsAConflict() {
        course.logs(id, "\"painBefore\": 4").statusCode(201);

        course.logs(id, "\"painBefore\": 5")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/id-already-used"));
    }

    @Test
    void theIdOfAnotherPatientsReportIsAConflictThatTellsNotWhose() {
        var other = course.withAnotherPatient();
        course.logs(id, "\"painBefore\": 4").statusCode(201);

        other.logs(id, "\"painBefore\": 4")
                .statusCode(409)
                .body("detail", not(containsString(course.patient().toString())));
    }

    @Test
    void anotherPracticesReportDoesNotTakeAnId() {
        course.logs(id, "").statusCode(201);

        Course.begin().logs(id, "\"painBefore\": 2").statusCode(201);
    }

    @Test
    void whatAClinicianLogsOnBehalfSaysSoWhereverItIsRead() {
        as(course.clinician()).body(SESSION).put(course.session(id)).then().statusCode(201);
        as(course.own()).body(SESSION).put(course.session(id)).then().statusCode(200);
        course.checksIn("\"observedAt\": \"2026-02-03T18:00:00Z\"").statusCode(201);
        as(course.clinician())
                .body("""
                        {"kind": "correction", "corrects": "%s", "observedAt": "2026-02-04T18:00:00Z"}""".formatted(id))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);

        as(course.own()).get(course.session(id)).then().body("onBehalf", equalTo(true));
        as(course.own()).get(course.path() + "/history").then().body("items.onBehalf", contains(true, true, null));
        as(course.own()).get(course.path() + "/record").then().body("reports.onBehalf", contains(true, true, null));
        as(Tokens.integrator(course.practice())).get(course.session(id)).then().body("onBehalf", equalTo(true));
    }

    @Test
    void whatThePatientLogsIsTheOwnWhateverItSays() {
        course.logs(id, "\"onBehalf\": true").statusCode(201).body("setAside.field", contains("onBehalf"));
        as(course.clinician())
                .body("{\"kind\": \"session\", \"observedAt\": \"2026-02-05T18:00:00Z\","
                        + " \"observedTimeZone\": \"Europe/London\", \"onBehalf\": true}")
                .put(course.session(id))
                .then()
                .statusCode(200);

        as(course.clinician()).get(course.session(id)).then().body("$", not(hasKey("onBehalf")));
    }

    @Test
    void aFieldThatCannotBeUsedIsSetAsideAndTheRestCounts() {
        course.logs(id, """
                        "painBefore": 11, "painAfter": "three?", "painDuringMax": 6.5, "painRegion": "knee",
                        "restDay": "no, or", "mood": "good", "sentAt": "yesterday",
                        "selfManipulation": {"done": true, "times": -1, "region": "sacrum"},
                        "exercisesDone": [{"exercise": "pelvic-tilt", "reps": -3, "side": "up"}, "pelvic-tilt",
                                          {"name": "Cat and cow", "sets": 1.5}, {"reps": 4}],
                        "freeTextNote": "%s",
                        "symptoms": [{"code": "leg_pain", "status": "perhaps"}, {"status": "denied"},
                                     {"code": "leg_pain", "status": "denied", "severity": 12,
                                      "onsetDate": "2026-02-30", "assessedByClinician": 1}]
                        """.formatted("x".repeat(10001)))
                .statusCode(201)
                .body(
                        "setAside.field",
                        hasItems(
                                "painBefore",
                                "painAfter",
                                "painRegion",
                                "restDay",
                                "mood",
                                "sentAt",
                                "selfManipulation.times",
                                "exercisesDone[0].reps",
                                "exercisesDone[0].side",
                                "exercisesDone[2].sets",
                                "exercisesDone[3]",
                                "freeTextNote",
                                "symptoms[0].status",
                                "symptoms[1].code",
                                "symptoms[2].severity",
                                "symptoms[2].onsetDate",
                                "symptoms[2].assessedByClinician"))
                .body("setAside", hasSize(17))
                .body("setAside.find { it.field == 'painBefore' }.why", is("not within 0 to 10"));

        as(course.own())
                .get(course.session(id))
                .then()
                .body("$", not(hasKey("painBefore")))
                .body("painDuringMax", is(6.5f))
                .body("selfManipulation.done", is(true))
                .body("exercisesDone.exercise", hasItem("pelvic-tilt"))
                .body("exercisesDone", hasSize(3))
                .body("symptoms.code", contains("leg_pain", "leg_pain", "unreadable"))
                .body("symptoms.status", contains("present", "denied", "present"))
                .body("symptoms[1].detail", is("severity: 12"))
                .body("symptoms[2].detail", is("painAfter: three?\nrestDay: no, or\nmood: good"))
                .body("hasNote", is(true));
    }

    @Test
    void aRedFlagInAFieldThatNobodyKnowsReachesTriageAndAClinician() {
        var told = "\"redFlags\": [\"saddle_numbness\"], \"comment\": \"cannot pee\","
                + " \"symptoms\": [{\"code\": \"urine_leak\", \"status\": \"denied\"}]";
        course.checksIn(id, told)
                .statusCode(201)
                .body("setAside.field", contains("redFlags", "comment"))
                .body("setAside.why", everyItem(containsString("kept for a clinician")))
                .body("unknownCodes", contains("unreadable"))
                .body("advice.asked.report.symptoms.code", contains("urine_leak", "unreadable"))
                .body("advice.asked.report.symptoms[1]", not(hasKey("detail")));
        course.checksIn(id, told).statusCode(200);

        var words = "redFlags: [\"saddle_numbness\"]\ncomment: cannot pee";
        as(course.clinician()).get(course.checkIn(id)).then().body("symptoms[1].detail", is(words));
        as(course.clinician()).get(course.path() + "/record").then().body("reports[0].symptoms[1].detail", is(words));
        as(Tokens.integrator(course.practice()))
                .get(course.checkIn(id))
                .then()
                .body("symptoms[1]", not(hasKey("detail")));
    }

    @Test
    void aRedFlagInAFieldThatNobodyKnowsIsKeptFromABatchToo() {
        as(course.own())
                .body("""
                        {"reports": [{"reportId": "%s", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                                      "signs": [{"code": "bowel_leak", "status": "present"}]}]}""".formatted(id))
                .post(course.path() + "/reports")
                .then()
                .statusCode(200);

        as(course.clinician())
                .get(course.session(id))
                .then()
                .body("symptoms.code", contains("unreadable"))
                .body("symptoms[0].detail", containsString("bowel_leak"));
    }

    @Test
    void aDenialBesideAPlainYesIsAdvisedUponAsARedFlag() {
        course.logs("\"symptoms\": [{\"code\": \"saddle_numbness\", \"status\": \"denied\", \"present\": true}]")
                .statusCode(201)
                .body("setAside.field", hasItem("symptoms[0].status"))
                .body("advice.asked.report.symptoms.status", contains("present"));
    }

    @Test
    void noMoreThanSixtySymptomsAreKept() {
        var many = "{\"code\": \"leg_pain\", \"status\": \"denied\"},".repeat(61);

        course.logs(id, "\"symptoms\": [" + many.substring(0, many.length() - 1) + "]")
                .statusCode(201)
                .body("setAside.field", contains("symptoms"));

        as(course.own()).get(course.session(id)).then().body("symptoms", hasSize(60));
    }

    @Test
    void aCodeNobodyKnowsIsKeptAndNamed() {
        course.logs(id, """
                        "symptoms": [{"code": "itching", "status": "present"}, {"code": "leg_pain", "status": "denied"}]""")
                .statusCode(201)
                .body("unknownCodes", contains("itching"))
                .body("setAside", empty());

        as(course.own()).get(course.session(id)).then().body("symptoms.code", contains("itching", "leg_pain"));
    }

    @Test
    void aNullCountsAsLeftOut() {
        course.logs("\"painAfter\": null, \"symptoms\": null").statusCode(201).body("setAside", empty());
    }

    @Test
    void whatAPatientWroteThatNoDatabaseKeepsIsSetAside() {
        course.logs("\"freeTextNote\": \"a\\u0000b\", \"painBefore\": 2")
                .statusCode(201)
                .body("setAside.field", contains("freeTextNote"));
        course.logs("\"freeTextNote\": \"half \\ud83d of a character\"")
                .statusCode(201)
                .body("setAside.field", contains("freeTextNote"));
        course.logs("\"freeTextNote\": \"whole \\ud83d\\ude00\"")
                .statusCode(201)
                .body("setAside", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"correction\", \"observedAt\": \"2026-02-05T18:00:00Z\"}",
                "{\"kind\": \"symptom_check_in\", \"observedAt\": \"2026-02-05T18:00:00Z\"}"
            })
    void whatSaysThatItIsOfAnotherKindIsNoSession(String body) {
        as(course.own())
                .body(body)
                .put(course.session(id))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains("kind"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"kind\": \"jogging\", ", "\"kind\": 7, ", "\"kind\": null, "})
    void aKindThatIsMissingOrUnknownIsThatOfTheAddressAndNamed(String kind) {
        var fields = kind + "\"observedAt\": \"2026-02-05T18:00:00Z\", \"observedTimeZone\": \"UTC\"";
        as(course.own())
                .body("{" + fields + "}")
                .put(course.session(id))
                .then()
                .statusCode(201)
                .body("kind", is("session"))
                .body("setAside.field", contains("kind"));
        as(course.own())
                .body("{" + fields + "}")
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201)
                .body("kind", is("symptom_check_in"))
                .body("setAside.field", contains("kind"));
        as(course.own())
                .body("{" + fields + ", \"corrects\": \"" + id + "\"}")
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201)
                .body("kind", is("correction"));
    }

    @Test
    void aKindIsReadHoweverItIsJoined() {
        as(course.own())
                .body(
                        "{\"kind\": \"morningCheckIn\", \"observedAt\": \"2026-02-05T18:00:00Z\", \"observedTimeZone\": \"UTC\"}")
                .put(course.checkIn(id))
                .then()
                .statusCode(201)
                .body("kind", is("morning_check_in"))
                .body("setAside", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-02-05\"",
                "\"soon\"",
                "17703144",
                "1770314400.5",
                "null",
                "\"2026-02-30T18:00:00Z\"",
                "\"+99999-02-05T18:00:00Z\""
            })
    void withoutAMomentItWasObservedAtItIsNoReport(String observedAt) {
        as(course.own())
                .body("{\"kind\": \"session\", \"observedAt\": " + observedAt + "}")
                .put(course.session(id))
                .then()
                .statusCode(422)
                .body("errors.field", contains("observedAt"));
        as(course.own()).get(course.session(id)).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "1-1-1-1-1", "5ac20000-0000-4000-8000-00000000000g"})
    void anIdThatIsNoneIsRefused(String bad) {
        as(course.own())
                .body(SESSION)
                .put(course.path() + "/sessions/" + bad)
                .then()
                .statusCode(422)
                .body("errors.field", contains("reportId"));
    }

    @Test
    void anIdInTheBodyMustBeThatOfThePath() {
        course.logs(id, "\"reportId\": \"" + UUID.randomUUID() + "\"")
                .statusCode(422)
                .body("errors.field", contains("reportId"));
        course.logs(id, "\"reportId\": \"" + id.toString().toUpperCase(Locale.ROOT) + "\"")
                .statusCode(201)
                .body("setAside", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kind\": \"session\",", "{}{}", "nonsense", ""})
    void whatIsNotJsonCannotBeRead(String body) {
        as(course.own())
                .body(body)
                .put(course.session(id))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", startsWith("The body is not well-formed JSON"));
    }

    @Test
    void aFieldThatStandsTwiceIsNamed() {
        as(course.own())
                .body("{\"kind\": \"session\", \"kind\": \"symptom_check_in\"}")
                .put(course.session(id))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("kind"));
    }

    @Test
    void whatIsNestedTooDeeplyCannotBeReadAndNeedNotBeSentAgain() {
        as(course.own())
                .body("{\"x\": " + "[".repeat(1_100) + "]".repeat(1_100) + "}")
                .put(course.session(id))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", startsWith("The body is nested too deeply"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"session\"", "7", "null"})
    void whatIsNoObjectIsNoReport(String body) {
        as(course.own())
                .body(body)
                .put(course.session(id))
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyOfMoreThan64KiBIsTooLarge() {
        as(course.own())
                .body("{\"kind\": \"session\", \"freeTextNote\": \"" + "x".repeat(66_000) + "\"}")
                .put(course.session(id))
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void textIsNoReport() {
        given().auth()
                .oauth2(course.own())
                .contentType("text/plain")
                .body(SESSION)
                .put(course.session(id))
                .then()
                .statusCode(415);
    }

    @Test
    void anUnknownZoneIsReplacedByTheHomeZoneWhichIsNamed() {
        course.withAnotherPatient()
                .logs("\"observedAt\": \"2026-02-05T20:00:00Z\", \"observedTimeZone\": \"Mars/Olympus\"")
                .statusCode(201)
                .body("localDay", is("2026-02-06"))
                .body("setAside.field", contains("observedTimeZone"))
                .body("setAside[0].why", containsString("Asia/Kolkata"));
    }

    @Test
    void aZoneThatWasLeftOutIsNotCalledAWrongOne() {
        course.logs("\"observedAt\": \"2026-02-05T20:00:00Z\"")
                .statusCode(201)
                .body("setAside.field", contains("observedTimeZone"))
                .body("setAside[0].why", is("was not given; the home zone Europe/London was used"));
    }

    @Test
    void aReportThatComesLateIsDatedByItsObservation() {
        course.logs(id, "\"observedAt\": \"2026-11-01T18:00:00Z\", \"observedTimeZone\": \"Europe/London\"")
                .statusCode(201)
                .body("localDay", is("2026-11-01"));
    }

    @Test
    void aClockThatIsOffIsPutRightByTheTimeOfSending() {
        // The device believes it is two days later than it is.
        var sentAt = Instant.now().plus(Duration.ofDays(2));
        var observedAt = sentAt.minus(Duration.ofHours(1));

        course.logs("\"observedAt\": \"%s\", \"observedTimeZone\": \"UTC\", \"sentAt\": \"%s\""
                        .formatted(observedAt, sentAt))
                .statusCode(201)
                .body("dateUncertain", is(false))
                .body(
                        "localDay",
                        is(observedAt
                                .minus(Duration.ofDays(2))
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031-01-01T00:00:00Z", "2019-12-31T23:00:00Z"})
    void aTimeThatCannotBeIsKeptAndMarked(String observedAt) {
        course.logs(id, "\"observedAt\": \"" + observedAt + "\", \"observedTimeZone\": \"Europe/London\"")
                .statusCode(201)
                .body("dateUncertain", is(true));

        as(course.own()).get(course.session(id)).then().statusCode(200).body("dateUncertain", is(true));
        as(course.own()).get(course.path() + "/history").then().body("items.dateUncertain", contains(true));
    }

    @Test
    void aTimeThatCanBeIsNotMarked() {
        course.logs(id, "\"painBefore\": 4").statusCode(201);

        as(course.own()).get(course.session(id)).then().body("$", not(hasKey("dateUncertain")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"code\": \"urine_cannot_start\"}]",
                "[{\"code\": \"urine_cannot_start\", \"status\": 7}]",
                "[\" Urine cannot-start \"]",
                "\"urine_cannot_start\"",
                "{\"urine_cannot_start\": \"yes\"}"
            })
    void aRedFlagIsAdvisedUponHoweverItWasWritten(String symptoms) {
        course.logs("\"symptoms\": " + symptoms)
                .statusCode(201)
                .body("advice.asked.report.symptoms.code", contains("urine_cannot_start"))
                .body("advice.asked.report.symptoms.status", contains("present"));
        course.logs("\"painDuringMax\": 7, \"symptoms\": " + symptoms)
                .statusCode(201)
                .body("advice", is("pending"))
                .body("emergencyText", not(emptyOrNullString()));
    }

    @Test
    void theBodyOfAReportIsDescribed() {
        for (var path : new String[] {"sessions", "check-ins"}) {
            given().get("/q/openapi?format=json")
                    .then()
                    .statusCode(200)
                    .body(
                            "paths.'/practices/{practice}/patients/{patient}/" + path
                                    + "/{report}'.put.requestBody.content.'application/json'.schema.$ref",
                            is("#/components/schemas/Report"))
                    .body("components.schemas.Report.required", contains("kind", "observedAt"))
                    .body("components.schemas.Report.properties.painBefore.maximum", is(10))
                    .body("components.schemas.Report.properties.freeTextNote.maxLength", is(10000))
                    .body("components.schemas.ReportSymptom.properties.status.enum", contains("present", "denied"))
                    .body("components.schemas.ReportSymptom.properties.code.examples", hasItem("saddle_numbness"));
        }
    }

    @Test
    void theDescriptionOfAReportNamesTheWordsThatAreRead() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        takes("Report", "kind"),
                        is(Arrays.stream(Kind.values()).map(Kind::word).toList()))
                .body(takes("Report", "painRegion"), is(List.copyOf(Vocabulary.PAIN_REGIONS)))
                .body(takes("ReportExercise", "side"), is(List.copyOf(Vocabulary.SIDES)))
                .body(takes("ReportSelfManipulation", "region"), is(List.copyOf(Vocabulary.PAIN_REGIONS)))
                .body(takes("ReportSymptom", "status"), is(List.copyOf(Vocabulary.STATUSES)))
                .body(takes("ReportSymptom", "onset"), is(List.copyOf(Vocabulary.ONSETS)))
                .body(takes("ReportSymptom", "changeSinceLast"), is(List.copyOf(Vocabulary.CHANGES)))
                .body(takes("ReportSymptom", "side"), is(List.copyOf(Vocabulary.SIDES)))
                .body(takes("ReportSymptom", "extent"), is(List.copyOf(Vocabulary.EXTENTS)))
                .body(
                        "components.schemas.ReportSymptom.properties.code.examples",
                        is(List.copyOf(Vocabulary.SYMPTOMS)));
    }

    private static String takes(String of, String field) {
        return "components.schemas." + of + ".properties." + field + ".enum";
    }

    @Test
    void aCorrectionNamesWhatItCorrects() {
        course.logs(id, "\"painAfter\": 8").statusCode(201);
        var correction = UUID.randomUUID();
        var body = """
                {"kind": "correction", "observedAt": "2026-02-05T18:10:00Z", "observedTimeZone": "Europe/London",
                 "painAfter": 3, "corrects": "%s"}""";

        as(course.own())
                .body(body.formatted(id))
                .put(course.checkIn(correction))
                .then()
                .statusCode(201)
                .body("kind", is("correction"));
        as(course.own()).get(course.checkIn(correction)).then().body("corrects", is(id.toString()));
        as(course.own()).get(course.session(id)).then().body("painAfter", is(8));

        as(course.own())
                .body(body.formatted("that one"))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.field", contains("corrects"));
    }

    @Test
    void onlyACorrectionCorrects() {
        course.logs("\"corrects\": \"" + UUID.randomUUID() + "\"")
                .statusCode(201)
                .body("setAside.field", contains("corrects"));
    }

    @Test
    void neitherStatusNorPrescriptionStandsInTheWayOfAReport() {
        course.putPatient("""
                {"subject": "%s", "homeTimeZone": "Europe/London", "status": "discharged"}""".formatted(course.subject())).statusCode(200);

        course.logs("\"painBefore\": 4").statusCode(201);
    }

    @Test
    void withoutAGoodTokenNothingIsTaken() {
        given().contentType("application/json")
                .body(SESSION)
                .put(course.session(id))
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        for (var token : new String[] {
            Tokens.expired(course.practice()),
            Tokens.foreign(course.practice()),
            Tokens.forged(course.practice()),
            Tokens.forAnotherAudience(course.practice()),
            "nonsense"
        }) {
            as(token).body(SESSION).put(course.session(id)).then().statusCode(401);
            as(token).get(course.session(id)).then().statusCode(401);
        }
    }

    @Test
    void theWrongRoleIsForbidden() {
        for (var token : new String[] {
            course.lead(),
            Tokens.integrator(course.practice()),
            Tokens.editor(),
            Tokens.operator(),
            Tokens.of("x", "janitor", course.practice())
        }) {
            as(token)
                    .body(SESSION)
                    .put(course.session(id))
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        as(Tokens.editor()).get(course.session(id)).then().statusCode(403);
    }

    @Test
    void anotherPracticesPatientIsNotFound() {
        var elsewhere = Course.begin();
        course.logs(id, "").statusCode(201);
        for (var token : new String[] {elsewhere.clinician(), elsewhere.own(), Tokens.patient("somebody")}) {
            as(token)
                    .body(SESSION)
                    .put(course.session(UUID.randomUUID()))
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
            as(token).get(course.session(id)).then().statusCode(404);
        }
        as(course.clinician())
                .body(SESSION)
                .put(new Course(course.practice(), elsewhere.patient()).session(id))
                .then()
                .statusCode(404);
    }

    @Test
    void anotherPatientOfThePracticeIsNotFoundEither() {
        var other = course.withAnotherPatient();

        as(other.own()).body(SESSION).put(course.session(id)).then().statusCode(404);
    }

    @Test
    void aSessionIsNoCheckIn() {
        course.logs(id, "").statusCode(201);

        as(course.own()).get(course.checkIn(id)).then().statusCode(404);
    }

    @Test
    void anIntegratorReadsNoFreeText() {
        as(course.own()).body(SESSION).put(course.session(id)).then().statusCode(201);

        as(Tokens.integrator(course.practice()))
                .get(course.session(id))
                .then()
                .statusCode(200)
                .body("hasNote", equalTo(true))
                .body("$", not(hasKey("freeTextNote")));
    }
}
