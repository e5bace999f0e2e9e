package care.sacrum.triage.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// An event on its way to a webhook.
///
/// @param number       counts up in the order in which events were read
/// @param waitingSince made, or replayed
/// @param lastStatus   absent where the last attempt got no answer
/// @param problem      a code: why the last attempt failed
record Delivery(
        UUID webhook,
        UUID event,
        long number,
        String type,
        Instant madeAt,
        State state,
        int attempts,
        Instant waitingSince,
        Instant nextAttemptAt,
        Optional<Instant> lastAttemptAt,
        Optional<Integer> lastStatus,
        Optional<String> problem,
        Optional<Instant> deliveredAt) {

    enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String word) {
            for (var state : values()) {
                if (state.word().equals(word)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    /// What came of an attempt.
    sealed interface Attempt {
        record Arrived(int status) implements Attempt {}

        /// @param problem a code: `status`, `timeout`, `unreachable`, `unknown_host` or `private_address`
        record Failed(Optional<Integer> status, String problem) implements Attempt {}
    }

    /// @param jitter from 0 to 1
    Delivery after(Attempt attempt, Instant at, WebhookSettings settings, double jitter) {
        return switch (attempt) {
            case Attempt.Arrived(int status) ->
                with(State.DELIVERED, at, at, Optional.of(status), Optional.empty(), Optional.of(at));
            case Attempt.Failed(var status, var code) -> {
                boolean tooOld = !waitingSince.plus(settings.givenUpAfter()).isAfter(at);
                yield with(
                        tooOld ? State.GIVEN_UP : State.WAITING,
                        at.plus(pause(settings, jitter)),
                        at,
                        status,
                        Optional.of(code),
                        Optional.empty());
            }
        };
    }

    /// Four times as long each time, up to the longest; and up to a fifth longer or shorter, so that those who failed
    /// together do not come again together.
    private Duration pause(WebhookSettings settings, double jitter) {
        var pause = settings.firstRetryAfter().multipliedBy(1L << 2 * Math.clamp(attempts - 1L, 0, 15));
        var bounded = pause.compareTo(settings.longestRetryAfter()) < 0 ? pause : settings.longestRetryAfter();
        return Duration.ofMillis(Math.round(bounded.toMillis() * (0.8 + 0.4 * jitter)));
    }

    private Delivery with(
            State next,
            Instant nextAttempt,
            Instant attempted,
            Optional<Integer> status,
            Optional<String> code,
            Optional<Instant> delivered) {
        return new Delivery(
                webhook,
                event,
                number,
                type,
                madeAt,
                next,
                attempts,
                waitingSince,
                nextAttempt,
                Optional.of(attempted),
                status,
                code,
                delivered);
    }
}
