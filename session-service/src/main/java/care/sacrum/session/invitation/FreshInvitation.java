package care.sacrum.session.invitation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An invitation that was made just now, with its code: this once and never again.
record FreshInvitation(
        UUID invitationId,
        UUID patientId,

        @Schema(description = "To be handed to the patient.", examples = "7K2M-0QXD-9TWB-4HRC")
        String code,

        @Schema(description = "From then on it is refused.") Instant expiresAt) {

    /// Never the code.
    @Override
    public String toString() {
        return "FreshInvitation " + invitationId;
    }
}
