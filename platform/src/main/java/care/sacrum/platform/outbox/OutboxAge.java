package care.sacrum.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// How long the oldest unsent row has waited: silence on the topic must not look like calm. Asked of the database each
/// time, so that it is true on every instance and while Kafka is down.
@Singleton
class OutboxAge {

    private final AgroalDataSource database;
    private final MeterRegistry metrics;
    private final Counter sent;

    OutboxAge(AgroalDataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
        sent = Counter.builder("sacrum.outbox.sent")
                .description("Events acknowledged by Kafka")
                .register(metrics);
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("sacrum.outbox.oldest.unsent.seconds", this, OutboxAge::seconds)
                .description("Age of the oldest event not yet acknowledged by Kafka; not a number while unknown")
                .register(metrics);
    }

    void sent(int events) {
        sent.increment(events);
    }

    /// Empty while the database does not answer.
    Optional<Duration> ofOldestUnsent() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select (extract(epoch from clock_timestamp() - created_at) * 1000)::bigint
                        from outbox order by id limit 1""");
                var found = select.executeQuery()) {
            return Optional.of(Duration.ofMillis(found.next() ? Math.max(0, found.getLong(1)) : 0));
        } catch (SQLException unanswered) {
            return Optional.empty();
        }
    }

    private double seconds() {
        return ofOldestUnsent().map(age -> age.toMillis() / 1000.0).orElse(Double.NaN);
    }
}
