package care.sacrum.triage.hold;

import care.sacrum.platform.event.EventId;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.RaisedFindings;
import care.sacrum.triage.live.ProgrammeMustHold;
import care.sacrum.triage.live.Releases;
import care.sacrum.triage.rules.Finding;
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
class Holding implements Releases {

    private final ProgrammeHolds holds;
    private final RaisedFindings findings;
    private final HoldEvents events;
    private final InstantSource clock;

    Holding(ProgrammeHolds holds, RaisedFindings findings, HoldEvents events, InstantSource clock) {
        this.holds = holds;
        this.findings = findings;
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

    @Override
    public boolean cover(PatientKey key, Finding finding) {
        var ground = new ProgrammeMustHold.Ground(finding, Optional.empty());
        return Decision.of(Optional.empty(), released(holds.of(key)), List.of(ground)) instanceof Decision.LeaveAsItIs;
    }

    private static Decision.Known released(List<ProgrammeHold> past) {
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
            holds.save(hold);
            hold.release().ifPresent(release -> events.released(hold, release));
        }
        return outcome;
    }
}
