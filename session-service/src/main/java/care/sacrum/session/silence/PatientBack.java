package care.sacrum.session.silence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A report came in a silence that ends it: by the patient, or on behalf and of the last days.
///
/// @param silence         which one it ends
/// @param earlierDaysOnly in touch, and still without a word of the last days: late reports of days before
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

    static PatientBack of(
            PatientKey key, long silence, Instant silentAt, boolean earlierDaysOnly, Silence.Told told, Instant now) {
        return new PatientBack(
                key.practice(),
                key.patient(),
                silence,
                now,
                silentAt,
                earlierDaysOnly,
                told.observed(),
                told.own().received(),
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
