package care.sacrum.triage.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A webhook as it is read; its secret is shown when it is made or rotated, and never again.
///
/// @param state           `active` or `disabled`
/// @param disabledBecause `failed_too_long`, `gone` (it answered 410) or `switched_off`
/// @param failingSince    nothing has arrived since; absent while all is well
/// @param earlierSecretSignsUntil after a rotation, the secret from before signs too until then
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Webhook")
record WebhookView(
        UUID webhookId,
        String url,
        List<String> eventTypes,
        String state,
        Instant createdAt,
        String createdBy,
        Optional<Instant> disabledAt,
        Optional<String> disabledBecause,
        Optional<Instant> failingSince,
        Optional<Instant> earlierSecretSignsUntil,

        @Schema(description = "Shown once: whsec_ and 32 bytes in Base64.")
        Optional<String> secret) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, Optional.empty());
    }

    static WebhookView withItsSecret(Webhook webhook) {
        return of(webhook, Optional.of(webhook.secret().shown()));
    }

    private static WebhookView of(Webhook webhook, Optional<String> secret) {
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.eventTypes(),
                webhook.active() ? "active" : "disabled",
                webhook.createdAt(),
                webhook.createdBy(),
                webhook.disabled().map(Webhook.Disabled::at),
                webhook.disabled().map(Webhook.Disabled::because),
                webhook.failingSince(),
                webhook.earlier().map(Webhook.Earlier::until),
                secret);
    }
}
