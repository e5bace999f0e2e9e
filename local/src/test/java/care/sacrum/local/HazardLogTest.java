package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The hazard log in docs/safety.md says of each hazard what it must, and every test it names is there.
class HazardLogTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern HEADING = Pattern.compile("(?m)^## H([0-9]+) (.+)$");
    private static final Pattern NAMED = Pattern.compile("`([a-z/]+/[A-Z][A-Za-z]*Test)#([A-Za-z0-9]+)`");
    private static final Pattern MARKED = Pattern.compile("(?m)^    @(Test|ParameterizedTest|TestFactory)\\b");
    private static final Pattern METHOD =
            Pattern.compile("(?m)^    (?:static )?(?:void|Stream<DynamicTest>) ([a-z][A-Za-z0-9]*)\\(");
    private static final List<String> PARTS =
            List.of("Hazard", "Causes", "Controls", "Shown by", "Residual risk", "Status");

    @Test
    void everyHazardSaysWhatItIsAndWhatStandsAgainstItAndWhatIsLeft() throws IOException {
        List<MatchResult> hazards = HEADING.matcher(log()).results().toList();
        assertThat(hazards).hasSizeGreaterThanOrEqualTo(15);
        for (int i = 0; i < hazards.size(); i++) {
            assertThat(hazards.get(i).group(1)).as("numbered in order").isEqualTo(Integer.toString(i + 1));
            assertThat(section(i)).as(hazards.get(i).group()).contains(parts());
        }
    }

    @Test
    void everyHazardStandsInTheTableWithItsSeverity() throws IOException {
        for (MatchResult hazard : HEADING.matcher(log()).results().toList()) {
            String anchor = hazard.group()
                    .substring(3)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 ]", "")
                    .replace(' ', '-');
            assertThat(log())
                    .as(anchor)
                    .containsPattern("\\| \\[H" + hazard.group(1) + "]\\(#" + anchor
                            + "\\) \\| [^|]+ \\| (catastrophic|major|moderate|minor) \\|");
        }
    }

    @Test
    void everyHazardNamesTestsAndEachOfThemIsThere() throws IOException {
        List<Path> sources = sources();
        int hazards = (int) HEADING.matcher(log()).results().count();
        for (int i = 0; i < hazards; i++) {
            List<MatchResult> named = NAMED.matcher(section(i)).results().toList();
            assertThat(named).as("tests of H%d", i + 1).isNotEmpty();
            for (MatchResult test : named) {
                List<Path> found = sources.stream()
                        .filter(source -> source.endsWith(Path.of("care/sacrum", test.group(1) + ".java")))
                        .toList();
                assertThat(found).as(test.group(1)).hasSize(1);
                assertThat(tests(Files.readString(found.getFirst())))
                        .as("H%d names %s", i + 1, test.group())
                        .contains(test.group(2));
            }
        }
    }

    @Test
    void aTestIsNamedInNoOtherWayThanTheOneThatIsChecked() throws IOException {
        assertThat(log().split("#[a-z][A-Za-z0-9]*`").length - 1)
                .isEqualTo((int) NAMED.matcher(log()).results().count());
    }

    /// The tests of a class: its members that are marked as one.
    private static List<String> tests(String source) {
        return Stream.of(source.split("(?m)^    }$"))
                .filter(member -> MARKED.matcher(member).find())
                .flatMap(member -> METHOD.matcher(member).results())
                .map(method -> method.group(1))
                .toList();
    }

    private static String[] parts() {
        return PARTS.stream().map(part -> "- **" + part + "**: ").toArray(String[]::new);
    }

    private static String section(int number) throws IOException {
        return log().split("(?m)^## H[0-9]+ ")[number + 1];
    }

    private static String log() throws IOException {
        return Files.readString(ROOT.resolve("docs/safety.md"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                20,
                (path, _) ->
                        path.toString().endsWith("Test.java") && path.toString().contains("src/test/java"))) {
            return files.toList();
        }
    }
}
