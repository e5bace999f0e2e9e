package care.sacrum.local.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Bearer tokens for tests, asked of the running issuer over HTTP, as everyone else must.
public final class Tokens {

    /// Where `BackingResource` says, for the whole JVM, which issuer is running.
    public static final String ISSUER_PROPERTY = "sacrum.test.issuer";

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Map<String, String> CACHED = new ConcurrentHashMap<>();

    private Tokens() {}

    public static String clinician(UUID practice) {
        return of("test-clinician", "clinician", practice);
    }

    public static String lead(UUID practice) {
        return of("test-lead", "practice_lead", practice);
    }

    public static String integrator(UUID practice) {
        return of("test-integrator", "integrator", practice);
    }

    public static String patient(String sub) {
        return of(sub, "patient", null);
    }

    public static String editor() {
        return of("test-editor", "content_editor", null);
    }

    public static String operator() {
        return of("test-operator", "operator", null);
    }

    /// Any subject with any role, known or not, of a practice or of none.
    public static String of(String sub, String role, @Nullable UUID practice) {
        return practice == null
                ? asked(ours(), "test-without-practice", sub, role, "")
                : asked(ours(), "test", sub, role, practice.toString());
    }

    /// A clinician's token that was good until the beginning of the year.
    public static String expired(UUID practice) {
        return asked(ours(), "test-expired", "test-clinician", "clinician", practice.toString());
    }

    /// A clinician's token that is good for so long from now, to the second.
    public static String clinicianFor(UUID practice, Duration lasts) {
        return token(
                ours(),
                Map.of(
                        "client_id",
                        "test",
                        "client_secret",
                        "test",
                        "sub",
                        "test-clinician",
                        "role",
                        "clinician",
                        "practice",
                        practice.toString(),
                        KnownClients.LASTS,
                        Long.toString(lasts.toSeconds())));
    }

    /// A clinician's token of an issuer that nobody here trusts.
    public static String foreign(UUID practice) {
        return asked(Issuer.foreign(ours()), "test", "test-clinician", "clinician", practice.toString());
    }

    /// A clinician's token that names our issuer, signed with another's key.
    public static String forged(UUID practice) {
        return asked(Issuer.foreign(ours()), "test-forged", "test-clinician", "clinician", practice.toString());
    }

    /// A clinician's token of our issuer, meant for another application.
    public static String forAnotherAudience(UUID practice) {
        return asked(ours(), "test-for-somewhere-else", "test-clinician", "clinician", practice.toString());
    }

    public static String expired() {
        return expired(DemoIdentities.PRACTICE);
    }

    public static String foreign() {
        return foreign(DemoIdentities.PRACTICE);
    }

    /// The token of one of the [DemoIdentities].
    public static String demo(String name) {
        return demo(ours(), name);
    }

    /// The token of one of the [DemoIdentities], of the issuer at that address.
    public static String demo(URI issuer, String name) {
        return token(issuer, Map.of("client_id", name, "client_secret", DemoIdentities.SECRET));
    }

    private static String asked(URI issuer, String client, String sub, String role, String practice) {
        var form = new TreeMap<>(Map.of("client_id", client, "client_secret", "test", "sub", sub, "role", role));
        if (!practice.isEmpty()) {
            form.put("practice", practice);
        }
        return CACHED.computeIfAbsent(issuer + " " + form, _ -> token(issuer, form));
    }

    private static URI ours() {
        var issuer = System.getProperty(ISSUER_PROPERTY);
        if (issuer == null) {
            throw new IllegalStateException(
                    "No issuer is running: annotate the test with @WithTestResource(BackingResource.class)");
        }
        return URI.create(issuer);
    }

    private static String token(URI issuer, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "grant_type=client_credentials&", ""));
        var request = HttpRequest.newBuilder(Issuer.tokenEndpoint(issuer))
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            var found = ACCESS_TOKEN.matcher(answer.body());
            if (answer.statusCode() != 200 || !found.find()) {
                throw new IllegalStateException(
                        "The issuer gave no token: %d %s".formatted(answer.statusCode(), answer.body()));
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
