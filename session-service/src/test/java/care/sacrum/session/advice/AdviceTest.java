package care.sacrum.session.advice;

import static care.sacrum.session.Course.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class AdviceTest {

    private static final String CANNOT_PASS_URINE = """
            "symptoms": [{"code": "urine_cannot_start", "status": "present", "onset": "new"}]""";
    private static final String CLOSED =
            "Your clinic is closed now. Nobody there reads this until it opens. If you need help before that, do not wait"
                    + " for us. Call 999 in an emergency.";
    private static final String HANGS = "\"painDuringMax\": 7, ";
    private static final String FAILS = "\"painDuringMax\": 8, ";
    private static final String TALKS_NONSENSE = "\"painDuringMax\": 9, ";

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void theAnswerToACheckInCarriesTheAdviceOfTriage() {
        var id = UUID.randomUUID();
        course.checksIn(id, "\"painBefore\": 4")
                .statusCode(201)
                .body("advice.urgency", is("self_care"))
                .body("advice.message", is("Go on."))
                .body("advice.bearer", is(true))
                .body("advice.asked.practiceId", is(course.practice().toString()))
                .body("advice.asked.patientId", is(course.patient().toString()))
                .body("advice.asked.patient.homeTimeZone", is("Europe/London"))
                .body("advice.asked.patient.sex", is("female"))
                .body("advice.asked.patient", hasKey("ageYears"))
                .body("advice.asked.patient", not(hasKey("displayName")))
                .body("advice.asked.report.reportId", is(id.toString()))
                .body("advice.asked.report.painBefore", is(4))
                .body("$", not(hasKey("emergencyText")));
    }

    @Test
    void triageIsAskedInTheLanguagesOfTheCallerOrElseOfTheRecord() {
        checksInReading("es-MX, en;q=0.5").body("advice.languages", is("es-MX, en;q=0.5"));
        checksInReading("*").body("advice.languages", is("en"));
        course.checksIn("\"painBefore\": 4").body("advice.languages", is("en"));
    }

    private ValidatableResponse checksInReading(String languages) {
        return as(course.own())
                .header("Accept-Language", languages)
                .body("""
                        {"kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z",
                         "observedTimeZone": "UTC", "painBefore": 3}""")
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);
    }

    @Test
    void theSameCheckInAgainIsAdvisedAgain() {
        var id = UUID.randomUUID();
        course.checksIn(id, HANGS + "\"painBefore\": 4").statusCode(201).body("advice", is("pending"));

        course.checksIn(id, HANGS + "\"painBefore\": 4").statusCode(200).body("advice", is("pending"));
    }

    @Test
    void aSessionIsAdvisedOnlyWhereItTellsASign() {
        course.logs("\"painBefore\": 4").statusCode(201).body("$", not(hasKey("advice")));
        course.logs(CANNOT_PASS_URINE.replace("present", "denied"))
                .statusCode(201)
                .body("$", not(hasKey("advice")));
        course.logs(CANNOT_PASS_URINE).statusCode(201).body("advice.urgency", is("self_care"));
    }

    /// Their events may be on their way still.
    @Test
    void triageIsToldOfWhatWasTakenShortBeforeAndOfTheWholeBatch() {
        var before = UUID.randomUUID();
        course.checksIn(before, CANNOT_PASS_URINE);
        course.checksIn("\"painBefore\": 4").body("advice.asked.others.reportId", hasItem(before.toString()));

        var first = UUID.randomUUID();
        as(course.own())
                .body("""
                        {"reports": [{"reportId": "%s", "kind": "session", "painBefore": 4,
                          "observedAt": "2026-02-04T18:00:00Z", "observedTimeZone": "Europe/London"},
                         {"reportId": "%s", "kind": "symptom_check_in", "painBefore": 4,
                          "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "Europe/London"}]}""".formatted(first, UUID.randomUUID()))
                .post(course.path() + "/reports")
                .then()
                .statusCode(200)
                .body("items[1].receipt.advice.asked.others.reportId", hasItem(first.toString()))
                // What tells of a sign comes first, should there be too many.
                .body("items[1].receipt.advice.asked.others[0].reportId", is(before.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leg_heaviness",
                "leg_pain",
                "leg_numbness",
                "leg_tingling",
                "minor_trauma",
                "sudden_onset_after_minor_strain",
                "muscle_soreness",
                "itching"
            })
    void anySignOfASessionIsAdvisedUponSinceTriageAloneKnowsHowGraveItIs(String code) {
        var sign = "\"symptoms\": [{\"code\": \"%s\", \"status\": \"present\"}]".formatted(code);

        course.logs(sign).statusCode(201).body("advice.asked.report.symptoms.code", contains(code));
        course.logs(FAILS + sign).statusCode(201).body("advice", is("pending"));
    }

    @Test
    void ofABatchTheReportsWithSignsAreAdvisedBeforeThoseWithout() {
        var heavy = UUID.randomUUID();
        var reports = Stream.concat(
                        Stream.of("\"kind\": \"session\", \"symptoms\": [{\"code\": \"leg_heaviness\","
                                + " \"status\": \"present\"}], \"reportId\": \"%s\", \"observedAt\": \"2026-02-01T18:00:00Z\""
                                        .formatted(heavy)),
                        Stream.of(2, 3, 4)
                                .map(day -> "\"kind\": \"symptom_check_in\", \"reportId\": \"%s\", \"observedAt\":"
                                                .formatted(UUID.randomUUID())
                                        + " \"2026-02-0%dT18:00:00Z\"".formatted(day)))
                .map(fields -> "{" + fields + "}")
                .collect(Collectors.joining(", "));

        as(course.own())
                .body("{\"reports\": [" + reports + "]}")
                .post(course.path() + "/reports")
                .then()
                .statusCode(200)
                .body("items[0].receipt.advice.asked.report.reportId", is(heavy.toString()));
    }

    @Test
    void aRedFlagUnderAnIdThatIsTakenIsAnsweredWithWhatToDoNow() {
        var id = UUID.randomUUID();
        course.checksIn(id, "\"painBefore\": 4").statusCode(201);

        course.checksIn(id, CANNOT_PASS_URINE)
                .statusCode(409)
                .body("detail", containsString("under a new id"))
                .body("detail", containsString("go to the emergency department now"));
        course.checksIn(id, "\"painBefore\": 5")
                .statusCode(409)
                .body("detail", not(containsString("emergency department")));
    }

    @Test
    void anEmergencyWaitsForNoTriageThatHangs() {
        course.checksIn(HANGS + CANNOT_PASS_URINE)
                .statusCode(201)
                .body("advice", is("pending"))
                .body("emergencyText", containsString("go to the emergency department now"))
                .body("emergencyText", containsString("999"));
    }

    @Test
    void aTriageThatFailsOrTalksNonsenseLeavesTheAdvicePending() {
        course.checksIn(FAILS + CANNOT_PASS_URINE)
                .statusCode(201)
                .body("advice", is("pending"))
                .body("emergencyText", containsString("go to the emergency department now"));
        course.checksIn(TALKS_NONSENSE + "\"painBefore\": 4")
                .statusCode(201)
                .body("advice", is("pending"))
                .body("$", not(hasKey("emergencyText")));
    }

    @Test
    void outOfThePracticesHoursAPendingAnswerSaysThatNobodyWatches() {
        practiceIsOpen("[]");

        course.checksIn(HANGS + CANNOT_PASS_URINE)
                .statusCode(201)
                .body("advice", is("pending"))
                .body("emergencyText", containsString("go to the emergency department now"))
                .body("emergencyText", endsWith(CLOSED))
                .body("$", not(hasKey("whileClosed")));
        course.checksIn(FAILS + "\"painBefore\": 4")
                .statusCode(201)
                .body("advice", is("pending"))
                .body("$", not(hasKey("emergencyText")))
                .body("whileClosed", is(CLOSED));
        course.checksIn("\"painBefore\": 4").statusCode(201).body("$", not(hasKey("whileClosed")));
    }

    @Test
    void itSaysSoInThePatientsLanguage() {
        practiceIsOpen("[]");

        reading("es-MX", FAILS + CANNOT_PASS_URINE)
                .body(
                        "emergencyText",
                        endsWith("Nadie lee esto hasta que abra. Si te hace falta ayuda antes, no nos"
                                + " esperes. En una urgencia llama al 999."));
        reading("es", FAILS + "\"painBefore\": 4").body("whileClosed", startsWith("Tu clínica está cerrada."));
        reading("fr", FAILS + "\"painBefore\": 4").body("whileClosed", is(CLOSED));
    }

    @Test
    void inThePracticesHoursAndWhileNobodySaidThemNothingIsSaidOfIt() {
        course.checksIn(FAILS + CANNOT_PASS_URINE)
                .body("emergencyText", endsWith("In an emergency call 999."))
                .body("$", not(hasKey("whileClosed")));

        practiceIsOpen(Stream.of(DayOfWeek.values())
                .map(day -> "{\"day\": \"%s\", \"opens\": \"00:00\", \"closes\": \"24:00\"}"
                        .formatted(day.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ", "[", "]")));
        course.checksIn(FAILS + "\"painBefore\": 4").body("$", not(hasKey("whileClosed")));
        reading("es", FAILS + CANNOT_PASS_URINE)
                .body("emergencyText", endsWith("En una urgencia llama al 999."))
                .body("emergencyText", not(containsString("cerrada")));
    }

    @Test
    void aLateBatchOutOfHoursSaysSoToo() {
        practiceIsOpen("[]");

        as(course.own())
                .body("""
                        {"reports": [{"reportId": "%s", "kind": "symptom_check_in", "painDuringMax": 8, "painBefore": 4,
                          "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "Europe/London"}]}""".formatted(UUID.randomUUID()))
                .post(course.path() + "/reports")
                .then()
                .statusCode(200)
                .body("items[0].receipt.whileClosed", is(CLOSED));
    }

    private ValidatableResponse reading(String language, String more) {
        return as(course.own())
                .header("Accept-Language", language)
                .body("""
                        {"kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "UTC", %s}""".formatted(more))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);
    }

    private void practiceIsOpen(String hours) {
        Course.changing(course.lead(), "/practices/" + course.practice())
                .body("""
                        {"name": "By the park", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999",
                         "hours": %s}""".formatted(hours))
                .put("/practices/{practice}", course.practice())
                .then()
                .statusCode(200);
    }
}
