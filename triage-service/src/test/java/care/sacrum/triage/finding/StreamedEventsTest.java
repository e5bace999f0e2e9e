package care.sacrum.triage.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.platform.problem.Faults;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class StreamedEventsTest {

    @Inject
    StreamedEvents stream;

    @Inject
    Screens screens;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    AgroalDataSource database;

    private final PatientKey patient = new PatientKey(UUID.randomUUID(), UUID.randomUUID());
    private final PatientKey elsewhere = new PatientKey(UUID.randomUUID(), UUID.randomUUID());

    /// Counts what was committed by the test's own thread, and not by others of the service.
    @Singleton
    static class Screens {
        private final ThreadLocal<Integer> told = ThreadLocal.withInitial(() -> 0);

        void tell(@Observes StreamedEvents.Committed committed) {
            told.set(told.get() + 1);
        }
    }

    @BeforeEach
    void nothingIsToldYet() {
        screens.told.remove();
    }

    @Test
    void theLinesOfATransactionKeepTheOrderOfTheirAddsAndScreensAreToldOnce() {
        inATransaction(() -> {
            add(line(patient, "one"));
            add(line(elsewhere, "elsewhere"));
            add(line(patient, "two"), line(patient, "three"));
        });
        inATransaction(() -> add(line(patient, "four")));

        assertThat(linesOf(patient)).containsExactly("1 one", "2 two", "3 three", "4 four");
        assertThat(linesOf(elsewhere)).containsExactly("1 elsewhere");
        assertThat(screens.told.get()).isEqualTo(2);
    }

    @Test
    void twoTransactionsThatTellOfTwoPracticesInOtherOrdersBothCommit() throws Exception {
        var together = new CyclicBarrier(2);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var all = threads.invokeAll(List.of(
                    oneThenTheOther(together, patient, elsewhere), oneThenTheOther(together, elsewhere, patient)));
            for (var each : all) {
                each.get();
            }
        }

        assertThat(linesOf(patient)).hasSize(2);
        assertThat(linesOf(elsewhere)).hasSize(2);
    }

    private Callable<Void> oneThenTheOther(CyclicBarrier together, PatientKey one, PatientKey other) {
        return () -> QuarkusTransaction.requiringNew().call(() -> {
            add(line(one, "first"));
            together.await();
            add(line(other, "second"));
            return null;
        });
    }

    @Test
    void whatIsRolledBackLeavesNoGapAndNobodyIsTold() {
        assertThatThrownBy(() -> inATransaction(() -> {
                    add(line(patient, "never"));
                    throw new IllegalArgumentException("thought better of it");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(screens.told.get()).isZero();

        inATransaction(() -> add(line(patient, "first")));

        assertThat(linesOf(patient)).containsExactly("1 first");
    }

    @Test
    void aLineThatTheDatabaseRefusesUndoesTheWholeTransactionAndSaysWhy() {
        var refused = catchThrowable(() -> inATransaction(() -> {
            watched(patient);
            add(line(elsewhere, "elsewhere"));
            add(line(patient, "with a \u0000 that no text may hold"));
        }));

        assertThat(refused).hasRootCauseInstanceOf(SQLException.class);
        assertThat(Faults.passing(refused)).isFalse();
        assertThat(isWatched(patient)).isFalse();
        assertThat(linesOf(elsewhere)).isEmpty();
        assertThat(screens.told.get()).isZero();
    }

    @Test
    void whoComesWhenTheLinesAreWrittenIsRefusedAndNotLost() {
        var refused = catchThrowable(() -> inATransaction(() -> {
            add(line(patient, "in time"));
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    add(line(patient, "too late"));
                }

                @Override
                public void afterCompletion(int status) {}
            });
        }));

        assertThat(refused).rootCause().hasMessageContaining("written already");
        assertThat(linesOf(patient)).isEmpty();
    }

    @Test
    void noLineIsAddedOutsideATransaction() {
        assertThatThrownBy(() -> add(line(patient, "alone")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only inside the transaction");

        assertThat(linesOf(patient)).isEmpty();
    }

    private static void inATransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private void add(StreamedEvents.New... lines) {
        stream.add(List.of(lines));
    }

    private static StreamedEvents.New line(PatientKey key, String name) {
        return new StreamedEvents.New(key, name, "{}", Instant.now());
    }

    private List<String> linesOf(PatientKey key) {
        return stream.after(key.practice(), 0, 100).stream()
                .map(line -> line.number() + " " + line.name())
                .toList();
    }

    private void watched(PatientKey key) {
        Sql.with(database, connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into watched_patient (practice_id, patient_id) values (?, ?)")) {
                insert.setObject(1, key.practice());
                insert.setObject(2, key.patient());
                return insert.executeUpdate();
            }
        });
    }

    private boolean isWatched(PatientKey key) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select 1 from watched_patient where practice_id = ? and patient_id = ?")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                try (var found = select.executeQuery()) {
                    return found.next();
                }
            }
        });
    }
}
