package care.sacrum.triage.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An event on its way to a webhook.
///
/// @param number       counts up in the order in which events were read
/// @param waitingSince made, or replayed
/// @param lastStatus   absent where the last attempt got no answer
/// @param problem      why the last attempt failed
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
        Optional<Problem> problem,
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

    /// Why an attempt failed. These are all there are: answers and the database have their words. Public, since
    /// whoever describes the answers asks each for its word.
    @Schema(name = "DeliveryProblem")
    public enum Problem {
        /// Answered, and not with 2xx.
        STATUS,
        /// Not answered in time.
        TIMEOUT,
        /// No connection, or it broke.
        UNREACHABLE,
        /// Nobody knows the host's name.
        UNKNOWN_HOST,
        /// The name leads into a private, loopback or link-local network.
        PRIVATE_ADDRESS,
        /// The address is none of https, and may be no other.
        PLAIN_HTTP,
        /// No key opens the secret: give the webhook another.
        SECRET_UNREADABLE,
        /// This service ended meanwhile.
        INTERRUPTED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Problem> of(String word) {
            return Arrays.stream(values())
                    .filter(problem -> problem.word().equals(word))
                    .findFirst();
        }
    }

    /// What came of an attempt.
    sealed interface Attempt {
        record Arrived(int status) implements Attempt {}

        record Failed(Optional<Integer> status, Problem problem) implements Attempt {}
    }

    /// @param jitter from 0 to 1
    Delivery after(Attempt attempt, Instant at, WebhookSettings settings, double jitter) {
        return switch (attempt) {
            case Attempt.Arrived(int status) ->
                with(State.DELIVERED, at, at, Optional.of(status), Optional.empty(), Optional.of(at));
            case Attempt.Failed(var status, var why) -> {
                boolean tooOld = !waitingSince.plus(settings.givenUpAfter()).isAfter(at);
                yield with(
                        tooOld ? State.GIVEN_UP : State.WAITING,
                        at.plus(pause(settings, jitter)),
                        at,
                        status,
                        Optional.of(why),
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
            Optional<Problem> why,
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
                why,
                delivered);
    }
}
