package care.sacrum.session.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long an invitation is good, and how often somebody may be wrong.
@ConfigMapping(prefix = "sacrum.invitation")
interface InvitationSettings {

    @WithDefault("14d")
    Duration validFor();

    /// So many refused codes of one signed-in person, within [#refusedWithin], and no further one is looked at.
    @WithDefault("10")
    int refusedAtMost();

    @WithDefault("1h")
    Duration refusedWithin();
}
