package care.sacrum.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A stranger who follows a document from top to bottom: every command of its shell blocks and of its tables, in order,
/// in one shell, as it stands but for the ports.
final class Walk {

    /// A block of commands, or a row of a table.
    private static final Pattern BLOCK_OR_ROW = Pattern.compile("(?ms)^```sh\\n(.*?)^```|^(\\|.*?\\|)$");

    private static final Pattern IN_A_ROW = Pattern.compile("`((?:curl |[A-Z]+=)[^`]*)`");

    /// What other tests run, or nobody can in a test.
    private static final Pattern NOT_HERE =
            Pattern.compile("(?m)^\\s*(?:\\./suite|\\./mvnw|docker|deploy/|cp |touch )");

    /// Between the shell and curl: any status but success is written down, and a stream without an end gets one.
    private static final String INSTEAD_OF_CURL = """
            #!/bin/sh
            ends=
            for word; do
              [ "$word" != -sN ] || ends='--max-time 3'
            done
            "$REAL_CURL" --fail-with-body $ends "$@"
            came=$?
            [ "$ends" ] && [ "$came" = 28 ] && came=0
            printf '%s %s\\n' "$came" "$*" | tr '\\n' ' ' >>"$CURLS"
            echo >>"$CURLS"
            exit "$came"
            """;

    private static final int ENDS_WITHIN_SECONDS = 120;

    private final Path directory;
    private final Map<String, String> ports;

    /// @param directory for what the walk writes down
    /// @param ports     what is published, and what it is here
    Walk(Path directory, Map<String, String> ports) {
        this.directory = directory;
        this.ports = ports;
    }

    static boolean isPossible() {
        return curl().isPresent();
    }

    static List<String> commands(String document) {
        var commands = new ArrayList<String>();
        var found = BLOCK_OR_ROW.matcher(document);
        while (found.find()) {
            if (found.group(2) != null) {
                IN_A_ROW.matcher(found.group(2)).results().forEach(each -> commands.add(each.group(1)));
            } else if (!NOT_HERE.matcher(found.group(1)).find()) {
                commands.add(found.group(1).strip());
            }
        }
        return commands;
    }

    /// Fails unless every command succeeds, with every request it makes.
    void through(Path document) throws IOException, InterruptedException {
        var script = String.join("\n", commands(Files.readString(document)));
        for (var port : ports.entrySet()) {
            script = script.replace(port.getKey(), port.getValue());
        }
        Files.createDirectories(directory);
        var curls = directory.resolve("curls");
        var errors = directory.resolve("errors");
        var instead = Files.writeString(directory.resolve("curl"), INSTEAD_OF_CURL);
        assertThat(instead.toFile().setExecutable(true)).isTrue();
        var shell = new ProcessBuilder("sh", "-c", script)
                .redirectOutput(directory.resolve("output").toFile())
                .redirectError(errors.toFile());
        shell.environment().put("PATH", directory + File.pathSeparator + System.getenv("PATH"));
        shell.environment().put("REAL_CURL", curl().orElseThrow().toString());
        shell.environment().put("CURLS", curls.toString());
        var walking = shell.start();
        assertThat(walking.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(errors).content().isBlank();
        assertThat(Files.readAllLines(curls))
                .as("what curl was asked in %s, behind its exit code", document.getFileName())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("0 "));
    }

    private static Optional<Path> curl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(each -> Path.of(each, "curl"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
