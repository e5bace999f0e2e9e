package care.sacrum.session.silence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A report came in a silence that ends it: it tells of one of the last days.
///
/// @param silence         which one it ends
/// @param earlierDaysOnly never, by now: what tells of earlier days alone ends no silence
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PatientBack(
        UUID practiceId,
        UUID patientId,
        long silence,
        Instant raisedAt,
        Instant silentAt,
        boolean earlierDaysOnly,
        Optional<Instant> lastObservedAt,
        Optional<Instant> lastSyncedAt,
        Optional<LocalDate> lastSessionDay)
        implements Signal {

    static final String TYPE = "care.sacrum.session.patient-back.v1";

    static PatientBack of(PatientKey key, long silence, Instant silentAt, Silence.Told told, Instant now) {
        return new PatientBack(
                key.practice(),
                key.patient(),
                silence,
                now,
                silentAt,
                false,
                told.observed(),
                told.synced(),
                told.sessionDay());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public long number() {
        return silence;
    }
}
