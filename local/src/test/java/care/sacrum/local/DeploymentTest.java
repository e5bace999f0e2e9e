package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The files of the deployment, read as they stand: what can be said of them without an engine.
class DeploymentTest {

    private static final Path HOME = Path.of("..");
    private static final List<String> OURS = List.of("content-service", "session-service", "triage-service");
    private static final Pattern DEMANDED = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");
    private static final Pattern METRIC = Pattern.compile("\\b(sacrum_[a-z_]+)\\b");

    private final JsonNode compose = yaml("docker-compose.yml");
    private final JsonNode realm = json("deploy/keycloak/sacrum-realm.json");

    @Test
    void everyContainerIsBoundedLoggedCheckedAndNamesItsImage() {
        services().forEach(service -> {
            var said = compose.path("services").path(service);
            assertThat(said.path("mem_limit").asText()).as(service).isNotEmpty();
            assertThat(said.path("cpus").asDouble()).as(service).isPositive();
            assertThat(said.path("logging").path("options").path("max-size").asText())
                    .as(service)
                    .isNotEmpty();
            assertThat(said.path("healthcheck").path("test").size()).as(service).isPositive();
            assertThat(said.path("restart").asText()).as(service).isEqualTo("unless-stopped");
            if (!OURS.contains(service)) {
                assertThat(said.path("image").asText()).as(service).matches("[a-z/]+:v?[0-9].*");
            }
        });
    }

    @Test
    void ourServicesRunReadOnlyWithoutPrivileges() throws IOException {
        for (var service : OURS) {
            var said = compose.path("services").path(service);
            assertThat(said.path("read_only").asBoolean()).as(service).isTrue();
            assertThat(said.path("cap_drop").path(0).asText()).as(service).isEqualTo("ALL");
            assertThat(said.path("security_opt").path(0).asText()).as(service).isEqualTo("no-new-privileges:true");
        }
        assertThat(Files.readAllLines(HOME.resolve("Dockerfile"))).contains("USER 10001:10001");
    }

    @Test
    void nothingListensBeyondTheLoopbackAddress() {
        services()
                .forEach(service -> compose.path("services")
                        .path(service)
                        .path("ports")
                        .forEach(port -> assertThat(port.asText()).as(service).startsWith("127.0.0.1:")));
    }

    @Test
    void everySecretIsDemandedAndNoneHasADefault() throws IOException {
        var demanded = new TreeSet<String>();
        services()
                .forEach(service -> compose.path("services")
                        .path(service)
                        .path("environment")
                        .properties()
                        .forEach(setting -> {
                            var name = setting.getKey();
                            if (name.matches(".*(PASSWORD|SECRET|KEY)")) {
                                var match = DEMANDED.matcher(setting.getValue().asText());
                                assertThat(match.matches())
                                        .as(service + " " + name)
                                        .isTrue();
                                demanded.add(match.group(1));
                            }
                        }));
        var example = Files.readAllLines(HOME.resolve(".env.example")).stream()
                .filter(line -> line.endsWith("="))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
        assertThat(demanded).hasSizeGreaterThanOrEqualTo(8).containsExactlyInAnyOrderElementsOf(example);
        assertThat(realm.findValuesAsText("secret")).containsExactly("${SACRUM_OPERATOR_SECRET}");
        assertThat(realm.findValues("credentials")).isEmpty();
    }

    @Test
    void theRealmGivesEveryRoleAndTheClaimsThatTheServicesRead() throws IOException {
        var roles = StreamSupport.stream(realm.path("roles").path("realm").spliterator(), false)
                .map(role -> role.path("name").asText())
                .toList();
        var source = Files.readString(HOME.resolve("platform/src/main/java/care/sacrum/platform/identity/Role.java"));
        var known = Pattern.compile("= \"([a-z_]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(known).isNotEmpty();
        assertThat(roles).containsExactlyInAnyOrderElementsOf(known);

        var mappers = realm.path("clientScopes").path(0).path("protocolMappers");
        assertThat(mappers.findValuesAsText("claim.name")).containsExactlyInAnyOrder("roles", "practice");
        assertThat(mappers.findValuesAsText("included.custom.audience")).containsExactly("sacrum");
        assertThat(mappers.findValuesAsText("protocolMapper")).contains("oidc-sub-mapper");
    }

    /// Whoever could write his own practice could read another's patients.
    @Test
    void nobodyWritesHisOwnPractice() throws IOException {
        var profile = new ObjectMapper()
                .readTree(realm.findValue("kc.user.profile.config").path(0).asText());
        var practice = StreamSupport.stream(profile.path("attributes").spliterator(), false)
                .filter(attribute -> attribute.path("name").asText().equals("practice"))
                .findFirst()
                .orElseThrow();

        assertThat(practice.path("permissions").path("edit"))
                .extracting(JsonNode::asText)
                .containsExactly("admin");
        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
        realm.path("clients")
                .forEach(client -> assertThat(
                                client.path("directAccessGrantsEnabled").asBoolean())
                        .isFalse());
    }

    @Test
    void theBoardAsksOnlyForMetricsThatTheSuiteHas() throws IOException {
        var asked = metrics(Files.readString(HOME.resolve("deploy/grafana/dashboards/sacrum.json")));
        var described = metrics(Files.readString(HOME.resolve("docs/operations.md")));

        assertThat(asked).isNotEmpty().isSubsetOf(described);
        assertThat(yaml("deploy/prometheus/prometheus.yml").findValuesAsText("job_name"))
                .containsExactlyElementsOf(OURS);
    }

    @Test
    void eachServiceLogsOneJsonObjectALine() {
        for (var service : OURS) {
            assertThat(compose.path("services")
                            .path(service)
                            .path("environment")
                            .path("QUARKUS_LOG_CONSOLE_JSON_ENABLED")
                            .asText())
                    .as(service)
                    .isEqualTo("true");
        }
    }

    private List<String> services() {
        var names = new ArrayList<String>();
        compose.path("services").fieldNames().forEachRemaining(names::add);
        assertThat(names).containsAll(OURS).contains("postgres", "kafka", "keycloak");
        return names;
    }

    private static Set<String> metrics(String text) {
        var names = new TreeSet<String>();
        METRIC.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static JsonNode yaml(String file) {
        return new ObjectMapper()
                .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text(file)));
    }

    private static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(HOME.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
