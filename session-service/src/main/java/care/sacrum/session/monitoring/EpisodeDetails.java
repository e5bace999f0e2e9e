package care.sacrum.session.monitoring;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// From when until when a patient is monitored; the whole of it each time.
@Schema(description = "From when until when a patient is monitored, by the patient's own calendar.")
record EpisodeDetails(
        @NotNull @Schema(description = "The day of set-up and education; windows of 30 days follow from it.")
        LocalDate setUpOn,

        @Nullable @Schema(description = "The last day; left out: it lasts.")
        LocalDate endedOn) {

    static final String EXAMPLE = """
            {"setUpOn": "2026-03-02"}""";
}
