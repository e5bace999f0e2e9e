package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What session-service publishes again, as triage-service reads it: from the one's database to the other's.
class HistoryIsPublishedAgainTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PRACTICE = "/practices/" + DemoIdentities.PRACTICE;
    private static final int DAYS = 12;
    private static final List<UUID> PATIENTS =
            IntStream.range(0, 3).mapToObj(n -> named("patient " + n)).toList();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static RunningSuite suite;
    private static HttpClient http;
    private static String clinician;
    private static String lead;

    @BeforeAll
    static void aPracticeHasAHistory() throws Exception {
        http = HttpClient.newHttpClient();
        suite = new RunningSuite(Path.of("..").toRealPath(), data, Ports.free(), null, false);
        suite.start(_ -> {});
        clinician = Tokens.demo(suite.issuerUrl(), DemoIdentities.CLINICIAN);
        lead = Tokens.demo(suite.issuerUrl(), DemoIdentities.LEAD);
        session("PUT", lead, PRACTICE, """
                {"name": "Test", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999"}""", 201);
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        for (var patient : PATIENTS) {
            session("PUT", clinician, path(patient), """
                    {"homeTimeZone": "Europe/London", "birthYear": 1985}""", 201);
            for (var day = DAYS; day > 0; day--) {
                session(
                        "PUT",
                        clinician,
                        path(patient) + "/check-ins/" + named(patient + " " + day),
                        """
                        {"kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                         "painBefore": 5, "symptoms": [{"code": "leg_tingling", "status": "present", "onset": "new"}]}""".formatted(today.minus(day, ChronoUnit.DAYS).plus(9, ChronoUnit.HOURS)),
                        201);
            }
        }
        awaitRead();
    }

    @AfterAll
    static void theSuiteEnds() {
        if (suite != null) {
            suite.close();
        }
        http.shutdownNow();
    }

    @Test
    void whoHasReadItAllNoticesNothing() throws Exception {
        var before = everything();
        var told = toldSoFar();

        var again = publishAgain("{}");

        assertThat(everything()).isEqualTo(before);
        assertThat(again)
                .as("the same events with the same ids")
                .hasSizeGreaterThan(PATIENTS.size() * DAYS)
                .isSubsetOf(told);
    }

    @Test
    void onlyWhatWasAskedForIsToldAgain() throws Exception {
        var patient = PATIENTS.getFirst();

        var again = publishAgain("""
                {"patientId": "%s", "until": "2026-01-01T00:00:00Z"}""".formatted(patient));

        assertThat(again)
                .isNotEmpty()
                .noneMatch(message -> message.contains("symptoms-reported"))
                .allMatch(message -> message.endsWith(DemoIdentities.PRACTICE.toString())
                        || message.endsWith(DemoIdentities.PRACTICE + "/" + patient));
    }

    @Test
    void whoLostItAllHasItBack() throws Exception {
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var reports = reports();
        var evaluations = evaluations(at);
        var found = found();
        assertThat(reports).hasSize(PATIENTS.size() * DAYS);
        assertThat(found).isNotEmpty();

        var triage = suite.service(ServiceName.TRIAGE);
        triage.stop();
        execute("drop owned by current_user");
        triage.startAgain();
        triage.awaitReady(http);
        assertThat(reports()).isEmpty();
        publishAgain("{}");

        assertThat(reports()).isEqualTo(reports);
        assertThat(evaluations(at)).isEqualTo(evaluations);
        assertThat(found()).isEqualTo(found);
    }

    /// Returns when triage has read all of it.
    ///
    /// @return type, id and key of each event that was published again
    private static List<String> publishAgain(String wish) throws Exception {
        try (var topic = TestTopic.named("sacrum.session.v1", suite.backing().bootstrapServers())) {
            var replay = session("POST", lead, PRACTICE + "/replays", wish, 202)
                    .path("replayId")
                    .asText();
            var done = await().atMost(SOON)
                    .until(
                            () -> session("GET", lead, PRACTICE + "/replays/" + replay, "", 200),
                            each -> each.path("status").asText().equals("done"));
            var again = await().atMost(SOON)
                    .until(
                            () -> topic.all(_ -> true),
                            messages -> messages.size() >= done.path("events").intValue());
            awaitRead();
            return words(again);
        }
    }

    private static void awaitRead() {
        var since = Instant.now();
        await().atMost(SOON)
                .until(
                        () -> triage(PRACTICE + "/worklist"),
                        page -> page.path("waiting").asLong(1) == 0
                                && page.has("evaluatedThrough")
                                && Instant.parse(page.path("evaluatedThrough").asText())
                                        .isAfter(since));
    }

    /// All that triage knows, with its own ids: reports, findings with their life, what was said on the stream.
    private static List<String> everything() throws Exception {
        var all = new ArrayList<>(reports());
        for (var patient : PATIENTS) {
            all.add(triage(path(patient) + "/findings").toString());
            all.add(triage(path(patient) + "/trail").toString());
            all.add(triage(path(patient) + "/programme").toString());
        }
        all.addAll(
                query("select number || ' ' || name || ' ' || body from worklist_event order by practice_id, number"));
        return all;
    }

    /// In the order of their fields they may differ.
    private static List<String> reports() throws Exception {
        return query("select patient_id || ' ' || report_id || ' ' || content::jsonb from report order by 1");
    }

    /// What the rules make of it, whoever raised it when.
    private static List<String> found() throws Exception {
        return query("select patient_id || ' ' || rule || ' ' || urgency || ' ' || headline || ' ' || detail"
                + " from raised_finding where supported order by 1");
    }

    private static List<String> evaluations(Instant at) throws Exception {
        var evaluations = new ArrayList<String>();
        for (var patient : PATIENTS) {
            evaluations.add(triage(path(patient) + "/evaluation?at=" + at).toString());
        }
        return evaluations;
    }

    private static List<String> toldSoFar() {
        try (var topic = TestTopic.named("sacrum.session.v1", suite.backing().bootstrapServers())
                .fromTheBeginning()) {
            return words(topic.all(_ -> true));
        }
    }

    private static List<String> words(List<TestTopic.Message> messages) {
        return messages.stream()
                .map(message -> message.type() + " " + message.headers().get("ce_id") + " " + message.key())
                .toList();
    }

    private static List<String> query(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(suite.backing().jdbcUrl("triage"), "triage", "triage");
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private static void execute(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(suite.backing().jdbcUrl("triage"), "triage", "triage");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JsonNode triage(String path) throws Exception {
        return answer("GET", clinician, suite.service(ServiceName.TRIAGE).url() + path, "", 200);
    }

    private static JsonNode session(String method, String token, String path, String body, int expected)
            throws Exception {
        return answer(method, token, suite.service(ServiceName.SESSION).url() + path, body, expected);
    }

    private static JsonNode answer(String method, String token, String where, String body, int expected)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(where))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, where, answer.body())
                .isEqualTo(expected);
        return JSON.readTree(answer.body());
    }

    private static String path(UUID patient) {
        return PRACTICE + "/patients/" + patient;
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
