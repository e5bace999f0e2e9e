package care.sacrum.session.report;

import care.sacrum.platform.problem.Problem.FieldError;
import care.sacrum.session.asking.Id;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the body of one report. Without its kind and the moment it was observed it is none; any other field that
/// cannot be used is set aside and named, and the rest counts. A null counts as left out.
final class ReportReader {

    /// Pain and severity on the numeric rating scale.
    private static final Range SCALE = new Range(0, 10);

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;
    private static final int MOST_NOTE_CHARACTERS = 2000;
    private static final int MOST_DETAIL_CHARACTERS = 500;
    private static final int MOST_SYMPTOMS = 60;
    private static final int MOST_EXERCISES = 40;

    /// The zones of the IANA database; `UTC+2` and the like say nothing of a summer time.
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final Set<String> FIELDS = Set.of(
            "reportId",
            "kind",
            "corrects",
            "observedAt",
            "observedTimeZone",
            "sentAt",
            "painBefore",
            "painAfter",
            "painDuringMax",
            "painNextMorning",
            "painRegion",
            "exercisesDone",
            "restDay",
            "selfManipulation",
            "professionalManipulationToday",
            "freeTextNote",
            "symptoms");
    private static final Set<String> EXERCISE_FIELDS =
            Set.of("exercise", "version", "name", "sets", "reps", "holdSeconds", "side");
    private static final Set<String> MANIPULATION_FIELDS = Set.of("done", "forceful", "times", "region");
    private static final Set<String> SYMPTOM_FIELDS = Set.of(
            "code",
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

    private final UUID reportId;
    private final Instant receivedAt;
    private final Predicate<String> knownExercise;
    private final JsonNode body;
    private final Remains remains = new Remains();
    private final ObjectNode freeText = JsonNodeFactory.instance.objectNode();

    private record Range(double least, double most) {
        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }

    private ReportReader(UUID reportId, Instant receivedAt, Predicate<String> knownExercise, JsonNode body) {
        this.reportId = reportId;
        this.receivedAt = receivedAt;
        this.knownExercise = knownExercise;
        this.body = body;
    }

    /// The zone that the body names, empty where it names none that exists.
    static Optional<ZoneId> zoneOf(JsonNode body) {
        var zone = body.path("observedTimeZone");
        return zone.isTextual() && ZONES.contains(zone.textValue())
                ? Optional.of(ZoneId.of(zone.textValue()))
                : Optional.empty();
    }

    /// @param taken         the kinds of report that are taken at this address
    /// @param zone          what [#zoneOf] found, or else the patient's home zone
    /// @param knownExercise whether content knows an exercise by this slug
    static Reading read(
            UUID reportId,
            Set<Kind> taken,
            JsonNode body,
            ZoneId zone,
            Instant receivedAt,
            Predicate<String> knownExercise) {
        return new ReportReader(reportId, receivedAt, knownExercise, body).read(taken, zone);
    }

    private Reading read(Set<Kind> taken, ZoneId zone) {
        if (!body.isObject()) {
            return new Reading.Unreadable(List.of(new FieldError("", "the body must be one JSON object")));
        }
        var errors = new ArrayList<FieldError>();
        var kind = kind(taken, errors);
        var observedAt = instant(body.path("observedAt"));
        if (observedAt.isEmpty()) {
            errors.add(new FieldError("observedAt", "is not a time with its offset such as 2026-02-05T18:00:00Z"));
        }
        var corrects = textAt("corrects").flatMap(Id::read);
        if (kind.filter(Kind.CORRECTION::equals).isPresent() && corrects.isEmpty()) {
            errors.add(new FieldError("corrects", "is not the id of the report that this one corrects"));
        }
        if (given(body, "reportId")
                && textAt("reportId").flatMap(Id::read).filter(reportId::equals).isEmpty()) {
            errors.add(new FieldError("reportId", "differs from the id in the path"));
        }
        if (!errors.isEmpty()) {
            return new Reading.Unreadable(errors);
        }
        return new Reading.Readable(report(kind.orElseThrow(), observedAt.orElseThrow(), zone, corrects));
    }

    private Optional<Kind> kind(Set<Kind> taken, List<FieldError> errors) {
        var kind = textAt("kind").flatMap(Kind::find).filter(taken::contains);
        if (kind.isEmpty()) {
            var words = taken.stream().sorted().map(Kind::word).toList();
            errors.add(new FieldError("kind", "must be " + String.join(" or ", words) + " at this address"));
        }
        return kind;
    }

    private Report report(Kind kind, Instant observedAt, ZoneId zone, Optional<UUID> corrects) {
        var sentAt = sentAt();
        var timing = Timing.of(observedAt, sentAt, receivedAt);
        var localDay = timing.observed().atZone(zone).toLocalDate();

        var content = JsonNodeFactory.instance.objectNode();
        content.put("reportId", reportId.toString());
        content.put("kind", kind.word());
        if (kind == Kind.CORRECTION) {
            corrects.ifPresent(original -> content.put("corrects", original.toString()));
        } else if (given(body, "corrects")) {
            remains.add("corrects", "only a correction corrects another report");
        }
        content.put("observedAt", observedAt.toString());
        content.put("observedTimeZone", zone.getId());
        if (zoneOf(body).isEmpty()) {
            remains.add(
                    "observedTimeZone",
                    "is not a time zone such as Europe/London; the home zone " + zone + " was used");
        }
        content.put("localDay", localDay.toString());
        if (sentAt != null) {
            content.put("sentAt", sentAt.toString());
        }
        content.put("receivedAt", receivedAt.toString());
        for (var score : List.of("painBefore", "painAfter", "painDuringMax", "painNextMorning")) {
            keepNumber(body, score, "", SCALE, content);
        }
        keepWord(body, "painRegion", "", Vocabulary.PAIN_REGIONS, content);
        keepExercises(content);
        keepFlag(body, "restDay", "", content);
        keepSelfManipulation(content);
        keepFlag(body, "professionalManipulationToday", "", content);
        keepSymptoms(content);
        keepFreeText(body, "freeTextNote", "", MOST_NOTE_CHARACTERS)
                .ifPresent(note -> freeText.put("freeTextNote", note));
        content.put("hasNote", freeText.has("freeTextNote"));
        nameOthers(body, FIELDS, "");
        remains.writeTo(content);
        return new Report(
                reportId,
                kind,
                timing.observed(),
                localDay,
                receivedAt,
                content,
                freeText.isEmpty() ? Optional.empty() : Optional.of(freeText),
                Fingerprint.of(body));
    }

    private @Nullable Instant sentAt() {
        if (!given(body, "sentAt")) {
            return null;
        }
        var sentAt = instant(body.path("sentAt"));
        if (sentAt.isEmpty()) {
            remains.add("sentAt", "is not a time with its offset such as 2026-02-05T18:00:00Z");
        }
        return sentAt.orElse(null);
    }

    private void keepExercises(ObjectNode content) {
        var given = list("exercisesDone", MOST_EXERCISES);
        if (given.isEmpty()) {
            return;
        }
        var kept = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < given.size(); i++) {
            exercise(given.get(i), "exercisesDone[" + i + "]").ifPresent(kept::add);
        }
        content.set("exercisesDone", kept);
    }

    private Optional<ObjectNode> exercise(JsonNode given, String at) {
        if (!isObject(given, at)) {
            return Optional.empty();
        }
        var kept = JsonNodeFactory.instance.objectNode();
        if (given(given, "exercise")) {
            var slug = Words.slug(given.path("exercise"));
            if (slug.isEmpty() || !knownExercise.test(slug.get())) {
                remains.add(at + ".exercise", "is no exercise that is known; nothing of this entry was kept");
                return Optional.empty();
            }
            kept.put("exercise", slug.get());
        }
        if (given(given, "name")) {
            var name = Words.phrase(given.path("name"));
            name.ifPresentOrElse(
                    text -> kept.put("name", text), () -> remains.add(at + ".name", "is not a short name"));
        }
        if (kept.isEmpty()) {
            remains.add(at, "says neither exercise nor name");
            return Optional.empty();
        }
        keepWhole(given, "version", at, new Range(1, Integer.MAX_VALUE), kept);
        keepWhole(given, "sets", at, new Range(0, 100), kept);
        keepWhole(given, "reps", at, new Range(0, 1000), kept);
        keepNumber(given, "holdSeconds", at, new Range(0, 3600), kept);
        keepWord(given, "side", at, Vocabulary.SIDES, kept);
        nameOthers(given, EXERCISE_FIELDS, at);
        return Optional.of(kept);
    }

    private void keepSelfManipulation(ObjectNode content) {
        var given = body.path("selfManipulation");
        if (!given(body, "selfManipulation") || !isObject(given, "selfManipulation")) {
            return;
        }
        var kept = JsonNodeFactory.instance.objectNode();
        keepFlag(given, "done", "selfManipulation", kept);
        keepFlag(given, "forceful", "selfManipulation", kept);
        keepWhole(given, "times", "selfManipulation", new Range(0, 100), kept);
        keepWord(given, "region", "selfManipulation", Vocabulary.PAIN_REGIONS, kept);
        nameOthers(given, MANIPULATION_FIELDS, "selfManipulation");
        if (!kept.isEmpty()) {
            content.set("selfManipulation", kept);
        }
    }

    /// A symptom as it was given, and where it stood.
    ///
    /// @param bare its code did not stand in a field named so
    private record Said(String at, JsonNode symptom, boolean bare) {}

    private void keepSymptoms(ObjectNode content) {
        var given = symptomsGiven();
        if (given.isEmpty()) {
            return;
        }
        if (given.size() > MOST_SYMPTOMS) {
            remains.add("symptoms", "has more than " + MOST_SYMPTOMS + " entries; those behind were not kept");
        }
        var kept = JsonNodeFactory.instance.arrayNode();
        for (var said : given.subList(0, Math.min(MOST_SYMPTOMS, given.size()))) {
            symptom(said, kept.size()).ifPresent(kept::add);
        }
        content.set("symptoms", kept);
    }

    /// However the symptoms were written, as long as it is clear what is meant: a list of them, one alone, or
    /// entries such as `"urine_leak": "present"`.
    private List<Said> symptomsGiven() {
        var given = body.path("symptoms");
        var said = new ArrayList<Said>();
        if (given.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                addSymptoms(given.get(i), "symptoms[" + i + "]", said);
            }
        } else if (given.isTextual() || given.has("code")) {
            addSymptoms(given, "symptoms[0]", said);
        } else if (given.isObject()) {
            addEntries(given, "symptoms", said);
        } else if (given(body, "symptoms")) {
            remains.add("symptoms", "is not a list");
        }
        return said;
    }

    private static void addSymptoms(JsonNode given, String at, List<Said> said) {
        if (given.isTextual()) {
            said.add(new Said(at, JsonNodeFactory.instance.objectNode().set("code", given), true));
        } else if (!given.has("code")
                && given.properties().stream()
                        .anyMatch(field -> Vocabulary.SYMPTOMS.contains(Vocabulary.word(field.getKey())))) {
            addEntries(given, at, said);
        } else {
            said.add(new Said(at, given, false));
        }
    }

    private static void addEntries(JsonNode given, String at, List<Said> said) {
        for (var entry : given.properties()) {
            var symptom = JsonNodeFactory.instance.objectNode();
            if (entry.getValue() instanceof ObjectNode details) {
                symptom.setAll(details);
            } else {
                symptom.set("status", entry.getValue());
            }
            symptom.put("code", entry.getKey());
            var word = Vocabulary.word(entry.getKey());
            var name = Vocabulary.SYMPTOMS.contains(word) ? word : Words.fieldName(entry.getKey());
            said.add(new Said(place(at, name), symptom, true));
        }
    }

    private Optional<ObjectNode> symptom(Said said, int place) {
        var given = said.symptom;
        var at = said.at;
        if (!isObject(given, at)) {
            return Optional.empty();
        }
        var code = said.bare ? Words.bareCode(given.path("code")) : Words.code(given.path("code"));
        if (code.isEmpty()) {
            remains.add(at + ".code", "is no code of a symptom; nothing of this symptom was kept");
            return Optional.empty();
        }
        var status = status(given.path("status"), at);
        if (status.isEmpty()) {
            return Optional.empty();
        }
        var kept = JsonNodeFactory.instance.objectNode();
        kept.put("code", code.get());
        kept.put("status", status.get());
        keepWord(given, "onset", at, Vocabulary.ONSETS, kept);
        keepDay(given, "onsetDate", at, kept);
        keepWord(given, "changeSinceLast", at, Vocabulary.CHANGES, kept);
        keepSymptomSide(given, at, kept);
        keepWord(given, "extent", at, Vocabulary.EXTENTS, kept);
        keepNumber(given, "severity", at, SCALE, kept);
        keepFlag(given, "assessedByClinician", at, kept);
        keepNumber(given, "temperatureC", at, new Range(25, 45), kept);
        keepNumber(given, "kg", at, new Range(0, 500), kept);
        for (var phrase : List.of("trigger", "onlyWhen", "eases")) {
            if (given(given, phrase)) {
                Words.phrase(given.path(phrase))
                        .ifPresentOrElse(
                                text -> kept.put(phrase, text),
                                () -> remains.add(at + "." + phrase, "is not a short phrase"));
            }
        }
        keepWhole(given, "durationMinutes", at, new Range(0, 10_000_000), kept);
        keepFlag(given, "continuous", at, kept);
        keepFreeText(given, "detail", at, MOST_DETAIL_CHARACTERS)
                .ifPresent(
                        detail -> freeText.withObjectProperty("symptomDetails").put(Integer.toString(place), detail));
        nameOthers(given, SYMPTOM_FIELDS, at);
        return Optional.of(kept);
    }

    /// A symptom that is named counts as present unless it is said not to be: of the two mistakes this is the
    /// safer, and triage reads a case in the same way.
    private Optional<String> status(JsonNode given, String at) {
        return switch (Vocabulary.word(Words.plain(given))) {
            case "present", "true", "yes" -> Optional.of("present");
            case "denied", "false", "no" -> Optional.of("denied");
            case "not_asked", "absent", "unknown", "unanswered" -> {
                remains.add(at + ".status", "says neither present nor denied; the symptom counts as not asked");
                yield Optional.empty();
            }
            default -> {
                remains.add(at + ".status", "cannot be read; the symptom counts as present");
                yield Optional.of("present");
            }
        };
    }

    /// Both sides, also where they were written one after the other: weakness of both legs must not pass for one.
    private void keepSymptomSide(JsonNode given, String at, ObjectNode kept) {
        var words = Vocabulary.word(Words.plain(given.path("side")));
        if (words.equals("bilateral") || words.contains("left") && words.contains("right")) {
            kept.put("side", "both");
        } else {
            keepWord(given, "side", at, Vocabulary.SIDES, kept);
        }
    }

    private List<JsonNode> list(String field, int most) {
        var given = body.path(field);
        if (!given(body, field)) {
            return List.of();
        }
        if (!given.isArray()) {
            remains.add(field, "is not a list");
            return List.of();
        }
        if (given.size() > most) {
            remains.add(field, "has more than " + most + " entries; those behind were not kept");
        }
        var entries = new ArrayList<JsonNode>();
        given.forEach(entries::add);
        return entries.subList(0, Math.min(most, entries.size()));
    }

    private void keepNumber(JsonNode from, String field, String at, Range range, ObjectNode to) {
        if (!given(from, field)) {
            return;
        }
        var value = from.path(field);
        if (!value.isNumber()) {
            remains.add(place(at, field), "is not a number");
        } else if (!range.holds(value.doubleValue())) {
            remains.add(
                    place(at, field), "not within " + Words.number(range.least) + " to " + Words.number(range.most));
        } else if (value.doubleValue() == Math.rint(value.doubleValue())) {
            to.put(field, (long) value.doubleValue());
        } else {
            to.put(field, value.doubleValue());
        }
    }

    private void keepWhole(JsonNode from, String field, String at, Range range, ObjectNode to) {
        var value = from.path(field);
        if (value.isNumber() && value.doubleValue() != Math.rint(value.doubleValue())) {
            remains.add(place(at, field), "is not a whole number");
        } else {
            keepNumber(from, field, at, range, to);
        }
    }

    private void keepFlag(JsonNode from, String field, String at, ObjectNode to) {
        if (!given(from, field)) {
            return;
        }
        if (from.path(field).isBoolean()) {
            to.put(field, from.path(field).booleanValue());
        } else {
            remains.add(place(at, field), "is neither true nor false");
        }
    }

    private void keepWord(JsonNode from, String field, String at, Set<String> words, ObjectNode to) {
        if (!given(from, field)) {
            return;
        }
        var value = from.path(field);
        var word = value.isTextual() ? Vocabulary.word(value.textValue()) : "";
        if (words.contains(word)) {
            to.put(field, word);
        } else {
            remains.add(
                    place(at, field),
                    "is none of " + String.join(", ", words.stream().sorted().toList()));
        }
    }

    private void keepDay(JsonNode from, String field, String at, ObjectNode to) {
        if (!given(from, field)) {
            return;
        }
        day(from.path(field))
                .ifPresentOrElse(
                        day -> to.put(field, day.toString()),
                        () -> remains.add(place(at, field), "is not a day such as 2026-02-05"));
    }

    private Optional<String> keepFreeText(JsonNode from, String field, String at, int most) {
        var value = from.path(field);
        if (!given(from, field) || value.isTextual() && value.textValue().isBlank()) {
            return Optional.empty();
        }
        var text = Words.text(value, most);
        if (text.isEmpty()) {
            remains.add(place(at, field), "is not a text of at most " + most + " characters");
        }
        return text;
    }

    private boolean isObject(JsonNode given, String at) {
        if (!given.isObject()) {
            remains.add(at, "is not an object");
        }
        return given.isObject();
    }

    private void nameOthers(JsonNode given, Set<String> known, String at) {
        for (var field : given.properties()) {
            if (!known.contains(field.getKey()) && !field.getValue().isNull()) {
                var name = Words.fieldName(field.getKey());
                remains.add(place(at, name), "is not a field that is known here");
            }
        }
    }

    private static String place(String at, String field) {
        return at.isEmpty() ? field : at + "." + field;
    }

    private static boolean given(JsonNode from, String field) {
        return from.hasNonNull(field);
    }

    private Optional<String> textAt(String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }

    private static Optional<Instant> instant(JsonNode given) {
        if (!given.isTextual()) {
            return Optional.empty();
        }
        try {
            var time = OffsetDateTime.parse(given.textValue());
            return time.getYear() < EARLIEST_YEAR || time.getYear() > LATEST_YEAR
                    ? Optional.empty()
                    : Optional.of(time.toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(JsonNode given) {
        if (!given.isTextual()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(given.textValue());
            return day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
