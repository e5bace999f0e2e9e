package care.sacrum.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/// What a patient says of one symptom.
final class Sign {

    private static final List<String> RED_FLAGS = List.of(
            "urine_cannot_start",
            "urine_leak",
            "urine_reduced_feeling",
            "bowel_leak",
            "bowel_reduced_feeling",
            "saddle_numbness",
            "saddle_tingling",
            "sexual_function_change",
            "leg_weakness",
            "fever");

    private final ObjectNode said = JsonNodeFactory.instance.objectNode();

    private Sign(String code, String status) {
        said.put("code", code).put("status", status);
    }

    static Sign present(String code) {
        return new Sign(code, "present");
    }

    static Sign denied(String code) {
        return new Sign(code, "denied");
    }

    /// The answer of every week in which nothing is wrong.
    static List<Sign> redFlagsDenied() {
        return RED_FLAGS.stream().map(Sign::denied).toList();
    }

    /// The same, of someone who can not deny one of them.
    static List<Sign> redFlagsDeniedBut(String code) {
        return RED_FLAGS.stream()
                .filter(flag -> !flag.equals(code))
                .map(Sign::denied)
                .toList();
    }

    Sign newSince(LocalDate day) {
        said.put("onset", "new").put("onsetDate", day.toString());
        return this;
    }

    Sign thereSince(LocalDate day) {
        said.put("onset", "existing").put("onsetDate", day.toString()).put("changeSinceLast", "same");
        return this;
    }

    Sign asEver() {
        said.put("onset", "existing").put("changeSinceLast", "same");
        return this;
    }

    Sign side(String side) {
        said.put("side", side);
        return this;
    }

    Sign downTo(String extent) {
        said.put("extent", extent);
        return this;
    }

    Sign severity(int severity) {
        said.put("severity", severity);
        return this;
    }

    Sign degrees(double celsius) {
        said.put("temperatureC", celsius);
        return this;
    }

    Sign onlyWhen(String when) {
        said.put("onlyWhen", when);
        return this;
    }

    ObjectNode json() {
        return said.deepCopy();
    }
}
