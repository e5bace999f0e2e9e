package care.sacrum.triage.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretTest {

    /// The convention's own example.
    @Test
    void aSignatureIsThatOfTheConvention() {
        var secret = new Secret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(secret.shown()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void aSecretIsNotPrinted() {
        assertThat(new Secret(new byte[32])).hasToString("whsec_…");
    }

    @Test
    void afterARotationBothSignUntilTheEarlierOneIsOver() {
        var until = Instant.parse("2026-02-06T18:00:00Z");
        var before = new Secret(new byte[] {1});
        var after = new Secret(new byte[] {2});
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var webhook = new Webhook(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        "https://hook.example",
                        List.of("care.sacrum.triage.*"),
                        before,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH,
                        "someone")
                .rotated(after, until);

        var within = until.minusSeconds(1);
        assertThat(webhook.signatures("id", within, body))
                .isEqualTo(after.sign("id", within.getEpochSecond(), body) + " "
                        + before.sign("id", within.getEpochSecond(), body));
        assertThat(webhook.signatures("id", until, body)).isEqualTo(after.sign("id", until.getEpochSecond(), body));
    }
}
