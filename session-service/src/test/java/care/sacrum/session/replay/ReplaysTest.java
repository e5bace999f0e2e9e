package care.sacrum.session.replay;

import static care.sacrum.local.backing.EveryOperation.Call.delete;
import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.post;
import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.EveryOperation.Call;
import care.sacrum.local.backing.Faults;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.platform.event.EventId;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Batches of three events, so that a patient's history takes several steps.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
@TestProfile(ReplaysTest.SmallSteps.class)
class ReplaysTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    public static class SmallSteps implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sacrum.replay.batch", "3", "sacrum.replay.most-unsent", "30");
        }
    }

    @TestHTTPResource("/")
    URI service;

    @Inject
    AgroalDataSource database;

    private Course course;
    private Course other;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        course = Course.begin();
        other = course.withAnotherPatient();
    }

    @Test
    void everythingOfAPracticeComesAgainAsItWasToldInOrderForEachPatient() {
        fill(course);
        fill(other);
        var first = told();

        var replay = done(ask("{}"));

        assertThat(replay.patients()).isEqualTo(2);
        assertThat(replay.patientsDone()).isEqualTo(2);
        var again = awaitedBehind(first, (int) replay.events());
        for (var key : List.of(course.practice().toString(), course.key(), other.key())) {
            assertThat(again.stream().filter(message -> key.equals(message.key())))
                    .as(key)
                    .extracting(TestTopic.Message::id)
                    .containsExactlyElementsOf(first.stream()
                            .filter(message -> key.equals(message.key()))
                            .map(TestTopic.Message::id)
                            .distinct()
                            .toList());
        }
        var original = new HashSet<Fact>();
        first.forEach(message -> original.add(Fact.of(message)));
        assertThat(again).anyMatch(message -> message.value().contains("onBehalf"));
        assertThat(again).allSatisfy(message -> {
            assertThat(Contracts.faults(message.type(), message.value())).isEmpty();
            assertThat(original).contains(Fact.of(message));
        });
    }

    @Test
    void onePatientMayBeAskedForAndATime() throws SQLException {
        var early = report(course);
        var late = report(course);
        report(other);
        at(early, "2026-01-10T00:00:00Z");
        at(late, "2026-03-10T00:00:00Z");
        var first = told();

        var replay = done(ask("""
                {"patientId": "%s", "from": "2026-01-10T00:00:00Z", "until": "2026-03-10T00:00:00Z"}""".formatted(course.patient())));

        assertThat(awaitedBehind(first, (int) replay.events()))
                .extracting(TestTopic.Message::type, TestTopic.Message::key)
                .containsExactlyInAnyOrder(
                        tuple(
                                "care.sacrum.session.practice-recorded.v1",
                                course.practice().toString()),
                        tuple("care.sacrum.session.patient-recorded.v1", course.key()),
                        tuple("care.sacrum.session.completed.v1", course.key()));
        assertThat(awaitedBehind(first, 3)).anyMatch(message -> message.value().contains(early.toString()));
    }

    @Test
    void aSignalThatWasRaisedComesAgainAsItWas() throws SQLException {
        var type = "care.sacrum.session.patient-silent.v1";
        var signal = (ObjectNode) Contracts.example(type).deepCopy();
        signal.put("practiceId", course.practice().toString())
                .put("patientId", course.patient().toString());
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into raised_signal (practice_id, patient_id, type, number, raised_at, data)
                        values (?, ?, ?, 1, '2026-02-05T18:00:00Z', ?::jsonb)""")) {
            insert.setObject(1, course.practice());
            insert.setObject(2, course.patient());
            insert.setString(3, type);
            insert.setString(4, signal.toString());
            insert.executeUpdate();
        }
        var first = told();

        var replay = done(ask("{\"patientId\": \"%s\"}".formatted(course.patient())));

        assertThat(awaitedBehind(first, (int) replay.events()))
                .filteredOn(message -> message.type().equals(type))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.id())
                            .isEqualTo(EventId.of(type, course.practice(), course.patient(), 1)
                                    .toString());
                    assertThat(Contracts.json(message.value())).isEqualTo(signal);
                    assertThat(Contracts.faults(type, message.value())).isEmpty();
                });
    }

    @Test
    void anErasedPatientStaysErased() {
        report(course);
        report(other);
        as(course.lead()).delete(course.path()).then().statusCode(200);
        var first = told();

        var replay = done(ask("{}"));

        assertThat(awaitedBehind(first, (int) replay.events()))
                .filteredOn(message -> course.key().equals(message.key()))
                .extracting(TestTopic.Message::type)
                .containsExactly("care.sacrum.session.patient-erased.v1");
        as(course.lead())
                .body("{\"patientId\": \"%s\"}".formatted(course.patient()))
                .post(path())
                .then()
                .statusCode(404);
    }

    @Test
    void aPatientErasedWhileTheStoryIsToldIsNotToldOfAfterwards() {
        for (int number = 0; number < 40; number++) {
            report(course);
        }
        ask("{}");

        as(course.lead()).delete(course.path()).then().statusCode(200);

        Awaitility.await()
                .atMost(SOON)
                .until(() -> reading(lastReplay()).status().equals("done"));
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            topic.next(
                    message ->
                            course.key().equals(message.key()) && message.type().endsWith("patient-erased.v1"),
                    SOON);
            assertThat(topic.all(message -> course.key().equals(message.key()))
                            .getLast()
                            .type())
                    .isEqualTo("care.sacrum.session.patient-erased.v1");
        }
    }

    @Test
    void whatHappensMeanwhileIsToldInItsOrder() {
        for (int number = 0; number < 20; number++) {
            report(course);
        }
        ask("{}");

        course.putPatient("""
                {"subject": "%s", "homeTimeZone": "Europe/Paris", "birthYear": 1985, "sex": "female"}""".formatted(course.subject())).statusCode(200);
        var replay = done(lastReplay());

        assertThat(replay.status()).isEqualTo("done");
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            topic.next(
                    message -> course.key().equals(message.key())
                            && message.value().contains("Europe/Paris"),
                    SOON);
            Awaitility.await().atMost(SOON).until(this::everythingIsSent);
            var versions = topic
                    .all(message ->
                            course.key().equals(message.key()) && message.type().endsWith("patient-recorded.v1"))
                    .stream()
                    .map(message ->
                            Contracts.json(message.value()).path("version").asLong())
                    .toList();
            assertThat(versions).isSorted();
        }
    }

    @Test
    void onlyOneIsUnderWayAndItCanBeCancelled() {
        for (int number = 0; number < 40; number++) {
            report(course);
        }
        Faults.withoutKafka(() -> {
            // With Kafka away the outbox fills up, and the story waits.
            var location = ask("{}");
            as(course.lead())
                    .body("{}")
                    .post(path())
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("detail", containsString(location.substring(location.lastIndexOf('/') + 1)));
            Awaitility.await().atMost(SOON).until(() -> unsent() > 30);

            as(Tokens.integrator(course.practice()))
                    .delete(location)
                    .then()
                    .statusCode(200)
                    .body("status", is("cancelled"));
            assertThat(reading(location).events()).isLessThan(42);
        });
        var again = done(ask("{}"));
        assertThat(again.status()).isEqualTo("done");
        as(course.lead())
                .delete(path() + "/" + again.replayId())
                .then()
                .statusCode(200)
                .body("status", is("done"));
    }

    @Test
    void aReplayGoesOnWhereItWasWhoeverTakesTheNextStep() throws SQLException {
        fill(course);
        report(course);
        var first = told();
        var replay = UUID.randomUUID();
        var reports = first.stream()
                .filter(message ->
                        course.key().equals(message.key()) && message.type().endsWith("completed.v1"))
                .toList();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into replay (practice_id, replay_id, patient_id, status, asked_by, asked_at, patients,
                                            patients_done, events, at_patient, at_chapter, at_place)
                        select practice_id, ?, patient_id, 'running', 'somebody', now(), 1, 0, 3, patient_id, 'report',
                               to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '|' ||
                               to_char(observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '|' || report_id
                        from report where report_id = ?""")) {
            insert.setObject(1, replay);
            insert.setObject(
                    2,
                    UUID.fromString(Contracts.json(reports.getFirst().value())
                            .path("report")
                            .path("reportId")
                            .asText()));
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }

        done(path() + "/" + replay);

        assertThat(awaitedBehind(first, reports.size() - 1))
                .filteredOn(message -> message.type().endsWith("completed.v1"))
                .extracting(TestTopic.Message::id)
                .containsExactlyElementsOf(
                        reports.stream().skip(1).map(TestTopic.Message::id).toList());
    }

    @Test
    void aWishThatCannotBeReadIsRefusedByItsFields() {
        as(course.lead())
                .body("{\"patientId\": \"bo\", \"from\": \"yesterday\", \"until\": \"4\"}")
                .post(path())
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("patientId", "from", "until"));
        as(course.lead())
                .body("{\"from\": \"2026-02-01T00:00:00Z\", \"until\": \"2026-02-01T00:00:00Z\"}")
                .post(path())
                .then()
                .statusCode(422)
                .body("errors[0].field", is("until"));
        as(course.lead()).body("{\"since\": 1}").post(path()).then().statusCode(400);
        as(course.lead()).post(path()).then().statusCode(422);
    }

    @Test
    void whatIsSaidOfReplaysIsTrue() {
        var elsewhere = Course.begin();
        EveryOperation.at(service)
                .tagged("Replays")
                .row(
                        "askForReplay",
                        row -> row.done(() -> asking(Course.begin()))
                                .badInput(() -> post(path()).as(course.lead()).json("{\"from\": \"then\"}"))
                                .badInput(() -> post(path()).as(course.lead()).json("{"))
                                .wrongRole(() ->
                                        post(path()).as(course.clinician()).json("{}"))
                                .wrongRole(() -> post(path()).as(course.own()).json("{}"))
                                .wrongPractice(
                                        () -> post(path()).as(elsewhere.lead()).json("{}")))
                .row(
                        "listReplays",
                        row -> row.done(() -> get(path()).as(Tokens.operator()))
                                .badInput(() -> get(path() + "?after=x").as(course.lead()))
                                .wrongRole(() -> get(path()).as(course.clinician()))
                                .wrongPractice(() -> get(path()).as(elsewhere.lead())))
                .row(
                        "readReplay",
                        row -> row.done(() -> get(begun()).as(Tokens.integrator(course.practice())))
                                .badInput(() -> get(path() + "/first").as(course.lead()))
                                .wrongRole(() -> get(path() + "/first").as(course.clinician()))
                                .wrongPractice(() -> get(begun()).as(elsewhere.lead())))
                .row(
                        "cancelReplay",
                        row -> row.done(() -> delete(begun()).as(course.lead()))
                                .badInput(() -> delete(path() + "/first").as(course.lead()))
                                .wrongRole(() -> delete(path() + "/first").as(course.own()))
                                .wrongPractice(() -> delete(begun()).as(elsewhere.lead())))
                .verify();
    }

    private static Call asking(Course course) {
        return post("/practices/%s/replays", course.practice())
                .as(Tokens.operator())
                .json("{}");
    }

    private String begun() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> as(course.lead())
                                .get(path())
                                .then()
                                .extract()
                                .<String>path("items.find { it.status == 'running' }?.status")
                        == null);
        return ask("{}");
    }

    private String path() {
        return "/practices/" + course.practice() + "/replays";
    }

    private String ask(String wish) {
        var location = as(course.lead())
                .body(wish)
                .post(path())
                .then()
                .statusCode(202)
                .body("status", is("running"))
                .extract()
                .header("Location");
        return URI.create(location).getPath();
    }

    private String lastReplay() {
        return path() + "/"
                + as(course.lead()).get(path()).then().statusCode(200).extract().path("items[0].replayId");
    }

    private ReplayView done(String location) {
        Awaitility.await().atMost(SOON).until(() -> reading(location).status().equals("done"));
        return reading(location);
    }

    private ReplayView reading(String location) {
        return as(course.lead()).get(location).then().statusCode(200).extract().as(ReplayView.class);
    }

    /// Excused days, a plan, sessions, a check-in, a correction, and a note that somebody read.
    private static void fill(Course of) {
        as(of.clinician())
                .body("{\"from\": \"2026-02-09\", \"to\": \"2026-02-11\", \"reason\": \"illness\"}")
                .put(of.path() + "/excuses/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        as(of.clinician())
                .body(
                        "{\"programme\": \"gentle-start\", \"startDate\": \"2026-02-01\", \"timesADay\": 1, \"daysAWeek\": 5}")
                .put(of.path() + "/prescriptions/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        var session = report(of);
        report(of);
        of.checksIn("\"painBefore\": 3").statusCode(201);
        as(of.clinician()).body("""
                        {"kind": "session", "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "UTC"}""").put(of.session(UUID.randomUUID())).then().statusCode(201);
        as(of.own())
                .body("""
                        {"kind": "correction", "observedAt": "2026-02-05T18:10:00Z", "observedTimeZone": "UTC",
                         "corrects": "%s"}""".formatted(session))
                .put(of.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);
        as(of.clinician()).put(of.path() + "/notes/" + session + "/read").then().statusCode(200);
    }

    private static UUID report(Course of) {
        var id = UUID.randomUUID();
        of.logs(id, "\"painBefore\": 4, \"freeTextNote\": \"my own words\"").statusCode(201);
        return id;
    }

    private void at(UUID report, String received) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update report set received_at = ? where report_id = ?")) {
            update.setObject(1, Instant.parse(received).atOffset(ZoneOffset.UTC));
            update.setObject(2, report);
            update.executeUpdate();
        }
    }

    /// What was told of the practice so far, once all of it is told.
    private List<TestTopic.Message> told() {
        Awaitility.await().atMost(SOON).until(this::everythingIsSent);
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            return topic.all(this::isOfThePractice);
        }
    }

    private List<TestTopic.Message> awaitedBehind(List<TestTopic.Message> first, int count) {
        Awaitility.await().atMost(SOON).until(() -> told().size() >= first.size() + count);
        var later = new ArrayList<>(told());
        var places = new HashSet<String>();
        first.forEach(message -> places.add(message.partition() + ":" + message.offset()));
        later.removeIf(message -> places.contains(message.partition() + ":" + message.offset()));
        return later;
    }

    private boolean isOfThePractice(TestTopic.Message message) {
        return Objects.requireNonNullElse(message.key(), "")
                .startsWith(course.practice().toString());
    }

    private boolean everythingIsSent() throws SQLException {
        return unsent() == 0;
    }

    private int unsent() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from outbox");
                var found = select.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }

    /// What a record says, whenever it was published.
    private record Fact(String id, String type, String key, Map<String, String> headers, Object data) {
        static Fact of(TestTopic.Message message) {
            // Told again it belongs to another trace.
            var headers = new TreeMap<>(message.headers());
            headers.remove("traceparent");
            return new Fact(
                    message.id(),
                    message.type(),
                    Objects.requireNonNullElse(message.key(), ""),
                    headers,
                    Contracts.json(message.value()));
        }
    }
}
