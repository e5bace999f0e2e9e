package care.sacrum.local.backing;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import no.nav.security.mock.oauth2.token.RequestMapping;
import no.nav.security.mock.oauth2.token.RequestMappingTokenCallback;

/// An OpenID Connect issuer that signs for whoever gives a name that it knows, and asks nothing else: the
/// people of the demo practices, and for tests any subject, role and practice. A client that it does not know
/// is refused. Bound to the loopback address, and never for a patient's real data.
///
/// A second issuer at the same address, `foreign`, signs with a key of its own what every service must refuse.
public final class Issuer implements AutoCloseable {

    public static final int PORT = 8084;
    public static final String AUDIENCE = "sacrum";

    private static final String OURS = "sacrum";
    private static final String FOREIGN = "foreign";
    private static final Duration TOKENS_LAST = Duration.ofHours(8);
    private static final String JWT = "JWT";

    private final MockOAuth2Server server;
    private final int port;

    private Issuer(MockOAuth2Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /// With the people of the demo practices and no others.
    public static Issuer forTheDemo(int port) {
        return started(port, demo(url(port).toString()));
    }

    /// Besides them, anyone whom a test makes up.
    public static Issuer forTests() {
        var port = FreePort.any();
        var mappings = new ArrayList<>(forAnyone(url(port).toString()));
        mappings.addAll(demo(url(port).toString()));
        return started(port, mappings);
    }

    private static Issuer started(int port, List<RequestMapping> mappings) {
        QuietLogs.please();
        var tokens = new OAuth2TokenProvider();
        // Keys are dealt out in the order of asking; asked for now, ours is the same at every start.
        tokens.publicJwkSet(OURS);
        var ours = new KnownClients(
                new RequestMappingTokenCallback(OURS, mappings, TOKENS_LAST.toSeconds()), InstantSource.system());
        var foreign =
                new RequestMappingTokenCallback(FOREIGN, fromAbroad(url(port).toString()), TOKENS_LAST.toSeconds());
        var server = new MockOAuth2Server(
                new OAuth2Config(true, null, null, false, tokens, Set.of(ours, foreign), new MockWebServerWrapper()));
        server.start(InetAddress.getLoopbackAddress(), port);
        return new Issuer(server, port);
    }

    public URI url() {
        return url(port);
    }

    public URI tokenEndpoint() {
        return tokenEndpoint(url());
    }

    static URI tokenEndpoint(URI issuer) {
        return URI.create(issuer + "/token");
    }

    static URI foreign(URI issuer) {
        return issuer.resolve("/" + FOREIGN);
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /// Where the issuer on that port is, or will be.
    public static URI url(int port) {
        return URI.create("http://localhost:%d/%s".formatted(port, OURS));
    }

    /// By client (a script with `client_credentials`) and by name (a person at the login page).
    private static List<RequestMapping> demo(String issuer) {
        var mappings = new ArrayList<RequestMapping>();
        for (var parameter : List.of("client_id", "subject")) {
            for (var staff : DemoIdentities.STAFF) {
                var claims = claims(issuer, staff.name(), staff.role());
                if (staff.practice() != null) {
                    claims.put("practice", staff.practice().toString());
                }
                mappings.add(new RequestMapping(parameter, staff.name(), claims, JWT));
            }
            mappings.add(new RequestMapping(
                    parameter,
                    DemoIdentities.patient(0).replace("0", "[0-9]{1,3}"),
                    claims(issuer, "${%s}".formatted(parameter), "patient"),
                    JWT));
        }
        return mappings;
    }

    private static List<RequestMapping> forAnyone(String issuer) {
        var staff = claims(issuer, "${sub}", "${role}");
        staff.put("practice", "${practice}");
        var expired = claims(issuer, "${sub}", "${role}");
        expired.put("practice", "${practice}");
        expired.put("exp", Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());
        var elsewhere = claims(issuer, "${sub}", "${role}");
        elsewhere.put("practice", "${practice}");
        elsewhere.put("aud", List.of("somewhere-else"));
        return List.of(
                new RequestMapping("client_id", "test", staff, JWT),
                new RequestMapping("client_id", "test-without-practice", claims(issuer, "${sub}", "${role}"), JWT),
                new RequestMapping("client_id", "test-expired", expired, JWT),
                new RequestMapping("client_id", "test-for-somewhere-else", elsewhere, JWT));
    }

    /// One says honestly that it is foreign, one claims to be ours.
    private static List<RequestMapping> fromAbroad(String issuer) {
        var honest = claims(URI.create(issuer).resolve("/" + FOREIGN).toString(), "${sub}", "${role}");
        honest.put("practice", "${practice}");
        var forged = claims(issuer, "${sub}", "${role}");
        forged.put("practice", "${practice}");
        return List.of(
                new RequestMapping("client_id", "test", honest, JWT),
                new RequestMapping("client_id", "test-forged", forged, JWT));
    }

    private static Map<String, Object> claims(String issuer, String subject, String role) {
        var claims = new HashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", List.of(AUDIENCE));
        claims.put("roles", List.of(role));
        return claims;
    }
}
