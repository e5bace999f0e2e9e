package care.sacrum.session.erasure;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.session.Contracts;
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
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class ErasureTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource database;

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void nothingOfThePatientIsLeftInAnyTableButThePseudonymWithItsTime() throws SQLException {
        course.logs("\"painBefore\": 4, \"freeTextNote\": \"my own words\"").statusCode(201);
        as(course.clinician()).post(course.path() + "/invitations").then();

        as(course.lead())
                .delete(course.path())
                .then()
                .statusCode(200)
                .body("patientId", is(course.patient().toString()));

        for (var table : tablesOfPatients()) {
            assertThat(rows(table)).as(table).isEqualTo(table.equals("erased_patient") ? 1 : 0);
        }
        as(course.clinician()).get(course.path()).then().statusCode(404);
        as(course.clinician()).get(course.path() + "/history").then().statusCode(404);
    }

    @Test
    void theAnswerSaysUntilWhenOthersHoldWhatWasThere() {
        var answer =
                as(course.lead()).delete(course.path()).then().statusCode(200).extract();

        var erasedAt = Instant.parse(answer.path("erasedAt"));
        assertThat(Instant.parse(answer.<String>path("topicsHoldUntil"))).isEqualTo(erasedAt.plus(Duration.ofDays(35)));
        assertThat(Instant.parse(answer.<String>path("backupsHoldUntil")))
                .isEqualTo(erasedAt.plus(Duration.ofDays(35)));
        assertThat(as(course.lead())
                        .delete(course.path())
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("erasedAt"))
                .isEqualTo(erasedAt.toString());
    }

    @Test
    void theLastEventSaysSoAndFitsItsSchema() {
        course.logs("\"painBefore\": 4").statusCode(201);
        as(course.lead()).delete(course.path()).then().statusCode(200);

        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            var erased = topic.next(
                    message ->
                            course.key().equals(message.key()) && message.type().equals(PatientErased.TYPE),
                    SOON);
            assertThat(Contracts.faults(erased.type(), erased.value())).isEmpty();
            assertThat(topic.all(message -> course.key().equals(message.key()))
                            .getLast()
                            .type())
                    .isEqualTo(PatientErased.TYPE);
        }
    }

    @Test
    void reportsThatComeLaterFindNobodyAndTheIdIsNeverUsedAgain() {
        as(course.lead()).delete(course.path()).then().statusCode(200);

        course.logs("").statusCode(404);
        as(course.clinician())
                .body("""
                        {"reports": [{"reportId": "%s", "kind": "session", "observedAt": "2026-02-05T18:00:00Z"}]}""".formatted(UUID.randomUUID()))
                .post(course.path() + "/reports")
                .then()
                .statusCode(404);
        course.putPatient("{\"homeTimeZone\": \"Europe/London\"}")
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", is("/problems/erased"));
    }

    @Test
    void sessionsLoggedWhileThePatientIsErasedAreErasedOrRefused() throws Exception {
        var logged = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int number = 0; number < 60; number++) {
                logged.add(threads.submit(
                        () -> course.logs("\"painBefore\": 4").extract().statusCode()));
                if (number == 20) {
                    logged.add(threads.submit(() -> as(course.lead())
                            .delete(course.path())
                            .then()
                            .extract()
                            .statusCode()));
                }
            }
        }

        for (var each : logged) {
            assertThat(each.get()).isIn(200, 201, 404);
        }
        assertThat(rows("report")).isZero();
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            topic.next(
                    message ->
                            course.key().equals(message.key()) && message.type().equals(PatientErased.TYPE),
                    SOON);
            assertThat(topic.all(message -> course.key().equals(message.key()))
                            .getLast()
                            .type())
                    .isEqualTo(PatientErased.TYPE);
        }
    }

    @Test
    void onlyTheLeadOfThePracticeErases() {
        as(course.clinician()).delete(course.path()).then().statusCode(403);
        as(course.own()).delete(course.path()).then().statusCode(403);
        as(Course.begin().lead()).delete(course.path()).then().statusCode(404);
        as(course.lead())
                .delete("/practices/" + course.practice() + "/patients/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as(course.lead())
                .delete("/practices/" + course.practice() + "/patients/nobody")
                .then()
                .statusCode(422);
        as(course.clinician()).get(course.path()).then().statusCode(200);
    }

    /// Also those that a later migration brings.
    private Iterable<String> tablesOfPatients() throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'patient_id'""")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        assertThat(tables).contains("patient", "report", "patient_contact", "erased_patient");
        return tables;
    }

    private int rows(String table) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from " + table + " where patient_id = ?")) {
            select.setObject(1, course.patient());
            try (var found = select.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }
}
