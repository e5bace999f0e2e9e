package care.sacrum.session.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// An invitation of a practice.
@Embeddable
record InvitationKey(
        @Column(name = "practice_id") UUID practiceId,
        @Column(name = "invitation_id") UUID invitationId) {}
