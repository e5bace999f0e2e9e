package care.sacrum.session.silence;

import java.time.Instant;
import java.util.UUID;

/// A silence that was told is over though nothing came: nothing is expected for the time being.
///
/// @param silence  which one it ends
/// @param silentAt when it was told
/// @param because  `paused`: the plan is paused, or its days are excused
record PatientSilenceOver(
        UUID practiceId, UUID patientId, long silence, Instant raisedAt, Instant silentAt, String because)
        implements Signal {

    static final String TYPE = "care.sacrum.session.patient-silence-over.v1";

    static PatientSilenceOver paused(PatientKey key, long silence, Instant silentAt, Instant now) {
        return new PatientSilenceOver(key.practice(), key.patient(), silence, now, silentAt, "paused");
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
