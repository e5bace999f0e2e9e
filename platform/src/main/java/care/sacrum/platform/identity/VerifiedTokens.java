package care.sacrum.platform.identity;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Remembers for half a minute that a token was verified, never beyond its expiry. A patient's page sends the same
/// token
/// with every request of an evening, and verifying its signature was a fifth of the work of taking a session.
///
/// What is remembered is the whole header, to the letter; anything else is verified by Quarkus OIDC as ever.
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int TOKENS_AT_MOST = 5_000;

    private final OidcAuthenticationMechanism verification;
    private final InstantSource clock;
    private final Map<String, Verified> remembered = Collections.synchronizedMap(new Newest());

    VerifiedTokens(OidcAuthenticationMechanism verification, InstantSource clock) {
        this.verification = verification;
        this.clock = clock;
    }

    private record Verified(SecurityIdentity identity, Instant until) {}

    private static final class Newest extends LinkedHashMap<String, Verified> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > TOKENS_AT_MOST;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return verification.authenticate(context, providers);
        }
        var known = remembered.get(header);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Uni.createFrom().item(known.identity());
        }
        return verification.authenticate(context, providers).invoke(identity -> remember(header, identity));
    }

    private void remember(String header, SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
            var expires = Instant.ofEpochSecond(token.getExpirationTime());
            var until = clock.instant().plus(REMEMBERED);
            remembered.put(header, new Verified(identity, expires.isBefore(until) ? expires : until));
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return verification.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return verification.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return verification.getCredentialTransport(context);
    }
}
