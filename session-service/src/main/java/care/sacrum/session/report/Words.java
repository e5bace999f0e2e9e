package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Texts that a device sent, taken only where they can be kept: no control characters, no half of a character.
final class Words {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_.:]{0,63}");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9_]{1,40}");
    private static final int MOST_PHRASE_CHARACTERS = 80;

    private Words() {}

    static Optional<String> slug(JsonNode given) {
        return Optional.ofNullable(given.textValue())
                .filter(text -> SLUG.matcher(text).matches());
    }

    /// The code of a symptom: one that nobody knows is kept as well, without its accents and signs, since triage knows
    /// many a word for a sign ("can't pee").
    static Optional<String> code(JsonNode given) {
        return Optional.of(plain(given))
                .map(Vocabulary::word)
                .map(text -> CODE.matcher(text).matches() ? text : lettersOnly(text))
                .filter(text -> CODE.matcher(text).matches());
    }

    private static String lettersOnly(String text) {
        var plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTERS.splitAsStream(plain).filter(word -> !word.isEmpty()).collect(Collectors.joining("_"));
    }

    /// A code that stands alone. One that nobody knows must be a single word there: a sentence is the patient's
    /// own.
    static Optional<String> bareCode(JsonNode given) {
        return code(given)
                .filter(code -> Vocabulary.SYMPTOMS.contains(code)
                        || plain(given).chars().noneMatch(Character::isWhitespace));
    }

    /// The value as text, the parts of a list one after the other; empty where there is none.
    static String plain(JsonNode given) {
        if (given.isArray()) {
            return StreamSupport.stream(given.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(" "))
                    .strip();
        }
        return given.isTextual() || given.isBoolean() ? given.asText().strip() : "";
    }

    /// A plain yes or no.
    static Optional<Boolean> flag(JsonNode given) {
        return switch (Vocabulary.word(plain(given))) {
            case "true", "yes", "y", "si", "sí" -> Optional.of(true);
            case "false", "no", "n" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<String> phrase(JsonNode given) {
        return text(given, MOST_PHRASE_CHARACTERS).filter(text -> text.chars().noneMatch(c -> c < ' '));
    }

    static Optional<String> text(JsonNode given, int mostCharacters) {
        return Optional.ofNullable(given.textValue())
                .map(String::strip)
                .filter(text -> !text.isEmpty()
                        && text.length() <= mostCharacters
                        && text.codePoints().allMatch(Words::canBeKept));
    }

    /// The text without characters that cannot be kept.
    static String readable(String given) {
        return given.codePoints()
                .filter(Words::canBeKept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /// So many characters of it at most, none of them half.
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    private static boolean canBeKept(int character) {
        boolean blank = character == '\n' || character == '\t' || character == '\r';
        return blank || !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    /// The name of a field that nobody knows; anything could stand there, so only a plain name is repeated.
    static String fieldName(String given) {
        return FIELD_NAME.matcher(given).matches() ? given : "(a name that cannot be shown)";
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
