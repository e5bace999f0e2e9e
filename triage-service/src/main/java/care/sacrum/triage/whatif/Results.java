package care.sacrum.triage.whatif;

import care.sacrum.triage.rules.Urgency;
import care.sacrum.triage.store.Sql;
import care.sacrum.triage.whatif.DifferenceView.Told;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the runs found, counted from the patients' own rows: an erased patient is in no total any more.
@Singleton
class Results {

    private final AgroalDataSource database;

    Results(AgroalDataSource database) {
        this.database = database;
    }

    /// @param done   patients whose history was replayed, or could not be
    /// @param failed of these, could not be
    record Progress(int done, int failed) {}

    /// @param raisedInForce findings raised in the range by the parameters in force
    /// @param raisedWhatIf  findings raised in the range by those asked about
    /// @param gained        raised by those asked about only
    /// @param lost          raised by those in force only
    /// @param movedEarlier  raised by both, sooner by those asked about
    /// @param movedLater    raised by both, later
    /// @param otherLevel    raised by both on one day, at another level
    /// @param patients      with any difference
    record Totals(
            long raisedInForce,
            long raisedWhatIf,
            long gained,
            long lost,
            long movedEarlier,
            long movedLater,
            long otherLevel,
            int patients) {}

    record OfRule(String rule, long gained, long lost, long movedEarlier, long movedLater, long otherLevel) {}

    record OfPatient(UUID patientId, int raisedInForce, int raisedWhatIf, int gained, int lost, int moved) {}

    /// @param byRule only rules with a difference, by their id
    record Found(Progress progress, Totals totals, List<OfRule> byRule) {}

    /// Of each run, in two statements however many they are.
    Map<UUID, Found> of(Collection<UUID> runs) {
        return Sql.with(database, connection -> {
            var byRule = byRule(connection, runs);
            try (var select = connection.prepareStatement("""
                    select run, count(patient_id), count(*) filter (where not replayed),
                        coalesce(sum(in_force), 0), coalesce(sum(what_if), 0),
                        count(*) filter (where gained + lost + moved > 0)
                    from unnest(?) as run left join what_if_patient on what_if_id = run
                    group by run""")) {
                select.setArray(1, connection.createArrayOf("uuid", runs.toArray()));
                try (var rows = select.executeQuery()) {
                    var found = new HashMap<UUID, Found>();
                    while (rows.next()) {
                        var run = rows.getObject(1, UUID.class);
                        found.put(run, found(rows, byRule.getOrDefault(run, List.of())));
                    }
                    return found;
                }
            }
        });
    }

    private static Found found(ResultSet row, List<OfRule> rules) throws SQLException {
        var totals = new Totals(
                row.getLong(4),
                row.getLong(5),
                rules.stream().mapToLong(OfRule::gained).sum(),
                rules.stream().mapToLong(OfRule::lost).sum(),
                rules.stream().mapToLong(OfRule::movedEarlier).sum(),
                rules.stream().mapToLong(OfRule::movedLater).sum(),
                rules.stream().mapToLong(OfRule::otherLevel).sum(),
                row.getInt(6));
        return new Found(new Progress(row.getInt(2), row.getInt(3)), totals, rules);
    }

    private static Map<UUID, List<OfRule>> byRule(Connection connection, Collection<UUID> runs) throws SQLException {
        try (var select = connection.prepareStatement("""
                select what_if_id, rule, count(*) filter (where kind = 'gained'),
                    count(*) filter (where kind = 'lost'),
                    count(*) filter (where what_if_day < in_force_day),
                    count(*) filter (where what_if_day > in_force_day),
                    count(*) filter (where what_if_day = in_force_day)
                from what_if_difference where what_if_id = any (?) group by what_if_id, rule order by rule""")) {
            select.setArray(1, connection.createArrayOf("uuid", runs.toArray()));
            try (var rows = select.executeQuery()) {
                var byRule = new HashMap<UUID, List<OfRule>>();
                while (rows.next()) {
                    byRule.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(new OfRule(
                                    rows.getString(2),
                                    rows.getLong(3),
                                    rows.getLong(4),
                                    rows.getLong(5),
                                    rows.getLong(6),
                                    rows.getLong(7)));
                }
                return byRule;
            }
        }
    }

    /// Patients with a difference, in the order of their ids.
    List<OfPatient> byPatient(UUID run, @Nullable UUID after, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select patient_id, in_force, what_if, gained, lost, moved from what_if_patient
                    where what_if_id = ? and (?::uuid is null or patient_id > ?) and gained + lost + moved > 0
                    order by patient_id limit ?""")) {
                select.setObject(1, run);
                select.setObject(2, after);
                select.setObject(3, after);
                select.setInt(4, atMost);
                try (var found = select.executeQuery()) {
                    var patients = new ArrayList<OfPatient>();
                    while (found.next()) {
                        patients.add(new OfPatient(
                                found.getObject(1, UUID.class),
                                found.getInt(2),
                                found.getInt(3),
                                found.getInt(4),
                                found.getInt(5),
                                found.getInt(6)));
                    }
                    return patients;
                }
            }
        });
    }

    /// A difference has its place after a patient's earlier ones.
    record Place(UUID patient, int number) {}

    record Placed(Place place, DifferenceView difference) {}

    /// In the order of patients.
    List<Placed> differences(UUID run, @Nullable Place after, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select patient_id, number, rule, kind, in_force_day, in_force_urgency, in_force_headline,
                        what_if_day, what_if_urgency, what_if_headline
                    from what_if_difference
                    where what_if_id = ? and (?::uuid is null or (patient_id, number) > (?, ?))
                    order by patient_id, number limit ?""")) {
                select.setObject(1, run);
                select.setObject(2, after == null ? null : after.patient());
                select.setObject(3, after == null ? null : after.patient());
                select.setInt(4, after == null ? 0 : after.number());
                select.setInt(5, atMost);
                try (var found = select.executeQuery()) {
                    var differences = new ArrayList<Placed>();
                    while (found.next()) {
                        differences.add(row(found));
                    }
                    return differences;
                }
            }
        });
    }

    private static Placed row(ResultSet found) throws SQLException {
        var patient = found.getObject(1, UUID.class);
        return new Placed(
                new Place(patient, found.getInt(2)),
                new DifferenceView(patient, found.getString(3), found.getString(4), told(found, 5), told(found, 8)));
    }

    private static @Nullable Told told(ResultSet found, int place) throws SQLException {
        var day = found.getObject(place, LocalDate.class);
        return day == null
                ? null
                : new Told(day, Urgency.values()[found.getInt(place + 1)].word(), found.getString(place + 2));
    }
}
