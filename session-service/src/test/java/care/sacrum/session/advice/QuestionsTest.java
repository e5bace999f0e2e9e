package care.sacrum.session.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final JsonNode ADVICE =
            JsonNodeFactory.instance.objectNode().put("urgency", "self_care").put("message", "Go on.");

    @Test
    void aHangingTriageHoldsOnlySoManyRequests() throws Exception {
        var questions = new Questions(32, LONG);
        var asked = new AtomicInteger();
        var answered = new AtomicInteger();
        var goesOn = new CountDownLatch(1);

        try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 100)
                    .mapToObj(i -> phones.submit(() -> {
                        var answer = questions.ask(() -> {
                            asked.incrementAndGet();
                            return hangs(goesOn);
                        });
                        answered.incrementAndGet();
                        return answer;
                    }))
                    .toList();
            await().atMost(SOON).until(() -> asked.get() + answered.get() == 100);
            int inFlight = asked.get();
            goesOn.countDown();

            assertThat(inFlight).isEqualTo(32);
            assertThat(answers.stream().map(QuestionsTest::of).filter(Optional::isPresent))
                    .hasSize(32);
            assertThat(asked).hasValue(32);
        }
    }

    @Test
    void aPlaceIsFreeAgainWhateverCameOfTheQuestion() {
        var questions = new Questions(1, LONG);

        assertThat(questions.ask(() -> Uni.createFrom().item(ADVICE))).contains(ADVICE);
        assertThat(questions.ask(() -> Uni.createFrom().failure(new IllegalStateException("down"))))
                .isEmpty();
        assertThat(questions.ask(() -> {
                    throw new IllegalStateException("not even asked");
                }))
                .isEmpty();
        assertThat(questions.ask(() -> Uni.createFrom().item(JsonNodeFactory.instance.arrayNode())))
                .isEmpty();
        assertThat(questions.ask(() -> Uni.createFrom().nullItem())).isEmpty();
        assertThat(questions.ask(() -> Uni.createFrom().item(ADVICE))).contains(ADVICE);
    }

    @Test
    void aQuestionThatNobodyAnswersIsGivenUp() {
        var questions = new Questions(1, Duration.ofMillis(1));

        assertThat(questions.ask(() -> Uni.createFrom().nothing())).isEmpty();
        assertThat(new Questions(1, LONG).ask(() -> Uni.createFrom().item(ADVICE)))
                .contains(ADVICE);
    }

    private static Uni<JsonNode> hangs(CountDownLatch until) {
        return Uni.createFrom()
                .emitter(emitter -> Thread.ofVirtual().start(() -> {
                    try {
                        until.await();
                        emitter.complete(ADVICE);
                    } catch (InterruptedException e) {
                        emitter.fail(e);
                    }
                }));
    }

    private static Optional<JsonNode> of(Future<Optional<JsonNode>> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
