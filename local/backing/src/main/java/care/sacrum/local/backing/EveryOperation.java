package care.sacrum.local.backing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Shows that a service's OpenAPI document is true and that each of its operations is exercised: with success, with bad
/// input, with the wrong role and from the wrong practice.
///
/// ```java
/// EveryOperation.at(service)
///         .row("readWorklist", row -> row
///                 .done(() -> get("/practices/%s/worklist", practice).as(Tokens.clinician(practice)))
///                 .badInput(() -> get("/practices/%s/worklist?limit=0", practice).as(Tokens.clinician(practice)))
///                 .wrongRole(() -> get("/practices/%s/worklist", practice).as(Tokens.patient("someone")))
///                 .wrongPractice(() -> get("/practices/%s/worklist", practice).as(Tokens.clinician(elsewhere))))
///         .verify();
/// ```
///
/// It fails for an operation without a row and for a row without an operation; where a column can not apply the row
/// says
/// why. Each answer must have a status that the document names, and a body that fits its schema and has no field beside
/// it. Each request example of the document is sent in place of the body of `done`; each response example is held
/// against its schema. A call that carries a token is also sent without it, and must be told 401.
public final class EveryOperation {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private final URI service;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Set<String> tags = Set.of();

    private EveryOperation(URI service) {
        this.service = service;
    }

    /// @param service the root address of the service under test
    public static EveryOperation at(URI service) {
        var text = service.toString();
        return new EveryOperation(URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
    }

    /// Looks at the operations of these tags only: a service with several features may have a table for each.
    public EveryOperation tagged(String... only) {
        tags = Set.of(only);
        return this;
    }

    /// What is done with one operation, by its `operationId`.
    public EveryOperation row(String operationId, java.util.function.Consumer<Row> filling) {
        var row = new Row();
        filling.accept(row);
        if (rows.put(operationId, row) != null) {
            throw new IllegalArgumentException("Two rows are about " + operationId);
        }
        return this;
    }

    /// The calls of one operation, one or more for each column. They are made when they are sent, so each may bring a
    /// new
    /// id.
    public static final class Row {

        private final List<Supplier<Call>> done = new ArrayList<>();
        private final Map<Column, List<Supplier<Call>>> refused = new TreeMap<>();
        private final Map<Column, String> reasons = new TreeMap<>();

        private Row() {}

        /// A call that succeeds.
        public Row done(Supplier<Call> call) {
            done.add(call);
            return this;
        }

        /// A call whose input is malformed, missing or out of bounds.
        public Row badInput(Supplier<Call> call) {
            return refused(Column.BAD_INPUT, call);
        }

        /// The call as somebody whose role does not allow it.
        public Row wrongRole(Supplier<Call> call) {
            return refused(Column.WRONG_ROLE, call);
        }

        /// The call as somebody of another practice, or about another's record.
        public Row wrongPractice(Supplier<Call> call) {
            return refused(Column.WRONG_PRACTICE, call);
        }

        /// @param because why no input of this operation can be bad
        public Row noInputIsBad(String because) {
            return excused(Column.BAD_INPUT, because);
        }

        /// @param because why any role may do this
        public Row anyRoleMay(String because) {
            return excused(Column.WRONG_ROLE, because);
        }

        /// @param because why this is no practice's own
        public Row ofNoPractice(String because) {
            return excused(Column.WRONG_PRACTICE, because);
        }

        private Row refused(Column column, Supplier<Call> call) {
            refused.computeIfAbsent(column, each -> new ArrayList<>()).add(call);
            return this;
        }

        private Row excused(Column column, String because) {
            if (because.isBlank()) {
                throw new IllegalArgumentException("A column is left out only for a reason");
            }
            reasons.put(column, because);
            return this;
        }
    }

    private enum Column {
        BAD_INPUT("bad input", Set.of(400, 413, 415, 422)),
        WRONG_ROLE("wrong role", Set.of(403)),
        WRONG_PRACTICE("wrong practice", Set.of(404));

        private final String words;
        private final Set<Integer> statuses;

        Column(String words, Set<Integer> statuses) {
            this.words = words;
            this.statuses = statuses;
        }
    }

    /// A request to be sent.
    public record Call(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body) {

        public static Call get(String path, Object... values) {
            return new Call("get", path.formatted(values), Map.of(), null);
        }

        public static Call put(String path, Object... values) {
            return new Call("put", path.formatted(values), Map.of(), null);
        }

        public static Call post(String path, Object... values) {
            return new Call("post", path.formatted(values), Map.of(), null);
        }

        public static Call delete(String path, Object... values) {
            return new Call("delete", path.formatted(values), Map.of(), null);
        }

        public Call as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call header(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Call(method, path, more, body);
        }

        public Call json(String document) {
            return new Call(method, path, headers, document);
        }

        private Call withoutToken() {
            var fewer = new LinkedHashMap<>(headers);
            fewer.remove("Authorization");
            return new Call(method, path, fewer, body);
        }
    }

    private record Operation(String id, String method, String template, JsonNode description) {

        boolean isOf(Call call) {
            String path = call.path().replaceFirst("\\?.*", "");
            String shape = Pattern.quote(template).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
            return method.equals(call.method()) && path.matches(shape);
        }

        boolean names(int status) {
            return description.path("responses").has(Integer.toString(status));
        }
    }

    private record Answer(int status, String contentType, boolean saysWhetherItMayBeKept, String body) {}

    /// @throws AssertionError naming every fault found, not only the first
    public void verify() {
        // An upgrade to HTTP/2 on the first, long answer was seen to break the connection.
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var document = document(http);
            var operations = operations(document);
            rows.keySet().stream()
                    .filter(id -> !operations.containsKey(id))
                    .forEach(id -> faults.add("The row " + id + " names no operation of the document"));
            operations.forEach((id, operation) -> {
                var row = rows.get(id);
                if (row == null) {
                    faults.add("No row exercises %s, %s %s".formatted(id, operation.method(), operation.template()));
                } else {
                    exercise(http, document, operation, row);
                }
                describedWell(document, operation);
            });
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "%d faults:%n- %s".formatted(faults.size(), String.join(System.lineSeparator() + "- ", faults)));
        }
    }

    private JsonNode document(HttpClient http) {
        var answer = send(http, Call.get("/q/openapi?format=json"));
        if (answer.status() != 200) {
            throw new AssertionError("There is no document at /q/openapi: " + answer.status());
        }
        return strict(JSON.readTree(answer.body()));
    }

    private Map<String, Operation> operations(JsonNode document) {
        var operations = new LinkedHashMap<String, Operation>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (!METHODS.contains(method.getKey()) || !isLookedAt(method.getValue())) {
                    continue;
                }
                var where = method.getKey() + " " + path.getKey();
                var id = method.getValue().path("operationId").asString("");
                var operation = new Operation(id, method.getKey(), path.getKey(), method.getValue());
                if (id.isEmpty()) {
                    faults.add(where + " has no operationId");
                } else if (operations.put(id, operation) != null) {
                    faults.add("Two operations are called " + id);
                }
            }
        }
        return operations;
    }

    private boolean isLookedAt(JsonNode operation) {
        for (var tag : operation.path("tags")) {
            if (tags.contains(tag.asString())) {
                return true;
            }
        }
        return tags.isEmpty();
    }

    private void exercise(HttpClient http, JsonNode document, Operation operation, Row row) {
        if (row.done.isEmpty()) {
            faults.add(operation.id() + " is never done with success");
            return;
        }
        for (var done : row.done) {
            expect(http, document, operation, "success", done.get(), Set.of(200, 201, 202, 204));
        }
        var withToken = row.done.getFirst().get();
        if (withToken.headers().containsKey("Authorization")) {
            expect(http, document, operation, "no token", withToken.withoutToken(), Set.of(401));
        }
        for (var column : Column.values()) {
            var calls = row.refused.getOrDefault(column, List.of());
            boolean excused = row.reasons.containsKey(column);
            if (calls.isEmpty() != excused) {
                faults.add("%s has %s for %s"
                        .formatted(operation.id(), excused ? "both calls and a reason" : "no call", column.words));
            }
            calls.forEach(call -> expect(http, document, operation, column.words, call.get(), column.statuses));
        }
        sendExamples(http, document, operation, row.done.getFirst());
    }

    private void sendExamples(HttpClient http, JsonNode document, Operation operation, Supplier<Call> done) {
        var body = operation.description().path("requestBody");
        if (body.isMissingNode()) {
            return;
        }
        var examples = examples(body.path("content").path("application/json"));
        if (examples.isEmpty()) {
            faults.add(operation.id() + " takes a body and shows no example of it");
        }
        examples.forEach((name, example) -> expect(
                http,
                document,
                operation,
                "the request example " + name,
                done.get().json(text(example)),
                Set.of(200, 201, 202, 204)));
    }

    private void expect(
            HttpClient http, JsonNode document, Operation operation, String column, Call call, Set<Integer> statuses) {
        var where = operation.id() + ", " + column;
        if (!operation.isOf(call)) {
            faults.add("%s: %s %s is no call of %s".formatted(where, call.method(), call.path(), operation.template()));
            return;
        }
        var answer = send(http, call);
        if (!statuses.contains(answer.status())) {
            faults.add("%s: answered %d, not one of %s: %s"
                    .formatted(where, answer.status(), statuses, shortened(answer.body())));
            return;
        }
        if (!operation.names(answer.status())) {
            faults.add("%s: the document does not name the status %d".formatted(where, answer.status()));
        }
        if (answer.status() < 400 && !answer.saysWhetherItMayBeKept()) {
            faults.add(where + ": the answer has no Cache-Control");
        }
        if (answer.status() >= 400) {
            isAProblem(where, answer);
        } else if (answer.contentType().startsWith("application/json")) {
            var schema = operation
                    .description()
                    .path("responses")
                    .path(Integer.toString(answer.status()))
                    .path("content")
                    .path("application/json")
                    .path("schema");
            fits(where + ", the answer", document, schema, answer.body());
        }
    }

    private void isAProblem(String where, Answer answer) {
        if (!answer.contentType().startsWith("application/problem+json")) {
            faults.add(where + ": the refusal is no application/problem+json but " + answer.contentType());
            return;
        }
        var problem = JSON.readTree(answer.body());
        if (problem.path("status").asInt() != answer.status()
                || problem.path("title").asString("").isBlank()
                || problem.path("detail").asString("").isBlank()) {
            faults.add(where + ": the problem says no status, title and remedy: " + shortened(answer.body()));
        }
    }

    /// What must be true of the document by itself.
    private void describedWell(JsonNode document, Operation operation) {
        if (document.path("security").isEmpty()
                && operation.description().path("security").isEmpty()) {
            faults.add(operation.id() + " does not say in the document that it wants a token");
        }
        if (operation.description().path("summary").asString("").isBlank()) {
            faults.add(operation.id() + " has no summary");
        }
        for (var response : operation.description().path("responses").properties()) {
            for (var content : response.getValue().path("content").properties()) {
                examples(content.getValue())
                        .forEach((name, example) -> fits(
                                "%s, the response example %s".formatted(operation.id(), name),
                                document,
                                content.getValue().path("schema"),
                                text(example)));
            }
        }
    }

    private void fits(String where, JsonNode document, JsonNode schema, String body) {
        if (schema.isMissingNode()) {
            faults.add(where + ": the document has no schema of it");
            return;
        }
        var whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON)
                .forEach(fault -> faults.add(where + ": " + fault));
    }

    private static Map<String, JsonNode> examples(JsonNode content) {
        var examples = new LinkedHashMap<String, JsonNode>();
        if (content.has("example")) {
            examples.put("example", content.path("example"));
        }
        for (var each : content.path("examples").properties()) {
            examples.put(each.getKey(), each.getValue().path("value"));
        }
        return examples;
    }

    /// An example may stand in the document as text or as JSON.
    private static String text(JsonNode example) {
        return example.isString() ? example.stringValue() : example.toString();
    }

    /// A field that the document does not know makes an answer unlike its description.
    private static JsonNode strict(JsonNode node) {
        for (var child : node) {
            strict(child);
        }
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && schema.path("type").toString().contains("object")
                && !schema.has("additionalProperties")
                && !schema.has("allOf")) {
            schema.put("additionalProperties", false);
        }
        return node;
    }

    private Answer send(HttpClient http, Call call) {
        var body = call.body();
        var request = HttpRequest.newBuilder(URI.create(service + call.path()))
                .timeout(ANSWERS_WITHIN)
                .method(
                        call.method().toUpperCase(Locale.ROOT),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        call.headers().forEach(request::header);
        try {
            return read(http.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A live stream never ends: its first line is enough to know that it is there.
    private static Answer read(HttpResponse<InputStream> answer) throws IOException {
        var contentType = answer.headers().firstValue("Content-Type").orElse("");
        try (var body = answer.body()) {
            var text = contentType.startsWith("text/event-stream")
                    ? ""
                    : new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            var mayBeKept = answer.headers().firstValue("Cache-Control").isPresent();
            return new Answer(answer.statusCode(), contentType, mayBeKept, text);
        }
    }

    private static String shortened(String body) {
        return body.length() <= 300 ? body : body.substring(0, 300) + "…";
    }
}
