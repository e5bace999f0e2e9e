package care.sacrum.triage.worklist;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.rules.Urgency;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Patients with something open, in the order in which a clinician should see them. The cost of a page grows with the
/// page,
/// never with the practice's history.
@Singleton
class Worklist {

    private final AgroalDataSource database;

    Worklist(AgroalDataSource database) {
        this.database = database;
    }

    record Row(
            PatientKey key,
            Urgency urgency,
            Instant since,
            String programme,
            List<String> missing,
            @Nullable Instant lastReportAt,
            int unreadNotes) {

        Place place() {
            return new Place(urgency.ordinal(), since, key.patient());
        }
    }

    /// A place in the order: most urgent first, then longest open.
    record Place(int urgency, Instant since, UUID patient) {

        static final Place BEFORE_ALL = new Place(-1, Instant.EPOCH, new UUID(0, 0));

        /// An opaque cursor.
        String cursor() {
            var text = urgency + "|" + since.getEpochSecond() + "|" + since.getNano() + "|" + patient;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        /// Empty when the cursor is none of ours.
        static Optional<Place> of(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
                return Optional.of(new Place(
                        Integer.parseInt(parts[0]),
                        Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2]))
                                .truncatedTo(ChronoUnit.MICROS),
                        UUID.fromString(parts[3])));
            } catch (RuntimeException notOurs) {
                return Optional.empty();
            }
        }
    }

    List<Row> page(UUID practice, Place after, int atMost) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select patient_id, open_urgency, open_since,
                            (select state from patient_programme now
                             where now.practice_id = patient.practice_id and now.patient_id = patient.patient_id),
                            missing, last_observed_at,
                            (select count(*) from note_to_read note
                             where note.practice_id = patient.practice_id and note.patient_id = patient.patient_id
                                 and note.read_at is null)
                        from watched_patient patient
                        where practice_id = ? and open_urgency is not null
                            and (open_urgency, open_since, patient_id) > (?, ?, ?)
                        order by open_urgency, open_since, patient_id limit ?""")) {
            select.setObject(1, practice);
            select.setInt(2, after.urgency());
            select.setTimestamp(3, Timestamp.from(after.since()));
            select.setObject(4, after.patient());
            select.setInt(5, atMost);
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    var last = found.getTimestamp(6);
                    rows.add(new Row(
                            new PatientKey(practice, found.getObject(1, UUID.class)),
                            Urgency.values()[found.getInt(2)],
                            found.getTimestamp(3).toInstant(),
                            found.getString(4),
                            Arrays.asList((String[]) found.getArray(5).getArray()),
                            last == null ? null : last.toInstant(),
                            found.getInt(7)));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The worklist could not be read", e);
        }
    }
}
