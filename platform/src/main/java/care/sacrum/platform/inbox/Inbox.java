package care.sacrum.platform.inbox;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.problem.Faults;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
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
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbox(DeadLetters deadLetters, ReadProgress progress) {
        this.deadLetters = deadLetters;
        this.progress = progress;
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

    private void process(List<IncomingEvent> events, Intake intake) {
        if (events.isEmpty()) {
            return;
        }
        var failure = failureOf(() -> {
            intake.take(events);
            progress.note(events);
        });
        if (failure.isEmpty()) {
            return;
        }
        if (events.size() == 1) {
            giveUpOn(events.getFirst(), failure.get(), intake);
            return;
        }
        int half = events.size() / 2;
        process(events.subList(0, half), intake);
        process(events.subList(half, events.size()), intake);
    }

    private void giveUpOn(IncomingEvent event, RuntimeException failure, Intake intake) {
        String reason = failure instanceof Unusable unusable ? unusable.getMessage() : "processing-failed";
        Log.warnf(
                "A record can not be used and is now a dead letter: %s, partition %d, offset %d, reason %s; %s",
                event.topic(), event.partition(), event.offset(), reason, Faults.withoutValues(failure));
        var again = failureOf(() -> {
            deadLetters.keep(event, reason);
            intake.gaveUpOn(event, reason);
            progress.note(List.of(event));
        });
        if (again.isPresent()) {
            // What the service wanted to say about it failed too; the record itself must still be kept.
            Log.error("What follows from a dead letter failed: " + Faults.withoutValues(again.get()));
            failureOf(() -> {
                        deadLetters.keep(event, reason);
                        progress.note(List.of(event));
                    })
                    .ifPresent(failed -> {
                        throw failed;
                    });
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
