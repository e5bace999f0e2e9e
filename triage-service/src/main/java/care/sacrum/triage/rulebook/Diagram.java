package care.sacrum.triage.rulebook;

import care.sacrum.triage.rules.Logic;
import care.sacrum.triage.rules.Referral;
import care.sacrum.triage.rules.RuleCard;
import java.util.stream.Collectors;

/// A rule's logic drawn: the source of a Mermaid flowchart, from the questions on the left to the level on the right.
final class Diagram {
    private static final int LINE = 42;

    private final StringBuilder source = new StringBuilder("flowchart LR\n");
    private int nodes;

    private Diagram() {}

    static String of(RuleCard rule) {
        Diagram diagram = new Diagram();
        String before = "";
        for (RuleCard.Level level : rule.levels()) {
            String whom = level.referTo().isEmpty()
                    ? ""
                    : ": "
                            + level.referTo().stream()
                                    .map(Referral::word)
                                    .map(Wording::plain)
                                    .collect(Collectors.joining(", "));
            String end = diagram.node("([", Wording.plain(level.urgency().word()) + whom, "])");
            diagram.edge(diagram.draw(level.criterion()), end, "");
            if (!before.isEmpty()) {
                diagram.edge(before, end, "else");
            }
            before = end;
        }
        return diagram.source.toString();
    }

    /// Draws a criterion and what it is made of.
    ///
    /// @return the node in which it ends
    private String draw(Logic logic) {
        String node = switch (logic) {
            case Logic.Fact fact -> node("[", Wording.filled(fact.words()), "]");
            case Logic.Named named -> node("[[", named.name(), "]]");
            case Logic.All _ -> node("{{", "all of", "}}");
            case Logic.Any _ -> node("{{", "any of", "}}");
            case Logic.NoSignOf _ -> node("{{", "no sign of", "}}");
            case Logic.Together together -> node("{{", "both, " + Wording.filled(together.how()), "}}");
        };
        if (!(logic instanceof Logic.Named)) {
            for (Logic part : logic.parts()) {
                edge(draw(part), node, "");
            }
        }
        return node;
    }

    private String node(String open, String words, String close) {
        String name = "n" + ++nodes;
        source.append("  ")
                .append(name)
                .append(open)
                .append('"')
                .append(label(words))
                .append('"')
                .append(close)
                .append('\n');
        return name;
    }

    private void edge(String from, String to, String label) {
        source.append("  ")
                .append(from)
                .append(label.isEmpty() ? " --> " : " -. " + label + " .-> ")
                .append(to)
                .append('\n');
    }

    /// Without the signs that mean something to Mermaid, and in short lines.
    private static String label(String words) {
        StringBuilder label = new StringBuilder();
        int line = 0;
        for (String word :
                words.replace("`", "").replace("*", "").replace("\"", "'").split(" ")) {
            if (line > 0 && line + word.length() > LINE) {
                label.append("<br/>");
                line = 0;
            } else if (line > 0) {
                label.append(' ');
            }
            label.append(word);
            line += word.length() + 1;
        }
        return label.toString();
    }
}
