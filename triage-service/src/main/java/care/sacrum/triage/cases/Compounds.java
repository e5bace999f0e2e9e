package care.sacrum.triage.cases;

import java.util.List;
import java.util.regex.Pattern;

/// Words that name something else together, one of which alone would name a sign: a fever blister is no fever, and an
/// unsteady table no unsteady walking. They count together only where nothing but a blank, a hyphen or an underscore
/// joins them: of "fever, blisters" each stands for itself. What stands beside them is read as ever.
final class Compounds {

    private static final String VACCINE = "(?:vaccin[a-z]*|jabs?|shots?|boosters?|immuni[sz]ations?|certificate)";
    private static final String FEVERS_TO_VACCINATE_FOR =
            "(?:yellow|typhoid|dengue|scarlet|rheumatic|q|rift valley|lassa) fever";
    private static final String FURNITURE =
            "(?:tables?|chairs?|ladder|stools?|desk|bed|bench|shelf|shelves|furniture|trolley|surfaces?|ground|floor"
                    + "|boat|bike|bicycle|board|platform|cushion|handrail|rail|internet|connection|income|job|market)";

    /// One word each, that begins as a sign does and is another. "My legs get number" is no number.
    private static final String OF_ANOTHER_ROOT =
            "(?<!\\b(?:get|gets|getting|got|feel|feels|feeling|even|much) )number[a-z]*(?! than)"
                    + "|strengthen[a-z]*|faintly|faint ?hearted|dragons?|heaven[a-z]*|heaves|pesadillas?|thunder ?storms?"
                    + "|night ?(?:clubs?|dress|gown|wear|stand)|sweat ?(?:shirts?|pants|bands?)|collapsible|grippe";

    private static final List<Compound> COMPOUNDS = List.of(
            harmless(OF_ANOTHER_ROOT),
            harmless(FEVERS_TO_VACCINATE_FOR + " " + VACCINE),
            harmless(VACCINE + " (?:for|against) (?:the )?" + FEVERS_TO_VACCINATE_FOR),
            harmless("vacuna(?:d[oa])? (?:contra|de|para|frente a) (?:la )?fiebre(?: (?:amarilla|tifoidea))?"),
            harmless("fever (?:blisters?|sores?|tree|pitch)|(?:baby|election|holiday|wedding|festival) fever"),
            harmless("calenturas? en (?:el|los|la) (?:labios?|boca)"),
            harmless("wind chill|chill (?:out|pill|music|mat)|chilled (?:water|drinks?|food|wine|beer|soup|gel)"),
            harmless("rigor mortis|septic tank|sleep paralysis|prickly (?:heat|pear)"),
            harmless("(?:room|water|pool|shower|bath|oven|outside|outdoor|skin|air|office) temp(?:erature)?s?"),
            harmless("temp (?:jobs?|work|worker|agency|contract|staff|role)"),
            harmless("unsteady " + FURNITURE + "(?! (?:to|transfer|walk|gait)[a-z]*)"),
            harmless(FURNITURE + " (?:is |was |felt )?(?:a bit |very |rather )?unsteady"),
            harmless("stagger(?:ed|ing) (?:stance|starts?|hours|shifts|return|holidays?|sets?|squats?|lunges?|times)"),
            harmless("(?:life|bank|account|energy|fluid|electrolyte) balance|balance (?:bike|sheet)"),
            harmless("collaps(?:ed|ing|e of the) (?:foot |metatarsal |transverse )?(?:arch|arches|umbrella|tent)"),
            harmless("(?:arch|arches) (?:has |have |is |are )?(?:collapsed|collapsing)"),
            harmless("(?:power|news|media|internet) (?:blackout|black out)s?|blackout (?:curtains?|blinds?)"),
            harmless("(?:brush|golf|tennis|pen|paddle) ?strokes?|stroke (?:rates?|length|count|play|volume|order)"),
            harmless("fainting (?:goats?|couch|sofa)(?: (?:pose|stretch|exercise|position))?|fever dreams?"),
            harmless(
                    "(?:star sign|zodiac(?: sign)?|horoscope) (?:is )?cancer|cancer \\(?(?:star sign|zodiac(?: sign)?|horoscope)"),
            harmless("(?:trying|hoping|planning|wanting|wishing) (?:for|to (?:get|become|be|fall)) (?:a )?pregnan[a-z]*"
                    + "|(?:buscando|intentando) (?:un |el |quedarme |quedar )?embaraz[a-z]*"),
            harmless("meningitis " + VACCINE + "|vacuna (?:contra|de|para|frente a) la meningitis"),
            harmless("(?:psychological|emotional|mental|birth) trauma"),
            harmless("(?:road|business|day|boat|train|coach|bus|shopping|school|camping|ski|city|weekend|fishing|work"
                    + "|holiday|long|return|round) trip"),
            harmless("trip (?:to(?! the (?:floor|ground))|abroad|away)"),
            harmless("falls? (?:asleep|in love|behind with|prevention|clinic|class|group|alarm|assessment)"),
            harmless("slip (?:road|on shoes?|of (?:the )?(?:tongue|pen))|(?:pay|wage|permission|sick) slips?"),
            harmless("caida del? (?:pelo|cabello)|caida de (?:la )?(?:tension|temperatura)"),
            harmless("flip flops?|(?:bar|foot|step|kitchen|piano|shower|milking) stools?"),
            harmless("(?:red|hot) (?:(?:thera|resistance |exercise )?bands?|packs?|water bottle|baths?|showers?|tub"
                    + "|yoga|stones?|compress|socks?)"),
            harmless("(?:banda|goma) roja|(?:compresa|bolsa|agua|ducha|bano) (?:de agua )?caliente"),
            harmless("heavy legs? (?:press|presses|day|workout|session|exercises?|training)"),
            harmless("electric (?:bikes?|scooter|blanket|massager|foot (?:massager|spa)|car|wheelchair|heater)"),
            harmless("shock ?waves?(?: therapy| treatment)?|shock absorbers?|nerve (?:glides?|gliding|floss[a-z]*)"),
            harmless("dvt (?:prophylaxis|prevention|stockings?|socks?)|seizure (?:free|medication|meds|disorder)"),
            harmless("chest (?:press|presses|fly|flies|stretch|stretches|of drawers|freezer|day|workout)"),
            harmless(
                    "blood pressure|bleeding gums|gums (?:are )?bleed(?:ing)?|nose ?bleeds?|encias sangran(?:tes|do)?"),
            harmless("(?:general|local) ana?esthe[a-z]+|anestesia (?:general|local)"),
            harmless(
                    "numb (?:mouth|lips?|face|cheek|jaw|gums?|tongue) (?:after|from) (?:the |my )?(?:dent[a-z]+|filling)"),
            harmless("night (?:shifts?|work|worker|bus|out|school|class)"),
            harmless("private (?:physio[a-z]*|clinic|doctor|hospital|insurance|patient|health[a-z]*|practice)"),
            harmless("(?:hearing|walking|mobility|sleep|visual|dressing|toilet|memory) aids?|hair transplant"),
            harmless("(?:aortic|mitral|tricuspid|carotid|coronary|pulmonary|renal|pyloric|urethral|tracheal)"
                    + " (?:valve |artery )?stenosis|estenosis (?:aortica|mitral|carotidea|pilorica|uretral)"),
            // What is not the whole of the sign, and leaves the other words to be read.
            new Compound("thoracic (?=(?:spin|vertebra|back|mobil|rotat|extension|kypho|curve))", "dorsal "),
            new Compound("(?<=columna |vertebra )toracica", "dorsal"),
            new Compound(
                    "(?:bottom|underside) of (?=(?:my |the |his |her )?(?:left |right |both )?(?:foot|feet|heel|toe))",
                    "sole of "),
            new Compound("wee (?=(?:bit|while|tad|touch)\\b)", "small "),
            new Compound(
                    "faint (?=(?:aches?|pains?|lines?|scars?|bruis|rash|smell|marks?|twinge|discomfort|tingl|numb"
                            + "|click|burning|stiff|sore|red))",
                    "slight "),
            new Compound("(?<=\\b(?:he|ha|has|habia) )dormido", "descansado"));

    private record Compound(Pattern words, String as) {
        Compound(String words, String as) {
            this(Pattern.compile("\\b(?:" + words.replace(" ", "[ -]") + ")"), as);
        }
    }

    private Compounds() {}

    /// The text, in small letters without accents, with one harmless word in the place of each such name.
    static String without(String plain) {
        String left = plain.replace('_', ' ').replaceAll(" +", " ");
        for (Compound one : COMPOUNDS) {
            left = one.words().matcher(left).replaceAll(one.as());
        }
        return left;
    }

    private static Compound harmless(String words) {
        return new Compound("(?:" + words + ")\\b", "harmless");
    }
}
