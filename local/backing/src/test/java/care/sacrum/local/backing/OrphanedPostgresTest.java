package care.sacrum.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedPostgresTest {

    @TempDir
    Path directory;

    @Test
    void onlyAPostgresThatWorksInThisVeryDirectoryIsOurs() throws Exception {
        var other = directory.resolve("other");
        try (var backing = Backing.start(BackingOptions.forTests().embedded())) {
            var data = backing.data().resolve("postgres");
            var orphan = OrphanedPostgres.of(data).orElseThrow();
            assertThat(orphan.process().isAlive()).isTrue();

            // Another directory whose file names the same living postgres, as after a copy of a data directory.
            copyPidFile(data, other, other);
            assertThat(OrphanedPostgres.of(other)).isEmpty();
            copyPidFile(data, other, data);
            assertThat(OrphanedPostgres.of(other)).isEmpty();
        }
    }

    @Test
    void aProcessThatGotTheNumberOfADeadPostgresIsLeftAlone() throws Exception {
        var innocent =
                new ProcessBuilder("sleep", "600").directory(directory.toFile()).start();
        try {
            Files.write(
                    directory.resolve("postmaster.pid"),
                    List.of(
                            Long.toString(innocent.pid()),
                            directory.toRealPath().toString(),
                            "0"));

            assertThat(OrphanedPostgres.of(directory)).isEmpty();
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly().waitFor();
        }
    }

    @Test
    void oneThatOutlivedItsKilledStarterIsStoppedAndItsDataIsThere() throws Exception {
        var data = directory.resolve("data");
        var options = BackingOptions.forTests().embedded().in(data).durably();
        var starter = starter(options);
        var orphan = OrphanedPostgres.of(data.resolve("postgres")).orElseThrow();
        starter.destroyForcibly().waitFor();
        assertThat(orphan.process().isAlive()).isTrue();

        try (var backing = Backing.start(options);
                var connection = BackingTest.connected(backing, "session");
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT word FROM kept")) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(answer.next()).isTrue();
        }
    }

    /// Another JVM that starts a backing, writes a row and waits to be killed.
    private Process starter(BackingOptions options) throws IOException, InterruptedException {
        var ready = directory.resolve("ready");
        var starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        options.data().toString(),
                        Integer.toString(options.postgresPort()),
                        Integer.toString(options.kafkaPort()),
                        Integer.toString(options.controllerPort()),
                        ready.toString())
                .inheritIO()
                .start();
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!Files.exists(ready)) {
            assertThat(starter.isAlive() && System.nanoTime() < until)
                    .as("the other JVM starts its backing")
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return starter;
    }

    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) throws Exception {
            var options = new BackingOptions(
                    Path.of(arguments[0]),
                    true,
                    false,
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    Integer.parseInt(arguments[3]));
            var backing = Backing.start(options);
            try (var connection = BackingTest.connected(backing, "session");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 'breathe' AS word");
            }
            Files.createFile(Path.of(arguments[4]));
            Thread.currentThread().join();
        }
    }

    private static void copyPidFile(Path from, Path to, Path named) throws IOException {
        var lines = Files.readAllLines(from.resolve("postmaster.pid"));
        lines.set(1, named.toString());
        Files.createDirectories(to);
        Files.write(to.resolve("postmaster.pid"), lines);
    }
}
