package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Word;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The audit trail: every step of every finding's life, who took it and why. The database refuses to change a row, and
/// deletes one only with its erased patient.
@Singleton
public class Trail {

    private static final String COLUMNS =
            "number, finding_id, at, step, by, rule, urgency, due_at, times, outcome, until, note";

    private final AgroalDataSource database;

    Trail(AgroalDataSource database) {
        this.database = database;
    }

    enum Step implements Word {
        RAISED,
        /// Again, because it became more urgent.
        RAISED_AGAIN,
        RESTATED,
        /// The history no longer supports it, and it stays open all the same.
        KEPT,
        /// It had been withdrawn, and the same evidence is back.
        REOPENED,
        WITHDRAWN,
        DELIVERED,
        ACKNOWLEDGED,
        ESCALATED,
        SNOOZED,
        SNOOZE_ENDED,
        /// Somebody tried to reach the patient in vain, and it stays open.
        NOT_REACHED,
        CLOSED
    }

    /// A step to be written.
    ///
    /// @param by null where the service itself took it
    record New(
            RaisedFinding finding,
            Instant at,
            Step step,
            @Nullable String by,
            @Nullable Integer times,
            @Nullable Instant until,
            @Nullable String note) {

        static New byItself(RaisedFinding finding, Instant at, Step step) {
            return new New(finding, at, step, null, null, null, null);
        }

        static New by(String who, RaisedFinding finding, Instant at, Step step) {
            return new New(finding, at, step, who, null, null, null);
        }

        New because(String why) {
            return new New(finding, at, step, by, times, until, why);
        }

        New until(Instant end) {
            return new New(finding, at, step, by, times, end, note);
        }

        New forTheTime(int count) {
            return new New(finding, at, step, by, count, until, note);
        }
    }

    /// A step as it is read.
    ///
    /// @param number counts up in the order in which a patient's steps were taken
    public record Taken(
            long number,
            UUID findingId,
            Instant at,
            String step,
            @Nullable String by,
            String rule,
            String urgency,
            @Nullable Instant dueAt,
            @Nullable Integer times,
            @Nullable String outcome,
            @Nullable Instant until,
            @Nullable String note) {}

    /// Into the transaction under way, whose patients are locked.
    void add(List<New> steps) {
        if (steps.isEmpty()) {
            return;
        }
        Sql.with(database, connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into finding_trail (practice_id, patient_id, finding_id, at, step, by, rule, urgency,
                        due_at, times, outcome, until, note)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (var step : steps) {
                    set(insert, step);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private static void set(PreparedStatement insert, New step) throws SQLException {
        var finding = step.finding();
        insert.setObject(1, finding.key().practice());
        insert.setObject(2, finding.key().patient());
        insert.setObject(3, finding.id());
        insert.setObject(4, Sql.utc(step.at()));
        insert.setString(5, step.step().word());
        insert.setString(6, step.by());
        insert.setString(7, finding.rule());
        insert.setString(8, finding.urgency().word());
        insert.setObject(9, Sql.utc(finding.dueAt()));
        insert.setObject(10, step.times(), Types.INTEGER);
        insert.setString(11, step.step() == Step.CLOSED ? finding.outcome() : null);
        insert.setObject(12, Sql.utc(step.until()));
        insert.setString(13, step.note());
    }

    /// The steps of one finding after that number, oldest first.
    public List<Taken> ofFinding(UUID practice, UUID finding, long after, int atMost) {
        return read("practice_id = ? and finding_id = ?", practice, finding, after, atMost);
    }

    /// The steps of all findings of a patient after that number, oldest first.
    public List<Taken> ofPatient(PatientKey key, long after, int atMost) {
        return read("practice_id = ? and patient_id = ?", key.practice(), key.patient(), after, atMost);
    }

    private List<Taken> read(String whose, UUID practice, UUID id, long after, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + " from finding_trail where " + whose
                    + " and number > ? order by number limit ?")) {
                select.setObject(1, practice);
                select.setObject(2, id);
                select.setLong(3, after);
                select.setInt(4, atMost);
                try (var found = select.executeQuery()) {
                    var steps = new ArrayList<Taken>();
                    while (found.next()) {
                        steps.add(taken(found));
                    }
                    return steps;
                }
            }
        });
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Sql.instant(row.getTimestamp(8)),
                row.getObject(9, Integer.class),
                row.getString(10),
                Sql.instant(row.getTimestamp(11)),
                row.getString(12));
    }
}
