package care.sacrum.triage.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a text as [Phrases] looks for them: small letters, no accents, and one word for what several say
/// together.
final class PlainWords {

    /// Words that say together what one part says, so that "no feeling" is no denial.
    private static final List<Rewritten> REWRITTEN = List.of(
            rewritten("(no|loss of|lack of|reduced|decreased|altered|sin) (feeling|sensation|sensibilidad)", "numb"),
            rewritten(
                    "(no|not|without|sin) (change|improvement|mejoria)( in)?|not? (better|improving|mejor)|not right(?! (leg|foot|calf|side|arm))",
                    "still"),
            rewritten("not? (the same|igual|lo mismo)|not only|no solo", "still"),
            rewritten("(over|for|in|during) the (past|last)|in past", "lately"),
            rewritten("([0-9]+|one|two|three|four|five|six|few|several) ?(hour|day|week)s? history( of)?", "lately"),
            rewritten("[0-9]+ ?(years?|yrs?|yo) old", "aged"),
            rewritten(
                    "not? (treat[a-z]*|medicat[a-z]*|tratamiento|medicacion)|(without|sin) (treat[a-z]*|medicat[a-z]*|tratamiento|medicacion)",
                    "untreated"),
            rewritten("not (cured|gone|in remission)", "active"),
            rewritten("(not|can ?not be|can t be) (ruled out|excluded)|no (se )?(ha )?descartad[oa]", "suspected"),
            rewritten("(like|as|como) (my|mi) [a-z]+$", "too"),
            rewritten("(can|do|does|could) no longer feel|no longer feel", "numb"),
            rewritten("no longer (able|can)|can no longer", "unable"),
            rewritten("no (power|strength)( in)?", "weak"),
            rewritten("(los|las) dos( lados)?", "ambas"),
            rewritten(
                    "from ([0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|several) ?(m|metres?|meters?|ft|feet|metros?)( high| up)?",
                    "height"),
            rewritten(
                    "drop(s|ped|ping)? (something|(a|an|the|some) (?!right|left|foot|toe|leg)[a-z]+) on|drops? of [a-z]+",
                    "injured"),
            rewritten("(black|pass)(es|ed|ing)? out", "faint"),
            rewritten(
                    "no (position|posture) (helps|is comfortable|relieves|eases)[a-z ]*|no comfortable position",
                    "unrelieved"),
            rewritten("(ninguna (postura|posicion)|nada) (me |lo )?(alivia|calma|quita)", "unrelieved"),
            rewritten(
                    "(falta de|sin|falta el) (aire|aliento)|no puedo respirar|(unable to|can ?not|can ?t) breathe|(difficulty|trouble) breathing",
                    "breathless"),
            rewritten("me (fallan?|flaquean?|flojean?)", "weak"),
            rewritten("cola de caballo", "cauda"),
            rewritten("(he )?perdido( la)? sensibilidad", "numb"),
            rewritten("no aguanto", "leak"),
            rewritten("(sin|no puedo) orinar", "unable urine"),
            rewritten("no urine output|(acute|urine|urinary) retention", "unable urine"),
            rewritten("sin (el )?control( de)?", "leak"),
            rewritten("(can ?not|(can|don|doesn|didn|couldn) ?t|unable to|not able to|not) feel", "numb"),
            rewritten("no (me )?(siento|noto)( nada)? cuando voy al bano", "numb urine"),
            rewritten("no (me )?(siento|noto)", "numb"),
            rewritten("no (puedo )?control(o|a|ar|amos)?", "leak"),
            rewritten("no he (orinado|hecho pis)", "unable urine"),
            rewritten("no (urine|pee|wee) since", "unable urine"),
            rewritten("(can ?not|can ?t|unable to) go to (the )?(toilet|loo|bathroom)", "unable urine"),
            rewritten("sin (causa|motivo|razon|explicacion|querer)", "unexplained"),
            rewritten("no me (sostienen?|aguantan?|responden?)", "weak"),
            rewritten("(sin|no tengo|falta de|perdida de) fuerza", "weak"),
            rewritten("run over", "struck"),
            rewritten("no (urge|desire|need) to (pee|urinate|void|go|pass urine)", "numb urine"),
            rewritten("(has|have) ?n(o| )t (peed|urinated|voided|passed (any )?(urine|water))", "unable urine"),
            rewritten("not (peeing|urinating|pass(ing|ed) (any )?(urine|water))", "unable urine"),
            rewritten(
                    "without (trying|dieting|reason|explanation|meaning to)|(for )?no reason|not trying",
                    "unexplained"),
            rewritten("without (knowing|noticing|reali[sz]ing|feeling)", "unaware"),
            rewritten("(not|no|nothing) (relie[a-z]*|eas(e|es|ed|ing))", "unrelieved"),
            rewritten("sensory loss", "numb"),
            rewritten("pins (and )?needles", "tingling"),
            rewritten("between (the |my )?legs|entre las piernas", "saddle"),
            rewritten("lower (limb|extremit(y|ie))s?", "legs"),
            rewritten("upper (limb|extremit(y|ie))s?", "arms"),
            rewritten("short(ness)? of breath", "breathless"),
            rewritten("non? hodgkin", "hodgkin"),
            rewritten("back passage", "anus"),
            rewritten("down (below|there)", "saddle"),
            rewritten("toilet (paper|roll|tissue)", "wiping"),
            rewritten("not aware", "unaware"),
            rewritten("won ?t|will not", "unable"),
            rewritten("standing height", "level"),
            rewritten("pass(ing)? water", "urinate"),
            rewritten("(?:no|poor) (bladder|bowel|urinary|anal) control", "$1 leak"),
            rewritten("(no|loss of|lost|can ?not|can t|cant) control|perdida de control", "leak"),
            rewritten("can ?not|can t|cant|not able|no pued[oe]|incapaz", "unable"));

    private record Rewritten(Pattern words, String as) {}

    private PlainWords() {}

    /// The words of a text in lower case, without accents, those that say together what one says made one.
    static List<String> of(String written) {
        String plain = Normalizer.normalize(written.replaceAll("(?<=[a-z])(?=[A-Z])", " "), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        for (Rewritten one : REWRITTEN) {
            plain = one.words().matcher(plain).replaceAll(one.as());
        }
        return new ArrayList<>(Arrays.asList(plain.split(" ")));
    }

    private static Rewritten rewritten(String words, String as) {
        return new Rewritten(Pattern.compile("\\b(?:" + words + ")\\b"), as);
    }
}
