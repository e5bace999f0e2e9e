package care.sacrum.session.replay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How fast the past is told again; every bound of it is here.
@ConfigMapping(prefix = "sacrum.replay")
interface ReplaySettings {

    /// Off on an instance that shall not do this work; requests are still taken, for another.
    @WithDefault("true")
    boolean enabled();

    /// Events put in the outbox in one transaction.
    @WithDefault("500")
    int batch();

    /// Of one replay, however many instances there are.
    @WithDefault("1000")
    int eventsASecond();

    /// While more events than this wait in the outbox the past waits too: what happens now goes first.
    @WithDefault("1000")
    int mostUnsent();

    /// How soon a request is found, and how long a pause lasts.
    @WithDefault("500ms")
    Duration poll();
}
