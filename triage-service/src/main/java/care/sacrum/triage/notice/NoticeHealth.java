package care.sacrum.triage.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says whether e-mails leave, and how long the oldest has waited. Always up: the worklist works without them; it is
/// for
/// whoever looks.
@Readiness
@Singleton
class NoticeHealth implements HealthCheck {

    private final Letters letters;
    private final NoticeSettings settings;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    NoticeHealth(Letters letters, NoticeSettings settings, MeterRegistry metrics, InstantSource clock) {
        this.letters = letters;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("sacrum.notices.oldest.waiting.seconds", this, NoticeHealth::oldestSeconds)
                .description("Age of the oldest e-mail that was not sent yet; not a number while unknown")
                .register(metrics);
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("notices")
                .up()
                .withData("smtp", settings.smtpHost().isPresent() ? "configured" : "not configured: no e-mail is sent");
        try {
            var standing = letters.standing(clock.instant());
            answer.withData("waiting", standing.waiting());
            answer.withData("oldestWaitingSeconds", seconds(standing));
            answer.withData("givenUpLately", standing.givenUp());
        } catch (IllegalStateException databaseDoesNotAnswer) {
            answer.withData("waiting", "unknown");
        }
        return answer.build();
    }

    private long seconds(Letters.Standing standing) {
        return standing.oldest()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }

    private double oldestSeconds() {
        try {
            return seconds(letters.standing(clock.instant()));
        } catch (IllegalStateException databaseDoesNotAnswer) {
            return Double.NaN;
        }
    }
}
