package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of the fields of a case document, and those that writers use instead.
final class FieldNames {
    private static final Set<String> OF_A_CASE =
            names("id title rationale boundary source expect patient parameters" + " evaluateAt reports");

    private static final Set<String> OF_A_PATIENT = names("id title ageYears age sex homeTimeZone riskFactors"
            + " baselineConditions alreadyUnderCareOf birthDate dateOfBirth birthYear");

    private static final Set<String> OF_A_CONDITION = names("code since stable assessedByClinician");

    private static final Set<String> OF_A_REPORT = names("id reportId kind observedAt timestamp dateTime date"
            + " observedTimeZone sentAt receivedAt onBehalf corrects painRegion painBefore painAfter painDuringMax"
            + " painNextMorning pain painNow exercisesDone restDay selfManipulation professionalManipulationToday"
            + " freeTextNote note notes comment hasNote localDay setAside symptoms temperatureC");

    private static final Set<String> OF_A_SIGN =
            names("code status onset onsetDate changeSinceLast side extent severity"
                    + " assessedByClinician temperatureC kg trigger onlyWhen eases durationMinutes continuous detail hasDetail"
                    + " freeTextNote note notes comment");

    private static final Set<String> OF_WHAT_WAS_DONE = names("done forceful times region");

    private static final Set<String> OF_A_HISTORY = names("medicalHistory pastMedicalHistory medications");

    private static final Set<String> KNOWN = Stream.of(
                    OF_A_CASE, OF_A_PATIENT, OF_A_CONDITION, OF_A_REPORT, OF_A_SIGN, OF_WHAT_WAS_DONE, OF_A_HISTORY)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /// Names under which nothing is told that a rule, or a person who must judge, could need.
    private static final Set<String> HARMLESS = names("id uuid guid uid index order number seq sequence version"
            + " rev revision schema schemaversion device devices deviceid devicemodel devicetype model manufacturer os"
            + " osversion platform client useragent app appversion appname application build buildnumber sdk firmware"
            + " locale lang language languages timezone zone tz source origin channel system codesystem vocabulary"
            + " author createdby enteredby recordedby reportedby askedby submittedby updatedby modifiedby createdat"
            + " created enteredat recordedat reportedat askedat submittedat submitted updatedat updated modifiedat"
            + " modified lastmodified syncedat uploadedat savedat timestamp patientid practiceid clinicianid userid"
            + " sessionid programid programmeid planid episodeid encounterid accountid tenantid deviceuuid tags"
            + " category unit units name firstname lastname surname fullname givenname familyname initials title"
            + " salutation pronouns gender email phone telephone mobile address street city town county postcode zip"
            + " country nationality ethnicity language maritalstatus insurance insurer nhsnumber mrn passport avatar"
            + " photo height heightcm weight weightkg bmi shoesize handedness dominanthand registeredat enrolledat"
            + " startedat endedat finishedat completedat starttime endtime durationseconds durationminutes"
            + " durationsec durationmin dateuncertain v"
            + " occupation job employer gp gpname doctor hobbies allergies allergy alcohol");

    /// With the case itself, which says what it is about.
    private static final Set<String> HARMLESS_WITH_A_CASE =
            names("description summary comment note notes expected reviewer reviewedby reviewed license reference");

    private static final Pattern ABILITY =
            Pattern.compile(".*\\b(?:can|could|able|feels?|felt|has control|control[a-z]*|continent|normal|intact|ok"
                    + "|steady|stable|walks?|walking|stands?|puede|siente)\\b.*");

    /// What writers call fields of ours.
    private static final Map<String, String> ALSO_CALLED = Map.ofEntries(
            Map.entry("temperature", "temperatureC"),
            Map.entry("temp", "temperatureC"),
            Map.entry("codigo", "code"),
            Map.entry("estado", "status"),
            Map.entry("bodytemperature", "temperatureC"),
            Map.entry("temperatura", "temperatureC"),
            Map.entry("dob", "dateOfBirth"),
            Map.entry("exercises", "exercisesDone"),
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
            "additionalsymptoms",
            "othersymptoms",
            "othersigns",
            "additionalsigns",
            "moresymptoms",
            "currentsymptoms",
            "extrasymptoms",
            "newsigns",
            "newsign",
            "newsymptom",
            "othersymptom",
            "redflagsymptoms",
            "findings",
            "otrossintomas",
            "sintomas",
            "banderasrojas");

    private FieldNames() {}

    static boolean known(String name) {
        return KNOWN.contains(name);
    }

    static boolean ofAPatient(String name) {
        return OF_A_PATIENT.contains(name);
    }

    static boolean ofACondition(String name) {
        return OF_A_CONDITION.contains(name);
    }

    static boolean ofAReport(String name) {
        return OF_A_REPORT.contains(name);
    }

    static boolean ofASign(String name) {
        return OF_A_SIGN.contains(name);
    }

    /// Whether something may be meant under a name that nobody knows, so that a person must look.
    static boolean mayMatter(String name, JsonNode value) {
        return !HARMLESS.contains(letters(name)) && saysSomething(name, value);
    }

    /// The same with the case itself.
    static boolean mayMatterInACase(String name, JsonNode value) {
        return !OF_A_CASE.contains(name) && !HARMLESS_WITH_A_CASE.contains(letters(name)) && mayMatter(name, value);
    }

    /// A no to a question nobody knows says nothing, unless it is an ability that is not there: `canWalk`.
    static boolean saysSomething(String name, JsonNode value) {
        if (value.isContainerNode()) {
            return value.isObject()
                    ? value.properties().stream().anyMatch(one -> saysSomething(one.getKey(), one.getValue()))
                    : holds(name, value);
        }
        if (value.isBoolean() && !value.booleanValue()) {
            return ABILITY.matcher(String.join(" ", PlainWords.of(name))).matches();
        }
        return !value.isNull() && !value.asText().isBlank();
    }

    private static boolean holds(String name, JsonNode list) {
        for (JsonNode part : list) {
            if (saysSomething(name, part)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> names(String listed) {
        return Arrays.stream(listed.split(" ")).collect(Collectors.toUnmodifiableSet());
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
            boolean signs = ReportReader.isANote(ours == null ? "" : ours) && holdsObjects(field.getValue());
            boolean renamed = ours != null && !signs && !node.has(ours) && !object.has(ours);
            object.set(renamed ? ours : field.getKey(), asOurs(field.getValue()));
        }
        return object;
    }

    /// Whether more than text stands there, as in a list of observations.
    private static boolean holdsObjects(JsonNode value) {
        for (JsonNode part : value) {
            if (part.isContainerNode()) {
                return true;
            }
        }
        return false;
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
