package care.sacrum.triage.cases;

import java.util.List;
import java.util.regex.Pattern;

/// How long, and how, steroids are taken. Those of a short course, an injection or a cream thin no bones; where words
/// leave it open ("steroids") they may be long-term. All of it takes words as [PlainWords] makes them.
final class Steroids {

    private static final Pattern ON_THE_SKIN_OR_BREATHED =
            holding("inhal[a-z]*|creams?|topical[a-z]*|ointments?|lotions?"
                    + "|nasal|nose|spray|(?:eye|ear) drops?|mouthwash|cremas?|pomadas?|colirios?|aerosol");

    private static final Pattern INJECTED =
            holding("injection|injected|inject|jab|shot|inyeccion|inyectado|infiltracion|infiltrado");

    private static final Pattern SHORT =
            holding("(?:short|brief|single|one|quick|1|[0-9]{1,2} days?|(?:one|two|three|five"
                    + "|seven|ten) days?|(?:a|one|two|1|2) weeks?) (?:[a-z]+ )?(?:course|burst|pack|dose|taper|term|treatment)"
                    + "|one off|once(?! (?:a|each|every|daily))|for (?:[0-9]{1,2}|a few|one|two|three|five|seven|ten) days"
                    + "|for (?:a|one|two|1|2) weeks?"
                    + "|(?:tanda|ciclo|pauta|curso|tratamiento|dosis) (?:cort[oa]|breve|unic[oa])|una (?:sola )?(?:dosis|vez)"
                    + "|(?:por|durante) (?:[0-9]{1,2}|unos|pocos|tres|cinco|siete|diez) dias");

    private static final Pattern BY_MOUTH =
            holding("tablets?|pills?|oral|by mouth|pastillas?|comprimidos?|daily|prednis[a-z]*");

    private static final Pattern LASTING =
            holding("long|(?:for|over|por|durante) (?:[a-z0-9]+ )*(?:years?|months?|anos|meses)"
                    + "|since|daily|every|each|chronic|maintenance|continuous|permanent|still|ongoing|repeat|repeated|several|many"
                    + "|multiple|frequent|courses|another|now on|desde|cronic[oa]|diari[oa]|cada|larg[oa]|vari[oa]s|much[oa]s|continu[oa]"
                    + "|todavia|sigo");

    private Steroids() {}

    static boolean mayBeLongTerm(List<String> words) {
        String plain = String.join(" ", words);
        if (LASTING.matcher(plain).matches()) {
            return !areOnTheSkinOrBreathed(words);
        }
        boolean placed =
                INJECTED.matcher(plain).matches() && !BY_MOUTH.matcher(plain).matches();
        return !placed && !SHORT.matcher(plain).matches() && !areOnTheSkinOrBreathed(words);
    }

    /// Whether they are, and none is taken by mouth beside them.
    static boolean areOnTheSkinOrBreathed(List<String> words) {
        String plain = String.join(" ", words);
        return ON_THE_SKIN_OR_BREATHED.matcher(plain).matches()
                && !BY_MOUTH.matcher(plain).matches();
    }

    private static Pattern holding(String words) {
        return Pattern.compile(".*\\b(?:" + words + ")\\b.*");
    }
}
