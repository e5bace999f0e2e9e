package care.sacrum.triage.cases;

import java.util.List;
import java.util.regex.Pattern;

/// Of whom words tell, and of when: a sign that somebody else has, that was long ago, or that is only feared is no sign
/// of the patient's now. What tells of one of these for sure is read as no sign, and stays unknown, which never calms;
/// where it is in doubt ("husband noticed that I slur my words") the sign counts.
///
/// All of it takes words as [PlainWords] makes them.
final class Whose {

    private static final String RELATIVE =
            "(?:dogs?|cats?|perr[oa]|gat[oa]|nan|nana|suegr[oa]|boyfriend|girlfriend|mothers?|fathers?|mums?|moms?|dads?|parents?|sisters?|brothers?|aunts?"
                    + "|uncles?|cousins?|daughters?|sons?(?! (?:las|los|mis|ambas|muy)\\b)|wife|husband|partners?|friends?|grand[a-z]*"
                    + "|fam|fhx?|famil[a-z]*|madre|padre|abuel[oa]s?|ti[oa]s?|herman[oa]s?|hij[oa]s?|prim[oa]s?|espos[oa]|marido"
                    + "|mujer|neighbou?rs?|vecin[oa]|colleagues?|co ?workers?|workmates?|boss|teacher|companer[oa]s?|jef[ea])\\b";

    /// Who tells of the patient, and does not tell of themselves.
    private static final String OBSERVES =
            "(?:notice|say|said|saw|see|think|thought|told|report|found|heard|must|ha[sd] to"
                    + "|help|worrie|ask|me |dice|nota|noto|vio|ve |cree|tiene que|pregunt)";

    private static final Pattern SOMEBODY_ELSE_S =
            Pattern.compile("^(?:my |our |the |mi |su |a )?(?:pregnant |old |elderly |best |older |younger |little )?"
                    + RELATIVE + "(?: of mine)? (?!" + OBSERVES + ")(?!.*\\b(?:i|im|me|my|mine|mi|mis)\\b).*");

    private static final Pattern FEARED = Pattern.compile(
            ".*\\b(?:(?:afraid|scared|terrified|frightened|fear|worried|worry) (?:of|that i|i|it|that it)"
                    + " (?:might|may|could|will|would|los|get|hav|becom|be|an? )"
                    + "|fear of |miedo (?:a|al|de) |what if |nightmares? about|pesadillas? con"
                    + "|(?:film|movie|series|documentary|book|article) about|in (?:a|my) dream|dream(?:t|ed) |(?:sueno|sone) (?:que|con) ).*"
                    + "|^how (?:would|will|do|can) i (?:know|tell) (?:if|when) i (?:had|have|get|got) .*");

    /// What nobody has who fears it. Of what somebody may have and be scared by, nobody can tell, so it counts.
    private static final Pattern FEARED_BY_ITS_NAME = Pattern.compile(
            "^(?:i |am |im |just |very |so |a bit |estoy |muy )*(?:(?:afraid|scared|terrified|frightened|worried|anxious|nervous|concerned)"
                    + " (?:of|about)|fear(?:ing|s)?|preocupad[oa] por|asustad[oa] por)"
                    + " (?:an? |la |el |un |getting |having )*(?:faint(?:ing)?|incontinen[a-z]*|cauda|caudaequina|ces|strokes?|ictus|desmay[a-z]*)"
                    + "(?: equina)?(?: syndrome)?$");

    private static final Pattern A_BABY_S = Pattern.compile("^(?:my |our |the |mi )?(?:baby|bebe|toddler)"
            + " (?:has|had|is|was|tiene|tuvo) (?!.*\\b(?:i|im|me|my|mi)\\b).*");

    /// A year up to 2024 is long ago; of a later one nobody here can tell, so it counts as now.
    private static final Pattern LONG_AGO = Pattern.compile(
            "(?!.*\\b(?:now|again|worse|ahora|otra vez|de nuevo|peor)\\b).*\\b(?:used to (?:have|get|be|suffer|wet|leak|soil|faint)"
                    + "|as (?:an? )?(?:young |small |little )?(?:child|kid|boy|girl|teen|teenager|baby|infant|toddler|student)\\b"
                    + "|(?:in|during) (?:my |early |his |her )*(?:childhood|infancy|teens|youth)\\b|(?:once|back) at school|when i was (?:a |[0-9]+|little|young)"
                    + "|de (?:nin[oa]|pequen[oa]|joven|chic[oa]|bebe)|en (?:la|mi|su) (?:infancia|ninez|adolescencia|juventud)|(?:in|en|back in) (?:19[0-9]{2}|20[01][0-9]|202[0-4])"
                    + "|(?:years?|yrs?|months?|long) (?:time )?ago|(?<!desde )hace (?:muchos )?(?:[a-z0-9]+ )?anos(?! que)).*");

    /// "Heart attack 2015", as a history is written; "since 2015" is of now.
    private static final Pattern A_YEAR_OF_LONG_AGO =
            Pattern.compile("(?!.*\\b(?:since|from|desde|now|again|ahora)\\b).* (?:19[0-9]{2}|20[01][0-9]|202[0-4])$");

    private static final Pattern DIET = Pattern.compile(".*\\b(?:diet|diets|dieting|dieta|ayuno|keto|fasting|slimming"
            + "|ozempic|wegovy|mounjaro|semaglutid[ae]|(?:weight loss|perdida de peso) (?:plan|program(?:me)?|class|group|club"
            + "|clinic|app|coach|injections?|jabs?|medication|pills?|goal|target|challenge|course|surgery)"
            + "|(?:plan|programa|clinica|cirugia|meta|objetivo) (?:de|para) (?:la )?perdida de peso)\\b.*");

    private static final Pattern IN_SPITE_OF_IT =
            Pattern.compile(".*\\b(?:unexplained|despite|in spite|even though|although|same|usual|good|poor|healthy"
                    + "|untreated|more than|too (?:much|fast)|a pesar|pese|misma|buena|mala)\\b.*");

    private static final Pattern NOT_THERE = Pattern.compile(
            ".*\\b(?:(?:do not|don t|dont|does not|doesn t|did not|didn t) have (?:it|that|this)"
                    + "|no l[oa] tengo|ruled out|excluded|descartad[oa])$|^(?:rule[sd] out|excluded|descartad[oa]|(?:se )?descartan?) .*");

    private static final Pattern RELATIVE_NAMED = Pattern.compile(".*\\b" + RELATIVE + ".*");
    private static final Pattern RELATIVE_FIRST = Pattern.compile("^(?:[^ ]+ )?" + RELATIVE + ".*");

    private Whose() {}

    static boolean namesARelative(List<String> words) {
        return RELATIVE_NAMED.matcher(String.join(" ", words)).matches();
    }

    /// "Mother had", "my mother".
    static boolean beginsWithARelative(List<String> words) {
        return RELATIVE_FIRST.matcher(String.join(" ", words)).matches();
    }

    /// Whether a weight is lost on purpose, for all that is said.
    static boolean isMeant(List<String> words) {
        String plain = String.join(" ", words);
        return DIET.matcher(plain).matches() && !IN_SPITE_OF_IT.matcher(plain).matches();
    }

    static boolean endsLongAgo(List<String> words) {
        return A_YEAR_OF_LONG_AGO.matcher(String.join(" ", words)).matches();
    }

    /// Whether a sign in such words is not the patient's, or not of now.
    static boolean isNotThePatientsNow(List<String> words) {
        String plain = String.join(" ", words);
        return List.of(SOMEBODY_ELSE_S, A_BABY_S, FEARED, FEARED_BY_ITS_NAME, LONG_AGO, NOT_THERE).stream()
                .anyMatch(pattern -> pattern.matcher(plain).matches());
    }
}
