package care.sacrum.triage.finding;

import care.sacrum.platform.problem.Faults;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Tells the practice lead of findings that nobody acknowledged in time, and tells it again at growing intervals
/// until somebody does. Any number of instances may run this; each takes patients whose rows no other holds, and
/// what an instance that died had taken is due as before.
@Singleton
class Escalations {

    private static final int AT_ONCE = 100;
    private static final int BATCHES_A_RUN = 50;
    private static final int ENDED_SNOOZES_A_RUN = 1_000;

    private final Places places;
    private final RaisedFindings findings;
    private final Snoozes snoozes;
    private final Announcements announcements;
    private final InstantSource clock;

    Escalations(
            Places places, RaisedFindings findings, Snoozes snoozes, Announcements announcements, InstantSource clock) {
        this.places = places;
        this.findings = findings;
        this.snoozes = snoozes;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Scheduled(
            every = "${sacrum.triage.escalations-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        try {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            for (int batch = 0; batch < BATCHES_A_RUN; batch++) {
                int looked = QuarkusTransaction.requiringNew().call(() -> tellOfSome(now, AT_ONCE));
                if (looked < AT_ONCE) {
                    break;
                }
            }
            QuarkusTransaction.requiringNew().run(() -> snoozes.deleteEnded(now, ENDED_SNOOZES_A_RUN));
        } catch (RuntimeException e) {
            Log.warn("Escalations that are due wait for the next run: " + Faults.withoutValues(e));
        }
    }

    /// In the transaction under way.
    ///
    /// @return how many patients were looked at
    int tellOfSome(Instant now, int atMost) {
        var due = places.lockEscalating(now, atMost);
        var keys = due.keySet();
        var announced = announcements.draft();
        findings.open(keys).values().stream()
                .flatMap(List::stream)
                .filter(finding ->
                        due.getOrDefault(finding.key(), Treatment.GOES_ON).remindsOf(finding.urgency()))
                .filter(finding -> finding.nextEscalation()
                        .filter(next -> !next.isAfter(now))
                        .isPresent())
                .forEach(finding -> {
                    finding.escalate(now);
                    announced.escalated(finding, now);
                });
        places.renew(keys);
        announced.write();
        return keys.size();
    }
}
