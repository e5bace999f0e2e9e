package care.sacrum.triage.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where a practice's events are pushed.
///
/// @param eventTypes      whole types, or all of a service: `care.sacrum.triage.*`
/// @param earlier         signs too for a while after a rotation
/// @param disabled        absent while it is active
/// @param failingSince    nothing has arrived since; absent while all is well
record Webhook(
        UUID id,
        UUID practice,
        String url,
        List<String> eventTypes,
        Secret secret,
        Optional<Earlier> earlier,
        Optional<Disabled> disabled,
        Optional<Instant> failingSince,
        Instant createdAt,
        String createdBy) {

    static final String FAILED_TOO_LONG = "failed_too_long";
    static final String GONE = "gone";
    static final String SWITCHED_OFF = "switched_off";

    record Earlier(Secret secret, Instant until) {}

    /// @param because `failed_too_long`, `gone` (it answered 410) or `switched_off`
    record Disabled(Instant at, String because) {}

    boolean active() {
        return disabled.isEmpty();
    }

    /// Whether what it signs with can be read.
    boolean signs() {
        return secret.readable();
    }

    boolean wants(String type) {
        return eventTypes.stream()
                .anyMatch(wanted -> wanted.endsWith("*")
                        ? type.startsWith(wanted.substring(0, wanted.length() - 1))
                        : wanted.equals(type));
    }

    /// The header `webhook-signature`: by the secret, and by the one before it while that still signs.
    String signatures(String id, Instant at, byte[] body) {
        return String.join(
                " ",
                Stream.concat(
                                Stream.of(secret),
                                earlier.filter(one -> one.until().isAfter(at)).map(Earlier::secret).stream())
                        .filter(Secret::readable)
                        .map(one -> one.sign(id, at.getEpochSecond(), body))
                        .toList());
    }

    Webhook changed(String newUrl, List<String> newTypes, boolean wanted, Instant at) {
        var state =
                wanted ? Optional.<Disabled>empty() : disabled.or(() -> Optional.of(new Disabled(at, SWITCHED_OFF)));
        return new Webhook(
                id,
                practice,
                newUrl,
                List.copyOf(newTypes),
                secret,
                earlier,
                state,
                wanted && !active() ? Optional.empty() : failingSince,
                createdAt,
                createdBy);
    }

    Webhook rotated(Secret next, Instant earlierUntil) {
        return new Webhook(
                id,
                practice,
                url,
                eventTypes,
                next,
                Optional.of(new Earlier(secret, earlierUntil)),
                disabled,
                failingSince,
                createdAt,
                createdBy);
    }

    /// What an attempt leaves behind on the webhook itself.
    Webhook after(Delivery.Attempt attempt, Instant at, Duration disabledAfter) {
        return switch (attempt) {
            case Delivery.Attempt.Arrived _ -> with(Optional.empty(), disabled);
            case Delivery.Attempt.Failed failed -> {
                var since = failingSince.orElse(at);
                boolean gone = failed.status().filter(status -> status == 410).isPresent();
                boolean tooLong = !since.plus(disabledAfter).isAfter(at);
                yield with(
                        Optional.of(since),
                        disabled.or(() -> gone || tooLong
                                ? Optional.of(new Disabled(at, gone ? GONE : FAILED_TOO_LONG))
                                : Optional.empty()));
            }
        };
    }

    private Webhook with(Optional<Instant> failing, Optional<Disabled> state) {
        return new Webhook(id, practice, url, eventTypes, secret, earlier, state, failing, createdAt, createdBy);
    }
}
