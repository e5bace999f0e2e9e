package care.sacrum.session.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a plan is no longer followed, decided purely from the rolling figure of adherence. What is not known
/// yet is no part of the figure: a phone that has not synced makes a silence and never a lapse.
final class Lapse {

    /// Percentage points. A lapse is over only so much above what made it, or a patient at the edge would be
    /// told of each week.
    private static final int OVER_ABOVE_PERCENT = 10;

    private static final int ALL_PERCENT = 100;
    private static final int THOUSANDTHS_OF_A_PERCENT = 10;

    /// Too little is known for a figure.
    private static final int SAYS_NOTHING = -1;

    private static final String ACTIVE = "active";

    private Lapse() {}

    /// How the last days went, in sessions.
    ///
    /// @param to      the last of the days
    /// @param percent of what is known; absent where nothing is
    /// @param version of the calculation
    record Rolling(LocalDate to, int done, int partial, int missed, Optional<Integer> percent, int version) {

        /// With the percent that adherence makes of it, rounded as there.
        ///
        /// @param earned thousandths of sessions
        static Rolling of(LocalDate to, int done, int partial, int missed, int earned, int version) {
            return new Rolling(to, done, partial, missed, percent(earned, done + partial + missed), version);
        }

        private static Optional<Integer> percent(int earned, int known) {
            if (known == 0) {
                return Optional.empty();
            }
            int all = ALL_PERCENT * THOUSANDTHS_OF_A_PERCENT * known;
            int nearest = (2 * earned + THOUSANDTHS_OF_A_PERCENT * known) / (2 * THOUSANDTHS_OF_A_PERCENT * known);
            return Optional.of(earned < all ? Math.min(nearest, ALL_PERCENT - 1) : ALL_PERCENT);
        }

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
        /// By what is known now the days that it was told of are no lapse: a late report, excused days, a
        /// correction.
        KNOWN_OTHERWISE,
        /// No plan covers today: one that ended can not be caught up with.
        NO_PLAN,
        /// Nothing is to be done for the time being: a plan is paused or on hold, or its days are excused.
        PAUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param status  of the patient's record
    /// @param plan    how the plans stand
    /// @param rolling absent while adherence has not reckoned with the patient yet
    /// @param told    the lapse that lasts
    record Facts(String status, Plan plan, Optional<Rolling> rolling, Optional<Told> told) {}

    /// How the plans stand today.
    ///
    /// @param runs   one does, and nothing is on hold
    /// @param paused one would run, were it not for a pause, a hold or excused days
    record Plan(boolean runs, boolean paused) {}

    /// A lapse that was told and lasts.
    ///
    /// @param days how the days that it was told of went, by what is known now: with the day of the telling and
    ///             without it, since what is done after the telling takes nothing back; none while nobody knows
    record Told(List<Rolling> days) {
        Told {
            days = List.copyOf(days);
        }

        private boolean isNoLapse(Thresholds thresholds) {
            return !days.isEmpty() && days.stream().noneMatch(each -> isLapse(each, thresholds));
        }
    }

    static Decision decide(Facts facts, Thresholds thresholds, WorkingHours hours, Instant now) {
        if (!facts.status.equals(ACTIVE)) {
            return facts.told.isPresent() ? new Decision.Drop() : new Decision.Nothing();
        }
        return facts.told
                .map(told -> whetherOver(told, facts, thresholds))
                .orElseGet(() -> whetherLapsed(facts, thresholds, hours, now));
    }

    private static Decision whetherOver(Told told, Facts facts, Thresholds thresholds) {
        if (!facts.plan.runs) {
            return new Decision.Over(facts.plan.paused ? Because.PAUSED : Because.NO_PLAN);
        }
        int over = Math.min(ALL_PERCENT, thresholds.lapseBelowPercent() + OVER_ABOVE_PERCENT);
        if (facts.rolling
                .filter(figure -> percentOf(figure, thresholds) >= over)
                .isPresent()) {
            return new Decision.Over(Because.FOLLOWED_AGAIN);
        }
        return told.isNoLapse(thresholds) ? new Decision.Over(Because.KNOWN_OTHERWISE) : new Decision.Nothing();
    }

    private static Decision whetherLapsed(Facts facts, Thresholds thresholds, WorkingHours hours, Instant now) {
        var lapse = facts.rolling.filter(figure -> facts.plan.runs && isLapse(figure, thresholds));
        if (lapse.isEmpty()) {
            return new Decision.Nothing();
        }
        return hours.isOpen(now) ? new Decision.Raise(lapse.get()) : new Decision.WaitToTell(hours.openFrom(now));
    }

    private static boolean isLapse(Rolling figure, Thresholds thresholds) {
        int percent = percentOf(figure, thresholds);
        return percent != SAYS_NOTHING && percent < thresholds.lapseBelowPercent();
    }

    private static int percentOf(Rolling figure, Thresholds thresholds) {
        return figure.known() >= thresholds.lapseExpectedAtLeast()
                ? figure.percent().orElse(SAYS_NOTHING)
                : SAYS_NOTHING;
    }
}
