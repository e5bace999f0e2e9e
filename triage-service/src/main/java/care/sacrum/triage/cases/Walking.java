package care.sacrum.triage.cases;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a sign comes on walking alone, and is eased by bending the back: by sitting, or by leaning
/// on something, both of which widen a narrow canal. Only words that say no more than that are read so:
/// what comes "at night too", or is eased "no longer", is no narrow canal.
final class Walking {
    private static final Set<String> WALKS = words(
            "walk walks walked walking dogwalk caminar camino caminando ando andar" + " andando marcha paseo pasear");

    private static final Set<String> BESIDE_WALKING = words(
            "when while on i am after for a an the my of in at about only just with if or and far long longer distance"
                    + " distances uphill downhill hills hill stairs upstairs stand standing more than minutes minute mins min"
                    + " metres meters metre meter m km yards miles mile blocks fast brisk briskly some time outside outdoors"
                    + " shops park to exercise exercising al cuando solo solamente mas de del un una el la en o y rato metros"
                    + " minutos largas largos distancias distancia cuesta arriba escaleras estar pie tras despues me por calle");

    private static final Set<String> BENDS =
            words("sit sits sat sitting seated lean leans leaning leant forward forwards"
                    + " bend bends bending stoop stooping crouch crouching squat squatting sentarse sentarme sentado sentada"
                    + " sentarnos sentar sentandome agacharse agacharme inclinarse inclinarme inclinado inclinada apoyarse apoyarme"
                    + " apoyado apoyada doblarse");

    private static final Set<String> BESIDE_BENDING = words(
            "down a an the my of in at about only on over for by when i have had has if or and to with while it few some"
                    + " minute minutes mins min moment rest rests resting stop stops stopping lie lies lying quickly soon always"
                    + " helps help eases ease eased better gets goes relief relieves trolley cart frame walker rollator stick"
                    + " counter table chair bench wall shopping something anything al me se en un una el la los las de unos rato"
                    + " minutos hacia adelante delante carro carrito baston o y alivia mejora calma parar parando tumbarse"
                    + " descansar descanso");

    private Walking() {}

    static boolean only(@Nullable String onlyWhen, @Nullable String eases) {
        return says(onlyWhen, WALKS, BESIDE_WALKING) && says(eases, BENDS, BESIDE_BENDING);
    }

    /// Whether both are told of, whatever else is said: then somebody must tell what is meant.
    static boolean isToldOf(@Nullable String onlyWhen, @Nullable String eases) {
        return tells(onlyWhen, WALKS) && tells(eases, BENDS);
    }

    private static boolean says(@Nullable String told, Set<String> what, Set<String> beside) {
        return tells(told, what)
                && !PlainAnswer.isAsked(told)
                && PlainWords.of(told).stream()
                        .allMatch(word -> what.contains(word) || beside.contains(word) || word.matches("[0-9]*"));
    }

    private static boolean tells(@Nullable String told, Set<String> what) {
        return told != null && !told.isBlank() && PlainWords.of(told).stream().anyMatch(what::contains);
    }

    private static Set<String> words(String listed) {
        return Set.copyOf(Phrases.listed(listed));
    }
}
