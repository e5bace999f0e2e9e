package care.sacrum.session.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class ContentEventsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    ContentCopy copy;

    @Inject
    AgroalDataSource database;

    private static final UUID PRACTICE = UUID.randomUUID();

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
    }

    @Test
    void whatIsPublishedIsKnownSoonHoweverOftenItIsTold() {
        var slug = "exercise-" + UUID.randomUUID();
        assertThat(copy.exercises(PRACTICE).test(slug)).isFalse();

        Publisher.publishes("exercise", slug, "{}");
        Publisher.publishes("exercise", slug, "{}");

        await().atMost(SOON).until(() -> copy.exercises(PRACTICE).test(slug));
    }

    @Test
    void aRecordThatCannotBeReadStopsNoneBehindIt() {
        var slug = "exercise-" + UUID.randomUUID();
        var key = "content/exercise/" + slug;
        try (var deadLetters = TestTopic.named("sacrum.dead-letter.v1")) {
            Publisher.sends(key, "care.sacrum.content.published.v1", "{\"kind\": ");
            Publisher.sends(key, "care.sacrum.content.published.v1", "{\"kind\": \"exercise\", \"version\": 1}");
            Publisher.sends(key, "care.sacrum.content.burnt.v1", "{}");
            Publisher.publishes("exercise", slug, "{}");

            await().atMost(SOON).until(() -> copy.exercises(PRACTICE).test(slug));
            await().atMost(SOON)
                    .until(() -> deadLetters
                                    .all(message -> key.equals(message.key()))
                                    .size()
                            == 2);
        }
    }

    @Test
    void anExerciseThatNobodyPublishedIsSetAside() {
        Course.begin()
                .logs("\"exercisesDone\": [{\"exercise\": \"handstand\"}, {\"exercise\": \"pelvic-tilt\"}]")
                .statusCode(201)
                .body("setAside.field", is(List.of("exercisesDone[0].exercise")));
    }

    @Test
    void aSymptomWithAnEmergencyTextIsARedFlag() {
        Course.begin()
                .logs("\"painDuringMax\": 8, \"symptoms\": [{\"code\": \"chest_pain\", \"status\": \"present\"}]")
                .statusCode(201)
                .body("advice", is("pending"))
                .body("emergencyText", containsString("Call an ambulance now."));
    }

    @Test
    void whileNothingIsKnownNothingIsRefusedForBeingUnknown() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from content_copy")) {
            delete.executeUpdate();
        }
        copy.reload();

        assertThat(copy.exercises(PRACTICE).test("handstand")).isTrue();
        assertThat(copy.isPublished(PRACTICE, "boot-camp", Optional.of(7))).isTrue();
        assertThat(copy.emergencyCodes()).isEmpty();
        Course.begin()
                .checksIn(
                        "\"painDuringMax\": 8, \"symptoms\": [{\"code\": \"saddle_numbness\", \"status\": \"present\"}]")
                .body("emergencyText", containsString("go to the emergency department now"));
    }
}
