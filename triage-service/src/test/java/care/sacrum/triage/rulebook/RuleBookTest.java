package care.sacrum.triage.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.Languages;
import care.sacrum.triage.rules.Logic;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.RuleCard;
import care.sacrum.triage.rules.Triage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final Path DOCUMENT = Path.of("../docs/rules.md");
    private static final Path CASES = Path.of("src/test/resources/cases");

    private final List<RuleCard> rules = Triage.rules(Languages.ENGLISH);

    @Test
    void theDocumentIsWhatTheRulesSayToday() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .as(
                        "docs/rules.md differs from the rules or their cases; write it again: ./suite rules > docs/rules.md")
                .isEqualTo(RuleBookCommand.written(CASES));
    }

    @Test
    void everyRuleIsThereWithItsDiagramAndItsCases() throws IOException {
        String document = RuleBookCommand.written(CASES);
        for (RuleCard rule : rules) {
            String section = document.split("\n## " + rule.id() + "\n", 2)[1].split("\n## ", 2)[0];
            assertThat(section)
                    .as(rule.id())
                    .contains("```mermaid\nflowchart LR\n", "Sources: " + String.join(", ", rule.sources()))
                    .contains("(fires", "(must not");
        }
    }

    @Test
    void everyParameterThatAWordNamesIsOne() {
        List<String> names =
                Parameters.described().stream().map(Parameters.Described::name).toList();
        assertThat(names).hasSize(11).doesNotHaveDuplicates();
        for (RuleCard rule : rules) {
            assertThat(names).as(rule.id()).containsAll(rule.parameters());
            rule.levels()
                    .forEach(level ->
                            assertThat(Wording.sentence(level.criterion())).doesNotContain("{", "}"));
        }
        assertThat(Wording.filled(Wording.PRESENT)).doesNotContain("{", "}");
    }

    @Test
    void everyParameterServesSomeRule() {
        assertThat(rules.stream().flatMap(rule -> rule.parameters().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(Parameters.described().stream()
                        .map(Parameters.Described::name)
                        .toList());
    }

    @Test
    void theLevelThatAPracticeSetsIsSaidToBeSet() {
        assertThat(rules)
                .filteredOn(rule ->
                        rule.levels().stream().anyMatch(level -> !level.setBy().isEmpty()))
                .extracting(RuleCard::id)
                .containsExactly("bilateral-leg");
    }

    @Test
    void aDiagramJoinsEachQuestionToTheLevelItLeadsTo() {
        Pattern node = Pattern.compile("(?m)^  (n[0-9]+)[\\[({]");
        Pattern edge = Pattern.compile("(?m)^  (n[0-9]+) (?:-->|-\\. else \\.->) (n[0-9]+)$");
        for (RuleCard rule : rules) {
            String diagram = Diagram.of(rule);
            List<String> nodes =
                    node.matcher(diagram).results().map(found -> found.group(1)).toList();
            List<String> from =
                    edge.matcher(diagram).results().map(found -> found.group(1)).toList();
            List<String> to =
                    edge.matcher(diagram).results().map(found -> found.group(2)).toList();
            assertThat(nodes).as(rule.id()).doesNotHaveDuplicates();
            assertThat(nodes).containsAll(from).containsAll(to);
            // Each node leads somewhere but the level tried last.
            assertThat(Stream.concat(nodes.stream().filter(each -> !from.contains(each)), Stream.empty()))
                    .as("ends of %s", rule.id())
                    .hasSize(1);
            assertThat(diagram.lines().filter(line -> line.contains("[")))
                    .allMatch(line -> line.chars().filter(sign -> sign == '"').count() == 2);
        }
    }

    @Test
    void theTreeSaysWhatTheSentenceSays() {
        for (RuleCard rule : rules) {
            for (RuleCard.Level level : rule.levels()) {
                String sentence = Wording.sentence(level.criterion()).toLowerCase(java.util.Locale.ROOT);
                facts(level.criterion())
                        .forEach(fact -> assertThat(sentence)
                                .contains(Wording.filled(fact).toLowerCase(java.util.Locale.ROOT)));
            }
        }
    }

    /// The words of each question that a criterion asks itself, not by a notion's name.
    private static Stream<String> facts(Logic logic) {
        return switch (logic) {
            case Logic.Fact fact -> Stream.of(fact.words());
            case Logic.Named named -> Stream.of(named.name());
            default -> logic.parts().stream().flatMap(RuleBookTest::facts);
        };
    }
}
