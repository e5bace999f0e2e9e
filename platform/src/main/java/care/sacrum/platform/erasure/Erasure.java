package care.sacrum.platform.erasure;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;

/// Forgets the events of a patient that this service has not sent yet or could not use. What Kafka holds already
/// expires with its topic.
@Singleton
public class Erasure {

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;

    Erasure(AgroalDataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /// Deletes the outbox rows and dead letters of a key. An event that tells of the erasure is added after this call.
    ///
    /// @param key the key of the patient's events, `practice/patient`
    /// @throws IllegalStateException when no transaction is under way: what is forgotten is forgotten together
    public void of(String key) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("A patient is erased in one transaction with the service's own rows");
        }
        try (var connection = database.getConnection();
                var unsent = connection.prepareStatement("delete from outbox where key = ?");
                var unusable = connection.prepareStatement("delete from dead_letter where key = ?")) {
            unsent.setString(1, key);
            unsent.executeUpdate();
            unusable.setString(1, key);
            unusable.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The events of a patient could not be erased", e);
        }
    }
}
