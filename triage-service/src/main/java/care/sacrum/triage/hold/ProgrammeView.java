package care.sacrum.triage.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a patient is to do with the programme, and why.
///
/// @param state   what counts: `hold`, `ease` or `continue`
/// @param advised what the rules said when they were last asked: `hold` here and not in `state` was released by a
///                clinician
/// @param hold    what holds it, absent while nothing does
/// @param released the newest hold that a clinician released, absent where none ever was
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ProgrammeView(String state, String advised, Optional<Hold> hold, Optional<Released> released) {

    /// @param version to be named by whoever releases it
    record Hold(UUID holdId, int version, Instant since, List<Because> because) {

        static Hold of(ProgrammeHold hold) {
            return new Hold(hold.id(), hold.version(), hold.since(), hold.because());
        }
    }

    /// @param reason in the clinician's own words; for staff who treat only
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Released(
            UUID holdId, Instant since, Instant releasedAt, Optional<String> releasedBy, Optional<String> reason) {

        static Released of(ProgrammeHold hold, ProgrammeHold.Release release, boolean inFull) {
            return new Released(
                    hold.id(),
                    hold.since(),
                    release.at(),
                    Optional.of(release.by()).filter(by -> inFull),
                    Optional.of(release.reason()).filter(reason -> inFull));
        }
    }

    /// A hold of the past or of now, as it is kept.
    ///
    /// @param because  the rules that held it, each with the finding that it raised
    /// @param released absent while it holds
    @Schema(name = "PastHold")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Past(UUID holdId, int version, Instant since, List<Because> because, Optional<Released> released) {

        static Past of(ProgrammeHold hold) {
            return new Past(
                    hold.id(),
                    hold.version(),
                    hold.since(),
                    hold.because(),
                    hold.release().map(release -> Released.of(hold, release, true)));
        }
    }

    /// @param holds the oldest first
    static ProgrammeView of(ProgrammeHolds.State state, List<ProgrammeHold> holds, boolean inFull) {
        return new ProgrammeView(
                state.state(),
                state.advised(),
                holds.stream().filter(ProgrammeHold::open).findFirst().map(Hold::of),
                holds.reversed().stream()
                        .filter(hold -> !hold.open())
                        .findFirst()
                        .flatMap(hold -> hold.release().map(release -> Released.of(hold, release, inFull))));
    }
}
