package care.sacrum.session.report;

import care.sacrum.platform.problem.Problem.FieldError;
import care.sacrum.session.asking.Id;
import care.sacrum.session.report.Fields.Range;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the body of one report. Without the moment it was observed it is none; any other field that
/// cannot be used is set aside and named, and the rest counts. A null counts as left out.
final class ReportReader {

    private static final int MOST_NOTE_CHARACTERS = 10_000;
    private static final int MOST_EXERCISES = 40;

    /// The zones of the IANA database; `UTC+2` and the like say nothing of a summer time.
    private static final Map<String, String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toMap(zone -> zone.toLowerCase(Locale.ROOT), Function.identity(), (one, other) -> one));

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

    private final UUID reportId;
    private final Instant receivedAt;
    private final Predicate<String> knownExercise;
    private final JsonNode body;
    private final Remains remains = new Remains();
    private final ObjectNode freeText = JsonNodeFactory.instance.objectNode();

    private ReportReader(UUID reportId, Instant receivedAt, Predicate<String> knownExercise, JsonNode body) {
        this.reportId = reportId;
        this.receivedAt = receivedAt;
        this.knownExercise = knownExercise;
        this.body = body;
    }

    /// The zone that the body names, empty where it names none that exists.
    static Optional<ZoneId> zoneOf(JsonNode body) {
        return Optional.ofNullable(body.path("observedTimeZone").textValue())
                .map(written -> ZONES.get(written.strip().toLowerCase(Locale.ROOT)))
                .map(ZoneId::of);
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
        var observedAt = WrittenTime.read(body.path("observedAt"), zone);
        if (observedAt.isEmpty()) {
            errors.add(new FieldError("observedAt", "is not a time with its offset such as 2026-02-05T18:00:00Z"));
        }
        var corrects = textAt("corrects").flatMap(Id::read);
        if (kind.filter(Kind.CORRECTION::equals).isPresent() && corrects.isEmpty()) {
            errors.add(new FieldError("corrects", "is not the id of the report that this one corrects"));
        }
        if (given("reportId")
                && textAt("reportId").flatMap(Id::read).filter(reportId::equals).isEmpty()) {
            errors.add(new FieldError("reportId", "differs from the id in the path"));
        }
        if (!errors.isEmpty()) {
            return new Reading.Unreadable(errors);
        }
        if (observedAt.orElseThrow().offsetAssumed()) {
            remains.add("observedAt", "names no offset; it is read as a time in " + zone);
        }
        return new Reading.Readable(
                report(kind.orElseThrow(), observedAt.orElseThrow().instant(), zone, corrects));
    }

    private Optional<Kind> kind(Set<Kind> taken, List<FieldError> errors) {
        var named = textAt("kind").flatMap(Kind::find);
        var kind = named.isPresent() ? named.filter(taken::contains) : kindOfTheAddress(taken);
        if (kind.isEmpty()) {
            var words = taken.stream().sorted().map(Kind::word).toList();
            errors.add(new FieldError("kind", "must be " + String.join(" or ", words) + " at this address"));
        } else if (named.isEmpty()) {
            remains.add(
                    "kind",
                    (given("kind") ? "is none that is known" : "was not given") + "; by its address it is read as "
                            + kind.get().word());
        }
        return kind;
    }

    /// No sign is lost because a device calls its report otherwise. Where any kind is taken nobody can say which.
    private Optional<Kind> kindOfTheAddress(Set<Kind> taken) {
        if (taken.size() == 1) {
            return taken.stream().findFirst();
        }
        return Optional.of(given("corrects") ? Kind.CORRECTION : Kind.SYMPTOM_CHECK_IN)
                .filter(kind -> !taken.contains(Kind.SESSION));
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
        } else if (given("corrects")) {
            remains.add("corrects", "only a correction corrects another report");
        }
        content.put("observedAt", observedAt.toString());
        content.put("observedTimeZone", zone.getId());
        if (zoneOf(body).isEmpty()) {
            remains.add(
                    "observedTimeZone",
                    (given("observedTimeZone") ? "is not a time zone such as Europe/London" : "was not given")
                            + "; the home zone " + zone + " was used");
        }
        content.put("localDay", localDay.toString());
        if (sentAt != null) {
            content.put("sentAt", sentAt.toString());
        }
        content.put("receivedAt", receivedAt.toString());
        var fields = new Fields(body, "", content, remains);
        for (var score : List.of("painBefore", "painAfter", "painDuringMax", "painNextMorning")) {
            fields.keepScore(score);
        }
        fields.keepRegion("painRegion");
        keepExercises(fields);
        fields.keepFlag("restDay");
        keepSelfManipulation(fields);
        fields.keepFlag("professionalManipulationToday");
        var symptoms = new SymptomReader(remains, freeText);
        symptoms.read(body);
        fields.freeText("freeTextNote", MOST_NOTE_CHARACTERS).ifPresent(note -> freeText.put("freeTextNote", note));
        fields.nameOthersThan(FIELDS, OtherNames.OF_A_REPORT);
        symptoms.kept().ifPresent(kept -> content.set("symptoms", kept));
        content.put("hasNote", freeText.has("freeTextNote") || symptoms.tellInOwnWords());
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
        if (!given("sentAt")) {
            return null;
        }
        var sentAt = WrittenTime.read(body.path("sentAt"));
        if (sentAt.isEmpty()) {
            remains.add("sentAt", "is not a time with its offset such as 2026-02-05T18:00:00Z");
        }
        return sentAt.orElse(null);
    }

    private void keepExercises(Fields fields) {
        if (!body.path("exercisesDone").isArray()) {
            if (given("exercisesDone")) {
                fields.setAsideUnread("exercisesDone", "is not a list");
            }
            return;
        }
        var given = body.path("exercisesDone");
        if (given.size() > MOST_EXERCISES) {
            remains.add(
                    "exercisesDone",
                    "has more than " + MOST_EXERCISES + " entries; of those behind only words were kept");
        }
        // Empty, it says that nothing was done, which is not the same as saying nothing.
        var kept = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < given.size(); i++) {
            var at = "exercisesDone[" + i + "]";
            var read = exercise(given.get(i), at);
            if (i < MOST_EXERCISES) {
                read.ifPresent(kept::add);
            } else if (read.filter(one -> one.has("name")).isPresent()) {
                remains.unknown().keep(at, given.get(i));
            }
        }
        fields.kept().set("exercisesDone", kept);
    }

    private Optional<ObjectNode> exercise(JsonNode given, String at) {
        if (isKnown(ExerciseNames.slug(given))) {
            return Optional.of(JsonNodeFactory.instance.objectNode().put("exercise", ExerciseNames.slug(given)));
        }
        if (!given.isObject()) {
            boolean tells = UnknownFields.tellInWords(given) && !ExerciseNames.isOne(given);
            remains.add(at, "is not an object" + (tells ? "; what it tells is kept for a clinician to read" : ""));
            if (tells) {
                remains.unknown().keep(at, given);
            }
            return Optional.empty();
        }
        var fields = new Fields(given, at, JsonNodeFactory.instance.objectNode(), remains);
        fields.nameOthersThan(EXERCISE_FIELDS, OtherNames.OF_NOTHING);
        if (fields.has("exercise")) {
            var written = fields.get("exercise");
            if (!isKnown(ExerciseNames.slug(written))) {
                var why = "is no exercise that is known; nothing of this entry was kept";
                if (Words.slug(written).isPresent()) {
                    fields.setAside("exercise", why);
                } else {
                    fields.setAsideUnread("exercise", why);
                }
                return Optional.empty();
            }
            fields.kept().put("exercise", ExerciseNames.slug(written));
        }
        fields.keepPhrase("name", "is not a short name");
        if (fields.kept().isEmpty()) {
            remains.add(at, "says neither exercise nor name");
            return Optional.empty();
        }
        fields.keepWhole("version", new Range(1, Integer.MAX_VALUE));
        fields.keepWhole("sets", new Range(0, 100));
        fields.keepWhole("reps", new Range(0, 1000));
        fields.keepCount("holdSeconds", new Range(0, 3600));
        keepSide(fields);
        return Optional.of(fields.kept());
    }

    private boolean isKnown(String slug) {
        return Words.slug(JsonNodeFactory.instance.textNode(slug)).isPresent() && knownExercise.test(slug);
    }

    private static void keepSide(Fields fields) {
        var side = SymptomWords.side(fields.get("side"));
        if (side.isEmpty()) {
            fields.keepWord("side", Vocabulary.SIDES);
        } else {
            fields.kept().put("side", side);
        }
    }

    private void keepSelfManipulation(Fields report) {
        var given = body.path("selfManipulation");
        if (!given("selfManipulation")) {
            return;
        }
        if (!given.isObject()) {
            Words.flag(given)
                    .ifPresentOrElse(
                            done -> report.kept().putObject("selfManipulation").put("done", done),
                            () -> report.setAsideUnread("selfManipulation", "is not an object"));
            return;
        }
        var fields = new Fields(given, "selfManipulation", JsonNodeFactory.instance.objectNode(), remains);
        fields.keepFlag("done");
        fields.keepFlag("forceful");
        fields.keepWhole("times", new Range(0, 100));
        fields.keepRegion("region");
        fields.nameOthersThan(MANIPULATION_FIELDS, OtherNames.OF_NOTHING);
        if (!fields.kept().isEmpty()) {
            report.kept().set("selfManipulation", fields.kept());
        }
    }

    private boolean given(String field) {
        return body.hasNonNull(field);
    }

    private Optional<String> textAt(String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }
}
