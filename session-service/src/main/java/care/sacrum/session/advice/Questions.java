package care.sacrum.session.advice;

import care.sacrum.platform.problem.Faults;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// What triage is asked: each question for so long, and so many at a time. A triage that hangs holds no more
/// requests than that; the others are answered without it at once.
final class Questions {

    private final Duration answerWithin;
    private final Semaphore places;

    Questions(int mostAtATime, Duration answerWithin) {
        this.places = new Semaphore(mostAtATime);
        this.answerWithin = answerWithin;
    }

    /// Empty where triage gives no advice in time, or too many ask already.
    Optional<JsonNode> ask(Supplier<Uni<JsonNode>> question) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Uni.createFrom()
                    .deferred(question::get)
                    .ifNoItem()
                    .after(answerWithin)
                    .fail()
                    .map(answer -> Optional.ofNullable(answer).filter(Questions::isAdvice))
                    .onFailure()
                    .recoverWithItem(Questions::noAnswer)
                    .await()
                    .indefinitely();
        } finally {
            places.release();
        }
    }

    private static boolean isAdvice(JsonNode answer) {
        return answer.path("urgency").isTextual() && answer.path("message").isTextual();
    }

    private static Optional<JsonNode> noAnswer(Throwable fault) {
        Log.debug("Triage gave no advice: " + Faults.withoutValues(fault));
        return Optional.empty();
    }
}
