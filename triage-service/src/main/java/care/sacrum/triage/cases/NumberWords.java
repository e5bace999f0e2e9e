package care.sacrum.triage.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers as they are written in words, English and Spanish: up to twelve by one word, up to 99 by two or three.
final class NumberWords {

    private static final Map<String, Integer> NUMBERS = numbered(
            0,
            List.of(
                    "zero cero",
                    "one uno",
                    "two dos",
                    "three tres",
                    "four cuatro",
                    "five cinco",
                    "six seis",
                    "seven siete",
                    "eight ocho",
                    "nine nueve",
                    "ten diez",
                    "eleven once",
                    "twelve doce"),
            1);

    private static final Map<String, Integer> TENS = numbered(
            20,
            List.of(
                    "twenty veinte",
                    "thirty treinta",
                    "forty cuarenta",
                    "fifty cincuenta",
                    "sixty sesenta",
                    "seventy setenta",
                    "eighty ochenta",
                    "ninety noventa"),
            10);

    private static final int TEN = 10;
    private static final int EARLY = 2;
    private static final int MIDDLE = 5;
    private static final int LATE = 8;

    private NumberWords() {}

    static @Nullable Integer of(String word) {
        return NUMBERS.get(word);
    }

    /// "Seventy-two", "setenta y dos", and of a decade a year in it: "late sixties".
    ///
    /// @param words as [PlainWords] makes them
    static @Nullable Integer inWords(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceFirst("(?<=t)ies$", "y");
            Integer tens = TENS.get(word);
            if (tens != null && !word.equals(words.get(i))) {
                return tens + withinADecade(words);
            }
            if (tens != null) {
                int next = i + 1 < words.size() && words.get(i + 1).equals("y") ? i + 2 : i + 1;
                Integer ones = next < words.size() ? NUMBERS.get(words.get(next)) : null;
                return ones != null && ones < TEN ? tens + ones : tens;
            }
        }
        return null;
    }

    /// Years beyond the first of a decade.
    static int withinADecade(List<String> words) {
        return words.contains("early") ? EARLY : words.contains("late") ? LATE : MIDDLE;
    }

    private static Map<String, Integer> numbered(int from, List<String> words, int step) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            for (String word : words.get(i).split(" ")) {
                numbers.put(word, from + i * step);
            }
        }
        return Map.copyOf(numbers);
    }
}
