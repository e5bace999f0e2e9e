package care.sacrum.triage.finding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.live.SessionTopic;
import care.sacrum.triage.store.NestedLoops;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class EscalationsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Escalations escalations;

    @Inject
    Snoozes snoozes;

    @Inject
    AgroalDataSource database;

    private final UUID practice = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private SessionTopic sessions;

    @BeforeEach
    void aPractice() {
        sessions = new SessionTopic();
        sessions.practice(practice);
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void nothingIsToldBeforeItIsDueAndOnceWhenItIs() throws SQLException {
        var patient = patientsInAnEmergency(1).getFirst();
        var due = dueAt(patient);

        runAt(due.minusMillis(1));
        assertThat(escalated()).isEmpty();
        runAt(due);
        runAt(due.plusSeconds(60));

        assertThat(escalated()).containsExactly(patient + " 1");
    }

    @Test
    void itIsSaidAgainAtGrowingIntervalsUntilSomebodyAcknowledgesIt() throws SQLException {
        var patient = patientsInAnEmergency(1).getFirst();
        var due = dueAt(patient);

        runAt(due);
        runAt(due.plus(Duration.ofMinutes(14)));
        runAt(due.plus(Duration.ofMinutes(15)));
        runAt(due.plus(Duration.ofMinutes(44)));
        runAt(due.plus(Duration.ofMinutes(45)));
        acknowledge(patient);
        runAt(due.plus(Duration.ofDays(2)));

        assertThat(escalated()).containsExactly(patient + " 1", patient + " 2", patient + " 3");
    }

    @Test
    void whoWasNotReachedIsDueAnewAndToldFromTheBeginning() throws SQLException {
        var patient = patientsInAnEmergency(1).getFirst();
        runAt(dueAt(patient));

        triedInVain(patient);
        var anew = dueAt(patient);
        runAt(anew.minusMillis(1));
        runAt(anew);
        runAt(anew.plus(Duration.ofMinutes(15)));

        assertThat(escalated()).containsExactly(patient + " 1", patient + " 1", patient + " 2");
    }

    @Test
    void runningInTwoInstancesAtOnceNothingIsToldTwiceAndNothingIsMissed() throws Exception {
        var patients = patientsInAnEmergency(12);
        var late = dueAt(patients.getLast()).plus(Duration.ofMinutes(1));
        var together = new CyclicBarrier(4);

        try (var instances = Executors.newFixedThreadPool(4)) {
            Callable<Integer> instance = () -> {
                together.await();
                int looked = 0;
                int batch;
                do {
                    batch = inATransaction(late, 2);
                    looked += batch;
                } while (batch > 0);
                return looked;
            };
            for (var done : instances.invokeAll(Collections.nCopies(4, instance))) {
                done.get();
            }
        }
        // What another held while it was asked for is taken by whoever comes next.
        runAt(late);

        assertThat(escalated())
                .containsExactlyInAnyOrderElementsOf(
                        patients.stream().map(patient -> patient + " 1").toList());
    }

    @Test
    void whatAnInstanceHadTakenWhenItDiedIsToldByTheNext() throws SQLException {
        var patients = patientsInAnEmergency(3);
        var late = dueAt(patients.getLast()).plus(Duration.ofMinutes(1));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(escalations.tellOfSome(late, 100)).isGreaterThanOrEqualTo(3);
                    endTheConnection();
                    escalations.tellOfSome(late, 100);
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(escalated()).isEmpty();
        runAt(late);

        assertThat(escalated())
                .containsExactlyInAnyOrderElementsOf(
                        patients.stream().map(patient -> patient + " 1").toList());
    }

    @Test
    void anEscalationIsPublishedAndStandsOnTheWorklist() throws SQLException {
        try (var topic = TestTopic.named("sacrum.triage.v1")) {
            var patient = patientsInAnEmergency(1).getFirst();
            var due = dueAt(patient);

            runAt(due);

            var event = topic.next(
                    message -> message.type().equals("care.sacrum.triage.finding-escalated.v1")
                            && message.key().equals(practice + "/" + patient),
                    SOON);
            var data = JsonPath.from(event.value());
            assertThat(data.getString("rule")).isEqualTo("ces-bladder");
            assertThat(data.getString("urgency")).isEqualTo("emergency_now");
            assertThat(Instant.parse(data.getString("dueAt"))).isEqualTo(due);
            assertThat(data.getInt("times")).isEqualTo(1);
            var item = worklist();
            assertThat(item.getBoolean("items[0].escalated")).isTrue();
            assertThat(item.getInt("items[0].findings[0].escalations")).isEqualTo(1);
        }
    }

    @Test
    void aFindingThatIsAcknowledgedOrClosedInTimeIsNeverTold() throws SQLException {
        var patients = patientsInAnEmergency(2);
        acknowledge(patients.getFirst());
        close(patients.getLast());

        runAt(now.plus(Duration.ofDays(3)));

        assertThat(escalated()).isEmpty();
    }

    @Test
    void anEmergencyOfAPatientWhoWasJustDischargedIsToldAsBefore() throws SQLException {
        var patient = patientsInAnEmergency(1).getFirst();
        var due = dueAt(patient);
        status(patient, "discharged");

        runAt(due);
        runAt(due.plus(Duration.ofMinutes(15)));

        assertThat(escalated()).containsExactly(patient + " 1", patient + " 2");
        assertThat(worklist().getString("items[0].patientStatus")).isEqualTo("discharged");
        assertThat(worklist().getBoolean("items[0].escalated")).isTrue();
    }

    @Test
    void whatCanWaitOfADischargedPatientStaysOnTheListAndIsToldToNobody() throws SQLException {
        var patient = new PatientKey(practice, UUID.randomUUID());
        sessions.patient(patient);
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        await().atMost(SOON).until(() -> worklist().getList("items").size() == 1);
        var due = dueAt(patient.patient());
        status(patient.patient(), "discharged");

        runAt(due.plus(Duration.ofDays(9)));

        assertThat(escalated()).isEmpty();
        assertThat(worklist().getList("items.urgency")).containsExactly("soon");

        // Beside an emergency it stays as quiet as it was alone.
        sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
        await().atMost(SOON).until(() -> worklist().getList("items[0].findings").size() == 2);
        runAt(due.plus(Duration.ofDays(9)));

        assertThat(escalated()).containsExactly(patient.patient() + " 1");
    }

    @Test
    void ofWhoIsDeceasedNothingIsDueAndWhatIsOpenStandsAtTheEnd() throws SQLException {
        var patients = patientsInAnEmergency(2);
        var deceased = patients.getFirst();
        var due = dueAt(deceased);
        var tingling = new PatientKey(practice, UUID.randomUUID());
        sessions.patient(tingling);
        sessions.report(tingling, SessionTopic.checkIn(UUID.randomUUID(), now, "leg_tingling", "present"));
        await().atMost(SOON).until(() -> worklist().getList("items").size() == 3);
        status(deceased, "deceased");

        runAt(due.plus(Duration.ofMinutes(1)));

        assertThat(escalated()).containsExactly(patients.getLast() + " 1");
        var list = worklist();
        assertThat(list.<String>getList("items.patientId"))
                .containsExactly(
                        patients.getLast().toString(), tingling.patient().toString(), deceased.toString());
        assertThat(list.getString("items[2].patientStatus")).isEqualTo("deceased");
        assertThat(list.getString("items[2].dueAt")).isNull();
        assertThat(list.getBoolean("items[2].overdue")).isFalse();
        close(deceased);
        assertThat(worklist().getList("items")).hasSize(2);
    }

    @Test
    void whoWasMarkedDeceasedInErrorIsDueAsBefore() throws SQLException {
        var patient = patientsInAnEmergency(1).getFirst();
        var due = dueAt(patient);
        status(patient, "deceased");
        runAt(due);
        assertThat(escalated()).isEmpty();

        status(patient, "active");
        runAt(due);

        assertThat(escalated()).containsExactly(patient + " 1");
        assertThat(dueAt(patient)).isEqualTo(due);
        assertThat(Instant.parse(worklist().getString("items[0].dueAt"))).isEqualTo(due);
    }

    private int version = 1;

    private void status(UUID patient, String status) {
        sessions.status(new PatientKey(practice, patient), ++version, status);
        await().atMost(SOON)
                .until(() -> status.equals(
                        worklist().getString("items.find{it.patientId == '" + patient + "'}.patientStatus")));
    }

    @Test
    void noMoreEndedSnoozesGoThanWereAskedForHoweverTheDatabasePlansIt() {
        var deleted = NestedLoops.planned(database, () -> {
            snoozesThatEnded(12);
            return snoozes.deleteEnded(now, 3);
        });

        assertThat(deleted).isEqualTo(3);
    }

    private void snoozesThatEnded(int count) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into finding_snooze (finding_id, subject, practice_id, patient_id, until)
                        select gen_random_uuid(), 'sam', ?, gen_random_uuid(), now() - interval '1 hour'
                        from generate_series(1, ?)""")) {
            insert.setObject(1, practice);
            insert.setInt(2, count);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Until nothing is left that is due by then: of other practices too, which their tests do not mind.
    private void runAt(Instant at) {
        while (inATransaction(at, 100) > 0) {}
    }

    private int inATransaction(Instant at, int atMost) {
        return QuarkusTransaction.requiringNew().call(() -> escalations.tellOfSome(at, atMost));
    }

    /// The database sees an instance vanish in the middle of its work.
    private void endTheConnection() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select pg_backend_pid()");
                var found = select.executeQuery()) {
            found.next();
            int backend = found.getInt(1);
            var ended = new AtomicBoolean();
            var other = Thread.ofPlatform().start(() -> ended.set(ended(backend)));
            other.join();
            assertThat(ended).isTrue();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// In a thread without a transaction, so by another connection.
    private boolean ended(int backend) {
        try (var connection = database.getConnection();
                var terminate = connection.prepareStatement("select pg_terminate_backend(?, 5000)")) {
            terminate.setInt(1, backend);
            try (var found = terminate.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<UUID> patientsInAnEmergency(int count) {
        var patients = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            var key = new PatientKey(practice, UUID.randomUUID());
            sessions.patient(key);
            sessions.report(key, SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
            patients.add(key.patient());
        }
        await().atMost(SOON).until(() -> worklist().getList("items").size() == count);
        return patients;
    }

    private Instant dueAt(UUID patient) {
        return Instant.parse(worklist().getString("items.find{it.patientId == '" + patient + "'}.findings[0].dueAt"));
    }

    private JsonPath worklist() {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/worklist", practice)
                .jsonPath();
    }

    private void acknowledge(UUID patient) {
        put(patient, "acknowledgement", "{\"note\": \"Called\"}");
    }

    private void triedInVain(UUID patient) {
        put(patient, "outcome", "{\"outcome\": \"patient_not_reached\", \"note\": \"No answer\"}");
    }

    private void close(UUID patient) {
        put(patient, "outcome", "{\"outcome\": \"referred\", \"note\": \"Sent on\"}");
    }

    private void put(UUID patient, String what, String body) {
        var finding = worklist().getString("items.find{it.patientId == '" + patient + "'}.findings[0].findingId");
        given().auth()
                .oauth2(Tokens.clinician(practice))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/practices/{p}/findings/{f}/" + what, practice, finding)
                .then()
                .statusCode(200);
    }

    /// Patient and count of each escalation of this practice, as the trail tells them.
    private List<String> escalated() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select patient_id, times from finding_trail where practice_id = ? and step = 'escalated'
                        order by number""")) {
            select.setObject(1, practice);
            try (var found = select.executeQuery()) {
                var told = new ArrayList<String>();
                while (found.next()) {
                    told.add(found.getObject(1, UUID.class) + " " + found.getInt(2));
                }
                return told;
            }
        }
    }
}
