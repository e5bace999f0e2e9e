package care.sacrum.triage.rules;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The words of each vocabulary by their letters and digits alone: how a word's parts are joined, and its case, say
/// nothing.
final class Vocabulary {

    private static final char LAST_OF_ASCII = '\u007f';

    private static final ClassValue<Map<String, Object>> WORDS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> vocabulary) {
            Map<String, Object> words = new HashMap<>();
            for (Object word : vocabulary.getEnumConstants()) {
                words.put(letters(((Enum<?>) word).name()), word);
            }
            return Map.copyOf(words);
        }
    };

    private Vocabulary() {}

    static <W extends Enum<W>> Optional<W> find(Class<W> vocabulary, String written) {
        return Optional.ofNullable(vocabulary.cast(WORDS.get(vocabulary).get(letters(written))));
    }

    /// Letters with an accent, or of another width ("ＵＲＩＮＥ"), are the same letters.
    static String letters(String written) {
        StringBuilder letters = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char letter = written.charAt(i);
            if (letter > LAST_OF_ASCII && !Normalizer.isNormalized(written, Normalizer.Form.NFKD)) {
                return letters(Normalizer.normalize(written, Normalizer.Form.NFKD));
            }
            if (Character.isLetterOrDigit(letter)) {
                letters.append(Character.toLowerCase(letter));
            }
        }
        return letters.toString();
    }
}
