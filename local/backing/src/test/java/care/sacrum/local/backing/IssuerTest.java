package care.sacrum.local.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssuerTest {

    private static final UUID PRACTICE = UUID.fromString("0b5e0000-0000-4000-8000-000000000001");

    private static Issuer issuer;

    @BeforeAll
    static void start() {
        issuer = Issuer.forTests();
        System.setProperty(Tokens.ISSUER_PROPERTY, issuer.url().toString());
    }

    @AfterAll
    static void stop() {
        System.clearProperty(Tokens.ISSUER_PROPERTY);
        issuer.close();
    }

    @Test
    void aTestMakesUpWhomeverItNeeds() throws Exception {
        var token = read(Tokens.clinician(PRACTICE));

        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("test-clinician");
        assertThat(claims.getIssuer()).isEqualTo(issuer.url().toString());
        assertThat(claims.getAudience()).containsExactly("sacrum");
        assertThat(claims.getStringListClaim("roles")).containsExactly("clinician");
        assertThat(claims.getStringClaim("practice")).isEqualTo(PRACTICE.toString());
        assertThat(claims.getExpirationTime().toInstant()).isAfter(Instant.now().plusSeconds(7 * 3600));
        assertThat(signedByUs(token)).isTrue();
    }

    @Test
    void aPatientHasNoPractice() throws Exception {
        var claims = read(Tokens.patient("someone")).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("someone");
        assertThat(claims.getStringListClaim("roles")).containsExactly("patient");
        assertThat(claims.getClaims()).doesNotContainKey("practice");
    }

    @Test
    void thePeopleOfTheDemoPracticesSignInByTheirName() throws Exception {
        assertDemo(DemoIdentities.CLINICIAN, "clinician", DemoIdentities.PRACTICE);
        assertDemo(DemoIdentities.LEAD, "practice_lead", DemoIdentities.PRACTICE);
        assertDemo(DemoIdentities.INTEGRATOR, "integrator", DemoIdentities.PRACTICE);
        assertDemo(DemoIdentities.PRACTICE_EDITOR, "content_editor", DemoIdentities.PRACTICE);
        assertDemo(DemoIdentities.AMERICAN_CLINICIAN, "clinician", DemoIdentities.AMERICAN_PRACTICE);
        assertDemo(DemoIdentities.AMERICAN_LEAD, "practice_lead", DemoIdentities.AMERICAN_PRACTICE);
        assertDemo(DemoIdentities.EDITOR, "content_editor", null);
        assertDemo(DemoIdentities.OPERATOR, "operator", null);
        assertDemo(DemoIdentities.patient(12), "patient", null);
    }

    @Test
    void theDemosIssuerDoesNotSignForPeopleWhomATestMakesUp() throws Exception {
        try (var demo = Issuer.forTheDemo(FreePort.any())) {
            for (var stranger : List.of("test", "demo-patient-1000", "demo", "somebody")) {
                var answer = asks(demo.url(), "grant_type=client_credentials&client_secret=demo&client_id=" + stranger);

                assertThat(answer.statusCode()).as(stranger).isEqualTo(401);
                assertThat(answer.body())
                        .contains("invalid_client", "demo-clinician")
                        .doesNotContain("access_token");
            }
        }
    }

    private static HttpResponse<String> asks(URI issuer, String form) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(Issuer.tokenEndpoint(issuer))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void everyTokenThatMustBeRefusedHasItsOneFault() throws Exception {
        var expired = read(Tokens.expired(PRACTICE));
        assertThat(signedByUs(expired)).isTrue();
        assertThat(expired.getJWTClaimsSet().getExpirationTime()).isInThePast();

        var foreign = read(Tokens.foreign(PRACTICE));
        assertThat(signedByUs(foreign)).isFalse();
        assertThat(foreign.getJWTClaimsSet().getIssuer()).endsWith("/foreign");

        var forged = read(Tokens.forged(PRACTICE));
        assertThat(signedByUs(forged)).isFalse();
        assertThat(forged.getJWTClaimsSet().getIssuer()).isEqualTo(issuer.url().toString());

        var elsewhere = read(Tokens.forAnotherAudience(PRACTICE));
        assertThat(signedByUs(elsewhere)).isTrue();
        assertThat(elsewhere.getJWTClaimsSet().getAudience()).isEqualTo(List.of("somewhere-else"));
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() throws Exception {
        for (var network : java.net.NetworkInterface.networkInterfaces().toList()) {
            network.inetAddresses()
                    .filter(address -> !address.isLoopbackAddress())
                    .forEach(address -> {
                        assertThatThrownBy(() -> new java.net.Socket(
                                                address, issuer.url().getPort())
                                        .close())
                                .isInstanceOf(java.io.IOException.class);
                    });
        }
    }

    private static void assertDemo(String name, String role, @Nullable UUID practice) throws Exception {
        var claims = read(Tokens.demo(issuer.url(), name)).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(name);
        assertThat(claims.getStringListClaim("roles")).containsExactly(role);
        assertThat(claims.getStringClaim("practice")).isEqualTo(practice == null ? null : practice.toString());
    }

    private static SignedJWT read(String token) throws Exception {
        return SignedJWT.parse(token);
    }

    private static boolean signedByUs(SignedJWT token) throws Exception {
        var keys = JWKSet.load(URI.create(issuer.url() + "/jwks").toURL()).getKeys();
        assertThat(keys).hasSize(1);
        return token.verify(new RSASSAVerifier(keys.getFirst().toRSAKey()));
    }
}
