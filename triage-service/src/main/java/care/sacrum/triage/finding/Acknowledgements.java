package care.sacrum.triage.finding;

import care.sacrum.triage.finding.RaisedFinding.Acknowledgement;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// A clinician takes a finding on: said with a note, kept, announced, and off the open worklist.
@Singleton
public class Acknowledgements {

    private final RaisedFindings findings;
    private final Places places;
    private final Announcements announcements;
    private final InstantSource clock;

    Acknowledgements(RaisedFindings findings, Places places, Announcements announcements, InstantSource clock) {
        this.findings = findings;
        this.places = places;
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
        places.lock(key);
        var finding = known.get();
        findings.getEntityManager().refresh(finding);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var outcome = finding.acknowledge(by, note, now);
        if (outcome instanceof Acknowledgement.Taken) {
            var draft = announcements.draft();
            draft.acknowledged(finding, by, now);
            draft.write();
            places.renew(key);
        }
        return Optional.of(outcome);
    }
}
