package care.sacrum.triage.cases;

import care.sacrum.triage.cases.Reading.OfPatient;
import care.sacrum.triage.cases.Reading.OfReport;
import care.sacrum.triage.cases.Reading.Refusal;
import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Symptom;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads case documents, reports and patients. Only what leaves nothing to evaluate is refused: a document that is no
/// JSON object, no list of reports or too long a one, no instant to evaluate at, a parameter unknown or out of bounds.
///
/// What can be read in one way only is read so, however it is written. What cannot is set aside and named, and the rest
/// counts. No oddity calms: what is not understood answers no question, covers no sign and denies none.
public final class CaseReader {
    public static final int MOST_REPORTS = 5000;

    /// As session-service names a sign whose words it could not keep: each may be another.
    public static final String UNREADABLE_SIGN = "unreadable";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SLIP_OF_THE_YEAR = Duration.ofDays(180);
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
    public static Reading read(JsonNode written) {
        if (!written.isObject()) {
            return new Reading.Refused(
                    List.of(new Refusal("", "is not a JSON object: send one with patient, evaluateAt and reports")));
        }
        JsonNode document = FieldNames.asOurs(written);
        List<Refusal> refusals = new ArrayList<>();
        List<SetAside> setAside = new ArrayList<>();
        JsonNode patientNode = document.path("patient");
        ZoneId home = new Fields(patientNode, "", "patient.", new ArrayList<>()).zone("homeTimeZone");
        List<JsonNode> reports = new ArrayList<>(reports(document, refusals));
        Instant evaluateAt = evaluateAt(document, reports, home, setAside, refusals);
        Parameters parameters = parameters(document.get("parameters"), refusals);
        if (!refusals.isEmpty()) {
            return new Reading.Refused(List.copyOf(refusals));
        }
        LocalDate today = LocalDate.ofInstant(evaluateAt, home == null ? ZoneOffset.UTC : home);
        List<Fields> risks = new ArrayList<>();
        document = withoutRisks(document, "", risks, setAside);
        for (int i = 0; i < reports.size(); i++) {
            String id = reports.get(i).path("reportId").asText("reports[" + i + "]");
            reports.set(i, withoutRisks(reports.get(i), id, risks, setAside));
        }
        Patient patient = PatientReader.read(patientNode, risks, today, setAside);
        List<Report> read = new ArrayList<>(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            Report report = ReportReader.read(reports.get(i), "reports[" + i + "]", home, evaluateAt, setAside);
            if (!new Fields(reports.get(i), "", "", setAside).given("receivedAt")) {
                report = withoutASlipOfTheYear(report, evaluateAt, setAside);
            }
            nameWhatDoesNotCountYet(report, evaluateAt, setAside);
            read.add(report);
        }
        read.addAll(signsUnderAnIdThatIsTaken(read, setAside));
        boolean more = tellsOfMore(document, setAside, "")
                | tellsOfMore(patientNode, setAside, "patient.")
                | tellsWhatNobodyKnows(document, setAside);
        if (more || tellsOfASignSoon(read, evaluateAt)) {
            markTheLatest(read, evaluateAt);
        }
        return new Reading.Read(new Case(patient, parameters, evaluateAt, List.copyOf(read), List.copyOf(setAside)));
    }

    /// Whether a sign is told that does not count yet by less than a day: a clock or a zone may be wrong.
    private static boolean tellsOfASignSoon(List<Report> reports, Instant evaluateAt) {
        return reports.stream()
                .filter(report -> report.receivedAt().isAfter(evaluateAt)
                        && report.receivedAt().isBefore(evaluateAt.plus(Duration.ofDays(1))))
                .anyMatch(report -> report.symptoms().stream().anyMatch(one -> one.status() == Status.PRESENT));
    }

    /// Nobody writes a course down half a year before it ends: the year is wrong, and what was told is told by now.
    private static Report withoutASlipOfTheYear(Report report, Instant evaluateAt, List<SetAside> setAside) {
        if (!report.receivedAt().isAfter(evaluateAt.plus(SLIP_OF_THE_YEAR))) {
            return report;
        }
        setAside.removeIf(
                one -> one.reportId().equals(report.reportId()) && one.field().equals("receivedAt"));
        setAside.add(new SetAside(
                report.reportId(),
                "observedAt",
                "is more than " + SLIP_OF_THE_YEAR.toDays()
                        + " days after evaluateAt; the report is taken as here by then"));
        return report.with(draft -> draft.receivedAt(evaluateAt));
    }

    /// Of two contents under one id the first counts. A sign in the other must not be lost over an id that the writer
    /// used twice, so it stands in a report of its own that says nothing else.
    private static List<Report> signsUnderAnIdThatIsTaken(List<Report> reports, List<SetAside> setAside) {
        Map<String, Report> taken = new HashMap<>();
        List<Report> others = new ArrayList<>();
        for (Report report : reports) {
            Report first = taken.putIfAbsent(report.reportId(), report);
            List<Symptom> signs = first == null
                    ? List.of()
                    : report.symptoms().stream()
                            .filter(one -> one.status() == Status.PRESENT)
                            .filter(one -> !first.symptoms().contains(one))
                            .toList();
            if (!signs.isEmpty()) {
                String id = report.reportId() + " again";
                others.add(Report.of(id, Kind.SYMPTOM_CHECK_IN, report.observedAt(), report.zone())
                        .with(draft -> draft.timeUnreadable(report.timeUnreadable())
                                .sentAt(report.sentAt())
                                .receivedAt(report.receivedAt())
                                .symptoms(signs)));
                setAside.add(new SetAside(report.reportId(), "reportId", "is taken; its signs count as told in " + id));
            }
        }
        return others;
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

    /// The reports, also where there is but one and it stands without its list; signs that stand with the case and in
    /// no report are one more.
    private static List<JsonNode> reports(JsonNode document, List<Refusal> refusals) {
        JsonNode reports = document.path("reports");
        ObjectNode one = JsonNodeFactory.instance.objectNode().put("reportId", "case");
        for (JsonNode place : List.of(document, document.path("patient"))) {
            for (Map.Entry<String, JsonNode> field : place.properties()) {
                if (isOfSigns(field)) {
                    one.set(one.has("symptoms") ? field.getKey() : "symptoms", field.getValue());
                }
            }
        }
        if (one.size() > 1) {
            List<JsonNode> all = new ArrayList<>(
                    reports.isMissingNode() || reports.isNull() ? List.of() : listed(reports, refusals));
            all.add(one);
            return all;
        }
        return listed(reports, refusals);
    }

    private static boolean isOfSigns(Map.Entry<String, JsonNode> field) {
        boolean named = field.getKey().equals("symptoms") || FieldNames.listsSigns(field.getKey());
        JsonNode value = field.getValue();
        return named && (value.isContainerNode() ? !value.isEmpty() : Misplaced.tellsOfASign(value));
    }

    /// Whether a note, or a sign, stands with the case or the patient, where no report tells of it.
    private static boolean tellsOfMore(JsonNode place, List<SetAside> setAside, String prefix) {
        boolean more = false;
        for (Map.Entry<String, JsonNode> field : place.properties()) {
            boolean note = ReportReader.isANote(field.getKey()) && Misplaced.holdsText(field.getValue());
            boolean sign =
                    !FieldNames.known(field.getKey()) && !isOfSigns(field) && Misplaced.tellsOfASign(field.getValue());
            if (note || sign) {
                setAside.add(new SetAside(
                        "",
                        prefix + Fields.shortened(field.getKey()),
                        "tells of the patient in no report; no rule reads it"));
                more = true;
            }
        }
        return more;
    }

    private static boolean tellsWhatNobodyKnows(JsonNode document, List<SetAside> setAside) {
        boolean unread = false;
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            String name = Fields.shortened(field.getKey());
            if (FieldNames.mayMatterInACase(field.getKey(), field.getValue())
                    && !isOfSigns(field)
                    && setAside.stream().noneMatch(one -> one.field().equals(name))) {
                setAside.add(new SetAside("", name, "is no field of a case; nobody here can read it"));
                unread = true;
            }
        }
        return unread;
    }

    /// What stands there without the patient's risks, which are put with the others.
    private static JsonNode withoutRisks(JsonNode place, String reportId, List<Fields> risks, List<SetAside> setAside) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : place.properties()) {
            if (PatientReader.tellsOfRisks(field.getKey()) && !Misplaced.tellsOfASign(field.getValue())) {
                told.set(field.getKey(), field.getValue());
            }
        }
        if (told.isEmpty()) {
            return place;
        }
        risks.add(new Fields(told, reportId, "", setAside));
        ObjectNode rest = ((ObjectNode) place).deepCopy();
        told.fieldNames().forEachRemaining(rest::remove);
        return rest;
    }

    /// Somebody must ask: the report that came last says so.
    private static void markTheLatest(List<Report> reports, Instant evaluateAt) {
        reports.stream()
                .filter(report -> !report.receivedAt().isAfter(evaluateAt))
                .max(Comparator.comparing(Report::receivedAt))
                .ifPresent(
                        latest -> reports.set(reports.indexOf(latest), latest.with(draft -> draft.signUnread(true))));
    }

    private static List<JsonNode> listed(JsonNode reports, List<Refusal> refusals) {
        if (reports.isObject() && (reports.has("reportId") || reports.has("symptoms") || reports.has("observedAt"))) {
            return List.of(reports);
        }
        if (isById(reports)) {
            return byId(reports);
        }
        if (!reports.isArray()) {
            refusals.add(new Refusal("reports", "is not a list of reports: give one, if need be empty, as [ ]"));
            return List.of();
        }
        if (reports.size() > MOST_REPORTS) {
            refusals.add(new Refusal("reports", "are more than " + MOST_REPORTS + ": send a shorter course"));
            return List.of();
        }
        List<JsonNode> all = new ArrayList<>(reports.size());
        reports.forEach(all::add);
        return all;
    }

    private static boolean isById(JsonNode reports) {
        return !reports.isEmpty()
                && reports.properties().size() == reports.size()
                && reports.properties().stream().allMatch(one -> one.getValue().isObject());
    }

    /// Reports in an object, each under its id.
    private static List<JsonNode> byId(JsonNode reports) {
        List<JsonNode> all = new ArrayList<>(reports.size());
        for (Map.Entry<String, JsonNode> report : reports.properties()) {
            ObjectNode one = ((ObjectNode) report.getValue()).deepCopy();
            if (!one.has("reportId")) {
                one.put("reportId", report.getKey());
            }
            all.add(one);
        }
        return all;
    }

    /// Reads one report by itself, as a session event carries it.
    ///
    /// @param home where the patient lives, for a report that does not say where it was made
    /// @param received when the report reached us, for one that does not say
    public static OfReport report(JsonNode node, ZoneId home, Instant received) {
        List<SetAside> setAside = new ArrayList<>();
        Report report = ReportReader.read(node, "report", home, received, setAside);
        return new OfReport(report, List.copyOf(setAside));
    }

    /// Reads one patient by himself or herself.
    public static OfPatient patient(JsonNode node) {
        List<SetAside> setAside = new ArrayList<>();
        Patient patient = PatientReader.read(node, null, setAside);
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
            for (String name : List.of("receivedAt", "observedAt", "timestamp", "dateTime", "date")) {
                Instant time = believable(times.time(name, home == null ? ZoneOffset.UTC : home));
                if (time != null) {
                    latest = latest == null || time.isAfter(latest) ? time : latest;
                    break;
                }
            }
        }
        Instant later = latest == null ? fields.laterReading("evaluateAt", home == null ? ZoneOffset.UTC : home) : null;
        if (later != null) {
            fields.setAside(
                    "evaluateAt", "means one of two days; the later is taken, and reports count as told by then");
            return later;
        }
        if (latest == null) {
            refusals.add(new Refusal(
                    "evaluateAt",
                    "is not a time such as 2026-02-05T18:06:00Z, and no report has one that could stand in"));
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
}
