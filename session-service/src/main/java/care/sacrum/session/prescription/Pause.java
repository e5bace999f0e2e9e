package care.sacrum.session.prescription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Days of the patient's calendar on which nothing is expected.
///
/// @param from      the first of them
/// @param resumedOn the first day on which something is expected again; absent while nobody knows
@JsonInclude(JsonInclude.Include.NON_NULL)
record Pause(
        @Schema(description = "The first day of the pause.") LocalDate from,

        @Nullable @Schema(description = "The first day after it; absent while it lasts.")
        LocalDate resumedOn) {

    boolean isOpen() {
        return resumedOn == null;
    }
}
