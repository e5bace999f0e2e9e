package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a patient wrote in own words: the note, and what was written of a sign.
@Schema(description = "What a patient wrote in own words: the freeTextNote, and the details of its symptoms.")
record Note(
        UUID patientId,

        @Schema(description = "The report that it stands in.")
        UUID reportId,

        @Schema(description = "The civil date of the observation, where the patient was. ISO 8601.")
        LocalDate localDay,

        @Schema(description = "When it came. UTC.") Instant receivedAt,

        @Schema(
                description =
                        "The freeTextNote, and behind it the detail of each symptom after its code and status, such as"
                                + " saddle_numbness, denied: only a bit.")
        String text) {

    /// All that was written with a report, so that whoever has read it has read everything.
    static String textOf(JsonNode content, JsonNode freeText) {
        var parts = new ArrayList<String>();
        if (freeText.has("freeTextNote")) {
            parts.add(freeText.path("freeTextNote").asText());
        }
        for (var detail : freeText.path("symptomDetails").properties()) {
            var symptom = content.path("symptoms").path(Integer.parseInt(detail.getKey()));
            parts.add(symptom.path("code").asText() + ", "
                    + symptom.path("status").asText() + ": " + detail.getValue().asText());
        }
        return String.join("\n", parts);
    }
}
