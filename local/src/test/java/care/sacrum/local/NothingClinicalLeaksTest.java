package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.Issuer;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words that occur nowhere else are planted in requests that are taken, refused and fail, and in records
/// that can not be used. Then they are searched for wherever somebody might look who may not see them.
class NothingClinicalLeaksTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /// All of them begin alike, so that one search finds any of them; the codes stand for what a patient reports.
    private static final String PLANTED = "zqplanted";

    private static final List<String> SECRETS = List.of(PLANTED, "urine_leak", "07700900123");

    @TempDir
    static Path data;

    private static final Ports PORTS = Ports.free();
    private static final UUID PRACTICE = UUID.randomUUID();
    private static final UUID PATIENT = UUID.randomUUID();
    private static final Map<String, String> PROBLEMS = new TreeMap<>();

    /// A trace that a client began, as one with tracing of its own does.
    private static final String TRACE = UUID.randomUUID().toString().replace("-", "");

    private static TraceSink traces;
    private static Issuer issuer;
    private static RunningSuite suite;
    private static HttpClient http;
    private static String clinician;

    @BeforeAll
    static void plant() throws Exception {
        issuer = Issuer.forTests();
        System.setProperty(Tokens.ISSUER_PROPERTY, issuer.url().toString());
        // Durable: only then does PostgreSQL keep the log that an operator would read.
        traces = TraceSink.start();
        suite = new RunningSuite(
                Path.of("..").toRealPath(), data, PORTS, issuer.url(), true, traces.settingsOfWhoeverExports());
        suite.start(_ -> {});
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        clinician = Tokens.clinician(PRACTICE);

        enrol();
        plantWhatIsTaken();
        plantWhatIsRefused();
        plantWhatCanNotBeUsed();
        plantWhatFails();
        askWithPlantedQueries();
        await().atMost(SOON).untilAsserted(() -> assertThat(worklist()).contains("ces-bladder", "unreadable-report"));
    }

    @AfterAll
    static void stop() {
        if (http != null) {
            http.shutdownNow();
        }
        suite.close();
        traces.close();
        issuer.close();
        System.clearProperty(Tokens.ISSUER_PROPERTY);
    }

    @Test
    void noLogHoldsWhatAPatientSaid() throws IOException {
        try (var files = Files.walk(data)) {
            var logs = files.filter(NothingClinicalLeaksTest::isALog).toList();

            assertThat(logs.stream().map(file -> file.getFileName().toString()))
                    .contains("content-service.log", "session-service.log", "triage-service.log")
                    .anyMatch(name -> name.startsWith("postgres-"));
            for (var log : logs) {
                holdsNothing(log.getFileName().toString(), Files.readString(log));
            }
            // What was planted did reach a log, as the code of its reason: else this would search in the wrong place.
            assertThat(Files.readString(data.resolve("logs/triage-service.log")))
                    .contains("dead letter")
                    .contains("malformed-json");
        }
    }

    @Test
    void noKeyAndNoHeaderOfARecordSaysWhatItIsAbout() {
        for (var name :
                List.of("sacrum.content.v1", "sacrum.session.v1", "sacrum.triage.v1", "sacrum.dead-letter.v1")) {
            try (var topic = TestTopic.named(name, suite.backing().bootstrapServers())) {
                var messages = topic.fromTheBeginning().all(message -> true);

                assertThat(messages).as(name).isNotEmpty();
                for (var message : messages) {
                    holdsNothing(name, message.key() + " " + message.headers());
                }
            }
        }
    }

    @Test
    void noNameAndNoFreeTextLeavesItsService() {
        for (var name : List.of("sacrum.session.v1", "sacrum.triage.v1")) {
            try (var topic = TestTopic.named(name, suite.backing().bootstrapServers())) {
                // The record that the test itself wrote, as a broken publisher would have, is not ours.
                var ours = topic.fromTheBeginning()
                        .all(message -> message.headers().containsKey("ce_dataschema"));

                assertThat(ours).as(name).isNotEmpty();
                assertThat(ours)
                        .noneMatch(message -> message.value().contains(PLANTED + "-note"))
                        .noneMatch(message -> message.value().contains(PLANTED + "-name"))
                        .noneMatch(message -> message.value().contains("07700900123"));
            }
        }
    }

    @Test
    void noTraceHoldsWhatAPatientSaidAndWhatAQueryAskedFor() {
        await().atMost(SOON)
                .until(() -> traces.spans().stream()
                        .anyMatch(span -> span.name().equals("GET /practices/{practice}/patients/{patient}/history")));
        assertThat(traces.spans()).extracting(TraceSink.Span::service).contains("session-service", "triage-service");
        holdsNothing("a trace", traces.everythingReceived());
    }

    @Test
    void oneTraceGoesThroughHttpOutboxKafkaAndTriage() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(traces.spans().stream()
                                .filter(span -> span.trace().equals(TRACE))
                                .map(span -> span.service() + ": " + span.name()))
                        .contains(
                                "session-service: PUT /practices/{practice}/patients/{patient}/check-ins/{report}",
                                "triage-service: POST /assessments",
                                "triage-service: process sacrum.session.v1"));
        for (var name : List.of("sacrum.session.v1", "sacrum.triage.v1")) {
            try (var topic = TestTopic.named(name, suite.backing().bootstrapServers())) {
                topic.fromTheBeginning()
                        .next(
                                message -> message.headers()
                                        .getOrDefault("traceparent", "")
                                        .startsWith("00-" + TRACE + "-"),
                                SOON);
            }
        }
    }

    @Test
    void noMetricAndNoHealthAnswerCountsByWhatAPatientSaid() throws Exception {
        for (var service : suite.services()) {
            for (var path : List.of("/q/metrics", "/q/health")) {
                var answer = http.send(
                        HttpRequest.newBuilder(service.url().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isNotBlank();
                holdsNothing(service.name().module() + path, answer.body());
                assertThat(answer.body()).doesNotContain(PATIENT.toString(), PRACTICE.toString());
            }
        }
    }

    @Test
    void noProblemRepeatsWhatWasSent() {
        assertThat(PROBLEMS).hasSizeGreaterThan(8);
        PROBLEMS.forEach(NothingClinicalLeaksTest::holdsNothing);
    }

    @Test
    void postgresKeepsTheRowOfAFailedStatementToItself() throws Exception {
        try (var connection = DriverManager.getConnection(suite.backing().jdbcUrl("session"), "session", "session");
                var statement = connection.createStatement()) {
            for (var setting : Map.of("log_error_verbosity", "terse", "log_min_error_statement", "panic")
                    .entrySet()) {
                try (var found = statement.executeQuery("show " + setting.getKey())) {
                    found.next();
                    assertThat(found.getString(1)).as(setting.getKey()).isEqualTo(setting.getValue());
                }
            }
        }
    }

    private static void enrol() throws Exception {
        mustBe(201, put(Tokens.lead(PRACTICE), "/practices/" + PRACTICE, """
            {"name": "Test", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999"}\
            """));
        mustBe(201, put(clinician, patient(), """
            {"subject": "%s", "homeTimeZone": "Europe/London", "language": "en", "birthYear": 1985, "sex": "female",
             "riskFactors": [], "baselineConditions": [], "alreadyUnderCareOf": [], "status": "active"}\
            """.formatted(PATIENT)));
    }

    private static void plantWhatIsTaken() throws Exception {
        mustBe(201, put(clinician, patient() + "/contact", """
            {"name": "%1$s-name", "telephone": "07700900123", "email": "%1$s@example.org"}\
            """.formatted(PLANTED)));
        mustBe(201, put(clinician, session(UUID.randomUUID()), report("session", """
            "freeTextNote": "%1$s-note", "painBefore": "%1$s-pain", "mood": "%1$s-mood",
            "symptoms": [{"code": "%1$s-code", "status": "present"}]\
            """.formatted(PLANTED))));
        mustBe(201, putInATrace(clinician, checkIn(UUID.randomUUID()), redFlag()));
    }

    private static void askWithPlantedQueries() throws Exception {
        for (var query : List.of("?limit=" + PLANTED, "?from=2026-01-01&note=" + PLANTED)) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + PORTS.session() + patient() + "/history" + query))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + clinician)
                    .build();
            http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void plantWhatIsRefused() throws Exception {
        var id = UUID.randomUUID();
        var kept = report("session", "\"freeTextNote\": \"" + PLANTED + "-note-kept\"");
        mustBe(201, put(clinician, session(id), kept));
        var elsewhere = Tokens.clinician(UUID.randomUUID());
        for (var token : List.of(clinician, elsewhere, Tokens.operator(), Tokens.patient("someone"), "not-a-token")) {
            refused(put(token, session(id), report("session", "\"freeTextNote\": \"" + PLANTED + "-other\"")));
            refused(put(token, session(UUID.randomUUID()), "{\"freeTextNote\": \"" + PLANTED + "\", "));
            put(token, session(UUID.randomUUID()), report(PLANTED + "-kind", "\"painBefore\": 4"));
            refused(put(
                    token,
                    session(UUID.randomUUID()),
                    "{\"kind\": \"session\", \"observedAt\": \"" + PLANTED + "-time\"}"));
            refused(put(token, patient(), "{\"sex\": \"" + PLANTED + "\", \"status\": \"" + PLANTED + "\"}"));
            refused(put(token, patient() + "/contact", "{\"name\": 4, \"telephone\": \"" + PLANTED + "\"}"));
        }
        // Refused before the path is read.
        refused(put(
                clinician,
                session(UUID.randomUUID()),
                report("session", "\"freeTextNote\": \"" + PLANTED.repeat(9_000) + "\"")));
    }

    /// A publisher that broke: the record is kept as a dead letter, and a person is told.
    private static void plantWhatCanNotBeUsed() {
        try (var topic = TestTopic.named("sacrum.session.v1", suite.backing().bootstrapServers())) {
            for (var value : List.of(
                    "{\"report\": {\"freeTextNote\": \"" + PLANTED + "-poison\", ",
                    "{\"practiceId\": \"" + PLANTED + "\", \"report\": {\"painBefore\": \"" + PLANTED + "\"}}")) {
                topic.send(
                        PRACTICE + "/" + PATIENT,
                        value,
                        Map.of(
                                "ce_type",
                                "care.sacrum.session.completed.v1",
                                "ce_id",
                                UUID.randomUUID().toString()));
            }
        }
    }

    private static void plantWhatFails() throws Exception {
        suite.backing().stopPostgres();
        try {
            refused(put(clinician, checkIn(UUID.randomUUID()), redFlag()));
            refused(put(clinician, patient() + "/contact", "{\"name\": \"" + PLANTED + "-name-again\"}"));
        } finally {
            suite.backing().startPostgres();
        }
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            int status = put(clinician, checkIn(UUID.randomUUID()), redFlag()).statusCode();
            assertThat(status).isEqualTo(201);
        });
    }

    private static String redFlag() {
        return report("symptom_check_in", """
            "freeTextNote": "%s-note-too",
            "symptoms": [{"code": "urine_leak", "status": "present", "onset": "new"}]\
            """.formatted(PLANTED));
    }

    private static String report(String kind, String fields) {
        return """
            {"kind": "%s", "observedAt": "%s", "observedTimeZone": "Europe/London", %s}\
            """.formatted(kind, Instant.now().minusSeconds(60), fields);
    }

    private static String patient() {
        return "/practices/" + PRACTICE + "/patients/" + PATIENT;
    }

    private static String session(UUID id) {
        return patient() + "/sessions/" + id;
    }

    private static String checkIn(UUID id) {
        return patient() + "/check-ins/" + id;
    }

    private static HttpResponse<String> put(String token, String path, String body) throws Exception {
        return http.send(putting(token, path, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> putInATrace(String token, String path, String body) throws Exception {
        return http.send(
                putting(token, path, body)
                        .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder putting(String token, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORTS.session() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
    }

    private static void mustBe(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        PROBLEMS.put(
                PROBLEMS.size() + " " + answer.statusCode() + " " + answer.uri().getPath(),
                answer.headers().map() + " " + answer.body());
    }

    private static String worklist() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + PORTS.triage() + "/practices/" + PRACTICE + "/worklist"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + clinician)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static boolean isALog(Path file) {
        return Files.isRegularFile(file)
                && Pattern.matches(
                        ".*\\.(log|out)(\\.\\d+)?", file.getFileName().toString())
                && !file.toString().contains("kafka");
    }

    private static void holdsNothing(String where, String text) {
        var searched = text.toLowerCase(Locale.ROOT);
        for (var secret : SECRETS) {
            int at = searched.indexOf(secret);
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 60)))
                    .as("%s holds %s", where, secret)
                    .isEmpty();
        }
    }
}
