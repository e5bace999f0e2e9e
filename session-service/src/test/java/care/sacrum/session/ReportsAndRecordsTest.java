package care.sacrum.session;

import static care.sacrum.local.backing.EveryOperation.Call.delete;
import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.post;
import static care.sacrum.local.backing.EveryOperation.Call.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.EveryOperation.Call;
import care.sacrum.local.backing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every operation about what patients report does what its description says; and no operation of this service is
/// without such a table.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class ReportsAndRecordsTest {

    private static final String SESSION = """
            {"kind": "session", "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "Europe/London",
             "painBefore": 4, "freeTextNote": "my own words"}""";
    private static final String CHECK_IN = """
            {"kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "Europe/London"}""";

    @TestHTTPResource("/")
    URI service;

    private Course course;
    private Course elsewhere;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        course = Course.begin();
        elsewhere = Course.begin();
    }

    @Test
    void whatIsSaidOfReportsIsTrue() {
        EveryOperation.at(service)
                .tagged("Reports")
                .row(
                        "logSession",
                        row -> row.done(() -> newSession(course.own()).json(SESSION))
                                .done(() -> newSession(course.clinician()).json(SESSION))
                                .badInput(() -> newSession(course.own()).json("{\"kind\": \"session\"}"))
                                .badInput(() -> newSession(course.own()).json("{"))
                                .wrongRole(() -> newSession(course.lead()).json(SESSION))
                                .wrongPractice(() -> newSession(elsewhere.own()).json(SESSION))
                                .wrongPractice(
                                        () -> newSession(elsewhere.clinician()).json(SESSION)))
                .row(
                        "sendCheckIn",
                        row -> row.done(() -> newCheckIn(course.own()).json(CHECK_IN))
                                .badInput(() -> newCheckIn(course.own()).json(SESSION))
                                .wrongRole(() -> newCheckIn(Tokens.editor()).json(CHECK_IN))
                                .wrongPractice(() -> newCheckIn(elsewhere.own()).json(CHECK_IN)))
                .row(
                        "readSession",
                        row -> row.done(() -> get(session()).as(Tokens.integrator(course.practice())))
                                .badInput(() ->
                                        get(course.path() + "/sessions/first").as(course.own()))
                                .wrongRole(() -> get(session()).as(Tokens.operator()))
                                .wrongPractice(() -> get(session()).as(elsewhere.clinician())))
                .row(
                        "readCheckIn",
                        row -> row.done(() -> get(checkIn()).as(course.own()))
                                .badInput(() ->
                                        get(course.path() + "/check-ins/first").as(course.own()))
                                .wrongRole(() -> get(checkIn()).as(Tokens.editor()))
                                .wrongPractice(() -> get(checkIn()).as(elsewhere.own())))
                .row(
                        "readHistory",
                        row -> row.done(() ->
                                        get(course.path() + "/history?limit=5").as(course.own()))
                                .badInput(() -> get(course.path() + "/history?from=then")
                                        .as(course.own()))
                                .wrongRole(() -> get(course.path() + "/history").as(Tokens.operator()))
                                .wrongPractice(
                                        () -> get(course.path() + "/history").as(elsewhere.lead())))
                .row(
                        "sendReports",
                        row -> row.done(() -> batch(course.own()).json(two()))
                                .badInput(() -> batch(course.own()).json("{\"reports\": []}"))
                                .badInput(() -> batch(course.own()).json("{"))
                                .wrongRole(() -> batch(course.lead()).json(two()))
                                .wrongPractice(
                                        () -> batch(elsewhere.clinician()).json(two())))
                .verify();
    }

    @Test
    void whatIsSaidOfNotesAndRecordsIsTrue() {
        EveryOperation.at(service)
                .tagged("Notes", "Records")
                .row(
                        "listUnreadNotes",
                        row -> row.done(() -> unread("?limit=5").as(course.lead()))
                                .badInput(() -> unread("?limit=0").as(course.lead()))
                                .wrongRole(() -> unread("").as(course.own()))
                                .wrongPractice(() -> unread("").as(elsewhere.lead())))
                .row(
                        "markNoteRead",
                        row -> row.done(() -> put(note()).as(course.clinician()))
                                .badInput(() ->
                                        put(course.path() + "/notes/first/read").as(course.clinician()))
                                .wrongRole(() -> put(note()).as(course.lead()))
                                .wrongPractice(() -> put(note()).as(elsewhere.clinician())))
                .row(
                        "exportRecord",
                        row -> row.done(() -> get(course.path() + "/record").as(course.own()))
                                .badInput(() -> get("/practices/%s/patients/bo/record", course.practice())
                                        .as(course.lead()))
                                .wrongRole(
                                        () -> get(course.path() + "/record").as(Tokens.integrator(course.practice())))
                                .wrongPractice(
                                        () -> get(course.path() + "/record").as(elsewhere.own())))
                .row(
                        "erasePatient",
                        row -> row.done(() -> delete(course.withAnotherPatient().path())
                                        .as(course.lead()))
                                .badInput(() -> delete("/practices/%s/patients/bo", course.practice())
                                        .as(course.lead()))
                                .wrongRole(() -> delete(course.path()).as(course.clinician()))
                                .wrongPractice(() -> delete(course.path()).as(elsewhere.lead())))
                .verify();
    }

    @Test
    void everyRefusalIsDescribedAsAProblem() {
        var document = Contracts.json(given().get("/q/openapi?format=json").asString());
        var others = new TreeSet<String>();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("responses")
                        .properties()
                        .forEach(response -> {
                            var schema = response.getValue().at("/content/application~1problem+json/schema/$ref");
                            if (response.getKey().startsWith("4")
                                    && !schema.asText().equals("#/components/schemas/Problem")) {
                                others.add(operation.path("operationId").asText() + " " + response.getKey());
                            }
                        })));

        assertThat(others).isEmpty();
        assertThat(document.at("/components/schemas/Problem/properties/errors/items/properties")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void noOperationIsWithoutATable() throws IOException {
        var tags = new TreeSet<String>();
        var untagged = new TreeSet<String>();
        Contracts.json(given().get("/q/openapi?format=json").asString())
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    operation.path("tags").forEach(tag -> tags.add(tag.asText()));
                    if (operation.has("operationId") && !operation.has("tags")) {
                        untagged.add(operation.path("operationId").asText());
                    }
                }));

        assertThat(untagged).isEmpty();
        assertThat(tabled()).containsAll(tags);
    }

    /// The tags that a test of this module names in its tables.
    private static Set<String> tabled() throws IOException {
        var tagged = Pattern.compile("\\.tagged\\(([^)]*)\\)");
        var literal = Pattern.compile("\"([^\"]+)\"");
        var tabled = new HashSet<String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                tagged.matcher(Files.readString(file))
                        .results()
                        .flatMap(found -> literal.matcher(found.group(1)).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(() -> tabled));
            }
        }
        return tabled;
    }

    private Call newSession(String token) {
        return put(course.session(UUID.randomUUID())).as(token);
    }

    private Call newCheckIn(String token) {
        return put(course.checkIn(UUID.randomUUID())).as(token);
    }

    private String session() {
        var id = UUID.randomUUID();
        course.logs(id, "\"freeTextNote\": \"my own words\"").statusCode(201);
        return course.session(id);
    }

    private String checkIn() {
        var id = UUID.randomUUID();
        course.checksIn(id, "").statusCode(201);
        return course.checkIn(id);
    }

    private Call batch(String token) {
        return post(course.path() + "/reports").as(token);
    }

    private static String two() {
        return """
                {"reports": [{"reportId": "%s", "kind": "session", "observedAt": "2026-02-05T18:00:00Z"},
                             {"reportId": "%s", "kind": "session"}]}""".formatted(UUID.randomUUID(), UUID.randomUUID());
    }

    private Call unread(String query) {
        return get("/practices/" + course.practice() + "/unread-notes" + query);
    }

    private String note() {
        return session().replace("/sessions/", "/notes/") + "/read";
    }
}
