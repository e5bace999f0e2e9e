package care.sacrum.triage.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.webhook.Delivery.Attempt;
import care.sacrum.triage.webhook.Delivery.Problem;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushTest {

    private static final Receiver RECEIVER = new Receiver();
    private static Vertx vertx;

    private final String path = "/" + UUID.randomUUID();
    private final List<String> asked = new ArrayList<>();
    private List<InetAddress> leadsTo = List.of();

    @BeforeAll
    static void begin() {
        vertx = Vertx.vertx();
        RECEIVER.start();
    }

    @AfterAll
    static void end() {
        RECEIVER.stop();
        vertx.close();
    }

    @BeforeEach
    void aNameThatNoDnsKnows() throws UnknownHostException {
        leadsTo = List.of(InetAddress.getByName("127.0.0.1"));
    }

    @Test
    void theConnectionGoesToTheVeryAddressThatWasJudged() {
        assertThat(send("http://hook.example:" + Receiver.port() + path, true)).isEqualTo(new Attempt.Arrived(204));

        assertThat(asked).containsExactly("hook.example");
        assertThat(Receiver.at(path)).hasSize(1);
        assertThat(Receiver.at(path).getFirst().header("host")).isEqualTo("hook.example:" + Receiver.port());
    }

    @Test
    void aNameThatLeadsIntoAPrivateNetworkIsRefusedBeforeAnyConnection() {
        assertThat(send("https://hook.example:" + Receiver.port() + path, false))
                .isEqualTo(new Attempt.Failed(Optional.empty(), Problem.PRIVATE_ADDRESS));
        assertThat(send("http://hook.example:" + Receiver.port() + path, false))
                .isEqualTo(new Attempt.Failed(Optional.empty(), Problem.PLAIN_HTTP));
        assertThat(Receiver.at(path)).isEmpty();
    }

    @Test
    void plainHttpIsNeverSpokenToThePublicNetwork() throws UnknownHostException {
        leadsTo = List.of(InetAddress.getByName("203.0.114.1"));

        assertThat(send("http://hook.example" + path, true))
                .isEqualTo(new Attempt.Failed(Optional.empty(), Problem.PLAIN_HTTP));
    }

    @Test
    void aServerThatIsNoneForTlsIsNotSpokenToWithoutIt() {
        assertThat(send("https://hook.example:" + Receiver.port() + path, true)).isInstanceOf(Attempt.Failed.class);
        assertThat(Receiver.at(path)).isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsIsSaidToBeUnknown() {
        leadsTo = List.of();

        assertThat(send("https://hook.example" + path, true))
                .isEqualTo(new Attempt.Failed(Optional.empty(), Problem.UNKNOWN_HOST));
    }

    @Test
    void aRedirectIsNotFollowed() {
        Receiver.answersWith(path, 302);

        assertThat(send(Receiver.url(path), true)).isEqualTo(new Attempt.Failed(Optional.of(302), Problem.STATUS));
        assertThat(Receiver.at("/elsewhere")).isEmpty();
    }

    @Test
    void whoDoesNotAnswerIsHungUpOn() {
        Receiver.answersWith(path, Receiver.HANGS);

        assertThat(send(Receiver.url(path), true)).isEqualTo(new Attempt.Failed(Optional.empty(), Problem.TIMEOUT));
    }

    @Test
    void ofAnAnswerThatNeverEndsOnlyTheStatusIsRead() {
        Receiver.answersWith(path, Receiver.NEVER_ENDS);

        assertThat(send(Receiver.url(path), true)).isEqualTo(new Attempt.Arrived(200));
    }

    @Test
    void whereNobodyListensNothingArrives() {
        assertThat(send("http://127.0.0.1:1" + path, true))
                .isEqualTo(new Attempt.Failed(Optional.empty(), Problem.UNREACHABLE));
    }

    private Attempt send(String url, boolean privateAllowed) {
        var push = new Push(
                vertx,
                new Names() {
                    @Override
                    Optional<List<InetAddress>> addressesOf(String host) {
                        asked.add(host);
                        return leadsTo.isEmpty() ? Optional.empty() : Optional.of(leadsTo);
                    }
                },
                new Settings(privateAllowed));
        try {
            var webhook = new Webhook(
                    new UUID(0, 1),
                    new UUID(0, 2),
                    url,
                    List.of("care.sacrum.triage.*"),
                    new Secret(new byte[] {1}),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Instant.EPOCH,
                    "someone");
            return push.send(webhook, new UUID(0, 3), "{}".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        } finally {
            push.close();
        }
    }
}
