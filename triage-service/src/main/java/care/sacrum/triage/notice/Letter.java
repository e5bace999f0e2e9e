package care.sacrum.triage.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// An e-mail on its way.
///
/// @param notices      how many things it says in one
/// @param attempts     begun so far
/// @param claimedUntil an instance is sending it; if that dies, another takes it then
/// @param problem      a code: why the last attempt failed
record Letter(
        UUID id,
        Addressee to,
        String occasion,
        String level,
        int notices,
        Instant madeAt,
        State state,
        int attempts,
        Instant nextAttemptAt,
        Optional<Instant> claimedUntil,
        Optional<Instant> sentAt,
        Optional<String> problem) {

    enum State {
        WAITING,
        SENT,
        GIVEN_UP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// What came of an attempt.
    sealed interface Attempt {
        record Sent() implements Attempt {}

        /// @param problem a code: `no_smtp`, `no_address`, `unreachable` or `refused`
        record Failed(String problem) implements Attempt {}
    }

    boolean beingSentAt(Instant now) {
        return claimedUntil.filter(until -> until.isAfter(now)).isPresent();
    }

    Letter after(Attempt attempt, Instant now, NoticeSettings settings) {
        return switch (attempt) {
            case Attempt.Sent() -> with(State.SENT, now, Optional.of(now), Optional.empty());
            case Attempt.Failed(String code) -> {
                boolean tooOld = !madeAt.plus(settings.givenUpAfter()).isAfter(now);
                yield with(
                        tooOld ? State.GIVEN_UP : State.WAITING,
                        now.plus(backoff(settings.firstRetryAfter(), settings.longestRetryAfter())),
                        Optional.empty(),
                        Optional.of(code));
            }
        };
    }

    /// Twice as long each time, up to the longest.
    private Duration backoff(Duration first, Duration longest) {
        var pause = first.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private Letter with(State next, Instant at, Optional<Instant> sent, Optional<String> code) {
        return new Letter(id, to, occasion, level, notices, madeAt, next, attempts, at, Optional.empty(), sent, code);
    }
}
