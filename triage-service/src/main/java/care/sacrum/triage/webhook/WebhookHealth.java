package care.sacrum.triage.webhook;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says how many webhooks are in trouble. Always up: that is theirs to mend; it is for whoever looks.
@Readiness
@Singleton
class WebhookHealth implements HealthCheck {

    private final Webhooks webhooks;
    private final Sealing sealing;

    WebhookHealth(Webhooks webhooks, Sealing sealing) {
        this.webhooks = webhooks;
        this.sealing = sealing;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("webhooks")
                .up()
                .withData("secrets", sealing.possible() ? "sealed" : "no key: none can be made");
        try {
            var standing = webhooks.standing();
            answer.withData("failing", standing.failing());
            answer.withData("disabledForFailing", standing.disabled());
        } catch (IllegalStateException databaseDoesNotAnswer) {
            answer.withData("failing", "unknown");
        }
        return answer.build();
    }
}
