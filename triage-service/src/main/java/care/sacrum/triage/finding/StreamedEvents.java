package care.sacrum.triage.finding;

import care.sacrum.triage.store.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The lines of each practice's worklist stream, numbered without gaps in the order of their commits, so that a
/// screen that was away can ask for what it missed and see that nothing is missing.
@Singleton
public class StreamedEvents {

    private static final Duration KEPT = Duration.ofDays(35);
    private static final String GATHERED = "care.sacrum.triage.finding.streamed-events.gathered";

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<Committed> committed;
    private final ObjectMapper json;

    StreamedEvents(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transaction,
            Event<Committed> committed,
            ObjectMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.committed = committed;
        this.json = json;
    }

    /// Lines were committed by this instance.
    public record Committed() {}

    public record New(PatientKey key, String name, String body, Instant at) {}

    /// One line as a screen gets it.
    public record Line(long number, String name, Instant at, String body) {}

    /// What stands after a number of a practice's stream.
    public sealed interface After {

        /// @param newest the number of the newest line there is
        record Lines(List<Line> lines, long newest) implements After {}

        /// Lines that followed are deleted; what is kept begins with the number `oldest`.
        record NoLongerKept(long oldest) implements After {}

        /// No line ever had that number.
        record NotYetSaid(long newest) implements After {}
    }

    /// Gathers the lines of the transaction under way, which are written when it is about to commit: all of a
    /// practice wait for the row that numbers its lines, so that is locked last and for the shortest time. Until
    /// then nobody reads them, not even the transaction itself.
    ///
    /// @throws IllegalStateException when no transaction is under way, or its lines are written already
    public void add(List<New> lines) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("A line is added to the stream only inside the transaction of its cause");
        }
        if (!lines.isEmpty()) {
            gathered().add(lines);
        }
    }

    /// The same for one line, of a record of plain values.
    ///
    /// @throws IllegalStateException as there
    public void add(PatientKey key, String name, Record line, Instant at) {
        try {
            add(List.of(new New(key, name, json.writeValueAsString(line), at)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }

    private Gathered gathered() {
        if (transaction.getResource(GATHERED) instanceof Gathered before) {
            return before;
        }
        var gathered = new Gathered();
        transaction.putResource(GATHERED, gathered);
        transaction.registerInterposedSynchronization(gathered);
        return gathered;
    }

    /// The lines of one transaction, by practice. One order of practices for all, so that two instances never lock
    /// each other out.
    private final class Gathered implements Synchronization {
        private final SortedMap<UUID, List<New>> byPractice = new TreeMap<>();
        private boolean written;

        void add(List<New> lines) {
            if (written) {
                throw new IllegalStateException("The lines of this transaction are written already");
            }
            lines.forEach(line -> byPractice
                    .computeIfAbsent(line.key().practice(), practice -> new ArrayList<>())
                    .add(line));
        }

        @Override
        public void beforeCompletion() {
            written = true;
            write(byPractice);
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                committed.fire(new Committed());
            }
        }
    }

    private void write(SortedMap<UUID, List<New>> byPractice) {
        Sql.with(database, connection -> {
            try (var count = connection.prepareStatement("""
                            insert into worklist_stream (practice_id, last_number) values (?, ?)
                            on conflict (practice_id)
                            do update set last_number = worklist_stream.last_number + excluded.last_number
                            returning last_number""");
                    var insert = connection.prepareStatement("""
                            insert into worklist_event (practice_id, number, at, patient_id, name, body)
                            values (?, ?, ?, ?, ?, ?)""")) {
                for (var practice : byPractice.entrySet()) {
                    var news = practice.getValue();
                    count.setObject(1, practice.getKey());
                    count.setLong(2, news.size());
                    long number;
                    try (var last = count.executeQuery()) {
                        last.next();
                        number = last.getLong(1) - news.size();
                    }
                    for (var line : news) {
                        insert.setObject(1, practice.getKey());
                        insert.setLong(2, ++number);
                        insert.setTimestamp(3, Timestamp.from(line.at()));
                        insert.setObject(4, line.key().patient());
                        insert.setString(5, line.name());
                        insert.setString(6, line.body());
                        insert.addBatch();
                    }
                }
                return insert.executeBatch();
            }
        });
    }

    /// The number of the newest line of a practice, 0 before the first.
    public long newest(UUID practice) {
        return Sql.with(database, connection -> {
            try (var select =
                    connection.prepareStatement("select last_number from worklist_stream where practice_id = ?")) {
                select.setObject(1, practice);
                try (var found = select.executeQuery()) {
                    return found.next() ? found.getLong(1) : 0L;
                }
            }
        });
    }

    /// The lines after that number without a gap, or why there are none to go on with.
    public After reading(UUID practice, long number, int atMost) {
        long newest = newest(practice);
        if (Long.compareUnsigned(number, newest) > 0) {
            return new After.NotYetSaid(newest);
        }
        var lines = after(practice, number, atMost);
        long next = lines.isEmpty() ? newest + 1 : lines.getFirst().number();
        return next == number + 1 || (lines.isEmpty() && number == newest)
                ? new After.Lines(
                        lines,
                        Math.max(newest, lines.isEmpty() ? 0 : lines.getLast().number()))
                : new After.NoLongerKept(next);
    }

    /// The lines after that number, oldest first.
    public List<Line> after(UUID practice, long number, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select number, name, at, body from worklist_event
                    where practice_id = ? and number > ? order by number limit ?""")) {
                select.setObject(1, practice);
                select.setLong(2, number);
                select.setInt(3, atMost);
                try (var found = select.executeQuery()) {
                    var lines = new ArrayList<Line>();
                    while (found.next()) {
                        lines.add(new Line(
                                found.getLong(1),
                                found.getString(2),
                                found.getTimestamp(3).toInstant(),
                                found.getString(4)));
                    }
                    return lines;
                }
            }
        });
    }

    /// Deletes lines older than any screen asks for.
    public int deleteOld(Instant now, int atMost) {
        return Sql.with(database, connection -> {
            try (var delete = connection.prepareStatement("""
                    with batch as materialized (
                        select practice_id, number from worklist_event where at < ?
                        order by at, practice_id, number limit ? for update skip locked)
                    delete from worklist_event old using batch
                    where old.practice_id = batch.practice_id and old.number = batch.number""")) {
                delete.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
                delete.setInt(2, atMost);
                return delete.executeUpdate();
            }
        });
    }
}
