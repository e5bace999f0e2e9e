package care.sacrum.session.report;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether the name of a field that nobody knows holds a word of a sign, such as `cannot_pee`, or none, such as
/// `stepCount`. Broad on purpose: a name that is taken for a sign is asked about, one that is not is only named.
final class NamesOfSigns {

    private static final Pattern JOINTS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^\\p{L}0-9]+");

    /// Wherever they stand in the name.
    private static final Set<String> PARTS = Set.of(
            ("urin bladder bowel stool faec feca incontinen continen leak soil retention numb tingl needles sensation feel"
                            + " saddle perine genital groin anus rectal sexual erect orgasm weak strength heav walk gait unstead"
                            + " balanc stumbl pain ache aching hurt sore burn sciatic buttock spine spinal stiff fever temperatur"
                            + " chill sweat shiver unwell infect weight cough trauma injur accident crash fractur broke broken"
                            + " chest heart breath faint dizz collaps blackout abdom belly droop palsy paraly speech swell swollen"
                            + " clot headache cancer tumor tumour redflag symptom emergenc urgent danger warning worse bleed blood"
                            + " cannot unable control suicid selfharm pregn steroid osteopor immun anticoag surger vomit nause"
                            + " seizur convuls confus swallow"
                            + " orina vejiga intestin esfinter hormig adorm entumec debil pierna camin dolor duele fiebre escalofr"
                            + " sudor caida pecho desmay cabeza brazo pantorrilla embaraz sangr")
                    .split(" "));

    /// As a word of its own.
    private static final Set<String> WHOLE = Set.of(
            ("pee peeing wee weeing poo toilet wet void wiping wipe sex leg legs foot feet fall falls fell fallen trip"
                            + " back temp hot ill sick cold lost loss calf calves arm arms stroke vision flag flags sign signs"
                            + " complaint complaints can cant able sos pis pipi caca pie pies cara")
                    .split(" "));

    private NamesOfSigns() {}

    static boolean holds(String name) {
        var letters = OtherNames.letters(name);
        return PARTS.stream().anyMatch(letters::contains)
                || Stream.of(JOINTS.split(name))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(WHOLE::contains)
                || WHOLE.contains(letters);
    }
}
