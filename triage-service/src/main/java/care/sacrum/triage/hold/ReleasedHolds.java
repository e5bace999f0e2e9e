package care.sacrum.triage.hold;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.ProgrammeMustHold.Ground;
import care.sacrum.triage.live.Releases;
import care.sacrum.triage.rules.Finding;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class ReleasedHolds implements Releases {

    private final ProgrammeHolds holds;

    ReleasedHolds(ProgrammeHolds holds) {
        this.holds = holds;
    }

    @Override
    public boolean cover(PatientKey key, Finding finding) {
        var released = Holding.released(holds.of(key));
        return Decision.of(Optional.empty(), released, List.of(new Ground(finding, Optional.empty())))
                instanceof Decision.LeaveAsItIs;
    }
}
