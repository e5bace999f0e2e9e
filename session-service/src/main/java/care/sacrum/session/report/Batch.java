package care.sacrum.session.report;

import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Problem.FieldError;
import care.sacrum.session.asking.Id;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Reports that a device kept while it had no network, each read as if it had come alone: one that cannot be read
/// takes nothing from the others.
///
/// @param items    in the order of the batch
/// @param setAside fields beside the reports that nobody knows
record Batch(List<Item> items, List<SetAside> setAside) {

    static final int MOST_REPORTS = 500;

    private static final int MOST_NAMED = 50;
    private static final Set<Kind> ANY = EnumSet.allOf(Kind.class);
    private static final Set<String> FIELDS = Set.of("reports", "sentAt");

    /// One of the reports, as far as it can be judged without asking what is kept.
    sealed interface Item {

        /// It can be kept.
        record Read(Report report) implements Item {}

        /// Its id stood in this batch before.
        ///
        /// @param same with the same content
        record Again(UUID id, boolean same) implements Item {}

        /// It is no report.
        record Refused(String id, List<FieldError> errors) implements Item {}
    }

    /// @param homeZone for reports that name no zone
    static Batch read(JsonNode body, ZoneId homeZone, Instant receivedAt, Predicate<String> knownExercise) {
        mustBeABatch(body);
        var items = new ArrayList<Item>();
        var first = new HashMap<UUID, Report>();
        for (var given : body.path("reports")) {
            items.add(item(withTimeOfSending(given, body), homeZone, receivedAt, knownExercise, first));
        }
        return new Batch(items, setAside(body));
    }

    /// A batch is taken whatever a device says beside its reports.
    private static List<SetAside> setAside(JsonNode body) {
        return body.properties().stream()
                .filter(field -> !FIELDS.contains(field.getKey()))
                .limit(MOST_NAMED)
                .map(field -> new SetAside(
                        Words.fieldName(field.getKey()), "is not a field of a batch; nothing of it was kept"))
                .toList();
    }

    /// What can be kept, each id once, in the order of the batch.
    List<Report> reports() {
        return items.stream()
                .filter(Item.Read.class::isInstance)
                .map(item -> ((Item.Read) item).report())
                .toList();
    }

    private static Item item(
            JsonNode given,
            ZoneId homeZone,
            Instant receivedAt,
            Predicate<String> knownExercise,
            Map<UUID, Report> first) {
        var written = given.path("reportId").asText();
        var id = Id.read(written);
        if (id.isEmpty()) {
            var where = given.isObject() ? "reportId" : "";
            var why = given.isObject()
                    ? "is not a UUID such as 5ac20000-0000-4000-8000-000000000001"
                    : "a report must be one JSON object";
            return new Item.Refused("", List.of(new FieldError(where, why)));
        }
        var zone = ReportReader.zoneOf(given).orElse(homeZone);
        return switch (ReportReader.read(id.get(), ANY, given, zone, receivedAt, knownExercise)) {
            case Reading.Unreadable unreadable -> new Item.Refused(id.get().toString(), unreadable.errors());
            case Reading.Readable readable -> {
                var before = first.putIfAbsent(id.get(), readable.report());
                yield before == null
                        ? new Item.Read(readable.report())
                        : new Item.Again(
                                id.get(),
                                Arrays.equals(
                                        before.fingerprint(), readable.report().fingerprint()));
            }
        };
    }

    /// The device sent them all at one time, unless a report says its own.
    private static JsonNode withTimeOfSending(JsonNode given, JsonNode body) {
        if (given instanceof ObjectNode report && body.hasNonNull("sentAt") && !report.hasNonNull("sentAt")) {
            report.set("sentAt", body.path("sentAt"));
        }
        return given;
    }

    private static void mustBeABatch(JsonNode body) {
        var errors = new ArrayList<FieldError>();
        if (!body.isObject()) {
            errors.add(new FieldError("", "the body must be one JSON object"));
        } else {
            var reports = body.path("reports");
            if (!reports.isArray() || reports.isEmpty() || reports.size() > MOST_REPORTS) {
                errors.add(new FieldError("reports", "must be a list of 1 to " + MOST_REPORTS + " reports"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors).refused();
        }
    }
}
