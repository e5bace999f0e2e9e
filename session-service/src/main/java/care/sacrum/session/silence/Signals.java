package care.sacrum.session.silence;

import care.sacrum.platform.outbox.Outbox;
import care.sacrum.platform.problem.Faults;
import care.sacrum.session.patient.Patients;
import care.sacrum.session.practice.Practices;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Looks at patients whose time has come, and at silent ones of whom something came. Any number of instances
/// may run this: each takes rows that no other holds, and what is decided, what is kept of it and its event are
/// one transaction. Whoever is killed in the middle has said nothing, and the next one says it.
@Singleton
class Signals {

    /// A report waits while its patient is looked at for a signal, so few are looked at together.
    private static final int AT_ONCE = 20;

    private static final int BATCHES_A_RUN = 500;
    private static final Duration LOOK_AGAIN_WHILE_WRITTEN = Duration.ofSeconds(5);
    private static final Duration LOOK_AT_THE_SILENT_EVERY = Duration.ofDays(1);

    private final SignalWatches watches;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final InstantSource clock;

    Signals(SignalWatches watches, Outbox outbox, ObjectMapper json, InstantSource clock) {
        this.watches = watches;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(every = "${sacrum.signals.every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            lookAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (RuntimeException e) {
            Log.warn("Signals that are due wait for the next run: " + Faults.withoutValues(e));
        }
    }

    /// @param now what is due by then
    void lookAt(Instant now) {
        untilFewAreLeft(() -> watches.lockReturned(AT_ONCE), now);
        untilFewAreLeft(() -> watches.lockDue(now, AT_ONCE), now);
    }

    private void untilFewAreLeft(Supplier<List<SignalWatches.Watch>> locked, Instant now) {
        for (int batch = 0; batch < BATCHES_A_RUN; batch++) {
            boolean more = QuarkusTransaction.requiringNew().call(() -> {
                var some = locked.get();
                return look(some, now) > 0 && some.size() == AT_ONCE;
            });
            if (!more) {
                return;
            }
        }
    }

    void recorded(@Observes Patients.Told told) {
        watches.recorded(
                new PatientKey(told.practice(), told.patient()),
                told.status(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    void recorded(@Observes Practices.Recorded recorded) {
        watches.termsChanged(recorded.practice(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    void planned(@Observes Patients.Planned planned) {
        watches.planned(
                new PatientKey(planned.practice(), planned.patient()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /// @return how many of them were looked at; the others are being written of, and wait
    private int look(List<SignalWatches.Watch> locked, Instant now) {
        if (locked.isEmpty()) {
            return 0;
        }
        var terms = watches.terms(
                locked.stream().map(watch -> watch.key().practice()).collect(Collectors.toSet()));
        var facts = watches.facts(locked, now);
        var telling = locked.stream()
                .filter(watch -> facts.containsKey(watch.key()))
                .filter(watch -> !(decide(watch, facts, terms, now) instanceof Silence.Decision.Wait))
                .toList();
        // What was true a moment ago is looked at again with nobody writing.
        var held = telling.isEmpty()
                ? Set.<PatientKey>of()
                : watches.lockPatients(
                        telling.stream().map(SignalWatches.Watch::key).toList());
        var sure = watches.facts(
                telling.stream().filter(watch -> held.contains(watch.key())).toList(), now);
        int looked = 0;
        for (var watch : locked) {
            var key = watch.key();
            if (!facts.containsKey(key)) {
                continue;
            }
            if (telling.contains(watch) && !sure.containsKey(key)) {
                watches.wait(key, now.plus(LOOK_AGAIN_WHILE_WRITTEN));
                continue;
            }
            var known = sure.containsKey(key) ? sure : facts;
            act(watch, decide(watch, known, terms, now), known.get(key).told(), terms.get(key.practice()), now);
            looked++;
        }
        return looked;
    }

    private static Silence.Decision decide(
            SignalWatches.Watch watch,
            Map<PatientKey, Silence.Facts> facts,
            Map<UUID, SignalWatches.Terms> terms,
            Instant now) {
        var of = terms.get(watch.key().practice());
        return Silence.decide(facts.get(watch.key()), of.thresholds().silentAfterDays(), of.hours(), now);
    }

    private void act(
            SignalWatches.Watch watch,
            Silence.Decision decision,
            Silence.Told told,
            SignalWatches.Terms terms,
            Instant now) {
        switch (decision) {
            case Silence.Decision.Wait(Instant until) -> watches.wait(watch.key(), until);
            case Silence.Decision.Raise(Silence.Quiet quiet) -> {
                var silent = PatientSilent.of(
                        watch.key(),
                        watch.silence() + 1,
                        quiet,
                        told,
                        terms.thresholds().silentAfterDays(),
                        terms.hours().assumed(),
                        now);
                watches.silentSince(silent, told, now.plus(LOOK_AT_THE_SILENT_EVERY));
                tell(silent);
            }
            case Silence.Decision.Return(boolean earlierDaysOnly) -> {
                var silentAt = watch.before().raisedAt().orElseThrow();
                watches.noLongerSilent(watch.key(), now);
                tell(PatientBack.of(watch.key(), watch.silence(), silentAt, earlierDaysOnly, told, now));
            }
            case Silence.Decision.Drop() -> watches.noLongerSilent(watch.key(), now);
        }
    }

    private void tell(Signal signal) {
        watches.keep(signal);
        outbox.add(signal.event(json));
    }
}
