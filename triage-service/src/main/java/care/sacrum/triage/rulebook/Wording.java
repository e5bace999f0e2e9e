package care.sacrum.triage.rulebook;

import care.sacrum.triage.rules.Logic;
import care.sacrum.triage.rules.Parameters;
import java.util.List;
import java.util.Locale;

/// The words in which rules are published: parameters by their defaults and names.
final class Wording {
    /// What every rule takes for granted when it says "present".
    static final String PRESENT =
            "A sign is *present* while it is in force and no clinician knows it: told at most 14 days"
                    + " ago (nerve signs: {neuroSignMemoryDays} days), not denied since, not called assessed and unchanged since, and"
                    + " not covered by a stable condition that a clinician has assessed. It is *new* when it was told as worse; or"
                    + " not as existing, and with no date of onset or one within {newOnsetWindowDays} days of the report.";

    private static final List<Parameters.Described> PARAMETERS = Parameters.described();

    private Wording() {}

    /// A criterion as a whole sentence.
    static String sentence(Logic logic) {
        String words = filled(logic.sentence());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /// With each parameter in braces replaced by its default and its name.
    static String filled(String words) {
        String filled = words;
        for (Parameters.Described parameter : PARAMETERS) {
            filled = filled.replace(
                    "{" + parameter.name() + "}", parameter.standard() + " (`" + parameter.name() + "`)");
        }
        return filled;
    }

    static String plain(String word) {
        return word.replace('_', ' ');
    }
}
