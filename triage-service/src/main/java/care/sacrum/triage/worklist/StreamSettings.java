package care.sacrum.triage.worklist;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "sacrum.worklist-stream")
interface StreamSettings {

    /// A screen at which a line is under way for longer is let go.
    @WithDefault("30s")
    Duration takenWithin();
}
