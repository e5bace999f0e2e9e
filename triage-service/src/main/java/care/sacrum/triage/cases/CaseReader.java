package care.sacrum.triage.cases;

import care.sacrum.triage.cases.Reading.OfPatient;
import care.sacrum.triage.cases.Reading.OfReport;
import care.sacrum.triage.cases.Reading.Refusal;
import care.sacrum.triage.rules.BaselineCondition;
import care.sacrum.triage.rules.Change;
import care.sacrum.triage.rules.Condition;
import care.sacrum.triage.rules.Extent;
import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.Pain;
import care.sacrum.triage.rules.PainRegion;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.RiskFactor;
import care.sacrum.triage.rules.SelfManipulation;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Symptom;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads case documents, reports and patients. Only what leaves nothing to evaluate is refused: a document that is no
/// JSON object, no list of reports or too long a one, no instant to evaluate at, a parameter unknown or out of bounds.
///
/// What can be read in one way only is read so, however it is written. What cannot is set aside and named, and the rest
/// counts. No oddity calms: what is not understood answers no question, covers no sign and denies none.
public final class CaseReader {
    public static final int MOST_REPORTS = 5000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private CaseReader() {}

    /// Reads a case document from its text.
    public static Reading read(String document) {
        try {
            return read(JSON.readTree(document));
        } catch (JsonProcessingException unreadable) {
            return new Reading.Refused(List.of(new Refusal("", "is not a JSON document")));
        }
    }

    /// Reads a case document.
    public static Reading read(JsonNode document) {
        if (!document.isObject()) {
            return new Reading.Refused(List.of(new Refusal("", "is not a JSON object")));
        }
        List<Refusal> refusals = new ArrayList<>();
        List<SetAside> setAside = new ArrayList<>();
        JsonNode patientNode = document.path("patient");
        ZoneId home = new Fields(patientNode, "", "patient.", new ArrayList<>()).zone("homeTimeZone");
        List<JsonNode> reports = reports(document.path("reports"), refusals);
        Instant evaluateAt = evaluateAt(document, reports, home, setAside, refusals);
        Parameters parameters = parameters(document.get("parameters"), refusals);
        if (!refusals.isEmpty()) {
            return new Reading.Refused(List.copyOf(refusals));
        }
        Patient patient = patient(patientNode, setAside);
        List<Report> read = new ArrayList<>(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            Report report = report(reports.get(i), "reports[" + i + "]", home, evaluateAt, setAside);
            nameWhatDoesNotCountYet(report, evaluateAt, setAside);
            read.add(report);
        }
        return new Reading.Read(new Case(patient, parameters, evaluateAt, List.copyOf(read), List.copyOf(setAside)));
    }

    private static void nameWhatDoesNotCountYet(Report report, Instant evaluateAt, List<SetAside> setAside) {
        if (!report.receivedAt().isAfter(evaluateAt)) {
            return;
        }
        boolean named = setAside.stream()
                .anyMatch(one ->
                        one.reportId().equals(report.reportId()) && one.field().equals("receivedAt"));
        if (!named) {
            setAside.add(new SetAside(
                    report.reportId(), "receivedAt", "is after evaluateAt: the report does not count yet"));
        }
    }

    /// The reports, also where there is but one and it stands without its list.
    private static List<JsonNode> reports(JsonNode reports, List<Refusal> refusals) {
        if (reports.isObject() && (reports.has("reportId") || reports.has("symptoms") || reports.has("observedAt"))) {
            return List.of(reports);
        }
        if (!reports.isArray()) {
            refusals.add(new Refusal("reports", "is not a list of reports"));
            return List.of();
        }
        if (reports.size() > MOST_REPORTS) {
            refusals.add(new Refusal("reports", "are more than " + MOST_REPORTS));
            return List.of();
        }
        List<JsonNode> all = new ArrayList<>(reports.size());
        reports.forEach(all::add);
        return all;
    }

    /// Reads one report by itself, as a session event carries it.
    ///
    /// @param home where the patient lives, for a report that does not say where it was made
    /// @param received when the report reached us, for one that does not say
    public static OfReport report(JsonNode node, ZoneId home, Instant received) {
        List<SetAside> setAside = new ArrayList<>();
        Report report = report(node, "report", home, received, setAside);
        return new OfReport(report, List.copyOf(setAside));
    }

    /// Reads one patient by himself or herself.
    public static OfPatient patient(JsonNode node) {
        List<SetAside> setAside = new ArrayList<>();
        Patient patient = patient(node, setAside);
        return new OfPatient(patient, List.copyOf(setAside));
    }

    /// Reads an object that names parameters; those it does not name stay at their defaults.
    public static Parameters.Setting parameters(JsonNode object) {
        Map<String, String> wished = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> wish : object.properties()) {
            wished.put(
                    Fields.shortened(wish.getKey()),
                    wish.getValue().isValueNode() ? wish.getValue().asText() : "");
        }
        return Parameters.set(wished);
    }

    /// The instant asked for. Where it cannot be read, the moment of the latest report: a course is written down to ask
    /// what to do at its end, and a red flag in it must not go unanswered over a bad time.
    private static Instant evaluateAt(
            JsonNode document,
            List<JsonNode> reports,
            @Nullable ZoneId home,
            List<SetAside> setAside,
            List<Refusal> refusals) {
        Fields fields = new Fields(document, "", "", setAside);
        Instant asked = believable(fields.endOfDayOrTime("evaluateAt", home == null ? ZoneOffset.UTC : home));
        if (asked != null) {
            return asked;
        }
        Instant latest = null;
        for (JsonNode report : reports) {
            Fields times = new Fields(report, "", "", new ArrayList<>());
            for (String name : List.of("receivedAt", "observedAt")) {
                Instant time = believable(times.time(name, home == null ? ZoneOffset.UTC : home));
                if (time != null) {
                    latest = latest == null || time.isAfter(latest) ? time : latest;
                    break;
                }
            }
        }
        if (latest == null) {
            refusals.add(new Refusal("evaluateAt", "is not a time such as 2026-02-05T18:06:00Z"));
            return EARLIEST;
        }
        fields.setAside("evaluateAt", "is missing or no time; the moment of the latest report is taken");
        return latest;
    }

    private static @Nullable Instant believable(@Nullable Instant time) {
        return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    }

    private static Parameters parameters(@Nullable JsonNode node, List<Refusal> refusals) {
        if (node == null || node.isNull()) {
            return Parameters.DEFAULTS;
        }
        if (!node.isObject()) {
            refusals.add(new Refusal("parameters", "is not a JSON object"));
            return Parameters.DEFAULTS;
        }
        return switch (parameters(node)) {
            case Parameters.Setting.Taken taken -> taken.parameters();
            case Parameters.Setting.Refused refused -> {
                for (Parameters.Refusal refusal : refused.refusals()) {
                    refusals.add(new Refusal("parameters." + refusal.parameter(), refusal.why()));
                }
                yield Parameters.DEFAULTS;
            }
        };
    }

    // The patient

    private static Patient patient(JsonNode node, List<SetAside> setAside) {
        Fields fields = new Fields(node, "", "patient.", setAside);
        if (!node.isObject()) {
            setAside.add(new SetAside("", "patient", "is not a JSON object; nothing is known of the patient"));
        }
        Double age = fields.number(fields.given("ageYears") ? "ageYears" : "age", 0, 130);
        ZoneId home = fields.zone("homeTimeZone");
        Set<RiskFactor> riskFactors = EnumSet.noneOf(RiskFactor.class);
        for (String written : words(fields, "riskFactors")) {
            Word.find(RiskFactor.class, written)
                    .or(() -> Optional.ofNullable(OtherWords.risk(written)))
                    .ifPresentOrElse(
                            riskFactors::add,
                            () -> fields.setAside(
                                    "riskFactors", "is no risk factor we know: " + Fields.shortened(written)));
        }
        return new Patient(
                age == null ? null : age.intValue(),
                home == null ? ZoneOffset.UTC : home,
                riskFactors,
                baseline(fields),
                new LinkedHashSet<>(words(fields, "alreadyUnderCareOf")));
    }

    /// Words of a list; also of a word that stands alone, of objects with a `code`, and of an object that says true or
    /// false of each.
    private static List<String> words(Fields fields, String name) {
        JsonNode list = fields.value(name);
        if (list == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        if (list.isTextual()) {
            words.addAll(List.of(list.asText().split("[,;]")));
        } else if (list.isArray()) {
            for (JsonNode word : list) {
                String written =
                        word.isTextual() ? word.asText() : word.path("code").asText();
                if (written.isEmpty()) {
                    fields.setAside(name, "holds something that is not a word");
                }
                words.add(written);
            }
        } else if (list.isObject()) {
            Fields said = fields.within(list, name);
            for (Map.Entry<String, JsonNode> word : list.properties()) {
                if (said.truth(word.getKey(), true)) {
                    words.add(word.getKey());
                }
            }
        } else {
            fields.setAside(name, "is not a list of words");
        }
        words.replaceAll(String::strip);
        words.removeIf(word -> word.isEmpty() || OtherWords.none(word));
        return words;
    }

    private static List<BaselineCondition> baseline(Fields fields) {
        JsonNode list = fields.value("baselineConditions");
        List<BaselineCondition> conditions = new ArrayList<>();
        if (list == null) {
            return conditions;
        }
        if (!list.isArray()) {
            fields.setAside("baselineConditions", "is not a list of conditions");
            return conditions;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            String name = "baselineConditions[" + i + "]";
            if (item.isTextual()) {
                Word.find(Condition.class, item.asText())
                        .or(() -> Optional.ofNullable(OtherWords.condition(item.asText())))
                        .ifPresentOrElse(
                                condition -> conditions.add(new BaselineCondition(condition, false, false)),
                                () -> fields.setAside(name, "is no condition we know"));
                continue;
            }
            Fields condition = fields.within(item, name);
            Condition code = condition.word("code", Condition.class, OtherWords::condition);
            if (code == null) {
                if (!condition.given("code")) {
                    condition.setAside("code", "is missing");
                }
                continue;
            }
            conditions.add(new BaselineCondition(
                    code, condition.truth("stable", false), condition.truth("assessedByClinician", false)));
        }
        return conditions;
    }

    // A report

    private static Report report(
            JsonNode node, String place, @Nullable ZoneId home, Instant evaluateAt, List<SetAside> setAside) {
        String reportId = reportId(node, place, setAside);
        Fields fields = new Fields(node, reportId, "", setAside);
        if (!node.isObject()) {
            fields.setAside(place, "is not a JSON object");
        }
        Kind kind = kind(fields);
        ZoneId stated = fields.zone("observedTimeZone");
        ZoneId zone = stated == null ? zoneInstead(fields, home) : stated;
        Instant observedAt = fields.time("observedAt", zone);
        if (observedAt == null && !fields.given("observedAt")) {
            fields.setAside("observedAt", "is missing");
        }
        Instant sentAt = fields.time("sentAt", zone);
        Instant receivedAt = fields.time("receivedAt", zone);
        if (receivedAt == null) {
            receivedAt = receipt(fields, observedAt, sentAt, evaluateAt);
            sentAt = null;
        }
        // Without a time it counts as of its receipt.
        boolean timeUnreadable = observedAt == null;
        Instant observed = observedAt == null ? receivedAt : observedAt;
        List<String> unknownCodes = new ArrayList<>();
        LocalDate day = timeUnreadable ? null : LocalDate.ofInstant(observed, zone);
        List<Symptom> symptoms = symptoms(fields, day, unknownCodes);
        Instant received = receivedAt;
        Instant sent = sentAt;
        return Report.of(reportId, kind, observed, zone)
                .with(draft -> draft.timeUnreadable(timeUnreadable)
                        .sentAt(sent)
                        .receivedAt(received)
                        .corrects(fields.text("corrects"))
                        .painRegion(fields.word("painRegion", PainRegion.class, OtherWords::region))
                        .pain(pain(fields))
                        .selfManipulation(selfManipulation(fields))
                        .symptoms(symptoms)
                        .unknownCodes(unknownCodes));
    }

    private static String reportId(JsonNode node, String place, List<SetAside> setAside) {
        JsonNode id = node.get("reportId");
        if (id != null && id.isValueNode() && !id.isNull() && !id.asText().isBlank()) {
            return id.asText().strip();
        }
        setAside.add(new SetAside(place, "reportId", "is missing; the report goes by its place"));
        return place;
    }

    /// Where a report does not say in which zone it was made: the patient's own; else the offset its time is written
    /// with; else UTC, since a score that stands a day off is worth more than none.
    private static ZoneId zoneInstead(Fields fields, @Nullable ZoneId home) {
        ZoneOffset written = fields.offset("observedAt");
        String instead = home != null ? "the patient's home zone" : written != null ? "its time's own offset" : "UTC";
        if (!fields.given("observedTimeZone")) {
            fields.setAside("observedTimeZone", "is missing; " + instead + " is taken");
        }
        return home != null ? home : written != null ? written : ZoneOffset.UTC;
    }

    private static Kind kind(Fields fields) {
        Kind kind = fields.word("kind", Kind.class);
        if (kind != null) {
            return kind;
        }
        if (!fields.given("kind")) {
            fields.setAside("kind", "is missing");
        }
        return fields.given("corrects") ? Kind.CORRECTION : Kind.SYMPTOM_CHECK_IN;
    }

    /// A report that does not say when it was received was received when it was made. Where a receipt was given but
    /// cannot be read, the report is here, so it was received by now.
    private static Instant receipt(
            Fields fields, @Nullable Instant observedAt, @Nullable Instant sentAt, Instant evaluateAt) {
        Instant made = observedAt == null ? sentAt : observedAt;
        if (made == null || (fields.given("receivedAt") && made.isAfter(evaluateAt))) {
            return evaluateAt;
        }
        if (made.isAfter(evaluateAt)) {
            fields.setAside(
                    "receivedAt", "is missing, and the report was made after evaluateAt: it does not count yet");
        }
        return made;
    }

    /// A check-in's pain now is its `painBefore`, also where it is called so.
    private static Pain pain(Fields fields) {
        String now = fields.given("painBefore") ? "painBefore" : fields.given("painNow") ? "painNow" : "pain";
        return new Pain(
                fields.number(now, 0, 10),
                fields.number("painAfter", 0, 10),
                fields.number("painDuringMax", 0, 10),
                fields.number("painNextMorning", 0, 10));
    }

    private static SelfManipulation selfManipulation(Fields fields) {
        JsonNode value = fields.value("selfManipulation");
        if (value == null) {
            return SelfManipulation.NONE;
        }
        if (value.isObject()) {
            Fields said = fields.within(value, "selfManipulation");
            boolean forceful = said.truth("forceful", false);
            return new SelfManipulation(said.truth("done", forceful), forceful);
        }
        return new SelfManipulation(fields.truth("selfManipulation", false), false);
    }

    // Symptoms

    private static List<Symptom> symptoms(Fields fields, @Nullable LocalDate day, List<String> unknownCodes) {
        List<Symptom> symptoms = new ArrayList<>();
        JsonNode list = fields.value("symptoms");
        if (list != null && list.isArray()) {
            for (int i = 0; i < list.size(); i++) {
                one(fields, list.get(i), "symptoms[" + i + "]", day, symptoms, unknownCodes);
            }
        } else if (list != null) {
            one(fields, list, "symptoms", day, symptoms, unknownCodes);
        }
        for (Map.Entry<String, JsonNode> field : fields.all()) {
            if (Word.find(SymptomCode.class, field.getKey()).isPresent()) {
                fields.setAside(field.getKey(), "stands outside the symptoms; it is read as one of them");
                add(said(fields, "", field), field.getKey(), day, symptoms, unknownCodes);
            }
        }
        return symptoms;
    }

    /// A symptom however it is written, where it is clear what is meant: an object with a code, the bare code or
    /// several
    /// with commas, codes with what is said of each, as in `{"urine_leak": {...}}`, or lists under `present` and
    /// `denied`.
    private static void one(
            Fields fields,
            JsonNode item,
            String name,
            @Nullable LocalDate day,
            List<Symptom> symptoms,
            List<String> unknownCodes) {
        if (item.isArray()) {
            for (JsonNode part : item) {
                one(fields, part, name, day, symptoms, unknownCodes);
            }
            return;
        }
        if (item.isTextual() && OtherWords.none(item.asText())) {
            fields.setAside(name, "names no symptom, and so answers no question");
            return;
        }
        if (item.isTextual() && !item.asText().isBlank()) {
            for (String code : item.asText().split("[,;]")) {
                if (!code.isBlank()) {
                    add(fields.within(MissingNode.getInstance(), name), code, day, symptoms, unknownCodes);
                }
            }
            return;
        }
        if (!item.isObject()) {
            fields.setAside(name, "is not a symptom");
            return;
        }
        Fields symptom = fields.within(item, name);
        for (String called : List.of("code", "symptom", "name")) {
            String code = item.path(called).isValueNode() ? symptom.text(called) : null;
            if (code != null && !code.isEmpty()) {
                add(symptom, code, day, symptoms, unknownCodes);
                return;
            }
        }
        boolean codes = false;
        for (Map.Entry<String, JsonNode> entry : item.properties()) {
            Status status = Word.find(Status.class, entry.getKey()).orElse(null);
            if (name.equals("symptoms") && status != null) {
                codes = true;
                listed(symptom, entry, status, day, symptoms, unknownCodes);
            } else if (name.equals("symptoms")
                    || Word.find(SymptomCode.class, entry.getKey()).isPresent()) {
                codes = true;
                add(said(fields, name + ".", entry), entry.getKey(), day, symptoms, unknownCodes);
            }
        }
        if (!codes) {
            symptom.setAside("code", "is missing");
        }
    }

    /// What is said of a code that is itself the name of the field.
    private static Fields said(Fields fields, String place, Map.Entry<String, JsonNode> entry) {
        JsonNode said = entry.getValue().isObject()
                ? entry.getValue()
                : JSON.createObjectNode().set("status", entry.getValue());
        return fields.within(said, place + Fields.shortened(entry.getKey()));
    }

    /// Codes listed under what is said of all of them.
    private static void listed(
            Fields symptom,
            Map.Entry<String, JsonNode> entry,
            Status status,
            @Nullable LocalDate day,
            List<Symptom> symptoms,
            List<String> unknownCodes) {
        JsonNode codes = entry.getValue();
        for (JsonNode code : codes.isArray() ? codes : List.of(codes)) {
            ObjectNode one = code.isObject() ? ((ObjectNode) code).deepCopy() : JSON.createObjectNode();
            if (!one.has("status")) {
                one.put("status", status.word());
            }
            String written = code.isObject() ? code.path("code").asText() : code.asText();
            if (written.isBlank()) {
                symptom.setAside(entry.getKey(), "holds something that is not a symptom");
            } else {
                add(symptom.within(one, entry.getKey()), written, day, symptoms, unknownCodes);
            }
        }
    }

    private static void add(
            Fields said, String written, @Nullable LocalDate day, List<Symptom> symptoms, List<String> unknownCodes) {
        SymptomCode code = Word.find(SymptomCode.class, written).orElse(null);
        if (code == null) {
            unknownCodes.add(Fields.shortened(written.strip()));
            code = OtherWords.sign(written);
        }
        if (code == null) {
            return;
        }
        boolean ownWord = Word.find(SymptomCode.class, written).isPresent();
        Double temperature = said.celsius("temperatureC");
        Status status = status(said);
        if (status == Status.DENIED && code == SymptomCode.FEVER && temperature != null && temperature >= 38) {
            said.setAside("status", "is denied with a temperature of " + temperature + "; what was measured counts");
            status = Status.PRESENT;
        }
        if (status == null || (status == Status.DENIED && !ownWord)) {
            return;
        }
        if (!ownWord) {
            said.setAside("code", "is no code of ours; it is read as " + code.word());
        }
        LocalDate onsetDate = said.date("onsetDate");
        if (onsetDate != null && day != null && onsetDate.isAfter(day)) {
            said.setAside("onsetDate", "is after the report's own day");
        }
        Onset onset = said.word("onset", Onset.class, OtherWords::onset);
        symptoms.add(new Symptom(
                code,
                status,
                onset == null ? Onset.UNKNOWN : onset,
                onsetDate,
                said.word("changeSinceLast", Change.class, OtherWords::change),
                side(said),
                said.word("extent", Extent.class, OtherWords::extent),
                said.number("severity", 0, 10),
                said.truth("assessedByClinician", false),
                temperature,
                said.text("onlyWhen"),
                said.text("eases")));
    }

    /// The side, also within other words ("left leg"). Both sides, also where they were written one after the other:
    /// weakness of both legs must not pass for one.
    private static @Nullable Side side(Fields said) {
        return said.word("side", Side.class, written -> {
            String words = written.toLowerCase(Locale.ROOT);
            boolean left = words.contains("left") || words.equals("l");
            boolean right = words.contains("right") || words.equals("r");
            boolean both = words.contains("both") || words.contains("bilateral") || (left && right);
            return both ? Side.BOTH : left ? Side.LEFT : right ? Side.RIGHT : null;
        });
    }

    /// A symptom that is named counts as present unless it is said not to be: of the two mistakes this is the safer.
    private static @Nullable Status status(Fields said) {
        String written = said.text("status");
        if (written == null) {
            if (said.given("present")) {
                return said.truth("present", true) ? Status.PRESENT : Status.DENIED;
            }
            said.setAside("status", "is missing; the symptom counts as present");
            return Status.PRESENT;
        }
        Status status = Word.find(Status.class, written).orElse(OtherWords.status(written));
        if (status != null) {
            return status;
        }
        return switch (written.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_')) {
            case "not_asked", "not_assessed", "absent", "unknown", "unanswered", "n/a" -> {
                said.setAside("status", "says neither present nor denied; the symptom counts as not asked");
                yield null;
            }
            default -> {
                said.setAside("status", "cannot be read; the symptom counts as present");
                yield Status.PRESENT;
            }
        };
    }
}
