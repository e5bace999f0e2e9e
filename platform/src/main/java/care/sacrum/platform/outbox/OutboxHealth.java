package care.sacrum.platform.outbox;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says the age of the oldest unsent event. Always up: reports are taken while Kafka is down, so a full outbox must not
/// take the service out of rotation; it is for whoever looks.
@Readiness
@Singleton
class OutboxHealth implements HealthCheck {

    private final OutboxAge age;

    OutboxHealth(OutboxAge age) {
        this.age = age;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("outbox").up();
        age.ofOldestUnsent()
                .ifPresentOrElse(
                        oldest -> answer.withData("oldestUnsentSeconds", oldest.toSeconds()),
                        () -> answer.withData("oldestUnsentSeconds", "unknown"));
        return answer.build();
    }
}
