package care.sacrum.session.report;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether the name of a field that nobody knows holds a word of a sign, such as `cannot_pee`, or none, such as
/// `stepCount`. Broad on purpose: a name that is taken for a sign is asked about, one that is not is only named.
final class NamesOfSigns {

    private static final Pattern JOINTS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^\\p{L}0-9]+");

    /// How words of a sign begin.
    private static final String BEGINNINGS =
            "urin|bladder|bowel|stool|faec|feca|incontinen|continen|leak|soil|retention"
                    + "|numb(?!er)|tingl|needles|sensation|feel|saddle|perine|genital|groin|anus|rectal|sexual|erectil|orgasm|weak"
                    + "|strength|heav|walk|gait|unstead|balanc|stumbl|pain|aching|hurt|burning|sciatic|buttock|spinal|stiff|fever"
                    + "|temperatur|chill|sweat|shiver|unwell|infect|weight|cough|trauma|injur|accident|fractur|broken|chest"
                    + "|breathless|faint|dizz|collaps|blackout|abdom|belly|droop|palsy|paraly|slur|swell|swollen|headache|cancer"
                    + "|tumou?r|redflag|symptom|emergenc|urgent|danger|worse|bleed|blood|cannot|unable|control(?!ler)|suicid|selfharm"
                    + "|pregn|steroid|osteopor|immun|anticoag|surger|vomit|nause|seizur|convuls|confus|swallow"
                    + "|orina|vejiga|intestin|esfinter|hormig|adorm|entumec|debil|pierna|camin|dolor|duele|fiebre|escalofr|sudor"
                    + "|caida|pecho|desmay|cabeza|brazo|pantorrilla|embaraz|sangr";

    private static final Pattern BEGINS = Pattern.compile("^(?:" + BEGINNINGS + ")");
    private static final Pattern HOLDS = Pattern.compile(BEGINNINGS);

    private static final Set<String> WHOLE = Set.of(
            ("pee peeing wee weeing poo toilet wet void wiping wipe sex leg legs foot feet fall falls fell fallen ache aches"
                            + " sore temp ill sick calf calves clot clots arm arms stroke signs complaint complaints can cant"
                            + " able sos pis pipi caca pie pies cara")
                    .split(" "));

    private NamesOfSigns() {}

    static boolean holds(String name) {
        var words = Stream.of(JOINTS.split(name))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        // Where nothing parts the words, one may stand anywhere.
        boolean joined = words.size() == 1 && HOLDS.matcher(words.getFirst()).find();
        return joined
                || words.stream().anyMatch(word -> BEGINS.matcher(word).find() || WHOLE.contains(word))
                || OtherNames.letters(name).contains("redflag");
    }
}
