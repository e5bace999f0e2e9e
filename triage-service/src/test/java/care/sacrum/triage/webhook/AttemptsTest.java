package care.sacrum.triage.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.webhook.Delivery.Attempt;
import care.sacrum.triage.webhook.Delivery.Problem;
import care.sacrum.triage.webhook.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Instant NOW = Instant.parse("2026-02-05T18:00:00Z");
    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final Attempt FAILED = new Attempt.Failed(Optional.of(500), Problem.STATUS);
    private static final Attempt ARRIVED = new Attempt.Arrived(204);

    @Test
    void aRetryWaitsFourTimesAsLongEachTimeUpToTheLongest() {
        var waits = IntStream.rangeClosed(1, 8)
                .mapToObj(attempts -> delivery(attempts, NOW).after(FAILED, NOW, new Settings(false), 0.5))
                .map(after -> Duration.between(NOW, after.nextAttemptAt()).toSeconds())
                .toList();

        assertThat(waits).containsExactly(5L, 20L, 80L, 320L, 1_280L, 5_120L, 20_480L, 28_800L);
    }

    @Test
    void thoseWhoFailedTogetherDoNotComeAgainTogether() {
        var early = delivery(1, NOW).after(FAILED, NOW, new Settings(false), 0);
        var late = delivery(1, NOW).after(FAILED, NOW, new Settings(false), 1);

        assertThat(early.nextAttemptAt()).isEqualTo(NOW.plusSeconds(4));
        assertThat(late.nextAttemptAt()).isEqualTo(NOW.plusSeconds(6));
    }

    @Test
    void aDeliveryIsGivenUpAfterThreeDaysOfWaiting() {
        var nearly = delivery(9, NOW.minus(Duration.ofDays(3)).plusMillis(1));
        var over = delivery(9, NOW.minus(Duration.ofDays(3)));

        assertThat(nearly.after(FAILED, NOW, new Settings(false), 0.5).state()).isEqualTo(State.WAITING);
        assertThat(over.after(FAILED, NOW, new Settings(false), 0.5).state()).isEqualTo(State.GIVEN_UP);
        assertThat(over.after(ARRIVED, NOW, new Settings(false), 0.5).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void whatArrivesEndsAFailure() {
        var failing = webhook(Optional.empty()).after(FAILED, NOW, FIVE_DAYS);

        assertThat(failing.failingSince()).contains(NOW);
        assertThat(failing.after(FAILED, NOW.plusSeconds(9), FIVE_DAYS).failingSince())
                .contains(NOW);
        assertThat(failing.after(ARRIVED, NOW.plusSeconds(9), FIVE_DAYS).failingSince())
                .isEmpty();
    }

    @Test
    void aWebhookAtWhichNothingArrivedForFiveDaysIsDisabled() {
        var nearly = webhook(Optional.of(NOW.minus(FIVE_DAYS).plusMillis(1))).after(FAILED, NOW, FIVE_DAYS);
        var over = webhook(Optional.of(NOW.minus(FIVE_DAYS))).after(FAILED, NOW, FIVE_DAYS);

        assertThat(nearly.active()).isTrue();
        assertThat(over.disabled()).contains(new Webhook.Disabled(NOW, Webhook.FAILED_TOO_LONG));
        assertThat(over.changed(over.url(), over.eventTypes(), true, NOW).failingSince())
                .isEmpty();
    }

    @Test
    void aWebhookThatSaysItIsGoneIsDisabledAtOnce() {
        assertThat(webhook(Optional.empty())
                        .after(new Attempt.Failed(Optional.of(410), Problem.STATUS), NOW, FIVE_DAYS)
                        .disabled())
                .contains(new Webhook.Disabled(NOW, Webhook.GONE));
    }

    @Test
    void aWebhookWantsTheTypesItNamesAndNoOthers() {
        var webhook = webhook(Optional.empty());

        assertThat(webhook.wants("care.sacrum.triage.finding-raised.v1")).isTrue();
        assertThat(webhook.wants("care.sacrum.session.completed.v1")).isTrue();
        assertThat(webhook.wants("care.sacrum.session.completed.v2")).isFalse();
        assertThat(webhook.wants("care.sacrum.session.note-read.v1")).isFalse();
        assertThat(webhook.wants("")).isFalse();
    }

    private static Delivery delivery(int attempts, Instant waitingSince) {
        return new Delivery(
                new UUID(0, 1),
                new UUID(0, 2),
                7,
                "care.sacrum.triage.finding-raised.v1",
                waitingSince,
                State.WAITING,
                attempts,
                waitingSince,
                waitingSince,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Webhook webhook(Optional<Instant> failingSince) {
        return new Webhook(
                new UUID(0, 1),
                new UUID(0, 3),
                "https://hook.example",
                List.of("care.sacrum.triage.*", "care.sacrum.session.completed.v1"),
                new Secret(new byte[] {1}),
                Optional.empty(),
                Optional.empty(),
                failingSince,
                Instant.EPOCH,
                "someone");
    }
}
