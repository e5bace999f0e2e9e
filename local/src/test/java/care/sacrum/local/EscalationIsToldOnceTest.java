package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.backing.FreePort;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two instances of triage-service, over real PostgreSQL and Kafka; one is killed while it escalates, while a mail
/// server has its e-mail and has not said so, and while deliveries of a webhook are under way.
///
/// What holds: each finding is escalated once, by event and in the trail. Each e-mail and each delivery arrives
/// at least once; again, under the same id, only what had arrived when its sender was killed before it could note
/// that. Nothing is missed.
class EscalationIsToldOnceTest {

    private static final int PATIENTS = 240;
    private static final int CLINICIANS = 40;
    private static final int OF_THE_WEBHOOK = 60;
    private static final int ARRIVE_BEFORE_THE_KILL = 20;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RAISED = "care.sacrum.triage.finding-raised.v1";
    private static final String ESCALATED = "care.sacrum.triage.finding-escalated.v1";
    private static final String OF_THE_FIRST = "first@practice.example";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private final UUID practice = UUID.randomUUID();
    private final List<UUID> clinicians =
            IntStream.range(0, CLINICIANS).mapToObj(_ -> UUID.randomUUID()).toList();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final CountDownLatch killed = new CountDownLatch(1);

    @Test
    void twoInstancesOfWhichOneIsKilledEscalateOnceAndMissNoEMailAndNoDelivery() throws Exception {
        try (var mail = new MailSink(OF_THE_FIRST);
                var suite = new RunningSuite(
                        Path.of("..").toRealPath(),
                        data,
                        Ports.free(),
                        null,
                        false,
                        Map.of(
                                "sacrum.triage.escalations-every", "1s",
                                "sacrum.webhooks.answered-within", "60s",
                                "sacrum.notices.every", "1s",
                                "sacrum.notices.first-retry-after", "1s",
                                "sacrum.notices.longest-retry-after", "1s",
                                "sacrum.notices.smtp-host", "127.0.0.1",
                                "sacrum.notices.from", OF_THE_FIRST,
                                "quarkus.mailer.port", Integer.toString(mail.port())),
                        List.of(ServiceName.TRIAGE))) {
            suite.start(_ -> {});
            var second = suite.another(
                    ServiceName.TRIAGE, FreePort.any(), Map.of("sacrum.notices.from", "second@practice.example"));
            var receiver = receiver();
            try (var database = database(suite);
                    var triage =
                            TestTopic.named("sacrum.triage.v1", suite.backing().bootstrapServers());
                    var sessions =
                            TestTopic.named("sacrum.session.v1", suite.backing().bootstrapServers())) {
                second.awaitReady(http);
                raise(new Progress(suite.backing()), sessions, triage);
                killTheFirstInTheMiddle(suite, database, sessions, mail, receiver);

                everyFindingIsEscalatedOnce(database, triage);
                everyEMailArrives(mail);
                everyDeliveryArrives();
            } finally {
                killed.countDown();
                receiver.stop(0);
                second.stop();
            }
        } finally {
            http.shutdownNow();
        }
    }

    /// Nobody has an address yet, so the e-mails wait. Whoever were given these events again would wait for the
    /// escalation that is to be interrupted: both read before they come, and have committed them before it begins.
    private void raise(Progress progress, TestTopic sessions, TestTopic triage) {
        await().atMost(SOON)
                .until(
                        () -> progress.readers("triage-service"),
                        readers -> readers.size() == 2 && !readers.contains(0));
        for (int i = 0; i < PATIENTS; i++) {
            redFlag(sessions, practice, clinicians.get(i % CLINICIANS));
        }
        awaitEvents(triage, RAISED, practice, PATIENTS);
        await().atMost(SOON).until(() -> progress.uncommitted("triage-service") == 0);
    }

    private void killTheFirstInTheMiddle(
            RunningSuite suite, Connection database, TestTopic sessions, MailSink mail, HttpServer receiver)
            throws Exception {
        try (var lock = database(suite)) {
            // Whoever escalates stops before it can commit: it waits for the practice's next line of the stream.
            lock.setAutoCommit(false);
            run(lock, "select 1 from worklist_stream where practice_id = '%s' for update".formatted(practice));
            run(database, "update raised_finding set due_at = now() - interval '1 minute'");
            run(database, "update watched_patient set next_escalation_at = now() - interval '1 minute'");
            await().atMost(SOON).until(() -> count(database, """
                    select count(*) from pg_stat_activity
                    where wait_event_type = 'Lock' and query like 'insert into worklist_stream%'""") == 2);
            webhook(suite, receiver);
            for (int i = 0; i < OF_THE_WEBHOOK; i++) {
                redFlag(sessions, DemoIdentities.PRACTICE, UUID.randomUUID());
            }
            await().atMost(SOON).untilAsserted(() -> {
                var raised = count(
                        database,
                        "select count(*) from raised_finding where practice_id = '%s'"
                                .formatted(DemoIdentities.PRACTICE));
                var unsent = count(database, "select count(*) from outbox");
                assertThat(count(database, "select count(*) from webhook_delivery"))
                        .as(
                                "deliveries, while %d are raised, %d events are unsent, and these wait: %s",
                                raised, unsent, waiting(database))
                        .isEqualTo(OF_THE_WEBHOOK);
                assertThat(delivered).hasSizeGreaterThan(ARRIVE_BEFORE_THE_KILL);
            });
            // Last, since a mail server that says nothing is not waited for as long as the others.
            for (var clinician : clinicians) {
                run(
                        database,
                        "insert into notification_address (practice_id, person, email, recorded_at) values ('%s', '%s', '%s@practice.example', now())"
                                .formatted(practice, clinician, clinician));
            }
            await().atMost(SOON).until(mail::hasLeftSomeoneInTheMiddle);

            suite.service(ServiceName.TRIAGE).kill();
            killed.countDown();
            lock.rollback();
        }
        // As if the time had passed for which the dead one had claimed what it sends.
        run(database, "update letter set claimed_until = now() where state = 'waiting'");
        run(database, "update webhook_delivery set claimed_until = now() where state = 'waiting'");
    }

    private void everyFindingIsEscalatedOnce(Connection database, TestTopic triage) throws SQLException {
        awaitEvents(triage, ESCALATED, practice, PATIENTS);
        assertThat(count(database, """
                select count(*) from finding_trail where step = 'escalated' and practice_id = '%s'""".formatted(practice))).isEqualTo(PATIENTS);
        assertThat(
                        triage
                                .all(message -> message.type().equals(ESCALATED)
                                        && message.key().startsWith(practice + "/"))
                                .stream()
                                .map(TestTopic.Message::id)
                                .distinct())
                .hasSize(PATIENTS);
    }

    private void everyEMailArrives(MailSink mail) {
        var addresses =
                clinicians.stream().map(each -> each + "@practice.example").toList();
        await().atMost(SOON)
                .until(() ->
                        mail.taken().stream().map(MailSink.Taken::to).toList().containsAll(addresses)
                                && mail.taken().size() > CLINICIANS);
        var ofTheDead = mail.taken().stream()
                .filter(each -> each.from().equals(OF_THE_FIRST))
                .toList();
        assertThat(ofTheDead).hasSize(1);
        var byAddress = mail.taken().stream().collect(Collectors.groupingBy(MailSink.Taken::to));
        assertThat(byAddress.keySet()).containsExactlyInAnyOrderElementsOf(addresses);
        byAddress.forEach((to, mails) -> {
            assertThat(mails).hasSize(to.equals(ofTheDead.getFirst().to()) ? 2 : 1);
            assertThat(mails.stream().map(MailSink.Taken::messageId).distinct()).hasSize(1);
        });
    }

    /// Of a webhook each instance pushes one event at a time, so one may come twice.
    private void everyDeliveryArrives() {
        await().atMost(SOON).until(() -> delivered.stream().distinct().count() == OF_THE_WEBHOOK);
        assertThat(delivered).hasSizeLessThanOrEqualTo(OF_THE_WEBHOOK + 1);
    }

    private static void awaitEvents(TestTopic topic, String type, UUID practice, int count) {
        await().atMost(SOON)
                .until(() ->
                        topic
                                        .all(message -> message.type().equals(type)
                                                && message.key().startsWith(practice + "/"))
                                        .stream()
                                        .map(TestTopic.Message::key)
                                        .distinct()
                                        .count()
                                == count);
    }

    private static void redFlag(TestTopic sessions, UUID practice, UUID clinician) {
        var patient = UUID.randomUUID();
        send(sessions, practice, patient, "care.sacrum.session.patient-recorded.v1", """
                {"practiceId": "%s", "patientId": "%s", "version": 1, "status": "active", "responsibleClinician": "%s",
                 "patient": {"ageYears": 41, "homeTimeZone": "Europe/London"}}""".formatted(
                        practice, patient, clinician));
        send(sessions, practice, patient, "care.sacrum.session.symptoms-reported.v1", """
                {"practiceId": "%1$s", "patientId": "%2$s", "report": {"reportId": "%3$s", "kind": "symptom_check_in",
                 "observedAt": "%4$s", "observedTimeZone": "Europe/London", "receivedAt": "%4$s", "painBefore": 3,
                 "symptoms": [{"code": "urine_leak", "status": "present", "onset": "new"}]}}""".formatted(
                        practice, patient, UUID.randomUUID(), Instant.now()));
    }

    private static void send(TestTopic sessions, UUID practice, UUID patient, String type, String data) {
        sessions.send(
                practice + "/" + patient,
                data,
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/sacrum/session-service",
                        "ce_type",
                        type));
    }

    /// Keeps the ids of what arrives. After the first few it answers nobody until one instance is killed.
    private HttpServer receiver() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            delivered.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            try {
                if (delivered.size() > ARRIVE_BEFORE_THE_KILL) {
                    killed.await();
                }
                exchange.sendResponseHeaders(204, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
        return server;
    }

    private void webhook(RunningSuite suite, HttpServer receiver) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(suite.service(ServiceName.TRIAGE)
                                .url() + "/practices/" + DemoIdentities.PRACTICE + "/webhooks"))
                .header("Authorization", "Bearer " + Tokens.demo(suite.issuerUrl(), DemoIdentities.INTEGRATOR))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        """
                        {"url": "http://127.0.0.1:%d/", "eventTypes": ["%s"]}""".formatted(receiver.getAddress().getPort(), RAISED)))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(201);
    }

    private static Connection database(RunningSuite suite) throws SQLException {
        return DriverManager.getConnection(suite.backing().jdbcUrl("triage"), "triage", "triage");
    }

    /// What each session of the database that waits for another is about, for whoever reads a failure.
    private static String waiting(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("""
                        select coalesce(string_agg(left(query, 80), ' | '), 'none') from pg_stat_activity
                        where wait_event_type = 'Lock'""")) {
            found.next();
            return found.getString(1);
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
