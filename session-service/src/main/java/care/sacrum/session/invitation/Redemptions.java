package care.sacrum.session.invitation;

import care.sacrum.session.invitation.Redemption.Redeemed;
import care.sacrum.session.invitation.Redemption.Refused;
import care.sacrum.session.invitation.Redemption.TooManyRefused;
import care.sacrum.session.patient.Patients;
import care.sacrum.session.practice.Practices;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Redeems codes, one at a time for a person, and counts those that were refused.
///
/// A bean of its own, because its transaction is committed also where a code is refused: or nothing would be counted.
@Singleton
class Redemptions {

    private final Invitations invitations;
    private final Patients patients;
    private final Practices practices;
    private final EntityManager database;
    private final InvitationSettings settings;
    private final InstantSource clock;

    Redemptions(
            Invitations invitations,
            Patients patients,
            Practices practices,
            EntityManager database,
            InvitationSettings settings,
            InstantSource clock) {
        this.invitations = invitations;
        this.patients = patients;
        this.practices = practices;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    Redemption redeem(Code code, String subject) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        oneAtATime(subject);
        if (refused(subject, now) >= settings.refusedAtMost()) {
            return new TooManyRefused();
        }
        var key = invitations.keyOf(code);
        if (key.isEmpty()) {
            return refuse(subject, now);
        }
        // Whoever else redeems it, revokes it, or changes the patient's record, comes before or after.
        practices.oneAtATime(key.get().practiceId());
        var invitation = invitations
                .findByIdOptional(key.get())
                .filter(found -> found.state(now) == Invitation.State.OPEN)
                .filter(found -> !patients.isBound(found.practiceId(), subject))
                .filter(found -> patients.awaitsSubject(found.practiceId(), found.patientId()));
        if (invitation.isEmpty()) {
            return refuse(subject, now);
        }
        invitation.get().redeem(now);
        patients.bind(invitation.get().practiceId(), invitation.get().patientId(), subject);
        return new Redeemed(invitation.get().practiceId(), invitation.get().patientId());
    }

    private void oneAtATime(String subject) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:subject, 1)) is null", Boolean.class)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    private long refused(String subject, Instant now) {
        var counted = (Number) database.createNativeQuery("""
                        select count(*) from refused_code where subject_hash = :subject and refused_at > :since""", Long.class)
                .setParameter("subject", Code.hash(subject))
                .setParameter("since", now.minus(settings.refusedWithin()))
                .getSingleResult();
        return counted.longValue();
    }

    private Redemption refuse(String subject, Instant now) {
        database.createNativeQuery("delete from refused_code where refused_at <= :before")
                .setParameter("before", now.minus(settings.refusedWithin()))
                .executeUpdate();
        database.createNativeQuery("insert into refused_code (subject_hash, refused_at) values (:subject, :now)")
                .setParameter("subject", Code.hash(subject))
                .setParameter("now", now)
                .executeUpdate();
        return new Refused();
    }
}
