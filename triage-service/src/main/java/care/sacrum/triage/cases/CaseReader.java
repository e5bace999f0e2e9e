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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads case documents, reports and patients. Only what leaves nothing to evaluate is refused: a document that is no
/// JSON object, no list of reports or too long a one, no readable `evaluateAt`, a parameter unknown or out of bounds.
/// Anything merely odd is set aside and named, and the rest counts.
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
        Instant evaluateAt = evaluateAt(document, refusals);
        Parameters parameters = parameters(document.get("parameters"), refusals);
        JsonNode reports = document.path("reports");
        if (!reports.isArray()) {
            refusals.add(new Refusal("reports", "is not a list of reports"));
        } else if (reports.size() > MOST_REPORTS) {
            refusals.add(new Refusal("reports", "are more than " + MOST_REPORTS));
        }
        if (!refusals.isEmpty()) {
            return new Reading.Refused(List.copyOf(refusals));
        }
        List<SetAside> setAside = new ArrayList<>();
        JsonNode patientNode = document.path("patient");
        ZoneId home = new Fields(patientNode, "", "patient.", new ArrayList<>()).zone("homeTimeZone");
        Patient patient = patient(patientNode, setAside);
        List<Report> read = new ArrayList<>(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            read.add(report(reports.get(i), "reports[" + i + "]", home, evaluateAt, setAside));
        }
        return new Reading.Read(new Case(patient, parameters, evaluateAt, List.copyOf(read), List.copyOf(setAside)));
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

    private static Instant evaluateAt(JsonNode document, List<Refusal> refusals) {
        Fields fields = new Fields(document, "", "", new ArrayList<>());
        Instant evaluateAt = fields.time("evaluateAt", null);
        if (evaluateAt == null || evaluateAt.isBefore(EARLIEST) || evaluateAt.isAfter(LATEST)) {
            refusals.add(new Refusal("evaluateAt", "is not a time such as 2026-02-05T18:06:00Z"));
            return EARLIEST;
        }
        return evaluateAt;
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
        Double age = fields.number("ageYears", 0, 130);
        ZoneId home = fields.zone("homeTimeZone");
        Set<RiskFactor> riskFactors = EnumSet.noneOf(RiskFactor.class);
        for (String written : words(fields, "riskFactors")) {
            Word.find(RiskFactor.class, written)
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

    private static List<String> words(Fields fields, String name) {
        JsonNode list = fields.value(name);
        if (list == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        if (list.isTextual()) {
            words.add(list.asText().strip());
        } else if (list.isArray()) {
            for (JsonNode word : list) {
                if (word.isTextual()) {
                    words.add(word.asText().strip());
                } else {
                    fields.setAside(name, "holds something that is not a word");
                }
            }
        } else {
            fields.setAside(name, "is not a list of words");
        }
        words.removeIf(String::isEmpty);
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
                        .ifPresentOrElse(
                                condition -> conditions.add(new BaselineCondition(condition, false, false)),
                                () -> fields.setAside(name, "is no condition we know"));
                continue;
            }
            Fields condition = fields.within(item, name);
            Condition code = condition.word("code", Condition.class);
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
        ZoneId zone = stated == null ? home : stated;
        if (stated == null && !fields.given("observedTimeZone")) {
            fields.setAside(
                    "observedTimeZone", zone == null ? "is missing" : "is missing; the patient's home zone is taken");
        }
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
        // Without a time, or without any zone to tell its day by, it counts as of its receipt.
        boolean timeUnreadable = observedAt == null || zone == null;
        Instant observed = observedAt == null ? receivedAt : observedAt;
        List<String> unknownCodes = new ArrayList<>();
        LocalDate day = timeUnreadable ? null : LocalDate.ofInstant(observed, zone);
        List<Symptom> symptoms = symptoms(fields, day, unknownCodes);
        Instant received = receivedAt;
        Instant sent = sentAt;
        return Report.of(reportId, kind, observed, zone == null ? ZoneOffset.UTC : zone)
                .with(draft -> draft.timeUnreadable(timeUnreadable)
                        .sentAt(sent)
                        .receivedAt(received)
                        .corrects(fields.text("corrects"))
                        .painRegion(fields.word("painRegion", PainRegion.class))
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

    private static Pain pain(Fields fields) {
        return new Pain(
                fields.number("painBefore", 0, 10),
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
        JsonNode list = fields.value("symptoms");
        List<Symptom> symptoms = new ArrayList<>();
        if (list == null) {
            return symptoms;
        }
        if (list.isArray()) {
            for (int i = 0; i < list.size(); i++) {
                one(fields, list.get(i), "symptoms[" + i + "]", day, symptoms, unknownCodes);
            }
        } else {
            one(fields, list, "symptoms", day, symptoms, unknownCodes);
        }
        return symptoms;
    }

    /// A symptom however it is written, where it is clear what is meant: an object with a code, the bare code, or codes
    /// with what is said of each, as in `{"urine_leak": {...}}`.
    private static void one(
            Fields fields,
            JsonNode item,
            String name,
            @Nullable LocalDate day,
            List<Symptom> symptoms,
            List<String> unknownCodes) {
        if (item.isTextual() && !item.asText().isBlank()) {
            add(fields.within(MissingNode.getInstance(), name), item.asText(), day, symptoms, unknownCodes);
            return;
        }
        if (!item.isObject()) {
            fields.setAside(name, "is not a symptom");
            return;
        }
        Fields symptom = fields.within(item, name);
        String code = symptom.text("code");
        if (code != null && !code.isEmpty()) {
            add(symptom, code, day, symptoms, unknownCodes);
            return;
        }
        boolean codes = false;
        for (Map.Entry<String, JsonNode> entry : item.properties()) {
            if (name.equals("symptoms")
                    || Word.find(SymptomCode.class, entry.getKey()).isPresent()) {
                codes = true;
                JsonNode said = entry.getValue().isObject()
                        ? entry.getValue()
                        : JSON.createObjectNode().set("status", entry.getValue());
                String place = name + "." + Fields.shortened(entry.getKey());
                add(fields.within(said, place), entry.getKey(), day, symptoms, unknownCodes);
            }
        }
        if (!codes) {
            symptom.setAside("code", "is missing");
        }
    }

    private static void add(
            Fields said, String written, @Nullable LocalDate day, List<Symptom> symptoms, List<String> unknownCodes) {
        SymptomCode code = Word.find(SymptomCode.class, written).orElse(null);
        if (code == null) {
            unknownCodes.add(Fields.shortened(written.strip()));
            return;
        }
        Status status = status(said);
        if (status == null) {
            return;
        }
        Onset onset = said.word("onset", Onset.class);
        LocalDate onsetDate = said.date("onsetDate");
        if (onsetDate != null && day != null && onsetDate.isAfter(day)) {
            said.setAside("onsetDate", "is after the report's own day");
        }
        symptoms.add(new Symptom(
                code,
                status,
                onset == null ? Onset.UNKNOWN : onset,
                onsetDate,
                said.word("changeSinceLast", Change.class),
                side(said),
                said.word("extent", Extent.class),
                said.number("severity", 0, 10),
                said.truth("assessedByClinician", false),
                said.number("temperatureC", 30, 45),
                said.text("onlyWhen"),
                said.text("eases")));
    }

    /// Both sides, also where they were written one after the other: weakness of both legs must not pass for one.
    private static @Nullable Side side(Fields said) {
        String written = said.text("side");
        String words = written == null ? "" : written.toLowerCase(Locale.ROOT);
        boolean both = words.equals("bilateral") || (words.contains("left") && words.contains("right"));
        return both ? Side.BOTH : said.word("side", Side.class);
    }

    /// A symptom that is named counts as present unless it is said not to be: of the two mistakes this is the safer.
    private static @Nullable Status status(Fields said) {
        String written = said.text("status");
        if (written == null) {
            said.setAside("status", "is missing; the symptom counts as present");
            return Status.PRESENT;
        }
        return switch (written.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_')) {
            case "present", "true", "yes" -> Status.PRESENT;
            case "denied", "false", "no" -> Status.DENIED;
            case "not_asked", "absent", "unknown", "unanswered" -> {
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
