package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Change;
import care.sacrum.triage.rules.Extent;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Symptom;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is said of one sign: whether it is there, since when, where, how strong. What matters and cannot be read is
/// remembered, since nobody may be calmed over it.
final class Telling {
    static final double FEVER_FROM = 38;
    static final List<String> SAYS_PRESENT = List.of(
            "present", "isPresent", "value", "valueBoolean", "answer", "response", "answerValue", "valueString");

    private static final int LENGTH_OF_A_YEAR = "2026".length();

    private final Fields said;
    private final @Nullable LocalDate day;
    private final @Nullable Double temperature;
    private static final Pattern BOTH_OF_ONE_LEG =
            Pattern.compile("both (?=(?:above|below|the (?:front|back|inside|outside)|front|back|inner|outer)\\b)");

    private static final Pattern NOT_ONLY = Pattern.compile(
            ".*\\b(?:not (?:only|just|merely|simply)|no (?:s[oó]lo|solamente|[uú]nicamente))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WELL =
            Pattern.compile(".*\\b(?:fine|ok|okay|normal|clear|unaffected|good|bien)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MORE_THAN_IT = Pattern.compile(".*[+>\u2191].*");

    /// Beside a side these tell where it is, and nothing of the other side.
    private static final Set<String> PLACES = Set.copyOf(Phrases.listed(
            "leg legs limb limbs foot feet toe toes big little first second third fourth fifth heel sole ankle calf calves"
                    + " shin knee thigh thighs hamstring hip buttock buttocks groin back lower upper mid whole entire side sided"
                    + " sides unilateral unilaterally lateral medial outer inner outside inside front behind posterior anterior"
                    + " dorsum dermatome lumbar sacroiliac above below down up from to into through radiating radiates radiation"
                    + " of the my his her in on at and only solely just one a an still now as before usual same region"
                    + " area part aspect part half both pierna piernas pie pies dedo dedos gordo tobillo rodilla muslo"
                    + " pantorrilla gemelo gluteo nalga cadera ingle lado planta talon zona parte cara lateral externa interna"
                    + " posterior anterior la el los las mi un una de del en por solo solamente hasta desde toda todo y"
                    + " sciatic sciatica ciatica"));

    private static final Set<SymptomCode> OF_NO_MATTER_WHEN = EnumSet.of(
            SymptomCode.LOW_BACK_PAIN,
            SymptomCode.BUTTOCK_PAIN,
            SymptomCode.MUSCLE_SORENESS,
            SymptomCode.COLD_SYMPTOMS,
            SymptomCode.CONSTIPATION,
            SymptomCode.MORNING_STIFFNESS_OVER_30MIN,
            SymptomCode.IMPROVES_WITH_EXERCISE,
            SymptomCode.IMPROVES_WITH_NSAID,
            SymptomCode.WAKES_SECOND_HALF_NIGHT);

    private boolean unread;

    /// @param day the report's own, where it has one
    Telling(Fields said, @Nullable LocalDate day) {
        this.said = said;
        this.day = day;
        this.temperature = said.celsius("temperatureC");
    }

    /// Whether something of it could not be read; after [#status] and [#symptom].
    boolean unread() {
        return unread;
    }

    static boolean isAnAnswer(String name) {
        return SAYS_PRESENT.stream().anyMatch(one -> Word.letters(one).equals(Word.letters(name)));
    }

    boolean isDenied() {
        return statusIn(text("status")) == Status.DENIED;
    }

    static @Nullable Status statusIn(String written) {
        return OtherWords.status(written);
    }

    /// Nothing where it was not asked, or where nobody can tell which side is denied. A fever that was measured
    /// is not denied.
    @Nullable
    Status status(SymptomCode code) {
        Status status = status();
        boolean feverDenied = status == Status.DENIED && code == SymptomCode.FEVER;
        if (feverDenied && temperature != null && temperature >= FEVER_FROM) {
            said.setAside("status", "is denied with a temperature of " + temperature + "; what was measured counts");
            return Status.PRESENT;
        }
        boolean sideless = !isSided(code) && said.given("side") && namesASide(text("side"));
        if (status == Status.DENIED && (sideIsInDoubt(code) || sideless && sideIn(text("side")) == null)) {
            said.setAside("side", "leaves open which side is meant; nothing is denied by it");
            unread = true;
            return null;
        }
        return status;
    }

    /// A symptom that is named counts as present unless it is said not to be: of the two mistakes this is the safer.
    private @Nullable Status status() {
        String written = said.text("status");
        if (written == null || written.isEmpty()) {
            for (String called : SAYS_PRESENT) {
                if (said.given(called)) {
                    return isADoubtedNo(called) ? null : said.truth(called, true) ? Status.PRESENT : Status.DENIED;
                }
            }
            said.setAside("status", "is missing; the symptom counts as present");
            return Status.PRESENT;
        }
        if (isADoubtedNo("status")) {
            return null;
        }
        Status status = statusIn(written);
        String there = status == Status.DENIED ? saidToBeThere() : null;
        if (there != null) {
            said.setAside("status", "is denied, and " + there + " says that it is there; it counts as present");
            return Status.PRESENT;
        }
        if (status != null) {
            return status;
        }
        if (OtherWords.notAsked(written)) {
            said.setAside("status", "says neither present nor denied; the symptom counts as not asked");
            return null;
        }
        if (OtherWords.gone(written)) {
            said.setAside("status", "says that it is there no more; it is denied as of now");
            return Status.DENIED;
        }
        for (String called : SAYS_PRESENT) {
            if (said.value(called) instanceof BooleanNode answer) {
                said.setAside("status", "cannot be read; " + called + " is taken");
                return answer.booleanValue() ? Status.PRESENT : Status.DENIED;
            }
        }
        said.setAside("status", "cannot be read; the symptom counts as present");
        return Status.PRESENT;
    }

    /// Whether it is denied with a question mark: then nobody knows whether it is there.
    private boolean isADoubtedNo(String name) {
        boolean doubted = OtherWords.isADoubtedNo(text(name));
        if (doubted) {
            said.setAside(name, "is denied with a question mark: ask what is meant; nothing is denied by it");
            unread = true;
        }
        return doubted;
    }

    /// The field that says so beside a denial, if one does.
    private @Nullable String saidToBeThere() {
        for (String called : SAYS_PRESENT) {
            JsonNode answer = said.value(called);
            boolean yes = answer != null
                    && (answer.isBoolean()
                            ? answer.booleanValue()
                            : answer.isTextual() && statusIn(answer.asText()) == Status.PRESENT);
            if (yes) {
                return called;
            }
        }
        return null;
    }

    /// @param other what the sign's own words tell beside its name
    Symptom symptom(SymptomCode code, Status status, Phrases.@Nullable Sign other) {
        LocalDate onsetDate = onsetDate();
        if (onsetDate != null && day != null && onsetDate.isAfter(day)) {
            said.setAside("onsetDate", "is after the report's own day");
        }
        Onset onset = onset();
        Change change = unlessInDoubt(
                "changeSinceLast",
                said.word("changeSinceLast", Change.class, OtherWords::change),
                Set.of(Change.BETTER, Change.SAME));
        Side side = side();
        Extent extent = unlessInDoubt("extent", extent(), Set.of(Extent.BUTTOCK, Extent.THIGH));
        PlainAnswer assessed =
                said.plainly("assessedByClinician", written -> PlainAnswer.whetherAssessed(written, day));
        Double severity = said.severity("severity");
        boolean inDoubt = sideIsInDoubt(code);
        if (status == Status.DENIED) {
            unread = code.mustBeAsked() && saysMoreThanNo(onset, change, severity);
        } else {
            unread = onsetIsLost(code)
                    || lost("changeSinceLast", change)
                    || lost("onsetDate", onsetDate)
                    || PlainAnswer.isAsked(text("onsetDate"))
                    || (onsetDate != null && day != null && onsetDate.isAfter(day))
                    || lost("severity", severity)
                    || inDoubt
                    || (code.isOfALeg() && lost("extent", extent))
                    || (isAHedgedYes(assessed) && !OF_NO_MATTER_WHEN.contains(code))
                    || isHedgedWalking(code)
                    || tellsOfAnother(code);
        }
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                change == null && other != null && other.worse() ? Change.WORSE : change,
                side == null && other != null ? other.side() : side,
                extent == null && other != null ? other.extent() : extent,
                severity,
                assessed == PlainAnswer.YES && !inDoubt,
                temperature,
                Walking.only(text("onlyWhen"), text("eases")));
    }

    /// Whether a side is told that nobody can read for sure: what was told of the other leg must stand.
    private boolean sideIsInDoubt(SymptomCode code) {
        String written = isSided(code) && said.given("side") ? said.text("side") : "";
        if (written == null || PlainAnswer.isAsked(written) || isMoreThanItself(written)) {
            return true;
        }
        boolean plain = OtherWords.saysNothing(written)
                || Word.find(Side.class, written).isPresent();
        return !plain && (sideIn(written) == null || Phrases.denies(written));
    }

    /// Whether it comes on walking and is eased by bending, and more is said that nobody can read.
    private boolean isHedgedWalking(SymptomCode code) {
        boolean hedged = code == SymptomCode.LEG_PAIN
                && Walking.isToldOf(text("onlyWhen"), text("eases"))
                && !Walking.only(text("onlyWhen"), text("eases"));
        if (hedged) {
            said.setAside("onlyWhen", "says more than that it comes on walking: ask what is meant");
        }
        return hedged;
    }

    /// "Booked" is no yes, and "yes, until Monday" is one that nobody can read.
    private boolean isAHedgedYes(PlainAnswer assessed) {
        String written = text("assessedByClinician");
        return assessed == PlainAnswer.NEITHER && (PlainAnswer.beginsWithAYes(written) || PlainAnswer.isAsked(written));
    }

    private static boolean isSided(SymptomCode code) {
        return code.isOfALeg() || code == SymptomCode.FOOT_DROP;
    }

    /// "Left+".
    private static boolean isMoreThanItself(String written) {
        return MORE_THAN_IT.matcher(written).matches() && plainSideIn(written) != Side.BOTH;
    }

    /// Whether what brings it on, or eases it, tells of another sign.
    private boolean tellsOfAnother(SymptomCode code) {
        boolean another = false;
        for (String name : List.of("trigger", "onlyWhen", "eases")) {
            Phrases.Sign sign = said.given(name) ? Phrases.sign(text(name), false) : null;
            if (sign != null && sign.code() != code) {
                said.setAside(name, "tells of another sign; give each a symptom of its own");
                another = true;
            }
        }
        return another;
    }

    /// What is told with a question mark alarms where it would, and never calms.
    private <W> @Nullable W unlessInDoubt(String name, @Nullable W told, Set<W> calming) {
        if (told == null || !calming.contains(told) || !PlainAnswer.isAsked(text(name))) {
            return told;
        }
        said.setAside(name, "is told with a question mark: ask what is meant");
        return null;
    }

    /// Whether a sign is denied that was there, or of which something is told all the same.
    private boolean saysMoreThanNo(Onset onset, @Nullable Change change, @Nullable Double severity) {
        boolean more = onset == Onset.NEW
                || change == Change.WORSE
                || (severity != null && severity >= 1)
                || OtherWords.gone(text("status"))
                || saysWhen("trigger")
                || saysWhen("onlyWhen");
        if (more) {
            said.setAside("status", "is denied, and something is told of it all the same: ask what is meant");
        }
        return more;
    }

    /// Whether something brings it on that is said not to be there.
    private boolean saysWhen(String name) {
        String written = text(name);
        return !written.isBlank()
                && !OtherWords.saysNothing(written)
                && !OtherWords.none(written)
                && PlainAnswer.of(written) != PlainAnswer.NO;
    }

    /// The day it began; also where it is told as a time ago, if need be in place of the onset.
    private @Nullable LocalDate onsetDate() {
        String name = said.given("onsetDate") ? "onsetDate" : "onset";
        LocalDate ago = ago(name);
        if (ago == null) {
            return said.date("onsetDate");
        }
        said.setAside(name, "is read as " + ago);
        return ago;
    }

    private Onset onset() {
        if (ago("onset") != null) {
            return Onset.UNKNOWN;
        }
        Onset onset =
                unlessInDoubt("onset", said.word("onset", Onset.class, OtherWords::onset), Set.of(Onset.EXISTING));
        return onset == null ? Onset.UNKNOWN : onset;
    }

    /// Whether an onset is told that nobody can read. Of an ordinary ache it says how it came, unless it tells of a
    /// sign.
    private boolean onsetIsLost(SymptomCode code) {
        JsonNode told = said.value("onset");
        String written = text("onset");
        boolean read = told == null
                || told.isValueNode()
                        && !PlainAnswer.isAsked(written)
                        && (OtherWords.saysNothing(written)
                                || Word.find(Onset.class, written).isPresent()
                                || OtherWords.onset(written) != null
                                || ago("onset") != null);
        return !read && (!OF_NO_MATTER_WHEN.contains(code) || Misplaced.tellsOfASign(told));
    }

    /// Words and dates of ours, which come by the thousand, are not looked at twice.
    private @Nullable LocalDate ago(String name) {
        String written = text(name);
        boolean ours = written.isEmpty()
                || (written.length() == Fields.LENGTH_OF_A_DATE && written.indexOf('-') == LENGTH_OF_A_YEAR)
                || Word.find(Onset.class, written).isPresent();
        return day == null || ours ? null : WrittenTimes.ago(written, day);
    }

    /// A text as it is, or an empty one.
    private String text(String name) {
        JsonNode value = said.value(name);
        return value == null ? "" : value.asText();
    }

    /// Whether something was said there that nobody could read.
    private boolean lost(String name, @Nullable Object read) {
        if (read != null || !said.given(name)) {
            return false;
        }
        String written = said.text(name);
        return written == null || !OtherWords.saysNothing(written);
    }

    private @Nullable Extent extent() {
        Extent extent = said.word("extent", Extent.class, Telling::extentIn);
        if (extent != null && Word.find(Extent.class, text("extent")).isEmpty()) {
            said.setAside("extent", "is no word of ours; it is read as " + extent.word());
        }
        return extent;
    }

    private static @Nullable Extent extentIn(String written) {
        Extent exactly = OtherWords.extent(written);
        return exactly == null ? Phrases.extent(written) : exactly;
    }

    /// The side, also within other words ("left leg"). Both sides, also where they were written one after the other:
    /// weakness of both legs must not pass for one.
    private @Nullable Side side() {
        if (isMoreThanItself(text("side"))) {
            said.setAside("side", "is more than one side, or less: ask which is meant");
            return null;
        }
        return said.word("side", Side.class, Telling::sideIn);
    }

    /// The side that is left where parts of a text deny one, or call it well: "left only, never right",
    /// "left, right is fine". Nothing where it is told with words that may tell of the other side too:
    /// "mainly left".
    static @Nullable Side sideIn(String written) {
        if (NOT_ONLY.matcher(written).matches()) {
            return plainSideIn(written) == null ? null : Side.BOTH;
        }
        List<String> parts = Arrays.stream(written.split("[,;.()]"))
                .filter(part -> !Phrases.denies(part) && !WELL.matcher(part).matches())
                .toList();
        Side side = parts.isEmpty() ? null : plainSideIn(String.join(" ", parts));
        return side == Side.BOTH || isAPlaceAlone(parts) ? side : null;
    }

    /// Whether a side is named, whatever else is said.
    static boolean namesASide(String written) {
        return plainSideIn(written) != null;
    }

    private static boolean isAPlaceAlone(List<String> parts) {
        return parts.stream()
                .allMatch(part -> !MORE_THAN_IT.matcher(part).matches()
                        && PlainWords.of(part).stream().allMatch(Telling::isOfAPlace));
    }

    private static boolean isOfAPlace(String word) {
        return word.startsWith("left")
                || word.startsWith("right")
                || word.matches("izq[a-z]*|izd[a-z]*|derech[a-z]*|dch[ao]|der|[lr]|[lr]t|[ls]?[1-5]|harmless|")
                || PLACES.contains(word);
    }

    private static @Nullable Side plainSideIn(String written) {
        String words = BOTH_OF_ONE_LEG.matcher(written.toLowerCase(Locale.ROOT)).replaceAll("");
        boolean left = words.contains("left") || words.equals("l");
        boolean right = words.contains("right") || words.equals("r");
        boolean both = words.contains("both")
                || words.contains("bilat")
                || words.endsWith("s dos")
                || words.equals("b/l")
                || (left && right);
        return both ? Side.BOTH : left ? Side.LEFT : right ? Side.RIGHT : Phrases.side(written);
    }
}
