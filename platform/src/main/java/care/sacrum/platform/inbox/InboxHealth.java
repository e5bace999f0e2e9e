package care.sacrum.platform.inbox;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says of each topic up to when it was taken and how much waits. Always up: a service that is behind answers as well
/// as
/// it can, and says so; it is for whoever looks.
@Readiness
@Singleton
class InboxHealth implements HealthCheck {

    private final ReadProgress progress;

    InboxHealth(ReadProgress progress) {
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("inbox").up();
        progress.followed().forEach(topic -> {
            var taken = progress.of(topic);
            answer.withData(
                    topic + " through",
                    taken.map(known -> known.through().toString()).orElse("unknown"));
            answer.withData(
                    topic + " waiting",
                    taken.map(known -> Long.toString(known.waiting())).orElse("unknown"));
        });
        return answer.build();
    }
}
