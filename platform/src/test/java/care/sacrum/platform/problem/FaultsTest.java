package care.sacrum.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.http.HttpClosedException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;
import javax.transaction.xa.XAException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "53300", "40001", "40P01", "55P03"})
    void aLostConnectionALockOrAFullDatabasePasses(String sqlState) {
        assertThat(Faults.passing(new IllegalStateException(new SQLException("", sqlState))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "23505", "23514", "42703"})
    void aRowThatTheDatabaseRefusesWillBeRefusedAgain(String sqlState) {
        assertThat(Faults.passing(new IllegalStateException(new SQLException("", sqlState))))
                .isFalse();
    }

    @Test
    void aPoolWithoutConnectionPasses() {
        assertThat(Faults.passing(new SQLException("acquisition timeout"))).isTrue();
        assertThat(Faults.passing(new SQLTransientConnectionException())).isTrue();
    }

    @Test
    void timeOutsAndTheNetworkPassButMalformedJsonDoesNot() {
        assertThat(Faults.passing(new TimeoutException())).isTrue();
        assertThat(Faults.passing(new IOException())).isTrue();
        assertThat(Faults.passing(new NotLeaderOrFollowerException("moved"))).isTrue();
        assertThat(Faults.passing(new JsonParseException(null, "malformed"))).isFalse();
        assertThat(Faults.passing(new NullPointerException())).isFalse();
    }

    @Test
    void aFaultMetAtTheCommitHidesAmongTheSuppressedOnes() {
        assertThat(Faults.passing(rolledBackBy(new SQLException("", "57P01")))).isTrue();
        assertThat(Faults.passing(rolledBackBy(new SQLException("", "23514")))).isFalse();
        assertThat(Faults.passing(rolledBackBy(new IllegalArgumentException()))).isFalse();
    }

    @Test
    void aTransactionThatRanOutOfTimePasses() {
        assertThat(Faults.passing(new IllegalStateException(new RollbackException())))
                .isTrue();
    }

    private static Throwable rolledBackBy(Exception reason) {
        var resource = new XAException(XAException.XA_RBROLLBACK);
        resource.initCause(reason);
        var rollback = new RollbackException();
        rollback.addSuppressed(resource);
        return new IllegalStateException(rollback);
    }

    @Test
    void aCauseThatCausesItselfEnds() {
        var one = new IllegalStateException("one");
        var two = new IllegalStateException("two", one);
        one.initCause(two);

        assertThat(Faults.passing(two)).isFalse();
        assertThat(Faults.withoutValues(two)).hasSizeLessThan(100_000);
    }

    @Test
    void whatIsLoggedHoldsNoTextOfTheFault() {
        var told = Faults.withoutValues(new IllegalStateException(
                "pain of 11", new SQLException("row (urine_leak, present) refused", "23514")));

        assertThat(told).contains("IllegalStateException", "23514").doesNotContain("pain", "urine");
    }

    @Test
    void aCallerWhoLeftIsNoFaultOfOurs() {
        assertThat(Faults.ofACallerWhoLeft(new IOException(new HttpClosedException("Connection was closed"))))
                .isTrue();
        assertThat(Faults.ofACallerWhoLeft(new IOException("disk"))).isFalse();
    }
}
