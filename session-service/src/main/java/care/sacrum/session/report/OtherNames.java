package care.sacrum.session.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What devices call fields of ours, however such a name is joined: `symptom_name` and `symptomName` are one. It says
/// which field is meant; whether what stands there can be read is another question.
final class OtherNames {

    static final OtherNames OF_A_REPORT = new OtherNames(Map.of(
            "symptoms",
            "symptom symptomlist redflags redflag flags signs sign complaints complaint concerns concern findings",
            "freeTextNote",
            "note notes comment comments description remark remarks text message observation observations",
            "temperatureC of the symptom fever",
            "temperature temp temperaturec bodytemperature vitals",
            "painBefore",
            "pain painnow painscore painlevel",
            "exercisesDone",
            "exercises",
            "observedAt",
            "startedat starttime"));

    static final OtherNames OF_A_SYMPTOM = new OtherNames(Map.of(
            "code",
            "symptom name symptomname symptomcode sign signname signcode redflag label display",
            "side",
            "sides laterality whichside affectedside bilateral isbilateral bothsides bothlegs",
            "changeSinceLast",
            "change trend progression worse worsening gettingworse progressive",
            "temperatureC",
            "temperature temp bodytemperature",
            "severity",
            "intensity score level pain painscore painlevel",
            "onsetDate",
            "since began startedat startdate starttime",
            "detail",
            "note notes comment comments description remark remarks text freetextnote",
            "status",
            "present ispresent value valueboolean has hasit answer response reported positive active yes"));

    static final OtherNames OF_NOTHING = new OtherNames(Map.of());

    /// What a plain yes says under such a name.
    private static final Map<String, String> YES_MEANS = Map.of(
            "bilateral", "both",
            "isbilateral", "both",
            "bothsides", "both",
            "bothlegs", "both",
            "worse", "worse",
            "worsening", "worse",
            "gettingworse", "worse",
            "progressive", "worse");

    private static final Pattern JOINTS = Pattern.compile("[^a-z0-9]+");

    private final Map<String, String> ours = new HashMap<>();

    private OtherNames(Map<String, String> others) {
        others.forEach((our, names) -> Set.of(names.split(" ")).forEach(name -> ours.put(name, our)));
    }

    /// The field of ours that is meant by a name.
    Optional<String> ours(String name) {
        return Optional.ofNullable(ours.get(letters(name)));
    }

    static Optional<String> yesMeans(String name) {
        return Optional.ofNullable(YES_MEANS.get(letters(name)));
    }

    static String letters(String name) {
        return JOINTS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
