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

    WebhookHealth(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("webhooks").up();
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
