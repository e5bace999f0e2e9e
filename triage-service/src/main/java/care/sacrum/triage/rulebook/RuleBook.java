package care.sacrum.triage.rulebook;

import care.sacrum.triage.rules.Languages;
import care.sacrum.triage.rules.Logic;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Referral;
import care.sacrum.triage.rules.RuleCard;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Triage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All rules as one document in Markdown.
final class RuleBook {
    private static final String HEAD = """
            # The rules

            Written by the rules themselves: `./suite rules > docs/rules.md` writes this page again, and a test fails where it differs from the
            code. The words for patients are those of the default parameters, in English. No registered clinician has signed these rules off;
            they give triage advice, never a diagnosis.

            Several rules may fire at once; the most urgent decides. A rule with several levels takes the first that holds. In an emergency there
            is one place to go: the emergency department. Truth has three values: where a rule must know an answer that nobody gave, it says so
            instead of saying no.

            Three findings on a worklist come from no rule: `unread-sign` (soon), where a sign was told in words that no rule reads; `call-today`
            (urgent same day, and by itself no hold), where the patient is told to call today over a sign that was taken back, or a fall
            at an age that nobody gave; and `unreadable-report` (urgent same day), where a whole report could not be read. A person must look; nothing is concluded from any.
            """;

    private final List<RuleCard> rules = Triage.rules(Languages.ENGLISH);
    private final Map<String, List<NamedCase>> cases;
    private final List<String> lines = new ArrayList<>();

    private RuleBook(Map<String, List<NamedCase>> cases) {
        this.cases = cases;
    }

    /// A golden case by name, and what it shows of its rule.
    record NamedCase(String id, String title, boolean fires, String boundary) {}

    /// @param cases by rule
    static String written(Map<String, List<NamedCase>> cases) {
        return new RuleBook(cases).written();
    }

    private String written() {
        lines.add(HEAD);
        lines.add(Wording.filled(Wording.PRESENT));
        lines.add("");
        contents();
        rules.forEach(this::rule);
        notions();
        parameters();
        return String.join("\n", lines) + "\n";
    }

    private void contents() {
        lines.add("| rule | family | level | certainty |");
        lines.add("|---|---|---|---|");
        for (RuleCard rule : rules) {
            String levels = rule.levels().stream()
                    .map(level -> Wording.plain(level.urgency().word()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            lines.add("| [%s](#%s) | %s | %s | %s |"
                    .formatted(
                            rule.id(),
                            rule.id(),
                            Wording.plain(rule.family().word()),
                            levels,
                            rule.certainty().word()));
        }
        lines.add("");
    }

    private void rule(RuleCard rule) {
        lines.add("## " + rule.id());
        lines.add("");
        lines.add("Version %d, family %s. Sources: %s. Certainty: %s."
                .formatted(
                        rule.version(),
                        Wording.plain(rule.family().word()),
                        String.join(", ", rule.sources()),
                        rule.certainty().word()));
        lines.add("");
        for (RuleCard.Level level : rule.levels()) {
            level(level);
        }
        if (!rule.mustKnow().isEmpty()) {
            lines.add("It cannot say no without an answer to: "
                    + rule.mustKnow().stream()
                            .map(SymptomCode::word)
                            .map(RuleBook::code)
                            .collect(Collectors.joining(", "))
                    + ".");
            lines.add("");
        }
        lines.add("```mermaid");
        lines.add(Diagram.of(rule) + "```");
        lines.add("");
        if (!rule.parameters().isEmpty()) {
            lines.add("Parameters: "
                    + Parameters.described().stream()
                            .filter(parameter -> rule.parameters().contains(parameter.name()))
                            .map(parameter -> "`%s` %s (%s to %s)"
                                    .formatted(
                                            parameter.name(), parameter.standard(), parameter.from(), parameter.to()))
                            .collect(Collectors.joining(", "))
                    + ".");
            lines.add("");
        }
        lines.add("Cases:");
        lines.add("");
        for (NamedCase one : cases.getOrDefault(rule.id(), List.of())) {
            lines.add("- `%s`: %s (%s%s)"
                    .formatted(
                            one.id(),
                            one.title(),
                            one.fires() ? "fires" : "must not",
                            one.boundary().isEmpty() ? "" : "; " + one.boundary()));
        }
        lines.add("");
    }

    private void level(RuleCard.Level level) {
        String urgency = Wording.plain(level.urgency().word());
        String setBy = level.setBy().isEmpty() ? "" : " (set by `" + level.setBy() + "`)";
        lines.add("- **" + urgency + "**" + setBy + ": " + Wording.sentence(level.criterion()));
        lines.add("  Programme: %s. See: %s."
                .formatted(
                        level.programme().word(),
                        level.referTo().isEmpty()
                                ? "nobody in particular"
                                : level.referTo().stream()
                                        .map(Referral::word)
                                        .map(Wording::plain)
                                        .collect(Collectors.joining(", "))));
        lines.add("  The patient reads: \"" + level.advice().strip() + "\"");
        lines.add("");
    }

    private void notions() {
        Set<Logic.Named> notions = new LinkedHashSet<>();
        rules.forEach(rule ->
                rule.levels().forEach(level -> notions.addAll(level.criterion().notions())));
        lines.add("## Notions that rules share");
        lines.add("");
        for (Logic.Named notion : notions) {
            lines.add("- *" + notion.name() + "*: "
                    + Wording.filled(notion.meaning().sentence()) + ".");
        }
        lines.add("");
    }

    private void parameters() {
        lines.add("## Parameters");
        lines.add("");
        lines.add("A practice sets these within their bounds, never a rule.");
        lines.add("");
        lines.add("| parameter | meaning | default | from | to |");
        lines.add("|---|---|---|---|---|");
        for (Parameters.Described parameter : Parameters.described()) {
            lines.add("| `%s` | %s | %s | %s | %s |"
                    .formatted(
                            parameter.name(),
                            parameter.meaning(),
                            parameter.standard(),
                            parameter.from(),
                            parameter.to()));
        }
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
