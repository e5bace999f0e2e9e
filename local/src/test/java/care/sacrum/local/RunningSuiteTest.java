package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// About processes and their order; what the services do is the matter of the end-to-end tests.
class RunningSuiteTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void everythingStartsSaysSoAndNothingIsLeftWhenItCloses() throws Exception {
        StandIn.packagedFor(home(), ServiceName.values());
        var ports = Ports.free();
        var progress = new CopyOnWriteArrayList<String>();
        var suite = suite(ports);
        try (suite) {
            suite.start(progress::add);

            assertThat(suite.services()).hasSize(3).allMatch(Service::isAlive);
            assertThat(progress)
                    .hasSize(4)
                    .anyMatch(line -> line.startsWith("triage-service is ready"))
                    .first()
                    .asString()
                    .startsWith("PostgreSQL and Kafka answer");
            assertThat(ports.taken(true)).hasSize(7);
        }

        assertThat(suite.services()).noneMatch(Service::isAlive);
        assertThat(ports.taken(true)).isEmpty();
    }

    @Test
    void aServiceThatWasKilledStartsAgainAtItsPlace() throws Exception {
        StandIn.packagedFor(home(), ServiceName.values());
        try (var suite = suite(Ports.free());
                var client = HttpClient.newHttpClient()) {
            suite.start(_ -> {});
            var triage = suite.service(ServiceName.TRIAGE);
            var before = triage.pid();

            triage.kill();
            assertThat(triage.isAlive()).isFalse();
            triage.startAgain();
            triage.awaitReady(client);

            assertThat(triage.pid()).isNotEqualTo(before);
        }
    }

    @Test
    void aServiceThatCanNotBeginStopsTheStartAndItsLastWordsAreTold() throws Exception {
        StandIn.packagedFor(home(), ServiceName.CONTENT, ServiceName.SESSION);
        StandIn.brokenFor(home(), ServiceName.TRIAGE);
        var ports = Ports.free();

        try (var suite = suite(ports)) {
            assertThatThrownBy(() -> suite.start(_ -> {}))
                    .hasMessageContaining("triage-service ended while it started")
                    .hasMessageContaining("care.sacrum.NotThere");
        }

        assertThat(ports.taken(true)).isEmpty();
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() throws Exception {
        StandIn.packagedFor(home(), ServiceName.CONTENT, ServiceName.SESSION);
        try (var suite = suite(Ports.free())) {
            assertThatThrownBy(() -> suite.start(_ -> {})).hasMessageContaining("triage-service is not built");
        }
    }

    @Test
    void servicesEndWithALauncherThatIsKilled() throws Exception {
        StandIn.packagedFor(home(), ServiceName.values());
        var ports = Ports.free();
        var launcher = launched(ports);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !launcher.isAlive() || Files.size(directory.resolve("launcher.out")) > 0);
            assertThat(directory.resolve("launcher.out")).content().isEqualToIgnoringNewLines("ready");
            var services = launcher.children()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .toList();
            assertThat(services).hasSize(3);

            launcher.destroyForcibly().waitFor();

            await().atMost(SOON).until(() -> services.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            launcher.destroyForcibly().waitFor();
        }
        // PostgreSQL outlives it, until the next start with this data.
        try (var suite = suite(ports)) {
            suite.start(_ -> {});
            assertThat(suite.services()).hasSize(3);
        }
    }

    private Process launched(Ports ports) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        home().toString(),
                        directory.resolve("data").toString(),
                        "%d %d %d %d %d %d %d"
                                .formatted(
                                        ports.content(),
                                        ports.session(),
                                        ports.triage(),
                                        ports.issuer(),
                                        ports.postgres(),
                                        ports.kafka(),
                                        ports.controller()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("launcher.out").toFile())
                .start();
    }

    static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) throws InterruptedException {
            var ports = List.of(arguments[2].split(" ")).stream()
                    .mapToInt(Integer::parseInt)
                    .toArray();
            var suite = new RunningSuite(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    new Ports(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6]),
                    null,
                    true);
            try {
                suite.start(_ -> {});
            } catch (RuntimeException | Error e) {
                System.out.println(e);
                System.exit(1);
            }
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    @Test
    void anotherIssuerTakesThePlaceOfTheDemos() throws Exception {
        StandIn.packagedFor(home(), ServiceName.values());
        var ports = Ports.free();
        var issuer = URI.create("https://sign-in.example/realms/sacrum");
        try (var suite = new RunningSuite(home(), directory.resolve("data"), ports, issuer, false)) {
            suite.start(_ -> {});

            assertThat(suite.issuerUrl()).isEqualTo(issuer);
            assertThat(ports.taken(true)).doesNotContainKey(ports.issuer()).hasSize(6);
        }
    }

    private Path home() {
        return directory.resolve("a checkout");
    }

    private RunningSuite suite(Ports ports) {
        return new RunningSuite(home(), directory.resolve("data"), ports, null, false);
    }
}
