package care.sacrum.platform.outbox;

import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.trace.Traceparent;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts events in the outbox, inside the caller's transaction.
///
/// Order holds for a key when its writers lock the same row before they call: ids are then handed out in the order of
/// their commits.
@Singleton
public class Outbox {

    /// The beginning of a statement that adds an event, for a writer that keeps its own row and the event in one
    /// statement: event id, topic, key, type, subject, time, data and [#traceparent] follow, as `values` or as a
    /// `select`. Its writer calls [#wakeTheRelay] after the commit.
    public static final String INSERT =
            "insert into outbox (event_id, topic, key, type, subject, happened_at, data, traceparent)";

    private static final String WOKEN = "care.sacrum.platform.outbox.woken";

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final Relay relay;

    Outbox(AgroalDataSource database, TransactionSynchronizationRegistry transaction, Relay relay) {
        this.database = database;
        this.transaction = transaction;
        this.relay = relay;
    }

    public void add(OutgoingEvent event) {
        add(List.of(event));
    }

    /// @throws IllegalStateException when no transaction is under way: an event without its cause would be a lie
    public void add(List<OutgoingEvent> events) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event is put in the outbox only inside the transaction of its cause");
        }
        if (events.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var event : events) {
                insert.setObject(1, event.id());
                insert.setString(2, event.topic());
                insert.setString(3, event.key());
                insert.setString(4, event.type());
                insert.setString(5, event.subject());
                insert.setTimestamp(6, Timestamp.from(event.time()));
                insert.setBytes(7, event.data());
                insert.setString(8, traceparent(event.key()));
                if (events.size() == 1) {
                    insert.executeUpdate();
                } else {
                    insert.addBatch();
                }
            }
            if (events.size() > 1) {
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The event could not be put in the outbox", e);
        }
        wakeTheRelayAfterCommit();
    }

    /// The trace in which an event of that key comes about just now, for a writer that uses [#INSERT].
    public static @Nullable String traceparent(String key) {
        return Traceparent.ofEvent(key).map(Traceparent::text).orElse(null);
    }

    /// An event was committed without [#add].
    public void wakeTheRelay() {
        relay.wake();
    }

    private void wakeTheRelayAfterCommit() {
        if (transaction.getResource(WOKEN) != null) {
            return;
        }
        transaction.putResource(WOKEN, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
