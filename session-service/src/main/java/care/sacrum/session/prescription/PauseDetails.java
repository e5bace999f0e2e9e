package care.sacrum.session.prescription;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.problem.Problem;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// From when on nothing is expected.
@Schema(description = "A pause that lasts until it is ended.")
record PauseDetails(
        @Nullable @Schema(description = "The first day of it; usually today, where the patient lives.")
        LocalDate from) {

    static final String EXAMPLE = """
            {"from": "2026-03-02"}""";

    /// Refuses what no annotation can tell.
    void mustBeOfOurTime() {
        if (from != null && !OurTime.holds(from)) {
            throw Problem.unprocessable("from", OurTime.MUST).refused();
        }
    }
}
