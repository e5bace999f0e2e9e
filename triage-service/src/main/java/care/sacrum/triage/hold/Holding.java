package care.sacrum.triage.hold;

import care.sacrum.platform.event.EventId;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.RaisedFindings;
import care.sacrum.triage.live.Evaluations;
import care.sacrum.triage.live.ProgrammeMustHold;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Languages;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Puts programmes on hold and releases them; each in one transaction with its event, the patient's row locked.
@Singleton
class Holding {

    private final ProgrammeHolds holds;
    private final RaisedFindings findings;
    private final Evaluations evaluations;
    private final HoldEvents events;
    private final InstantSource clock;

    Holding(
            ProgrammeHolds holds,
            RaisedFindings findings,
            Evaluations evaluations,
            HoldEvents events,
            InstantSource clock) {
        this.holds = holds;
        this.findings = findings;
        this.evaluations = evaluations;
        this.events = events;
        this.clock = clock;
    }

    void hold(@Observes ProgrammeMustHold told) {
        var known = holds.of(
                told.patients().stream().map(ProgrammeMustHold.Patient::key).toList());
        for (var patient : told.patients()) {
            var past = known.getOrDefault(patient.key(), List.of());
            var open = past.stream().filter(ProgrammeHold::open).findFirst();
            var released = released(past);
            var before = open.map(Holding::known);
            switch (Decision.of(before, released, patient.grounds())) {
                case Decision.Hold decided -> {
                    var hold = ProgrammeHold.begun(
                            patient.key(), EventId.of("hold", patient.key(), told.at()), decided, told.at());
                    holds.save(hold);
                    events.held(hold);
                }
                case Decision.HoldOnMore decided -> {
                    var hold = open.orElseThrow().onMore(decided);
                    holds.save(hold);
                    events.heldOnMore(hold, told.at());
                }
                case Decision.LeaveAsItIs() -> {}
            }
        }
    }

    /// The rule for which the patient reads at this moment to be seen at once or today.
    private Optional<String> stillToldToGo(PatientKey key) {
        return evaluations.now(key, Languages.ENGLISH).stream()
                .flatMap(advice -> advice.evaluation().findings().stream())
                .filter(finding -> finding.urgency().isForToday())
                .map(Finding::rule)
                .findFirst();
    }

    /// All that was released of these.
    static Decision.Known released(List<ProgrammeHold> past) {
        return past.stream()
                .filter(hold -> !hold.open())
                .map(Holding::known)
                .reduce(Decision.Known.NOTHING, Decision.Known::and);
    }

    private static Decision.Known known(ProgrammeHold hold) {
        return new Decision.Known(hold.because(), hold.evidence());
    }

    @Transactional
    ProgrammeHold.Releasing release(PatientKey key, UUID holdId, int readVersion, String by, String reason) {
        holds.lock(key);
        var found =
                holds.of(key).stream().filter(hold -> hold.id().equals(holdId)).findFirst();
        if (found.isEmpty()) {
            return new ProgrammeHold.Releasing.NoSuchHold();
        }
        var outcome =
                found.get().release(readVersion, by, reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (outcome instanceof ProgrammeHold.Releasing.Released(var hold)) {
            var first = findings.redFlagToAcknowledge(key);
            if (first.isPresent()) {
                return new ProgrammeHold.Releasing.RedFlagOpen(first.get().id());
            }
            var stillTold = stillToldToGo(key);
            if (stillTold.isPresent()) {
                return new ProgrammeHold.Releasing.StillToldToGo(stillTold.get());
            }
            holds.save(hold);
            hold.release().ifPresent(release -> events.released(hold, release));
        }
        return outcome;
    }
}
