package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The symptoms of a report however they were written, as long as it is clear what is meant: a list of them, one alone,
/// entries such as `"urine_leak": "present"`, or lists under what they have in common, such as `"denied": [...]`.
final class SymptomsGiven {

    private static final Set<String> NAMES_OF_A_LIST = Set.of(
            "items", "item", "list", "entries", "entry", "symptoms", "symptom", "signs", "values", "data", "reported");

    private static final Set<String> PLAIN = Set.of("status", "onset", "onsetDate", "side", "assessedByClinician");

    private final Remains remains;
    private final List<Said> said = new ArrayList<>();

    private SymptomsGiven(Remains remains) {
        this.remains = remains;
    }

    /// A symptom as it was given, and where it stood.
    ///
    /// @param bare its code did not stand in a field named so
    record Said(String at, JsonNode symptom, boolean bare) {

        /// Whether it says no more than that something is not there, or was not asked.
        boolean saysNoAndNoMore() {
            var status = SymptomWords.status(symptom.path("status"));
            boolean saysNo = status.equals(SymptomWords.DENIED) || status.equals(SymptomWords.NOT_ASKED);
            return saysNo
                    && symptom.properties().stream()
                            .allMatch(field -> PLAIN.contains(field.getKey()) || SymptomReader.names(field.getKey()));
        }
    }

    static List<Said> in(JsonNode body, Remains remains) {
        var given = new SymptomsGiven(remains);
        given.read(body.path("symptoms"));
        return given.said;
    }

    private void read(JsonNode symptoms) {
        if (symptoms.isArray()) {
            addAll(symptoms, "symptoms");
        } else if (symptoms.isTextual() || SymptomReader.isNamed(symptoms)) {
            add(symptoms, "symptoms[0]");
        } else if (symptoms.isObject()) {
            addEntries(symptoms, "symptoms");
        } else if (!symptoms.isMissingNode() && !symptoms.isNull()) {
            remains.add("symptoms", "is not a list");
        }
    }

    private void addAll(JsonNode list, String at) {
        for (int i = 0; i < list.size(); i++) {
            add(list.get(i), at + "[" + i + "]");
        }
    }

    private void add(JsonNode given, String at) {
        if (given.isTextual()) {
            said.add(new Said(at, JsonNodeFactory.instance.objectNode().set("code", given), true));
        } else if (!SymptomReader.isNamed(given) && SymptomReader.holdsCodes(given)) {
            addEntries(given, at);
        } else {
            said.add(new Said(at, given, false));
        }
    }

    private void addEntries(JsonNode given, String at) {
        for (var entry : given.properties()) {
            var name = entry.getKey();
            if (isAList(name, entry.getValue())) {
                addList(name, entry.getValue(), Fields.place(at, Words.fieldName(name)));
            } else {
                addEntry(name, entry.getValue(), at);
            }
        }
    }

    private void addEntry(String name, JsonNode value, String at) {
        var symptom = JsonNodeFactory.instance.objectNode();
        if (value instanceof ObjectNode details) {
            symptom.setAll(details);
        } else {
            symptom.set("status", value);
        }
        symptom.put("code", name);
        var word = Vocabulary.word(name);
        var place = Vocabulary.SYMPTOMS.contains(word) ? word : Words.fieldName(name);
        said.add(new Said(Fields.place(at, place), symptom, true));
    }

    private static boolean isAList(String name, JsonNode value) {
        return value.isArray()
                && !Vocabulary.SYMPTOMS.contains(Vocabulary.word(name))
                && (NAMES_OF_A_LIST.contains(OtherNames.letters(name))
                        || inCommon(name).isPresent()
                        || value.valueStream().allMatch(SymptomsGiven::isASymptom));
    }

    private static boolean isASymptom(JsonNode given) {
        return given.isTextual()
                ? Vocabulary.SYMPTOMS.contains(Vocabulary.word(given.textValue()))
                : given.isObject() && (SymptomReader.isNamed(given) || SymptomReader.holdsCodes(given));
    }

    /// Where the name of a list says whether what stands in it is there.
    private static Optional<String> inCommon(String name) {
        return Optional.of(SymptomWords.status(JsonNodeFactory.instance.textNode(name)))
                .filter(status -> !status.isEmpty());
    }

    private void addList(String name, JsonNode list, String at) {
        int first = said.size();
        addAll(list, at);
        inCommon(name).ifPresent(status -> said.subList(first, said.size()).replaceAll(one -> with(status, one)));
    }

    /// What a symptom says of itself counts, unless the list says that it is there.
    private static Said with(String status, Said one) {
        boolean saysMore = one.symptom.path("status").isMissingNode() || status.equals(SymptomWords.PRESENT);
        return one.symptom instanceof ObjectNode symptom && saysMore
                ? new Said(one.at, symptom.deepCopy().put("status", status), one.bare)
                : one;
    }

    /// As many as may be kept: whatever says more than a no comes before what says no.
    static List<Said> gravestFirst(List<Said> given) {
        return given.stream()
                .sorted(Comparator.comparing(Said::saysNoAndNoMore))
                .toList();
    }
}
