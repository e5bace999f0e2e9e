package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What was told in fields that nobody knows. It may be a red flag, so its words are kept for a clinician, so much of
/// them and no more. What says nothing is left, what a device says of itself, and what it measured of an exercise.
final class UnknownFields {

    private static final int MOST_CHARACTERS_OF_ONE = 500;
    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_CHARACTERS_OF_A_NAME = 80;
    private static final int MOST_CHARACTERS_OF_A_DEVICE = 40;

    /// What a device says of itself, of the upload, or again of what this service told it.
    private static final Set<String> OF_THE_DEVICE = Set.of(
            ("app appversion appname appbuild build buildnumber client clientversion clientid useragent sdk sdkversion"
                            + " device deviceid devicename devicemodel devicetype model manufacturer brand os osname"
                            + " osversion platform locale language lang timezone tz schema schemaversion version source"
                            + " origin channel batterylevel battery network id uuid patientid practiceid sessionid"
                            + " programmeid createdat updatedat submittedat uploadedat syncedat savedat receivedat"
                            + " localday onbehalf hasnote hasdetail dateuncertain")
                    .split(" "));

    /// What was measured of an exercise or of the day. A number under such a name tells of no sign.
    private static final Set<String> OF_THE_EXERCISE = Set.of(
            ("rpe borg effort exertion difficulty duration durationseconds durationminutes minutes seconds load weightkg"
                            + " resistance distance calories kcal completed completion points streak stars rating")
                    .split(" "));

    /// A no to these is no relief: `canUrinate`.
    private static final Pattern ABILITY =
            Pattern.compile("^(?:can|able|feels?)(?=[A-Z_ -]|$)|[Cc]ontrol|[Cc]ontinent|[Nn]ormal|[Ii]ntact");

    private final StringBuilder words = new StringBuilder();

    /// Whether something stands there that a person may have to read.
    static boolean tell(String name, JsonNode value) {
        return saysSomething(name, value) && !isOfTheDevice(name, value) && !isOfTheExercise(name, value);
    }

    /// Whether words stand there that say more than a plain answer: in a field of ours of which the form is known, a
    /// number or a yes in the wrong place tells of nothing.
    static boolean tellInWords(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().anyMatch(UnknownFields::tellInWords);
        }
        return value.isObject() ? saysSomething("", value) : holdsWords(Words.plain(value));
    }

    private static boolean holdsWords(String text) {
        return text.codePoints().anyMatch(Character::isLetter)
                && SymptomWords.status(JsonNodeFactory.instance.textNode(text)).isEmpty();
    }

    /// A number, a flag, a version, a time or an id under a name that holds no word of a sign: `"stepCount": 4312`.
    static boolean isAPlainFact(String name, JsonNode value) {
        return PlainValues.isOne(value)
                && !NamesOfSigns.holds(name)
                && !ABILITY.matcher(name).find();
    }

    private static boolean isOfTheExercise(String name, JsonNode value) {
        return (value.isNumber() || value.isBoolean()) && OF_THE_EXERCISE.contains(OtherNames.letters(name));
    }

    private static boolean saysSomething(String name, JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream().anyMatch(field -> saysSomething(field.getKey(), field.getValue()));
        }
        if (value.isArray()) {
            return value.valueStream().anyMatch(one -> saysSomething(name, one));
        }
        if (value.isBoolean() && !value.booleanValue()) {
            return ABILITY.matcher(name).find();
        }
        return !value.isNull() && !value.asText().isBlank();
    }

    /// By its name and by what stands there: a sign is told under any name.
    private static boolean isOfTheDevice(String name, JsonNode value) {
        if (!OF_THE_DEVICE.contains(OtherNames.letters(name)) || value.isArray()) {
            return false;
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .allMatch(field -> isOfTheDevice(field.getKey(), field.getValue())
                            || field.getKey().equals("name") && isOfTheDevice(name, field.getValue())
                            || !saysSomething(field.getKey(), field.getValue()));
        }
        var text = value.asText();
        return text.length() <= MOST_CHARACTERS_OF_A_DEVICE && !Vocabulary.SYMPTOMS.contains(Vocabulary.word(text));
    }

    void keepIfItTells(String place, JsonNode value) {
        if (tell(place, value)) {
            keep(place, value);
        }
    }

    void keep(String place, JsonNode value) {
        if (words.length() >= MOST_CHARACTERS) {
            return;
        }
        var name = Words.beginning(Words.readable(place), MOST_CHARACTERS_OF_A_NAME);
        var said = Words.readable(value.isTextual() ? value.textValue() : value.toString());
        var line = (words.isEmpty() ? "" : "\n") + name + ": " + Words.beginning(said, MOST_CHARACTERS_OF_ONE);
        words.append(Words.beginning(line, MOST_CHARACTERS - words.length()));
    }

    /// Empty where nothing was told.
    Optional<String> words() {
        return words.isEmpty() ? Optional.empty() : Optional.of(words.toString());
    }
}
