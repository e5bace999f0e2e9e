package care.sacrum.triage.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pain of a history as a value a local day, and the runs of days on which it lasted.
///
/// A day without a value is unknown, not quiet. A run ends when the pain resolves (enough quiet days that follow each
/// other among the reported ones) or when too many days in a row are unknown and nobody said that it never went away.
final class PainDays {
    /// The last symptomatic day of pain that persists is at most so many days before today.
    private static final int STILL_THERE_WITHIN_DAYS = 2;
    /// Pain that persists is above this on the latest day.
    private static final double SETTLING_AT = 2;
    /// So many days without pain between two runs make the later one a new episode.
    static final int PAIN_FREE_DAYS = 30;

    private static final int WEEK = 7;

    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final Parameters parameters;
    private final int today;
    private final List<Day> days = new ArrayList<>();
    private final List<Stated> onsets = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private int lastScored = NEVER;
    private boolean latestUnread;

    /// A local day with its value, and the report that gave it.
    static final class Day {
        final int day;
        private double value = -1;
        private String reportId = "";
        private boolean scored;

        private Day(int day) {
            this.day = day;
        }

        double value() {
            return value;
        }

        String reportId() {
            return reportId;
        }

        LocalDate date() {
            return LocalDate.ofEpochDay(day);
        }

        private void atLeast(double score, String report) {
            if (score > value) {
                value = score;
                reportId = report;
            }
        }
    }

    /// On a day, the patient said that back or buttock pain began on another.
    private record Stated(int saidOn, int began) {}

    /// Pain from its first symptomatic day to its last, by places in the series of reported days.
    ///
    /// @param to where the run's reported days end, exclusive
    /// @param symptomatic how many symptomatic days it has
    /// @param beganOn the stated onset, or the first symptomatic day where none counts
    /// @param episodeBeganOn the first day of the episode that the run belongs to
    /// @param resolvedOn the day it resolved, where it did
    record Run(
            int first,
            int last,
            int to,
            int symptomatic,
            int beganOn,
            int episodeBeganOn,
            @Nullable Integer resolvedOn) {}

    PainDays(List<Entry> entries, Parameters parameters, int today) {
        this.parameters = parameters;
        this.today = today;
        for (Entry entry : entries) {
            if (!entry.dateUncertain) {
                readScores(entry);
            }
            if (entry.pain.unread() || entry.pain.given()) {
                latestUnread = entry.pain.unread();
            }
        }
        for (Entry entry : entries) {
            if (!entry.dateUncertain && !entry.present.isEmpty()) {
                readBackPain(entry);
            }
        }
        findRuns();
    }

    /// The days with a value, oldest first.
    List<Day> days() {
        return days;
    }

    /// The days with a value among the last so many, today included.
    List<Day> ofTheLast(int lastDays) {
        int from = days.size();
        while (from > 0 && today - days.get(from - 1).day < lastDays) {
            from--;
        }
        return days.subList(from, days.size());
    }

    /// Whether it was reported for a month that there was no such pain before.
    boolean begunAnew(Run run) {
        Day first = days.get(run.first);
        return run.episodeBeganOn == first.day && first.day - days.getFirst().day >= PAIN_FREE_DAYS;
    }

    /// Whether there has been some pain on each reported day up to the latest, over so many days or more, and never a
    /// week without a report.
    boolean hasLasted(int spanDays) {
        int place = days.size() - 1;
        if (place < 0 || days.get(place).value <= 0 || today - days.get(place).day > WEEK) {
            return false;
        }
        int last = days.get(place).day;
        while (place > 0 && days.get(place - 1).value > 0 && days.get(place).day - days.get(place - 1).day <= WEEK) {
            place--;
        }
        return last - days.get(place).day + 1 >= spanDays;
    }

    /// The first day of the episode of such pain that the day belongs to.
    ///
    /// @param least the value from which on a day counts
    int episodeOf(Day day, double least) {
        int began = day.day;
        for (Day before : days.subList(0, days.indexOf(day)).reversed()) {
            if (began - before.day - 1 >= PAIN_FREE_DAYS) {
                return began;
            }
            began = before.value >= least ? before.day : began;
        }
        return began;
    }

    /// Whether the latest day with a value is a symptomatic one.
    boolean stillHurts() {
        return !days.isEmpty() && symptomatic(days.getLast());
    }

    /// The latest day with any pain score at all.
    int lastScored() {
        return lastScored;
    }

    /// Whether the report that told of pain last told a score that nobody can read.
    boolean latestUnread() {
        return latestUnread;
    }

    List<Run> runs() {
        return runs;
    }

    boolean symptomatic(Day day) {
        return day.value >= parameters.symptomaticThreshold();
    }

    private boolean quiet(Day day) {
        return day.value <= parameters.resolvedThreshold() && !symptomatic(day);
    }

    /// The run that persists today and is long enough, counted from the stated onset or from the first report of it.
    @Nullable
    Run persistent(int spanDays, boolean fromStatedOnset) {
        if (runs.isEmpty()) {
            return null;
        }
        Run run = runs.getLast();
        int lastDay = days.get(run.last).day;
        boolean longEnough = lastDay - start(run, fromStatedOnset) + 1 >= spanDays;
        boolean often = run.symptomatic >= parameters.persistenceMinSymptomaticDays();
        boolean stillThere = run.resolvedOn == null && today - lastDay <= STILL_THERE_WITHIN_DAYS;
        boolean notSettling = days.getLast().value > SETTLING_AT;
        return longEnough && often && stillThere && notSettling ? run : null;
    }

    private int start(Run run, boolean fromStatedOnset) {
        return fromStatedOnset ? run.beganOn : days.get(run.first).day;
    }

    /// How far the pain has come down: the median of the run's first three reported days less that of its last three.
    double gain(Run run) {
        int count = Math.min(3, run.to - run.first);
        return median(run.first, count) - median(run.to - count, count);
    }

    /// Of so many days, from a place in the series on.
    double median(int from, int count) {
        if (count == 3) {
            double one = days.get(from).value;
            double two = days.get(from + 1).value;
            double three = days.get(from + 2).value;
            return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
        }
        double[] some = new double[count];
        for (int i = 0; i < count; i++) {
            some[i] = days.get(from + i).value;
        }
        Arrays.sort(some);
        int middle = count / 2;
        return count % 2 == 1 ? some[middle] : (some[middle - 1] + some[middle]) / 2;
    }

    /// By how many points the pain has risen at most since the day the run first persisted, each level being the
    /// median of three reported days. Told from the days alone, it is the same however often it is asked, and never
    /// falls while the run goes on.
    double worseBy(Run run, int spanDays, boolean fromStatedOnset) {
        int start = start(run, fromStatedOnset);
        int symptomatic = 0;
        int lastSymptomatic = NEVER;
        double raisedAt = Double.NaN;
        double worst = Double.NEGATIVE_INFINITY;
        for (int place = run.first; place < run.to; place++) {
            Day day = days.get(place);
            if (symptomatic(day)) {
                symptomatic++;
                lastSymptomatic = day.day;
            }
            boolean longEnough = lastSymptomatic - start + 1 >= spanDays;
            if (!longEnough || symptomatic < parameters.persistenceMinSymptomaticDays()) {
                continue;
            }
            int from = Math.max(run.first, place - 2);
            double level = median(from, place + 1 - from);
            if (!Double.isNaN(raisedAt)) {
                worst = Math.max(worst, level);
            } else if (day.value > SETTLING_AT) {
                raisedAt = level;
            }
        }
        // Where it never persisted there is no number.
        return Double.isNaN(raisedAt) ? 0 : worst - raisedAt;
    }

    private void readScores(Entry entry) {
        if (!entry.pain.given()) {
            return;
        }
        lastScored = Math.max(lastScored, entry.day);
        double settled = entry.pain.settled();
        if (settled >= 0) {
            Day day = on(entry.day);
            day.scored = true;
            day.atLeast(settled, entry.reportId);
        }
    }

    private void readBackPain(Entry entry) {
        for (Entry.Said said : entry.present) {
            Symptom symptom = said.symptom();
            if (!SymptomCode.BACK_PAIN.contains(symptom.code())) {
                continue;
            }
            int began = entry.onsetDay(said);
            if (began != Sighting.NOT_SAID) {
                onsets.add(new Stated(entry.day, began));
            }
            Double severity = symptom.severity();
            if (severity != null) {
                lastScored = Math.max(lastScored, entry.day);
                Day day = on(entry.day);
                if (!day.scored) {
                    day.atLeast(severity, said.reportId());
                }
            }
        }
    }

    /// The day's place in the series, made where it has none.
    private Day on(int epochDay) {
        int place = 0;
        int behind = days.size();
        while (place < behind) {
            int middle = (place + behind) >>> 1;
            if (days.get(middle).day < epochDay) {
                place = middle + 1;
            } else {
                behind = middle;
            }
        }
        if (place < days.size() && days.get(place).day == epochDay) {
            return days.get(place);
        }
        Day day = new Day(epochDay);
        days.add(place, day);
        return day;
    }

    private void findRuns() {
        int from = 0;
        int quietInARow = 0;
        int resolvedBefore = NEVER;
        for (int place = 0; place < days.size(); place++) {
            Day day = days.get(place);
            if (place > from && silenceEndsTheRun(from, place)) {
                close(from, place, resolvedBefore, null);
                from = place;
            }
            quietInARow = quiet(day) ? quietInARow + 1 : 0;
            if (quietInARow >= parameters.resolvedMinConsecutiveReportedDays()) {
                close(from, place + 1, resolvedBefore, day.day);
                from = place;
                resolvedBefore = day.day;
            }
        }
        close(from, days.size(), resolvedBefore, null);
    }

    private boolean silenceEndsTheRun(int from, int place) {
        int unknownDays = days.get(place).day - days.get(place - 1).day - 1;
        return unknownDays > parameters.persistenceMaxUnreportedGapDays() && !neverWentAway(from, place);
    }

    /// Whether the patient said, after the silence, that the pain of before it never went away.
    private boolean neverWentAway(int from, int place) {
        int after = days.get(place).day;
        for (Day day : days.subList(from, place).reversed()) {
            if (symptomatic(day)) {
                return onsets.stream().anyMatch(stated -> stated.saidOn >= after && stated.began <= day.day);
            }
        }
        return false;
    }

    private void close(int from, int to, int resolvedBefore, @Nullable Integer resolvedOn) {
        int first = -1;
        int last = -1;
        int symptomatic = 0;
        for (int place = from; place < to; place++) {
            if (symptomatic(days.get(place))) {
                first = first < 0 ? place : first;
                last = place;
                symptomatic++;
            }
        }
        if (first < 0) {
            resolveTheSilent(resolvedOn);
            return;
        }
        int firstDay = days.get(first).day;
        int episode = firstDay;
        if (!runs.isEmpty()) {
            Run before = runs.getLast();
            boolean sameEpisode = firstDay - days.get(before.last).day - 1 < PAIN_FREE_DAYS;
            episode = sameEpisode ? before.episodeBeganOn : firstDay;
        }
        int beganOn = began(from, to, firstDay, resolvedBefore);
        runs.add(new Run(first, last, to, symptomatic, beganOn, episode, resolvedOn));
    }

    /// Quiet days after a silence resolve the run before it.
    private void resolveTheSilent(@Nullable Integer resolvedOn) {
        if (resolvedOn == null || runs.isEmpty() || runs.getLast().resolvedOn != null) {
            return;
        }
        Run run = runs.removeLast();
        runs.add(new Run(run.first, run.last, run.to, run.symptomatic, run.beganOn, run.episodeBeganOn, resolvedOn));
    }

    /// The earliest onset that the patient stated while the run went on; one at or before the last resolution is
    /// contradicted by it.
    private int began(int from, int to, int firstDay, int resolvedBefore) {
        int saidFrom = days.get(from).day - parameters.persistenceMaxUnreportedGapDays() - 1;
        int saidBefore = to < days.size() ? days.get(to).day : Integer.MAX_VALUE;
        int began = firstDay;
        for (Stated stated : onsets) {
            if (stated.saidOn >= saidFrom && stated.saidOn < saidBefore && stated.began > resolvedBefore) {
                began = Math.min(began, stated.began);
            }
        }
        return began;
    }
}
