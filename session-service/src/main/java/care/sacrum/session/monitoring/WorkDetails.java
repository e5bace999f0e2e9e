package care.sacrum.session.monitoring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a clinician spent on a patient's monitoring on a day.
@Schema(description = "Minutes of a clinician on a patient's monitoring.")
record WorkDetails(
        @NotNull @Schema(description = "By the practice's calendar; not ahead of it.")
        LocalDate day,

        @NotNull @Min(1) @Max(240) Integer minutes,

        @NotNull
        @Schema(description = "Whether the patient, or who cares for them, was spoken to at the same time, both ways.")
        Boolean liveContact) {

    static final String EXAMPLE = """
            {"day": "2026-03-11", "minutes": 12, "liveContact": true}""";
}
