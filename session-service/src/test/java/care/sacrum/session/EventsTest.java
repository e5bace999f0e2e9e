package care.sacrum.session;

import static care.sacrum.session.Course.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Faults;
import care.sacrum.local.backing.TestTopic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class EventsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOPIC = "sacrum.session.v1";

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void aSessionBecomesAnEventThatFitsItsSchema() {
        var id = UUID.randomUUID();
        course.logs(id, """
                        "painBefore": 4, "freeTextNote": "my own words", "comment": "other words",
                        "symptoms": [{"code": "leg_pain", "status": "present", "detail": "more of my words"}]""").statusCode(201);

        try (var topic = TestTopic.named(TOPIC).fromTheBeginning()) {
            var event = topic.next(message -> message.value().contains(id.toString()), SOON);

            assertThat(event.key()).isEqualTo(course.practice() + "/" + course.patient());
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "care.sacrum.session.completed.v1")
                    .containsEntry("ce_source", "/sacrum/session-service")
                    .containsEntry("ce_subject", "report/" + id)
                    .containsEntry("ce_time", "2026-02-05T18:00:00Z")
                    .containsEntry("ce_dataschema", "/contracts/care.sacrum.session.completed.v1.schema.json")
                    .containsEntry("content-type", "application/json");
            assertThat(Contracts.faults(event.type(), event.value())).isEmpty();
            var report = Contracts.json(event.value()).path("report");
            assertThat(report.path("hasNote").booleanValue()).isTrue();
            assertThat(report.path("painBefore").intValue()).isEqualTo(4);
            assertThat(event.value()).doesNotContain("words", "Ada Example");
            assertThat(event.headers().toString()).doesNotContain("leg_pain", "Ada Example");
        }
    }

    @Test
    void eachKindOfReportHasItsEventAndEachIsToldOnce() {
        var session = UUID.randomUUID();
        course.logs(session, "").statusCode(201);
        course.logs(session, "").statusCode(200);
        course.logs(session, "\"painBefore\": 4").statusCode(409);
        course.checksIn("").statusCode(201);
        as(course.own())
                .body("""
                        {"kind": "correction", "observedAt": "2026-02-05T18:10:00Z", "observedTimeZone": "UTC",
                         "corrects": "%s"}""".formatted(session))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);

        assertThat(typesOf(course, 4))
                .containsExactly(
                        "care.sacrum.session.patient-recorded.v1",
                        "care.sacrum.session.completed.v1",
                        "care.sacrum.session.symptoms-reported.v1",
                        "care.sacrum.session.report-corrected.v1");
    }

    @Test
    void everyEventOnTheTopicFitsItsSchemaAndNamesNobody() {
        course.checksIn("\"painBefore\": 4").statusCode(201);
        typesOf(course, 2);

        try (var topic = TestTopic.named(TOPIC).fromTheBeginning()) {
            assertThat(topic.all(message -> true)).isNotEmpty().allSatisfy(message -> {
                assertThat(Contracts.TYPES).contains(message.type());
                assertThat(Contracts.faults(message.type(), message.value())).isEmpty();
                assertThat(message.value()).doesNotContain("Ada Example", "By the park");
            });
        }
    }

    @Test
    void sessionsAreTakenWhileKafkaIsDownAndToldInTheirOrderAfterwards() {
        var logged = new ArrayList<String>();
        Faults.withoutKafka(() -> {
            for (int i = 0; i < 20; i++) {
                var id = UUID.randomUUID();
                course.logs(id, "\"painBefore\": " + i % 10).statusCode(201);
                logged.add(id.toString());
            }
        });

        typesOf(course, 21);
        try (var topic = TestTopic.named(TOPIC).fromTheBeginning()) {
            var told = topic
                    .all(message -> course.key().equals(message.key())
                            && message.type().equals("care.sacrum.session.completed.v1"))
                    .stream()
                    .map(message -> Contracts.json(message.value())
                            .path("report")
                            .path("reportId")
                            .asText())
                    .distinct()
                    .toList();
            assertThat(told).containsExactlyElementsOf(logged);
        }
    }

    @Test
    void theSchemasAreServedWhereTheEventsSayTheyAre() {
        for (var type : Contracts.TYPES) {
            var served = given().get("/contracts/" + type + ".schema.json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(Contracts.json(served)).isEqualTo(Contracts.json(Contracts.schema(type)));
            assertThat(Contracts.faults(type, Contracts.example(type).toString()))
                    .isEmpty();
        }
    }

    /// The types of the patient's events in their order, once there are so many.
    private static List<String> typesOf(Course course, int count) {
        try (var topic = TestTopic.named(TOPIC).fromTheBeginning()) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> topic.all(message -> course.key().equals(message.key()))
                                    .size()
                            >= count);
            return topic.all(message -> course.key().equals(message.key())).stream()
                    .map(TestTopic.Message::type)
                    .toList();
        }
    }
}
