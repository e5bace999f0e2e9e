package care.sacrum.triage.finding;

import care.sacrum.triage.finding.RaisedFinding.Acknowledgement;
import care.sacrum.triage.finding.RaisedFinding.Closing;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// What people do with a finding: a screen confirms that it showed it, a clinician takes it on, puts it off for a
/// while, or
/// closes it. Each is kept, announced, and seen in the patient's place on the worklist, in one transaction.
///
/// Every answer is empty when that practice has no such finding.
@Singleton
public class Handling {

    private final RaisedFindings findings;
    private final Places places;
    private final Snoozes snoozes;
    private final DueTimes dueTimes;
    private final Announcements announcements;
    private final InstantSource clock;

    Handling(
            RaisedFindings findings,
            Places places,
            Snoozes snoozes,
            DueTimes dueTimes,
            Announcements announcements,
            InstantSource clock) {
        this.findings = findings;
        this.places = places;
        this.snoozes = snoozes;
        this.dueTimes = dueTimes;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// @return whether this was the first screen
    @Transactional
    public Optional<Boolean> deliver(UUID practice, UUID finding, String to) {
        return locked(practice, finding, (found, now) -> {
            boolean first = found.deliver(to, now);
            if (first) {
                announce(draft -> draft.delivered(found, to, now));
            }
            return first;
        });
    }

    @Transactional
    public Optional<Acknowledgement> acknowledge(UUID practice, UUID finding, AsRead read, String by, String note) {
        return locked(practice, finding, (found, now) -> {
            var came = found.acknowledge(by, note, read, now);
            switch (came) {
                case Acknowledgement.Taken() -> {
                    announce(draft -> draft.acknowledged(found, by, note, now));
                    done(found);
                }
                case Acknowledgement.Repeated repeated -> {}
                case Acknowledgement.AlreadyAcknowledged acknowledged -> {}
                case Acknowledgement.ReadBefore before -> {}
                case Acknowledgement.AlreadyWithdrawn withdrawn -> {}
            }
            return came;
        });
    }

    @Transactional
    public Optional<Closing> close(UUID practice, UUID finding, AsRead read, Outcome outcome, String by, String note) {
        return locked(practice, finding, (found, now) -> {
            var came = found.close(
                    outcome, by, note, read, () -> dueTimes.reading().due(practice, found.urgency(), now), now);
            switch (came) {
                case Closing.Closed(boolean acknowledgedToo) -> {
                    announceClosed(found, acknowledgedToo, outcome, by, note, now);
                    if (outcome.answersThePatient()) {
                        closeWhatItAnswersToo(found, outcome, by, note, now);
                    }
                }
                case Closing.TriedInVain() -> {
                    announce(draft -> draft.triedInVain(found, by, note, now));
                    places.renew(found.key());
                }
                case Closing.Repeated repeated -> {}
                case Closing.ReadBefore before -> {}
                case Closing.OnNewEvidence unread -> {}
                case Closing.AlreadyClosed closed -> {}
                case Closing.AlreadyWithdrawn withdrawn -> {}
            }
            return came;
        });
    }

    /// The patient's advice takes it for settled, and so does the worklist.
    private void closeWhatItAnswersToo(RaisedFinding answered, Outcome outcome, String by, String note, Instant now) {
        for (var too : findings.answeredWith(answered)) {
            var came = too.close(outcome, by, note, AsRead.AS_IT_IS, Optional::empty, now);
            if (came instanceof Closing.Closed(boolean acknowledgedToo)) {
                announceClosed(too, acknowledgedToo, outcome, by, note, now);
            }
        }
    }

    private void announceClosed(
            RaisedFinding closed, boolean acknowledgedToo, Outcome outcome, String by, String note, Instant now) {
        announce(draft -> {
            if (acknowledgedToo) {
                draft.acknowledged(closed, by, note, now);
            }
            draft.closed(closed, outcome, by, note, now);
        });
        done(closed);
    }

    @Transactional
    public Optional<Snoozing> snooze(UUID practice, UUID finding, String by, Duration wished) {
        return locked(practice, finding, (found, now) -> {
            var came = Snoozing.decide(found.urgency(), found.open(), wished, now);
            switch (came) {
                case Snoozing.Snoozed(Instant until) -> {
                    snoozes.set(found, by, until);
                    announce(draft -> draft.snoozed(found, by, until, now));
                }
                case Snoozing.NeverAnEmergency never -> {}
                case Snoozing.OutOfBounds tooLong -> {}
                case Snoozing.NotOpen notOpen -> {}
            }
            return came;
        });
    }

    /// @return whether there was a snooze to end
    @Transactional
    public Optional<Boolean> endSnooze(UUID practice, UUID finding, String by) {
        return locked(practice, finding, (found, now) -> {
            boolean ended = snoozes.end(finding, by);
            if (ended) {
                announce(draft -> draft.snoozeEnded(found, by, now));
            }
            return ended;
        });
    }

    private <T> Optional<T> locked(UUID practice, UUID id, BiFunction<RaisedFinding, Instant, T> decide) {
        var known = findings.of(practice, id);
        known.ifPresent(finding -> {
            places.lock(finding.key());
            findings.getEntityManager().refresh(finding);
        });
        return known.map(finding -> decide.apply(finding, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private void announce(Consumer<Announcements.Draft> what) {
        var draft = announcements.draft();
        what.accept(draft);
        draft.write();
    }

    /// Nobody has to be told of it any more.
    private void done(RaisedFinding finding) {
        snoozes.endAll(finding.id());
        places.renew(finding.key());
    }
}
