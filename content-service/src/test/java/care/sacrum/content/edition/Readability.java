package care.sacrum.content.edition;

import java.util.Locale;
import java.util.regex.Pattern;

/// The grade of a school in the United States that reads an English text with ease, by the formula of Flesch and
/// Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.
final class Readability {

    /// In a shorter text one long word decides, and the formula says nothing.
    static final int FEWEST_WORDS = 8;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]+(\\s|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’-]+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_END =
            Pattern.compile("(?<![aeiouyl])e$|(?<![aeiouytd])ed$|(?<![aeiouysxzhcg])es$");

    private Readability() {}

    static double grade(String text) {
        long sentences = Math.max(
                1,
                SENTENCE_END.splitAsStream(text).filter(part -> !part.isBlank()).count());
        var words = WORD.matcher(text).results().map(found -> found.group()).toList();
        long syllables = words.stream().mapToLong(Readability::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    static long syllables(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        long all = VOWELS.matcher(small).results().count();
        long spoken = SILENT_END.matcher(small).find() ? all - 1 : all;
        return Math.max(1, spoken);
    }
}
