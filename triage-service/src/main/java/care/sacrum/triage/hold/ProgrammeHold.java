package care.sacrum.triage.hold;

import care.sacrum.triage.finding.PatientKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An interval in which a patient's programme is on hold.
///
/// @param version counts up when more comes to light
/// @param release absent while it holds
record ProgrammeHold(
        PatientKey key,
        UUID id,
        int version,
        Instant since,
        List<Because> because,
        Evidence evidence,
        Optional<Release> release) {

    /// @param reason in the clinician's own words
    record Release(Instant at, String by, String reason) {}

    static ProgrammeHold begun(PatientKey key, UUID id, Decision.Hold decision, Instant at) {
        return new ProgrammeHold(key, id, 1, at, decision.because(), decision.evidence(), Optional.empty());
    }

    ProgrammeHold onMore(Decision.HoldOnMore decision) {
        return new ProgrammeHold(key, id, version + 1, since, decision.because(), decision.evidence(), release);
    }

    boolean open() {
        return release.isEmpty();
    }

    /// What comes of a clinician's word that the programme may go on.
    sealed interface Releasing {

        record Released(ProgrammeHold hold) implements Releasing {}

        /// The same person released it for the same reason before.
        record Repeated(ProgrammeHold hold) implements Releasing {}

        /// Somebody released it before, or for another reason.
        record AlreadyReleased(Instant at) implements Releasing {}

        /// The clinician has not read all that holds it.
        record MoreCameToLight(int version) implements Releasing {}

        /// Nobody has acknowledged what the patient is told to go for at once or today.
        record RedFlagOpen(UUID finding) implements Releasing {}

        /// A clinician has it in hand, and the patient still reads to be seen at once or today.
        record StillToldToGo(String rule) implements Releasing {}

        record NoSuchHold() implements Releasing {}
    }

    /// @param readVersion the version of the hold that the clinician has read
    Releasing release(int readVersion, String by, String reason, Instant at) {
        if (release.isPresent()) {
            var before = release.get();
            return before.by().equals(by) && before.reason().equals(reason)
                    ? new Releasing.Repeated(this)
                    : new Releasing.AlreadyReleased(before.at());
        }
        if (readVersion != version) {
            return new Releasing.MoreCameToLight(version);
        }
        return new Releasing.Released(new ProgrammeHold(
                key, id, version, since, because, evidence, Optional.of(new Release(at, by, reason))));
    }
}
