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
    /// Under which a writer may put the list itself.
    private static final Set<String> LISTS =
            Set.of("items", "list", "entries", "values", "elements", "symptoms", "data", "all", "lista");

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
            } else if (!FieldNames.ofAReport(field.getKey())) {
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
        feverMeasured();
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
        } else if (answersOneByOne(value)) {
            report.setAside(Fields.shortened(field.getKey()), "is no field of a report; what is there is read");
            for (int i = 0; i < value.size(); i++) {
                answered(value.get(i), field.getKey() + "[" + i + "]");
            }
        } else if (Misplaced.tellsOfASign(value)) {
            report.setAside(Fields.shortened(field.getKey()), "is no field of a report; put its signs into symptoms");
            unknownCodes.add(Fields.shortened(field.getKey()));
            unread = true;
        } else if (isOfTemperatures(field)) {
            report.setAside(Fields.shortened(field.getKey()), "is no field of a report; its temperature is read");
        } else if (FieldNames.mayMatter(field.getKey(), value)) {
            report.setAside(Fields.shortened(field.getKey()), "is no field of a report; nobody here can read it");
            unread = true;
        }
    }

    private static boolean isOfTemperatures(Map.Entry<String, JsonNode> field) {
        return Temperatures.isCalledSo(field.getKey())
                ? Temperatures.celsius(field.getKey(), field.getValue()) != null
                : Temperatures.areAll(field.getValue());
    }

    /// Whether it is a list of questions or signs, each with its answer, and one of them is a yes.
    private static boolean answersOneByOne(JsonNode list) {
        boolean yes = false;
        for (JsonNode one : list) {
            if (!list.isArray() || !one.isObject()) {
                return false;
            }
            yes |= isAYes(answer(one)) && !called(one).isEmpty();
        }
        return yes;
    }

    /// One of such a list: a no there answers no question, and what is neither nobody can read.
    private void answered(JsonNode one, String name) {
        String answer = answer(one);
        Status status = Telling.statusIn(answer);
        if (isAYes(answer)) {
            one(one, name);
        } else if (status != Status.DENIED && !OtherWords.notAsked(answer) && !Temperatures.areAll(one)) {
            report.setAside(Fields.shortened(name), "is neither a yes nor a no that anybody here can read");
            unread = true;
        }
    }

    private static String answer(JsonNode one) {
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            if (field.getKey().equals("status") || Telling.isAnAnswer(field.getKey())) {
                return field.getValue().asText();
            }
        }
        return "";
    }

    private static boolean isAYes(String answer) {
        return Telling.statusIn(answer) == Status.PRESENT
                || Telling.statusIn(PlainWords.of(answer).getFirst()) == Status.PRESENT
                        && Telling.statusIn(answer) == null;
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

    /// What was measured is a fever from 38.0 on, wherever in the report it stands, and whatever was said of one; but a
    /// fever that is told with its own, lower temperature is asked about.
    private void feverMeasured() {
        if (report.given("temperatureC") && report.celsius("temperatureC") == null) {
            unread = true;
        }
        Double highest = Temperatures.highest(report.whole());
        boolean told = symptoms.stream()
                .anyMatch(one -> one.code() == SymptomCode.FEVER && one.status() == Status.PRESENT && isOne(one));
        if (highest == null || highest < Telling.FEVER_FROM || told) {
            return;
        }
        boolean lower =
                symptoms.stream().anyMatch(one -> one.code() == SymptomCode.FEVER && one.status() == Status.PRESENT);
        if (lower) {
            report.setAside("temperatureC", "is told twice, and one of them is a fever: ask what is meant");
            unread = true;
            return;
        }
        report.setAside("temperatureC", "stands outside the symptoms; it is read as a fever");
        ObjectNode fever = JsonNodeFactory.instance.objectNode();
        add(report.within(fever.put("status", "present").put("temperatureC", highest), "fever"), "fever");
    }

    private static boolean isOne(Symptom fever) {
        return fever.temperatureC() == null || fever.temperatureC() >= Telling.FEVER_FROM;
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
        List<String> called = called(item);
        if (!called.isEmpty()) {
            named(symptom, called, item, name);
            return;
        }
        if (item.path("coding").isArray() && !codeIn(item).isEmpty()) {
            add(ours(symptom), codeIn(item));
            return;
        }
        List<Map.Entry<String, JsonNode>> codes = item.properties().stream()
                .filter(entry -> Word.find(SymptomCode.class, entry.getKey()).isPresent())
                .toList();
        if (name.equals("symptoms")) {
            item.properties().forEach(entry -> under(symptom, entry, name));
        } else if (codes.size() == 1 && codes.getFirst().getValue().isValueNode() && item.size() > 1) {
            ObjectNode one = ((ObjectNode) item).deepCopy();
            one.remove(codes.getFirst().getKey());
            Fields said = ours(report.within(one, name + "." + codes.getFirst().getKey()));
            add(
                    said.given("status")
                            ? said
                            : said.with("status", codes.getFirst().getValue()),
                    codes.getFirst().getKey());
        } else {
            codes.forEach(entry -> add(said(name + ".", entry), entry.getKey()));
            for (Map.Entry<String, JsonNode> other : item.properties()) {
                if (!codes.isEmpty()
                        && !codes.contains(other)
                        && FieldNames.mayMatter(other.getKey(), other.getValue())) {
                    symptom.setAside(Fields.shortened(other.getKey()), "is no sign we know; nobody here can read it");
                    unread = true;
                }
            }
        }
        if (codes.isEmpty() && (!name.equals("symptoms") || item.isEmpty())) {
            symptom.setAside("code", "is missing");
            unread |= !item.isEmpty();
        }
    }

    /// One of the names in an object of symptoms: of a status, of a list, or of a code.
    private void under(Fields symptom, Map.Entry<String, JsonNode> entry, String name) {
        Status status = Word.find(Status.class, entry.getKey()).orElse(null);
        if (status != null) {
            listed(symptom, entry, status);
        } else if (entry.getValue().isArray() && LISTS.contains(Word.letters(entry.getKey()))) {
            one(entry.getValue(), name + "." + entry.getKey());
        } else {
            add(said(name + ".", entry), entry.getKey());
        }
    }

    /// A sign in an object that names it; and what else is told there.
    private void named(Fields symptom, List<String> called, JsonNode item, String name) {
        Fields said = ours(symptom);
        JsonNode first = item.path(called.getFirst());
        if (first.isArray()) {
            first.forEach(code -> add(said, codeIn(code)));
        } else {
            String code = codeIn(first);
            unread |= namesAnother(symptom, code, called, item);
            add(said, code);
        }
        for (Map.Entry<String, JsonNode> entry : item.properties()) {
            if (Word.find(SymptomCode.class, entry.getKey()).isPresent()) {
                add(said(name + ".", entry), entry.getKey());
            }
        }
    }

    /// Whether a second name in it is that of another sign.
    private static boolean namesAnother(Fields symptom, String code, List<String> called, JsonNode item) {
        boolean another = false;
        SymptomCode first = codeOf(code);
        for (String other : called.subList(1, called.size())) {
            SymptomCode second = codeOf(codeIn(item.path(other)));
            if (second != null && second != first) {
                symptom.setAside(Fields.shortened(other), "tells of a sign; give each a symptom of its own");
                another = true;
            }
        }
        return another;
    }

    private static @Nullable SymptomCode codeOf(String written) {
        return Word.find(SymptomCode.class, written).orElseGet(() -> {
            Phrases.Sign sign = written.isBlank() ? null : signNamed(written, false);
            return sign == null ? null : sign.code();
        });
    }

    /// The fields under which the sign is named, the plainest first.
    private static List<String> called(JsonNode item) {
        List<String> found = new ArrayList<>();
        for (String called : SignFields.CALLED) {
            for (Map.Entry<String, JsonNode> field : item.properties()) {
                boolean names = field.getValue().isArray()
                        ? !field.getValue().isEmpty()
                        : !codeIn(field.getValue()).isEmpty();
                if (names && Word.letters(field.getKey()).equals(Word.letters(called))) {
                    found.add(field.getKey());
                }
            }
        }
        return found;
    }

    /// What is said of a sign under our names; what is not known there is named.
    private Fields ours(Fields said) {
        SignFields fields = new SignFields(said, day);
        Fields read = fields.read();
        unread |= fields.unread();
        return read;
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
        return ours(report.within(said, place + Fields.shortened(entry.getKey())));
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
                add(ours(symptom.within(one, entry.getKey())), written);
            }
        }
    }

    private void add(Fields said, String written) {
        if (OtherWords.none(written)) {
            said.setAside("code", "names no symptom, and so answers no question");
            return;
        }
        if (Temperatures.isCalledSo(written)) {
            temperature(said, written);
            return;
        }
        SymptomCode own = Word.find(SymptomCode.class, written).orElse(null);
        boolean ours = own == null && OurSentences.sign(written) != null;
        List<String> several = own == null && !ours ? Phrases.signs(written) : List.of();
        if (several.size() > 1) {
            several.forEach(one -> add(said, one));
            return;
        }
        Phrases.Sign other = own == null ? signNamed(written, said.given("side") || said.given("extent")) : null;
        boolean measured = own == SymptomCode.FEVER && !said.given("temperatureC") && said.holdsCelsius("value");
        Telling telling = new Telling(measured ? said.with("temperatureC", said.value("value")) : said, day);
        if (own == null) {
            unknownCodes.add(Fields.shortened(written.strip()));
            boolean denied = !said.given("status") && Phrases.deniesASign(written);
            boolean oneSign = other != null
                    && Phrases.isShort(written)
                    && !telling.isDenied()
                    && !Phrases.joinsWhatIsUnread(written);
            unread |= !denied && !oneSign && !ours && OtherWords.sign(written) == null && !Ordinary.isOrdinary(written);
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
        if (own == null && status == Status.PRESENT && Phrases.isAnInfectionOfTheBlood(written)) {
            for (SymptomCode also : List.of(SymptomCode.FEVER, SymptomCode.FEELING_VERY_UNWELL)) {
                if (also != code) {
                    said.setAside("code", "is no code of ours; it is read as " + also.word() + " too");
                    symptoms.add(telling.symptom(also, status, other).toldInOwnWords());
                }
            }
        }
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
        Phrases.Sign told = OurSentences.sign(written);
        if (told != null) {
            return told;
        }
        SymptomCode exactly = OtherWords.sign(written);
        if (exactly == null) {
            exactly = OtherWords.misspelt(written);
        }
        return exactly == null ? Phrases.sign(written, onALeg) : new Phrases.Sign(exactly, null, null, false);
    }
}
