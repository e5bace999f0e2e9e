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

    /// Finds the word that a person or a device wrote, forgiving case, blanks and hyphens.
    static <W extends Enum<W> & Word> Optional<W> find(Class<W> vocabulary, String written) {
        String name = written.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        for (W word : vocabulary.getEnumConstants()) {
            if (word.name().equals(name)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
