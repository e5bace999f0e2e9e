package care.sacrum.session.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The plan is no longer followed as the practice wants to be told of.
///
/// @param lapse              counts the lapses of a patient
/// @param percent            of what is known of those days
/// @param calculationVersion of the figures
/// @param hoursAssumed       the practice's hours are not known; the usual ones were taken
record AdherenceLapsed(
        UUID practiceId,
        UUID patientId,
        long lapse,
        Instant raisedAt,
        int windowDays,
        LocalDate from,
        LocalDate to,
        int done,
        int partial,
        int missed,
        int percent,
        int lapseBelowPercent,
        int calculationVersion,
        boolean hoursAssumed)
        implements Signal {

    static final String TYPE = "care.sacrum.session.adherence-lapsed.v1";

    static AdherenceLapsed of(
            PatientKey key, long lapse, Lapse.Rolling rolling, SignalWatches.Terms terms, Instant now) {
        int days = terms.thresholds().lapseWindowDays();
        return new AdherenceLapsed(
                key.practice(),
                key.patient(),
                lapse,
                now,
                days,
                rolling.to().minusDays(days - 1L),
                rolling.to(),
                rolling.done(),
                rolling.partial(),
                rolling.missed(),
                rolling.percent().orElseThrow(),
                terms.thresholds().lapseBelowPercent(),
                rolling.version(),
                terms.hours().assumed());
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
