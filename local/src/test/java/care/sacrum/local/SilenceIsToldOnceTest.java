package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.backing.FreePort;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two instances of session-service look for silent patients, and one of them is killed, over real PostgreSQL and
/// Kafka.
class SilenceIsToldOnceTest {

    private static final int PATIENTS = 150;
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SILENT = "care.sacrum.session.patient-silent.v1";
    private static final String BACK = "care.sacrum.session.patient-back.v1";
    private static final String PRACTICE = "/practices/" + DemoIdentities.PRACTICE;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void twoInstancesOfWhichOneIsKilledTellEachSilenceAndEachReturnOnce() throws Exception {
        try (var suite = new RunningSuite(Path.of("..").toRealPath(), data, Ports.free(), null, false)) {
            suite.start(_ -> {});
            var first = suite.service(ServiceName.SESSION);
            var second = suite.another(ServiceName.SESSION, FreePort.any());
            try {
                second.awaitReady(http);
                tellEach(suite, first, second);
            } finally {
                second.stop();
            }
        } finally {
            http.shutdownNow();
        }
    }

    private void tellEach(RunningSuite suite, Service first, Service second) throws Exception {
        var clinician = Tokens.demo(suite.issuerUrl(), DemoIdentities.CLINICIAN);
        put(second, Tokens.demo(suite.issuerUrl(), DemoIdentities.LEAD), PRACTICE, alwaysOpen());
        var patients =
                IntStream.range(0, PATIENTS).mapToObj(_ -> UUID.randomUUID()).toList();

        // Both look every few seconds; whatever the first is doing when it is killed, nobody loses or repeats it.
        enrol(second, clinician, patients, first);
        first.startAgain();
        first.awaitReady(http);
        awaitEach(suite.backing().bootstrapServers(), SILENT, patients);

        report(second, clinician, patients, Duration.ZERO);
        first.kill();
        awaitEach(suite.backing().bootstrapServers(), BACK, patients);
        awaitEach(suite.backing().bootstrapServers(), SILENT, patients);
    }

    private void enrol(Service service, String clinician, List<UUID> patients, Service killed) throws Exception {
        var start = LocalDate.now(ZoneOffset.UTC).minusDays(40);
        inParallel(patients, patient -> {
            put(service, clinician, path(patient), """
                    {"homeTimeZone": "Europe/London"}""");
            put(service, clinician, path(patient) + "/prescriptions/" + UUID.randomUUID(), """
                    {"programme": "gentle-sacral-start", "startDate": "%s", "timesADay": 1, "daysAWeek": 5}""".formatted(start));
            report(service, clinician, patient, Duration.ofDays(9));
            if (patient.equals(patients.get(PATIENTS / 2))) {
                killed.kill();
            }
        });
    }

    private void report(Service service, String clinician, List<UUID> patients, Duration ago) throws Exception {
        inParallel(patients, patient -> report(service, clinician, patient, ago));
    }

    private void report(Service service, String clinician, UUID patient, Duration ago) throws Exception {
        put(service, clinician, path(patient) + "/sessions/" + UUID.randomUUID(), """
                {"kind": "session", "observedAt": "%s", "observedTimeZone": "Europe/London", "painBefore": 1}""".formatted(
                        Instant.now().minus(ago)));
    }

    private static String path(UUID patient) {
        return PRACTICE + "/patients/" + patient;
    }

    private static String alwaysOpen() {
        var hours = IntStream.range(0, 7)
                .mapToObj(day -> "{\"day\": \"%s\", \"opens\": \"00:00\", \"closes\": \"24:00\"}"
                        .formatted(java.time.DayOfWeek.of(day + 1).name().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return """
                {"name": "Test", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999", "hours": %s}""".formatted(hours);
    }

    private void put(Service service, String token, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        // Content that was published just now may take a moment to be known.
        await().atMost(SOON)
                .until(
                        () -> http.send(request, BodyHandlers.discarding()).statusCode(),
                        status -> status == 200 || status == 201);
    }

    /// One of that type of each patient, and no two; by the relay of whichever instance.
    private static void awaitEach(String broker, String type, List<UUID> patients) {
        try (var topic = TestTopic.named("sacrum.session.v1", broker).fromTheBeginning()) {
            await().atMost(SOON)
                    .until(() -> topic.all(message -> message.type().equals(type)).stream()
                                    .map(TestTopic.Message::key)
                                    .distinct()
                                    .count()
                            == patients.size());
            assertThat(topic.all(message -> message.type().equals(type)).stream()
                            .map(message -> message.headers().get("ce_id"))
                            .distinct())
                    .hasSize(patients.size());
        }
    }

    private interface Telling {
        void of(UUID patient) throws Exception;
    }

    private static void inParallel(List<UUID> patients, Telling telling) throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var told = patients.stream()
                    .<Future<?>>map(patient -> threads.submit(() -> {
                        telling.of(patient);
                        return null;
                    }))
                    .toList();
            for (var each : told) {
                each.get();
            }
        }
    }
}
