package care.sacrum.session.replay;

import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.platform.problem.Faults;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Takes the replays that are under way a step further, each step in a transaction of its own that puts the events in
/// the
/// outbox and notes where the next begins. So it goes on where it was after a crash, and any number of instances may do
/// it: a step belongs to whoever holds its lock.
@Singleton
class Storyteller {

    private static final int MOST_AT_ONCE = 20;
    private static final int TRANSACTION_SECONDS = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Replays replays;
    private final List<Chapter> chapters;
    private final Outbox outbox;
    private final ReplaySettings settings;
    private final InstantSource clock;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Storyteller(
            Replays replays, @All List<Chapter> chapters, Outbox outbox, ReplaySettings settings, InstantSource clock) {
        this.replays = replays;
        this.chapters = chapters.stream()
                .sorted(Comparator.comparing(Chapter::turn).thenComparing(Chapter::name))
                .toList();
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (settings.enabled()) {
            thread = Thread.ofPlatform().name("replays").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    /// A replay was asked for.
    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void run() {
        var faultPause = settings.poll();
        while (!stopping) {
            try {
                waitAtMost(stepsThatAreDue());
                faultPause = settings.poll();
            } catch (RuntimeException e) {
                Log.warn("A replay waits until this has passed: " + Faults.withoutValues(e));
                waitAtMost(faultPause);
                faultPause = faultPause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                        ? faultPause.multipliedBy(2)
                        : LONGEST_PAUSE;
            }
        }
    }

    /// @return how long to wait before there can be more
    private Duration stepsThatAreDue() {
        var due = replays.due(MOST_AT_ONCE);
        if (due.isEmpty() || replays.moreUnsentThan(settings.mostUnsent())) {
            return settings.poll();
        }
        var soonest = settings.poll();
        for (var each : due) {
            var pause = QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS)
                    .call(() -> replays.taken(each).map(this::step));
            if (pause.isPresent() && pause.get().compareTo(soonest) < 0) {
                soonest = pause.get();
            }
        }
        return soonest;
    }

    private Duration step(Replays.UnderWay at) {
        return at.patient().isEmpty()
                ? tellOfThePractice(at)
                : tellOf(at.patient().get(), at);
    }

    private Duration tellOfThePractice(Replays.UnderWay at) {
        var events = chapters.stream()
                .flatMap(chapter -> chapter.ofPractice(at.practice()).stream())
                .toList();
        outbox.add(events);
        return goOn(at, at.only().or(() -> replays.patientAfter(at.practice(), Optional.empty())), events.size(), 0);
    }

    private Duration tellOf(UUID patient, Replays.UnderWay at) {
        replays.lockPatient(at.practice(), patient);
        var events = new ArrayList<OutgoingEvent>();
        var place = at.place();
        for (var chapter : from(at.chapter())) {
            int room = settings.batch() - events.size();
            if (room <= 0) {
                outbox.add(events);
                return goOn(at, patient, chapter, Optional.empty(), events.size());
            }
            var page = chapter.of(at.practice(), patient, at.span(), place, room);
            events.addAll(page.events());
            place = page.next();
            if (place.isPresent()) {
                outbox.add(events);
                return goOn(at, patient, chapter, place, events.size());
            }
        }
        outbox.add(events);
        var next = at.only().isPresent()
                ? Optional.<UUID>empty()
                : replays.patientAfter(at.practice(), Optional.of(patient));
        return goOn(at, next, events.size(), 1);
    }

    /// The chapters from that one on; all of them where it is no longer there.
    private List<Chapter> from(Optional<String> name) {
        for (int index = 0; index < chapters.size() && name.isPresent(); index++) {
            if (chapters.get(index).name().equals(name.get())) {
                return chapters.subList(index, chapters.size());
            }
        }
        return chapters;
    }

    private Duration goOn(Replays.UnderWay at, UUID patient, Chapter chapter, Optional<String> place, int events) {
        return advance(at, Optional.of(patient), Optional.of(chapter.name()), place, events, 0);
    }

    private Duration goOn(Replays.UnderWay at, Optional<UUID> nextPatient, int events, int done) {
        var pause = advance(at, nextPatient, Optional.empty(), Optional.empty(), events, done);
        if (nextPatient.isEmpty()) {
            replays.finish(at, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        return pause;
    }

    private Duration advance(
            Replays.UnderWay at,
            Optional<UUID> patient,
            Optional<String> chapter,
            Optional<String> place,
            int events,
            int done) {
        var pause = Duration.ofMillis(1000L * events / Math.max(1, settings.eventsASecond()));
        replays.advance(
                new Replays.UnderWay(at.practice(), at.replay(), at.only(), at.span(), patient, chapter, place),
                events,
                done,
                pause);
        return pause;
    }

    private void waitAtMost(Duration time) {
        try {
            if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
