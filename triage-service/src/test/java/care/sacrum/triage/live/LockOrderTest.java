package care.sacrum.triage.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.triage.finding.AsRead;
import care.sacrum.triage.finding.Handling;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.StreamedEvents;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Whoever decides about patients locks their rows first, in one order, and the practice's stream last: a batch of
/// events and a clinician wait for each other, and neither is told that the database gave up on it.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class LockOrderTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    SessionEvents sessions;

    @Inject
    Handling handling;

    @Inject
    StreamedEvents stream;

    @Inject
    AgroalDataSource database;

    private final UUID practice = UUID.randomUUID();
    private final Instant now = Instant.now();

    /// Java sorts these two ids one way and the database the other.
    private final PatientKey low = patient(new UUID(0x1000_0000_0000_4000L, 1));
    private final PatientKey high = patient(new UUID(0x9000_0000_0000_4000L, 1));

    @Test
    void aSilenceInABatchThatRaisesAnothersFindingWaitsForWhoAcknowledgesAFindingOfTheSilent() throws Exception {
        var reporting = patient(UUID.randomUUID());
        var silent = patient(UUID.randomUUID());
        take(recorded(reporting), recorded(silent), reported(silent));
        var finding = findingOf(silent);

        waitingInTurnFor(
                silent,
                () -> handling.acknowledge(practice, finding, AsRead.NOT_SAID, "sam", "Called"),
                () -> take(reported(reporting), silence(silent)));

        assertThat(namesOfLines()).containsExactly("raised", "held", "acknowledged", "raised", "held", "silent");
    }

    @Test
    void aLapseInABatchThatTellsOfAnothersDischargeWaitsForWhoAcknowledgesAFindingOfTheLapsed() throws Exception {
        var discharged = patient(UUID.randomUUID());
        var lapsed = patient(UUID.randomUUID());
        take(recorded(discharged), recorded(lapsed), reported(lapsed));
        var finding = findingOf(lapsed);

        waitingInTurnFor(
                lapsed,
                () -> handling.acknowledge(practice, finding, AsRead.NOT_SAID, "sam", "Called"),
                () -> take(status(discharged, 2, "discharged"), lapse(lapsed)));

        assertThat(namesOfLines()).containsExactly("raised", "held", "acknowledged", "status", "lapsed");
    }

    @Test
    void aBatchThatReportsOfOnePatientAndTellsOfAnothersSilenceWaitsForABatchThatReportsOfBoth() throws Exception {
        take(recorded(low), recorded(high));

        waitingInTurnFor(low, () -> take(reported(low), reported(high)), () -> take(reported(high), silence(low)));

        assertThat(namesOfLines())
                .contains("silent")
                .filteredOn("raised"::equals)
                .hasSize(2);
    }

    @Test
    void anErasureOfTwoPatientsWaitsForABatchThatReportsOfBoth() throws Exception {
        take(recorded(low), recorded(high));

        waitingInTurnFor(low, () -> take(reported(low), reported(high)), () -> take(erased(low), erased(high)));

        assertThat(namesOfLines().stream().filter("erased"::equals)).hasSize(2);
        assertThat(namesOfLines()).containsOnly("forgotten", "erased").endsWith("erased", "erased");
    }

    @Test
    void whoeverIsErasedTwiceOrWasNeverKnownIsNotMadeForIt() {
        var patient = patient(UUID.randomUUID());
        var other = patient(UUID.randomUUID());
        take(recorded(patient));
        take(erased(patient));

        take(erased(patient), erased(patient(UUID.randomUUID())), recorded(other), silence(other));

        assertThat(namesOfLines()).containsExactly("erased", "silent");
    }

    /// Both come to wait for that patient's row, which is given free then: the first gets it, and the second goes on
    /// with all that it had locked by then.
    private void waitingInTurnFor(PatientKey patient, Runnable first, Runnable second) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = QuarkusTransaction.requiringNew().call(() -> {
                lock(patient);
                var one = threads.submit(first);
                awaitWaiting(1);
                var other = threads.submit(second);
                awaitWaiting(2);
                return List.of(one, other);
            });
            for (var each : both) {
                each.get();
            }
        }
    }

    private void awaitWaiting(int count) {
        // In this thread, whose transaction is the one that they wait for.
        await().atMost(SOON).pollInSameThread().until(() -> waitForThisTransaction() == count);
    }

    private void lock(PatientKey patient) {
        Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select 1 from watched_patient where practice_id = ? and patient_id = ? for update""")) {
                select.setObject(1, patient.practice());
                select.setObject(2, patient.patient());
                return select.execute();
            }
        });
    }

    /// How many wait for the transaction under way, or for one that does.
    private int waitForThisTransaction() {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                            with recursive behind (pid) as (
                                select pg_backend_pid()
                                union
                                select waiting.pid from pg_locks waiting
                                join behind on behind.pid = any (pg_blocking_pids(waiting.pid))
                                where not waiting.granted)
                            select count(*) - 1 from behind""");
                    var found = select.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        });
    }

    private void take(IncomingEvent... events) {
        QuarkusTransaction.requiringNew().run(() -> sessions.take(List.of(events)));
    }

    private PatientKey patient(UUID id) {
        return new PatientKey(practice, id);
    }

    private UUID findingOf(PatientKey patient) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select finding_id from raised_finding where practice_id = ? and patient_id = ?")) {
                select.setObject(1, patient.practice());
                select.setObject(2, patient.patient());
                try (var found = select.executeQuery()) {
                    found.next();
                    return found.getObject(1, UUID.class);
                }
            }
        });
    }

    private List<String> namesOfLines() {
        return stream.after(practice, 0, 100).stream()
                .map(StreamedEvents.Line::name)
                .toList();
    }

    private static IncomingEvent recorded(PatientKey key) {
        return status(key, 1, "active");
    }

    private static IncomingEvent status(PatientKey key, int version, String status) {
        return event(key, "patient-recorded", """
                "version": %d, "status": "%s", "patient": {"ageYears": 41, "homeTimeZone": "Europe/London"}""".formatted(version, status));
    }

    private IncomingEvent reported(PatientKey key) {
        return event(
                key,
                "completed",
                "\"report\": " + SessionTopic.checkIn(UUID.randomUUID(), now, "urine_leak", "present"));
    }

    private IncomingEvent silence(PatientKey key) {
        return event(key, "patient-silent", """
                "quietSince": "2026-02-04", "raisedAt": "%s", "silence": 1""".formatted(now));
    }

    private IncomingEvent lapse(PatientKey key) {
        return event(key, "adherence-lapsed", """
                "lapse": 1, "raisedAt": "%s", "from": "2026-02-04", "to": "2026-02-10", "percent": 20""".formatted(now));
    }

    private IncomingEvent erased(PatientKey key) {
        return event(key, "patient-erased", "\"erasedAt\": \"%s\"".formatted(now));
    }

    private static IncomingEvent event(PatientKey key, String what, String fields) {
        var data =
                "{\"practiceId\": \"%s\", \"patientId\": \"%s\", %s}".formatted(key.practice(), key.patient(), fields);
        return new IncomingEvent(
                Topics.SESSION,
                0,
                0,
                key.toString(),
                Instant.now(),
                Map.of("ce_type", "care.sacrum.session." + what + ".v1"),
                data.getBytes(StandardCharsets.UTF_8));
    }
}
