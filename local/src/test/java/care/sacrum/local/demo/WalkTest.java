package care.sacrum.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTest {

    private static final String DOCUMENT = """
            Start it:
            ```sh
            ./suite run
            ```
            Then:
            ```sh
            HERE=http://localhost:8081
            curl -s $HERE/a
            ```
            | what | try it |
            |---|---|
            | read | `curl -s $HERE/b`, or `curl -s $HERE/c` |
            | make | `NEW=1; curl -s $HERE/d/$NEW`, see `GET /e` |
            """;

    @TempDir
    Path directory;

    @Test
    void itTakesBlocksAndRowsInOrderAndLeavesTheSuiteAlone() {
        assertThat(Walk.commands(DOCUMENT))
                .containsExactly(
                        "HERE=http://localhost:8081\ncurl -s $HERE/a",
                        "curl -s $HERE/b",
                        "curl -s $HERE/c",
                        "NEW=1; curl -s $HERE/d/$NEW");
    }

    @Test
    void aRequestThatFailsFailsTheWalk() throws Exception {
        assumeThat(Walk.isPossible()).isTrue();
        var document = Files.writeString(directory.resolve("README.md"), DOCUMENT.replace("8081", "9"));

        assertThatThrownBy(() -> new Walk(directory.resolve("walk"), Map.of()).through(document))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aCommandThatIsNoneFailsTheWalk() throws Exception {
        assumeThat(Walk.isPossible()).isTrue();
        var document = Files.writeString(directory.resolve("README.md"), "```sh\nno-such-command-of-sacrum\n```\n");

        assertThatThrownBy(() -> new Walk(directory.resolve("walk"), Map.of()).through(document))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-such-command-of-sacrum");
    }
}
