package care.sacrum.triage.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The database as it plans at its worst: by nested loops alone, which it may choose by itself when it misjudges a
/// table. What stands inside a join is then chosen again for each row.
public final class NestedLoops {

    private NestedLoops() {}

    /// In a transaction of its own that is taken back: nobody else ever sees what is done in it.
    public static <T> T planned(AgroalDataSource database, Supplier<T> work) {
        var answer = new AtomicReference<T>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                try (var connection = database.getConnection();
                        var statement = connection.createStatement()) {
                    for (var way : new String[] {"hashjoin", "mergejoin", "hashagg", "sort", "material"}) {
                        statement.execute("set local enable_" + way + " = off");
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                answer.set(work.get());
                throw new TakenBack();
            });
        } catch (TakenBack asMeant) {
            // Nothing of it is left.
        }
        return answer.get();
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
