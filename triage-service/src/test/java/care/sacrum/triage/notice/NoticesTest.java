package care.sacrum.triage.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.triage.finding.Announced;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import care.sacrum.triage.store.NestedLoops;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
@WithTestResource(SmtpSink.class)
class NoticesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource database;

    @Inject
    Postman postman;

    @Inject
    Letters letters;

    @Inject
    Event<Announced> announced;

    private final UUID practice = UUID.randomUUID();
    private final UUID clinician = UUID.randomUUID();
    private final String ofClinician = "sam-" + practice + "@practice.example";
    private final String ofLead = "lead-" + practice + "@practice.example";
    private SessionTopic sessions;

    @BeforeEach
    void begin() {
        sessions = new SessionTopic();
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void theResponsibleClinicianIsToldThatSomethingWaitsAndNothingMore() {
        address(clinician.toString(), ofClinician);
        address("lead", ofLead);
        var patient = patientOf(clinician);

        redFlag(patient, "urine_leak");

        var mail = awaitOne(ofClinician).text();
        assertThat(mail)
                .contains("Something needs you now", "/practices/" + practice + "/worklist")
                .doesNotContainIgnoringCase("urine")
                .doesNotContainIgnoringCase("bladder")
                .doesNotContain(patient.patient().toString(), "emergency");
        assertThat(SmtpSink.of(ofLead)).isEmpty();
        assertThat(notices("?state=sent").getList("items.person")).containsExactly(clinician.toString());
    }

    @Test
    void anEMailSpeaksTheLanguageOfItsReader() {
        given().auth()
                .oauth2(Tokens.lead(practice))
                .contentType(ContentType.JSON)
                .body("{\"email\": \"" + ofClinician + "\", \"language\": \"es\"}")
                .put("/practices/{p}/notification-addresses/{person}", practice, clinician)
                .then()
                .statusCode(200);

        redFlag(patientOf(clinician), "urine_leak");

        assertThat(awaitOne(ofClinician).text())
                .contains("Subject: Algo te necesita ahora", "Content-Language: es", "/worklist");
        given().auth()
                .oauth2(Tokens.lead(practice))
                .contentType(ContentType.JSON)
                .body("{\"email\": \"" + ofClinician + "\", \"language\": \"fr\"}")
                .put("/practices/{p}/notification-addresses/{person}", practice, clinician)
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsNotUrgentIsToldToNobody() {
        address(clinician.toString(), ofClinician);
        var patient = patientOf(clinician);

        redFlag(patient, "leg_tingling");
        redFlag(patient, "urine_leak");

        awaitOne(ofClinician);
        assertThat(notices("").getList("items.level")).containsExactly("emergency_now");
        assertThat(notices("").getList("items.notices")).containsExactly(1);
    }

    @Test
    void whatNobodyTookOnIsToldToTheLead() {
        address(clinician.toString(), ofClinician);
        address("lead", ofLead);
        var patient = patientOf(clinician);
        var event = new OutgoingEvent(
                UUID.randomUUID(),
                "sacrum.triage.v1",
                patient.toString(),
                Announced.ESCALATED,
                "a finding",
                Instant.now(),
                """
                {"practiceId": "%s", "patientId": "%s", "urgency": "urgent_same_day"}""".formatted(practice, patient.patient()).getBytes(StandardCharsets.UTF_8));

        QuarkusTransaction.requiringNew().run(() -> announced.fire(new Announced(List.of(event))));

        assertThat(awaitOne(ofLead).text()).contains("Nobody has taken on something");
        assertThat(SmtpSink.of(ofClinician)).isEmpty();
        assertThat(notices("").getList("items.occasion")).containsExactly("escalated");
    }

    @Test
    void withoutAResponsibleClinicianTheLeadIsTold() {
        address("lead", ofLead);
        var patient = new PatientKey(practice, UUID.randomUUID());
        sessions.patient(patient);

        redFlag(patient, "urine_leak");

        assertThat(awaitOne(ofLead).text()).contains("Something needs you now");
    }

    @Test
    void ofADischargedPatientInAnEmergencyTheClinicianIsToldAndOfADeceasedOneNobody() {
        address(clinician.toString(), ofClinician);
        var deceased = patientOf(UUID.randomUUID(), "deceased");
        var discharged = patientOf(clinician, "discharged");

        redFlag(deceased, "urine_leak");
        await().atMost(SOON).until(() -> onTheWorklist(deceased));
        redFlag(discharged, "urine_leak");

        awaitOne(ofClinician);
        assertThat(notices("").getList("items.person")).containsExactly(clinician.toString());
    }

    private boolean onTheWorklist(PatientKey patient) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist", practice)
                .jsonPath()
                .getList("items.patientId")
                .contains(patient.patient().toString());
    }

    @Test
    void aClinicianWithoutAnAddressIsToldThroughTheLead() {
        address("lead", ofLead);

        redFlag(patientOf(clinician), "urine_leak");

        awaitOne(ofLead);
    }

    @Test
    void aBurstIsOneEMailAndWhatCameInThePauseIsToldAfterIt() throws SQLException {
        address(clinician.toString(), ofClinician);
        redFlag(patientOf(clinician), "urine_leak");
        awaitOne(ofClinician);

        for (int i = 0; i < 3; i++) {
            redFlag(patientOf(clinician), "urine_leak");
        }
        await().atMost(SOON).until(() -> count("select count(*) from notice where practice_id = ?") == 3);
        postman.round();
        assertThat(SmtpSink.of(ofClinician)).hasSize(1);

        change("update letter set sent_at = sent_at - interval '6 minutes' where practice_id = ?");

        await().atMost(SOON).until(() -> SmtpSink.of(ofClinician).size() == 2);
        assertThat(notices("").getList("items.notices")).containsExactly(3, 1);
        postman.round();
        assertThat(SmtpSink.of(ofClinician)).hasSize(2);
    }

    @Test
    void whenTheMailServerIsBackWhatWaitedIsSentOnce() {
        address(clinician.toString(), ofClinician);
        SmtpSink.down();
        try {
            redFlag(patientOf(clinician), "urine_leak");
            await().atMost(SOON)
                    .until(() ->
                            notices("?state=waiting").getList("items.problem").contains("unreachable"));
            redFlag(patientOf(clinician), "urine_leak");
            await().atMost(SOON)
                    .until(() -> notices("").getList("items.notices").equals(List.of(2)));
        } finally {
            SmtpSink.up();
        }

        await().atMost(SOON).until(() -> notices("?state=sent").getList("items").size() == 1);
        assertThat(SmtpSink.of(ofClinician)).hasSize(1);
        assertThat(notices("").getInt("items[0].attempts")).isGreaterThan(1);
    }

    @Test
    void whatCannotBeSentForADayIsGivenUpAndSeen() {
        address(clinician.toString(), "refused-" + practice + "@practice.example");
        redFlag(patientOf(clinician), "urine_leak");
        await().atMost(SOON)
                .until(() -> notices("?state=waiting").getList("items.problem").contains("refused"));

        change("update letter set made_at = made_at - interval '25 hours' where practice_id = ?");

        await().atMost(SOON)
                .until(() -> notices("?state=given_up").getList("items").size() == 1);
        assertThat(given().get("/q/health/ready").asString()).contains("\"smtp\": \"configured\"", "givenUpLately");
    }

    @Test
    void anAddressThatComesLaterIsUsed() {
        redFlag(patientOf(clinician), "urine_leak");
        await().atMost(SOON)
                .until(() -> notices("?state=waiting").getList("items.problem").contains("no_address"));

        address(clinician.toString(), ofClinician);

        awaitOne(ofClinician);
    }

    @Test
    void manyInstancesSendEachLetterOnce() throws Exception {
        var addresses = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var each = UUID.randomUUID();
            addresses.add("sam-" + each + "@practice.example");
            address(each.toString(), addresses.getLast());
            redFlag(patientOf(each), "urine_leak");
        }

        try (var instances = Executors.newFixedThreadPool(6)) {
            await().atMost(SOON).until(() -> {
                for (int i = 0; i < 6; i++) {
                    instances.submit(postman::round);
                }
                return notices("?state=sent&limit=200").getList("items").size() == 20;
            });
        }

        assertThat(addresses).allSatisfy(each -> assertThat(SmtpSink.of(each)).hasSize(1));
    }

    @Test
    void aLetterWhoseSenderDiedIsSentByAnother() {
        address(clinician.toString(), ofClinician);
        insertLetter("now() + interval '1 hour'");
        postman.round();
        assertThat(SmtpSink.of(ofClinician)).isEmpty();

        change("update letter set claimed_until = now() - interval '1 second' where practice_id = ?");

        awaitOne(ofClinician);
    }

    @Test
    void aClaimNeverTakesMoreLettersThanWereAskedForHoweverTheDatabasePlansIt() {
        var claimed = NestedLoops.planned(database, () -> {
            for (int i = 0; i < 12; i++) {
                insertLetter("null");
            }
            return letters.claim(Instant.now(), Duration.ofMinutes(1), 3);
        });

        assertThat(claimed).hasSize(3);
    }

    private void insertLetter(String claimedUntil) {
        change("""
                insert into letter (letter_id, practice_id, person, occasion, level, notices, made_at, state, attempts,
                    next_attempt_at, claimed_until)
                select gen_random_uuid(), ?, '%s', 'raised', 'emergency_now', 1, now(), 'waiting', 1, now(), %s""".formatted(clinician, claimedUntil));
    }

    private PatientKey patientOf(UUID responsible) {
        return patientOf(responsible, "active");
    }

    private PatientKey patientOf(UUID responsible, String status) {
        var patient = new PatientKey(practice, UUID.randomUUID());
        sessions.send(patient.toString(), "care.sacrum.session.patient-recorded.v1", """
                {"practiceId": "%s", "patientId": "%s", "version": 1, "status": "%s",
                 "responsibleClinician": "%s", "patient": {"ageYears": 41, "homeTimeZone": "Europe/London"}}""".formatted(
                        practice, patient.patient(), status, responsible));
        return patient;
    }

    private void redFlag(PatientKey patient, String code) {
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), code, "present"));
    }

    private void address(String person, String email) {
        given().auth()
                .oauth2(Tokens.lead(practice))
                .contentType(ContentType.JSON)
                .body("{\"email\": \"" + email + "\"}")
                .put("/practices/{p}/notification-addresses/{person}", practice, person)
                .then()
                .statusCode(200);
    }

    private JsonPath notices(String query) {
        return given().auth()
                .oauth2(Tokens.lead(practice))
                .get("/practices/" + practice + "/notices" + query)
                .jsonPath();
    }

    private static SmtpSink.Taken awaitOne(String address) {
        await().atMost(SOON).until(() -> !SmtpSink.of(address).isEmpty());
        return SmtpSink.of(address).getFirst();
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, practice);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private void change(String sql) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, practice);
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
