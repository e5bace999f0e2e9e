package care.sacrum.session.hold;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class ProgrammeHoldsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant SINCE = Instant.parse("2026-02-05T18:01:00.120Z");
    private static final Instant RELEASED = Instant.parse("2026-02-06T09:30:00.250Z");

    @Inject
    AgroalDataSource database;

    private Course course;
    private TestTopic triage;

    @BeforeEach
    void begin() {
        course = Course.begin();
        triage = TestTopic.named("sacrum.triage.v1");
    }

    @AfterEach
    void close() {
        triage.close();
    }

    @Test
    void theReceiptOfEveryReportSaysThatTheProgrammeIsOnHold() {
        course.logs("").statusCode(201).body("$", not(hasKey("programme")));
        held(UUID.randomUUID());
        awaitHold();

        var session = UUID.randomUUID();
        for (int status : List.of(201, 200)) {
            course.logs(session, "")
                    .statusCode(status)
                    .body("programme.state", is("hold"))
                    .body("programme.since", is(SINCE.toString()))
                    .body("programme.says", containsString("Do not exercise until your clinic says that you may"));
        }
        course.checksIn("\"painBefore\": 4").statusCode(201).body("programme.state", is("hold"));
        as(course.own())
                .body("""
                        {"reports": [{"reportId": "%s", "kind": "session", "observedAt": "2026-02-05T18:00:00Z"},
                                     {"reportId": "%s", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                                      "observedTimeZone": "Europe/London"}]}""".formatted(UUID.randomUUID(), session))
                .post(course.path() + "/reports")
                .then()
                .statusCode(200)
                .body("items.result", is(List.of("created", "already_there")))
                .body("items.receipt.programme.state", is(List.of("hold", "hold")));
    }

    @Test
    void theRecordAndThePrescriptionsSayItToo() {
        var plan = course.path() + "/prescriptions/" + UUID.randomUUID();
        as(course.clinician()).body("""
                        {"programme": "gentle-start", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 5}""").put(plan);
        held(UUID.randomUUID());
        awaitHold();

        as(course.own())
                .get(course.path())
                .then()
                .body("programme.state", is("hold"))
                .body("version", is(1));
        as(course.clinician())
                .get("/practices/" + course.practice() + "/patients")
                .then()
                .body("items[0].programme.since", is(SINCE.toString()));
        as(course.own()).get(plan).then().body("hold.state", is("hold"));
        as(course.own()).get(course.path() + "/prescriptions").then().body("items[0].hold.state", is("hold"));
        Course.changing(course.clinician(), plan)
                .body("""
                        {"programme": "gentle-start", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 4}""")
                .put(plan)
                .then()
                .statusCode(200)
                .body("hold.state", is("hold"));
        as(course.clinician())
                .get(plan + "/versions")
                .then()
                .body("items.size()", is(2))
                .body("items[0].prescription", not(hasKey("hold")));
    }

    @Test
    void aReleaseEndsItAndTheIntervalStays() throws SQLException {
        var hold = UUID.randomUUID();
        held(hold);
        awaitHold();

        released(hold);
        awaitNoHold();

        course.logs("").statusCode(201).body("$", not(hasKey("programme")));
        assertThat(intervals()).containsExactly(SINCE + " to " + RELEASED);
        as(course.own())
                .get(course.path() + "/record")
                .then()
                .body("programmeHolds", is(List.of(Map.of("heldAt", SINCE.toString(), "releasedAt", "" + RELEASED))));
    }

    @Test
    void inWhicheverOrderAndHoweverOftenItIsToldTheIntervalsAreTheSame() throws SQLException {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        List<Runnable> events = List.of(() -> held(first), () -> released(first), () -> held(second));
        for (var order : orders(3)) {
            course = course.withAnotherPatient();
            order.forEach(each -> events.get(each).run());
            order.reversed().forEach(each -> events.get(each).run());
            released(first);
            awaitTaken();

            assertThat(intervals()).as(order.toString()).containsExactly(SINCE + " to " + RELEASED, SINCE + " to now");
            assertThat(programme()).isEqualTo("hold");
        }
    }

    @Test
    void aPatientWhoReadsSpanishIsToldInSpanish() {
        course.putPatient("""
                {"subject": "%s", "homeTimeZone": "Europe/Madrid", "language": "es"}""".formatted(course.subject())).statusCode(200);
        held(UUID.randomUUID());
        awaitHold();

        course.logs("").statusCode(201).body("programme.says", containsString("están en pausa"));
    }

    @Test
    void ofAPatientWhoWasErasedNothingIsKept() throws SQLException {
        var hold = UUID.randomUUID();
        held(hold);
        awaitHold();
        as(course.lead()).delete(course.path()).then().statusCode(200);
        assertThat(intervals()).isEmpty();

        held(hold);
        released(hold);
        awaitTaken();

        assertThat(intervals()).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadStopsNoneBehindIt() {
        try (var deadLetters = TestTopic.named("sacrum.dead-letter.v1")) {
            send("care.sacrum.triage.programme-held.v1", "{\"holdId\": ");
            send("care.sacrum.triage.something-new.v1", "whatever");
            held(UUID.randomUUID());

            awaitHold();
            deadLetters.next(message -> course.key().equals(message.key()), SOON);
        }
    }

    private void held(UUID hold) {
        send("care.sacrum.triage.programme-held.v1", """
                {"practiceId": "%s", "patientId": "%s", "holdId": "%s", "since": "%s",
                 "because": [{"rule": "nerve-root"}]}""".formatted(course.practice(), course.patient(), hold, SINCE));
    }

    private void released(UUID hold) {
        send("care.sacrum.triage.programme-released.v1", """
                {"practiceId": "%s", "patientId": "%s", "holdId": "%s", "since": "%s", "releasedAt": "%s",
                 "releasedBy": "someone"}""".formatted(
                        course.practice(), course.patient(), hold, SINCE, RELEASED));
    }

    private void send(String type, String data) {
        triage.send(
                course.key(),
                data,
                Map.of("ce_type", type, "ce_id", UUID.randomUUID().toString()));
    }

    /// Everything sent before for this patient was taken: a dead letter stands behind it in the same partition.
    private void awaitTaken() {
        try (var deadLetters = TestTopic.named("sacrum.dead-letter.v1")) {
            send("care.sacrum.triage.programme-held.v1", "{");
            deadLetters.next(message -> course.key().equals(message.key()), SOON);
        }
    }

    private void awaitHold() {
        await().atMost(SOON).until(() -> "hold".equals(programme()));
    }

    private void awaitNoHold() {
        await().atMost(SOON).until(() -> programme() == null);
    }

    private String programme() {
        return as(course.clinician()).get(course.path()).path("programme.state");
    }

    private static List<List<Integer>> orders(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Integer>>();
        for (var shorter : orders(size - 1)) {
            for (int at = 0; at < size; at++) {
                var order = new ArrayList<>(shorter);
                order.add(at, size - 1);
                orders.add(order);
            }
        }
        return orders;
    }

    private List<String> intervals() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select held_at, released_at from programme_hold
                        where practice_id = ? and patient_id = ? order by released_at nulls last""")) {
            select.setObject(1, course.practice());
            select.setObject(2, course.patient());
            try (var found = select.executeQuery()) {
                var intervals = new ArrayList<String>();
                while (found.next()) {
                    var released = found.getTimestamp(2);
                    intervals.add(found.getTimestamp(1).toInstant() + " to "
                            + (released == null ? "now" : released.toInstant()));
                }
                return intervals;
            }
        }
    }
}
