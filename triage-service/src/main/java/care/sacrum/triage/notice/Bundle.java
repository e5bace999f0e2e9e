package care.sacrum.triage.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What has to be told to one person about one level, as far as no letter says it yet.
record Bundle(Addressee to, String occasion, String level, List<UUID> notices, Optional<Letter> newest) {

    Bundle {
        notices = List.copyOf(notices);
    }

    sealed interface Decision {
        /// A letter that waits to be sent says this too.
        record Join(UUID letter) implements Decision {}

        /// The first of a burst is never held back.
        record Make() implements Decision {}

        /// The person was told just now: what came since is told together, when the pause is over.
        record Wait() implements Decision {}
    }

    Decision decide(Instant now, Duration pause) {
        if (newest.isEmpty()) {
            return new Decision.Make();
        }
        var letter = newest.get();
        return switch (letter.state()) {
            case WAITING -> letter.beingSentAt(now) ? new Decision.Wait() : new Decision.Join(letter.id());
            case SENT ->
                letter.sentAt().filter(at -> at.plus(pause).isAfter(now)).isPresent()
                        ? new Decision.Wait()
                        : new Decision.Make();
            case GIVEN_UP -> new Decision.Make();
        };
    }
}
