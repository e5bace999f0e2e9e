package care.sacrum.session.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a patient wrote in own words.
@Schema(description = "What a patient wrote in own words.")
record Note(
        UUID patientId,

        @Schema(description = "The report that it stands in.")
        UUID reportId,

        @Schema(description = "The civil date of the observation, where the patient was. ISO 8601.")
        LocalDate localDay,

        @Schema(description = "When it came. UTC.") Instant receivedAt,

        @Schema(description = "At most 2000 characters.", maxLength = 2000)
        String text) {}
