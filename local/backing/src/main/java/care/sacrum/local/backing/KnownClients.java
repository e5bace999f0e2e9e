package care.sacrum.local.backing;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/// Tokens for the clients that are known, and none for a stranger, whose token would say neither who it is nor what
/// role they have. Good for so many seconds as a request says in `lasts`, else as long as usual.
record KnownClients(OAuth2TokenCallback usual, InstantSource clock) implements OAuth2TokenCallback {

    static final String LASTS = "lasts";

    private static final String UNKNOWN =
            "This client_id is none of the demo's people, such as demo-clinician, demo-lead"
                    + " or demo-patient-1; the README names them.";

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        var claims = new HashMap<>(usual.addClaims(request));
        if (claims.isEmpty()) {
            throw new OAuth2Exception(
                    OAuth2Error.INVALID_CLIENT.setDescription(UNKNOWN), "A client that nobody knows asked for a token");
        }
        var lasts = request.getCustomParameter(LASTS);
        if (lasts != null) {
            var until = clock.instant().plusSeconds(Long.parseLong(lasts.getFirst()));
            claims.put("exp", until.getEpochSecond());
        }
        return claims;
    }

    @Override
    public String issuerId() {
        return usual.issuerId();
    }

    @Override
    public @Nullable String subject(TokenRequest request) {
        return usual.subject(request);
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return usual.typeHeader(request);
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return usual.audience(request);
    }

    @Override
    public long tokenExpiry() {
        return usual.tokenExpiry();
    }
}
