package care.sacrum.session.silence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a patient's plans ask for, day by day, as their latest versions say.
///
/// A hold after a red flag takes nothing away: whoever is told to rest is to be heard from all the more.
///
/// @param all in the order in which they were recorded; a later one of the same programme replaces the earlier where
///            both cover a day, as in adherence
record Plans(List<Plan> all) {

    private static final int DAYS_OF_A_WEEK = DayOfWeek.values().length;

    Plans {
        all = List.copyOf(all);
    }

    /// One prescription.
    ///
    /// @param last      absent while nobody knows
    /// @param weekdays  exactly these; empty where any will do
    /// @param daysAWeek where no weekdays are named, so many days of each ISO week, as the patient chooses
    record Plan(
            String programme,
            LocalDate first,
            @Nullable LocalDate last,
            Set<DayOfWeek> weekdays,
            int daysAWeek,
            List<Pause> pauses) {
        Plan {
            weekdays = Set.copyOf(weekdays);
            pauses = List.copyOf(pauses);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && (last == null || !day.isAfter(last));
        }

        private boolean isFlexible() {
            return weekdays.isEmpty() && daysAWeek < DAYS_OF_A_WEEK;
        }
    }

    /// By a clinician's word, or excused.
    ///
    /// @param resumedOn the first day after it, absent while it lasts
    record Pause(LocalDate from, @Nullable LocalDate resumedOn) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (resumedOn == null || day.isBefore(resumedOn));
        }
    }

    /// When the first of them began.
    Optional<LocalDate> begun() {
        return all.stream().map(Plan::first).min(LocalDate::compareTo);
    }

    /// Whether one of them covers the day and is not paused on it; it need not be a day of exercise.
    boolean runOn(LocalDate day) {
        return IntStream.range(0, all.size()).anyMatch(plan -> runsOn(plan, day));
    }

    /// Whether on a day on which none of them runs one would, were it not for a pause.
    boolean pausedOn(LocalDate day) {
        return !runOn(day) && IntStream.range(0, all.size()).anyMatch(plan -> inForceOn(plan, day));
    }

    private boolean runsOn(int number, LocalDate day) {
        return inForceOn(number, day) && all.get(number).pauses.stream().noneMatch(pause -> pause.covers(day));
    }

    private boolean inForceOn(int number, LocalDate day) {
        var plan = all.get(number);
        return plan.covers(day)
                && all.subList(number + 1, all.size()).stream()
                        .noneMatch(other -> other.programme.equals(plan.programme) && other.covers(day));
    }

    /// The first day after the one, and before the other, on which something had to be done by whoever follows the
    /// plans: a weekday that is named, or the day from which on too few are left of a week.
    Optional<LocalDate> firstDueAfter(LocalDate since, LocalDate before) {
        return since.plusDays(1)
                .datesUntil(since.isBefore(before) ? before : since.plusDays(1))
                .filter(day ->
                        IntStream.range(0, all.size()).anyMatch(plan -> runsOn(plan, day) && isDue(plan, day, since)))
                .findFirst();
    }

    private boolean isDue(int number, LocalDate day, LocalDate since) {
        var plan = all.get(number);
        return plan.isFlexible()
                ? isNeeded(number, day, since)
                : plan.weekdays.isEmpty() || plan.weekdays.contains(day.getDayOfWeek());
    }

    /// Whether so little is left of the ISO week, without the days that went by since, that it can no longer be done.
    private boolean isNeeded(int number, LocalDate day, LocalDate since) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var days = monday.datesUntil(monday.plusWeeks(1))
                .filter(other -> runsOn(number, other))
                .toList();
        long canBeDone = days.stream()
                .filter(other -> !other.isAfter(since) || other.isAfter(day))
                .count();
        // As adherence does: of a week that is not whole its share, to the nearest whole number of days; where days of
        // it fell away, rounded down, or an excuse would make a free day one that is asked for.
        boolean fellAway = monday.datesUntil(monday.plusWeeks(1))
                        .filter(other -> inForceOn(number, other))
                        .count()
                > days.size();
        int sevenths = all.get(number).daysAWeek * days.size();
        int asked = fellAway ? sevenths / DAYS_OF_A_WEEK : (2 * sevenths + DAYS_OF_A_WEEK) / (2 * DAYS_OF_A_WEEK);
        return canBeDone < asked;
    }
}
