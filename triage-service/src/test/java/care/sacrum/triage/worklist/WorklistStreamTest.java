package care.sacrum.triage.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.StreamedEvents;
import care.sacrum.triage.live.SessionTopic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class WorklistStreamTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    StreamedEvents events;

    @Inject
    StreamSettings settings;

    @TestHTTPResource("/practices")
    URL practices;

    private final UUID practice = UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();
    private SessionTopic sessions;

    @BeforeEach
    void openTheTopic() {
        sessions = new SessionTopic();
    }

    @AfterEach
    void close() {
        sessions.close();
        http.shutdownNow();
    }

    @Test
    void aScreenHearsOfARedFlagWhenItIsRaised() throws Exception {
        var heard = listen(Tokens.clinician(practice), null);
        await().atMost(SOON).until(() -> heard.contains("event:evaluated"));

        redFlag();

        await().atMost(SOON).until(() -> heard.contains("event:raised"));
        assertThat(heard).noneMatch(line -> line.startsWith("content-type"));
        assertThat(heard).contains("id:1").anyMatch(line -> line.startsWith("data:") && line.contains("ces-bladder"));
        await().atMost(SOON).until(() -> heard.contains("event:held"));
    }

    @Test
    void aScreenThatWasAwayGoesOnWhereItWasWithoutAGap() throws Exception {
        var before = listen(Tokens.clinician(practice), null);
        for (int i = 0; i < 3; i++) {
            redFlag();
        }
        // Each is raised, and puts a programme on hold.
        await().atMost(SOON).until(() -> before.contains("id:6"));

        var after = listen(Tokens.lead(practice), "1");

        await().atMost(SOON).until(() -> after.contains("id:6"));
        assertThat(after.stream().filter(line -> line.startsWith("id:")))
                .containsExactly("id:1", "id:2", "id:3", "id:4", "id:5", "id:6");
    }

    @Test
    void aScreenHearsNothingOfAnotherPractice() throws Exception {
        var elsewhere = UUID.randomUUID();
        var heardElsewhere = listen(elsewhere, Tokens.clinician(elsewhere), null);
        var heard = listen(Tokens.clinician(practice), null);
        await().atMost(SOON).until(() -> heardElsewhere.contains("event:evaluated"));

        redFlag();

        await().atMost(SOON).until(() -> heard.contains("event:raised"));
        assertThat(heardElsewhere).doesNotContain("event:raised");
    }

    @Test
    void aStreamEndsWithItsTokenAndGoesOnWithTheNext() throws Exception {
        var heard = listen(Tokens.clinicianFor(practice, Duration.ofSeconds(5)), null);
        await().atMost(SOON).until(() -> heard.contains("id:0"));

        await().atMost(SOON).until(() -> heard.contains("closed"));
        redFlag();

        var after = listen(Tokens.clinician(practice), "0");
        await().atMost(SOON).until(() -> after.contains("event:raised"));
        assertThat(heard).doesNotContain("event:raised");
        assertThat(heard).doesNotContain("cut");
        assertThat(after).doesNotContain("closed");
    }

    @Test
    void aScreenThatTakesNothingIsLetGoAndGoesOnWhereItWas() throws Exception {
        var heard = new ArrayList<String>();
        try (var stalled = new Socket()) {
            listen(stalled);
            var reader = new BufferedReader(new InputStreamReader(stalled.getInputStream(), StandardCharsets.UTF_8));
            heard.add(reader.readLine());

            // More than any system keeps for a reader.
            lines(300, "x".repeat(100_000));
            await().pollDelay(settings.takenWithin().multipliedBy(3)).until(() -> true);

            // To the end of the answer, or to what should not come any more.
            while (!List.of("0", "id:300").contains(heard.getLast())) {
                heard.add(reader.readLine());
            }
        }
        assertThat(heard).contains("HTTP/1.1 200 OK", "id:0").doesNotContain("id:300");
        var last =
                heard.stream().filter(line -> line.startsWith("id:")).toList().getLast();
        var after = listen(Tokens.clinician(practice), last.substring("id:".length()));
        await().atMost(SOON).until(() -> after.contains("id:300"));
    }

    @Test
    void aScreenThatHangsUpIsNoFaultInTheLog() throws Exception {
        var faults = new CopyOnWriteArrayList<String>();
        var log = new Faults(faults);
        Logger.getLogger("").addHandler(log);
        try {
            try (var leaving = new Socket()) {
                listen(leaving);
                assertThat(leaving.getInputStream().read()).isNotNegative();
                lines(300, "x".repeat(100_000));
                await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                leaving.setSoLinger(true, 0);
            }
            var heard = listen(Tokens.clinician(practice), "299");
            await().atMost(SOON).until(() -> heard.contains("id:300"));

            assertThat(faults).isEmpty();
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
    }

    private static final class Faults extends Handler {
        private final List<String> told;

        Faults(List<String> told) {
            this.told = told;
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()
                    && line.getLoggerName().contains("resteasy")) {
                told.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private void listen(Socket socket) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout((int) SOON.toMillis());
        socket.connect(new InetSocketAddress(practices.getHost(), practices.getPort()));
        socket.getOutputStream()
                .write("""
                        GET /practices/%s/worklist/stream HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Accept: text/event-stream\r
                        \r
                        """.formatted(practice, Tokens.clinician(practice)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aScreenThatWasAwayForLongMissesNoLine() throws Exception {
        lines(1_300, "x");

        var heard = listen(Tokens.clinician(practice), "0");

        await().atMost(SOON).until(() -> heard.contains("id:1300"));
        assertThat(heard.stream().filter(line -> line.startsWith("id:")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 1_300).mapToObj(i -> "id:" + i).toList());
    }

    @Test
    void aStreamIsOpenedOnlyToStaffOfThePractice() throws Exception {
        assertThat(status(Tokens.clinician(UUID.randomUUID()), null)).isEqualTo(404);
        assertThat(status(Tokens.patient("someone"), null)).isEqualTo(403);
        assertThat(status("nonsense", null)).isEqualTo(401);
        assertThat(status(Tokens.clinician(practice), "nonsense")).isEqualTo(422);
    }

    private void lines(int howMany, String text) {
        QuarkusTransaction.requiringNew()
                .run(() -> events.add(IntStream.range(0, howMany)
                        .mapToObj(_ -> new StreamedEvents.New(
                                new PatientKey(practice, new UUID(0, 1)),
                                "raised",
                                "{\"text\": \"%s\"}".formatted(text),
                                Instant.now()))
                        .toList()));
    }

    private void redFlag() {
        sessions.report(
                new PatientKey(practice, UUID.randomUUID()),
                SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "urine_leak", "present"));
    }

    private List<String> listen(String token, String lastEventId) throws Exception {
        return listen(practice, token, lastEventId);
    }

    private List<String> listen(UUID of, String token, String lastEventId) throws Exception {
        var answer = http.send(request(of, token, lastEventId), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        var lines = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (Exception cut) {
                lines.add("cut");
            } finally {
                lines.add("closed");
            }
        });
        return lines;
    }

    private int status(String token, String lastEventId) throws Exception {
        return http.send(request(practice, token, lastEventId), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest request(UUID of, String token, String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(practices + "/" + of + "/worklist/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.build();
    }
}
