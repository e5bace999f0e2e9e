package care.sacrum.session.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invitation, from the day it was made to the day it was redeemed, revoked, or forgotten about.
@Entity
@Table(name = "invitation")
class Invitation {

    @EmbeddedId
    private InvitationKey key;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "code_hash")
    private byte[] codeHash;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "invited_by")
    private String invitedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "redeemed_at")
    private @Nullable Instant redeemedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Invitation() {}

    Invitation(InvitationKey key, UUID patientId, Code code, String invitedBy, Instant now, Instant expiresAt) {
        this.key = key;
        this.patientId = patientId;
        this.codeHash = code.hash();
        this.invitedBy = invitedBy;
        this.invitedAt = now;
        this.expiresAt = expiresAt;
    }

    enum State {
        OPEN("open"),
        REDEEMED("redeemed"),
        REVOKED("revoked"),
        EXPIRED("expired");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    State state(Instant now) {
        if (redeemedAt != null) {
            return State.REDEEMED;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    void redeem(Instant now) {
        redeemedAt = now;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    UUID practiceId() {
        return key.practiceId();
    }

    UUID patientId() {
        return patientId;
    }

    InvitationView view(Instant now) {
        return new InvitationView(
                key.invitationId(), patientId, state(now).word, invitedAt, expiresAt, Optional.ofNullable(redeemedAt));
    }
}
