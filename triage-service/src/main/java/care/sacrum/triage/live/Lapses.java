package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.StreamedEvents;
import care.sacrum.triage.store.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/// Whose plan is no longer followed: a routine matter, kept beside findings and silences, and told to screens.
@Singleton
public class Lapses {

    private static final String ACTIVE = "active";

    private final AgroalDataSource database;
    private final StreamedEvents stream;
    private final ObjectMapper json;

    Lapses(AgroalDataSource database, StreamedEvents stream, ObjectMapper json) {
        this.database = database;
        this.stream = stream;
        this.json = json;
    }

    /// A lapse as the worklist shows it.
    ///
    /// @param lapsedAt when the practice was told
    /// @param from     the first of the days it was told of
    /// @param to       the last of them
    /// @param percent  of what was expected and was known of those days then
    /// @param says     in one line
    public record Lapsed(Instant lapsedAt, LocalDate from, LocalDate to, int percent, String says) {

        static Lapsed of(SessionEvent.PlanLapsed told) {
            return new Lapsed(
                    told.at(),
                    told.from(),
                    told.to(),
                    told.percent(),
                    "The plan has lapsed: %d %% of it was done from %s to %s, as known when it was told."
                            .formatted(told.percent(), told.from(), told.to()));
        }
    }

    private record Line(UUID patientId, String reason, Instant at) {}

    /// @param because as session-service says, or `not_treated`
    private record Over(UUID patientId, String because, Instant at) {}

    /// What came of lapses, in the order in which it was told; each may come twice, or behind a newer one. The
    /// patients' rows are locked by the caller.
    void take(Collection<SessionEvent.OfALapse> events) {
        for (var event : events) {
            switch (event) {
                case SessionEvent.PlanLapsed lapsed -> begin(lapsed.key(), lapsed);
                case SessionEvent.LapseOver over -> end(over.key(), over.lapse(), over.because(), over.at());
            }
        }
    }

    /// Nobody expects anything of a patient who is not treated at present.
    void told(WatchedPatient patient, Instant now) {
        if (!patient.status().equals(ACTIVE)) {
            end(patient.key(), 0, "not_treated", now);
        }
    }

    private void begin(PatientKey key, SessionEvent.PlanLapsed told) {
        var lapsed = Lapsed.of(told);
        boolean lasts = Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient set lapse = ?,
                        lapsed_at = case when status = 'active' then ?::timestamptz end,
                        lapsed = case when status = 'active' then ?::jsonb end
                    where practice_id = ? and patient_id = ? and lapse < ?
                    returning lapsed_at""")) {
                update.setLong(1, told.lapse());
                update.setTimestamp(2, Timestamp.from(told.at()));
                update.setString(3, text(lapsed));
                update.setObject(4, key.practice());
                update.setObject(5, key.patient());
                update.setLong(6, told.lapse());
                try (var found = update.executeQuery()) {
                    return found.next() && found.getTimestamp(1) != null;
                }
            }
        });
        if (lasts) {
            stream.add(key, "lapsed", new Line(key.patient(), lapsed.says(), told.at()), told.at());
        }
    }

    /// @param number which one, or any that lasts where it is 0
    private void end(PatientKey key, long number, String because, Instant at) {
        boolean ended = Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient now set lapse = greatest(now.lapse, ?), lapsed_at = null, lapsed = null
                    from watched_patient before
                    where now.practice_id = ? and now.patient_id = ? and (? = 0 or now.lapse <= ?)
                        and before.practice_id = now.practice_id and before.patient_id = now.patient_id
                    returning before.lapsed_at""")) {
                update.setLong(1, number);
                update.setObject(2, key.practice());
                update.setObject(3, key.patient());
                update.setLong(4, number);
                update.setLong(5, number);
                try (var found = update.executeQuery()) {
                    return found.next() && found.getTimestamp(1) != null;
                }
            }
        });
        if (ended) {
            stream.add(key, "lapse-over", new Over(key.patient(), because, at), at);
        }
    }

    private String text(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
