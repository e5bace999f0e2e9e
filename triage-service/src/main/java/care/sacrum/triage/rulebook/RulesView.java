package care.sacrum.triage.rulebook;

import care.sacrum.triage.rules.Language;
import care.sacrum.triage.rules.Logic;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.RuleCard;
import care.sacrum.triage.rules.Triage;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// All rules as JSON.
///
/// @param present what every rule takes for granted when it says "present" and "new"
/// @param notions what rules call by name
@Schema(name = "Rules")
record RulesView(List<RuleView> rules, String present, List<Notion> notions, List<ParameterView> parameters) {

    /// @param levels in the order in which they are tried: the first that holds counts
    /// @param mustKnow codes without an answer to which the rule cannot say no
    /// @param diagram the source of a Mermaid flowchart
    /// @param parameters on which the rule depends, by name
    @Schema(name = "Rule")
    record RuleView(
            @Schema(examples = "ces-bladder") String id,
            @Schema(examples = "1") int version,
            @Schema(examples = "cauda_equina") String family,
            List<LevelView> levels,
            List<String> mustKnow,
            String diagram,
            List<String> sources,
            @Schema(examples = "moderate") String certainty,
            List<String> parameters) {

        static RuleView of(RuleCard rule) {
            return new RuleView(
                    rule.id(),
                    rule.version(),
                    rule.family().word(),
                    rule.levels().stream().map(LevelView::of).toList(),
                    words(rule.mustKnow()),
                    Diagram.of(rule),
                    rule.sources(),
                    rule.certainty().word(),
                    List.copyOf(rule.parameters()));
        }
    }

    /// @param urgency by the default parameters
    /// @param setBy the parameter by which a practice sets the urgency; empty where the rule alone says it
    /// @param criterion when it holds, in words
    /// @param advice for the patient
    @Schema(name = "RuleLevel")
    record LevelView(
            @Schema(examples = "emergency_now") String urgency,
            String setBy,
            String criterion,
            Node logic,
            String advice,
            List<String> referTo,
            @Schema(examples = "hold") String programme) {

        static LevelView of(RuleCard.Level level) {
            return new LevelView(
                    level.urgency().word(),
                    level.setBy(),
                    Wording.sentence(level.criterion()),
                    Node.of(level.criterion()),
                    level.advice(),
                    words(level.referTo()),
                    level.programme().word());
        }
    }

    /// A criterion as a tree.
    ///
    /// @param is `fact`, `all`, `any`, `no_sign_of`, `together` or `notion`
    /// @param words of a fact; how two signs count together; the name of a notion, which stands by itself
    @Schema(name = "RuleLogic")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Node(String is, String words, List<Node> parts) {

        static Node of(Logic logic) {
            return switch (logic) {
                case Logic.Fact fact -> new Node("fact", Wording.filled(fact.words()), List.of());
                case Logic.Named named -> new Node("notion", named.name(), List.of());
                case Logic.All all -> new Node("all", "", parts(all));
                case Logic.Any any -> new Node("any", "", parts(any));
                case Logic.NoSignOf none -> new Node("no_sign_of", "", parts(none));
                case Logic.Together both -> new Node("together", Wording.filled(both.how()), parts(both));
            };
        }

        private static List<Node> parts(Logic logic) {
            return logic.parts().stream().map(Node::of).toList();
        }
    }

    /// What several rules call by one name.
    @Schema(name = "RuleNotion")
    record Notion(String name, String criterion, Node logic) {}

    /// What a practice may set, within its bounds.
    @Schema(name = "RuleParameter")
    record ParameterView(
            @Schema(examples = "persistenceMinSpanDays") String name,
            String meaning,
            @JsonProperty("default") @Schema(examples = "5") String standard,
            @Schema(examples = "3") String from,
            @Schema(examples = "14") String to) {

        static ParameterView of(Parameters.Described parameter) {
            return new ParameterView(
                    parameter.name(), parameter.meaning(), parameter.standard(), parameter.from(), parameter.to());
        }
    }

    static RulesView in(Language language) {
        List<RuleCard> rules = Triage.rules(language);
        Set<Logic.Named> notions = new LinkedHashSet<>();
        rules.forEach(rule ->
                rule.levels().forEach(level -> notions.addAll(level.criterion().notions())));
        return new RulesView(
                rules.stream().map(RuleView::of).toList(),
                Wording.filled(Wording.PRESENT),
                notions.stream()
                        .map(notion -> new Notion(
                                notion.name(), Wording.sentence(notion.meaning()), Node.of(notion.meaning())))
                        .toList(),
                Parameters.described().stream().map(ParameterView::of).toList());
    }

    private static List<String> words(List<? extends Word> words) {
        return words.stream().map(Word::word).toList();
    }
}
