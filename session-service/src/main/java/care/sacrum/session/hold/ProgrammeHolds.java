package care.sacrum.session.hold;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The intervals there are and were. Who reads them joins the table: a report's answer costs no statement more.
@Singleton
class ProgrammeHolds {

    private final AgroalDataSource database;

    ProgrammeHolds(AgroalDataSource database) {
        this.database = database;
    }

    /// Keeps what is told, in whichever order and however often: a hold begins once and is released once. Of a patient
    /// who was erased nothing is kept. The days from the hold on are marked for adherence, which expects nothing of
    /// them; a day before, since days are the patient's own.
    void keep(List<ProgrammeHold> told) {
        if (told.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        with held as (
                            insert into programme_hold (practice_id, patient_id, hold_id, held_at, released_at)
                            select practice_id, patient_id, ?, ?, ?::timestamptz from (
                                select practice_id, patient_id from patient
                                where practice_id = ? and patient_id = ? for key share) known
                            on conflict (practice_id, patient_id, hold_id) do update set
                                released_at = coalesce(programme_hold.released_at, excluded.released_at)
                            returning practice_id, patient_id, held_at
                        )
                        insert into adherence_touched (practice_id, patient_id, from_day, to_day)
                        select practice_id, patient_id, (held_at at time zone 'UTC')::date - 1, '9999-12-31' from held""")) {
            for (var hold : told) {
                upsert.setObject(1, hold.holdId());
                upsert.setObject(2, utc(hold.heldAt()));
                upsert.setObject(3, utc(hold.releasedAt().orElse(null)));
                upsert.setObject(4, hold.practiceId());
                upsert.setObject(5, hold.patientId());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("A hold could not be kept", e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
