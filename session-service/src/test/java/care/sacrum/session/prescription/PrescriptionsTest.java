package care.sacrum.session.prescription;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import care.sacrum.session.asking.Weekday;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class PrescriptionsTest {

    private static final String GENTLE_START = """
            {"programme": "gentle-start", "programmeVersion": 1, "startDate": "2026-02-01", "endDate": "2026-03-01",
             "timesADay": 2, "daysAWeek": 5}""";

    private final UUID id = UUID.randomUUID();
    private Course course;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        course = Course.begin();
    }

    @Test
    void aProgrammeIsPrescribedOnceAndChangedInVersions() {
        put(course.clinician(), GENTLE_START).statusCode(201).body("version", is(1));
        put(course.lead(), GENTLE_START).statusCode(200).body("version", is(1));
        put(course.clinician(), GENTLE_START.replace("\"timesADay\": 2", "\"timesADay\": 1"))
                .statusCode(428);
        as(course.clinician())
                .header("If-Match", "\"1\"")
                .body(GENTLE_START.replace("\"timesADay\": 2", "\"timesADay\": 1"))
                .put(course.path() + "/prescriptions/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("timesADay", is(1));

        as(course.own())
                .get(course.path() + "/prescriptions")
                .then()
                .statusCode(200)
                .body("items.programme", contains("gentle-start"))
                .body("items[0].endDate", is("2026-03-01"));
    }

    @Test
    void everyVersionStaysReadable() {
        put(course.clinician(), GENTLE_START).statusCode(201);
        change(GENTLE_START.replace("\"timesADay\": 2", "\"timesADay\": 1")).statusCode(200);
        pause("2026-02-10").statusCode(200);

        var first = versions(course.clinician(), "?limit=2")
                .statusCode(200)
                .body("items.version", contains(3, 2))
                .body("items.prescription.timesADay", contains(1, 1))
                .body("items[0].prescription.pauses.from", contains("2026-02-10"))
                .body("items.recordedBy", contains("test-clinician", "test-clinician"))
                .extract();
        versions(course.own(), "?limit=2&after=" + first.<String>path("next"))
                .statusCode(200)
                .body("items.version", contains(1))
                .body("items[0].prescription.timesADay", is(2))
                .body("items[0].recordedBy", nullValue())
                .body("next", nullValue());
        versions(course.clinician(), "?after=eHx5").statusCode(422);
        versions(course.clinician(), "?limit=-1").statusCode(422);
        versions(Course.begin().clinician(), "").statusCode(404);
        versions(course.withAnotherPatient().own(), "").statusCode(404);
        versions(Tokens.editor(), "").statusCode(403);
    }

    @Test
    void eachVersionIsToldByEvent() {
        put(course.clinician(), """
                {"programme": "gentle-start", "startDate": "2026-02-01", "timesADay": 1,
                 "weekdays": ["friday", "monday"], "exercises": [{"exercise": "pelvic-tilt", "repetitions": 8}]}""").statusCode(201);
        pause("2026-02-10").statusCode(200);
        resume("?on=2026-02-14").statusCode(200);

        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            topic.next(
                    message -> message.value().contains(id.toString())
                            && message.value().contains("2026-02-14"),
                    Duration.ofSeconds(30));
            var told = topic.all(message -> message.value().contains(id.toString()));
            assertThat(told)
                    .extracting(message ->
                            Contracts.json(message.value()).path("version").intValue())
                    .containsExactly(1, 2, 3);
            assertThat(told).allSatisfy(message -> {
                assertThat(message.type()).isEqualTo(PrescriptionRecorded.TYPE);
                assertThat(message.key()).isEqualTo(course.key());
                assertThat(message.headers()).containsEntry("ce_subject", "prescription/" + id);
                assertThat(Contracts.faults(message.type(), message.value())).isEmpty();
            });
        }
    }

    @Test
    void theGoldenExampleIsWhatTheServiceWrites() {
        var golden = Contracts.example(PrescriptionRecorded.TYPE);
        var prescription = new Prescription(
                new PrescriptionKey(
                        UUID.fromString(golden.path("practiceId").asText()),
                        UUID.fromString(golden.path("prescriptionId").asText())),
                UUID.fromString(golden.path("patientId").asText()),
                new PrescriptionDetails(
                                "gentle-sacral-start",
                                1,
                                LocalDate.of(2026, 2, 1),
                                LocalDate.of(2026, 3, 14),
                                1,
                                null,
                                List.of(Weekday.FRIDAY, Weekday.MONDAY, Weekday.WEDNESDAY),
                                List.of(new AdjustedExercise("pelvic-tilt", null, 8, null, null)))
                        .pinned(null),
                Instant.EPOCH);
        prescription.pause(LocalDate.of(2026, 2, 10), Instant.EPOCH);
        prescription.resume(LocalDate.of(2026, 2, 14), Instant.EPOCH);
        prescription.pause(LocalDate.of(2026, 3, 2), Instant.EPOCH);
        var view = prescription.view();
        var asTold = new PrescriptionView(
                view.prescriptionId(),
                view.patientId(),
                golden.path("version").longValue(),
                view.programme(),
                view.programmeVersion(),
                view.startDate(),
                view.endDate(),
                view.timesADay(),
                view.daysAWeek(),
                view.weekdays(),
                view.exercises(),
                view.pauses(),
                java.util.Optional.empty());

        var data = PrescriptionRecorded.of(prescription.practiceId(), asTold).data(Contracts.JSON);

        assertThat(Contracts.json(new String(data, StandardCharsets.UTF_8))).isEqualTo(golden);
    }

    @Test
    void aPrescriptionIsPausedAndResumed() {
        put(course.clinician(), GENTLE_START).statusCode(201);
        as(course.clinician())
                .body("{\"from\": \"2026-02-10\"}")
                .put(path() + "/pause")
                .then()
                .statusCode(428);
        as(course.clinician())
                .header("If-Match", "\"7\"")
                .body("{\"from\": \"2026-02-10\"}")
                .put(path() + "/pause")
                .then()
                .statusCode(412);

        resume("?on=2026-02-10").statusCode(409);
        pause("2026-02-10").statusCode(200).header("ETag", "\"2\"").body("pauses.from", contains("2026-02-10"));
        // Sent again, it changes nothing and asks for no version.
        as(course.clinician())
                .body("{\"from\": \"2026-02-10\"}")
                .put(path() + "/pause")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        pause("2026-02-11").statusCode(200).body("pauses.from", contains("2026-02-11"));
        resume("?on=2026-02-10").statusCode(422).body("errors.field", contains("on"));
        as(course.clinician()).delete(path() + "/pause?on=2026-02-14").then().statusCode(428);
        resume("?on=2026-02-14").statusCode(200).body("pauses.resumedOn", contains("2026-02-14"));
        as(course.clinician())
                .delete(path() + "/pause?on=2026-02-14")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
        pause("2026-02-13").statusCode(422).body("errors.field", contains("from"));
        pause("2026-02-14").statusCode(200);
        resume("?on=2026-02-14").statusCode(200).body("pauses.from", contains("2026-02-11"));
        // A change of the rest leaves the pauses as they are.
        change(GENTLE_START.replace("\"timesADay\": 2", "\"timesADay\": 1"))
                .statusCode(200)
                .body("pauses.from", contains("2026-02-11"));
    }

    @Test
    void aPauseOutsideThePrescriptionIsRefused() {
        put(course.clinician(), GENTLE_START).statusCode(201);

        pause("2026-01-31").statusCode(422).body("errors.field", contains("from"));
        pause("2026-03-02").statusCode(422);
        pause("someday").statusCode(400);
        resume("?on=someday").statusCode(422).body("errors.field", contains("on"));
    }

    @Test
    void withoutADayAPauseBeginsTodayWhereThePatientLives() {
        var far = course.withAnotherPatient();
        far.putPatient("{\"homeTimeZone\": \"Pacific/Kiritimati\"}").statusCode(200);
        var path = far.path() + "/prescriptions/" + UUID.randomUUID();
        as(course.clinician())
                .body(GENTLE_START.replace(", \"endDate\": \"2026-03-01\"", ""))
                .put(path)
                .then()
                .statusCode(201);
        var before = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        var from = LocalDate.parse(Course.changing(course.clinician(), path)
                .body("{}")
                .put(path + "/pause")
                .then()
                .statusCode(200)
                .extract()
                .path("pauses[0].from"));

        assertThat(from).isBetween(before, LocalDate.now(ZoneId.of("Pacific/Kiritimati")));
    }

    @Test
    void aPauseCountsForSoManyTimesOnly() {
        var start = LocalDate.of(2026, 2, 1);
        var details = new PrescriptionDetails("gentle-start", 1, start, null, 1, 5, null, null).pinned(null);
        var prescription =
                new Prescription(new PrescriptionKey(course.practice(), id), course.patient(), details, Instant.EPOCH);
        for (int i = 0; i < Prescription.MOST_PAUSES; i++) {
            var from = start.plusDays(2L * i);
            assertThat(prescription.pausing(from)).isEqualTo(Prescription.Pausing.CHANGED);
            prescription.pause(from, Instant.EPOCH);
            prescription.resume(from.plusDays(1), Instant.EPOCH);
        }

        assertThat(prescription.pausing(start.plusYears(1))).isEqualTo(Prescription.Pausing.TOO_MANY);
    }

    @Test
    void weekdaysStandInForANumberOfDays() {
        put(course.clinician(), """
                {"programme": "gentle-start", "startDate": "2026-02-01", "timesADay": 1,
                 "weekdays": ["sunday", "monday"]}""")
                .statusCode(201)
                .body("daysAWeek", is(2))
                .body("weekdays", contains("monday", "sunday"))
                .body("programmeVersion", is(1));
        // What was answered can be sent again.
        put(course.clinician(), """
                {"programme": "gentle-start", "programmeVersion": 1, "startDate": "2026-02-01", "timesADay": 1,
                 "daysAWeek": 2, "weekdays": ["monday", "sunday"], "exercises": []}""").statusCode(200).body("version", is(1));
        put(
                        course.clinician(),
                        GENTLE_START.replace("\"daysAWeek\": 5", "\"daysAWeek\": 5, \"weekdays\": [\"monday\"]"))
                .statusCode(422)
                .body("errors.field", contains("daysAWeek"));
        put(course.clinician(), GENTLE_START.replace(", \"daysAWeek\": 5", ""))
                .statusCode(422)
                .body("errors.field", contains("daysAWeek"));
        put(course.clinician(), GENTLE_START.replace("\"daysAWeek\": 5", "\"weekdays\": []"))
                .statusCode(422);
        put(
                        course.clinician(),
                        GENTLE_START.replace("\"daysAWeek\": 5", "\"weekdays\": [\"sunday\", \"monday\", \"sunday\"]"))
                .statusCode(422)
                .body("errors.field", contains("weekdays[2]"))
                .body("errors[0].why", is("must be named once only"));
        put(course.clinician(), GENTLE_START.replace("\"daysAWeek\": 5", "\"weekdays\": [\"someday\"]"))
                .statusCode(400);
    }

    @Test
    void moreThanTheProgrammeAllowsIsRefusedAndLessIsNot() {
        Publisher.publishesADosedProgramme();
        var less = """
                {"programme": "dosed-start", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 3,
                 "exercises": [{"exercise": "dosed-tilt", "sets": 1, "repetitions": 8, "holdSeconds": 5, "restSeconds": 30}]}""";
        put(course.clinician(), less).statusCode(201).body("exercises.repetitions", contains(8));

        change(less.replace("\"timesADay\": 1", "\"timesADay\": 3"))
                .statusCode(422)
                .body("errors.field", contains("timesADay"));
        change(less.replace("\"daysAWeek\": 3", "\"daysAWeek\": 7"))
                .statusCode(422)
                .body("errors.field", contains("daysAWeek"));
        change(less.replace("\"sets\": 1", "\"sets\": 2")
                        .replace("\"repetitions\": 8", "\"repetitions\": 13")
                        .replace("\"holdSeconds\": 5", "\"holdSeconds\": 6")
                        .replace("\"restSeconds\": 30", "\"restSeconds\": 1"))
                .statusCode(422)
                .body(
                        "errors.field",
                        contains(
                                "exercises[0].sets",
                                "exercises[0].repetitions",
                                "exercises[0].holdSeconds",
                                "exercises[0].restSeconds"));
        change(less.replace("dosed-tilt", "pelvic-tilt"))
                .statusCode(422)
                .body("errors.field", contains("exercises[0].exercise"));
        change(less.replace("{\"exercise\"", "{\"exercise\": \"dosed-tilt\"}, {\"exercise\""))
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("exercises[0]", "exercises[1].exercise"));
        change(less.replace("{\"exercise\"", "{\"exercise\": \"squat\"}, {\"exercise\""))
                .statusCode(422)
                .body("errors.field", contains("exercises[0].exercise"))
                .body("errors.why", contains("must be one of the programme: dosed-tilt"));
    }

    @Test
    void prescriptionsAreListedPageByPageAndReadOneByOne() {
        put(course.clinician(), GENTLE_START).statusCode(201);
        var earlier = UUID.randomUUID();
        as(course.clinician())
                .body(GENTLE_START.replace("2026-02-01", "2026-01-01"))
                .put(course.path() + "/prescriptions/" + earlier)
                .then()
                .statusCode(201);

        var first = as(course.own())
                .get(course.path() + "/prescriptions?limit=1")
                .then()
                .statusCode(200)
                .body("items.startDate", contains("2026-02-01"))
                .extract();
        as(course.own())
                .get(course.path() + "/prescriptions?limit=1&after=" + first.<String>path("next"))
                .then()
                .statusCode(200)
                .body("items.prescriptionId", contains(earlier.toString()))
                .body("next", nullValue());
        as(course.own()).get(course.path() + "/prescriptions?limit=1000").then().statusCode(422);
        as(course.own()).get(course.path() + "/prescriptions?after=eHx5").then().statusCode(422);

        as(course.own()).get(path()).then().statusCode(200).header("ETag", "\"1\"");
        as(course.clinician())
                .get(course.path() + "/prescriptions/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as(course.clinician()).get(course.path() + "/prescriptions/mine").then().statusCode(422);
        as(Course.begin().clinician()).get(path()).then().statusCode(404);
        as(course.clinician())
                .get(course.withAnotherPatient().path() + "/prescriptions/" + id)
                .then()
                .statusCode(404);
        as(Tokens.editor()).get(path()).then().statusCode(403);
    }

    @Test
    void aProgrammeThatNobodyPublishedIsRefused() {
        put(course.clinician(), GENTLE_START.replace("gentle-start", "boot-camp"))
                .statusCode(422)
                .body("errors.field", contains("programme"));
        put(course.clinician(), GENTLE_START.replace("\"programmeVersion\": 1", "\"programmeVersion\": 9"))
                .statusCode(422)
                .body("errors.field", contains("programmeVersion"))
                .body("errors.why[0]", containsString("leave it out for the latest"));
        put(course.clinician(), GENTLE_START.replace("\"programmeVersion\": 1", "\"programmeVersion\": 99"))
                .statusCode(422);
        put(course.clinician(), GENTLE_START.replace("\"programmeVersion\": 1, ", ""))
                .statusCode(201);
    }

    @Test
    void fieldsThatAreWrongAreNamed() {
        put(course.clinician(), "{\"programme\": \"Gentle start\", \"timesADay\": 0, \"daysAWeek\": 8}")
                .statusCode(422)
                .body("errors.field", hasItems("programme", "startDate", "timesADay", "daysAWeek"));
        put(course.clinician(), GENTLE_START.replace("2026-03-01", "2026-01-31"))
                .statusCode(422)
                .body("errors.field", contains("endDate"));
        put(course.clinician(), GENTLE_START.replace("2026-03-01", "someday")).statusCode(400);
    }

    @Test
    void theIdOfAnotherPatientsPrescriptionIsAConflict() {
        put(course.clinician(), GENTLE_START).statusCode(201);

        as(course.clinician())
                .body(GENTLE_START)
                .put(course.withAnotherPatient().path() + "/prescriptions/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void onlyThePracticePrescribes() {
        put(course.own(), GENTLE_START).statusCode(403);
        put(Tokens.integrator(course.practice()), GENTLE_START).statusCode(403);
        put(Course.begin().clinician(), GENTLE_START).statusCode(404);
        put(Tokens.expired(course.practice()), GENTLE_START).statusCode(401);
        put(course.clinician(), GENTLE_START).statusCode(201);
        as(course.own()).body("{}").put(path() + "/pause").then().statusCode(403);
        as(course.own()).delete(path() + "/pause").then().statusCode(403);
        as(Course.begin().lead()).body("{}").put(path() + "/pause").then().statusCode(404);
        as(Course.begin().lead()).delete(path() + "/pause").then().statusCode(404);
        as(course.lead())
                .body("{}")
                .put(course.path() + "/prescriptions/" + UUID.randomUUID() + "/pause")
                .then()
                .statusCode(404);
        as(course.withAnotherPatient().own())
                .get(course.path() + "/prescriptions")
                .then()
                .statusCode(404);
    }

    private String path() {
        return course.path() + "/prescriptions/" + id;
    }

    private ValidatableResponse change(String body) {
        return Course.changing(course.clinician(), path())
                .body(body)
                .put(path())
                .then();
    }

    private ValidatableResponse pause(String from) {
        return Course.changing(course.clinician(), path())
                .body("{\"from\": \"" + from + "\"}")
                .put(path() + "/pause")
                .then();
    }

    private ValidatableResponse resume(String query) {
        return Course.changing(course.clinician(), path())
                .delete(path() + "/pause" + query)
                .then();
    }

    private ValidatableResponse versions(String token, String query) {
        return as(token).get(path() + "/versions" + query).then();
    }

    private ValidatableResponse put(String token, String body) {
        return as(token).body(body).put(course.path() + "/prescriptions/" + id).then();
    }
}
