package care.sacrum.session.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What a patient told us at one moment, read and ready to be kept.
///
/// @param observed    the device's clock put right
/// @param localDay    the civil date of that, where the patient was
/// @param content     the report as it is kept and as its event says it
/// @param freeText    what the patient wrote in own words; kept, never published
/// @param fingerprint of the body as it was sent
record Report(
        UUID id,
        Kind kind,
        Instant observed,
        LocalDate localDay,
        Instant receivedAt,
        ObjectNode content,
        Optional<ObjectNode> freeText,
        byte[] fingerprint) {

    /// The same, saying that a clinician handed it in.
    Report handedInOnBehalf() {
        return new Report(
                id,
                kind,
                observed,
                localDay,
                receivedAt,
                content.deepCopy().put("onBehalf", true),
                freeText,
                fingerprint);
    }
}
