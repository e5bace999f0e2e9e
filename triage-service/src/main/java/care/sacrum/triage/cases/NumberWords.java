package care.sacrum.triage.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The numbers up to twelve, as they are written in words.
final class NumberWords {

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("cero", 0),
            Map.entry("one", 1),
            Map.entry("uno", 1),
            Map.entry("two", 2),
            Map.entry("dos", 2),
            Map.entry("three", 3),
            Map.entry("tres", 3),
            Map.entry("four", 4),
            Map.entry("cuatro", 4),
            Map.entry("five", 5),
            Map.entry("cinco", 5),
            Map.entry("six", 6),
            Map.entry("seis", 6),
            Map.entry("seven", 7),
            Map.entry("siete", 7),
            Map.entry("eight", 8),
            Map.entry("ocho", 8),
            Map.entry("nine", 9),
            Map.entry("nueve", 9),
            Map.entry("ten", 10),
            Map.entry("diez", 10),
            Map.entry("twelve", 12),
            Map.entry("doce", 12));

    private NumberWords() {}

    static @Nullable Integer of(String word) {
        return NUMBERS.get(word);
    }
}
