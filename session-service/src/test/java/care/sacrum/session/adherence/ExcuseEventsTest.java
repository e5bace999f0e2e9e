package care.sacrum.session.adherence;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What others are told of excused days.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class ExcuseEventsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void anExcuseAndItsWithdrawalAreToldOnceEach() {
        var course = Course.begin();
        var id = UUID.randomUUID();
        var path = course.path() + "/excuses/" + id;
        var body = "{\"from\": \"%s\", \"reason\": \"illness\"}".formatted(LocalDate.now());
        as(course.own()).body(body).put(path).then().statusCode(201);
        as(course.own()).body(body).put(path).then().statusCode(200);
        as(course.own())
                .body("{}")
                .put(course.path() + "/excuses/" + UUID.randomUUID())
                .then()
                .statusCode(422);
        as(course.lead()).delete(path).then().statusCode(204);
        as(course.lead()).delete(path).then().statusCode(204);
        // What comes behind it was told after it.
        course.checksIn("").statusCode(201);

        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> ofTheCourse(topic, course).size() >= 4);
            var told = ofTheCourse(topic, course).stream()
                    .filter(message -> message.type().equals(ExcuseRecorded.TYPE))
                    .toList();

            assertThat(told)
                    .extracting(message ->
                            Contracts.json(message.value()).path("version").asInt())
                    .containsExactly(1, 2);
            assertThat(told).allSatisfy(message -> {
                assertThat(message.headers()).containsEntry("ce_subject", "excuse/" + id);
                assertThat(message.headers().toString()).doesNotContain("illness");
                assertThat(Contracts.faults(ExcuseRecorded.TYPE, message.value()))
                        .isEmpty();
            });
            var first = Contracts.json(told.getFirst().value());
            var second = Contracts.json(told.getLast().value());
            assertThat(first.path("saidBy").asText()).isEqualTo("patient");
            assertThat(first.has("withdrawnAt")).isFalse();
            assertThat(second.path("recordedAt")).isEqualTo(first.path("recordedAt"));
            assertThat(told.getLast().headers())
                    .containsEntry("ce_time", second.path("withdrawnAt").asText());
        }
    }

    /// "I still write this."
    @Test
    void anExcuseIsWrittenAsTheGoldenExampleSays() throws Exception {
        var golden = Contracts.example(ExcuseRecorded.TYPE);
        var excuse = new ExcuseView(
                UUID.fromString(golden.path("excuseId").asText()),
                UUID.fromString(golden.path("patientId").asText()),
                LocalDate.parse("2026-02-09"),
                LocalDate.parse("2026-02-11"),
                "illness",
                "patient",
                Instant.parse("2026-02-09T07:30:02Z"),
                Optional.of(Instant.parse("2026-02-10T18:05:11Z")));

        var event = ExcuseRecorded.of(UUID.fromString(golden.path("practiceId").asText()), excuse)
                .event(Contracts.JSON);

        assertThat(Contracts.JSON.readTree(event.data())).isEqualTo(golden);
        assertThat(Contracts.faults(ExcuseRecorded.TYPE, golden.toString())).isEmpty();
    }

    private static List<TestTopic.Message> ofTheCourse(TestTopic topic, Course course) {
        return topic.all(message -> course.key().equals(message.key()));
    }
}
