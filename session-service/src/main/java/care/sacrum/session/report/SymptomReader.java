package care.sacrum.session.report;

import care.sacrum.session.report.Fields.Range;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the symptoms of a report. Of two mistakes the safer one: what is named and cannot be read counts as present.
final class SymptomReader {

    private static final int MOST_DETAIL_CHARACTERS = 2000;
    private static final int MOST_SYMPTOMS = 60;

    /// A sign that nobody can read is kept under this code: what nobody knows reassures nobody, while no sign at all
    /// would.
    static final String UNREADABLE = "unreadable";

    static final Range DEGREES = new Range(25, 45);

    /// Fields that name the symptom and are ours; triage reads a case in the same way.
    private static final List<String> CALLED = List.of("code", "symptom", "name");

    private static final Set<String> SYMPTOM_FIELDS = Set.of(
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

    /// A no under these is one, which a no to `active` or `reported` need not be.
    private static final Set<String> ANSWERS =
            Set.of("present", "ispresent", "value", "valueboolean", "has", "hasit", "answer", "response", "positive");

    private final Remains remains;
    private final ObjectNode freeText;
    private final ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    private boolean told;

    /// @param freeText where what is told in own words is kept
    SymptomReader(Remains remains, ObjectNode freeText) {
        this.remains = remains;
        this.freeText = freeText;
    }

    void read(JsonNode body) {
        var given = SymptomsGiven.in(body, remains);
        told = !given.isEmpty();
        if (given.size() > MOST_SYMPTOMS) {
            remains.add(
                    "symptoms",
                    "has more than " + MOST_SYMPTOMS + " entries; plain denials behind those were not kept");
            given = SymptomsGiven.gravestFirst(given);
        }
        int kept = Math.min(MOST_SYMPTOMS, given.size());
        given.subList(0, kept).forEach(said -> symptom(said).ifPresent(this.kept::add));
        given.subList(kept, given.size()).stream()
                .filter(said -> !said.saysNoAndNoMore())
                .forEach(said -> remains.unknown().keepIfItTells(said.at(), said.symptom()));
    }

    /// The symptoms; and what was told where nobody can read it is one more, in its own words. Empty where none are
    /// told.
    Optional<ArrayNode> kept() {
        remains.unknown().words().ifPresent(words -> {
            var symptom = JsonNodeFactory.instance.objectNode();
            symptom.put("code", UNREADABLE).put("status", SymptomWords.PRESENT);
            keepDetail(symptom, words);
            kept.add(symptom);
        });
        return told || !kept.isEmpty() ? Optional.of(kept) : Optional.empty();
    }

    /// Whether more was written of a sign. Not where nobody can read what it is: that is asked about by itself.
    boolean tellInOwnWords() {
        return kept.valueStream()
                .anyMatch(symptom -> symptom.has("hasDetail")
                        && !symptom.path("code").asText().equals(UNREADABLE));
    }

    /// Whether one of its fields names the symptom.
    static boolean isNamed(JsonNode given) {
        return CALLED.stream().anyMatch(given::has)
                || !holdsCodes(given) && given.properties().stream().anyMatch(field -> names(field.getKey()));
    }

    static boolean holdsCodes(JsonNode given) {
        return given.properties().stream()
                .anyMatch(field -> Vocabulary.SYMPTOMS.contains(Vocabulary.word(field.getKey())));
    }

    static boolean names(String field) {
        return CALLED.contains(field)
                || OtherNames.OF_A_SYMPTOM.ours(field).filter("code"::equals).isPresent();
    }

    private Optional<ObjectNode> symptom(SymptomsGiven.Said said) {
        var at = said.at();
        if (!remains.isObject(said.symptom(), at)) {
            remains.unknown().keepIfItTells(at, said.symptom());
            return Optional.empty();
        }
        var status = status(said.symptom(), at);
        boolean denied = status.equals(SymptomWords.DENIED);
        var given = ToldOtherwise.underOurNames(said.symptom(), denied, at, remains);
        var ownWords = new UnknownFields();
        var fields = new Fields(given, at, JsonNodeFactory.instance.objectNode(), remains, Optional.of(ownWords));
        var name = nameIn(given);
        var written = given.path(name);
        var code = said.bare() ? Words.bareCode(written) : Words.code(written);
        fields.kept().put("code", code.orElse(UNREADABLE));
        fields.kept().put("status", status);
        nameOthers(fields, given, name, code);
        if (status.equals(SymptomWords.NOT_ASKED) || denied && code.isEmpty()) {
            if (denied) {
                remains.add(at + ".code", "is no code of a symptom; nothing is denied by it");
            }
            if (UnknownFields.tell("detail", fields.get("detail"))) {
                fields.setAsideForAPerson("detail", "tells of a symptom that was not kept");
            }
            return Optional.empty();
        }
        if (code.isEmpty()) {
            remains.add(
                    at + ".code",
                    "is no code of a symptom; the symptom counts as one that nobody knows, under " + UNREADABLE);
        }
        if (denied
                && SymptomWords.side(fields.get("side")).isEmpty()
                && UnknownFields.tellInWords(fields.get("side"))) {
            fields.setAsideForAPerson("side", "cannot be read; nothing is denied by it");
            return Optional.empty();
        }
        fields.keepWord("onset", Vocabulary.ONSETS);
        fields.keepDay("onsetDate");
        keepRead("changeSinceLast", SymptomWords.change(fields.get("changeSinceLast")), Vocabulary.CHANGES, fields);
        keepRead("side", SymptomWords.side(fields.get("side")), Vocabulary.SIDES, fields);
        fields.keepWord("extent", Vocabulary.EXTENTS);
        fields.keepStrength("severity");
        fields.keepFlag("assessedByClinician");
        fields.keepCelsius("temperatureC", DEGREES);
        fields.keepNumber("kg", new Range(0, 500));
        for (var phrase : List.of("trigger", "onlyWhen", "eases")) {
            fields.keepPhrase(phrase, "is not a short phrase");
        }
        fields.keepWhole("durationMinutes", new Range(0, 10_000_000));
        fields.keepFlag("continuous");
        if (code.isEmpty()) {
            Words.text(written, MOST_DETAIL_CHARACTERS)
                    .ifPresentOrElse(
                            words -> keepDetail(fields.kept(), words),
                            () -> remains.unknown().keepIfItTells(at + "." + name, written));
        }
        fields.freeText("detail", MOST_DETAIL_CHARACTERS).ifPresent(detail -> keepDetail(fields.kept(), detail));
        if (SymptomWords.status(given.path("status")).isEmpty() && UnknownFields.tellInWords(given.path("status"))) {
            ownWords.keep("status", given.path("status"));
        }
        ownWords.words().ifPresent(words -> keepDetail(fields.kept(), words));
        return Optional.of(fields.kept());
    }

    /// The words that stand in the place of a code, and those of the detail after them. They stay here; that there are
    /// some is told, since nobody may be calmed over what no rule reads.
    private void keepDetail(ObjectNode symptom, String words) {
        symptom.put("hasDetail", true);
        var details = freeText.withObjectProperty("symptomDetails");
        var place = Integer.toString(kept.size());
        var before = details.path(place).asText();
        details.put(place, before.isEmpty() ? words : before + "\n" + words);
    }

    /// The field that names the symptom: of several the one with a code that is known, else ours.
    private static String nameIn(JsonNode given) {
        var names = new LinkedHashSet<>(CALLED);
        given.properties().stream()
                .map(Map.Entry::getKey)
                .filter(SymptomReader::names)
                .forEach(names::add);
        names.removeIf(name -> Words.plain(given.path(name)).isEmpty());
        return names.stream()
                .filter(name -> isKnown(Words.code(given.path(name))))
                .findFirst()
                .orElseGet(() -> names.stream().findFirst().orElse("code"));
    }

    private static boolean isKnown(Optional<String> code) {
        return code.filter(Vocabulary.SYMPTOMS::contains).isPresent();
    }

    /// What stands under other names waits for a person, unless it tells nothing more: an answer was read with the
    /// status, and a second name of the symptom says the same or only how a denied one is called elsewhere.
    private static void nameOthers(Fields fields, JsonNode given, String name, Optional<String> code) {
        if (!CALLED.contains(name)) {
            fields.setAside(Words.fieldName(name), "is no field of a symptom; it is read as code");
        }
        var known = new HashSet<>(SYMPTOM_FIELDS);
        known.add(name);
        boolean present = fields.kept().path("status").asText().equals(SymptomWords.PRESENT);
        for (var field : given.properties()) {
            var other = field.getKey();
            var says = Words.code(field.getValue());
            if (names(other) && says.isPresent() && says.equals(code)) {
                known.add(other);
            } else if (names(other) && !other.equals(name) && says.isPresent() && !present && !isKnown(says)) {
                known.add(other);
                fields.setAside(Words.fieldName(other), "is another name than its code; the code counts");
            } else if (isAnsweredBy(other, field.getValue())) {
                known.add(other);
                fields.setAside(Words.fieldName(other), "is no field of a symptom; it is read with status");
            }
        }
        fields.nameOthersThan(known, OtherNames.OF_A_SYMPTOM);
    }

    private static boolean isAnsweredBy(String field, JsonNode value) {
        var answer = SymptomWords.status(value);
        return isAnAnswer(field) && !answer.isEmpty()
                || OtherNames.yesMeans(field).isPresent() && answer.equals(SymptomWords.DENIED);
    }

    private static void keepRead(String field, String read, SequencedSet<String> words, Fields fields) {
        if (read.isEmpty()) {
            fields.keepWord(field, words);
        } else {
            fields.kept().put(field, read);
        }
    }

    /// A symptom that is named counts as present unless it is said not to be, and nothing beside says that it is: of
    /// the two mistakes this is the safer, and triage reads a case in the same way.
    private String status(JsonNode given, String at) {
        var status = given.has("status") ? SymptomWords.status(given.path("status")) : answerBeside(given);
        if (status.isEmpty() && given.has("status") && saysNothing(given)) {
            status = SymptomWords.NOT_ASKED;
        }
        if (status.isEmpty()) {
            remains.add(at + ".status", "cannot be read; the symptom counts as present");
            return SymptomWords.PRESENT;
        }
        var there = given.properties().stream()
                .filter(field -> isAnAnswer(field.getKey())
                        && SymptomWords.status(field.getValue()).equals(SymptomWords.PRESENT))
                .findFirst();
        if (!status.equals(SymptomWords.PRESENT) && there.isPresent()) {
            remains.add(at + ".status", "is a no beside a yes in another field; the symptom counts as present");
            return SymptomWords.PRESENT;
        }
        if (status.equals(SymptomWords.NOT_ASKED)) {
            remains.add(at + ".status", "says neither present nor denied; the symptom counts as not asked");
        }
        return status;
    }

    /// A plain yes or no under another name, where none stands in its place; of several a yes.
    private static String answerBeside(JsonNode given) {
        var answers = given.properties().stream()
                .filter(field -> ANSWERS.contains(OtherNames.letters(field.getKey())))
                .map(field -> SymptomWords.status(field.getValue()))
                .toList();
        return Stream.of(SymptomWords.PRESENT, SymptomWords.DENIED)
                .filter(answers::contains)
                .findFirst()
                .orElse("");
    }

    /// An empty status, and no other field than the code: the question stood there without an answer.
    private static boolean saysNothing(JsonNode given) {
        return given.properties().stream()
                .allMatch(field -> names(field.getKey())
                        || field.getValue().isNull()
                        || field.getValue().isTextual()
                                && field.getValue().textValue().isBlank());
    }

    private static boolean isAnAnswer(String field) {
        return OtherNames.OF_A_SYMPTOM.ours(field).filter("status"::equals).isPresent();
    }
}
