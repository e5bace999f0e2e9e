package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What reads as the name or the measure of an exercise, such as `Bird dog` or `10 each side`, and not as what
/// became of it, such as `stopped, went numb`.
final class ExerciseNames {

    private static final Pattern A_FEW_WORDS = Pattern.compile("[\\p{L}0-9]+(?:[ _-][\\p{L}0-9]+){0,3}");
    private static final Set<String> OF_NO_EXERCISE = Set.of(
            ("numb tingl weak pain hurt wet leak pee stop cannot unable fever faint urin bowel saddle burn dizz feel could"
                            + " couldn after since until because legs fell fall dolor orin adorm hormig debil par\u00e9")
                    .split(" "));

    private ExerciseNames() {}

    static boolean isOne(JsonNode given) {
        var text = Words.plain(given).toLowerCase(Locale.ROOT);
        return A_FEW_WORDS.matcher(text).matches() && OF_NO_EXERCISE.stream().noneMatch(text::contains);
    }

    /// As content would write it.
    static String slug(JsonNode given) {
        return Vocabulary.word(Words.plain(given)).replace('_', '-');
    }
}
