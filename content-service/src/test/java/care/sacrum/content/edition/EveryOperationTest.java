package care.sacrum.content.edition;

import static care.sacrum.local.backing.EveryOperation.Call.delete;
import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.post;
import static care.sacrum.local.backing.EveryOperation.Call.put;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.EveryOperation.Call;
import care.sacrum.local.backing.Tokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Every operation does what its description says, refuses what it says, and shows examples that are true.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class EveryOperationTest {

    private static final UUID PRACTICE = UUID.randomUUID();
    private static final String OWN_EDITOR = Tokens.of("own-editor", "content_editor", PRACTICE);
    private static final String ELSEWHERE = Tokens.of("their-editor", "content_editor", UUID.randomUUID());
    private static final String NO_PRACTICE = "What is common is every practice's.";
    private static final String ANY_ROLE = "Whoever is signed in may read it.";

    @TestHTTPResource("/")
    URI service;

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsSaidIsTrue() {
        var table = EveryOperation.at(service);
        common(table, "Exercises", "/exercises", Drafts::exercise);
        common(table, "Articles", "/articles", Drafts::article);
        common(table, "Programmes", "/programmes", Drafts::programme);
        own(table, "OwnExercises", "/exercises", Drafts::exercise);
        own(table, "OwnArticles", "/articles", Drafts::article);
        own(table, "OwnProgrammes", "/programmes", Drafts::programme);
        deadLetters(table);
        table.verify();
    }

    private void common(EveryOperation table, String id, String shelf, Supplier<ObjectNode> manuscript) {
        var editor = Tokens.editor();
        var reader = Tokens.patient("somebody");
        table.row(
                        id + "_list",
                        row -> row.done(() -> get(shelf + "?limit=2").as(reader))
                                .badInput(() -> get(shelf + "?limit=0").as(reader))
                                .badInput(() -> get(shelf + "?limit=many").as(reader))
                                .badInput(() -> get(shelf + "?order=slug").as(reader))
                                .anyRoleMay(ANY_ROLE)
                                .ofNoPractice(NO_PRACTICE))
                .row(
                        id + "_latest",
                        row -> row.done(() -> get(published(shelf, manuscript, editor))
                                        .as(reader))
                                .noInputIsBad("A slug that is none is not found")
                                .anyRoleMay(ANY_ROLE)
                                .ofNoPractice(NO_PRACTICE))
                .row(
                        id + "_numbered",
                        row -> row.done(() -> get(published(shelf, manuscript, editor) + "/versions/1")
                                        .as(reader))
                                .noInputIsBad("A number that is none is not found")
                                .anyRoleMay(ANY_ROLE)
                                .ofNoPractice(NO_PRACTICE))
                .row(
                        id + "_draft",
                        row -> row.done(() ->
                                        get(drafted(shelf, manuscript, editor)).as(editor))
                                .badInput(() -> get(shelf + "/No_Slug/draft").as(editor))
                                .wrongRole(() -> get(shelf + "/a/draft").as(reader))
                                .ofNoPractice(NO_PRACTICE));
        changes(table, id, shelf, manuscript, editor, reader);
    }

    private void own(EveryOperation table, String id, String kind, Supplier<ObjectNode> manuscript) {
        var shelf = "/practices/" + PRACTICE + kind;
        var reader = Tokens.clinician(PRACTICE);
        var belongs = "Whoever belongs to the practice may read it.";
        table.row(
                        id + "_list",
                        row -> row.done(() -> get(shelf + "?limit=2").as(reader))
                                .badInput(() -> get(shelf + "?limit=0").as(reader))
                                .badInput(() -> get("/practices/here" + kind).as(reader))
                                .anyRoleMay(belongs)
                                .wrongPractice(() -> get(shelf).as(ELSEWHERE))
                                .wrongPractice(() -> get(shelf).as(Tokens.operator()))
                                .wrongPractice(() -> get(shelf).as(Tokens.patient("stranger"))))
                .row(
                        id + "_latest",
                        row -> row.done(() -> get(published(shelf, manuscript, OWN_EDITOR))
                                        .as(reader))
                                .badInput(() ->
                                        get("/practices/here" + kind + "/own-a").as(reader))
                                .anyRoleMay(belongs)
                                .wrongPractice(() -> get(published(shelf, manuscript, OWN_EDITOR))
                                        .as(ELSEWHERE)))
                .row(
                        id + "_numbered",
                        row -> row.done(() -> get(published(shelf, manuscript, OWN_EDITOR) + "/versions/1")
                                        .as(reader))
                                .badInput(() -> get("/practices/here" + kind + "/own-a/versions/1")
                                        .as(reader))
                                .anyRoleMay(belongs)
                                .wrongPractice(() -> get(published(shelf, manuscript, OWN_EDITOR) + "/versions/1")
                                        .as(ELSEWHERE)))
                .row(
                        id + "_draft",
                        row -> row.done(() -> get(drafted(shelf, manuscript, OWN_EDITOR))
                                        .as(OWN_EDITOR))
                                .badInput(() -> get(shelf + "/No_Slug/draft").as(OWN_EDITOR))
                                .wrongRole(() -> get(shelf + "/own-a/draft").as(reader))
                                .wrongPractice(() -> get(drafted(shelf, manuscript, OWN_EDITOR))
                                        .as(ELSEWHERE)));
        changes(table, id, shelf, manuscript, OWN_EDITOR, reader);
    }

    /// The operations of an editor, on either shelf.
    private void changes(
            EveryOperation table,
            String id,
            String shelf,
            Supplier<ObjectNode> manuscript,
            String editor,
            String reader) {
        boolean own = shelf.startsWith("/practices/");
        table.row(
                        id + "_publish",
                        row -> elsewhere(own, () -> publishing(shelf, manuscript, ELSEWHERE), row)
                                .done(() -> publishing(shelf, manuscript, editor))
                                .badInput(() ->
                                        publishing(shelf, manuscript, editor).json("{\"language\": \"en\"}"))
                                .badInput(() -> post(shelf + "/" + (own ? "no-prefix" : "own-a") + "/versions")
                                        .as(editor)
                                        .json(manuscript.get().toString()))
                                .wrongRole(() -> publishing(shelf, manuscript, reader)))
                .row(
                        id + "_write",
                        row -> elsewhere(own, () -> writing(shelf, manuscript, ELSEWHERE), row)
                                .done(() -> writing(shelf, manuscript, editor))
                                .badInput(
                                        () -> writing(shelf, manuscript, editor).json("{"))
                                .wrongRole(() -> writing(shelf, manuscript, reader)))
                .row(
                        id + "_discard",
                        row -> elsewhere(own, () -> changed(delete(drafted(shelf, manuscript, editor)), ELSEWHERE), row)
                                .done(() -> changed(delete(drafted(shelf, manuscript, editor)), editor))
                                .badInput(() -> changed(delete(shelf + "/No_Slug/draft"), editor))
                                .wrongRole(() -> changed(delete(shelf + "/own-a/draft"), reader)))
                .row(
                        id + "_publishDraft",
                        row -> elsewhere(
                                        own,
                                        () -> changed(
                                                post(drafted(shelf, manuscript, editor) + "/publication"), ELSEWHERE),
                                        row)
                                .done(() -> changed(post(drafted(shelf, manuscript, editor) + "/publication"), editor))
                                .badInput(() -> changed(post(shelf + "/No_Slug/draft/publication"), editor))
                                .wrongRole(() -> changed(post(shelf + "/own-a/draft/publication"), reader)))
                .row(
                        id + "_retire",
                        row -> elsewhere(own, () -> retiring(published(shelf, manuscript, editor), ELSEWHERE), row)
                                .done(() -> retiring(published(shelf, manuscript, editor), editor))
                                .badInput(() -> retiring(shelf + "/No_Slug", editor))
                                .wrongRole(() -> retiring(published(shelf, manuscript, editor), reader)));
    }

    private static EveryOperation.Row elsewhere(boolean own, Supplier<Call> call, EveryOperation.Row row) {
        return own ? row.wrongPractice(call) : row.ofNoPractice(NO_PRACTICE);
    }

    private void deadLetters(EveryOperation table) {
        var operator = Tokens.operator();
        var everywhere = "An operator runs the installation for every practice";
        table.row(
                        "listDeadLetters",
                        row -> row.done(() -> get("/dead-letters?limit=5").as(operator))
                                .badInput(() -> get("/dead-letters?limit=0").as(operator))
                                .wrongRole(() -> get("/dead-letters").as(OWN_EDITOR))
                                .ofNoPractice(everywhere))
                .row(
                        "replayDeadLetter",
                        row -> row.done(() ->
                                        post("/dead-letters/%s/replay", kept()).as(operator))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() ->
                                        post("/dead-letters/%s/replay", kept()).as(OWN_EDITOR))
                                .ofNoPractice(everywhere))
                .row(
                        "replayDeadLetters",
                        row -> row.done(() -> post("/dead-letters/replays")
                                        .as(operator)
                                        .json("{\"ids\": [\"" + kept() + "\"]}"))
                                .badInput(() -> post("/dead-letters/replays")
                                        .as(operator)
                                        .json("{}"))
                                .wrongRole(() -> post("/dead-letters/replays")
                                        .as(OWN_EDITOR)
                                        .json("{\"ids\": [\"x\"]}"))
                                .ofNoPractice(everywhere));
    }

    private static Call publishing(String shelf, Supplier<ObjectNode> manuscript, String editor) {
        return post(slug(shelf) + "/versions").as(editor).json(manuscript.get().toString());
    }

    private static Call writing(String shelf, Supplier<ObjectNode> manuscript, String editor) {
        return put(slug(shelf) + "/draft").as(editor).json(manuscript.get().toString());
    }

    private static Call changed(Call call, String editor) {
        return call.as(editor).header("If-Match", "\"1\"");
    }

    private static Call retiring(String piece, String editor) {
        var tag = piece.substring(piece.lastIndexOf('/') + 1) + "-1-en";
        return post(piece + "/retirement").as(editor).header("If-Match", "\"" + tag + "\"");
    }

    private static String published(String shelf, Supplier<ObjectNode> manuscript, String editor) {
        var piece = slug(shelf);
        Drafts.as(editor)
                .body(manuscript.get().toString())
                .post(piece + "/versions")
                .then()
                .statusCode(201);
        return piece;
    }

    private static String drafted(String shelf, Supplier<ObjectNode> manuscript, String editor) {
        var piece = slug(shelf);
        Drafts.as(editor)
                .body(manuscript.get().toString())
                .put(piece + "/draft")
                .then()
                .statusCode(201);
        return piece + "/draft";
    }

    private static String slug(String shelf) {
        return shelf + "/" + (shelf.startsWith("/practices/") ? "own-" : "") + Drafts.newSlug();
    }

    /// A record of a type that the service now passes over.
    private String kept() {
        long offset = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into dead_letter (topic, partition, record_offset, key, type, reason, headers, data)
                        values ('sacrum.session.v1', 3, ?, 'somebody', 'care.sacrum.session.newer.v9', 'no-type',
                            '{"ce_type": "care.sacrum.session.newer.v9"}'::jsonb, '{}')""")) {
            insert.setLong(1, offset);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "sacrum.session.v1:3:" + offset;
    }
}
