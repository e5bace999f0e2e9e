package care.sacrum.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
class OutboxTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant HAPPENED = Instant.parse("2026-02-05T18:00:00Z");

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    @Inject
    Tracer tracer;

    private final String key = UUID.randomUUID() + "/" + UUID.randomUUID();

    @Test
    void whatWasCommittedIsPublishedAsACloudEventAndThenDeleted() throws SQLException {
        try (var topic = TestTopic.named(Topics.SESSION)) {
            var event = event("1");
            QuarkusTransaction.requiringNew().run(() -> outbox.add(event));

            var message = topic.next(this::ofMine, SOON);

            assertThat(message.value()).isEqualTo("\"1\"");
            assertThat(message.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_id", event.id().toString())
                    .containsEntry("ce_source", "/sacrum/platform-test")
                    .containsEntry("ce_type", "care.sacrum.test.happened.v1")
                    .containsEntry("ce_subject", "subject")
                    .containsEntry("ce_time", "2026-02-05T18:00:00Z")
                    .containsEntry("ce_dataschema", "/contracts/care.sacrum.test.happened.v1.schema.json")
                    .containsEntry("content-type", "application/json");
            org.awaitility.Awaitility.await().atMost(SOON).until(() -> waiting() == 0);
        }
    }

    @Test
    void whatWasRolledBackIsNeverPublished() {
        try (var topic = TestTopic.named(Topics.SESSION)) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        outbox.add(event("never"));
                        throw new IllegalStateException("the cause failed");
                    }))
                    .hasMessage("the cause failed");
            QuarkusTransaction.requiringNew().run(() -> outbox.add(event("after")));

            assertThat(topic.next(this::ofMine, SOON).value()).isEqualTo("\"after\"");
            assertThat(topic.all(this::ofMine)).hasSize(1);
        }
    }

    @Test
    void anEventWithoutTheTransactionOfItsCauseIsRefused() {
        assertThatThrownBy(() -> outbox.add(event("alone"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eventsOfAKeyComeInTheOrderOfTheirCommitsWhateverOtherKeysDo() throws Exception {
        int writers = 8;
        int each = 100;
        try (var topic = TestTopic.named(Topics.SESSION);
                var threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                threads.submit(() -> IntStream.range(0, each)
                        .forEach(n -> QuarkusTransaction.requiringNew()
                                .run(() -> outbox.add(event(key + "-" + number, Integer.toString(n))))));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            org.awaitility.Awaitility.await()
                    .atMost(SOON)
                    .until(() -> topic.all(this::ofMine).size() >= writers * each);
            for (int writer = 0; writer < writers; writer++) {
                var itsKey = key + "-" + writer;
                var numbers = topic.all(message -> itsKey.equals(message.key())).stream()
                        .map(message -> Integer.parseInt(message.value().replace("\"", "")))
                        .toList();
                assertThat(numbers).isEqualTo(IntStream.range(0, each).boxed().toList());
            }
        }
    }

    @Test
    void aRecordNamesTheTraceInWhichItsEventCameAbout() {
        var request = tracer.spanBuilder("request").setNoParent().startSpan();
        try (var topic = TestTopic.named(Topics.SESSION);
                var _ = request.makeCurrent()) {
            QuarkusTransaction.requiringNew().run(() -> outbox.add(event("traced")));

            assertThat(topic.next(this::ofMine, SOON).headers())
                    .containsEntry(
                            "traceparent",
                            "00-%s-%s-00"
                                    .formatted(
                                            request.getSpanContext().getTraceId(),
                                            request.getSpanContext().getSpanId()));
        }
    }

    @Test
    void aRecordOfNoTraceNamesNone() {
        try (var topic = TestTopic.named(Topics.SESSION)) {
            QuarkusTransaction.requiringNew().run(() -> outbox.add(event("untraced")));

            assertThat(topic.next(this::ofMine, SOON).headers()).doesNotContainKey("traceparent");
        }
    }

    @Test
    void theSameFactHasTheSameId() {
        var id = UUID.randomUUID();

        assertThat(EventId.of("type", id, 1)).isEqualTo(EventId.of("type", id, 1));
        assertThat(List.of(EventId.of("type", id, 2), EventId.of("other", id, 1)))
                .doesNotContain(EventId.of("type", id, 1));
    }

    private boolean ofMine(TestTopic.Message message) {
        return message.key() != null && message.key().startsWith(key);
    }

    private OutgoingEvent event(String text) {
        return event(key, text);
    }

    private static OutgoingEvent event(String key, String text) {
        return new OutgoingEvent(
                EventId.of("test", key, text),
                Topics.SESSION,
                key,
                "care.sacrum.test.happened.v1",
                "subject",
                HAPPENED,
                ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8));
    }

    private int waiting() throws SQLException {
        var keys = new ArrayList<String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select key from outbox where key = ?")) {
            select.setString(1, key);
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    keys.add(found.getString(1));
                }
            }
        }
        return keys.size();
    }
}
