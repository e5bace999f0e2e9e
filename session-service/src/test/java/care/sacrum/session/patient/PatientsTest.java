package care.sacrum.session.patient;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class PatientsTest {

    private static final String RECORD = """
            {"homeTimeZone": "Europe/Oslo", "language": "nb", "birthYear": 1960, "sex": "male", "riskFactors": ["smoker", "diabetes"], "alreadyUnderCareOf": ["physician", "my aunt"],
             "baselineConditions": [{"code": "benign_prostate_enlargement", "since": "2019-05-01", "stable": true,
                                     "assessedByClinician": true}]}""";

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void aPatientIsRecordedOnceAndChangedInVersions() {
        var patient = new Course(course.practice(), UUID.randomUUID());
        patient.putPatient(RECORD).statusCode(201).body("version", is(1)).body("status", is("active"));
        // The order of words means nothing.
        patient.putPatient(RECORD.replace("\"smoker\", \"diabetes\"", "\"diabetes\", \"smoker\""))
                .statusCode(200)
                .body("version", is(1));
        patient.putPatient(RECORD.replace("1960", "1961")).statusCode(200).body("version", is(2));

        as(course.lead())
                .get(patient.path())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("birthYear", is(1961))
                .body("riskFactors", contains("diabetes", "smoker"))
                .body("baselineConditions[0].since", is("2019-05-01"));
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            topic.next(
                    message -> patient.key().equals(message.key())
                            && message.value().contains("1961"),
                    Duration.ofSeconds(30));
            var told = topic.all(message -> patient.key().equals(message.key()));
            assertThat(told).hasSize(2).allSatisfy(message -> {
                assertThat(Contracts.faults(PatientRecorded.TYPE, message.value()))
                        .isEmpty();
            });
            assertThat(told.getFirst().id()).isNotEqualTo(told.getLast().id());
        }
    }

    @Test
    void aChangeSaysWhichVersionItChanges() {
        var changed = RECORD.replace("1960", "1961");
        var patient = new Course(course.practice(), UUID.randomUUID());
        patient.putPatient(RECORD).statusCode(201);

        as(course.clinician()).body(changed).put(patient.path()).then().statusCode(428);
        put(patient, "\"7\"", changed).statusCode(412).contentType("application/problem+json");
        put(patient, "W/\"1\"", changed).statusCode(412);
        put(patient, "\"7\", \"1\"", changed).statusCode(200).header("ETag", "\"2\"");
        // The answer was lost and the change is sent again: it is there already.
        put(patient, "\"1\"", changed).statusCode(200).header("ETag", "\"2\"");
        put(patient, "*", RECORD).statusCode(200).header("ETag", "\"3\"");
        put(new Course(course.practice(), UUID.randomUUID()), "\"1\"", RECORD).statusCode(412);
    }

    @Test
    void aClinicianIsResponsible() {
        var clinician = UUID.randomUUID();
        var record = "{\"homeTimeZone\": \"UTC\", \"responsibleClinician\": \"" + clinician + "\"}";
        course.putPatient(record).statusCode(422).body("errors.field", contains("responsibleClinician"));
        recordClinician(clinician, true);
        var patient = course.withAnotherPatient();
        patient.putPatient(record).statusCode(200).body("responsibleClinician", is(clinician.toString()));
        // One who leaves keeps the patients there are, and is given no other.
        recordClinician(clinician, false);
        patient.putPatient(record.replace("UTC", "Europe/Oslo")).statusCode(200);
        course.putPatient(record).statusCode(422);
        var elsewhere = Course.begin();
        elsewhere.putPatient(record).statusCode(422);

        list(course, "clinician=" + clinician)
                .statusCode(200)
                .body("items.patientId", contains(patient.patient().toString()));
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            var told = topic.next(
                    message -> patient.key().equals(message.key())
                            && message.value().contains("Europe/Oslo"),
                    Duration.ofSeconds(30));
            assertThat(Contracts.json(told.value()).path("responsibleClinician").asText())
                    .isEqualTo(clinician.toString());
            assertThat(Contracts.faults(PatientRecorded.TYPE, told.value())).isEmpty();
        }
    }

    @Test
    void patientsAreListedByStatus() {
        var gone = course.withAnotherPatient();
        gone.putPatient("{\"homeTimeZone\": \"UTC\", \"status\": \"discharged\"}")
                .statusCode(200);

        list(course, "status=discharged")
                .body("items.patientId", contains(gone.patient().toString()));
        list(course, "status=active")
                .body("items.patientId", contains(course.patient().toString()));
        list(course, "status=asleep").statusCode(422).body("errors.field", contains("status"));
        list(course, "clinician=me").statusCode(422).body("errors.field", contains("clinician"));
        list(course, "after=me").statusCode(422).body("errors.field", contains("after"));
    }

    @Test
    void whoIsBoundStaysBoundUntilTheBindingIsEnded() {
        course.putPatient("{\"homeTimeZone\": \"Europe/Oslo\"}").statusCode(200).body("subject", is(course.subject()));
        as(course.own())
                .get("/me/records")
                .then()
                .statusCode(200)
                .body("items.patientId", contains(course.patient().toString()));

        var path = course.path() + "/subject";
        as(course.clinician()).delete(path).then().statusCode(428);
        as(course.clinician()).header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        as(course.own()).header("If-Match", "\"2\"").delete(path).then().statusCode(403);
        as(Course.begin().lead())
                .header("If-Match", "\"2\"")
                .delete(path)
                .then()
                .statusCode(404);
        as(course.clinician())
                .header("If-Match", "\"2\"")
                .delete(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("subject", nullValue());
        as(course.clinician()).delete(path).then().statusCode(200).header("ETag", "\"3\"");

        as(course.own()).get(course.path()).then().statusCode(404);
        as(course.own()).get("/me/records").then().statusCode(200).body("items", empty());
        as(course.clinician()).get("/me/records").then().statusCode(403);
        course.logs("").statusCode(404);
    }

    @Test
    void anAgeStandsInForTheYearOfBirth() {
        int year = LocalDate.now(ZoneOffset.UTC).getYear();

        course.putPatient("{\"homeTimeZone\": \"UTC\", \"ageYears\": 41}")
                .statusCode(200)
                .body("birthYear", is(year - 41));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "homeTimeZone | \"Europe/Atlantis\"",
                "homeTimeZone | null",
                "status | \"asleep\"",
                "sex | \"yes\"",
                "birthYear | 1492",
                "birthYear | 2998",
                "language | \"!\"",
                "riskFactors | [\"bad_luck\"]",
                "baselineConditions.code | [{\"code\": \"hiccups\", \"stable\": true, \"assessedByClinician\": true}]"
            })
    void fieldsThatAreWrongAreNamed(String field, String value) {
        var name = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        course.putPatient(
                        name.equals("homeTimeZone")
                                ? "{\"homeTimeZone\": " + value + "}"
                                : "{\"homeTimeZone\": \"UTC\", \"" + name + "\": " + value + "}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    @Test
    void aFieldOfTheWrongTypeOrNobodyKnowsIsUnreadable() {
        course.putPatient("{\"homeTimeZone\": \"UTC\", \"birthYear\": \"old\"}").statusCode(400);
        course.putPatient("{\"homeTimeZone\": \"UTC\", \"shoeSize\": 43}")
                .statusCode(400)
                .body("errors.field", contains("shoeSize"));
    }

    @Test
    void aSubjectIsBoundToOnePatientOfAPractice() {
        new Course(course.practice(), UUID.randomUUID())
                .putPatient("{\"homeTimeZone\": \"UTC\", \"subject\": \"" + course.subject() + "\"}")
                .statusCode(409)
                .contentType("application/problem+json");
        var elsewhere = Course.begin();
        elsewhere
                .putPatient("{\"homeTimeZone\": \"UTC\", \"subject\": \"" + course.subject() + "\"}")
                .statusCode(200);
    }

    @Test
    void aPatientReadsTheOwnRecordOnly() {
        var other = course.withAnotherPatient();

        as(course.own()).get(course.path()).then().statusCode(200);
        as(course.own()).get(other.path()).then().statusCode(404);
        as(course.own())
                .get("/practices/{p}/patients", course.practice())
                .then()
                .statusCode(403);
        as(course.own()).body(RECORD).put(course.path()).then().statusCode(403);
    }

    @Test
    void anotherPracticesPatientsAreNotFound() {
        var elsewhere = Course.begin();

        as(elsewhere.clinician()).get(course.path()).then().statusCode(404);
        as(elsewhere.clinician()).body(RECORD).put(course.path()).then().statusCode(404);
        as(elsewhere.clinician())
                .get("/practices/{p}/patients", course.practice())
                .then()
                .statusCode(404);
        as(Tokens.foreign(course.practice())).get(course.path()).then().statusCode(401);
        var nowhere = UUID.randomUUID();
        as(Tokens.clinician(nowhere))
                .body(RECORD)
                .put("/practices/{p}/patients/{id}", nowhere, UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void patientsAreListedPageByPage() {
        var ids = new ArrayList<>(List.of(course.patient().toString()));
        for (int i = 0; i < 4; i++) {
            ids.add(course.withAnotherPatient().patient().toString());
        }
        var read = new ArrayList<String>();
        String after = "";
        do {
            var page = as(course.clinician())
                    .get("/practices/{p}/patients?limit=2&after=" + after, course.practice())
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.<List<String>>path("items.patientId"));
            after = page.path("next");
        } while (after != null);

        assertThat(read).containsExactlyElementsOf(ids.stream().sorted().toList());
        as(course.clinician())
                .get("/practices/{p}/patients?limit=999", course.practice())
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("limit"));
    }

    @Test
    void theGoldenExampleIsWhatTheServiceWrites() {
        var golden = Contracts.example(PatientRecorded.TYPE);
        var patient = new Patient(
                new PatientKey(
                        UUID.fromString(golden.path("practiceId").asText()),
                        UUID.fromString(golden.path("patientId").asText())),
                record("active", 1984),
                Instant.parse("2026-01-01T00:00:00Z"));
        patient.change(record("active", 1985), Instant.parse("2026-02-05T00:00:00Z"));

        var data = patient.recorded().data(Contracts.JSON);

        assertThat(Contracts.json(new String(data, StandardCharsets.UTF_8))).isEqualTo(golden);
    }

    private void recordClinician(UUID clinician, boolean active) {
        var path = "/practices/" + course.practice() + "/clinicians/" + clinician;
        Course.changing(course.lead(), path)
                .body("{\"displayName\": \"Sam Example\", \"profession\": \"physical_therapist\", \"active\": " + active
                        + "}")
                .put(path)
                .then()
                .statusCode(active ? 201 : 200);
    }

    private static ValidatableResponse put(Course patient, String ifMatch, String record) {
        return as(patient.clinician())
                .header("If-Match", ifMatch)
                .body(record)
                .put(patient.path())
                .then();
    }

    private static ValidatableResponse list(Course course, String query) {
        return as(course.clinician())
                .get("/practices/" + course.practice() + "/patients?" + query)
                .then();
    }

    private static PatientDetails.Record record(String status, int birthYear) {
        return new PatientDetails.Record(
                "demo-patient-1",
                status,
                "Europe/London",
                "en",
                birthYear,
                "female",
                List.of("smoker"),
                List.of(new BaselineCondition("stress_urinary_incontinence", LocalDate.of(2019, 5, 1), true, true)),
                List.of("physical_therapist"),
                UUID.fromString("5ac20000-0000-4000-b000-000000000001"));
    }
}
