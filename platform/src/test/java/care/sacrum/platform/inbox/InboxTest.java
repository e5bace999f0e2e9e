package care.sacrum.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
class InboxTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Inbox inbox;

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final String topic = "topic-" + UUID.randomUUID();

    /// Remembers what it took, as a database with its transaction would: a failed call leaves nothing.
    private static class Remembering implements Intake {
        final List<String> taken = new ArrayList<>();
        final List<String> givenUp = new ArrayList<>();
        int calls;

        @Override
        public void take(List<IncomingEvent> events) {
            calls++;
            var these = new ArrayList<String>();
            for (var event : events) {
                these.add(takeOne(event));
            }
            taken.addAll(these);
        }

        String takeOne(IncomingEvent event) {
            var text = new String(event.data(), StandardCharsets.UTF_8);
            if (text.startsWith("poison")) {
                throw new Unusable("not-for-us");
            }
            return text;
        }

        @Override
        public void gaveUpOn(IncomingEvent event, String reason) {
            givenUp.add(new String(event.data(), StandardCharsets.UTF_8) + " " + reason);
        }
    }

    @Test
    void aGoodBatchIsTakenAtOnce() {
        var intake = new Remembering();

        inbox.process(records("a", "b", "c"), intake);

        assertThat(intake.taken).containsExactly("a", "b", "c");
        assertThat(intake.calls).isEqualTo(1);
    }

    @Test
    void wherePoisonStandsDoesNotMatterToTheOthers() throws SQLException {
        for (int size = 1; size <= 6; size++) {
            for (int poisoned = 0; poisoned < 1 << size; poisoned++) {
                var values = new String[size];
                var good = new ArrayList<String>();
                for (int i = 0; i < size; i++) {
                    boolean bad = (poisoned >> i & 1) == 1;
                    values[i] = bad ? "poison" + i : "good" + i;
                    if (!bad) {
                        good.add(values[i]);
                    }
                }
                var intake = new Remembering();

                inbox.process(records(values), intake);

                assertThat(intake.taken).isEqualTo(good);
                assertThat(intake.givenUp).hasSize(size - good.size()).allMatch(text -> text.endsWith(" not-for-us"));
            }
        }
        assertThat(deadLetters()).isEqualTo(6);
    }

    @Test
    void aSecondReaderOfATopicSaysNothingOfHowFarItIsRead() throws SQLException {
        var second = new Remembering() {
            @Override
            public boolean countsAsRead() {
                return false;
            }
        };

        inbox.process(records("a", "poison", "b"), second);
        assertThat(second.taken).containsExactly("a", "b");
        assertThat(notedOf(topic)).isZero();

        inbox.process(records("a", "poison", "b"), new Remembering());
        assertThat(notedOf(topic)).isPositive();
    }

    private long notedOf(String which) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from read_progress where topic = ?")) {
            select.setString(1, which);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Test
    void aDeadLetterThatComesAgainIsOneDeadLetter() throws SQLException {
        inbox.process(records("poison"), new Remembering());
        inbox.process(records("poison"), new Remembering());

        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void aFaultThatPassesIsWaitedOutAndIsNoDeadLetter() throws SQLException {
        var intake = new Remembering() {
            int faults = 3;

            @Override
            String takeOne(IncomingEvent event) {
                if (faults-- > 0) {
                    throw new IllegalStateException(new SQLException("connection lost", "08006"));
                }
                return super.takeOne(event);
            }
        };

        inbox.process(records("a", "b"), intake);

        assertThat(intake.taken).containsExactly("a", "b");
        assertThat(deadLetters()).isZero();
    }

    @Test
    void aConnectionLostAtTheCommitIsWaitedOutAndIsNoDeadLetter() throws SQLException {
        var intake = new Remembering() {
            int losses = 2;

            @Override
            String takeOne(IncomingEvent event) {
                if (losses-- > 0) {
                    loseTheConnectionAtTheCommit();
                }
                return super.takeOne(event);
            }
        };

        inbox.process(records("a"), intake);

        assertThat(intake.taken).contains("a");
        assertThat(deadLetters()).isZero();
    }

    @Test
    void whatFollowsFromADeadLetterMayFailAndTheRecordIsKeptAllTheSame() throws SQLException {
        inbox.process(records("poison"), new Remembering() {
            @Override
            public void gaveUpOn(IncomingEvent event, String reason) {
                throw new IllegalArgumentException("this fails too");
            }
        });

        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void aRecordWithNothingInItIsKeptAsItCame() throws SQLException {
        var nothing = new ConsumerRecord<String, byte[]>(topic, 0, 7, null, null);
        nothing.headers().add("ce_type", new byte[] {'a', 0, 'b'}).add("empty", null);

        inbox.process(
                new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(nothing)), Map.of()),
                new Remembering() {
                    @Override
                    String takeOne(IncomingEvent event) {
                        throw new Unusable("empty");
                    }
                });

        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void whatFollowsFromARecordBelongsToItsTrace() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var key = UUID.randomUUID().toString();
        var traced = new ConsumerRecord<>(topic, 0, 0, key, "a".getBytes(StandardCharsets.UTF_8));
        traced.headers().add("traceparent", ("00-" + trace + "-b7ad6b7169203331-01").getBytes(StandardCharsets.UTF_8));
        var other = new ConsumerRecord<>(topic, 0, 1, key + "/other", "b".getBytes(StandardCharsets.UTF_8));
        other.headers().add("traceparent", "not a trace".getBytes(StandardCharsets.UTF_8));

        try (var told = TestTopic.named(Topics.SESSION)) {
            inbox.process(
                    new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(traced, other)), Map.of()),
                    new Remembering() {
                        @Override
                        String takeOne(IncomingEvent event) {
                            outbox.add(new OutgoingEvent(
                                    UUID.randomUUID(),
                                    Topics.SESSION,
                                    event.key(),
                                    "care.sacrum.test.followed.v1",
                                    "subject",
                                    Instant.EPOCH,
                                    event.data()));
                            return super.takeOne(event);
                        }
                    });

            assertThat(told.next(message -> key.equals(message.key()), SOON).headers())
                    .hasEntrySatisfying("traceparent", text -> assertThat(text).startsWith("00-" + trace + "-"));
            assertThat(told.next(message -> (key + "/other").equals(message.key()), SOON)
                            .headers())
                    .doesNotContainKey("traceparent");
        }
    }

    private ConsumerRecords<String, byte[]> records(String... values) {
        var records = IntStream.range(0, values.length)
                .mapToObj(i -> new ConsumerRecord<>(topic, 0, i, "key", values[i].getBytes(StandardCharsets.UTF_8)))
                .toList();
        var byPartition = new LinkedHashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        byPartition.put(new TopicPartition(topic, 0), records);
        return new ConsumerRecords<>(byPartition, Map.of());
    }

    private long deadLetters() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from dead_letter where topic = ?")) {
            select.setString(1, topic);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /// The database ends the session of the transaction under way when all of it has been said but the last word.
    private void loseTheConnectionAtTheCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                try (var connection = database.getConnection();
                        var select = connection.createStatement();
                        var found = select.executeQuery("select pg_backend_pid()")) {
                    found.next();
                    int lost = found.getInt(1);
                    var killer = Thread.ofPlatform().start(() -> terminate(lost));
                    killer.join();
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }

    private void terminate(int session) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select pg_terminate_backend(?, 5000)")) {
            select.setInt(1, session);
            select.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
