package care.sacrum.session.report;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class NotesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
        course.logs(first, "\"freeTextNote\": \"Felt fine.\"").statusCode(201);
        course.logs("\"painBefore\": 4").statusCode(201);
        course.withAnotherPatient()
                .logs(second, "\"freeTextNote\": \"Less so.\"")
                .statusCode(201);
    }

    @Test
    void unreadNotesOfThePracticeAreListedOldestFirstPageByPage() {
        var next = as(course.clinician())
                .get(unread() + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.reportId", contains(first.toString()))
                .body("items[0].text", is("Felt fine."))
                .body("items[0].localDay", is("2026-02-05"))
                .extract()
                .<String>path("next");

        as(course.lead())
                .get(unread() + "?limit=1&after=" + next)
                .then()
                .body("items.reportId", contains(second.toString()))
                .body("items.text", contains("Less so."));
        as(course.clinician()).get(unread() + "?after=nonsense").then().statusCode(422);
    }

    @Test
    void whatWasWrittenOfASignIsANoteToRead() {
        var third = UUID.randomUUID();
        course.logs(third, """
                        "freeTextNote": "Slept badly.",
                        "symptoms": [{"code": "leg_pain", "status": "present"},
                                     {"code": "saddle_numbness", "status": "denied",
                                      "detail": "only a bit numb since this morning"}]""").statusCode(201);
        var fourth = UUID.randomUUID();
        course.logs(
                        fourth,
                        "\"symptoms\": [{\"code\": \"leg_pain\", \"status\": \"present\", \"detail\": \"like fire\"}]")
                .statusCode(201);

        as(course.clinician())
                .get(unread())
                .then()
                .body("items.reportId", hasItems(third.toString(), fourth.toString()))
                .body(
                        "items.text",
                        hasItems(
                                "Slept badly.\nsaddle_numbness, denied: only a bit numb since this morning",
                                "leg_pain, present: like fire"));
        as(course.clinician()).put(read(fourth)).then().statusCode(200);
        as(course.clinician()).get(unread()).then().body("items.reportId", not(hasItem(fourth.toString())));
    }

    @Test
    void aNoteThatWasReadIsNoLongerListedAndTheFirstReaderStays() {
        var mark = as(course.clinician())
                .put(read(first))
                .then()
                .statusCode(200)
                .body("readBy", notNullValue())
                .extract()
                .<String>path("readAt");

        as(course.clinician()).put(read(first)).then().statusCode(200).body("readAt", is(mark));
        as(course.clinician()).get(unread()).then().body("items.reportId", contains(second.toString()));
    }

    @Test
    void readingANoteIsToldOnceWithoutItsWords() {
        as(course.clinician()).put(read(first)).then().statusCode(200);
        as(course.clinician()).put(read(first)).then().statusCode(200);

        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            var told = topic.next(
                    message ->
                            course.key().equals(message.key()) && message.type().equals(NoteRead.TYPE),
                    SOON);
            assertThat(Contracts.faults(told.type(), told.value())).isEmpty();
            assertThat(told.value()).doesNotContain("Felt fine.").contains(first.toString());
            assertThat(topic.all(message ->
                            course.key().equals(message.key()) && message.type().equals(NoteRead.TYPE)))
                    .hasSize(1);
        }
    }

    @Test
    void whatHasNoNoteOrIsAnothersCannotBeRead() {
        var silent = UUID.randomUUID();
        course.logs(silent, "").statusCode(201);

        as(course.clinician()).put(read(silent)).then().statusCode(404);
        as(course.clinician()).put(read(second)).then().statusCode(404);
        as(course.clinician()).put(read(UUID.randomUUID())).then().statusCode(404);
        as(course.clinician()).put(course.path() + "/notes/none/read").then().statusCode(422);
    }

    @Test
    void nobodyElseListsOrMarksNotes() {
        var elsewhere = Course.begin();
        as(course.own()).get(unread()).then().statusCode(403);
        as(Tokens.integrator(course.practice())).get(unread()).then().statusCode(403);
        as(elsewhere.clinician()).get(unread()).then().statusCode(404);
        as(course.own()).put(read(first)).then().statusCode(403);
        as(course.lead()).put(read(first)).then().statusCode(403);
        as(elsewhere.clinician()).put(read(first)).then().statusCode(404);
        as(elsewhere.clinician())
                .get("/practices/" + elsewhere.practice() + "/unread-notes")
                .then()
                .statusCode(200)
                .body("items", empty());
        as(course.clinician()).get(unread()).then().body("items", hasSize(2));
    }

    private String unread() {
        return "/practices/" + course.practice() + "/unread-notes";
    }

    private String read(UUID report) {
        return course.path() + "/notes/" + report + "/read";
    }
}
