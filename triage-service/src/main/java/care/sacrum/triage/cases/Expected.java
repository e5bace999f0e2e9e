package care.sacrum.triage.cases;

import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Triage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the writer of a case expects of the rules: the block `expect` of a case file. Only what it names is compared.
final class Expected {
    private static final Set<String> RULES = Triage.catalogue().stream()
            .map(rule -> rule.split("@", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));

    private final JsonNode expect;

    Expected(JsonNode expect) {
        this.expect = expect;
    }

    /// What differs, a sentence each; nothing where all is as expected. A word that means nothing here is a difference
    /// too: an expectation that nobody checks is worse than none.
    List<String> differences(Answer answer) {
        List<String> found = new ArrayList<>();
        if (!expect.isObject() || expect.isEmpty()) {
            found.add("`expect` holds no expectation");
            return found;
        }
        List<String> fired = answer.findings().stream().map(Answer.Found::rule).toList();
        for (Map.Entry<String, JsonNode> wish : expect.properties()) {
            String name = wish.getKey();
            switch (name) {
                case "urgency" -> same(name, wish.getValue().asText(), answer.urgency(), found);
                case "programme" -> same(name, wish.getValue().asText(), answer.programme(), found);
                case "rules" -> {
                    for (String rule : rules(name, found)) {
                        if (!fired.contains(rule)) {
                            found.add("the rule " + rule + " should fire, and does not");
                        }
                    }
                }
                case "not" -> {
                    for (String rule : rules(name, found)) {
                        if (fired.contains(rule)) {
                            found.add("the rule " + rule + " should not fire, and does");
                        }
                    }
                }
                case "missing" ->
                    sameSet(name, words(name), answer.insufficientData().missing(), found);
                case "setAside" ->
                    sameSet(
                            name,
                            words(name),
                            answer.setAside().stream().map(SetAside::field).toList(),
                            found);
                case "unknownCodes" -> sameSet(name, words(name), answer.unknownCodes(), found);
                case "notReferTo" -> {
                    for (Answer.Found finding : answer.findings()) {
                        for (String whom : words(name)) {
                            if (finding.referTo().contains(whom)) {
                                found.add(finding.rule() + " should not send to " + whom + ", and does");
                            }
                        }
                    }
                }
                default ->
                    found.add("nobody knows the expectation \"" + name + "\": there are urgency, programme, rules, not,"
                            + " missing, notReferTo, setAside and unknownCodes");
            }
        }
        return found;
    }

    /// The rules that must fire.
    List<String> rules() {
        return words("rules");
    }

    /// The rules that must not fire.
    List<String> not() {
        return words("not");
    }

    private List<String> rules(String name, List<String> found) {
        List<String> rules = words(name);
        for (String rule : rules) {
            if (!RULES.contains(rule)) {
                found.add("nobody knows the rule " + rule);
            }
        }
        return rules;
    }

    private List<String> words(String name) {
        List<String> words = new ArrayList<>();
        expect.path(name).forEach(word -> words.add(word.asText()));
        return words;
    }

    private static void same(String name, String expected, String found, List<String> differences) {
        if (!expected.equals(found)) {
            differences.add(name + " should be " + expected + ", and is " + found);
        }
    }

    private static void sameSet(String name, List<String> expected, List<String> found, List<String> differences) {
        List<String> lacking = new ArrayList<>(expected);
        found.forEach(lacking::remove);
        List<String> more = new ArrayList<>(found);
        expected.forEach(more::remove);
        if (!lacking.isEmpty()) {
            differences.add(name + " should hold " + String.join(", ", lacking) + ", and does not");
        }
        if (!more.isEmpty()) {
            differences.add(name + " should not hold " + String.join(", ", more) + ", and does");
        }
    }
}
