package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Change;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Symptom;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the signs of one report, in whatever shape they are written. A sign that is named counts as present unless it
/// is said not to be; one that cannot be told apart is named, and answers no question.
final class SymptomReader {
    private static final List<String> CALLED = List.of("code", "symptom", "sign", "name", "text", "display");

    private static final Set<String> CALLED_A_TEMPERATURE = Set.of(
            "temperature",
            "temp",
            "bodytemperature",
            "bodytemp",
            "temperaturec",
            "oraltemperature",
            "temperatura",
            "temperaturacorporal");

    private static final List<String> TELLS_DEGREES = List.of("temperatureC", "value", "severity", "status");

    private final Fields report;
    private final @Nullable LocalDate day;
    private final List<String> unknownCodes;
    private final List<Symptom> symptoms = new ArrayList<>();
    private boolean unread;

    /// @param day the report's own, where it has one
    /// @param unknownCodes to which codes are added that nobody knows
    SymptomReader(Fields report, @Nullable LocalDate day, List<String> unknownCodes) {
        this.report = report;
        this.day = day;
        this.unknownCodes = unknownCodes;
    }

    List<Symptom> read() {
        JsonNode list = report.value("symptoms");
        if (list != null && list.isArray()) {
            for (int i = 0; i < list.size(); i++) {
                one(list.get(i), "symptoms[" + i + "]");
            }
        } else if (list != null) {
            one(list, "symptoms");
        }
        for (Map.Entry<String, JsonNode> field : report.all()) {
            if (Word.find(SymptomCode.class, field.getKey()).isPresent()) {
                report.setAside(field.getKey(), "stands outside the symptoms; it is read as one of them");
                add(said("", field), field.getKey());
            } else if (!FieldNames.known(field.getKey())) {
                elsewhere(field);
            }
        }
        for (String done : List.of("exercisesDone", "selfManipulation")) {
            JsonNode value = report.value(done);
            if (value != null && Misplaced.tellsOfASignBesideItsName(value)) {
                report.setAside(done, "tells of a sign; put it into symptoms");
                unread = true;
            }
        }
        JsonNode region = report.value("painRegion");
        if (region != null && Misplaced.tellsOfASign(region) && !Ordinary.isOrdinary(region.asText())) {
            report.setAside("painRegion", "tells of a sign; put it into symptoms");
            unread = true;
        }
        temperatureAlone();
        unread |= lostAtTheDoor();
        return symptoms;
    }

    /// Whether a sign, or what matters of one, could not be read; after [#read].
    boolean unread() {
        return unread;
    }

    /// Whether session-service set something aside that matters of a sign that is present: it names the place alone.
    private boolean lostAtTheDoor() {
        boolean present = symptoms.stream().anyMatch(one -> one.status() == Status.PRESENT);
        boolean onALeg = symptoms.stream()
                .anyMatch(one -> one.status() == Status.PRESENT && one.code().isOfALeg());
        JsonNode lost = report.value("setAside");
        for (JsonNode one : lost == null ? List.<JsonNode>of() : lost) {
            String field = one.path("field").asText();
            if (!field.startsWith("symptoms")) {
                continue;
            }
            String what = field.substring(field.lastIndexOf('.') + 1);
            boolean matters = switch (what) {
                case "changeSinceLast", "severity" -> present;
                case "side", "extent" -> onALeg;
                default -> what.startsWith("symptoms");
            };
            if (matters) {
                return true;
            }
        }
        return false;
    }

    /// Signs under a name that the vocabulary does not have. Where the name says that they are there, or each is
    /// answered, they are read; else nobody knows what is said of them.
    private void elsewhere(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        Status status = Word.find(Status.class, field.getKey()).orElse(null);
        boolean no = value.isNull() || (value.isBoolean() && !value.asBoolean());
        if (FieldNames.listsSigns(field.getKey()) && !no) {
            report.setAside(Fields.shortened(field.getKey()), "is no field of a report; its signs are read");
            one(value, field.getKey());
        } else if (status != null && Misplaced.tellsOfASign(value)) {
            report.setAside(field.getKey(), "is no field of a report; its signs are read");
            listed(report, field, status);
        } else if (answersEach(value)) {
            report.setAside(Fields.shortened(field.getKey()), "is no field of a report; what is there is read");
            for (Map.Entry<String, JsonNode> answer : value.properties()) {
                if (Telling.statusIn(answer.getValue().asText()) == Status.PRESENT) {
                    add(said(field.getKey() + ".", answer), answer.getKey());
                }
            }
        } else if (Misplaced.tellsOfASign(value)) {
            report.setAside(Fields.shortened(field.getKey()), "is no field of a report; put its signs into symptoms");
            unknownCodes.add(Fields.shortened(field.getKey()));
            unread = true;
        }
    }

    /// Whether every name in it is a code of ours with a status, and a sign is there: such a list alarms, and never
    /// calms.
    private static boolean answersEach(JsonNode value) {
        return value.properties().stream()
                        .anyMatch(one -> Telling.statusIn(one.getValue().asText()) == Status.PRESENT)
                && value.properties().stream()
                        .allMatch(one ->
                                Word.find(SymptomCode.class, one.getKey()).isPresent()
                                        && Telling.statusIn(one.getValue().asText()) != null);
    }

    /// A temperature that stands with the report and not with a fever is one all the same.
    private void temperatureAlone() {
        if (!report.given("temperatureC") || symptoms.stream().anyMatch(one -> one.temperatureC() != null)) {
            return;
        }
        Double temperature = report.celsius("temperatureC");
        if (temperature != null && temperature >= Telling.FEVER_FROM) {
            report.setAside("temperatureC", "stands outside the symptoms; it is read as a fever");
            ObjectNode fever = JsonNodeFactory.instance.objectNode();
            add(report.within(fever.put("status", "present").put("temperatureC", temperature), "fever"), "fever");
        }
    }

    /// A symptom however it is written, where it is clear what is meant: an object with a code, a bare code or several
    /// with commas, codes with what is said of each (`{"urine_leak": true}`), lists by what is said of all of them.
    private void one(JsonNode item, String name) {
        if (item.isArray()) {
            for (JsonNode part : item) {
                one(part, name);
            }
            return;
        }
        if (item.isTextual() && OtherWords.none(item.asText())) {
            report.setAside(name, "names no symptom, and so answers no question");
            return;
        }
        if (item.isTextual() && !item.asText().isBlank()) {
            for (String code : item.asText().split("[,;]")) {
                if (!code.isBlank()) {
                    inWords(code, name);
                }
            }
            return;
        }
        if (!item.isObject()) {
            report.setAside(name, "is not a symptom");
            unread |= !item.isNull();
            return;
        }
        Fields symptom = report.within(item, name);
        for (String called : CALLED) {
            if (item.path(called).isArray() && !item.path(called).isEmpty()) {
                item.path(called).forEach(code -> add(symptom, codeIn(code)));
                return;
            }
            String code = codeIn(item.path(called));
            if (!code.isEmpty()) {
                unread |= tellsOfMore(symptom);
                add(symptom, code);
                return;
            }
        }
        if (item.path("coding").isArray() && !codeIn(item).isEmpty()) {
            add(symptom, codeIn(item));
            return;
        }
        boolean codes = false;
        for (Map.Entry<String, JsonNode> entry : item.properties()) {
            Status status = Word.find(Status.class, entry.getKey()).orElse(null);
            if (name.equals("symptoms") && status != null) {
                codes = true;
                listed(symptom, entry, status);
            } else if (name.equals("symptoms")
                    || Word.find(SymptomCode.class, entry.getKey()).isPresent()) {
                codes = true;
                add(said(name + ".", entry), entry.getKey());
            }
        }
        if (!codes) {
            symptom.setAside("code", "is missing");
            unread |= !item.isEmpty();
        }
    }

    /// Whether a sign is told in one of the fields of another, where none is looked for.
    private boolean tellsOfMore(Fields symptom) {
        boolean more = false;
        for (Map.Entry<String, JsonNode> field : symptom.all()) {
            boolean own = CALLED.contains(field.getKey())
                    || Telling.SAYS_PRESENT.contains(field.getKey())
                    || Word.find(SymptomCode.class, field.getKey()).isPresent()
                    || FieldNames.known(field.getKey());
            if (!own && Misplaced.tellsOfASign(field.getValue())) {
                symptom.setAside(Fields.shortened(field.getKey()), "tells of a sign; give each a symptom of its own");
                more = true;
            }
        }
        return more;
    }

    /// A code in a text, alone or with what is said of it: `fever: denied`.
    private void inWords(String written, String name) {
        String[] parts = written.split("[:=]", 2);
        boolean said = parts.length == 2 && !parts[1].isBlank() && !parts[0].isBlank();
        JsonNode what = said
                ? JsonNodeFactory.instance.objectNode().put("status", parts[1].strip())
                : MissingNode.getInstance();
        add(report.within(what, name), said ? parts[0] : written);
    }

    /// The code itself, or what an object says in its place, as a coding with its text and display does.
    private static String codeIn(JsonNode code) {
        if (!code.isObject()) {
            return code.isValueNode() && !code.isNull() ? code.asText().strip() : "";
        }
        List<String> written = new ArrayList<>();
        for (JsonNode coding : code.path("coding")) {
            written.add(coding.path("code").asText());
            written.add(coding.path("display").asText());
        }
        for (String called : List.of("code", "text", "display", "name")) {
            written.add(code.path(called).asText());
        }
        written.removeIf(String::isBlank);
        return written.stream()
                .filter(one -> Word.find(SymptomCode.class, one).isPresent() || signNamed(one, false) != null)
                .findFirst()
                .orElse(written.isEmpty() ? "" : written.getFirst());
    }

    /// What is said of a code that is itself the name of the field.
    private Fields said(String place, Map.Entry<String, JsonNode> entry) {
        JsonNode said = entry.getValue().isObject()
                ? entry.getValue()
                : JsonNodeFactory.instance.objectNode().set("status", entry.getValue());
        return report.within(said, place + Fields.shortened(entry.getKey()));
    }

    /// Codes listed under what is said of all of them.
    private void listed(Fields symptom, Map.Entry<String, JsonNode> entry, Status status) {
        JsonNode codes = entry.getValue();
        for (JsonNode code : codes.isArray() ? codes : List.of(codes)) {
            ObjectNode one = code.isObject() ? ((ObjectNode) code).deepCopy() : JsonNodeFactory.instance.objectNode();
            if (!one.has("status")) {
                one.put("status", status.word());
            }
            String written = code.isObject() ? code.path("code").asText() : code.asText();
            if (written.isBlank()) {
                symptom.setAside(entry.getKey(), "holds something that is not a symptom");
            } else {
                add(symptom.within(one, entry.getKey()), written);
            }
        }
    }

    private void add(Fields said, String written) {
        if (OtherWords.none(written)) {
            said.setAside("code", "names no symptom, and so answers no question");
            return;
        }
        if (CALLED_A_TEMPERATURE.contains(Word.letters(written))) {
            temperature(said, written);
            return;
        }
        SymptomCode own = Word.find(SymptomCode.class, written).orElse(null);
        List<String> several = own == null ? Phrases.signs(written) : List.of();
        if (several.size() > 1) {
            several.forEach(one -> add(said, one));
            return;
        }
        Phrases.Sign other = own == null ? signNamed(written, said.given("side") || said.given("extent")) : null;
        Telling telling = new Telling(said, day);
        if (own == null) {
            unknownCodes.add(Fields.shortened(written.strip()));
            boolean denied = !said.given("status") && Phrases.deniesASign(written);
            boolean oneSign = other != null && Phrases.isShort(written) && !telling.isDenied();
            unread |= !denied && !oneSign && OtherWords.sign(written) == null && !Ordinary.isOrdinary(written);
        }
        SymptomCode code = own != null ? own : other != null ? other.code() : null;
        Status status = code == null ? null : telling.status(code);
        unread |= telling.unread();
        if (code == null || status == null || (status == Status.DENIED && own == null)) {
            return;
        }
        if (own == null) {
            said.setAside("code", "is no code of ours; it is read as " + code.word());
        }
        Symptom symptom = telling.symptom(code, status, other);
        symptoms.add(own == null ? symptom.toldInOwnWords() : symptom);
        unread |= own == null && isAWeakStreamOfLate(symptom);
        unread |= telling.unread();
    }

    /// No rule asks for a weak stream, and one that is new may be the first of a bladder that does not empty.
    private static boolean isAWeakStreamOfLate(Symptom symptom) {
        return symptom.code() == SymptomCode.SLOW_STREAM_NOCTURIA
                && (symptom.onset() == Onset.NEW || symptom.changeSinceLast() == Change.WORSE);
    }

    /// A temperature told as a sign: from 38.0 on it is a fever, below it is none, and answers no question.
    private void temperature(Fields said, String written) {
        unknownCodes.add(Fields.shortened(written.strip()));
        String where =
                TELLS_DEGREES.stream().filter(said::holdsCelsius).findFirst().orElse(null);
        Double degrees = where == null ? said.celsius("temperatureC") : said.celsius(where);
        if (degrees == null) {
            unread = true;
            return;
        }
        if (degrees < Telling.FEVER_FROM) {
            said.setAside("code", "is no code of ours; " + degrees + " is no fever, and answers no question");
            return;
        }
        said.setAside("code", "is no code of ours; it is read as fever");
        Fields present = said.with("status", JsonNodeFactory.instance.textNode(Status.PRESENT.word()));
        Telling telling = new Telling(present.with("temperatureC", JsonNodeFactory.instance.numberNode(degrees)), day);
        symptoms.add(telling.symptom(SymptomCode.FEVER, Status.PRESENT, null));
        unread |= telling.unread();
    }

    /// A sign by another name than ours: one that means the same, one with a slip of the pen, or one told in words.
    private static Phrases.@Nullable Sign signNamed(String written, boolean onALeg) {
        SymptomCode exactly = OtherWords.sign(written);
        if (exactly == null) {
            exactly = OtherWords.misspelt(written);
        }
        return exactly == null ? Phrases.sign(written, onALeg) : new Phrases.Sign(exactly, null, null, false);
    }
}
