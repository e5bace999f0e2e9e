package care.sacrum.triage.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of a text as [Phrases] looks for them: small letters, no accents, and one word for what several say
/// together.
final class PlainWords {

    /// Words that say together what one part says, so that "no feeling" is no denial.
    private static final List<Rewritten> REWRITTEN = List.of(
            rewritten(
                    "(hay|cabin|spring|gold|football|dance) fever|fiebre (del heno|mundialista|del oro|del sabado)",
                    "harmless"),
            rewritten(
                    "transient isch?a?emic attacks?|(ataque|accidente) isquemico transitorio|(accidente|evento) cerebro ?vascular"
                            + "|(derrame|infarto|embolia|trombosis|hemorragia|ictus) cerebral|(brain|cerebral) (bleed|ha?emorrhage|clot)"
                            + "|mini ?strokes?|(had|another|possible|suspected|recent|query|a) tias?|cva|acv",
                    "stroke"),
            rewritten(
                    "heart attacks?|(ataques?|paro) (al corazon|de corazon|cardiaco)|infarto( de miocardio)?"
                            + "|myocardial infarction|cardiac arrest",
                    "chest pain"),
            rewritten(
                    "(cough|spit)(s|ed|ing|ting)? (up )?(a bit of |a little |some |fresh |bright |red )*blood|blood (when|in|on) (i )?(cough|my phlegm|phlegm|my sputum|sputum)[a-z]*"
                            + "|bloody (phlegm|sputum)|(tos|toso|tosiendo|esputos?|escupo|escupiendo|flema) (con |de )?sangre|esputos? sanguinolentos?",
                    "haemoptysis"),
            rewritten(
                    "(vomit|throw|threw)(s|ed|ing)? (up )?(a bit of |a little |some |fresh |bright |red )*blood|blood in (my |the )?vomit"
                            + "|(vomit[oa]s?|vomitando|vomite) (con |de )?sangre",
                    "haematemesis"),
            rewritten(
                    "(a|another|epileptic|first) fit(?! (and|for|man|woman|person|lad|guy|young|healthy|old|of|[0-9]+))|(had|having|has|have|epileptic) fits|^fits?$"
                            + "|(ataque|crisis) (epileptic[oa]|convulsiv[oa]|de epilepsia)",
                    "seizure"),
            rewritten(
                    "weight (is |was |has |been |just |keeps |s )*(falling|fell|fallen|dropping|dropped|melting|pouring) off",
                    "weight loss"),
            rewritten("(eating|eat|diet|appetite) (is |was )?normal(ly)?|normal (diet|appetite)", "usual diet"),
            rewritten("weightloss", "weight loss"),
            rewritten("blood poisoning|(envenenamiento|infeccion) (de|en) (la )?sangre", "sepsis"),
            rewritten(
                    "(no|without an?|without|lost (my|his|her)|sin|sin el|not having a) (working |functioning )?(immune system|immunity|spleen|bazo|defensas)"
                            + "|spleen (is |was |has been |had been )?(removed|out|taken out|gone)|removed spleen|removal of (the |my )?spleen",
                    "asplenia"),
            rewritten(
                    "(weak|weakened|low|poor|compromised|suppressed|bad) (immune system|immunity)|(defensas|inmunidad) bajas?",
                    "immunosuppressed"),
            rewritten("(low|reduced|poor) (immune|bone) (defen[cs]es?|cells)", "immunosuppressed"),
            rewritten(
                    "(feel|feels|feeling|felt) (so |really |very |absolutely |quite )*(awful|terrible|dreadful|horrendous)$"
                            + "|me (siento|encuentro|sentia) (fatal|horrible|fatalmente)",
                    "very unwell"),
            rewritten("non ?stop", "constant"),
            rewritten("non small cell", "cancer cell"),
            rewritten("not( yet)? cancer free|no longer (in remission|cancer ?free|free)( from| of)?", "active cancer"),
            rewritten("(no|sin) cancer (since|desde)", "cancer since"),
            rewritten("no (me )?(siento|noto) (el|mi) ano", "numb anus"),
            rewritten("slipped (dis[ck]s?)", "herniated $1"),
            rewritten("g83 4", "cauda"),
            rewritten("(stand|walk|go up|rise|raise)( up)? on (my |the )?(tip ?toes?|toes|heels?)", "heelraise"),
            rewritten("(can ?t|can ?not|cant) tell (when|if|whether)", "unaware"),
            rewritten("(leg|foot) (is|has gone|went|feels) dead", "$1 weak"),
            rewritten("se me doblan?", "weak"),
            rewritten("no me puedo (parar|levantar|poner de pie)", "unable stand"),
            rewritten("dolor de cabeza", "headache"),
            rewritten("no (tengo|hay|consigo|logro) ereccion(es)?|no erections?", "erection loss"),
            rewritten("(perdi|perder|perdio|perdido) el conocimiento", "faint"),
            rewritten("stroke of luck|(heat|breast|butterfly|back|swimming) stroke", "harmless"),
            rewritten("(not|no longer) (in|under) (full )?control", "leak"),
            rewritten(
                    "(bladder|bowels?) ((is|are|all) )*(in|under) control|(full|complete|good|normal) ((bladder|bowel|urine|urinary|anal|sphincter|and) )+control",
                    "harmless"),
            rewritten(
                    "lost ((about|over|nearly|almost|another) )?([0-9]+|[a-z]+)( and a half)? ?(stones?|kilos?|kgs?|pounds|lbs?)",
                    "weight loss"),
            rewritten("(baje|bajado|bajando|perdi|perdido) (de peso|[0-9a-z]+ kilos)", "peso perdida"),
            rewritten("missed (a|the|my) step", "fell"),
            rewritten("burning up", "fever"),
            rewritten("shak(e|es|ing) with (the )?cold", "chills"),
            rewritten("(needed|had|got|given|put in) (a |the )?catheter", "retention"),
            rewritten("con (la |una )?dieta|haciendo dieta", "intentional"),
            rewritten("me cai de risa", "harmless"),
            rewritten("chilling (out|at home|on (the |my )?(sofa|couch|beach))|chilled out", "harmless"),
            rewritten(
                    "fell (behind (with|on|schedule)|for (my|him|her|it)|in love|asleep|out with|short)|tripped up (on|over) (the |my )?(instructions|words|questions|form)|slipped my mind",
                    "harmless"),
            rewritten("pass(es|ed|ing)? out (the |some )?(leaflets|flyers|food|drinks|papers|cards|copies)", "gave"),
            rewritten("(can ?t|can ?not|cant) wait to", "eager"),
            rewritten("walk(ing)? (the|my|our) dogs?", "dogwalk"),
            rewritten(
                    "(power|strength|fuerza|mrc) (is |grade )?(5|five) ((of|out of|over|de|sobre) )?(5|five)",
                    "harmless"),
            rewritten("(water|fluid)s? retention|retencion de (liquidos?|agua)", "puffy"),
            rewritten(
                    "on purpose|thanks to [a-z ]*diet|(with )?slimming world|weight ?watchers|by dieting|a proposito",
                    "intentional"),
            rewritten("never ((?:had |have |been |any )?[a-z ]+?) (until|till)", "$1 since"),
            rewritten("nunca ([a-z ]+?) hasta", "$1 desde"),
            rewritten("(from )?(the )?waist down(wards)?|de(sde)? la cintura (para|hacia) abajo", "saddle legs"),
            rewritten(
                    "(hardly|barely|scarcely) (any |can |have any |a )?(feel|feeling|sensation)|(feel|feels) nothing",
                    "numb"),
            rewritten("(feels?|feeling|felt) like (nothing|cotton( wool)?|cardboard|wood|rubber|leather)", "numb"),
            rewritten(
                    "(do not|don ?t|did not|didn ?t|not) (know|notice|reali[sz]e) (when|if|that|whether|it|until)|(do not|don ?t|did not|didn ?t) know$",
                    "unaware"),
            rewritten("sin (enterarme|darme cuenta|sentir(lo)?|notarlo)", "unaware"),
            rewritten(
                    "(not|isn ?t|doesn ?t|does not|won ?t|incomplete(ly)?) (fully |completely |properly )?empt(y|ying|ied)",
                    "retention"),
            rewritten("empt(y|ies|ied) (itself|on its own|by itself)", "leak"),
            rewritten("nothing (comes|came|will come|would come|happens)( out)?|no (me )?sale( nada)?", "unable"),
            rewritten(
                    "(weak|slow|poor) (urine |urinary )?(stream|flow)|(stream|flow) (is |has )?(gone )?(weak|slow)",
                    "slowstream"),
            rewritten("(only|just) dribbl(es?|ing)|dribbl(es?|ing) only", "urine dribbling"),
            rewritten("(haven ?t|hasn ?t|not) been able", "unable"),
            rewritten("(did ?n ?t|did not) (pee|wee|urinate|pass (any )?(urine|water))", "unable urine"),
            rewritten("no (urine|pee|wee) (for|in|all day|today)", "unable urine"),
            rewritten("(hago|hacer|hice|haciendo|he hecho) del cuerpo", "stool"),
            rewritten(
                    "no (me |lo |la )?(puedo|aguanto|aguantar)( aguantar(me|lo|la)?)? (el|la|las)?(?= ?(pis|pipi|popo|caca|orina|heces)\\b)",
                    "leak"),
            rewritten("se me (sale|salen|salio)", "escapa"),
            rewritten("[mt]e cuesta( mucho| trabajo)?", "dificultad"),
            rewritten("(hago|hacer|haciendo) (mucha )?fuerza", "strain"),
            rewritten("me (orine|meo|mee|he meado|he orinado)", "orina encima"),
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
            rewritten(
                    "(not|can ?not be|can t be) (ruled out|excluded)|no (se )?(ha )?descart(ad[oa]|an?)", "suspected"),
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
                    "(falta de|sin|falta el) (aire|aliento)|no puedo (casi )?respirar|dificultad (para |al )?respirar|me ahogo"
                            + "|(unable to|can ?not|can ?t|could ?n ?t|could not|not able to|struggl(e|es|ed|ing) to|hard to|hardly|barely|fighting to) (even |really |properly |hardly )?breathe?"
                            + "|(can ?not|can ?t|could ?n ?t|unable to) (catch|get) (my |a |any )?breath|(gasping|fighting|struggling) for (breath|air)"
                            + "|(difficulty|trouble|problems) (in |with )?breathing(?! exercise)",
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
            rewritten("(sin|no (tengo|tienes)|falta de|perdida de) fuerza", "weak"),
            rewritten("perdidas? (?:involuntarias? )?de (?:la |las )?(orina|pis|heces|caca)", "$1 leak"),
            rewritten("se [mt]e cae un lado de la cara", "cara caida"),
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
            rewritten("between (the |my |your )?legs|entre (las |mis |tus )?piernas", "saddle"),
            rewritten(
                    "(?<!left )(?<!right )(inner|inside|medial)( side| aspect)?( of)?( the| my| both| upper)* thighs?"
                            + "|(cara|parte|zona) (intern[ao]|interior) de(l| los| mis| ambos| el)* muslos?"
                            + "|muslos? por dentro|(interior|entre) (de )?(los |mis )?muslos",
                    "saddle"),
            rewritten("lower (limb|extremit(y|ie))s?", "legs"),
            rewritten("upper (limb|extremit(y|ie))s?", "arms"),
            rewritten("short(ness)? of breath", "breathless"),
            rewritten("non? hodgkin", "hodgkin"),
            rewritten("back passage", "anus"),
            rewritten("down (below|there)", "saddle"),
            rewritten("(toilet|loo) (paper|roll|tissue)", "wiping"),
            rewritten("not aware", "unaware"),
            rewritten("won ?t|will not", "unable"),
            rewritten("standing height", "level"),
            rewritten("pass(ing)? water", "urinate"),
            rewritten("(?:no|poor) (bladder|bowel|urinary|anal) control", "$1 leak"),
            rewritten("(no|loss of|lost|can ?not|can t|cant) control|perdida de control", "leak"),
            rewritten("can ?not|can t|cant|not able|no pued(?:o|es?)|incapaz", "unable"));

    /// Words that tell of a sign, of which no other word is a swap of two letters.
    private static final Set<String> OFTEN_SWAPPED = Set.of(
            "numb",
            "numbness",
            "saddle",
            "cant",
            "urine",
            "bladder",
            "bowel",
            "tingling",
            "weakness",
            "incontinent",
            "incontinence",
            "fever",
            "groin",
            "between",
            "control",
            "leaking",
            "orina",
            "fiebre",
            "hormigueo");

    private static final Pattern SMALL_STROKE = Pattern.compile("\\bT\\.?I\\.?A\\b\\.?");
    private static final int SHORT_FORM = "T.I.A.".length();

    private record Rewritten(Pattern words, String as) {}

    private PlainWords() {}

    /// The words of a text in lower case, without accents, those that say together what one says made one.
    static List<String> of(String written) {
        String letters = Normalizer.normalize(withoutShortForms(written), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String plain =
                Compounds.without(letters).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        plain = Arrays.stream(plain.split(" ")).map(PlainWords::inOrder).collect(Collectors.joining(" "));
        for (Rewritten one : REWRITTEN) {
            plain = one.words().matcher(plain).replaceAll(one.as());
        }
        return new ArrayList<>(Arrays.asList(plain.split(" ")));
    }

    /// Told apart by their capitals: a TIA is a small stroke, and a tía an aunt.
    private static String withoutShortForms(String written) {
        boolean capitalsTell = !written.equals(written.toUpperCase(Locale.ROOT)) || written.length() <= SHORT_FORM;
        String told = capitalsTell ? SMALL_STROKE.matcher(written).replaceAll("stroke") : written;
        return told.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    /// A word with two letters the wrong way round, where it can only be one of those that tell of a sign: "nubm".
    private static String inOrder(String word) {
        if (OFTEN_SWAPPED.contains(word)) {
            return word;
        }
        for (int i = 0; i + 1 < word.length(); i++) {
            String swapped = word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
            if (OFTEN_SWAPPED.contains(swapped)) {
                return swapped;
            }
        }
        return word;
    }

    private static Rewritten rewritten(String words, String as) {
        return new Rewritten(Pattern.compile("\\b(?:" + words + ")\\b"), as);
    }
}
