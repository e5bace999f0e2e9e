package care.sacrum.triage.webhook;

import java.time.Duration;
import java.util.Optional;

/// As they are by default, but for private addresses; and nobody waits long.
record Settings(boolean privateAddressesAllowed) implements WebhookSettings {

    @Override
    public Optional<String> key() {
        return Optional.of("a key for tests alone, of no use to anyone");
    }

    @Override
    public Optional<String> earlierKey() {
        return Optional.empty();
    }

    @Override
    public String every() {
        return "1s";
    }

    @Override
    public String tidiedEvery() {
        return "10m";
    }

    @Override
    public Duration answeredWithin() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration firstRetryAfter() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration longestRetryAfter() {
        return Duration.ofHours(8);
    }

    @Override
    public Duration givenUpAfter() {
        return Duration.ofDays(3);
    }

    @Override
    public Duration disabledAfter() {
        return Duration.ofDays(5);
    }

    @Override
    public Duration earlierSecretSignsFor() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(14);
    }
}
