package care.sacrum.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// "I still write this": every event as it lies in the topic fits its published schema, and so does its golden example.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class ContractTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path CONTRACTS = Path.of("contracts");
    private static final String RAISED = "care.sacrum.triage.finding-raised.v1";
    private static final String ADVISED = "care.sacrum.triage.advice-given.v1";
    private static final String ACKNOWLEDGED = "care.sacrum.triage.finding-acknowledged.v1";
    private static final String WITHDRAWN = "care.sacrum.triage.finding-withdrawn.v1";
    private static final String DELIVERED = "care.sacrum.triage.finding-delivered.v1";
    private static final String ESCALATED = "care.sacrum.triage.finding-escalated.v1";
    private static final String CLOSED = "care.sacrum.triage.finding-closed.v1";
    private static final String REOPENED = "care.sacrum.triage.finding-reopened.v1";
    private static final String PARAMETERS_CHANGED = "care.sacrum.triage.parameters-changed.v1";
    private static final String HELD = "care.sacrum.triage.programme-held.v1";
    private static final String RELEASED = "care.sacrum.triage.programme-released.v1";

    @Inject
    AgroalDataSource database;

    private final PatientKey patient = new PatientKey(UUID.randomUUID(), UUID.randomUUID());
    private final Instant now = Instant.now();

    @ParameterizedTest
    @ValueSource(
            strings = {
                RAISED,
                ADVISED,
                ACKNOWLEDGED,
                WITHDRAWN,
                DELIVERED,
                ESCALATED,
                CLOSED,
                REOPENED,
                PARAMETERS_CHANGED,
                HELD,
                RELEASED
            })
    void theGoldenExampleFitsItsSchema(String type) throws IOException {
        assertThat(faults(type, Files.readString(CONTRACTS.resolve(type + ".example.json"))))
                .isEmpty();
        assertThat(faults(type, "{}")).isNotEmpty();
    }

    @Test
    void everySchemaIsDescribedInAsyncApi() throws IOException {
        var asyncApi = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
        try (var files = Files.list(CONTRACTS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".schema.json"))
                            .toList())
                    .hasSizeGreaterThanOrEqualTo(11)
                    .allMatch(asyncApi::contains);
        }
    }

    @Test
    void whatIsWrittenFitsTheSchemaAndHasTheFieldsOfTheGoldenExample() throws IOException, SQLException {
        try (var sessions = new SessionTopic();
                var topic = TestTopic.named("sacrum.triage.v1")) {
            sessions.patient(patient);
            sessions.report(
                    patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(60), "urine_leak", "present"));
            var raised = next(topic, RAISED);
            var bladder = io.restassured.path.json.JsonPath.from(raised.value()).getString("findingId");
            put(bladder, "delivery", "");
            isDueSince(Duration.ofMinutes(1));
            next(topic, ESCALATED);
            put(bladder, "acknowledgement", "{\"note\": \"Seen\"}");
            put(bladder, "outcome", "{\"outcome\": \"referred\", \"note\": \"Scanned\"}");
            // Begun before it was told, and denied in between: told again it is the same, and no second spell of a day.
            var began = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2);
            sessions.report(
                    patient, SessionTopic.checkInSince(UUID.randomUUID(), now.minusSeconds(50), "leg_tingling", began));
            topic.next(message -> mine(message, RAISED) && message.value().contains("nerve-root"), SOON);
            sessions.report(
                    patient, SessionTopic.checkIn(UUID.randomUUID(), now.minusSeconds(40), "leg_tingling", "denied"));
            next(topic, WITHDRAWN);
            sessions.report(patient, SessionTopic.checkInSince(UUID.randomUUID(), now, "leg_tingling", began));

            // Nobody is released who still reads to go.
            put(bladder, "outcome", "{\"outcome\": \"seen\", \"note\": \"Nothing pressed\"}");
            release(io.restassured.path.json.JsonPath.from(next(topic, HELD).value())
                    .getString("holdId"));

            for (var type : List.of(
                    RAISED, ADVISED, DELIVERED, ESCALATED, ACKNOWLEDGED, CLOSED, WITHDRAWN, REOPENED, HELD, RELEASED)) {
                var message = next(topic, type);
                assertThat(faults(type, message.value())).isEmpty();
                var golden = Files.readString(CONTRACTS.resolve(type + ".example.json"));
                assertThat(fields(message.value())).isEqualTo(fields(golden));
                assertThat(message.headers()).containsEntry("ce_dataschema", "/contracts/" + type + ".schema.json");
                assertThat(message.headers()).containsEntry("ce_source", "/sacrum/triage-service");
            }
        }
    }

    @Test
    void thatAPatientWithARedFlagWasNotReachedIsToldAsAFindingThatIsOpenAndDueAnew() throws IOException {
        try (var sessions = new SessionTopic();
                var topic = TestTopic.named("sacrum.triage.v1")) {
            sessions.patient(patient);
            sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
            var bladder = io.restassured.path.json.JsonPath.from(
                            next(topic, RAISED).value())
                    .getString("findingId");

            put(bladder, "outcome", "{\"outcome\": \"patient_not_reached\", \"note\": \"No answer\"}");

            var told = next(topic, REOPENED).value();
            assertThat(faults(REOPENED, told)).isEmpty();
            assertThat(fields(told)).contains("dueAt", "attempts", "attemptedBy");
        }
    }

    @Test
    void thatParametersWereChangedIsToldUnderThePracticesKey() throws IOException {
        try (var topic = TestTopic.named("sacrum.triage.v1")) {
            RestAssured.given()
                    .auth()
                    .oauth2(Tokens.lead(patient.practice()))
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"0\"")
                    .body("{\"persistenceMinSpanDays\": 4, \"bilateralLegLevel\": \"emergency_now\"}")
                    .put("/practices/{p}/parameters", patient.practice())
                    .then()
                    .statusCode(200);

            var message = topic.next(
                    one -> patient.practice().toString().equals(one.key())
                            && one.type().equals(PARAMETERS_CHANGED),
                    SOON);

            assertThat(faults(PARAMETERS_CHANGED, message.value())).isEmpty();
            var golden = Files.readString(CONTRACTS.resolve(PARAMETERS_CHANGED + ".example.json"));
            assertThat(fields(message.value())).isEqualTo(fields(golden));
            var told = io.restassured.path.json.JsonPath.from(message.value());
            assertThat(told.getInt("parameters.persistenceMinSpanDays")).isEqualTo(4);
            assertThat(told.getString("parameters.bilateralLegLevel")).isEqualTo("emergency_now");
            assertThat(told.getMap("parameters").keySet())
                    .isEqualTo(io.restassured.path.json.JsonPath.from(golden)
                            .getMap("parameters")
                            .keySet());
        }
    }

    private TestTopic.Message next(TestTopic topic, String type) {
        return topic.next(message -> mine(message, type), SOON);
    }

    private boolean mine(TestTopic.Message message, String type) {
        return patient.toString().equals(message.key()) && message.type().equals(type);
    }

    private void put(String finding, String what, String body) {
        var call = RestAssured.given().auth().oauth2(Tokens.clinician(patient.practice()));
        (body.isEmpty() ? call : call.contentType(ContentType.JSON).body(body))
                .put("/practices/{p}/findings/{f}/" + what, patient.practice(), finding)
                .then()
                .statusCode(200);
    }

    /// As if time had passed; whoever escalates looks by itself.
    private void isDueSince(Duration ago) throws SQLException {
        var then = Timestamp.from(Instant.now().minus(ago));
        for (var statement : List.of(
                "update raised_finding set due_at = ? where patient_id = ?",
                "update watched_patient set next_escalation_at = ? where patient_id = ?")) {
            try (var connection = database.getConnection();
                    var update = connection.prepareStatement(statement)) {
                update.setTimestamp(1, then);
                update.setObject(2, patient.patient());
                update.executeUpdate();
            }
        }
    }

    /// Whatever came to light since it began: the test is about the event.
    private void release(String hold) {
        await().atMost(SOON)
                .until(() -> java.util.stream.IntStream.rangeClosed(1, 3)
                        .anyMatch(version -> RestAssured.given()
                                        .auth()
                                        .oauth2(Tokens.clinician(patient.practice()))
                                        .contentType(ContentType.JSON)
                                        .body("{\"version\": " + version + ", \"reason\": \"Seen\"}")
                                        .put(
                                                "/practices/{p}/patients/{id}/programme/holds/{h}/release",
                                                patient.practice(),
                                                patient.patient(),
                                                hold)
                                        .statusCode()
                                == 200));
    }

    private static java.util.Set<String> fields(String data) {
        return io.restassured.path.json.JsonPath.from(data)
                .<String, Object>getMap("")
                .keySet();
    }

    private static List<Error> faults(String type, String data) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONTRACTS.resolve(type + ".schema.json")), InputFormat.JSON);
        return schema.validate(data, InputFormat.JSON);
    }
}
