package care.sacrum.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpClosedException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/// Tells a fault that passes (a lost connection, a time-out, a lock) from one that would come again with the same
/// input.
public final class Faults {

    private static final int DEEPEST_CAUSE = 20;
    private static final int PLACES_NAMED = 6;

    private Faults() {}

    /// Whether trying the same again later can succeed. A fault met at the commit hides among the suppressed ones: the
    /// transaction manager only says that it rolled back.
    public static boolean passing(Throwable fault) {
        return verdict(fault, 0).orElse(false);
    }

    private static Optional<Boolean> verdict(Throwable fault, int depth) {
        if (depth == DEEPEST_CAUSE) {
            return Optional.empty();
        }
        if (fault instanceof SQLException sql) {
            return Optional.of(passing(sql));
        }
        if (fault instanceof TimeoutException
                || fault instanceof RetriableException
                || fault instanceof IOException && !(fault instanceof JsonProcessingException)) {
            return Optional.of(true);
        }
        var cause = fault.getCause();
        var suppressed = fault.getSuppressed();
        if (fault instanceof RollbackException && cause == null && suppressed.length == 0) {
            // Nobody but the transaction's own time limit rolls back without a reason.
            return Optional.of(true);
        }
        var found = cause == null ? Optional.<Boolean>empty() : verdict(cause, depth + 1);
        for (int i = 0; found.isEmpty() && i < suppressed.length; i++) {
            found = verdict(suppressed[i], depth + 1);
        }
        return found;
    }

    /// Whether the caller closed the connection before all of the request was here.
    static boolean ofACallerWhoLeft(Throwable fault) {
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof HttpClosedException) {
                return true;
            }
        }
        return false;
    }

    private static boolean passing(SQLException fault) {
        String state = fault.getSQLState();
        return fault instanceof SQLTransientException
                || fault instanceof SQLRecoverableException
                || state == null // the pool gave no connection in time
                || state.startsWith("08") // connection
                || state.startsWith("53") // resources
                || state.startsWith("57P") // shut down, starting up
                || state.startsWith("40") // serialization, deadlock
                || state.equals("55P03") // lock not available
                || state.equals("57014"); // cancelled
    }

    /// The kinds and places of a fault and its causes, without any text that could hold a value of a patient.
    public static String withoutValues(Throwable fault) {
        var told = new StringBuilder();
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            told.append(depth == 0 ? "" : ", caused by ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                told.append(" (SQL state ").append(sql.getSQLState()).append(')');
            }
            var places = cause.getStackTrace();
            for (int i = 0; i < Math.min(PLACES_NAMED, places.length); i++) {
                told.append(i == 0 ? " at " : " < ").append(places[i]);
            }
        }
        return told.toString();
    }
}
