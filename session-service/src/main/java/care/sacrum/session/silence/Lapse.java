package care.sacrum.session.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Whether a plan is no longer followed, decided purely from the rolling figure of adherence. What is not known
/// yet is no part of the figure: a phone that has not synced makes a silence and never a lapse.
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

        /// Told at once: it takes work away.
        record Over(Because because) implements Decision {}

        /// Without a word: nobody waits for this patient any more, and whoever is told of the record knows.
        record Drop() implements Decision {}
    }

    /// Why a lapse is over.
    enum Because {
        FOLLOWED_AGAIN,
        /// Nothing was to be done on any of those days: a plan that ended can not be caught up with.
        NO_PLAN,
        /// Nothing was to be done on any of those days, and a plan is paused, or its days are excused.
        PAUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param status   of the patient's record
    /// @param plan     how the plans stand
    /// @param rolling  absent while adherence has not reckoned with the patient yet
    /// @param lapsedAt when the lapse that lasts was told
    record Facts(String status, Plan plan, Optional<Rolling> rolling, Optional<Instant> lapsedAt) {}

    /// How the plans stand.
    ///
    /// @param ran    on one of the days that the figure is of
    /// @param runs   today, and nothing is on hold
    /// @param paused today: one would run, were it not for a pause or for excused days
    record Plan(boolean ran, boolean runs, boolean paused) {}

    static Decision decide(Facts facts, Thresholds thresholds, WorkingHours hours, Instant now) {
        var lapsedAt = facts.lapsedAt;
        if (!facts.status.equals(ACTIVE)) {
            return lapsedAt.isPresent() ? new Decision.Drop() : new Decision.Nothing();
        }
        if (lapsedAt.isPresent() && !facts.plan.ran) {
            return new Decision.Over(facts.plan.paused ? Because.PAUSED : Because.NO_PLAN);
        }
        var telling = facts.rolling
                .filter(figure -> figure.known() >= thresholds.lapseExpectedAtLeast())
                .filter(figure -> figure.percent().isPresent());
        if (telling.isEmpty()) {
            return new Decision.Nothing();
        }
        int percent = telling.get().percent().orElseThrow();
        if (lapsedAt.isPresent()) {
            int over = Math.min(ALL_PERCENT, thresholds.lapseBelowPercent() + OVER_ABOVE_PERCENT);
            return percent >= over ? new Decision.Over(Because.FOLLOWED_AGAIN) : new Decision.Nothing();
        }
        if (percent >= thresholds.lapseBelowPercent() || !facts.plan.runs) {
            return new Decision.Nothing();
        }
        return hours.isOpen(now) ? new Decision.Raise(telling.get()) : new Decision.WaitToTell(hours.openFrom(now));
    }
}
