package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseCommandTest {
    private static final String COURSE = """
            {
              "id": "mine", "title": "Cannot start passing urine",
              "patient": {"ageYears": 41, "sex": "female", "homeTimeZone": "Europe/London"},
              "evaluateAt": "2026-02-05T18:06:00Z",
              "reports": [
                {
                  "reportId": "r1", "kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z",
                  "observedTimeZone": "Europe/London", "receivedAt": "2026-02-05T18:01:00Z",
                  "painBefore": 4, "painAfter": 11,
                  "symptoms": [{"code": "urine_cannot_start", "status": "present", "onset": "new"},
                               {"code": "hiccups", "status": "present"}]
                }
              ]%s
            }
            """;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aClinicianReadsTheVerdictAndItsReasons() throws IOException {
        assertThat(answer(written(""))).isEqualTo(CaseCommand.AS_EXPECTED);

        assertThat(text())
                .containsSubsequence(
                        "mine.json: Cannot start passing urine",
                        "Urgency      EMERGENCY NOW",
                        "Programme    hold",
                        "See          emergency department",
                        "Why",
                        "ces-bladder (version 1, cauda equina): emergency now; see emergency department",
                        "2026-02-05  r1: cannot start passing urine, new since 2026-02-05",
                        "source: GIRFT 2023, NG127, founding iii; certainty: moderate",
                        "Set aside",
                        "r1, painAfter: not within 0 to 10",
                        "Codes that no rule knows",
                        "hiccups",
                        "The patient reads",
                        "Go to the emergency department now.",
                        "The case expects nothing.");
    }

    @Test
    void whatNobodyAnsweredIsTold() throws IOException {
        Path file = written("").resolveSibling("calm.json");
        Files.writeString(file, """
                {"evaluateAt": "2026-02-05T18:06:00Z", "reports": [
                  {"reportId": "r1", "kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z",
                   "observedTimeZone": "Europe/London", "painBefore": 1,
                   "symptoms": [{"code": "fever", "status": "denied"}]}]}""");

        assertThat(answer(file)).isEqualTo(CaseCommand.AS_EXPECTED);

        assertThat(text())
                .containsSubsequence("No rule fires", "Not enough data: nobody answered", "urine cannot start")
                .doesNotContain("leg weakness, fever");
    }

    @Test
    void aCaseAnsweredAsItExpectsSaysSo() throws IOException {
        assertThat(answer(written("""
                ,
                  "expect": {"urgency": "emergency_now", "programme": "hold", "rules": ["ces-bladder"],
                             "not": ["ces-bowel"], "setAside": ["painAfter"], "unknownCodes": ["hiccups"],
                             "missing": [], "notReferTo": ["chiropractor"]}"""))).isEqualTo(CaseCommand.AS_EXPECTED);

        assertThat(text()).contains("As the case expects.");
    }

    @Test
    void eachDifferenceIsTold() throws IOException {
        assertThat(answer(written("""
                ,
                  "expect": {"urgency": "soon", "programme": "continue", "rules": ["ces-bowel", "no-such-rule"],
                             "not": ["ces-bladder"], "setAside": [], "unknownCodes": ["hiccups", "sneezes"],
                             "missing": ["fever"], "notReferTo": ["emergency_department"], "urgencies": 1}"""))).isEqualTo(CaseCommand.DIFFERS);

        assertThat(text())
                .contains(
                        "urgency should be soon, and is emergency_now",
                        "programme should be continue, and is hold",
                        "the rule ces-bowel should fire, and does not",
                        "nobody knows the rule no-such-rule",
                        "the rule ces-bladder should not fire, and does",
                        "setAside should not hold painAfter, and does",
                        "unknownCodes should hold sneezes, and does not",
                        "missing should hold fever, and does not",
                        "ces-bladder should not send to emergency_department, and does",
                        "nobody knows the expectation \"urgencies\"");
    }

    @Test
    void anExpectationThatExpectsNothingIsADifference() throws IOException {
        assertThat(answer(written(", \"expect\": {}"))).isEqualTo(CaseCommand.DIFFERS);
    }

    @Test
    void theFirstFaultOfTheJsonIsShownAtItsPlace() throws IOException {
        Path file = written("");
        Files.writeString(file, "{\n  \"id\": \"mine\",\n  \"reports\": [}\n}\n");

        assertThat(answer(file)).isEqualTo(CaseCommand.UNREADABLE);

        assertThat(text().lines())
                .anyMatch(line ->
                        line.endsWith("is not JSON at line 3, column 15: Unexpected close marker '}': expected ']'"))
                .contains("      \"reports\": [}", "    " + " ".repeat(14) + "^");
    }

    @Test
    void aFieldWrittenTwiceAndTextAfterTheEndAreFaults() throws IOException {
        assertThat(answer(written(", \"id\": \"again\""))).isEqualTo(CaseCommand.UNREADABLE);
        assertThat(answer(written("} {"))).isEqualTo(CaseCommand.UNREADABLE);
        assertThat(text()).contains("Duplicate field 'id'", "is not JSON at line");
    }

    @Test
    void whatCannotBeEvaluatedAtAllNamesTheField() throws IOException {
        Path file = written("");
        Files.writeString(file, "{\"parameters\": {\"persistenceMinSpanDays\": 99}}");

        assertThat(answer(file)).isEqualTo(CaseCommand.UNREADABLE);

        assertThat(text())
                .contains(
                        "evaluateAt is not a time such as 2026-02-05T18:06:00Z",
                        "reports is not a list of reports",
                        "parameters.persistenceMinSpanDays must be a whole number from 3 to 14");
    }

    @Test
    void aMarkOfTheOrderOfBytesIsNoFault() throws IOException {
        Path file = written("");
        Files.writeString(file, "\uFEFF" + Files.readString(file));

        assertThat(answer(file)).isEqualTo(CaseCommand.AS_EXPECTED);
    }

    @Test
    void aMissingFileIsNamedAndTheOthersAreAnswered() throws IOException {
        Path there = written(", \"expect\": {\"urgency\": \"soon\"}");

        assertThat(answer(directory.resolve("none.json"), there)).isEqualTo(CaseCommand.UNREADABLE);

        assertThat(text()).contains("none.json: there is no such file", "NOT as the case expects:");
    }

    @Test
    void noLineIsTooLongForAPage() throws IOException {
        answer(written(""));

        assertThat(text().lines().filter(line -> !line.contains("mine.json"))).allMatch(line -> line.length() <= 100);
    }

    /// Whoever copies the first case of docs/cases.md into a file reads this.
    @Test
    void theFirstCaseOfTheDocumentIsAnsweredAsItExpects() throws IOException {
        var document = Files.readString(Path.of("../docs/cases.md"));
        var from = document.indexOf("```json\n") + "```json\n".length();
        var file = Files.writeString(
                directory.resolve("my-case.json"), document.substring(from, document.indexOf("```", from)));

        assertThat(answer(file)).isEqualTo(CaseCommand.AS_EXPECTED);

        assertThat(text()).contains("Tingling down the left leg since yesterday", "As the case expects.");
    }

    private Path written(String more) throws IOException {
        return Files.writeString(directory.resolve("mine.json"), COURSE.formatted(more));
    }

    private int answer(Path... files) {
        return new CaseCommand(new PrintStream(printed, true, StandardCharsets.UTF_8)).answer(List.of(files));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
