package care.sacrum.triage.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/// How hard a text is to read, by a published formula of each language, and the bound that stands for a reading age of
/// 11. In a text shorter than [#FEWEST_WORDS] one long word decides, and the formulas say nothing: there every word has
/// to be short instead.
enum Readability {

    /// Flesch-Kincaid grade (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. Grade 6 is read at 11.
    ENGLISH {
        @Override
        double score(double wordsASentence, double syllablesAWord) {
            return 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59;
        }

        @Override
        boolean withinBound(double score) {
            return score <= 6.0;
        }

        @Override
        long syllables(String word) {
            long all = Pattern.compile("[aeiouy]+").matcher(word).results().count();
            boolean silentEnd = Pattern.compile("(?<![aeiouyl])e$|(?<![aeiouytd])ed$|(?<![aeiouysxzhcg])es$")
                    .matcher(word)
                    .find();
            return Math.max(1, silentEnd ? all - 1 : all);
        }
    },

    /// Szigriszt-Pazos ease (1993): 206.835 - 62.3 syllables a word - words a sentence. From 65 on the INFLESZ scale
    /// calls it fairly easy, as books of primary school are.
    SPANISH {
        @Override
        double score(double wordsASentence, double syllablesAWord) {
            return 206.835 - 62.3 * syllablesAWord - wordsASentence;
        }

        @Override
        boolean withinBound(double score) {
            return score >= 65.0;
        }

        @Override
        long syllables(String word) {
            String spoken = word.replaceAll("y$", "i").replaceAll("([qg])u(?=[eiéí])", "$1");
            String strong = "aeoáéóíú";
            long syllables = 0;
            for (int i = 0; i < spoken.length(); i++) {
                boolean vowel = "aeiouáéíóúü".indexOf(spoken.charAt(i)) >= 0;
                boolean after = i > 0 && "aeiouáéíóúü".indexOf(spoken.charAt(i - 1)) >= 0;
                boolean apart =
                        after && strong.indexOf(spoken.charAt(i)) >= 0 && strong.indexOf(spoken.charAt(i - 1)) >= 0;
                syllables += vowel && (!after || apart) ? 1 : 0;
            }
            return Math.max(1, syllables);
        }
    };

    static final int FEWEST_WORDS = 8;
    private static final int LONGEST_WORD = 4;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]+(\\s|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’-]+");

    abstract double score(double wordsASentence, double syllablesAWord);

    abstract boolean withinBound(double score);

    abstract long syllables(String word);

    static Readability of(Language language) {
        return switch (language) {
            case English _ -> ENGLISH;
            case Spanish _ -> SPANISH;
        };
    }

    boolean easyEnough(String text) {
        var words = words(text);
        return words.length < FEWEST_WORDS
                ? java.util.Arrays.stream(words).allMatch(word -> syllables(word) <= LONGEST_WORD)
                : withinBound(score(text));
    }

    double score(String text) {
        long sentences = Math.max(
                1,
                SENTENCE_END.splitAsStream(text).filter(part -> !part.isBlank()).count());
        double syllables = 0;
        String[] words = words(text);
        for (String word : words) {
            syllables += syllables(word);
        }
        return score((double) words.length / sentences, syllables / Math.max(1, words.length));
    }

    private static String[] words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toArray(String[]::new);
    }
}
