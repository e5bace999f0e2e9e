package care.sacrum.local;

import care.sacrum.local.backing.Backing;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// How far relay and triage-service are behind the sessions that were taken.
final class Progress {

    static final String TOPIC = "sacrum.session.v1";

    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(10);

    private final Backing backing;

    Progress(Backing backing) {
        this.backing = backing;
    }

    /// Rows that the relay has not sent, and records that triage-service has not taken.
    record Lag(long unsent, long unread) {

        boolean isNothing() {
            return unsent == 0 && unread <= 0;
        }
    }

    Lag lag() throws SQLException {
        var unsent = number("session", "select count(*) from outbox");
        return new Lag(unsent, written() - read());
    }

    /// Records that triage-service has taken.
    long read() throws SQLException {
        return number(
                "triage",
                "select coalesce(sum(record_offset + 1), 0) from read_progress where topic = '%s'".formatted(TOPIC));
    }

    /// Seconds until nothing is left.
    double awaitDrained() throws SQLException {
        return await(Lag::isNothing);
    }

    /// Returns when the relay has sent all, whether anybody reads it or not.
    void awaitSent() throws SQLException {
        await(lag -> lag.unsent() == 0);
    }

    private double await(Predicate<Lag> reached) throws SQLException {
        var begin = System.nanoTime();
        while (true) {
            var lag = lag();
            var seconds = (System.nanoTime() - begin) / 1e9;
            if (reached.test(lag)) {
                return seconds;
            }
            if (seconds > DRAINED_WITHIN.toSeconds()) {
                throw new IllegalStateException("Not drained within %s: %s".formatted(DRAINED_WITHIN, lag));
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    /// What a service's database answers to a question with one number.
    long number(String service, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(backing.jdbcUrl(service), service, service);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /// How many partitions each member of a consumer group reads.
    List<Integer> readers(String group) {
        return asked(admin -> admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                .map(member -> member.assignment().topicPartitions().size())
                .toList());
    }

    /// Records that a consumer group would be given again if its members changed now.
    long uncommitted(String group) {
        return written()
                - asked(admin ->
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                                .filter(of -> of.getKey().topic().equals(TOPIC))
                                .mapToLong(of -> of.getValue().offset())
                                .sum());
    }

    private interface Question<T> {
        T of(Admin admin) throws InterruptedException, ExecutionException;
    }

    private <T> T asked(Question<T> question) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", backing.bootstrapServers()))) {
            return question.of(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long written() {
        return asked(admin -> {
            var description =
                    admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            description
                    .partitions()
                    .forEach(partition ->
                            asked.put(new TopicPartition(TOPIC, partition.partition()), OffsetSpec.latest()));
            var written = 0L;
            for (var end : admin.listOffsets(asked).all().get().values()) {
                written += end.offset();
            }
            return written;
        });
    }
}
