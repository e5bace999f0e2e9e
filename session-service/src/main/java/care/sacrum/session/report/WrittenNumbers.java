package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as devices and people write them, also in a text: `"7"`, `"7,5"`, `"7/10"`, `"39.4 °C"`. Triage reads a case
/// in the same way.
final class WrittenNumbers {

    private static final String NUMBER = "([0-9]{1,9}(?:[.,][0-9]{1,9})?)";
    private static final Pattern PLAIN = Pattern.compile("([+-]?[0-9]{1,9}(?:[.,][0-9]{1,9})?)");
    private static final Pattern COUNTED =
            Pattern.compile(NUMBER + " ?(?:x|s|secs?|seconds?|sets?|reps?|times?|veces)?", Pattern.CASE_INSENSITIVE);

    /// Of two the higher counts: `"6-7"`.
    private static final Pattern ON_THE_SCALE = Pattern.compile(
            NUMBER + "(?: ?(?:-|\u2013|to|a) ?" + NUMBER + ")?(?: ?(?:/|out of|of|de|sobre) ?10)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TEMPERATURE = Pattern.compile(
            NUMBER + " ?(?:[\u00b0\u00ba]|deg(?:rees)?)? ?(c|f|celsius|fahrenheit)?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> STRENGTHS = Map.ofEntries(
            Map.entry("slight", 2),
            Map.entry("mild", 2),
            Map.entry("leve", 2),
            Map.entry("moderate", 5),
            Map.entry("moderado", 5),
            Map.entry("moderada", 5),
            Map.entry("strong", 8),
            Map.entry("severe", 8),
            Map.entry("fuerte", 8),
            Map.entry("grave", 8),
            Map.entry("very_severe", 9),
            Map.entry("extreme", 10));

    /// No living body is at so many degrees Celsius.
    private static final double LEAST_FAHRENHEIT = 90;

    private static final double MOST_FAHRENHEIT = 113;

    private WrittenNumbers() {}

    static OptionalDouble number(JsonNode given) {
        return read(given, PLAIN);
    }

    /// Also with what is counted: `"10 reps"`.
    static OptionalDouble count(JsonNode given) {
        var plain = number(given);
        return plain.isPresent() ? plain : read(given, COUNTED);
    }

    /// A score of pain.
    static OptionalDouble score(JsonNode given) {
        var plain = number(given);
        return plain.isPresent() ? plain : read(given, ON_THE_SCALE);
    }

    /// How strong a sign is, also in a word.
    static OptionalDouble strength(JsonNode given) {
        var word = STRENGTHS.get(Vocabulary.word(Words.plain(given)));
        return word == null ? score(given) : OptionalDouble.of(word);
    }

    static OptionalDouble celsius(JsonNode given) {
        if (given.isNumber()) {
            double degrees = given.doubleValue();
            return OptionalDouble.of(isFahrenheit(degrees) ? inCelsius(degrees) : degrees);
        }
        var written = TEMPERATURE.matcher(text(given));
        if (!written.matches()) {
            return OptionalDouble.empty();
        }
        double degrees = parsed(written.group(1));
        var unit = written.group(2);
        boolean fahrenheit =
                unit == null ? isFahrenheit(degrees) : Vocabulary.word(unit).startsWith("f");
        return OptionalDouble.of(fahrenheit ? inCelsius(degrees) : degrees);
    }

    private static boolean isFahrenheit(double degrees) {
        return degrees >= LEAST_FAHRENHEIT && degrees <= MOST_FAHRENHEIT;
    }

    private static double inCelsius(double fahrenheit) {
        return Math.rint((fahrenheit - 32) / 1.8 * 10) / 10;
    }

    private static OptionalDouble read(JsonNode given, Pattern pattern) {
        if (given.isNumber()) {
            return OptionalDouble.of(given.doubleValue());
        }
        var written = pattern.matcher(text(given));
        return written.matches() ? OptionalDouble.of(highest(written)) : OptionalDouble.empty();
    }

    private static double highest(Matcher written) {
        double highest = parsed(written.group(1));
        for (int group = 2; group <= written.groupCount(); group++) {
            if (written.group(group) != null) {
                highest = Math.max(highest, parsed(written.group(group)));
            }
        }
        return highest;
    }

    private static String text(JsonNode given) {
        return given.isTextual() ? given.textValue().strip().replaceAll("\\s+", " ") : "";
    }

    private static double parsed(String number) {
        return Double.parseDouble(number.replace(',', '.'));
    }
}
