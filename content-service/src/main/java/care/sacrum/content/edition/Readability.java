package care.sacrum.content.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How hard a text is to read, by a published formula for each language that has one here.
enum Readability {

    /// The grade of a school in the United States that reads the text with ease: 0.39 words a sentence + 11.8
    /// syllables a word - 15.59. Grade 6 is read at the age of 11.
    ENGLISH("en", "Flesch-Kincaid grade (1975)", 6.0, false) {
        @Override
        double score(double wordsASentence, double syllablesAWord) {
            return 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59;
        }

        @Override
        long syllables(String word) {
            String small = word.toLowerCase(Locale.ROOT);
            long all = VOWELS.matcher(small).results().count();
            return Math.max(1, SILENT_END.matcher(small).find() ? all - 1 : all);
        }
    },

    /// The ease of a Spanish text: 206.835 - 62.3 syllables a word - words a sentence. From 65 on the INFLESZ scale
    /// (Barrio-Cantalejo 2008) calls it fairly easy, as books of primary school are.
    SPANISH("es", "Szigriszt-Pazos ease (1993), read on the INFLESZ scale", 65.0, true) {
        @Override
        double score(double wordsASentence, double syllablesAWord) {
            return 206.835 - 62.3 * syllablesAWord - wordsASentence;
        }

        @Override
        long syllables(String word) {
            String spoken = SILENT_U.matcher(
                            FINAL_Y.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("i"))
                    .replaceAll("$1");
            long nuclei = SPANISH_VOWELS
                    .matcher(spoken)
                    .results()
                    .mapToLong(vowels -> nuclei(vowels.group()))
                    .sum();
            return Math.max(1, nuclei);
        }

        /// Two strong vowels side by side are two syllables; a weak one goes with its neighbour.
        private static long nuclei(String vowels) {
            long nuclei = 1;
            for (int i = 1; i < vowels.length(); i++) {
                if (STRONG.indexOf(vowels.charAt(i - 1)) >= 0 && STRONG.indexOf(vowels.charAt(i)) >= 0) {
                    nuclei++;
                }
            }
            return nuclei;
        }
    };

    /// In a shorter text one long word decides, and the formulas say nothing.
    static final int FEWEST_WORDS = 8;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]+(\\s|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’-]+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_END =
            Pattern.compile("(?<![aeiouyl])e$|(?<![aeiouytd])ed$|(?<![aeiouysxzhcg])es$");
    private static final Pattern SILENT_U = Pattern.compile("([qg])u(?=[eiéí])");
    private static final Pattern FINAL_Y = Pattern.compile("y$");
    private static final Pattern SPANISH_VOWELS = Pattern.compile("[aeiouáéíóúü]+");
    private static final String STRONG = "aeoáéóíú";

    /// Nothing that a patient reads: codes, figures, drawings, and what clinicians are told of the sources.
    private static final Set<String> NOT_PROSE = Set.of(
            "dosage", "contraindications", "stopRules", "exercises", "schedule", "evidence", "review", "start", "end");

    private final String language;
    private final String formula;
    private final double bound;
    private final boolean moreIsEasier;

    Readability(String language, String formula, double bound, boolean moreIsEasier) {
        this.language = language;
        this.formula = formula;
        this.bound = bound;
        this.moreIsEasier = moreIsEasier;
    }

    abstract double score(double wordsASentence, double syllablesAWord);

    abstract long syllables(String word);

    static Optional<Readability> in(String language) {
        return List.of(values()).stream()
                .filter(each -> each.language.equals(language))
                .findFirst();
    }

    /// What an editor is told of a document: its hardest text, and whether that is easy enough.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Readability",
            description = "The hardest text of the document. A too hard one is told of, not refused.")
    record Verdict(
            @Schema(examples = "Flesch-Kincaid grade (1975)")
            String formula,

            @Schema(description = "A grade of at most 6.0 in English; an ease of at least 65.0 in Spanish.")
            double bound,

            @Schema(examples = "4.2") double score,
            boolean easyEnough,
            String hardestText) {}

    /// @return empty where no text is long enough for the formula
    Optional<Verdict> of(JsonNode document) {
        var byScore = Comparator.<String>comparingDouble(this::score);
        return texts(document).stream()
                .max(moreIsEasier ? byScore.reversed() : byScore)
                .map(hardest -> new Verdict(
                        formula, bound, Math.round(score(hardest) * 10) / 10.0, easyEnough(hardest), hardest));
    }

    boolean easyEnough(String text) {
        return moreIsEasier ? score(text) >= bound : score(text) <= bound;
    }

    double score(String text) {
        long sentences = Math.max(
                1,
                SENTENCE_END.splitAsStream(text).filter(part -> !part.isBlank()).count());
        var words = WORD.matcher(text).results().map(found -> found.group()).toList();
        double syllables = words.stream().mapToLong(this::syllables).sum();
        return score((double) words.size() / sentences, syllables / Math.max(1, words.size()));
    }

    /// The texts that a patient reads and that are long enough for a formula: a paragraph, a step, a remark.
    static List<String> texts(JsonNode document) {
        var texts = new ArrayList<String>();
        collect(document, texts);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual() && node.asText().split("\\s+").length >= FEWEST_WORDS) {
            texts.add(node.asText());
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !NOT_PROSE.contains(field.getKey()))
                    .forEach(field -> collect(field.getValue(), texts));
        } else {
            node.forEach(child -> collect(child, texts));
        }
    }
}
