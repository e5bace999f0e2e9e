package care.sacrum.triage.rules;

import java.util.List;
import java.util.Locale;

/// The languages that patients and clinicians read. Apart from [Language], so that neither waits for the other to be
/// loaded.
public final class Languages {
    public static final Language ENGLISH = new English("");
    public static final Language SPANISH = new Spanish("");

    public static final List<Language> ALL = List.of(ENGLISH, SPANISH);

    private Languages() {}

    /// The first of the languages a reader takes, dearest first, that there is; else English.
    public static Language first(List<Locale> wished) {
        for (Locale wish : wished) {
            for (Language language : ALL) {
                if (language.tag().equals(wish.getLanguage())) {
                    return language;
                }
            }
        }
        return ENGLISH;
    }
}
