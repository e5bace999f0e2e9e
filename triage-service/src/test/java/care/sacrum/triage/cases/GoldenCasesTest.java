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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The golden cases: each a patient's course, what must be advised, and a clinician's sentence why.
class GoldenCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> EXPECTATIONS =
            Set.of("urgency", "programme", "rules", "not", "missing", "notReferTo", "setAside", "unknownCodes");
    private static final Set<String> RULES = new HashSet<>(
            Triage.catalogue().stream().map(rule -> rule.split("@")[0]).toList());

    @TestFactory
    Stream<DynamicTest> everyCaseIsAnsweredAsItsClinicianSays() {
        List<Path> files = files();
        assertThat(files).as("golden cases").isNotEmpty();
        return files.stream()
                .map(file -> dynamicTest(file.getParent().getFileName() + "/" + file.getFileName(), () -> check(file)));
    }

    @Test
    void everyRuleHasACaseThatFiresItAndTwoThatDoNotOrBarelyDo() {
        for (String rule : RULES) {
            List<Path> cases = files().stream()
                    .filter(file -> file.getParent().getFileName().toString().equals(rule))
                    .toList();
            assertThat(cases).as("cases of %s", rule).hasSizeGreaterThanOrEqualTo(3);
            assertThat(cases)
                    .as("%s fires", rule)
                    .anyMatch(file -> names(read(file), "rules").contains(rule));
            assertThat(cases)
                    .as("%s must not", rule)
                    .anyMatch(file -> names(read(file), "not").contains(rule));
        }
    }

    private static void check(Path file) {
        JsonNode golden = read(file);
        assertThat(golden.path("rationale").asText()).as("rationale").isNotBlank();
        assertThat(golden.path("id").asText() + ".json")
                .as("id")
                .isEqualTo(file.getFileName().toString());
        JsonNode expect = golden.path("expect");
        assertThat(expect.isObject() && !expect.isEmpty()).as("expectations").isTrue();
        expect.fieldNames().forEachRemaining(name -> assertThat(name).isIn(EXPECTATIONS));
        assertThat(names(golden, "rules")).isSubsetOf(RULES);
        assertThat(names(golden, "not")).isSubsetOf(RULES);

        Answer answer = answer(golden);

        List<String> fired = answer.findings().stream().map(Answer.Found::rule).toList();
        if (expect.has("urgency")) {
            assertThat(answer.urgency())
                    .as("urgency, with %s", fired)
                    .isEqualTo(expect.get("urgency").asText());
        }
        if (expect.has("programme")) {
            assertThat(answer.programme())
                    .as("programme")
                    .isEqualTo(expect.get("programme").asText());
        }
        assertThat(fired).as("rules").containsAll(names(golden, "rules"));
        assertThat(fired).as("rules that must not fire").noneMatch(names(golden, "not")::contains);
        if (expect.has("missing")) {
            assertThat(answer.insufficientData().missing())
                    .as("missing")
                    .containsExactlyInAnyOrderElementsOf(names(golden, "missing"));
        }
        if (expect.has("setAside")) {
            assertThat(answer.setAside())
                    .as("set aside")
                    .extracting(one -> one.field())
                    .containsExactlyInAnyOrderElementsOf(names(golden, "setAside"));
        }
        if (expect.has("unknownCodes")) {
            assertThat(answer.unknownCodes())
                    .as("unknown codes")
                    .containsExactlyInAnyOrderElementsOf(names(golden, "unknownCodes"));
        }
        for (Answer.Found found : answer.findings()) {
            assertThat(found.referTo())
                    .as("%s refers to", found.rule())
                    .noneMatch(names(golden, "notReferTo")::contains);
        }
    }

    private static Answer answer(JsonNode document) {
        return switch (CaseReader.read(document)) {
            case Reading.Read read -> read.course().answer();
            case Reading.Refused refused ->
                throw new AssertionError(refused.refusals().toString());
        };
    }

    private static List<String> names(JsonNode golden, String expectation) {
        List<String> names = new ArrayList<>();
        golden.path("expect").path(expectation).forEach(name -> names.add(name.asText()));
        return names;
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
