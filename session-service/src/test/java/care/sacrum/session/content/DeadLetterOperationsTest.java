package care.sacrum.session.content;

import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.post;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.Tokens;
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
import org.junit.jupiter.api.Test;

/// An operator sees the content events this service could not use, and brings them again.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
class DeadLetterOperationsTest {

    @TestHTTPResource("/")
    URI service;

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsSaidOfDeadLettersIsTrue() {
        var operator = Tokens.operator();
        var lead = Tokens.lead(UUID.randomUUID());

        EveryOperation.at(service)
                .tagged("Dead letters")
                .row(
                        "listDeadLetters",
                        row -> row.done(() -> get("/dead-letters?limit=5").as(operator))
                                .badInput(() -> get("/dead-letters?limit=0").as(operator))
                                .wrongRole(() -> get("/dead-letters").as(lead))
                                .ofNoPractice("An operator runs the installation for every practice"))
                .row(
                        "replayDeadLetter",
                        row -> row.done(() ->
                                        post("/dead-letters/%s/replay", kept()).as(operator))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() ->
                                        post("/dead-letters/%s/replay", kept()).as(lead))
                                .ofNoPractice("An operator runs the installation for every practice"))
                .row(
                        "replayDeadLetters",
                        row -> row.done(() -> post("/dead-letters/replays")
                                        .as(operator)
                                        .json("{\"ids\": [\"" + kept() + "\"]}"))
                                .badInput(() -> post("/dead-letters/replays")
                                        .as(operator)
                                        .json("{}"))
                                .wrongRole(() ->
                                        post("/dead-letters/replays").as(lead).json("{\"ids\": [\"x\"]}"))
                                .ofNoPractice("An operator runs the installation for every practice"))
                .verify();
    }

    /// A record of a type that the service now passes over.
    private String kept() {
        long offset = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into dead_letter (topic, partition, record_offset, key, type, reason, headers, data)
                        values ('sacrum.content.v1', 3, ?, 'pelvic-tilt', 'care.sacrum.content.newer.v9', 'no-type',
                            '{"ce_type": "care.sacrum.content.newer.v9"}'::jsonb, '{}')""")) {
            insert.setLong(1, offset);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "sacrum.content.v1:3:" + offset;
    }
}
