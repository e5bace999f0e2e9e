package care.sacrum.triage.live;

import care.sacrum.triage.live.RaisedFinding.Acknowledgement;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// A clinician takes a finding on: said with a note, kept, announced, and off the open worklist.
@Singleton
public class Acknowledgements {

    private final RaisedFindings findings;
    private final WatchedPatients patients;
    private final Announcements announcements;
    private final InstantSource clock;

    Acknowledgements(
            RaisedFindings findings, WatchedPatients patients, Announcements announcements, InstantSource clock) {
        this.findings = findings;
        this.patients = patients;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// @return what came of it; empty when that practice has no such finding
    @Transactional
    public Optional<Acknowledgement> acknowledge(UUID practice, UUID findingId, String by, String note) {
        var known = findings.of(practice, findingId);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var key = known.get().key();
        patients.lock(new TreeSet<>(List.of(key)));
        var finding = known.get();
        findings.getEntityManager().refresh(finding);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var outcome = finding.acknowledge(by, note, now);
        if (outcome instanceof Acknowledgement.Taken) {
            findings.flush();
            var draft = announcements.draft();
            draft.acknowledged(finding, by, now);
            draft.write();
            var top = Watch.mostUrgent(findings.open(List.of(key)).getOrDefault(key, List.of()));
            patients.saveOpen(key, top == null ? null : top.urgency(), top == null ? null : top.raisedAt());
        }
        return Optional.of(outcome);
    }
}
