package care.sacrum.platform.inbox;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.problem.Faults;
import care.sacrum.platform.trace.Continued;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// Brings a batch of records through an [Intake]: all of them in one transaction where that goes well; halved until the
/// record at fault stands alone where it does not.
@Singleton
public class Inbox {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int TRANSACTION_SECONDS = 60;

    private final DeadLetters deadLetters;
    private final ReadProgress progress;
    private final Instance<Intake> intakes;
    private final Continued traces;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbox(DeadLetters deadLetters, ReadProgress progress, @Any Instance<Intake> intakes, Continued traces) {
        this.deadLetters = deadLetters;
        this.intakes = intakes;
        this.progress = progress;
        this.traces = traces;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    /// Returns when every record was taken or is a dead letter: only then may the offset be committed.
    ///
    /// @throws IllegalStateException when the service stops first; the records come again
    public void process(ConsumerRecords<String, byte[]> records, Intake intake) {
        var events = new ArrayList<IncomingEvent>(records.count());
        records.forEach(record -> events.add(IncomingEvent.of(record)));
        process(events, intake);
    }

    /// What became of a dead letter that was tried again.
    sealed interface Replay {
        record Taken() implements Replay {}

        record StillUnusable(String reason) implements Replay {}

        record Unknown() implements Replay {}
    }

    /// Brings a dead letter through the intake of its topic once more; it stays when that fails again. A fault that
    /// passes
    /// is the caller's to wait out, who is a person.
    Replay replay(DeadLetters.Place place) {
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS)
                    .call(() ->
                            deadLetters.locked(place).<Replay>map(this::taken).orElseGet(Replay.Unknown::new));
        } catch (RuntimeException e) {
            if (Faults.passing(e)) {
                throw e;
            }
            return new Replay.StillUnusable(reason(e));
        }
    }

    private Replay taken(IncomingEvent event) {
        var intake = intakes.stream()
                .filter(each -> each.topic().equals(event.topic()))
                .findFirst()
                .orElseThrow(() -> new Unusable("no-reader"));
        traces.reading(List.of(event), () -> intake.take(List.of(event)));
        deadLetters.delete(DeadLetters.Place.of(event));
        return new Replay.Taken();
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof Unusable unusable ? unusable.getMessage() : "processing-failed";
    }

    private void process(List<IncomingEvent> events, Intake intake) {
        if (events.isEmpty()) {
            return;
        }
        var failure = failureOf(() -> traces.reading(events, () -> {
            intake.take(events);
            note(events, intake);
        }));
        if (failure.isEmpty()) {
            return;
        }
        if (events.size() == 1) {
            var event = events.getFirst();
            traces.inTraceOf(event, () -> giveUpOn(event, failure.get(), intake));
            return;
        }
        int half = events.size() / 2;
        process(events.subList(0, half), intake);
        process(events.subList(half, events.size()), intake);
    }

    private void giveUpOn(IncomingEvent event, RuntimeException failure, Intake intake) {
        String reason = reason(failure);
        Log.warnf(
                "A record can not be used and is now a dead letter: %s, partition %d, offset %d, reason %s; %s",
                event.topic(), event.partition(), event.offset(), reason, Faults.withoutValues(failure));
        var again = failureOf(() -> {
            deadLetters.keep(event, reason);
            intake.gaveUpOn(event, reason);
            note(List.of(event), intake);
        });
        if (again.isPresent()) {
            // What the service wanted to say about it failed too; the record itself must still be kept.
            Log.error("What follows from a dead letter failed: " + Faults.withoutValues(again.get()));
            failureOf(() -> {
                        deadLetters.keep(event, reason);
                        note(List.of(event), intake);
                    })
                    .ifPresent(failed -> {
                        throw failed;
                    });
        }
    }

    private void note(List<IncomingEvent> events, Intake intake) {
        if (intake.countsAsRead()) {
            progress.note(events);
        }
    }

    /// Does the work in a transaction of its own, again and again while the fault is one that passes.
    ///
    /// @return the failure that would come again, empty when the work was done
    private Optional<RuntimeException> failureOf(Runnable work) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(work);
                return Optional.empty();
            } catch (RuntimeException e) {
                if (!Faults.passing(e)) {
                    return Optional.of(e);
                }
                Log.warn("Events wait until this has passed: " + Faults.withoutValues(e));
            }
            waitOrStop(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void waitOrStop(Duration pause) {
        try {
            if (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Stopping; the records come again");
    }
}
