package care.sacrum.triage.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String NEXT = "fedcba9876543210fedcba9876543210";

    private final UUID webhook = UUID.randomUUID();
    private final Secret secret = new Secret("thirty-two bytes of a good secret".getBytes());
    private final Sealing sealing = new Sealing(new Keys(Optional.of(KEY), Optional.empty()));

    @Test
    void whatIsSealedOpensAndShowsNothing() {
        var sealed = sealing.seal(webhook, secret);

        assertThat(sealing.open(webhook, sealed).bytes()).isEqualTo(secret.bytes());
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret", "bytes");
        assertThat(sealing.seal(webhook, secret)).isNotEqualTo(sealed);
    }

    @Test
    void itOpensForItsWebhookAloneAndOnlyUntouched() {
        var sealed = sealing.seal(webhook, secret);

        assertThat(sealing.open(UUID.randomUUID(), sealed).readable()).isFalse();
        for (int at = 0; at < sealed.length; at++) {
            var touched = sealed.clone();
            touched[at] ^= 1;
            assertThat(sealing.open(webhook, touched).readable())
                    .as("byte %d", at)
                    .isFalse();
        }
        assertThat(sealing.open(webhook, new byte[0]).readable()).isFalse();
        assertThat(sealing.open(webhook, secret.bytes()).readable()).isFalse();
    }

    @Test
    void afterAChangeOfTheKeyTheOneFromBeforeOpensAndTheNextSeals() {
        var before = sealing.seal(webhook, secret);
        var changed = new Sealing(new Keys(Optional.of(NEXT), Optional.of(KEY)));

        assertThat(changed.open(webhook, before).bytes()).isEqualTo(secret.bytes());
        assertThat(changed.isCurrent(webhook, before)).isFalse();
        var anew = changed.seal(webhook, secret);
        assertThat(changed.isCurrent(webhook, anew)).isTrue();
        assertThat(sealing.open(webhook, anew).readable()).isFalse();
    }

    @Test
    void withoutAKeyNothingIsSealedAndNothingOpens() {
        var none = new Sealing(new Keys(Optional.empty(), Optional.empty()));

        assertThat(none.possible()).isFalse();
        assertThat(none.open(webhook, sealing.seal(webhook, secret)).readable()).isFalse();
        assertThatThrownBy(() -> none.seal(webhook, secret)).isInstanceOf(IllegalStateException.class);
    }

    /// But for its keys, as the other settings.
    private record Keys(Optional<String> key, Optional<String> earlierKey) implements WebhookSettings {

        private static final Settings OTHERS = new Settings(false);

        @Override
        public boolean privateAddressesAllowed() {
            return OTHERS.privateAddressesAllowed();
        }

        @Override
        public String every() {
            return OTHERS.every();
        }

        @Override
        public String tidiedEvery() {
            return OTHERS.tidiedEvery();
        }

        @Override
        public Duration answeredWithin() {
            return OTHERS.answeredWithin();
        }

        @Override
        public Duration firstRetryAfter() {
            return OTHERS.firstRetryAfter();
        }

        @Override
        public Duration longestRetryAfter() {
            return OTHERS.longestRetryAfter();
        }

        @Override
        public Duration givenUpAfter() {
            return OTHERS.givenUpAfter();
        }

        @Override
        public Duration disabledAfter() {
            return OTHERS.disabledAfter();
        }

        @Override
        public Duration earlierSecretSignsFor() {
            return OTHERS.earlierSecretSignsFor();
        }

        @Override
        public Duration kept() {
            return OTHERS.kept();
        }
    }
}
