package care.sacrum.session.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Whether a plan is no longer followed, decided purely from the rolling figure of adherence. What is not known yet is
/// no
/// part of the figure: a phone that has not synced makes a silence and never a lapse.
final class Lapse {

    /// A lapse is over only so much above what made it, or a patient at the edge would be told of each week.
    private static final int OVER_ABOVE_PERCENT = 10;

    private static final int ALL_PERCENT = 100;
    private static final String ACTIVE = "active";

    private Lapse() {}

    /// How the last days went, in sessions.
    ///
    /// @param to      the last of the days
    /// @param percent of what is known; absent where nothing is
    /// @param version of the calculation
    record Rolling(LocalDate to, int done, int partial, int missed, Optional<Integer> percent, int version) {

        /// Expected sessions of which it is known what became of them.
        int known() {
            return done + partial + missed;
        }
    }

    sealed interface Decision {

        record Nothing() implements Decision {}

        /// It will be told, once somebody is there.
        record WaitToTell(Instant until) implements Decision {}

        /// Told to the practice, once.
        record Raise(Rolling rolling) implements Decision {}

        /// Without a word: the plan is followed again, or nobody waits for this patient any more.
        record Over() implements Decision {}
    }

    /// @param rolling  absent while adherence has not reckoned with the patient yet
    /// @param lapsedAt when the lapse that lasts was told
    static Decision decide(
            String status,
            Optional<Rolling> rolling,
            Optional<Instant> lapsedAt,
            Thresholds thresholds,
            WorkingHours hours,
            Instant now) {
        if (!status.equals(ACTIVE)) {
            return lapsedAt.isPresent() ? new Decision.Over() : new Decision.Nothing();
        }
        var telling = rolling.filter(figure -> figure.known() >= thresholds.lapseExpectedAtLeast())
                .filter(figure -> figure.percent().isPresent());
        if (telling.isEmpty()) {
            return new Decision.Nothing();
        }
        int percent = telling.get().percent().orElseThrow();
        if (lapsedAt.isPresent()) {
            int over = Math.min(ALL_PERCENT, thresholds.lapseBelowPercent() + OVER_ABOVE_PERCENT);
            return percent >= over ? new Decision.Over() : new Decision.Nothing();
        }
        if (percent >= thresholds.lapseBelowPercent()) {
            return new Decision.Nothing();
        }
        return hours.isOpen(now) ? new Decision.Raise(telling.get()) : new Decision.WaitToTell(hours.openFrom(now));
    }
}
