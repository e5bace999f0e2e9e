package care.sacrum.session.practice;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.asking.Weekday;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        change(BY_THE_PARK.replace("999", "112")).statusCode(200).body("version", is(2));

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
        put(Tokens.lead(practice), BY_THE_PARK.replace("999", "112"))
                .statusCode(428)
                .contentType("application/problem+json");
        as(Tokens.lead(practice))
                .header("If-Match", "\"1\"")
                .body(BY_THE_PARK.replace("999", "112"))
                .put("/practices/{p}", practice)
                .then()
                .statusCode(200);
    }

    @Test
    void hoursAndHolidaysAreKeptInTheirOrderAndTold() {
        put(Tokens.lead(practice), BY_THE_PARK).statusCode(201).body("hours", nullValue());
        change(withHours("""
                {"day": "thursday", "opens": "00:00", "closes": "24:00"},
                {"day": "monday", "opens": "13:30", "closes": "17:00"},
                {"day": "monday", "opens": "08:30", "closes": "13:30"}""", "\"2026-12-26\", \"2026-12-25\", \"2026-12-26\""))
                .statusCode(200)
                .body("version", is(2));
        // Said in another order it is the same.
        put(Tokens.lead(practice), withHours("""
                {"day": "monday", "opens": "08:30", "closes": "13:30"},
                {"day": "thursday", "opens": "00:00", "closes": "24:00"},
                {"day": "monday", "opens": "13:30", "closes": "17:00"}""", "\"2026-12-25\", \"2026-12-26\""))
                .statusCode(200)
                .body("version", is(2));

        as(Tokens.clinician(practice))
                .get("/practices/{p}", practice)
                .then()
                .body("hours.day", contains("monday", "monday", "thursday"))
                .body("hours.opens", contains("08:30", "13:30", "00:00"))
                .body("holidays", contains("2026-12-25", "2026-12-26"));
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            var told = topic.next(
                    message -> practice.toString().equals(message.key())
                            && message.value().contains("thursday"),
                    Duration.ofSeconds(30));
            assertThat(Contracts.faults(PracticeRecorded.TYPE, told.value())).isEmpty();
            assertThat(told.value()).contains("2026-12-25").doesNotContain("By the park");
        }
    }

    @Test
    void hoursThatCannotBeAreRefused() {
        refusesHours("{\"day\": \"monday\", \"opens\": \"17:00\", \"closes\": \"08:30\"}", "hours");
        refusesHours("{\"day\": \"monday\", \"opens\": \"08:30\", \"closes\": \"08:30\"}", "hours");
        refusesHours(
                "{\"day\": \"monday\", \"opens\": \"08:30\", \"closes\": \"17:00\"},"
                        + "{\"day\": \"monday\", \"opens\": \"16:59\", \"closes\": \"18:00\"}",
                "hours");
        refusesHours("{\"day\": \"monday\", \"opens\": \"8:30\", \"closes\": \"25:00\"}", "hours[0].closes");
        refusesHours("{\"opens\": \"08:30\", \"closes\": \"17:00\"}", "hours[0].day");
        refusesHours("null", "hours[0]");
        put(Tokens.lead(practice), withHours("", "\"1066-10-14\""))
                .statusCode(422)
                .body("errors.field", contains("holidays"));
        put(Tokens.lead(practice), withHours("", "\"Christmas\"")).statusCode(400);
        put(Tokens.lead(practice), withHours("{\"day\": \"someday\", \"opens\": \"08:30\", \"closes\": \"17:00\"}", ""))
                .statusCode(400);
    }

    private void refusesHours(String hours, String field) {
        put(Tokens.lead(practice), withHours(hours, "")).statusCode(422).body("errors.field", hasItem(field));
    }

    private static String withHours(String hours, String holidays) {
        return BY_THE_PARK.replace(
                "\"999\"}", "\"999\", \"hours\": [" + hours + "], \"holidays\": [" + holidays + "]}");
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
                UUID.fromString(golden.path("practiceId").asText()),
                1,
                "By the park",
                "GB",
                "Europe/London",
                "999",
                Optional.of(List.of(
                        new OpeningHours(Weekday.MONDAY, "08:30", "17:00"),
                        new OpeningHours(Weekday.THURSDAY, "10:00", "19:00"))),
                List.of(LocalDate.of(2026, 12, 25)));

        var event = PracticeRecorded.of(practice).at(Instant.EPOCH, Contracts.JSON);

        assertThat(Contracts.json(new String(event.data(), StandardCharsets.UTF_8)))
                .isEqualTo(golden);
    }

    @Test
    void anEventWithoutHoursAsItWasWrittenBeforeStillFits() {
        assertThat(Contracts.faults(PracticeRecorded.TYPE, """
                        {"practiceId": "5ac20000-0000-4000-8000-000000000001", "version": 1, "country": "GB",
                         "timeZone": "Europe/London", "emergencyNumber": "999"}""")).isEmpty();
    }

    private ValidatableResponse change(String body) {
        return Course.changing(Tokens.lead(practice), "/practices/" + practice)
                .body(body)
                .put("/practices/{p}", practice)
                .then();
    }

    private ValidatableResponse put(String token, String body) {
        return as(token).body(body).put("/practices/{p}", practice).then();
    }
}
