package care.sacrum.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the relay works through the outbox; every bound of it is here.
@ConfigMapping(prefix = "sacrum.outbox")
interface RelaySettings {

    /// Off only where another instance relays for sure.
    @WithDefault("true")
    boolean relay();

    /// What `ce_source` says.
    String source();

    /// Rows read and sent at once.
    @WithDefault("500")
    int batch();

    /// How soon a row is found that nobody woke the relay for.
    @WithDefault("100ms")
    Duration poll();

    /// How long Kafka may take to acknowledge a batch before the relay starts over with it.
    @WithDefault("30s")
    Duration acknowledgedWithin();

    /// The longest pause after repeated failure; the first is a tenth of a second.
    @WithDefault("5s")
    Duration longestPause();
}
