package care.sacrum.session.silence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Nothing was told for so many days that the practice is to know.
///
/// @param silence    counts the silences of a patient
/// @param hoursAssumed the practice's hours are not known; the usual ones were taken
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PatientSilent(
        UUID practiceId,
        UUID patientId,
        long silence,
        Instant raisedAt,
        boolean neverHeard,
        LocalDate quietSince,
        int quietDays,
        int silentAfterDays,
        boolean synced,
        Optional<Instant> lastObservedAt,
        Optional<Instant> lastSyncedAt,
        Optional<LocalDate> lastSessionDay,
        boolean hoursAssumed)
        implements Signal {

    static final String TYPE = "care.sacrum.session.patient-silent.v1";

    static PatientSilent of(
            PatientKey key,
            long silence,
            Silence.Quiet quiet,
            Silence.Told told,
            int silentAfterDays,
            boolean hoursAssumed,
            Instant now) {
        return new PatientSilent(
                key.practice(),
                key.patient(),
                silence,
                now,
                quiet.neverHeard(),
                quiet.gap().since(),
                quiet.gap().days(),
                silentAfterDays,
                quiet.synced(),
                told.observed(),
                told.synced(),
                told.sessionDay(),
                hoursAssumed);
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
