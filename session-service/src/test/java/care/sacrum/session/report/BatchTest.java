package care.sacrum.session.report;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class BatchTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String RED_FLAG = """
            "symptoms": [{"code": "urine_cannot_start", "status": "present", "onset": "new"}]""";

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void fiveHundredLateSessionsAreKeptAndToldInTheirOrder() {
        var ids = Stream.generate(UUID::randomUUID).limit(500).toList();

        var receipt = send(ids.stream()
                        .map(id -> session(id, "\"painBefore\": 4"))
                        .toList())
                .statusCode(200)
                .body("created", is(500))
                .body("alreadyThere", is(0))
                .body("conflicts", is(0))
                .body("refused", is(0))
                .extract();

        assertThat(receipt.<List<String>>path("items.reportId"))
                .isEqualTo(ids.stream().map(UUID::toString).toList());
        assertThat(receipt.<String>path("items[7].receipt.localDay")).isEqualTo("2026-02-05");
        List<String> told;
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            var last =
                    topic.next(message -> message.value().contains(ids.getLast().toString()), SOON);
            assertThat(Contracts.faults(last.type(), last.value())).isEmpty();
            told =
                    topic
                            .all(message -> course.key().equals(message.key())
                                    && message.type().equals(last.type()))
                            .stream()
                            .map(message -> message.headers().get("ce_subject"))
                            .toList();
        }
        assertThat(told).isEqualTo(ids.stream().map(id -> "report/" + id).toList());
    }

    @Test
    void whatIsNoReportTakesNothingFromTheOthers() {
        var good = UUID.randomUUID();
        var bad = UUID.randomUUID();

        send(
                        session(good, "\"painBefore\": 11"),
                        "{\"reportId\": \"" + bad + "\", \"kind\": \"mood\"}",
                        "{\"kind\": \"session\", \"observedAt\": \"2026-02-05T18:00:00Z\"}",
                        "7",
                        "null")
                .statusCode(200)
                .body("created", is(1))
                .body("refused", is(4))
                .body("items[0].result", is("created"))
                .body("items[0].receipt.setAside[0].field", is("painBefore"))
                .body("items[1].reportId", is(bad.toString()))
                .body("items[1].result", is("refused"))
                .body("items[1].problem.status", is(422))
                .body("items[1].problem.errors.field", hasSize(2))
                .body("items[2].problem.errors[0].field", is("reportId"))
                .body("items[2]", not(hasKey("reportId")))
                .body("items[3].problem.errors[0].why", is("a report must be one JSON object"))
                .body("items[4].result", is("refused"));
        as(course.own()).get(course.session(good)).then().statusCode(200);
        as(course.own()).get(course.session(bad)).then().statusCode(404);
    }

    @Test
    void aBatchThatAClinicianTypesInIsOnBehalfExceptForWhatWasThereBefore() {
        var own = UUID.randomUUID();
        var typedIn = UUID.randomUUID();
        send(session(own, "\"painBefore\": 4")).statusCode(200);

        as(course.clinician())
                .body("{\"reports\": [%s, %s]}"
                        .formatted(session(own, "\"painBefore\": 4"), session(typedIn, "\"painBefore\": 5")))
                .post(course.path() + "/reports")
                .then()
                .statusCode(200)
                .body("items.result", contains("already_there", "created"));

        as(course.own()).get(course.session(own)).then().body("$", not(hasKey("onBehalf")));
        as(course.own()).get(course.session(typedIn)).then().body("onBehalf", is(true));
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            var told = topic.next(message -> message.value().contains(typedIn.toString()), SOON);
            assertThat(Contracts.faults(told.type(), told.value())).isEmpty();
            assertThat(Contracts.json(told.value())
                            .path("report")
                            .path("onBehalf")
                            .booleanValue())
                    .isTrue();
        }
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        var id = UUID.randomUUID();
        var first =
                send(session(id, "\"painBefore\": 4")).statusCode(200).extract().path("items[0].receipt");

        assertThat(send(session(id, "\"painBefore\": 4.0"))
                        .body("alreadyThere", is(1))
                        .body("items[0].result", is("already_there"))
                        .extract()
                        .<Object>path("items[0].receipt"))
                .isEqualTo(first);
    }

    @Test
    void aReportSentAloneBeforeIsTheSameInABatch() {
        var id = UUID.randomUUID();
        course.logs(id, "\"painBefore\": 4").statusCode(201);

        send(session(id, "\"painBefore\": 4")).body("items[0].result", is("already_there"));
        course.logs(id, "\"painBefore\": 4").statusCode(200);
        send(session(id, "\"painBefore\": 5"))
                .body("conflicts", is(1))
                .body("items[0].problem.type", is("/problems/id-already-used"));
    }

    @Test
    void anIdTwiceInABatchIsKeptOnce() {
        var id = UUID.randomUUID();

        send(session(id, "\"painBefore\": 4"), session(id, "\"painBefore\": 4"), session(id, "\"painBefore\": 5"))
                .body("items[0].result", is("created"))
                .body("items[1].result", is("already_there"))
                .body("items[2].result", is("conflict"));
        as(course.own()).get(course.session(id)).then().body("painBefore", is(4));
    }

    @Test
    void theIdOfAnotherPatientsReportIsAConflictThatTellsNotWhose() {
        var other = course.withAnotherPatient();
        var id = UUID.randomUUID();
        course.logs(id, "\"painBefore\": 4").statusCode(201);

        as(other.own())
                .body(batch(List.of(session(id, "\"painBefore\": 4"))))
                .post(other.path() + "/reports")
                .then()
                .body("items[0].result", is("conflict"))
                .body(
                        "items[0].problem.detail",
                        not(containsString(course.patient().toString())));
    }

    @Test
    void aClockThatWasOffIsPutRightForTheWholeBatch() {
        var hourAhead = Instant.now().plusSeconds(3600);
        var own = UUID.randomUUID();
        var batch = UUID.randomUUID();

        as(course.own())
                .body("""
                        {"sentAt": "%s", "reports": [
                          {"reportId": "%s", "kind": "session", "observedAt": "%s", "observedTimeZone": "Etc/UTC"},
                          {"reportId": "%s", "kind": "session", "observedAt": "%s", "observedTimeZone": "Etc/UTC",
                           "sentAt": "%s"}]}""".formatted(hourAhead, batch, hourAhead, own, hourAhead, hourAhead.minusSeconds(3600)))
                .post(course.path() + "/reports")
                .then()
                .body("created", is(2))
                .body("items[0].receipt.dateUncertain", is(false))
                .body("items[1].receipt.dateUncertain", is(true));
    }

    @Test
    void aCorrectionAndWhatItCorrectsMayComeTogether() {
        var wrong = UUID.randomUUID();
        var correction = UUID.randomUUID();

        send(session(wrong, "\"painBefore\": 9"), """
                        {"reportId": "%s", "kind": "correction", "corrects": "%s",
                         "observedAt": "2026-02-05T18:00:00Z", "painBefore": 4}""".formatted(correction, wrong))
                .body("created", is(2))
                .body("items[1].receipt.kind", is("correction"));
        as(course.own()).get(course.checkIn(correction)).then().body("corrects", is(wrong.toString()));
    }

    @Test
    void aRedFlagInABatchIsAdvisedAtOnceAndAPlainSessionIsNot() {
        send(session(UUID.randomUUID(), ""), session(UUID.randomUUID(), RED_FLAG))
                .body("items[0].receipt", not(hasKey("advice")))
                .body("items[1].receipt.advice.urgency", is("self_care"))
                .body("items[1].receipt.advice.bearer", is(true));
    }

    @Test
    void triageIsAskedAboutTheNewestThreeAndTheOthersCarryTheEmergencyText() {
        var reports = IntStream.range(0, 5)
                .mapToObj(day -> "{\"reportId\": \"" + UUID.randomUUID()
                        + "\", \"kind\": \"session\", \"observedAt\": \"2026-02-0" + (day + 1) + "T18:00:00Z\", "
                        + RED_FLAG + "}")
                .toList();

        send(reports)
                .body("items[0].receipt.advice", is("pending"))
                .body("items[0].receipt.emergencyText", containsString("emergency department"))
                .body("items[1].receipt.advice", is("pending"))
                .body("items[2].receipt.advice.urgency", is("self_care"))
                .body("items[4].receipt.advice.urgency", is("self_care"));
    }

    @Test
    void aTriageThatHangsIsAskedOnce() {
        var reports = Stream.generate(() -> session(UUID.randomUUID(), "\"painDuringMax\": 7, " + RED_FLAG))
                .limit(20)
                .toList();
        var begin = System.nanoTime();

        send(reports)
                .body("created", is(20))
                .body("items.findAll { it.receipt.advice == 'pending' }", hasSize(20))
                .body("items.findAll { it.receipt.emergencyText != null }", hasSize(20));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void batchesThatShareIdsMeetWithoutLossOrFault() throws Exception {
        var ids = Stream.generate(UUID::randomUUID).limit(100).toList();
        var forwards = ids.stream().map(id -> session(id, "\"painBefore\": 4")).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> there =
                    () -> send(forwards).statusCode(200).extract().path("created");
            Callable<Integer> back =
                    () -> send(forwards.reversed()).statusCode(200).extract().path("created");

            int created = 0;
            for (var each : threads.invokeAll(List.of(there, back, there, back))) {
                created += each.get();
            }
            assertThat(created).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{}", "{\"reports\": []}", "{\"reports\": {}}"})
    void whatIsNoBatchIsRefusedWhole(String body) {
        as(course.own())
                .body(body)
                .post(course.path() + "/reports")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void whatADeviceSaysBesideTheReportsIsNamedAndRefusesNone() {
        as(course.own())
                .body("{\"appVersion\": \"3.1.0\", \"reports\": [" + session(UUID.randomUUID(), RED_FLAG) + "]}")
                .post(course.path() + "/reports")
                .then()
                .statusCode(200)
                .body("created", is(1))
                .body("setAside.field", contains("appVersion"));
        send(session(UUID.randomUUID(), "")).body("$", not(hasKey("setAside")));
    }

    @Test
    void moreThanFiveHundredAreRefused() {
        send(Stream.generate(() -> session(UUID.randomUUID(), "")).limit(501).toList())
                .statusCode(422)
                .body("errors[0].why", containsString("1 to 500"));
    }

    @Test
    void aBatchMayBeLargerThanAReportButNotThanFourMebibytes() {
        var words = "\"freeTextNote\": \"" + "x".repeat(1_900) + "\"";
        send(Stream.generate(() -> session(UUID.randomUUID(), words)).limit(100).toList())
                .statusCode(200)
                .body("created", is(100));

        as(course.own())
                .body("{\"reports\": [\"" + "x".repeat(4_200_000) + "\"]}")
                .post(course.path() + "/reports")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("more than the 4194304 bytes"));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        as(course.own())
                .body("{\"reports\": [")
                .post(course.path() + "/reports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void onlyThePatientAndTheCliniciansOfThePracticeMaySend() {
        var body = batch(List.of(session(UUID.randomUUID(), "")));
        var address = course.path() + "/reports";

        as(course.clinician()).body(body).post(address).then().statusCode(200);
        as(course.lead()).body(body).post(address).then().statusCode(403);
        as(Tokens.patient("somebody-else")).body(body).post(address).then().statusCode(404);
        as(Course.begin().clinician()).body(body).post(address).then().statusCode(404);
        as(course.clinician())
                .body(body)
                .post("/practices/" + course.practice() + "/patients/" + UUID.randomUUID() + "/reports")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse send(String... reports) {
        return send(List.of(reports));
    }

    private ValidatableResponse send(List<String> reports) {
        return as(course.own())
                .body(batch(reports))
                .post(course.path() + "/reports")
                .then();
    }

    private static String batch(List<String> reports) {
        return "{\"reports\": [" + String.join(", ", reports) + "]}";
    }

    private static String session(UUID id, String more) {
        return """
                {"reportId": "%s", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                 "observedTimeZone": "Europe/London"%s}""".formatted(id, more.isEmpty() ? "" : ", " + more);
    }
}
