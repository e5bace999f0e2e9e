package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The temperature of the body, wherever a report tells it: by itself, among the vital signs, as one of a list of
/// measurements. A fever must not be lost over its place.
final class Temperatures {

    private static final Set<String> NAMES = Set.of(
            "temperature",
            "temp",
            "temps",
            "temperatures",
            "bodytemperature",
            "bodytemp",
            "temperaturec",
            "tempc",
            "bodytemperaturec",
            "bodytempc",
            "temperaturecelsius",
            "tempcelsius",
            "celsius",
            "temperaturef",
            "tempf",
            "bodytemperaturef",
            "bodytempf",
            "temperaturefahrenheit",
            "tempfahrenheit",
            "fahrenheit",
            "oraltemperature",
            "oraltemp",
            "eartemperature",
            "tympanictemperature",
            "coretemperature",
            "fevertemperature",
            "maxtemperature",
            "maxtemp",
            "highesttemperature",
            "temperatura",
            "temperaturacorporal",
            "fiebretemperatura");

    /// Where a measurement says what it is of, and how much it is.
    private static final List<String> OF_WHAT =
            List.of("type", "code", "name", "kind", "measure", "measurement", "parameter", "display", "text", "label");
    private static final List<String> HOW_MUCH =
            List.of("value", "degrees", "reading", "result", "measured", "amount", "valueQuantity", "valueNumber");

    private static final Set<String> BESIDE =
            Set.of("unit", "units", "uom", "time", "at", "takenat", "measuredat", "date", "method", "system", "scale");

    /// What was done is no report of the body.
    private static final Set<String> NOT_LOOKED_INTO = Set.of("exercisesDone", "selfManipulation", "setAside");

    private Temperatures() {}

    static boolean isCalledSo(String name) {
        return NAMES.contains(Word.letters(name));
    }

    /// The highest that is told anywhere in a report; nothing where none is.
    static @Nullable Double highest(JsonNode report) {
        List<Double> all = new ArrayList<>();
        collect(report, all);
        return all.stream().max(Double::compare).orElse(null);
    }

    private static void collect(JsonNode place, List<Double> all) {
        for (Map.Entry<String, JsonNode> field : place.properties()) {
            if (NOT_LOOKED_INTO.contains(field.getKey())) {
                continue;
            }
            Double degrees = isCalledSo(field.getKey()) ? celsius(field.getKey(), field.getValue()) : null;
            if (degrees != null) {
                all.add(degrees);
            } else if (field.getValue().isContainerNode()) {
                collect(field.getValue(), all);
            }
        }
        Double measured = measured(place);
        if (measured != null) {
            all.add(measured);
        }
        if (place.isArray()) {
            place.forEach(part -> collect(part, all));
        }
    }

    /// Whether a place tells temperatures of a body, and nothing else.
    static boolean areAll(JsonNode place) {
        if (place.isArray()) {
            boolean all = !place.isEmpty();
            for (JsonNode part : place) {
                all &= areAll(part);
            }
            return all;
        }
        if (!place.isObject() || highest(place) == null) {
            return false;
        }
        if (measured(place) != null) {
            return place.properties().stream()
                    .allMatch(field -> OF_WHAT.contains(field.getKey())
                            || HOW_MUCH.contains(field.getKey())
                            || saysNothingMore(field));
        }
        return place.properties().stream()
                .allMatch(field -> isCalledSo(field.getKey())
                        ? celsius(field.getKey(), field.getValue()) != null
                        : saysNothingMore(field));
    }

    private static boolean saysNothingMore(Map.Entry<String, JsonNode> field) {
        return BESIDE.contains(Word.letters(field.getKey())) || !FieldNames.mayMatter(field.getKey(), field.getValue());
    }

    /// What an object measures that says of itself to be a temperature.
    private static @Nullable Double measured(JsonNode place) {
        for (String what : OF_WHAT) {
            if (place.path(what).isValueNode() && isCalledSo(place.path(what).asText())
                    || place.path(what).isObject()
                            && isCalledSo(place.path(what).path("text").asText())) {
                return amount(place.path(what).asText(), place);
            }
        }
        return null;
    }

    private static @Nullable Double amount(String name, JsonNode place) {
        for (String much : HOW_MUCH) {
            JsonNode value = place.path(much);
            if (value.isObject()) {
                return amount(name, value);
            }
            Double degrees = value.isMissingNode() ? null : scalar(name + unit(place), value);
            if (degrees != null) {
                return degrees;
            }
        }
        return null;
    }

    private static String unit(JsonNode place) {
        for (String unit : List.of("unit", "units", "uom", "scale")) {
            if (place.path(unit).asText().toLowerCase(Locale.ROOT).matches(".*(?:f|fahrenheit|\\[degf\\])")) {
                return "f";
            }
        }
        return "";
    }

    /// Degrees Celsius of a value under such a name; of several, the highest.
    static @Nullable Double celsius(String name, JsonNode value) {
        if (value.isObject()) {
            return amount(name, value);
        }
        if (value.isArray()) {
            Double highest = null;
            for (JsonNode part : value) {
                Double degrees = celsius(name, part);
                highest = degrees != null && (highest == null || degrees > highest) ? degrees : highest;
            }
            return highest;
        }
        return scalar(name, value);
    }

    private static @Nullable Double scalar(String name, JsonNode value) {
        boolean fahrenheit = Word.letters(name).matches(".*(?:tempf|temperaturef|fahrenheit)");
        JsonNode told =
                fahrenheit && value.isNumber() ? JsonNodeFactory.instance.textNode(value.asText() + " F") : value;
        return new Fields(JsonNodeFactory.instance.objectNode().set("temperatureC", told), "", "", new ArrayList<>())
                .celsius("temperatureC");
    }
}
