package care.sacrum.session.report;

import care.sacrum.session.report.Fields.Range;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the symptoms of a report. Of two mistakes the safer one: what is named and cannot be read counts as present.
final class SymptomReader {

    private static final int MOST_DETAIL_CHARACTERS = 500;
    private static final int MOST_SYMPTOMS = 60;

    /// A sign that nobody can read is kept under this code: what nobody knows reassures nobody, while no sign at all
    /// would.
    static final String UNREADABLE = "unreadable";

    /// Fields that name the symptom; triage reads a case in the same way.
    private static final List<String> CALLED = List.of("code", "symptom", "name");

    private static final Set<String> SYMPTOM_FIELDS = Set.of(
            "code",
            "symptom",
            "name",
            "status",
            "onset",
            "onsetDate",
            "changeSinceLast",
            "side",
            "extent",
            "severity",
            "assessedByClinician",
            "temperatureC",
            "kg",
            "trigger",
            "onlyWhen",
            "eases",
            "durationMinutes",
            "continuous",
            "detail");

    private final Remains remains;
    private final ObjectNode freeText;

    /// @param freeText where what is told in own words is kept
    SymptomReader(Remains remains, ObjectNode freeText) {
        this.remains = remains;
        this.freeText = freeText;
    }

    /// A symptom as it was given, and where it stood.
    ///
    /// @param bare its code did not stand in a field named so
    private record Said(String at, JsonNode symptom, boolean bare) {}

    /// @return empty where none are told
    Optional<ArrayNode> read(JsonNode body) {
        var given = symptomsGiven(body);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > MOST_SYMPTOMS) {
            remains.add("symptoms", "has more than " + MOST_SYMPTOMS + " entries; those behind were not kept");
        }
        var kept = JsonNodeFactory.instance.arrayNode();
        for (var said : given.subList(0, Math.min(MOST_SYMPTOMS, given.size()))) {
            symptom(said, kept.size()).ifPresent(kept::add);
        }
        return Optional.of(kept);
    }

    /// However the symptoms were written, as long as it is clear what is meant: a list of them, one alone, or
    /// entries such as `"urine_leak": "present"`.
    private List<Said> symptomsGiven(JsonNode body) {
        var given = body.path("symptoms");
        var said = new ArrayList<Said>();
        if (given.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                addSymptoms(given.get(i), "symptoms[" + i + "]", said);
            }
        } else if (given.isTextual() || isNamed(given)) {
            addSymptoms(given, "symptoms[0]", said);
        } else if (given.isObject()) {
            addEntries(given, "symptoms", said);
        } else if (body.hasNonNull("symptoms")) {
            remains.add("symptoms", "is not a list");
        }
        return said;
    }

    private static void addSymptoms(JsonNode given, String at, List<Said> said) {
        if (given.isTextual()) {
            said.add(new Said(at, JsonNodeFactory.instance.objectNode().set("code", given), true));
        } else if (!isNamed(given)
                && given.properties().stream()
                        .anyMatch(field -> Vocabulary.SYMPTOMS.contains(Vocabulary.word(field.getKey())))) {
            addEntries(given, at, said);
        } else {
            said.add(new Said(at, given, false));
        }
    }

    /// Whether one of its fields names the symptom.
    private static boolean isNamed(JsonNode given) {
        return CALLED.stream().anyMatch(given::has);
    }

    private static void addEntries(JsonNode given, String at, List<Said> said) {
        for (var entry : given.properties()) {
            var symptom = JsonNodeFactory.instance.objectNode();
            if (entry.getValue() instanceof ObjectNode details) {
                symptom.setAll(details);
            } else {
                symptom.set("status", entry.getValue());
            }
            symptom.put("code", entry.getKey());
            var word = Vocabulary.word(entry.getKey());
            var name = Vocabulary.SYMPTOMS.contains(word) ? word : Words.fieldName(entry.getKey());
            said.add(new Said(Fields.place(at, name), symptom, true));
        }
    }

    private Optional<ObjectNode> symptom(Said said, int place) {
        var given = said.symptom;
        var at = said.at;
        if (!remains.isObject(given, at)) {
            return Optional.empty();
        }
        var written = codeIn(given);
        var code = said.bare ? Words.bareCode(written) : Words.code(written);
        var status = status(given.path("status"), at);
        if (status.isEmpty()) {
            return Optional.empty();
        }
        if (code.isEmpty()) {
            if (status.get().equals("denied")) {
                remains.add(at + ".code", "is no code of a symptom; nothing is denied by it");
                return Optional.empty();
            }
            remains.add(
                    at + ".code",
                    "is no code of a symptom; the symptom counts as one that nobody knows, under " + UNREADABLE);
        }
        var fields = new Fields(given, at, JsonNodeFactory.instance.objectNode(), remains);
        fields.kept().put("code", code.orElse(UNREADABLE));
        fields.kept().put("status", status.get());
        fields.keepWord("onset", Vocabulary.ONSETS);
        fields.keepDay("onsetDate");
        keepChange(fields);
        keepSide(fields);
        fields.keepWord("extent", Vocabulary.EXTENTS);
        fields.keepNumber("severity", Fields.SCALE);
        fields.keepFlag("assessedByClinician");
        fields.keepNumber("temperatureC", new Range(25, 45));
        fields.keepNumber("kg", new Range(0, 500));
        for (var phrase : List.of("trigger", "onlyWhen", "eases")) {
            fields.keepPhrase(phrase, "is not a short phrase");
        }
        fields.keepWhole("durationMinutes", new Range(0, 10_000_000));
        fields.keepFlag("continuous");
        if (code.isEmpty()) {
            Words.text(written, MOST_DETAIL_CHARACTERS).ifPresent(words -> keepDetail(fields, place, words));
        }
        fields.freeText("detail", MOST_DETAIL_CHARACTERS).ifPresent(detail -> keepDetail(fields, place, detail));
        fields.nameOthersThan(SYMPTOM_FIELDS);
        return Optional.of(fields.kept());
    }

    /// The words that stand in the place of a code, and those of the detail after them. They stay here; that there are
    /// some is told, since nobody may be calmed over what no rule reads.
    private void keepDetail(Fields symptom, int place, String words) {
        symptom.kept().put("hasDetail", true);
        var details = freeText.withObjectProperty("symptomDetails");
        var before = details.path(Integer.toString(place)).asText();
        details.put(Integer.toString(place), before.isEmpty() ? words : before + "\n" + words);
    }

    private static JsonNode codeIn(JsonNode given) {
        return CALLED.stream()
                .map(given::path)
                .filter(one -> !Words.plain(one).isEmpty())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /// A symptom that is named counts as present unless it is said not to be: of the two mistakes this is the
    /// safer, and triage reads a case in the same way.
    private Optional<String> status(JsonNode given, String at) {
        return switch (Vocabulary.word(Words.plain(given))) {
            case "present", "true", "yes", "y", "si", "sí", "positive" -> Optional.of("present");
            case "denied",
                    "false",
                    "no",
                    "n",
                    "never",
                    "nope",
                    "neg",
                    "negative",
                    "nunca",
                    "niega",
                    "negado",
                    "negativo",
                    "no_tengo",
                    "no_tiene",
                    "denies",
                    "not_present",
                    "not_at_all",
                    "ruled_out",
                    "normal",
                    "ok",
                    "okay",
                    "fine",
                    "bien",
                    "para_nada" -> Optional.of("denied");
            case "not_asked",
                    "not_assessed",
                    "absent",
                    "unknown",
                    "unanswered",
                    "skipped",
                    "none",
                    "nothing",
                    "n/a",
                    "na",
                    "ninguno",
                    "nada" -> {
                remains.add(at + ".status", "says neither present nor denied; the symptom counts as not asked");
                yield Optional.empty();
            }
            default -> {
                remains.add(at + ".status", "cannot be read; the symptom counts as present");
                yield Optional.of("present");
            }
        };
    }

    private static void keepChange(Fields fields) {
        var change = switch (Vocabulary.word(Words.plain(fields.get("changeSinceLast")))) {
            case "much_worse",
                    "a_bit_worse",
                    "getting_worse",
                    "worsening",
                    "peor",
                    "mucho_peor",
                    "ha_empeorado",
                    "empeora" -> "worse";
            case "unchanged", "no_change", "igual", "sin_cambios" -> "same";
            case "mejor" -> "better";
            default -> "";
        };
        if (change.isEmpty()) {
            fields.keepWord("changeSinceLast", Vocabulary.CHANGES);
        } else {
            fields.kept().put("changeSinceLast", change);
        }
    }

    /// Both sides, also where they were written one after the other: weakness of both legs must not pass for one.
    private static void keepSide(Fields fields) {
        var words = Vocabulary.word(Words.plain(fields.get("side")));
        var side = switch (words) {
            case "bilateral", "ambas", "ambos", "las_dos", "los_dos", "both_legs", "ambas_piernas", "b/l" -> "both";
            case "left_leg", "izquierda", "izquierdo", "izq", "pierna_izquierda" -> "left";
            case "right_leg", "derecha", "derecho", "dcha", "pierna_derecha" -> "right";
            default -> words.contains("left") && words.contains("right") ? "both" : "";
        };
        if (!side.isEmpty()) {
            fields.kept().put("side", side);
        } else {
            fields.keepWord("side", Vocabulary.SIDES);
        }
    }
}
