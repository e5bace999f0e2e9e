package care.sacrum.triage.live;

import care.sacrum.platform.problem.Faults;
import care.sacrum.triage.finding.StreamedEvents;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Looks again at patients for whom a new local day began: what was in force may no longer be. Any number of instances
/// may run this; each takes rows that no other holds.
@Singleton
class DueEvaluations {

    private static final int AT_ONCE = 100;
    private static final int BATCHES_A_RUN = 50;
    private static final int OLD_LINES_A_RUN = 10_000;

    private final WatchedPatients patients;
    private final Histories histories;
    private final Watch watch;
    private final StreamedEvents stream;
    private final InstantSource clock;

    DueEvaluations(
            WatchedPatients patients, Histories histories, Watch watch, StreamedEvents stream, InstantSource clock) {
        this.patients = patients;
        this.histories = histories;
        this.watch = watch;
        this.stream = stream;
        this.clock = clock;
    }

    @Scheduled(
            every = "${sacrum.triage.due-evaluations-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        try {
            for (int batch = 0; batch < BATCHES_A_RUN; batch++) {
                int looked = QuarkusTransaction.requiringNew().call(this::lookAtSome);
                if (looked < AT_ONCE) {
                    break;
                }
            }
            QuarkusTransaction.requiringNew().run(() -> stream.deleteOld(clock.instant(), OLD_LINES_A_RUN));
        } catch (RuntimeException e) {
            Log.warn("Evaluations that are due wait for the next run: " + Faults.withoutValues(e));
        }
    }

    private int lookAtSome() {
        var due = patients.lockDue(clock.instant(), AT_ONCE);
        watch.look(due, histories.of(due));
        return due.size();
    }
}
