package care.sacrum.session;

import static care.sacrum.session.Course.as;

import care.sacrum.local.backing.TestTopic;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/// Stands where content-service would, and writes what it writes.
public final class Publisher {

    private static final String TOPIC = "sacrum.content.v1";

    private Publisher() {}

    /// The exercise, the programme and the texts that the tests use; returns when the service has taken them.
    public static void publishesTheUsual() {
        publishes("exercise", "pelvic-tilt", "{}");
        publishes("article", "emergency-texts", """
                {"emergencyTexts": {"chest_pain": "Your chest hurts. Call an ambulance now."}}""");
        publishes("programme", "gentle-start", "{}");
        var course = Course.begin();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(course.clinician())
                                .body("""
                                        {"programme": "%s", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 1}""".formatted("no-such-programme"))
                                .put(course.path() + "/prescriptions/" + UUID.randomUUID())
                                .statusCode()
                        == 422);
    }

    /// A programme with a schedule, of one exercise with a dosage; returns when the service has taken both.
    public static void publishesADosedProgramme() {
        publishes("exercise", "dosed-tilt", """
                {"dosage": {"sets": {"min": 1, "max": 1}, "repetitions": {"min": 10, "max": 12},
                            "holdSeconds": {"min": 5, "max": 5}, "restSeconds": {"min": 2, "max": 5}}}""");
        publishes("programme", "dosed-start", """
                {"exercises": [{"slug": "dosed-tilt", "version": 1}],
                 "schedule": {"timesADay": {"min": 1, "max": 2}, "daysAWeek": {"min": 5, "max": 6}}}""");
        var course = Course.begin();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(course.clinician())
                        .body("""
                                {"programme": "dosed-start", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 1,
                                 "exercises": [{"exercise": "dosed-tilt", "sets": 20}]}""")
                        .put(course.path() + "/prescriptions/" + UUID.randomUUID())
                        .asString()
                        .contains("exercises[0].sets"));
    }

    /// Returns when the service has taken the programme.
    public static void awaitProgramme(String slug) {
        var course = Course.begin();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(course.clinician())
                                .body("""
                                        {"programme": "%s", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 1}""".formatted(slug))
                                .put(course.path() + "/prescriptions/" + UUID.randomUUID())
                                .statusCode()
                        == 201);
    }

    public static void publishes(String kind, String slug, String document) {
        sends("content/" + kind + "/" + slug, "care.sacrum.content.published.v1", """
                {"kind": "%s", "slug": "%s", "version": 1, "language": "en", "title": "A title",
                 "publishedAt": "2026-01-01T00:00:00Z", "somethingNew": true, "document": %s}""".formatted(kind, slug, document));
    }

    public static void sends(String key, String type, String data) {
        try (var topic = TestTopic.named(TOPIC)) {
            topic.send(
                    key,
                    data,
                    Map.of("ce_type", type, "ce_id", UUID.randomUUID().toString()));
        }
    }
}
