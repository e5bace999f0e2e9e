package care.sacrum.triage.live;

import care.sacrum.platform.problem.Faults;
import care.sacrum.triage.finding.StreamedEvents;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Looks again at patients for whom a new local day began: what was in force may no longer be; and at those whose
/// practice set other parameters. Any number of instances may run this; each takes rows that no other holds.
@Singleton
class DueEvaluations {

    private static final int AT_ONCE = 100;
    private static final int BATCHES_A_RUN = 50;
    private static final int OLD_LINES_A_RUN = 10_000;

    private final WatchedPatients patients;
    private final Histories histories;
    private final Watch watch;
    private final NewParameters newParameters;
    private final StreamedEvents stream;
    private final InstantSource clock;

    DueEvaluations(
            WatchedPatients patients,
            Histories histories,
            Watch watch,
            NewParameters newParameters,
            StreamedEvents stream,
            InstantSource clock) {
        this.patients = patients;
        this.histories = histories;
        this.watch = watch;
        this.newParameters = newParameters;
        this.stream = stream;
        this.clock = clock;
    }

    @Scheduled(
            every = "${sacrum.triage.due-evaluations-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        // One after the other, and each though the one before could not be done.
        orNextTime(this::makePatientsDue);
        orNextTime(this::lookAtThoseDue);
        orNextTime(
                () -> QuarkusTransaction.requiringNew().run(() -> stream.deleteOld(clock.instant(), OLD_LINES_A_RUN)));
    }

    private static void orNextTime(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            Log.warn("Evaluations that are due wait for the next run: " + Faults.withoutValues(e));
        }
    }

    private void makePatientsDue() {
        boolean more = true;
        for (int batch = 0; more && batch < BATCHES_A_RUN; batch++) {
            more = QuarkusTransaction.requiringNew().call(() -> newParameters.makeSomeDue(clock.instant()));
        }
    }

    private void lookAtThoseDue() {
        int looked = AT_ONCE;
        for (int batch = 0; looked == AT_ONCE && batch < BATCHES_A_RUN; batch++) {
            looked = QuarkusTransaction.requiringNew().call(this::lookAtSome);
        }
    }

    private int lookAtSome() {
        var due = patients.lockDue(clock.instant(), AT_ONCE);
        watch.look(due, histories.of(due));
        return due.size();
    }
}
