package care.sacrum.triage.worklist;

import care.sacrum.platform.identity.Caller;
import care.sacrum.triage.finding.RaisedFinding;
import care.sacrum.triage.finding.Snoozes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/// Findings as whoever asks sees them now: their own snoozes and nobody else's, and what clinicians
/// wrote only where the caller treats.
@Singleton
class FindingViews {

    private final Snoozes snoozes;
    private final Caller caller;
    private final InstantSource clock;

    FindingViews(Snoozes snoozes, Caller caller, InstantSource clock) {
        this.snoozes = snoozes;
        this.caller = caller;
        this.clock = clock;
    }

    FindingView of(RaisedFinding finding) {
        return of(List.of(finding)).getFirst();
    }

    List<FindingView> of(Collection<RaisedFinding> findings) {
        var now = clock.instant();
        var snoozed = snoozes.of(
                caller.subject(), findings.stream().map(RaisedFinding::id).toList(), now);
        return findings.stream()
                .map(finding -> FindingView.of(finding, snoozed.get(finding.id()), now, caller.treats()))
                .toList();
    }
}
