package care.sacrum.triage.finding;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The patient's row as the life of findings needs it: the lock of everything that is decided about the patient,
/// and the place on the worklist.
@Singleton
class Places {

    private final AgroalDataSource database;
    private final RaisedFindings findings;

    Places(AgroalDataSource database, RaisedFindings findings) {
        this.database = database;
        this.findings = findings;
    }

    /// Until the transaction under way ends, nobody else decides about this patient.
    void lock(PatientKey key) {
        Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    "select 1 from watched_patient where practice_id = ? and patient_id = ? for update")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                return select.execute();
            }
        });
    }

    /// After a finding's life went on outside an evaluation.
    void renew(PatientKey key) {
        renew(List.of(key));
    }

    void renew(Collection<PatientKey> keys) {
        findings.flush();
        var now = findings.all(keys);
        var treatments = treatments(keys);
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient set standing = ?, open_urgency = ?, open_since = ?, open_due = ?,
                        next_escalation_at = ?
                    where practice_id = ? and patient_id = ?""")) {
                for (var key : keys) {
                    var place =
                            Place.of(now.getOrDefault(key, List.of()), treatments.getOrDefault(key, Treatment.GOES_ON));
                    update.setInt(1, place.standing());
                    update.setObject(2, place.rank(), Types.SMALLINT);
                    update.setObject(3, Sql.utc(place.since()));
                    update.setObject(4, Sql.utc(place.due()));
                    update.setObject(5, Sql.utc(place.nextEscalation()));
                    update.setObject(6, key.practice());
                    update.setObject(7, key.patient());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    private Map<PatientKey, Treatment> treatments(Collection<PatientKey> keys) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select practice_id, patient_id, status from watched_patient
                    where (practice_id, patient_id) in (select * from unnest(?, ?))""")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", keys.stream().map(PatientKey::practice).toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", keys.stream().map(PatientKey::patient).toArray()));
                return treatments(select);
            }
        });
    }

    /// Patients of whom the practice lead is to be told, locked; another instance takes others.
    Map<PatientKey, Treatment> lockEscalating(Instant now, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select practice_id, patient_id, status from watched_patient where next_escalation_at <= ?
                    order by next_escalation_at limit ? for update skip locked""")) {
                select.setObject(1, Sql.utc(now));
                select.setInt(2, atMost);
                return treatments(select);
            }
        });
    }

    private static Map<PatientKey, Treatment> treatments(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var treatments = new LinkedHashMap<PatientKey, Treatment>();
            while (found.next()) {
                treatments.put(
                        new PatientKey(found.getObject(1, UUID.class), found.getObject(2, UUID.class)),
                        Treatment.of(found.getString(3)));
            }
            return treatments;
        }
    }
}
