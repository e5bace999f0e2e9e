package care.sacrum.session.silence;

import java.time.Instant;
import java.util.UUID;

/// A lapse that was told is over.
///
/// @param lapse    which one
/// @param lapsedAt when it was told
/// @param because  `followed_again`; `known_otherwise`: the days that it was told of are no lapse by what is
///                 known now; `no_plan`: nothing is to be done any more; `paused`: nothing for the time being
record AdherenceLapseOver(
        UUID practiceId, UUID patientId, long lapse, Instant raisedAt, Instant lapsedAt, String because)
        implements Signal {

    static final String TYPE = "care.sacrum.session.adherence-lapse-over.v1";

    static AdherenceLapseOver of(
            PatientKey key, long lapse, Instant lapsedAt, Lapse.Decision.Over decided, Instant now) {
        return new AdherenceLapseOver(
                key.practice(),
                key.patient(),
                lapse,
                now,
                lapsedAt,
                decided.because().word());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public long number() {
        return lapse;
    }
}
