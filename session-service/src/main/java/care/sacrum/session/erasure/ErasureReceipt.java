package care.sacrum.session.erasure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer to an erasure.
@Schema(description = "What is erased, and what others still hold until it expires. Times are UTC.")
record ErasureReceipt(
        UUID practiceId,
        UUID patientId,

        @Schema(description = "When it was erased here; an erasure asked for again keeps the first time.")
        Instant erasedAt,

        @Schema(
                description =
                        "Kafka's topics hold the events told before until then, by pseudonym and without free text.")
        Instant topicsHoldUntil,

        @Schema(
                description =
                        "Backups of the databases hold the rows until then, if the operator keeps to the setting.")
        Instant backupsHoldUntil,

        @Schema(description = "What else holds data of the patient.")
        String others) {

    private static final String OTHERS =
            "The other services delete what they hold when they read patient-erased. Whoever else reads the events"
                    + " must do the same.";

    static ErasureReceipt of(PatientErased erased, ErasureSettings settings) {
        return new ErasureReceipt(
                erased.practiceId(),
                erased.patientId(),
                erased.erasedAt(),
                erased.erasedAt().plus(settings.topicsKept()),
                erased.erasedAt().plus(settings.backupsKept()),
                OTHERS);
    }
}
