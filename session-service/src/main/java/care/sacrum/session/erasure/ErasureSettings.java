package care.sacrum.session.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long others hold what was erased here; said in the answer, so set it to what is true.
@ConfigMapping(prefix = "sacrum.erasure")
interface ErasureSettings {

    /// How long Kafka keeps events.
    @WithDefault("35d")
    Duration topicsKept();

    /// How long the operator keeps backups of the databases.
    @WithDefault("35d")
    Duration backupsKept();
}
