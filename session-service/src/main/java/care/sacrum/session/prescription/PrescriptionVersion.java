package care.sacrum.session.prescription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A prescription as it stood from one moment to the next.
///
/// @param recordedBy the sub of the member of staff; not told to the patient, and not known of the oldest
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PrescriptionVersion(
        long version,
        Instant recordedAt,
        Optional<String> recordedBy,

        @Schema(implementation = PrescriptionView.class) JsonNode prescription) {

    PrescriptionVersion withoutItsAuthor() {
        return new PrescriptionVersion(version, recordedAt, Optional.empty(), prescription);
    }
}
