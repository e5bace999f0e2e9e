package care.sacrum.triage.finding;

import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.util.List;

/// The patient's row as the life of findings needs it: the lock of everything that is decided about the patient, and
/// the
/// place on the worklist.
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
        findings.flush();
        var place = Place.of(findings.notWithdrawn(List.of(key)).getOrDefault(key, List.of()));
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient set standing = ?, open_urgency = ?, open_since = ?
                    where practice_id = ? and patient_id = ?""")) {
                update.setInt(1, place.standing());
                update.setObject(2, place.rank(), java.sql.Types.SMALLINT);
                update.setObject(3, Sql.utc(place.since()));
                update.setObject(4, key.practice());
                update.setObject(5, key.patient());
                return update.executeUpdate();
            }
        });
    }
}
