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
        return Vocabulary.find(vocabulary, written);
    }

    /// Letters and digits alone, in lower case: how words are joined means nothing.
    static String letters(String written) {
        return Vocabulary.letters(written);
    }
}
