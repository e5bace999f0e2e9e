package care.sacrum.session.practice;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Contracts;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class PracticesTest {

    private static final String BY_THE_PARK = """
            {"name": "By the park", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999"}""";

    private final UUID practice = UUID.randomUUID();

    @Test
    void aPracticeIsRecordedOnceAndChangedInVersions() {
        put(Tokens.lead(practice), BY_THE_PARK)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("practiceId", is(practice.toString()))
                .body("version", is(1));
        put(Tokens.operator(), BY_THE_PARK).statusCode(200).body("version", is(1));
        put(Tokens.lead(practice), BY_THE_PARK.replace("999", "112"))
                .statusCode(200)
                .body("version", is(2));

        as(Tokens.clinician(practice))
                .get("/practices/{p}", practice)
                .then()
                .statusCode(200)
                .body("emergencyNumber", is("112"))
                .body("name", is("By the park"));
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            topic.next(
                    message -> practice.toString().equals(message.key())
                            && message.value().contains("112"),
                    Duration.ofSeconds(30));
            assertThat(topic.all(message -> practice.toString().equals(message.key())))
                    .extracting(message ->
                            Contracts.json(message.value()).path("version").intValue())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void aChangeOfAnotherVersionThanThePresentOneIsRefused() {
        put(Tokens.lead(practice), BY_THE_PARK).statusCode(201);

        as(Tokens.lead(practice))
                .header("If-Match", "\"7\"")
                .body(BY_THE_PARK.replace("999", "112"))
                .put("/practices/{p}", practice)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        as(Tokens.lead(practice))
                .header("If-Match", "\"1\"")
                .body(BY_THE_PARK.replace("999", "112"))
                .put("/practices/{p}", practice)
                .then()
                .statusCode(200);
    }

    @Test
    void fieldsThatAreWrongAreNamed() {
        put(Tokens.operator(), "{\"name\": \" \", \"emergencyNumber\": \"help\"}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", containsInAnyOrder("country", "emergencyNumber", "name", "timeZone"));
        put(Tokens.operator(), BY_THE_PARK.replace("GB", "Narnia").replace("Europe/London", "UTC+1"))
                .statusCode(422)
                .body("errors.field", contains("country", "timeZone"));
        put(Tokens.operator(), BY_THE_PARK.replace("\"name\"", "\"title\"")).statusCode(400);
        put(Tokens.operator(), "{").statusCode(400).contentType("application/problem+json");
        put(Tokens.operator(), "[]").statusCode(400).contentType("application/problem+json");
        as(Tokens.operator()).body(BY_THE_PARK).put("/practices/here").then().statusCode(422);
    }

    @Test
    void onlyItsLeadAndTheOperatorRecordAPractice() {
        put(Tokens.clinician(practice), BY_THE_PARK).statusCode(403);
        put(Tokens.patient("somebody"), BY_THE_PARK).statusCode(403);
        put(Tokens.lead(UUID.randomUUID()), BY_THE_PARK).statusCode(404);
        put(Tokens.expired(practice), BY_THE_PARK).statusCode(401);
        put(Tokens.lead(practice), BY_THE_PARK).statusCode(201);

        as(Tokens.clinician(UUID.randomUUID()))
                .get("/practices/{p}", practice)
                .then()
                .statusCode(404);
        as(Tokens.editor()).get("/practices/{p}", practice).then().statusCode(403);
        as(Tokens.operator()).get("/practices/{p}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theGoldenExampleIsWhatTheServiceWrites() {
        var golden = Contracts.example(PracticeRecorded.TYPE);
        var practice = new PracticeView(
                UUID.fromString(golden.path("practiceId").asText()), 1, "By the park", "GB", "Europe/London", "999");

        var event = PracticeRecorded.of(practice).at(Instant.EPOCH, Contracts.JSON);

        assertThat(Contracts.json(new String(event.data(), StandardCharsets.UTF_8)))
                .isEqualTo(golden);
    }

    private ValidatableResponse put(String token, String body) {
        return as(token).body(body).put("/practices/{p}", practice).then();
    }
}
