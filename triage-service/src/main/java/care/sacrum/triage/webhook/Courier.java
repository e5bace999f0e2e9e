package care.sacrum.triage.webhook;

import care.sacrum.platform.problem.Faults;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/// Delivers what is due, in any number of instances. Each webhook has a turn of its own, in the order of its events and
/// bounded in time, so that a slow one holds up no other; after a failure its turn is over.
@Singleton
class Courier {

    private static final int WEBHOOKS_A_ROUND = 200;
    private static final int AT_ONCE = 16;
    private static final int CLAIMED_AT_ONCE = 20;
    /// A million a round, which is more than comes between two.
    private static final int OLD_BATCHES_A_ROUND = 200;
    private static final Duration TURN = Duration.ofSeconds(20);

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Push push;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final ConcurrentHashMap.KeySetView<UUID, Boolean> underWay = ConcurrentHashMap.newKeySet();

    Courier(Webhooks webhooks, Deliveries deliveries, Push push, WebhookSettings settings, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.push = push;
        this.settings = settings;
        this.clock = clock;
    }

    /// Gives each webhook with something due a turn; does not wait for the turns, so that the next round finds the
    /// others.
    @Scheduled(every = "${sacrum.webhooks.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            var due = QuarkusTransaction.requiringNew()
                    .call(() -> deliveries.webhooksWithSomethingDue(clock.instant(), WEBHOOKS_A_ROUND));
            for (var webhook : due) {
                if (!turns.tryAcquire()) {
                    return;
                }
                if (underWay.add(webhook)) {
                    Thread.ofVirtual().name("webhook-turn").start(() -> turn(webhook));
                } else {
                    turns.release();
                }
            }
        } catch (RuntimeException e) {
            Log.warn("Webhooks wait for the next round: " + Faults.withoutValues(e));
        }
    }

    @Scheduled(every = "${sacrum.webhooks.tidied-every:10m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        try {
            var before = clock.instant().minus(settings.kept());
            int deleted = Deliveries.OLD_AT_ONCE;
            for (int batch = 0; deleted == Deliveries.OLD_AT_ONCE && batch < OLD_BATCHES_A_ROUND; batch++) {
                deleted = QuarkusTransaction.requiringNew().call(() -> deliveries.deleteOld(before));
            }
        } catch (RuntimeException e) {
            Log.warn("Old deliveries stay until the next round: " + Faults.withoutValues(e));
        }
    }

    private void turn(UUID webhook) {
        try {
            deliver(webhook);
        } catch (RuntimeException e) {
            Log.warn("A webhook's turn ended early: " + Faults.withoutValues(e));
        } finally {
            underWay.remove(webhook);
            turns.release();
        }
    }

    void deliver(UUID id) {
        var until = clock.instant().plus(TURN);
        // Longer than a turn and one answer can take.
        var claimFor = TURN.plus(settings.answeredWithin().multipliedBy(2)).plusSeconds(10);
        boolean going = true;
        while (going && clock.instant().isBefore(until)) {
            var claimed = QuarkusTransaction.requiringNew()
                    .call(() -> deliveries.claim(id, clock.instant(), claimFor, CLAIMED_AT_ONCE));
            going = !claimed.isEmpty() && delivered(id, claimed, until);
        }
    }

    /// @return whether all arrived, and in time
    private boolean delivered(UUID id, List<Deliveries.Claimed> claimed, Instant until) {
        for (int at = 0; at < claimed.size(); at++) {
            if (!clock.instant().isBefore(until)) {
                release(id, claimed.subList(at, claimed.size()));
                return false;
            }
            if (!arrived(id, claimed.get(at))) {
                release(id, claimed.subList(at + 1, claimed.size()));
                return false;
            }
        }
        return true;
    }

    private void release(UUID id, List<Deliveries.Claimed> untried) {
        if (!untried.isEmpty()) {
            var events = untried.stream().map(each -> each.delivery().event()).toList();
            QuarkusTransaction.requiringNew().run(() -> deliveries.release(id, events));
        }
    }

    private boolean arrived(UUID id, Deliveries.Claimed claimed) {
        var webhook = QuarkusTransaction.requiringNew().call(() -> webhooks.find(id));
        if (webhook.isEmpty() || !webhook.get().active()) {
            release(id, List.of(claimed));
            return false;
        }
        var event = claimed.delivery().event();
        var attempt = push.send(webhook.get(), event, claimed.payload(), clock.instant());
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var after = claimed.delivery()
                .after(attempt, at, settings, RandomGenerator.getDefault().nextDouble());
        QuarkusTransaction.requiringNew().run(() -> {
            deliveries.save(after);
            note(id, attempt, at);
        });
        return after.state() == Delivery.State.DELIVERED;
    }

    /// Only what changed is written: a webhook that is well costs no statement more.
    private void note(UUID id, Delivery.Attempt attempt, Instant at) {
        webhooks.locked(id).ifPresent(before -> {
            var after = before.after(attempt, at, settings.disabledAfter());
            if (!after.failingSince().equals(before.failingSince()) || after.active() != before.active()) {
                webhooks.save(after);
            }
            after.disabled()
                    .filter(_ -> before.active())
                    .ifPresent(disabled -> Log.warnf("The webhook %s is disabled: %s", id, disabled.because()));
        });
    }
}
