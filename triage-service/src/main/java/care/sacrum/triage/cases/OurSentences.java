package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Language;
import care.sacrum.triage.rules.Languages;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sentences in which the texts tell a sign back to the patient, read as that sign: whoever copies one of them, or
/// says the same of themselves, is understood.
final class OurSentences {

    private record Person(String ours, String theirs) {}

    /// From "you" to "I", the longer first.
    private static final List<Person> IN_ENGLISH = persons("you are", "i am", "your", "my", "you", "i");

    private static final List<Person> IN_SPANISH = persons(
            "te has",
            "me he",
            "se te",
            "se me",
            "te pongas como te pongas",
            "me ponga como me ponga",
            "te encuentras",
            "me encuentro",
            "te levantas",
            "me levanto",
            "te mueves",
            "me muevo",
            "te",
            "me",
            "darte",
            "darme",
            "has",
            "he",
            "tu",
            "mi",
            "tienes",
            "tengo",
            "sientes",
            "siento",
            "notas",
            "noto",
            "notaste",
            "noté",
            "tiemblas",
            "tiemblo",
            "sudas",
            "sudo",
            "sabes",
            "sé",
            "puedes",
            "puedo",
            "andas",
            "ando");

    private static final Map<String, Phrases.Sign> SENTENCES = sentences();

    private OurSentences() {}

    static Phrases.@Nullable Sign sign(String written) {
        return SENTENCES.get(Word.letters(written));
    }

    /// The same sentence, as the patient says it.
    static String ofOneself(String sentence, Language language) {
        String said = sentence.toLowerCase(Locale.ROOT);
        for (Person person : language.tag().equals("es") ? IN_SPANISH : IN_ENGLISH) {
            said = said.replaceAll("(?<![\\p{L}])" + person.ours() + "(?![\\p{L}])", person.theirs());
        }
        return said;
    }

    private static Map<String, Phrases.Sign> sentences() {
        Map<String, Phrases.Sign> all = new HashMap<>();
        List<Side> sides = new ArrayList<>(List.of(Side.values()));
        sides.add(null);
        for (Language language : List.of(Languages.ENGLISH, Languages.SPANISH)) {
            for (SymptomCode code : SymptomCode.values()) {
                for (Side side : sides) {
                    String sentence = language.toldAlone(code, side);
                    Phrases.Sign sign = new Phrases.Sign(code, side, null, false);
                    all.put(Word.letters(sentence), sign);
                    all.put(Word.letters(ofOneself(sentence, language)), sign);
                }
            }
        }
        return Map.copyOf(all);
    }

    private static List<Person> persons(String... pairs) {
        List<Person> persons = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            persons.add(new Person(pairs[i], pairs[i + 1]));
        }
        return List.copyOf(persons);
    }
}
