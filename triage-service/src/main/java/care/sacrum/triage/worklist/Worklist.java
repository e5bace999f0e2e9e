package care.sacrum.triage.worklist;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.Lapses.Lapsed;
import care.sacrum.triage.live.Silences.Silent;
import care.sacrum.triage.rules.Urgency;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
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

/// Patients with something open, in the order in which a clinician should see them. The cost of a page grows with
/// the page and with what the viewer has snoozed, never with the practice's history.
@Singleton
class Worklist {

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Worklist(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    record Row(
            PatientKey key,
            int rank,
            @Nullable Urgency urgency,
            Instant since,
            Instant at,
            @Nullable Instant due,
            String programme,
            List<String> missing,
            @Nullable Instant lastReportAt,
            int unreadNotes,
            boolean signUnread,
            Optional<Silent> silent,
            Optional<Lapsed> lapsed,
            String patientStatus) {

        Place place() {
            return new Place(rank, at, key.patient());
        }

        /// Whether it is the silence that says where the patient stands.
        boolean forItsSilence() {
            return silent.isPresent() && (urgency == null || rank < urgency.ordinal() * 2);
        }

        /// Whether there is no finding and no silence for which the patient stands here.
        boolean forItsLapse() {
            return urgency == null && silent.isEmpty() && lapsed.isPresent();
        }

        /// Whether there is nothing else for which the patient stands here.
        boolean forItsNotes() {
            return urgency == null && silent.isEmpty() && lapsed.isEmpty();
        }
    }

    /// Who looks at the worklist, without what that person has snoozed.
    record Viewer(String subject, Instant now) {}

    /// A place in the order: most urgent first; within a level what is due first, so that what is overdue leads.
    /// Who went quiet after a red flag comes right behind what is urgent, who just went quiet behind every
    /// finding, whose plan lapsed behind those, then who sent a note that nobody has read. At the end comes what
    /// is open of a patient who is deceased.
    ///
    /// @param rank of `worklist_rank`
    /// @param at   of `worklist_due`: when a finding is due, or since when it is quiet
    record Place(int rank, Instant at, UUID patient) {

        static final Place BEFORE_ALL = new Place(-1, Instant.EPOCH, new UUID(0, 0));

        /// An opaque cursor.
        String cursor() {
            var text = rank + "|" + at.getEpochSecond() + "|" + at.getNano() + "|" + patient;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        /// Empty when the cursor is none of ours.
        static Optional<Place> of(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
                return Optional.of(new Place(
                        Integer.parseInt(parts[0]),
                        OurTime.instant(Long.parseLong(parts[1]), Long.parseLong(parts[2]))
                                .truncatedTo(ChronoUnit.MICROS),
                        UUID.fromString(parts[3])));
            } catch (RuntimeException notOurs) {
                return Optional.empty();
            }
        }
    }

    /// @param viewer empty where snoozed rows are shown too
    List<Row> page(UUID practice, Optional<Viewer> viewer, Place after, int atMost) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select patient_id, open_urgency, worklist_since, worklist_due, open_due,
                            coalesce(
                                (select state from patient_programme now
                                 where now.practice_id = patient.practice_id and now.patient_id = patient.patient_id),
                                'continue'),
                            missing, last_observed_at,
                            (select count(*) from note_to_read note
                             where note.practice_id = patient.practice_id and note.patient_id = patient.patient_id
                                 and note.read_at is null),
                            worklist_rank, silent, lapsed, status, sign_unread
                        from watched_patient patient
                        where practice_id = ? and worklist_rank is not null
                            and (worklist_rank, worklist_due, patient_id) > (?, ?, ?)
                            and (? or silent_rank is not null
                                or (open_urgency is null and (lapsed_at is not null or note_since is not null))
                                or exists (
                                select 1 from raised_finding open
                                where open.practice_id = patient.practice_id and open.patient_id = patient.patient_id
                                    and open.state = 'raised' and open.due_at is not null
                                    and not exists (
                                        select 1 from finding_snooze snooze
                                        where snooze.finding_id = open.finding_id and snooze.subject = ?
                                            and snooze.until > ?)))
                        order by worklist_rank, worklist_due, patient_id limit ?""")) {
            select.setObject(1, practice);
            select.setInt(2, after.rank());
            select.setTimestamp(3, Timestamp.from(after.at()));
            select.setObject(4, after.patient());
            select.setBoolean(5, viewer.isEmpty());
            select.setString(6, viewer.map(Viewer::subject).orElse(""));
            select.setTimestamp(7, Timestamp.from(viewer.map(Viewer::now).orElse(Instant.EPOCH)));
            select.setInt(8, atMost);
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    var due = found.getTimestamp(5);
                    var last = found.getTimestamp(8);
                    rows.add(new Row(
                            new PatientKey(practice, found.getObject(1, UUID.class)),
                            found.getInt(10),
                            urgency(found),
                            found.getTimestamp(3).toInstant(),
                            found.getTimestamp(4).toInstant(),
                            due == null ? null : due.toInstant(),
                            found.getString(6),
                            Arrays.asList((String[]) found.getArray(7).getArray()),
                            last == null ? null : last.toInstant(),
                            found.getInt(9),
                            found.getBoolean(14),
                            kept(found.getString(11), Silent.class),
                            kept(found.getString(12), Lapsed.class),
                            found.getString(13)));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The worklist could not be read", e);
        }
    }

    private static @Nullable Urgency urgency(ResultSet found) throws SQLException {
        int ordinal = found.getInt(2);
        return found.wasNull() ? null : Urgency.values()[ordinal];
    }

    private <T> Optional<T> kept(@Nullable String kept, Class<T> as) {
        try {
            return kept == null ? Optional.empty() : Optional.of(json.readValue(kept, as));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept is always JSON", e);
        }
    }
}
