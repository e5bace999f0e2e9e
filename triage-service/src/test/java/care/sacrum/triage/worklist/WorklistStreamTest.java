package care.sacrum.triage.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class WorklistStreamTest {

    private static final Duration SOON = Duration.ofSeconds(30);

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
                .containsExactly("id:2", "id:3", "id:4", "id:5", "id:6");
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
    void aStreamIsOpenedOnlyToStaffOfThePractice() throws Exception {
        assertThat(status(Tokens.clinician(UUID.randomUUID()), null)).isEqualTo(404);
        assertThat(status(Tokens.patient("someone"), null)).isEqualTo(403);
        assertThat(status("nonsense", null)).isEqualTo(401);
        assertThat(status(Tokens.clinician(practice), "nonsense")).isEqualTo(422);
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
            } catch (Exception closed) {
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
