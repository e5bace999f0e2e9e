package care.sacrum.session.advice;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class AdviceTest {

    private static final String CANNOT_PASS_URINE = """
            "symptoms": [{"code": "urine_cannot_start", "status": "present", "onset": "new"}]""";
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
    void aSessionIsAdvisedOnlyWhereARedFlagIsPresent() {
        course.logs("\"painBefore\": 4").statusCode(201).body("$", not(hasKey("advice")));
        course.logs(CANNOT_PASS_URINE.replace("present", "denied"))
                .statusCode(201)
                .body("$", not(hasKey("advice")));
        course.logs(CANNOT_PASS_URINE).statusCode(201).body("advice.urgency", is("self_care"));
    }

    @Test
    void anEmergencyWaitsForNoTriageThatHangs() {
        long began = System.nanoTime();

        course.checksIn(HANGS + CANNOT_PASS_URINE)
                .statusCode(201)
                .body("advice", is("pending"))
                .body("emergencyText", containsString("go to the emergency department now"))
                .body("emergencyText", containsString("999"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
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
    void aHangingTriageHoldsOnlySoManyRequests() throws Exception {
        long began = System.nanoTime();
        try (var phones = Executors.newFixedThreadPool(100)) {
            var answers = IntStream.range(0, 100)
                    .mapToObj(i -> phones.submit(() -> as(course.own())
                            .body("""
                                    {"kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z",
                                     "observedTimeZone": "UTC", "painDuringMax": 7, "painBefore": 3}""")
                            .put(course.checkIn(UUID.randomUUID()))
                            .then()
                            .statusCode(201)
                            .body("advice", is("pending"))))
                    .toList();
            for (var answer : answers) {
                answer.get();
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
    }
}
