package care.sacrum.triage.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "sacrum.webhooks")
interface WebhookSettings {

    /// Whether a webhook may be of a private, loopback or link-local address, and there speak plain HTTP. For
    /// tests and the embedded run.
    @WithDefault("false")
    boolean privateAddressesAllowed();

    /// What seals the secrets in the database, 32 characters at least. Absent: no webhook can be made or given
    /// another secret.
    Optional<@Size(min = 32) String> key();

    /// The one from before: it opens what it sealed, which is sealed anew at the start.
    Optional<@Size(min = 32) String> earlierKey();

    /// How often it is looked what is due.
    @WithDefault("1s")
    String every();

    @WithDefault("10m")
    String tidiedEvery();

    /// From when it begins to connect to the status received.
    @WithDefault("10s")
    Duration answeredWithin();

    @WithDefault("5s")
    Duration firstRetryAfter();

    @WithDefault("8h")
    Duration longestRetryAfter();

    /// After that, a delivery waits for somebody who replays it.
    @WithDefault("3d")
    Duration givenUpAfter();

    /// A webhook at which nothing arrived for so long is disabled.
    @WithDefault("5d")
    Duration disabledAfter();

    /// How long the secret from before a rotation signs too.
    @WithDefault("24h")
    Duration earlierSecretSignsFor();

    /// How long deliveries are listed and can be replayed.
    @WithDefault("14d")
    Duration kept();
}
