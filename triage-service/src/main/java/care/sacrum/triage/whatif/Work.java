package care.sacrum.triage.whatif;

import care.sacrum.platform.problem.Faults;
import care.sacrum.triage.live.Courses;
import care.sacrum.triage.live.Courses.Course;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Works at what was asked for: one thread an instance, by slices of some seconds, one patient after the other, so that
/// several practices get on side by side and live evaluation is not crowded out. What was done of a patient is kept in
/// one short transaction with the heartbeat; between two of them the instance may be killed, and another goes on there.
@Singleton
class Work {

    private static final Duration SLICE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_RUN = Duration.ofHours(24);

    /// A longer history would take longer than a worker may be silent.
    private static final int MOST_REPORTS = 5_000;

    private final Runs runs;
    private final Courses courses;
    private final InstantSource clock;
    private final UUID worker = UUID.randomUUID();
    private volatile boolean ending;

    Work(Runs runs, Courses courses, InstantSource clock) {
        this.runs = runs;
        this.courses = courses;
        this.clock = clock;
    }

    void end(@Observes ShutdownEvent event) {
        ending = true;
    }

    @Scheduled(every = "${sacrum.triage.what-ifs-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workForAWhile() {
        try {
            var now = clock.instant();
            QuarkusTransaction.requiringNew()
                    .run(() -> runs.tidy(now, now.minus(LONGEST_RUN), now.minus(WhatIfResource.KEPT)));
            var until = now.plus(SLICE);
            QuarkusTransaction.requiringNew()
                    .call(() -> runs.take(worker, now, now.minus(LONGEST_SILENCE)))
                    .ifPresent(run ->
                            replay(run, worker, () -> !ending && clock.instant().isBefore(until)));
        } catch (RuntimeException e) {
            Log.warn("A what-if waits for the next try: " + Faults.withoutValues(e));
        }
    }

    /// Replays patients of a run that this worker holds, until nobody is left, the hold is lost, or it is told to
    /// pause.
    void replay(Run run, UUID holder, BooleanSupplier goOn) {
        var last = QuarkusTransaction.requiringNew().call(() -> Optional.ofNullable(runs.lastReplayed(run.id())));
        boolean held = true;
        while (held && goOn.getAsBoolean()) {
            var after = last.orElse(null);
            var next = QuarkusTransaction.requiringNew()
                    .call(() -> courses.after(run.practice(), after, MOST_REPORTS + 1));
            if (next.isEmpty()) {
                QuarkusTransaction.requiringNew().run(() -> runs.finish(run.id(), holder, clock.instant()));
                return;
            }
            var course = next.get();
            var comparison = compared(course, run);
            held = QuarkusTransaction.requiringNew().call(() -> keep(run, holder, course, comparison));
            last = Optional.of(course.key().patient());
        }
        QuarkusTransaction.requiringNew().run(() -> runs.release(run.id(), holder));
    }

    /// One history that can not be replayed is counted as such, and does not stop the others.
    private static Optional<Comparison> compared(Course course, Run run) {
        if (course.reports().size() > MOST_REPORTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    WhatIf.compare(course.patient(), course.reports(), run.range(), run.inForce(), run.parameters()));
        } catch (RuntimeException e) {
            Log.warn("A history could not be replayed: " + Faults.withoutValues(e));
            return Optional.empty();
        }
    }

    /// @return whether the run is held still
    private boolean keep(Run run, UUID holder, Course course, Optional<Comparison> comparison) {
        Instant now = clock.instant();
        if (!runs.beat(run.id(), holder, now)) {
            return false;
        }
        if (courses.stays(course.key())) {
            runs.keep(run.id(), course.key(), comparison);
        }
        return true;
    }
}
