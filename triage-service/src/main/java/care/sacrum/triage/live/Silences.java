package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.StreamedEvents;
import care.sacrum.triage.rules.Urgency;
import care.sacrum.triage.store.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/// Who has gone quiet: kept beside the findings, and told to screens. Whether there was a red flag is settled when the
/// silence is told, and stays: what faded because nothing more was told must not look like calm.
@Singleton
public class Silences {

    /// Right below what is urgent, and right above what has days.
    private static final int AFTER_A_RED_FLAG = 3;

    /// Behind every finding.
    private static final int ALONE = 9;

    /// So many days before it went quiet, a red flag counts still.
    private static final int RED_FLAG_COUNTS_DAYS = 14;

    /// Of whom days are counted anew since, without a word, nobody knows how it went on: so far back that
    /// silence counts.
    private static final int QUIET_BEFORE_COUNTS_DAYS = 60;

    private static final String ACTIVE = "active";

    private final AgroalDataSource database;
    private final StreamedEvents stream;
    private final ObjectMapper json;

    Silences(AgroalDataSource database, StreamedEvents stream, ObjectMapper json) {
        this.database = database;
        this.stream = stream;
        this.json = json;
    }

    /// A silence as the worklist shows it: as it was known when it was told. A phone that syncs later and
    /// brings nothing of the last days ends no silence, and tells nobody.
    ///
    /// @param silentAt     when the practice was told
    /// @param synced       the phone was in touch since and brought nothing newer
    /// @param afterRedFlag something urgent stood open, or was raised shortly before
    /// @param says         in one line
    public record Silent(
            Instant silentAt,
            LocalDate quietSince,
            boolean neverHeard,
            boolean synced,
            boolean afterRedFlag,
            String says) {

        static Silent of(SessionEvent.PatientSilent told, boolean afterRedFlag) {
            return new Silent(
                    told.at(),
                    told.quietSince(),
                    told.neverHeard(),
                    told.synced(),
                    afterRedFlag,
                    says(told, afterRedFlag));
        }

        private static String says(SessionEvent.PatientSilent told, boolean afterRedFlag) {
            var first = told.neverHeard() ? "Never heard from since " : "Not heard from since ";
            var phone = told.neverHeard()
                    ? "."
                    : told.synced()
                            ? "; the phone had synced when this was told, and brought nothing newer."
                            : "; the phone had not synced either when this was told.";
            return first + told.quietSince() + (afterRedFlag ? ", after a red flag" : "") + phone;
        }
    }

    private record Line(UUID patientId, String reason, boolean afterRedFlag, Instant at) {}

    /// @param because `back`, `not_treated`, or as session-service says
    private record Over(UUID patientId, String because, Instant at) {}

    /// What came of silences, in the order in which it was told; each may come twice, or behind a newer one. The
    /// patients' rows are locked by the caller.
    void take(Collection<SessionEvent.OfASilence> events) {
        for (var event : events) {
            switch (event) {
                case SessionEvent.PatientSilent silent -> begin(silent.key(), silent);
                case SessionEvent.SilenceOver over -> end(over.key(), over.silence(), over.because(), over.at());
                case SessionEvent.PatientBack back -> end(back.key(), back.silence(), "back", back.at());
            }
        }
    }

    /// Nobody waits for a patient who is not treated at present.
    void told(WatchedPatient patient, Instant now) {
        if (!patient.status().equals(ACTIVE)) {
            end(patient.key(), 0, "not_treated", now);
        }
    }

    private void begin(PatientKey key, SessionEvent.PatientSilent told) {
        boolean afterRedFlag = redFlag(key, told);
        var silent = Silent.of(told, afterRedFlag);
        int changed = Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                    update watched_patient set silence = ?,
                        silent_at = case when status = 'active' then ?::timestamptz end,
                        silent = case when status = 'active' then ?::jsonb end,
                        silent_rank = case when status = 'active' then ? end
                    where practice_id = ? and patient_id = ? and silence < ?
                    returning silent_at""")) {
                update.setLong(1, told.silence());
                update.setTimestamp(2, Timestamp.from(told.at()));
                update.setString(3, new String(bytes(silent), StandardCharsets.UTF_8));
                update.setInt(4, afterRedFlag ? AFTER_A_RED_FLAG : ALONE);
                update.setObject(5, key.practice());
                update.setObject(6, key.patient());
                update.setLong(7, told.silence());
                try (var found = update.executeQuery()) {
                    return found.next() && found.getTimestamp(1) != null ? 1 : 0;
                }
            }
        });
        if (changed > 0) {
            stream.add(key, "silent", new Line(key.patient(), silent.says(), afterRedFlag, told.at()), told.at());
        }
    }

    private boolean redFlag(PatientKey key, SessionEvent.PatientSilent told) {
        var longest = told.quietSince().minusDays(QUIET_BEFORE_COUNTS_DAYS);
        var quiet = told.observed()
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .filter(day -> day.isBefore(told.quietSince()) && !day.isBefore(longest))
                .orElse(told.quietSince());
        var from = quiet.minusDays(RED_FLAG_COUNTS_DAYS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                    select 1 from raised_finding
                    where practice_id = ? and patient_id = ? and urgency <= ? and state <> 'withdrawn'
                        and coalesce(outcome, '') not in ('false_alarm', 'already_known', 'reported_in_error')
                        and (state = 'raised' or raised_at >= ?) limit 1""")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                select.setInt(3, Urgency.URGENT_SAME_DAY.ordinal());
                select.setTimestamp(4, Timestamp.from(from));
                try (var found = select.executeQuery()) {
                    return found.next();
                }
            }
        });
    }

    /// @param number which one, or any that lasts where it is 0
    private void end(PatientKey key, long number, String because, Instant at) {
        boolean ended = Sql.with(database, connection -> {
            boolean lasts;
            try (var select = connection.prepareStatement("""
                    select silent_at from watched_patient
                    where practice_id = ? and patient_id = ? and (? = 0 or silence <= ?)""")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                select.setLong(3, number);
                select.setLong(4, number);
                try (var found = select.executeQuery()) {
                    if (!found.next()) {
                        return false;
                    }
                    lasts = found.getTimestamp(1) != null;
                }
            }
            try (var update = connection.prepareStatement("""
                    update watched_patient set silence = greatest(silence, ?), silent_at = null, silent = null,
                        silent_rank = null
                    where practice_id = ? and patient_id = ?""")) {
                update.setLong(1, number);
                update.setObject(2, key.practice());
                update.setObject(3, key.patient());
                update.executeUpdate();
            }
            return lasts;
        });
        if (ended) {
            stream.add(key, "silence-over", new Over(key.patient(), because, at), at);
        }
    }

    private byte[] bytes(Object data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
