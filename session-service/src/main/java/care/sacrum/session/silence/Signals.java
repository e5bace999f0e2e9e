package care.sacrum.session.silence;

import care.sacrum.platform.outbox.Outbox;
import care.sacrum.platform.problem.Faults;
import care.sacrum.session.batch.Batches;
import care.sacrum.session.patient.Patients;
import care.sacrum.session.practice.Practices;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Batches batches;

    Signals(SignalWatches watches, Outbox outbox, ObjectMapper json, InstantSource clock, Batches batches) {
        this.watches = watches;
        this.batches = batches;
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
        untilFewAreLeft(() -> watches.lockReturned(now, AT_ONCE), now);
        untilFewAreLeft(() -> watches.lockDue(now, AT_ONCE), now);
    }

    private void untilFewAreLeft(Supplier<List<SignalWatches.Watch>> locked, Instant now) {
        batches.untilFewAreLeft(
                new Batches.Work<>(
                        "signals",
                        BATCHES_A_RUN,
                        met -> {
                            var some = locked.get();
                            some.forEach(watch -> met.accept(watch.key()));
                            return look(some, now) > 0 && some.size() == AT_ONCE;
                        },
                        key -> look(watches.lock(key), now),
                        watches::putOff),
                now);
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
        watches.lookSoonAt(
                List.of(new PatientKey(planned.practice(), planned.patient())),
                List.of(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /// @return how many of them were looked at; the others are being written of, and wait
    private int look(List<SignalWatches.Watch> locked, Instant now) {
        if (locked.isEmpty()) {
            return 0;
        }
        var terms = watches.terms(
                locked.stream().map(watch -> watch.key().practice()).collect(Collectors.toSet()));
        var first = decisions(locked, terms, now);
        // What was true a moment ago is looked at again with nobody writing.
        var telling = locked.stream()
                .filter(watch ->
                        first.containsKey(watch.key()) && first.get(watch.key()).tells())
                .toList();
        var held = telling.isEmpty()
                ? Set.<PatientKey>of()
                : watches.lockPatients(
                        telling.stream().map(SignalWatches.Watch::key).toList());
        var sure = decisions(
                telling.stream().filter(watch -> held.contains(watch.key())).toList(), terms, now);
        int looked = 0;
        for (var watch : locked) {
            var decided = sure.getOrDefault(watch.key(), first.get(watch.key()));
            if (decided == null) {
                continue;
            }
            if (decided.tells() && !sure.containsKey(watch.key())) {
                watches.wait(watch.key(), now.plus(LOOK_AGAIN_WHILE_WRITTEN));
                continue;
            }
            act(watch, decided, terms.get(watch.key().practice()), now);
            looked++;
        }
        return looked;
    }

    /// What is to be done about a patient.
    private record Decided(Silence.Decision silence, Lapse.Decision lapse, Silence.Told told) {

        boolean tells() {
            return !(silence instanceof Silence.Decision.Wait)
                    || lapse instanceof Lapse.Decision.Raise
                    || lapse instanceof Lapse.Decision.Over;
        }
    }

    /// Nothing for whom is not there any more.
    private Map<PatientKey, Decided> decisions(
            List<SignalWatches.Watch> of, Map<UUID, SignalWatches.Terms> terms, Instant now) {
        var facts = watches.facts(of, now);
        var rolling = of.isEmpty() ? Map.<PatientKey, Lapse.Rolling>of() : watches.rolling(of, terms);
        var told = watches.lapsesTold(of);
        return of.stream()
                .filter(watch -> facts.containsKey(watch.key()))
                .collect(Collectors.toMap(SignalWatches.Watch::key, watch -> {
                    var by = terms.get(watch.key().practice());
                    var known = facts.get(watch.key());
                    return new Decided(
                            Silence.decide(known, by.thresholds().silentAfterDays(), by.hours(), now),
                            Lapse.decide(
                                    new Lapse.Facts(
                                            known.status(),
                                            known.plan(now),
                                            Optional.ofNullable(rolling.get(watch.key())),
                                            Optional.ofNullable(told.get(watch.key()))),
                                    by.thresholds(),
                                    by.hours(),
                                    now),
                            known.told());
                }));
    }

    private void act(SignalWatches.Watch watch, Decided decided, SignalWatches.Terms terms, Instant now) {
        act(watch, decided.silence, decided.told, terms, now);
        switch (decided.lapse) {
            case Lapse.Decision.Nothing() -> {}
            case Lapse.Decision.Drop() -> watches.noLongerLapsed(watch.key());
            case Lapse.Decision.Over over -> {
                var lapsedAt = watch.lapsedAt().orElseThrow();
                watches.noLongerLapsed(watch.key());
                // The last days may be another lapse, of which nothing was told yet.
                watches.wait(watch.key(), now);
                tell(AdherenceLapseOver.of(watch.key(), watch.lapse(), lapsedAt, over, now));
            }
            case Lapse.Decision.WaitToTell(Instant until) -> {
                if (!(decided.silence instanceof Silence.Decision.Wait(Instant later)) || until.isBefore(later)) {
                    watches.wait(watch.key(), until);
                }
            }
            case Lapse.Decision.Raise(Lapse.Rolling rolling) -> {
                var lapsed = AdherenceLapsed.of(watch.key(), watch.lapse() + 1, rolling, terms, now);
                watches.lapsed(lapsed);
                tell(lapsed);
            }
        }
    }

    private void act(
            SignalWatches.Watch watch,
            Silence.Decision decision,
            Silence.Told told,
            SignalWatches.Terms terms,
            Instant now) {
        switch (decision) {
            case Silence.Decision.Wait(Instant until) -> watches.looked(watch.key(), told, until);
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
            case Silence.Decision.Return() -> {
                var silentAt = watch.before().raisedAt().orElseThrow();
                watches.heardFromAgain(watch.key(), now);
                tell(PatientBack.of(watch.key(), watch.silence(), silentAt, told, now));
            }
            case Silence.Decision.Paused() -> {
                var silentAt = watch.before().raisedAt().orElseThrow();
                watches.countedAnew(watch.key(), now);
                tell(PatientSilenceOver.paused(watch.key(), watch.silence(), silentAt, now));
            }
            case Silence.Decision.Drop() -> watches.countedAnew(watch.key(), now);
        }
    }

    private void tell(Signal signal) {
        watches.keep(signal);
        outbox.add(signal.event(json));
    }
}
