package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import care.sacrum.triage.rules.Triage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden cases: each a patient's course, what must be advised, and a clinician's sentence why.
class GoldenCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> RULES = new HashSet<>(
            Triage.catalogue().stream().map(rule -> rule.split("@")[0]).toList());

    /// Whole patients as an outsider writes them down, after published teaching cases and reports, beside the cases
    /// that
    /// stand with a rule each.
    private static final String VIGNETTES = "vignettes";

    @TestFactory
    Stream<DynamicTest> everyCaseIsAnsweredAsItsClinicianSays() {
        List<Path> files = files();
        assertThat(files).as("golden cases").isNotEmpty();
        return files.stream()
                .map(file -> dynamicTest(file.getParent().getFileName() + "/" + file.getFileName(), () -> check(file)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasACaseThatFiresItOneAtItsBoundaryAndOneThatMustNot(String rule) {
        List<JsonNode> cases = files().stream()
                .filter(file -> rule(file).equals(rule))
                .map(GoldenCasesTest::read)
                .toList();
        List<JsonNode> clear =
                cases.stream().filter(one -> !one.has("boundary")).toList();

        assertThat(cases).as("at the boundary of %s", rule).anyMatch(one -> one.has("boundary"));
        assertThat(clear)
                .as("%s fires", rule)
                .anyMatch(one -> expected(one).rules().contains(rule));
        assertThat(clear)
                .as("%s must not", rule)
                .anyMatch(one -> expected(one).not().contains(rule));
    }

    private static Set<String> rules() {
        return RULES;
    }

    private static void check(Path file) {
        JsonNode golden = read(file);
        assertThat(golden.path("rationale").asText()).as("rationale").isNotBlank();
        assertThat(golden.path("id").asText() + ".json")
                .as("id")
                .isEqualTo(file.getFileName().toString());
        if (golden.has("boundary")) {
            assertThat(golden.get("boundary").asText()).as("boundary").isNotBlank();
        }
        if (rule(file).equals(VIGNETTES)) {
            assertThat(golden.at("/expect/urgency").asText())
                    .as("a vignette says how urgent its patient is")
                    .isNotBlank();
        } else {
            assertThat(Stream.concat(expected(golden).rules().stream(), expected(golden).not().stream()))
                    .as("a case says what becomes of the rule it stands with")
                    .contains(rule(file));
        }
        assertThat(expected(golden).differences(answer(golden))).isEmpty();
    }

    private static Expected expected(JsonNode golden) {
        return new Expected(golden.path("expect"));
    }

    private static String rule(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static Answer answer(JsonNode document) {
        return switch (CaseReader.read(document)) {
            case Reading.Read read -> read.course().answer();
            case Reading.Refused refused ->
                throw new AssertionError(refused.refusals().toString());
        };
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    private static List<Path> files() {
        try {
            Path root = Path.of(Objects.requireNonNull(GoldenCasesTest.class.getResource("/cases"))
                    .toURI());
            try (Stream<Path> all = Files.walk(root)) {
                return all.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new AssertionError("the golden cases cannot be found", unreadable);
        }
    }
}
