package care.sacrum.platform.identity;

import care.sacrum.platform.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who is calling, read from the bearer token: `sub`, `roles`, and for staff the practice (claim `practice`, a uuid).
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /// The issuer's own id of the caller.
    public String subject() {
        return Optional.ofNullable(token.getSubject()).orElse("");
    }

    /// The bearer token as it came, to ask another service in the caller's name.
    public String rawToken() {
        return token.getRawToken();
    }

    /// When the token is over. One that never is would not be let in.
    public Instant until() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /// Staff who treat, and no machine: they read what a clinician wrote in the own words.
    public boolean treats() {
        return is(Role.CLINICIAN) || is(Role.PRACTICE_LEAD);
    }

    /// Staff of that practice: clinician, lead or integrator whose token names it.
    public boolean worksAt(UUID practice) {
        return (treats() || is(Role.INTEGRATOR))
                && practice().filter(practice::equals).isPresent();
    }

    /// Refuses with 404 unless the caller is staff of that practice.
    public void mustWorkAt(UUID practice) {
        if (!worksAt(practice)) {
            throw Problem.notFound("practice", practice).refused();
        }
    }

    /// Refuses with 404 unless the caller is staff of that practice, or the patient bound to `boundSubject`.
    ///
    /// @param boundSubject the `sub` bound to the patient's record, empty when nobody is bound yet
    public void maySeePatient(UUID practice, UUID patient, Optional<String> boundSubject) {
        boolean own = is(Role.PATIENT)
                && !subject().isEmpty()
                && boundSubject.filter(subject()::equals).isPresent();
        if (!own && !worksAt(practice)) {
            throw Problem.notFound("patient", patient).refused();
        }
    }

    /// The practice that the token names; every member of its staff has one.
    public Optional<UUID> practice() {
        Object claim = token.getClaim("practice");
        if (claim == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(claim.toString()));
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }
}
