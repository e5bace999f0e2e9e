package care.sacrum.local.backing;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/// Tokens as usual, but good for so many seconds only as a request says in `lasts`.
record AsLongAsAsked(OAuth2TokenCallback usual) implements OAuth2TokenCallback {

    static final String LASTS = "lasts";

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        var claims = new HashMap<>(usual.addClaims(request));
        var lasts = request.getCustomParameter(LASTS);
        if (lasts != null) {
            var until = Instant.now().plusSeconds(Long.parseLong(lasts.getFirst()));
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
