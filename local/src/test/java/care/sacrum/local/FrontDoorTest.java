package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `suite`, the shell script, as a person meets it.
class FrontDoorTest {

    private static final Path SCRIPT = Path.of("..", "suite").toAbsolutePath().normalize();
    private static final int USAGE = 64;
    private static final int NOTHING_TO_STOP = 3;

    @TempDir
    Path directory;

    @Test
    void itIsAPlainShellScript() throws Exception {
        assertThat(said(Map.of(), "sh", "-n", SCRIPT.toString()).code()).isZero();
        assertThat(SCRIPT).isExecutable();
        assertThat(SCRIPT.resolveSibling(".ci/run")).isExecutable();
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        var help = suite("help");

        assertThat(help.code()).isZero();
        assertThat(help.words())
                .contains("run", "test", "case", "rules", "bench", "stop", "doctor", "--data", "--fresh", "--issuer");
        assertThat(suite().words()).isEqualTo(help.words());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "run --frehs",
                "run --no-demo",
                "run --data",
                "run --data --fresh",
                "run --issuer nobody",
                "stop now",
                "doctor --all",
                "test --quick",
                "bench twice",
                "case",
                "case --all",
                "rules --json"
            })
    void whatItDoesNotKnowItRefusesAndSaysWhereHelpIs(String words) throws Exception {
        var answer = suite(words.split(" "));

        assertThat(answer.code()).isEqualTo(USAGE);
        assertThat(answer.words()).contains("./suite help");
    }

    @Test
    void theDoctorNamesTheJdkThePortsAndThePlaceOfTheData() throws Exception {
        var data = directory.resolve("my data");
        Files.createDirectory(data);

        var doctor = suite("doctor", "--data", data.toString());

        assertThat(doctor.code()).isZero();
        assertThat(doctor.words())
                .containsPattern("JDK 25 +/")
                .contains(data.toString())
                .contains("Port 8083", "Port 25432", "Port 28092")
                .contains("does not run");
    }

    @Test
    void aTakenPortIsNamedWithWhoHoldsIt() throws Exception {
        try (var holder = new ServerSocket()) {
            hold(holder);

            var answer = suite("run", "--data", directory.toString());

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.words()).containsPattern("Port 8083, which triage-service needs, is taken by .+");
            if (holder.isBound()) {
                assertThat(answer.words())
                        .contains("process " + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void withoutAJdk25ItSaysHowToGetOne() throws Exception {
        // A path with everything but a JDK: the usual places are real, so a JDK found there is as good an answer.
        var answer = said(Map.of("JAVA_HOME", directory.toString()), SCRIPT.toString(), "doctor");

        assertThat(answer.words()).containsPattern("JDK 25 +(/.*25.*|none found)");
    }

    @Test
    void stoppingWhatDoesNotRunSaysWhereItLookedAndHasACodeOfItsOwn() throws Exception {
        var answer = suite("stop", "--data", directory.toString());

        assertThat(answer.code()).isEqualTo(NOTHING_TO_STOP);
        assertThat(answer.words()).contains("No suite runs with the data in " + directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --data=somewhere", "stop --data=somewhere", "doctor --data=somewhere"})
    void anOptionWithAnEqualsSignIsToldHowItIsWritten(String words) throws Exception {
        var answer = suite(words.split(" "));

        assertThat(answer.code()).isEqualTo(USAGE);
        assertThat(answer.words()).contains("--data DIR");
    }

    @Test
    void aSuiteThatRunsAlreadyIsStoppedByTheCommandThatIsNamed() throws Exception {
        var data = Files.createDirectory(directory.resolve("it's mine"));
        var other = launcherWith(data);
        try {
            Files.writeString(data.resolve("suite.pid"), other.pid() + "\n");

            var answer = suite("run", "--data", data.toString());
            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.words())
                    .contains("runs already (process " + other.pid() + ")")
                    .contains(stopCommand(data) + " ends it");

            var named = stopCommand(data).replace("./suite", "\"$0\"");
            var stopped = said(Map.of(), "sh", "-c", named, SCRIPT.toString());
            assertThat(stopped.code()).isZero();
            assertThat(other.waitFor()).isNotZero();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--fresh --issuer https://id.example --no-demo"})
    void aSuiteWithOtherDataIsNamedWithTheCommandThatStopsIt(String options) throws Exception {
        var data = Files.createDirectory(directory.resolve("other data"));
        var here = Files.createDirectory(directory.resolve("here")).toString();
        var other = launcherWith(data, options.split(" "));
        try (var holder = new ServerSocket()) {
            hold(holder);
            var itIs = "A Sacrum suite runs with the data in %s (process %d): %s ends it."
                    .formatted(data, other.pid(), stopCommand(data));

            // In a narrow window ps is tempted to cut what it says.
            var doctor = said(Map.of("COLUMNS", "40"), SCRIPT.toString(), "doctor", "--data", here);
            assertThat(doctor.words()).contains("does not run with this data").contains(itIs);
            assertThat(suite("run", "--data", here).words())
                    .contains("is taken by")
                    .contains(itIs);
            var stop = suite("stop", "--data", here);
            assertThat(stop.code()).isEqualTo(NOTHING_TO_STOP);
            assertThat(stop.words())
                    .contains("No suite runs with the data in " + here)
                    .contains(itIs);
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void theDataAreNamedOnlyWhereTheyAreNotTheUsualOnes() {
        assertThat(stopCommand(SCRIPT.resolveSibling(".sacrum"))).isEqualTo("./suite stop");
        assertThat(stopCommand(Path.of("/srv/sacrum-2"))).isEqualTo("./suite stop --data /srv/sacrum-2");
        assertThat(stopCommand(Path.of("/srv/it's"))).isEqualTo("./suite stop --data '/srv/it'\\''s'");
    }

    @Test
    void stopLeavesAProcessAloneThatOnlyGotTheNumber() throws Exception {
        var innocent = new ProcessBuilder("sleep", "600").start();
        try {
            var postgres = Files.createDirectories(directory.resolve("postgres"));
            Files.writeString(directory.resolve("suite.pid"), innocent.pid() + "\n");
            Files.write(
                    postgres.resolve("postmaster.pid"), List.of(Long.toString(innocent.pid()), postgres.toString()));

            assertThat(suite("stop", "--data", directory.toString()).code()).isEqualTo(NOTHING_TO_STOP);
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly().waitFor();
        }
    }

    /// Holds a port of the suite. Another run on this machine may hold it already, which serves as well.
    private static void hold(ServerSocket holder) {
        try {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8083));
        } catch (IOException _) {
            assertThat(holder.isBound()).isFalse();
        }
    }

    /// A process with the arguments of a launcher, which waits and does nothing else.
    private Process launcherWith(Path data, String... options) throws IOException {
        var java = Files.createDirectory(directory.resolve("bin")).resolve("java");
        Files.writeString(java, "read -r _\n");
        var command = new ArrayList<>(List.of(
                "sh", java.toString(), "-Xmx1m", "care.sacrum.local.Suite", "/a checkout", "--data", data.toString()));
        Arrays.stream(options).filter(option -> !option.isEmpty()).forEach(command::add);
        return new ProcessBuilder(command).start();
    }

    private static String stopCommand(Path data) {
        return Welcome.stopCommand(new SuiteOptions(SCRIPT.getParent(), data, false, null, true));
    }

    private static Answer suite(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(Arrays.asList(words));
        return said(Map.of(), command.toArray(String[]::new));
    }

    private static Answer said(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), words);
    }

    private record Answer(int code, String words) {}
}
