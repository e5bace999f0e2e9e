package care.sacrum.triage.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `./suite rules`: prints the document of all rules, with the golden cases of each.
public final class RuleBookCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RuleBookCommand() {}

    /// @param arguments the directory of the golden cases
    public static void main(String[] arguments) throws IOException {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(written(Path.of(arguments[0])));
    }

    static String written(Path cases) throws IOException {
        Map<String, List<RuleBook.NamedCase>> byRule = new TreeMap<>();
        try (Stream<Path> files = Files.walk(cases)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String rule = file.getParent().getFileName().toString();
                JsonNode one = JSON.readTree(Files.readString(file));
                byRule.computeIfAbsent(rule, _ -> new ArrayList<>())
                        .add(new RuleBook.NamedCase(
                                one.path("id").asText(),
                                one.path("title").asText(),
                                fires(one.path("expect").path("rules"), rule),
                                one.path("boundary").asText()));
            }
        }
        return RuleBook.written(byRule);
    }

    private static boolean fires(JsonNode rules, String rule) {
        for (JsonNode one : rules) {
            if (one.asText().equals(rule)) {
                return true;
            }
        }
        return false;
    }
}
