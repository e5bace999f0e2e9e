package care.sacrum.triage.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "sacrum.notices")
interface NoticeSettings {

    /// The server that takes e-mails. Absent: none is sent, and health says so.
    Optional<String> smtpHost();

    /// Whom an e-mail is from.
    @WithDefault("sacrum@localhost")
    String from();

    /// Where the practice's worklist is to be seen; `{practice}` stands for its id.
    @WithDefault("http://localhost:8083/practices/{practice}/worklist")
    String worklistUrl();

    /// How often letters are made and sent.
    @WithDefault("2s")
    String every();

    /// After an e-mail, the next one to the same person about the same level comes no sooner.
    @WithDefault("5m")
    Duration pause();

    @WithDefault("10s")
    Duration firstRetryAfter();

    @WithDefault("15m")
    Duration longestRetryAfter();

    /// From the making of a letter on.
    @WithDefault("24h")
    Duration givenUpAfter();
}
