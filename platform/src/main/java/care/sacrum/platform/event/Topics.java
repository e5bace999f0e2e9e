package care.sacrum.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/// The four topics of the suite. They are made explicitly, by whichever service comes first; a broker that makes topics
/// on its own would give them one partition and a week.
public final class Topics {

    public static final String CONTENT = "sacrum.content.v1";
    public static final String SESSION = "sacrum.session.v1";
    public static final String TRIAGE = "sacrum.triage.v1";
    public static final String DEAD_LETTER = "sacrum.dead-letter.v1";

    private static final List<String> ALL = List.of(CONTENT, SESSION, TRIAGE, DEAD_LETTER);
    private static final int PARTITIONS = 12;
    private static final Duration KEPT = Duration.ofDays(35);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private Topics() {}

    /// Makes those that are missing and leaves the others as they are.
    ///
    /// @throws TimeoutException when Kafka does not answer
    public static void ensure(Admin kafka) throws InterruptedException, TimeoutException {
        var settings = Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(KEPT.toMillis()),
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE);
        var wanted = ALL.stream()
                .map(name -> new NewTopic(name, java.util.Optional.of(PARTITIONS), java.util.Optional.empty())
                        .configs(settings))
                .toList();
        for (var made : kafka.createTopics(wanted).values().values()) {
            try {
                made.get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("A topic could not be made", e.getCause());
                }
            }
        }
    }
}
