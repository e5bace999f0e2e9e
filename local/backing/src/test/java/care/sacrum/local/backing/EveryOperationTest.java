package care.sacrum.local.backing;

import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.put;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EveryOperationTest {

    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "paths": {
              "/notes": {"get": {"operationId": "listNotes", "summary": "All notes", "security": [{"jwt": []}], "responses": {
                "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
                "401": {}, "403": {}}}},
              "/notes/{id}": {"put": {"operationId": "writeNote", "summary": "Writes a note", "security": [{"jwt": []}],
                "requestBody": {"content": {"application/json": {"examples": {"short": {"value": {"text": "EXAMPLE"}}}}}},
                "responses": {
                  "200": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Note"}, "example": {"text": "Seen"}}}},
                  "401": {}, "403": {}, "404": {}, "422": {}}}}},
             "components": {"schemas": {"Note": {
               "type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}}}}""";

    private String document = DOCUMENT;
    private String kept = "no-store";
    private String listed = "{\"text\": \"Seen\"}";
    private HttpServer server;

    @BeforeEach
    void aServiceOfTwoOperations() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTrueDocumentWithEveryColumnExercisedPasses() {
        assertThatCode(() -> table(this::list, this::write).verify()).doesNotThrowAnyException();
    }

    @Test
    void anOperationWithoutARowIsAFault() {
        assertThatThrownBy(() -> service().row("listNotes", this::list).verify())
                .hasMessageContaining("No row exercises writeNote");
    }

    @Test
    void aRowWithoutAnOperationIsAFault() {
        assertThatThrownBy(() -> table(this::list, this::write)
                        .row("eraseNote", this::list)
                        .verify())
                .hasMessageContaining("eraseNote names no operation");
    }

    @Test
    void aColumnLeftOutWithoutAReasonIsAFault() {
        assertThatThrownBy(() -> table(
                                this::list,
                                row -> row.done(
                                        () -> put("/notes/1").as("staff").json("{\"text\": \"Seen\"}")))
                        .verify())
                .hasMessageContaining("no call for bad input")
                .hasMessageContaining("no call for wrong role")
                .hasMessageContaining("no call for wrong practice");
    }

    @Test
    void anAnswerUnlikeItsSchemaIsAFault() {
        listed = "{\"text\": \"Seen\", \"author\": \"me\"}";

        assertThatThrownBy(() -> table(this::list, this::write).verify())
                .hasMessageContaining("listNotes, success, the answer")
                .hasMessageContaining("author");
    }

    @Test
    void anAnswerThatDoesNotSayWhetherItMayBeKeptIsAFault() {
        kept = "";

        assertThatThrownBy(() -> table(this::list, this::write).verify())
                .hasMessageContaining("listNotes, success: the answer has no Cache-Control");
    }

    @Test
    void anOperationThatDoesNotSayThatItWantsATokenIsAFault() {
        document = DOCUMENT.replaceFirst("\"security\": \\[\\{\"jwt\": \\[]}], ", "");

        assertThatThrownBy(() -> table(this::list, this::write).verify())
                .hasMessageContaining("listNotes does not say in the document that it wants a token");
    }

    @Test
    void aRequestExampleThatIsRefusedIsAFault() {
        document = DOCUMENT.replace("EXAMPLE", "");

        assertThatThrownBy(() -> table(this::list, this::write).verify())
                .hasMessageContaining("writeNote, the request example short: answered 422");
    }

    @Test
    void aResponseExampleUnlikeItsSchemaIsAFault() {
        document = DOCUMENT.replace("{\"text\": \"Seen\"}", "{\"words\": \"Seen\"}");

        assertThatThrownBy(() -> table(this::list, this::write).verify())
                .hasMessageContaining("writeNote, the response example example");
    }

    @Test
    void aStatusThatTheDocumentDoesNotNameIsAFault() {
        document = DOCUMENT.replace("\"422\": {}", "\"409\": {}");

        assertThatThrownBy(() -> table(this::list, this::write).verify())
                .hasMessageContaining("does not name the status 422");
    }

    @Test
    void aWrongRoleThatIsLetInIsAFault() {
        assertThatThrownBy(() -> table(
                                row -> row.done(() -> get("/notes").as("staff"))
                                        .wrongRole(() -> get("/notes").as("staff"))
                                        .noInputIsBad("It takes none")
                                        .ofNoPractice("Notes are everybody's"),
                                this::write)
                        .verify())
                .hasMessageContaining("listNotes, wrong role: answered 200");
    }

    private EveryOperation service() {
        return EveryOperation.at(
                URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    private EveryOperation table(Consumer<EveryOperation.Row> list, Consumer<EveryOperation.Row> write) {
        return service().row("listNotes", list).row("writeNote", write);
    }

    private void list(EveryOperation.Row row) {
        row.done(() -> get("/notes").as("staff"))
                .wrongRole(() -> get("/notes").as("visitor"))
                .noInputIsBad("It takes none")
                .ofNoPractice("Notes are everybody's");
    }

    private void write(EveryOperation.Row row) {
        row.done(() -> put("/notes/1").as("staff").json("{\"text\": \"Seen\"}"))
                .badInput(() -> put("/notes/1").as("staff").json("{\"text\": \"\"}"))
                .wrongRole(() -> put("/notes/1").as("visitor").json("{\"text\": \"Seen\"}"))
                .wrongPractice(() -> put("/notes/2").as("staff").json("{\"text\": \"Seen\"}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/q/openapi")) {
            say(exchange, 200, document);
        } else if (token == null) {
            refuse(exchange, 401);
        } else if (token.endsWith("visitor")) {
            refuse(exchange, 403);
        } else if (path.equals("/notes")) {
            say(exchange, 200, listed);
        } else if (path.equals("/notes/2")) {
            refuse(exchange, 404);
        } else if (body.contains("\"\"")) {
            refuse(exchange, 422);
        } else {
            say(exchange, 200, body);
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        send(exchange, status, "{\"title\": \"Refused\", \"status\": %d, \"detail\": \"Do better\"}".formatted(status));
    }

    private void say(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (!kept.isEmpty()) {
            exchange.getResponseHeaders().add("Cache-Control", kept);
        }
        send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
