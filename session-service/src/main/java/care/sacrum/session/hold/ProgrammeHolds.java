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
    /// who
    /// was erased nothing is kept.
    void keep(List<ProgrammeHold> told) {
        if (told.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into programme_hold (practice_id, patient_id, hold_id, held_at, released_at)
                        select practice_id, patient_id, ?, ?, ?::timestamptz from (
                            select practice_id, patient_id from patient
                            where practice_id = ? and patient_id = ? for key share) known
                        on conflict (practice_id, patient_id, hold_id) do update set
                            released_at = coalesce(programme_hold.released_at, excluded.released_at)""")) {
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
