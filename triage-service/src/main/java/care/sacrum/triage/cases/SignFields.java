package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Change;
import care.sacrum.triage.rules.Extent;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.PainRegion;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is said of one sign under other names than ours, put under ours and named: of two that differ, what alarms
/// more. A name that nobody knows is named too, and nobody is calmed over it.
final class SignFields {

    /// Under which the sign itself may stand, the plainest first.
    static final List<String> CALLED = List.of(
            "code",
            "symptom",
            "sign",
            "name",
            "text",
            "display",
            "symptomCode",
            "symptomName",
            "signCode",
            "signName",
            "redFlag",
            "flag",
            "finding",
            "complaint",
            "concept",
            "label",
            "title",
            "question",
            "questionId",
            "questionCode",
            "item",
            "key",
            "type",
            "sintoma");

    private static final Set<String> CALLED_BY_LETTERS = letters(CALLED);
    private static final Map<String, String> SAYS_PRESENT_BY_LETTERS =
            Telling.SAYS_PRESENT.stream().collect(Collectors.toUnmodifiableMap(Word::letters, Function.identity()));

    /// A yes under these is a worsening.
    private static final Set<String> WORSENINGS = Set.of(
            "worse",
            "worsening",
            "worsened",
            "isworse",
            "gettingworse",
            "gotworse",
            "deteriorating",
            "deteriorated",
            "deterioration",
            "progressive",
            "progressing",
            "isprogressive",
            "aggravated",
            "peor",
            "empeora",
            "empeorando");

    private static final Set<String> CHANGES = Set.of(
            "change",
            "changes",
            "changed",
            "changesince",
            "changesincelasttime",
            "changesincelastreport",
            "changesincelastvisit",
            "changedsincelast",
            "sincelast",
            "trend",
            "progress",
            "progression",
            "evolution",
            "course",
            "development",
            "direction",
            "cambio",
            "evolucion",
            "tendencia");

    private static final Set<String> SIDES = Set.of(
            "sides",
            "laterality",
            "lateral",
            "whichside",
            "affectedside",
            "sideaffected",
            "bodyside",
            "leg",
            "legs",
            "whichleg",
            "limb",
            "limbs",
            "lado",
            "lados",
            "lateralidad",
            "pierna");

    private static final Map<String, Side> SIDES_BY_NAME = Map.of(
            "bilateral", Side.BOTH,
            "both", Side.BOTH,
            "bothsides", Side.BOTH,
            "bothlegs", Side.BOTH,
            "left", Side.LEFT,
            "leftleg", Side.LEFT,
            "leftside", Side.LEFT,
            "right", Side.RIGHT,
            "rightleg", Side.RIGHT,
            "rightside", Side.RIGHT);

    private static final Set<String> PLACES = Set.of(
            "location",
            "locations",
            "bodysite",
            "bodysites",
            "bodypart",
            "bodyparts",
            "bodyregion",
            "bodyarea",
            "region",
            "regions",
            "area",
            "areas",
            "site",
            "sites",
            "where",
            "distribution",
            "radiation",
            "radiates",
            "radiatesto",
            "radiatingto",
            "zona",
            "lugar",
            "localizacion");

    private static final Set<String> SEVERITIES = Set.of(
            "intensity",
            "score",
            "nrs",
            "vas",
            "level",
            "rating",
            "grade",
            "severityscore",
            "severitylevel",
            "severityrating",
            "severitynrs",
            "intensityscore",
            "painscore",
            "painlevel",
            "painintensity",
            "pain",
            "degree",
            "strengthofit",
            "howbad",
            "howstrong",
            "intensidad",
            "gravedad",
            "severidad",
            "nivel");

    /// Of the muscles, from 0 for none to 5 for all.
    private static final Set<String> POWERS = Set.of(
            "power",
            "musclepower",
            "strength",
            "musclestrength",
            "mrc",
            "mrcgrade",
            "mrcpower",
            "motorpower",
            "fuerza");

    private static final Pattern POWER =
            Pattern.compile(" *(?:mrc|grade)? *([0-5])(?: ?[-+])? *(?:(?:/|of|out of) *5)? *");
    private static final List<Integer> WEAKNESS_OF_A_POWER = List.of(10, 9, 8, 6, 3);

    private static final Set<String> QUALITIES = Set.of("quality", "character", "nature", "kind", "feel", "feelslike");

    private static final Set<String> BEGINNINGS = Set.of(
            "since",
            "started",
            "startdate",
            "startedon",
            "began",
            "begandate",
            "beginning",
            "onsetdatetime",
            "firstnoticed",
            "firstnoticedon",
            "onsetat",
            "desde",
            "inicio");

    /// So long a sign is new, as the rules count it where no practice has set another number.
    static final Duration NEW_FOR = Duration.ofDays(14);

    private final Fields said;
    private final @Nullable LocalDate day;
    private final ObjectNode ours;
    private boolean unread;

    /// @param day the report's own, where it has one
    SignFields(Fields said, @Nullable LocalDate day) {
        this.said = said;
        this.day = day;
        this.ours = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : said.all()) {
            ours.set(field.getKey(), field.getValue());
        }
    }

    /// The fields under our names.
    Fields read() {
        List<Map.Entry<String, JsonNode>> others = new ArrayList<>();
        boolean same = true;
        for (Map.Entry<String, JsonNode> field : said.all()) {
            String answer = SAYS_PRESENT_BY_LETTERS.get(Word.letters(field.getKey()));
            if (answer != null && !said.given(answer)) {
                ours.set(answer, field.getValue());
                same = false;
            } else if (answer == null && !isOurs(field.getKey())) {
                others.add(field);
            }
        }
        JsonNode value = said.value("value");
        if (value != null && value.isNumber() && value.doubleValue() > 1 && value.doubleValue() <= 10) {
            isAsStrongAs("value", value.doubleValue());
            same = false;
        }
        if (others.isEmpty() && same) {
            return said;
        }
        for (Map.Entry<String, JsonNode> field : others) {
            other(field.getKey(), field.getValue());
        }
        return said.of(ours);
    }

    /// Whether something there could not be read; after [#read].
    boolean unread() {
        return unread;
    }

    private static boolean isOurs(String name) {
        return FieldNames.ofASign(name)
                || CALLED_BY_LETTERS.contains(Word.letters(name))
                || name.equals("coding")
                || Word.find(SymptomCode.class, name).isPresent();
    }

    private void other(String name, JsonNode value) {
        String letters = Word.letters(name);
        if (WORSENINGS.contains(letters) || CHANGES.contains(letters)) {
            change(name, value, WORSENINGS.contains(letters));
        } else if (SIDES_BY_NAME.containsKey(letters)) {
            sideByItsName(name, value, SIDES_BY_NAME.get(letters));
        } else if (SIDES.contains(letters)) {
            side(name, value);
        } else if (PLACES.contains(letters)) {
            place(name, value);
        } else if (SEVERITIES.contains(letters)) {
            severity(name, value);
        } else if (POWERS.contains(letters)) {
            power(name, value);
        } else if (Temperatures.isCalledSo(name)) {
            temperature(name, value);
        } else if (BEGINNINGS.contains(letters)) {
            beginning(name, value);
        } else if (Misplaced.tellsOfASign(value)) {
            said.setAside(Fields.shortened(name), "tells of a sign; give each a symptom of its own");
            unread = true;
        } else if (QUALITIES.contains(letters) && value.isTextual() && Ordinary.isOrdinary(value.asText())) {
            said.setAside(Fields.shortened(name), "is no field of a symptom");
        } else if (FieldNames.mayMatter(name, value)) {
            notKnown(name);
        }
    }

    private void notKnown(String name) {
        said.setAside(Fields.shortened(name), "is no field of a symptom; nobody here can read it");
        unread = true;
    }

    private void isRead(String name, String as, String what) {
        said.setAside(Fields.shortened(name), "is no field of a symptom; it is read as " + as + " " + what);
    }

    private void change(String name, JsonNode value, boolean byItsName) {
        String written = written(value);
        boolean no = isNo(written) && (byItsName || !written.equals("0"));
        if (no || !FieldNames.saysSomething(name, value)) {
            return;
        }
        Change change = isYes(written)
                ? Change.WORSE
                : Word.find(Change.class, written).orElseGet(() -> OtherWords.change(written));
        if (change == null && byItsName && value.isValueNode() && !Phrases.denies(written)) {
            change = Change.WORSE;
        }
        if (change == null || change != Change.WORSE && PlainAnswer.isAsked(written)) {
            notKnown(name);
            return;
        }
        isRead(name, "changeSinceLast", change.word());
        if (change == Change.WORSE || !said.given("changeSinceLast")) {
            ours.put("changeSinceLast", change.word());
        }
    }

    private void sideByItsName(String name, JsonNode value, Side side) {
        String written = written(value);
        if (!FieldNames.saysSomething(name, value) || isNo(written)) {
            return;
        }
        Side told = isYes(written) ? side : Telling.sideIn(written);
        if (told == null) {
            notKnown(name);
        } else {
            isOn(name, told);
        }
    }

    private void side(String name, JsonNode value) {
        String written = written(value);
        if (!FieldNames.saysSomething(name, value) || OtherWords.saysNothing(written)) {
            return;
        }
        Side told = PlainAnswer.isAsked(written) ? null : Telling.sideIn(written);
        if (told == null) {
            notKnown(name);
        } else {
            isOn(name, told);
        }
    }

    /// Of two sides that are told, both; but a denial of one side denies no more than that.
    private void isOn(String name, Side told) {
        isRead(name, "side", told.word());
        String before =
                ours.path("side").isMissingNode() || ours.path("side").isNull() ? "" : written(ours.path("side"));
        Side first = before.isBlank() ? told : Telling.sideIn(before);
        if (first == told) {
            ours.put("side", told.word());
        } else if (first == null || isDenied()) {
            ours.put("side", before + "?");
        } else {
            ours.put("side", Side.BOTH.word());
        }
    }

    private boolean isDenied() {
        return Telling.statusIn(written(ours.path("status"))) == Status.DENIED;
    }

    /// Where it is: on which side, and how far down.
    private void place(String name, JsonNode value) {
        String written = written(value);
        if (!FieldNames.saysSomething(name, value)) {
            return;
        }
        Phrases.Sign there = Phrases.sign("numb " + written, false);
        boolean saddle = there != null && there.code() == SymptomCode.SADDLE_NUMBNESS;
        Side side = saddle || PlainAnswer.isAsked(written) ? null : Telling.sideIn(written);
        Extent extent = saddle ? null : extentIn(written);
        if (side != null) {
            isOn(name, side);
        }
        if (extent != null) {
            reaches(name, extent);
        }
        if (side == null && !saddle && Telling.namesASide(written)) {
            notKnown(name);
        } else if (side == null && extent == null) {
            said.setAside(Fields.shortened(name), "is no field of a symptom; nobody here can read it");
            unread |= saddle || !isOfTheBack(written);
        }
    }

    private static boolean isOfTheBack(String written) {
        return Word.find(PainRegion.class, written).isPresent()
                || OtherWords.region(written) != null
                || Ordinary.isAPlace(written);
    }

    private static @Nullable Extent extentIn(String written) {
        return Word.find(Extent.class, written).orElseGet(() -> {
            Extent exactly = OtherWords.extent(written);
            return exactly == null ? Phrases.extent(written) : exactly;
        });
    }

    private void reaches(String name, Extent told) {
        isRead(name, "extent", told.word());
        Extent before = said.given("extent") ? extentIn(written(ours.path("extent"))) : told;
        if (before != null && before.compareTo(told) <= 0) {
            ours.put("extent", told.word());
        }
    }

    private void severity(String name, JsonNode value) {
        if (!FieldNames.saysSomething(name, value)) {
            return;
        }
        Double told = said.of(JsonNodeFactory.instance.objectNode().set("severity", value))
                .unheard()
                .severity("severity");
        if (told == null) {
            notKnown(name);
        } else {
            isAsStrongAs(name, told);
        }
    }

    private void power(String name, JsonNode value) {
        String written = written(value);
        if (!FieldNames.saysSomething(name, value)) {
            return;
        }
        Matcher power = POWER.matcher(written.toLowerCase(Locale.ROOT));
        int grade = power.matches() ? Integer.parseInt(power.group(1)) : WEAKNESS_OF_A_POWER.size();
        if (grade < WEAKNESS_OF_A_POWER.size()) {
            isAsStrongAs(name, WEAKNESS_OF_A_POWER.get(grade));
        } else {
            notKnown(name);
        }
    }

    /// Of two numbers the higher; one that nobody can read stays, and is named.
    private void isAsStrongAs(String name, double told) {
        isRead(name, "severity", Double.toString(told));
        Double before = said.given("severity") ? said.of(ours).unheard().severity("severity") : Double.valueOf(0);
        if (before != null && before <= told) {
            ours.put("severity", told);
        }
    }

    private void temperature(String name, JsonNode value) {
        if (!FieldNames.saysSomething(name, value)) {
            return;
        }
        Double degrees = Temperatures.celsius(name, value);
        if (degrees == null) {
            notKnown(name);
            return;
        }
        isRead(name, "temperatureC", Double.toString(degrees));
        Double before = said.given("temperatureC") ? said.of(ours).unheard().celsius("temperatureC") : degrees;
        if (before != null && before <= degrees) {
            ours.put("temperatureC", degrees);
        }
    }

    /// A beginning of late makes a sign new; one of long ago is read only of a sign that is said to be old.
    private void beginning(String name, JsonNode value) {
        String written = written(value);
        if (!FieldNames.saysSomething(name, value) || OtherWords.saysNothing(written)) {
            return;
        }
        Fields alone = said.of(JsonNodeFactory.instance.objectNode().put("onsetDate", written))
                .unheard();
        LocalDate counted = day == null ? null : WrittenTimes.ago(written, day);
        LocalDate date = counted == null ? alone.date("onsetDate") : counted;
        boolean ofLate = date != null && day != null && !date.isBefore(day.minusDays(NEW_FOR.toDays()));
        boolean existing = Word.find(Onset.class, written(ours.path("onset")))
                        .orElseGet(() -> OtherWords.onset(written(ours.path("onset"))))
                == Onset.EXISTING;
        if (date != null && (ofLate || existing) && !said.given("onsetDate")) {
            isRead(name, "onsetDate", date.toString());
            ours.put("onsetDate", date.toString());
            unread |= ofLate && existing;
        } else if (date == null || !date.equals(dateOf(ours.path("onsetDate")))) {
            notKnown(name);
        }
    }

    private @Nullable LocalDate dateOf(JsonNode date) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        return said.of(alone.put("onsetDate", written(date))).unheard().date("onsetDate");
    }

    /// A value as text, the parts of a list one after the other.
    private static String written(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            return String.join(" ", parts).strip();
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText().strip();
    }

    private static boolean isYes(String written) {
        return PlainAnswer.of(written) == PlainAnswer.YES;
    }

    private static boolean isNo(String written) {
        return switch (Word.letters(written)) {
            case "none", "na" -> true;
            default -> PlainAnswer.of(written) == PlainAnswer.NO;
        };
    }

    private static Set<String> letters(List<String> names) {
        return Set.copyOf(names.stream().map(Word::letters).toList());
    }
}
