package care.sacrum.session.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An invitation as the practice reads it; without its code, which nobody knows any more.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record InvitationView(
        UUID invitationId,
        UUID patientId,

        @Schema(enumeration = {"open", "redeemed", "revoked", "expired"})
        String state,

        Instant invitedAt,
        Instant expiresAt,
        Optional<Instant> redeemedAt) {}
