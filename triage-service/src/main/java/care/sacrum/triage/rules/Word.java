package care.sacrum.triage.rules;

import java.util.Locale;
import java.util.Optional;

/// A word of the vocabulary, written in documents in lower case with underscores.
public interface Word {

    String name();

    /// The word as documents write it: `emergency_now`.
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Finds the word that a person or a device wrote, forgiving case and how its parts are joined: `Leg Weakness`,
    /// `leg-weakness` and `legWeakness` are one word.
    static <W extends Enum<W> & Word> Optional<W> find(Class<W> vocabulary, String written) {
        W[] words = vocabulary.getEnumConstants();
        String name = written.strip().toUpperCase(Locale.ROOT);
        for (W word : words) {
            if (word.name().equals(name)) {
                return Optional.of(word);
            }
        }
        String letters = letters(name);
        for (W word : words) {
            if (letters(word.name()).equals(letters)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.chars().filter(Character::isLetterOrDigit).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }
}
