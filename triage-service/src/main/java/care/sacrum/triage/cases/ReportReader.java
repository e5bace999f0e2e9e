package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Pain;
import care.sacrum.triage.rules.PainRegion;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.SelfManipulation;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Symptom;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one report: when and where it was made, the scores, and by its [SymptomReader] the signs.
final class ReportReader {

    /// A clock that was never set counts from 1970 or 1980.
    private static final Instant FIRST_THAT_A_CLOCK_TELLS = Instant.parse("2000-01-01T00:00:00Z");

    private static final List<String> NOTES = List.of("freeTextNote", "note", "notes", "comment");

    private static final Set<String> SCORES =
            Set.of("painBefore", "painNow", "pain", "painAfter", "painDuringMax", "painNextMorning");

    /// What a writer may put around a report, or a part of it.
    private static final Set<String> WRAPPERS = Set.of(
            "data",
            "report",
            "extra",
            "extras",
            "content",
            "contents",
            "payload",
            "body",
            "attributes",
            "fields",
            "details",
            "additional",
            "additionaldata",
            "more",
            "other");

    private ReportReader() {}

    static boolean isANote(String name) {
        return NOTES.contains(name);
    }

    /// @param place where it stands in its document, by which it goes without an id
    static Report read(
            JsonNode node, String place, @Nullable ZoneId home, Instant evaluateAt, List<SetAside> setAside) {
        JsonNode unwrapped = unwrapped(node, place, setAside);
        if (unwrapped != node) {
            return read(unwrapped, place, home, evaluateAt, setAside);
        }
        String reportId = reportId(node, place, setAside);
        if (node.isTextual()) {
            setAside.add(new SetAside(reportId, place, "is not a JSON object; it is read as a sign that was told"));
            ObjectNode told = JsonNodeFactory.instance.objectNode().put("reportId", reportId);
            told.putArray("symptoms").add(node);
            return read(told, place, home, evaluateAt, setAside);
        }
        Fields fields = new Fields(node, reportId, "", setAside);
        if (!node.isObject()) {
            fields.setAside(place, "is not a JSON object");
        }
        Kind kind = kind(fields);
        ZoneId stated = fields.zone("observedTimeZone");
        ZoneId zone = stated == null ? zoneInstead(fields, home) : stated;
        Instant observedAt = observed(fields, zone);
        List<String> unknownCodes = new ArrayList<>();
        SymptomReader signs = new SymptomReader(
                fields, observedAt == null ? null : LocalDate.ofInstant(observedAt, zone), unknownCodes);
        List<Symptom> symptoms = signs.read();
        Instant sentAt = fields.time("sentAt", zone);
        Instant receivedAt = fields.time("receivedAt", zone);
        LocalDate receivedOn = fields.dayAlone("receivedAt");
        if (receivedAt != null && receivedOn != null) {
            receivedAt = within(receivedOn, zone, true, evaluateAt);
        }
        LocalDate observedOn = fields.dayAlone(calledObserved(fields));
        if (observedAt != null && observedOn != null) {
            boolean told = symptoms.stream().anyMatch(one -> one.status() == Status.PRESENT);
            observedAt = within(observedOn, zone, told, receivedAt == null ? evaluateAt : receivedAt);
        }
        if (receivedAt == null) {
            receivedAt = receipt(fields, observedAt, sentAt, evaluateAt);
            sentAt = null;
        }
        // Without a time it counts as of its receipt.
        boolean timeUnreadable = observedAt == null;
        Instant observed = observedAt == null ? receivedAt : observedAt;
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
                        .signUnread(signs.unread() || (!node.isObject() && Misplaced.holdsText(node)))
                        .hasNote(hasNote(fields))
                        .unknownCodes(unknownCodes));
    }

    /// The report without an object that was put around a part of it. Where both tell the same field, that of the
    /// report counts, and the other stays where it is, to be named; but no sign is lost over it.
    private static JsonNode unwrapped(JsonNode node, String place, List<SetAside> setAside) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getValue().isObject() || !WRAPPERS.contains(Word.letters(field.getKey()))) {
                continue;
            }
            ObjectNode report = ((ObjectNode) node).deepCopy();
            ObjectNode rest = (ObjectNode) report.get(field.getKey());
            for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
                String name = inner.getKey().equals("symptoms") && node.hasNonNull("symptoms")
                        ? "additionalSymptoms"
                        : inner.getKey();
                boolean ours = FieldNames.ofAReport(name) || FieldNames.listsSigns(name);
                if (ours && !report.hasNonNull(name)) {
                    report.set(name, inner.getValue());
                    rest.remove(inner.getKey());
                }
            }
            if (rest.size() < field.getValue().size()) {
                String id = report.path("reportId").asText(place);
                setAside.add(new SetAside(
                        id, Fields.shortened(field.getKey()), "is no field of a report; what is in it is read"));
                return report;
            }
        }
        return node;
    }

    /// When it was made, also where that is called otherwise.
    private static @Nullable Instant observed(Fields fields, ZoneId zone) {
        String called = calledObserved(fields);
        if (!fields.given(called)) {
            fields.setAside("observedAt", "is missing");
            return null;
        }
        if (!called.equals("observedAt")) {
            fields.setAside("observedAt", "is missing; " + called + " is taken");
        }
        return fields.time(called, zone);
    }

    private static String calledObserved(Fields fields) {
        return Stream.of("observedAt", "timestamp", "dateTime", "date")
                .filter(fields::given)
                .findFirst()
                .orElse("observedAt");
    }

    /// A time of a day of which no more is known. What tells of a sign comes last, and what denies one first: an order
    /// that nobody knows never calms. None is later than the report was here.
    private static Instant within(LocalDate day, ZoneId zone, boolean late, Instant by) {
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
        if (!late) {
            return begin;
        }
        return end.isAfter(by) && !begin.isAfter(by) ? by : end;
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

    /// A report that does not say when it was received was received when it was made. It was received by now where a
    /// receipt was given but cannot be read, or a clock stood at the beginning of its count.
    private static Instant receipt(
            Fields fields, @Nullable Instant observedAt, @Nullable Instant sentAt, Instant evaluateAt) {
        Instant made = observedAt == null ? sentAt : observedAt;
        boolean neverSet = made != null && made.isBefore(FIRST_THAT_A_CLOCK_TELLS);
        if (made == null || neverSet || (fields.given("receivedAt") && made.isAfter(evaluateAt))) {
            return evaluateAt;
        }
        if (made.isAfter(evaluateAt)) {
            fields.setAside(
                    "receivedAt", "is missing, and the report was made after evaluateAt: it does not count yet");
        }
        return made;
    }

    /// A check-in's pain now is its `painBefore`, also where it is called so. A score that nobody can
    /// read, here or at the door, is asked for again.
    private static Pain pain(Fields fields) {
        String now = fields.given("painBefore") ? "painBefore" : fields.given("painNow") ? "painNow" : "pain";
        Double before = fields.score(now);
        Double after = fields.score("painAfter");
        Double duringMax = fields.score("painDuringMax");
        Double nextMorning = fields.score("painNextMorning");
        boolean unread = before == null && saysSomething(fields, now)
                || after == null && saysSomething(fields, "painAfter")
                || duringMax == null && saysSomething(fields, "painDuringMax")
                || nextMorning == null && saysSomething(fields, "painNextMorning");
        return new Pain(before, after, duringMax, nextMorning, unread || scoreLostAtTheDoor(fields));
    }

    private static boolean saysSomething(Fields fields, String name) {
        JsonNode value = fields.value(name);
        return value != null && !(value.isValueNode() && OtherWords.saysNothing(value.asText()));
    }

    private static boolean scoreLostAtTheDoor(Fields fields) {
        JsonNode lost = fields.value("setAside");
        for (JsonNode one : lost == null ? List.<JsonNode>of() : lost) {
            if (SCORES.contains(one.path("field").asText())) {
                return true;
            }
        }
        return false;
    }

    /// Whether something was written for a person to read; what it says is not looked at.
    private static boolean hasNote(Fields fields) {
        for (String name : NOTES) {
            JsonNode note = fields.value(name);
            if (note != null && Misplaced.holdsText(note)) {
                return true;
            }
        }
        JsonNode symptoms = fields.value("symptoms");
        for (JsonNode symptom : symptoms == null ? List.<JsonNode>of() : symptoms) {
            if (hasOwnWords(symptom)) {
                return true;
            }
        }
        JsonNode said = fields.value("hasNote");
        return said != null && said.asBoolean(false);
    }

    /// Whether a sign comes with words of the patient's own, or with the word that there are some. Not where nobody
    /// could read what it is: that is said by itself, and may be a field of the sender's own.
    private static boolean hasOwnWords(JsonNode symptom) {
        if (CaseReader.UNREADABLE_SIGN.equals(symptom.path("code").asText())) {
            return false;
        }
        if (symptom.path("hasDetail").asBoolean(false) || Misplaced.holdsText(symptom.path("detail"))) {
            return true;
        }
        return NOTES.stream().anyMatch(name -> Misplaced.holdsText(symptom.path(name)));
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
}
