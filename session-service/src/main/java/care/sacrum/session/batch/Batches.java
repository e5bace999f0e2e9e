package care.sacrum.session.batch;

import care.sacrum.platform.problem.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Works batch by batch, each in one transaction. Where a batch fails by what would come again, its patients are taken
/// one by one, and whoever is at fault is put off, to be tried again later and rarely: nobody else waits for one whose
/// data cannot be used. A fault that passes ends the run, and the next one begins anew.
@Singleton
public class Batches {

    private static final Duration PUT_OFF_FOR = Duration.ofMinutes(15);
    private static final int TRANSACTION_SECONDS = 60;

    private final MeterRegistry metrics;

    Batches(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /// What is done for patients.
    ///
    /// @param <K>      the key of a patient, which is logged, and so nothing but ids
    /// @param name     as logs and metrics say it
    /// @param mostRuns batches at a time
    /// @param batch    does the work for some, telling of each before any work; says whether more may be there
    /// @param alone    does it for one of them
    /// @param putOff   takes care that no batch has the patient before that instant
    public record Work<K>(
            String name,
            int mostRuns,
            Predicate<Consumer<K>> batch,
            Consumer<K> alone,
            BiConsumer<K, Instant> putOff) {}

    public <K> void untilFewAreLeft(Work<K> work, Instant now) {
        int run = 0;
        while (run < work.mostRuns && mayHaveMore(work, now)) {
            run++;
        }
    }

    private <K> boolean mayHaveMore(Work<K> work, Instant now) {
        var met = new LinkedHashSet<K>();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS)
                    .call(() -> work.batch.test(met::add));
        } catch (RuntimeException failure) {
            if (met.isEmpty() || Faults.passing(failure)) {
                throw failure;
            }
            met.forEach(patient -> alone(work, patient, now));
            return true;
        }
    }

    private <K> void alone(Work<K> work, K patient, Instant now) {
        try {
            inATransaction(() -> work.alone.accept(patient));
        } catch (RuntimeException failure) {
            if (Faults.passing(failure)) {
                throw failure;
            }
            var until = now.plus(PUT_OFF_FOR);
            inATransaction(() -> work.putOff.accept(patient, until));
            Log.warnf(
                    "Work that fails for one patient is put off: %s, %s, until %s; %s",
                    work.name, patient, until, Faults.withoutValues(failure));
            metrics.counter("sacrum.put.off", "work", work.name).increment();
        }
    }

    private static void inATransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(work);
    }
}
