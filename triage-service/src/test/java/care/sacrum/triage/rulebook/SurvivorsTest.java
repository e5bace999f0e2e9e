package care.sacrum.triage.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/// The document that explains each surviving mutant, against the report of the mutation testing that has just run. It
/// runs by itself, after that and never with the others: see the profile `full`.
@Tag("full")
@Tag("after-mutation")
class SurvivorsTest {
    private static final File REPORT = new File("target/pit-reports/mutations.xml");
    private static final Path DOCUMENT = Path.of("../docs/rules-mutation.md");
    private static final Path SOURCES = Path.of("src/main/java");

    /// A row of the document's table: file, line of code, change, why.
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| `(.+?)` \\| ([^|]+) \\| .{20,} \\|$");

    private record Survivor(String file, String code, String change) {}

    @Test
    void theDocumentExplainsEachMutantThatSurvivedAndNoOther() throws Exception {
        assertThat(explained())
                .as("docs/rules-mutation.md against %s", REPORT)
                .containsExactlyInAnyOrderElementsOf(survived());
    }

    private static List<Survivor> explained() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> new Survivor(row.group(1), row.group(2).replace("\\|", "|"), row.group(3)))
                .toList();
    }

    private static List<Survivor> survived() throws Exception {
        var mutations = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(REPORT)
                .getElementsByTagName("mutation");
        return IntStream.range(0, mutations.getLength())
                .mapToObj(i -> (Element) mutations.item(i))
                .filter(mutation -> mutation.getAttribute("detected").equals("false"))
                .map(SurvivorsTest::survivor)
                .toList();
    }

    private static Survivor survivor(Element mutation) {
        String file = text(mutation, "sourceFile");
        String folder =
                text(mutation, "mutatedClass").replaceAll("\\.[^.]+$", "").replace('.', '/');
        try {
            List<String> lines = Files.readAllLines(SOURCES.resolve(folder).resolve(file));
            String code = lines.get(Integer.parseInt(text(mutation, "lineNumber")) - 1);
            return new Survivor(file.replace(".java", ""), code.strip(), text(mutation, "description"));
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }
}
