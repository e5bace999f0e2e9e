package care.sacrum.session.patient;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
            {"displayName": "Bo Example", "homeTimeZone": "Europe/Oslo", "language": "nb", "birthYear": 1960,
             "sex": "male", "riskFactors": ["smoker", "diabetes"], "alreadyUnderCareOf": ["physician", "my aunt"],
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
                .body("displayName", is("Bo Example"))
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
                assertThat(message.value() + message.headers()).doesNotContain("Bo Example");
            });
            assertThat(told.getFirst().id()).isNotEqualTo(told.getLast().id());
        }
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
                .statusCode(400)
                .body("errors.field", hasItems("limit"));
    }

    @Test
    void theGoldenExampleIsWhatTheServiceWrites() {
        var golden = Contracts.example(PatientRecorded.TYPE);
        var patient = new Patient(
                new PatientKey(
                        UUID.fromString(golden.path("practiceId").asText()),
                        UUID.fromString(golden.path("patientId").asText())),
                record("Bo"),
                Instant.parse("2026-01-01T00:00:00Z"));
        patient.change(record("Bo Example"), Instant.parse("2026-02-05T00:00:00Z"));

        var data = patient.recorded().data(Contracts.JSON);

        assertThat(Contracts.json(new String(data, StandardCharsets.UTF_8))).isEqualTo(golden);
    }

    private static PatientDetails.Record record(String name) {
        return new PatientDetails.Record(
                name,
                "demo-patient-1",
                "active",
                "Europe/London",
                "en",
                1985,
                "female",
                List.of("smoker"),
                List.of(new BaselineCondition("stress_urinary_incontinence", LocalDate.of(2019, 5, 1), true, true)),
                List.of("physical_therapist"));
    }
}
