package care.sacrum.session.invitation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The invitations of the practices.
@Singleton
class Invitations implements PanacheRepositoryBase<Invitation, InvitationKey> {

    /// Where a page of a patient's invitations begins: behind this one.
    record Place(Instant invitedAt, UUID invitationId) {}

    Optional<Invitation> find(UUID practice, UUID patient, UUID invitation) {
        return find("key = ?1 and patientId = ?2", new InvitationKey(practice, invitation), patient)
                .firstResultOptional();
    }

    /// Only its key, so that whoever then waits for a lock reads the invitation afterwards.
    Optional<InvitationKey> keyOf(Code code) {
        return getEntityManager()
                .createQuery("select i.key from Invitation i where i.codeHash = :hash", InvitationKey.class)
                .setParameter("hash", code.hash())
                .getResultStream()
                .findFirst();
    }

    List<Invitation> open(UUID practice, UUID patient, Instant now) {
        return list(
                "key.practiceId = ?1 and patientId = ?2 and redeemedAt is null and revokedAt is null and expiresAt > ?3",
                practice,
                patient,
                now);
    }

    /// The latest first.
    List<Invitation> page(UUID practice, UUID patient, Optional<Place> after, int limit) {
        var query = new StringBuilder("key.practiceId = :practice and patientId = :patient");
        var values = new HashMap<String, Object>(Map.of("practice", practice, "patient", patient));
        after.ifPresent(place -> {
            query.append(
                    " and (invitedAt < :invitedAt or invitedAt = :invitedAt and key.invitationId < :invitationId)");
            values.put("invitedAt", place.invitedAt);
            values.put("invitationId", place.invitationId);
        });
        return find(query + " order by invitedAt desc, key.invitationId desc", values)
                .page(0, limit)
                .list();
    }
}
