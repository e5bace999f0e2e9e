package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The names of the fields of a case document, and those that writers use instead.
final class FieldNames {
    private static final Set<String> KNOWN = Set.of(
            // of the case
            "id",
            "title",
            "rationale",
            "boundary",
            "source",
            "expect",
            "patient",
            "parameters",
            "evaluateAt",
            "reports",
            // of the patient
            "ageYears",
            "age",
            "sex",
            "homeTimeZone",
            "riskFactors",
            "baselineConditions",
            "alreadyUnderCareOf",
            "since",
            "stable",
            "birthDate",
            "dateOfBirth",
            "medicalHistory",
            "pastMedicalHistory",
            "medications",
            // of a report
            "reportId",
            "kind",
            "observedAt",
            "timestamp",
            "dateTime",
            "date",
            "observedTimeZone",
            "sentAt",
            "receivedAt",
            "onBehalf",
            "corrects",
            "painRegion",
            "painBefore",
            "painAfter",
            "painDuringMax",
            "painNextMorning",
            "pain",
            "painNow",
            "exercisesDone",
            "restDay",
            "selfManipulation",
            "professionalManipulationToday",
            "freeTextNote",
            "note",
            "notes",
            "comment",
            "hasNote",
            "hasDetail",
            "localDay",
            "setAside",
            "symptoms",
            "done",
            "forceful",
            "times",
            "region",
            "temperatureC",
            // of a symptom
            "code",
            "status",
            "onset",
            "onsetDate",
            "changeSinceLast",
            "side",
            "extent",
            "severity",
            "assessedByClinician",
            "kg",
            "trigger",
            "onlyWhen",
            "eases",
            "durationMinutes",
            "continuous",
            "detail");

    /// What writers call fields of ours.
    private static final Map<String, String> ALSO_CALLED = Map.ofEntries(
            Map.entry("temperature", "temperatureC"),
            Map.entry("temp", "temperatureC"),
            Map.entry("bodytemperature", "temperatureC"),
            Map.entry("temperatura", "temperatureC"),
            Map.entry("nota", "freeTextNote"),
            Map.entry("notas", "freeTextNote"),
            Map.entry("observation", "freeTextNote"),
            Map.entry("observations", "freeTextNote"),
            Map.entry("observaciones", "freeTextNote"),
            Map.entry("comments", "freeTextNote"),
            Map.entry("comentario", "freeTextNote"),
            Map.entry("comentarios", "freeTextNote"),
            Map.entry("remark", "freeTextNote"),
            Map.entry("remarks", "freeTextNote"),
            Map.entry("painnotes", "freeTextNote"));

    private static final Map<String, String> BY_LETTERS = byLetters();

    /// Under these names stand signs that the patient has.
    private static final Set<String> LISTS_OF_SIGNS = Set.of(
            "redflags",
            "redflag",
            "flags",
            "signs",
            "sign",
            "symptom",
            "complaints",
            "complaint",
            "concerns",
            "concern",
            "symptons",
            "simptoms",
            "newsymptoms",
            "presentsymptoms",
            "symptomspresent",
            "sintomas",
            "banderasrojas");

    private FieldNames() {}

    static boolean known(String name) {
        return KNOWN.contains(name);
    }

    static boolean listsSigns(String name) {
        return LISTS_OF_SIGNS.contains(letters(name));
    }

    /// The document with the names of its fields as they are ours: `observed_at` and `Observed At` are `observedAt`.
    /// Where both stand, ours counts.
    static JsonNode asOurs(JsonNode node) {
        if (node.isArray()) {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(part -> parts.add(asOurs(part)));
            return parts;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String ours = BY_LETTERS.get(letters(field.getKey()));
            boolean renamed = ours != null && !node.has(ours) && !object.has(ours);
            object.set(renamed ? ours : field.getKey(), asOurs(field.getValue()));
        }
        return object;
    }

    private static Map<String, String> byLetters() {
        Map<String, String> names = new HashMap<>();
        names.putAll(ALSO_CALLED);
        KNOWN.forEach(name -> names.put(letters(name), name));
        return Map.copyOf(names);
    }

    private static String letters(String name) {
        return Word.letters(name);
    }
}
