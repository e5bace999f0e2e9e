package care.sacrum.triage.cases;

import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/// Signs in places where none is looked for: in an exercise, in a sign's own words, under a name of the writer's own.
/// What is said of them nobody can tell, so they are no signs; but nobody is calmed over them.
final class Misplaced {

    /// Where an ordinary exercise may be called after what it is good for.
    private static final Set<String> NAMES_OF_THINGS = Set.of("exercise", "name", "side", "region", "version");

    private Misplaced() {}

    /// Whether a sign is told in a value, by its code or in words; pain of the lower back alone hides nothing.
    static boolean tellsOfASign(JsonNode value) {
        if (value.isTextual()) {
            String written = value.asText();
            Phrases.Sign sign = Phrases.sign(written, false);
            return Word.find(SymptomCode.class, written).isPresent()
                    || (sign != null && sign.code() != SymptomCode.LOW_BACK_PAIN);
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (Word.find(SymptomCode.class, entry.getKey()).isPresent()) {
                return true;
            }
        }
        for (JsonNode part : value) {
            if (tellsOfASign(part)) {
                return true;
            }
        }
        return false;
    }

    /// The same of an exercise, or of what a patient did to the own back; in its name, of a sign other than pain.
    static boolean tellsOfASignBesideItsName(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .anyMatch(field -> NAMES_OF_THINGS.contains(field.getKey())
                            ? tellsOfMoreThanPain(field.getValue().asText())
                            : tellsOfASign(field.getValue()));
        }
        for (JsonNode part : value) {
            if (tellsOfASignBesideItsName(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tellsOfMoreThanPain(String name) {
        Phrases.Sign sign = name.strip().contains(" ") ? Phrases.sign(name, false) : null;
        return sign != null && !sign.code().isPain();
    }

    /// Whether any text stands in it.
    static boolean holdsText(JsonNode value) {
        if (value.isContainerNode()) {
            for (JsonNode part : value) {
                if (holdsText(part)) {
                    return true;
                }
            }
            return false;
        }
        return !value.isNull() && !value.isBoolean() && !value.asText().isBlank();
    }
}
