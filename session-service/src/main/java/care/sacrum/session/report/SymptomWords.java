package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/// Words that say whether a symptom is there, how it has changed and on which side it is, in our words; empty for any
/// other. Triage reads a case in the same way.
final class SymptomWords {

    static final String PRESENT = "present";
    static final String DENIED = "denied";
    static final String NOT_ASKED = "not_asked";

    private static final Pattern END_OF_A_SENTENCE = Pattern.compile("[.!]+$");

    private SymptomWords() {}

    static String status(JsonNode given) {
        return switch (END_OF_A_SENTENCE.matcher(word(answer(given))).replaceFirst("")) {
            case "present", "true", "yes", "y", "si", "sí", "positive" -> PRESENT;
            case "denied",
                    "false",
                    "no",
                    "n",
                    "never",
                    "nope",
                    "neg",
                    "negative",
                    "nunca",
                    "niega",
                    "negado",
                    "negativo",
                    "no_tengo",
                    "no_tiene",
                    "denies",
                    "not_present",
                    "notpresent",
                    "0",
                    "off",
                    "not_at_all",
                    "ruled_out",
                    "normal",
                    "ok",
                    "okay",
                    "fine",
                    "bien",
                    "para_nada" -> DENIED;
            case "not_asked",
                    "notasked",
                    "not_assessed",
                    "absent",
                    "unknown",
                    "unanswered",
                    "skipped",
                    "none",
                    "nothing",
                    "n/a",
                    "na",
                    "ninguno",
                    "nada" -> NOT_ASKED;
            default -> "";
        };
    }

    /// Also a zero, and what stands alone in an object: `{"value": false}`.
    private static JsonNode answer(JsonNode given) {
        if (given.isNumber() && given.doubleValue() == 0) {
            return BooleanNode.FALSE;
        }
        boolean alone = given.isObject() && given.size() == 1;
        return alone
                ? given.properties().stream()
                        .filter(field -> OtherNames.OF_A_SYMPTOM
                                .ours(field.getKey())
                                .filter("status"::equals)
                                .isPresent())
                        .map(field -> answer(field.getValue()))
                        .findFirst()
                        .orElse(given)
                : given;
    }

    static String change(JsonNode given) {
        var word = word(given);
        return switch (word) {
            case "much_worse",
                    "a_bit_worse",
                    "getting_worse",
                    "worsening",
                    "peor",
                    "mucho_peor",
                    "ha_empeorado",
                    "empeora" -> "worse";
            case "unchanged", "no_change", "igual", "sin_cambios" -> "same";
            case "mejor" -> "better";
            default -> oneOf(Vocabulary.CHANGES, word);
        };
    }

    /// Both sides, also where they were written one after the other: weakness of both legs must not pass for one.
    static String side(JsonNode given) {
        var word = word(given);
        return switch (word) {
            case "bilateral",
                    "bilat",
                    "bilaterally",
                    "b",
                    "b/l",
                    "l/r",
                    "r/l",
                    "l+r",
                    "l&r",
                    "l_r",
                    "beide",
                    "beidseitig",
                    "ambas",
                    "ambos",
                    "las_dos",
                    "los_dos",
                    "both_legs",
                    "both_sides",
                    "ambas_piernas" -> "both";
            case "l", "lt", "left_leg", "left_side", "links", "izquierda", "izquierdo", "izq", "pierna_izquierda" ->
                "left";
            case "r", "rt", "right_leg", "right_side", "rechts", "derecha", "derecho", "dcha", "pierna_derecha" ->
                "right";
            default -> word.contains("left") && word.contains("right") ? "both" : oneOf(Vocabulary.SIDES, word);
        };
    }

    private static String word(JsonNode given) {
        return Vocabulary.word(Words.plain(given));
    }

    private static String oneOf(SequencedSet<String> words, String word) {
        return words.contains(word) ? word : "";
    }
}
