package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Criterion.all;
import static care.sacrum.triage.rules.Criterion.asks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// Criteria that are read off the course of the pain, and of what the patient does about it.
final class PainPatterns {
    private static final int CURRENT_WITHIN_DAYS = 14;
    private static final double CLEAR_GAIN = 2;
    private static final double SEVERE = 8;
    private static final Set<PainRegion> PELVIC = Set.of(
            PainRegion.SACRUM,
            PainRegion.SACROILIAC_LEFT,
            PainRegion.SACROILIAC_RIGHT,
            PainRegion.SACROILIAC_BOTH,
            PainRegion.PELVIS);

    private static final String PERSISTS =
            ": {symptomaticThreshold} points or more on {persistenceMinSymptomaticDays} days"
                    + " or more, never more than {persistenceMaxUnreportedGapDays} days unreported in a "
                    + "row, not resolved by"
                    + " {resolvedMinConsecutiveReportedDays} reported days in a row at "
                    + "{resolvedThreshold} or less, the last such"
                    + " day at most 2 days ago and the latest day value above 2";

    private PainPatterns() {}

    // Persistence

    /// More than a few days: counted from the onset that the patient states.
    static Criterion lastsMoreThanAFewDays() {
        return asks(
                "pain persists over {persistenceMinSpanDays} days or more, counted from the onset that the "
                        + "patient states, else from the first day"
                        + PERSISTS,
                history -> {
                    Truth lasts = lasts(history, "t1", history.parameters.persistenceMinSpanDays(), true);
                    return history.painUnanswered() && !(lasts instanceof Truth.Yes)
                            ? new Truth.Unknown(Set.of("pain"))
                            : lasts;
                });
    }

    /// The later tiers measure the plan, so they count from the first report.
    static Criterion lasts(int days, String tier) {
        return asks(
                "pain persists over " + days + " days or more, counted from its first reported day" + PERSISTS,
                history -> lasts(history, tier, days, false));
    }

    /// For two weeks.
    static final Criterion STAYS_HIGH = all(staysHigh(), lasts(14, "t2"));

    private static Criterion staysHigh() {
        return asks("the pain of this run has a median of 6 or more and has not come down by 2 points", history -> {
            PainDays.Run run = history.pain.persistent(0, false);
            return Truth.of(run != null
                    && !Points.atLeast(history.pain.gain(run), CLEAR_GAIN)
                    && history.pain.median(run.first(), run.to() - run.first()) >= 6);
        });
    }

    static Criterion improvesUnderCare() {
        return asks(
                "the pain of this run has come down by 2 points or more and someone is treating the patient already",
                history -> {
                    PainDays.Run run = history.pain.persistent(0, false);
                    return Truth.of(run != null
                            && !history.patient.alreadyUnderCareOf().isEmpty()
                            && Points.atLeast(history.pain.gain(run), CLEAR_GAIN));
                });
    }

    private static Truth lasts(History history, String tier, int spanDays, boolean fromStatedOnset) {
        PainDays pain = history.pain;
        PainDays.Run run = pain.persistent(spanDays, fromStatedOnset);
        if (run == null) {
            return Truth.NO;
        }
        int firstDay = fromStatedOnset ? run.beganOn() : pain.days().get(run.first()).day;
        int span = pain.days().get(run.last()).day - firstDay + 1;
        String key = tier + "@" + LocalDate.ofEpochDay(run.episodeBeganOn());
        List<String> keys =
                keys(key, pain.worseBy(run, spanDays, fromStatedOnset), history.parameters.worseningPoints());
        List<Truth.Ground> grounds = new ArrayList<>();
        for (int place = run.last(); place >= run.first(); place--) {
            PainDays.Day day = pain.days().get(place);
            boolean named = grounds.size() < Triage.REPORTS_NAMED || place == run.first();
            if (named && pain.symptomatic(day)) {
                Said says = grounds.isEmpty()
                        ? new Said.PainLasts(run.symptomatic(), span, firstDay, day.value())
                        : new Said.PainOf(day.value());
                grounds.add(new Truth.Ground(day.reportId(), day.day, says, keys, run.episodeBeganOn()));
            }
        }
        return new Truth.Yes(grounds);
    }

    /// Pain is back, on two reported days, soon after a persistent run had resolved.
    static Criterion isBack() {
        return asks(
                "pain of {symptomaticThreshold} or more is back on 2 reported days, within 30 days of the end"
                        + " of a run that persisted over {persistenceMinSpanDays} days or more, the latest of them at "
                        + "most 14 days ago",
                history -> {
                    List<PainDays.Run> runs = history.pain.runs();
                    if (runs.size() < 2) {
                        return Truth.NO;
                    }
                    PainDays.Run now = runs.getLast();
                    PainDays.Run before = null;
                    for (int i = runs.size() - 2; i >= 0 && before == null; i--) {
                        before = wasPersistent(history, runs.get(i))
                                        && runs.get(i).resolvedOn() != null
                                ? runs.get(i)
                                : null;
                    }
                    PainDays.Day first = history.pain.days().get(now.first());
                    PainDays.Day last = history.pain.days().get(now.last());
                    boolean back = before != null
                            && before.resolvedOn() != null
                            && first.day - before.resolvedOn() <= 30
                            && now.symptomatic() >= 2
                            && now.resolvedOn() == null
                            && history.today - last.day <= CURRENT_WITHIN_DAYS;
                    return back ? grounded("flare", first.day, List.of(last, first), Said.PainIsBack::new) : Truth.NO;
                });
    }

    private static boolean wasPersistent(History history, PainDays.Run run) {
        int span = history.pain.days().get(run.last()).day - run.beganOn() + 1;
        return span >= history.parameters.persistenceMinSpanDays()
                && run.symptomatic() >= history.parameters.persistenceMinSymptomaticDays();
    }

    // Level and trend

    static Criterion worsens() {
        return asks(
                        "the latest day value is 5 or more, and either the median of the last 3 reported days"
                                + " is {worseningPoints} or more above that of the up to 7 reported days before them, "
                                + "or over 3 or more reported days the pain never fell and rose by {worseningPoints} or"
                                + " more",
                        History::worsening)
                .called("worsening trend");
    }

    /// Found once a history, see [History#worsening].
    static Truth worsening(History history) {
        List<PainDays.Day> days = history.pain.days();
        int last = days.size() - 1;
        Rise rise =
                days.isEmpty() || history.today - days.getLast().day > CURRENT_WITHIN_DAYS ? null : rise(history, last);
        if (rise == null) {
            return Truth.NO;
        }
        // While it stays as high, or falls and rises again within two weeks, it is the same trend, and so are its keys.
        Rise first = rise;
        int began = last;
        double highest = days.get(last).value();
        for (int place = last - 1;
                place >= 0 && days.get(began).day - days.get(place).day <= CURRENT_WITHIN_DAYS;
                place--) {
            Rise before = rise(history, place);
            if (before != null) {
                first = before;
                began = place;
                highest = Math.max(highest, days.get(place).value());
            }
        }
        List<String> keys = keys(
                "worsening-trend@" + days.get(first.from).date(),
                highest - days.get(began).value(),
                history.parameters.worseningPoints());
        return rise.grounds(days, last, keys, days.get(first.from).day);
    }

    /// Places in the series of days.
    ///
    /// @param from where the pain was low
    /// @param to   how high it has risen since
    private record Rise(int from, int to) {
        Truth grounds(List<PainDays.Day> days, int latest, List<String> keys, int began) {
            PainDays.Day low = days.get(from);
            PainDays.Day high = days.get(to);
            List<Truth.Ground> grounds = new ArrayList<>();
            PainDays.Day last = days.get(latest);
            Said rises = new Said.PainRises(low.value(), high.value(), last.value());
            grounds.add(new Truth.Ground(last.reportId(), last.day, rises, keys, began));
            if (latest != to) {
                grounds.add(new Truth.Ground(high.reportId(), high.day, new Said.PainOf(high.value()), keys, began));
            }
            grounds.add(new Truth.Ground(low.reportId(), low.day, new Said.PainOf(low.value()), keys, began));
            return new Truth.Yes(grounds);
        }
    }

    /// Whether the pain had risen by that place in the series of days.
    private static @Nullable Rise rise(History history, int last) {
        List<PainDays.Day> days = history.pain.days();
        int size = last + 1;
        if (size < 3 || days.get(last).value() < 5) {
            return null;
        }
        int step = history.parameters.worseningPoints();
        if (size > 3) {
            int earlier = Math.min(7, size - 3);
            double before = history.pain.median(size - 3 - earlier, earlier);
            double lately = history.pain.median(size - 3, 3);
            if (Points.atLeast(lately - before, step)) {
                int low = latest(days, size - 3, value -> value <= before);
                boolean stillUp =
                        Points.atLeast(days.get(last).value() - days.get(low).value(), step);
                return new Rise(low, stillUp ? last : latest(days, size, value -> value >= lately));
            }
        }
        int from = last;
        while (from > 0 && days.get(from - 1).value() <= days.get(from).value()) {
            from--;
        }
        return size - from >= 3
                        && Points.atLeast(
                                days.get(last).value() - days.get(from).value(), step)
                ? new Rise(from, last)
                : null;
    }

    /// The latest place before that one with such a value. There is one: it is held against a median of those.
    private static int latest(List<PainDays.Day> days, int before, DoublePredicate such) {
        int place = before - 1;
        while (!such.test(days.get(place).value())) {
            place--;
        }
        return place;
    }

    /// So many reported days in a row, up to the latest, at 8 or more.
    static Criterion severeOn(int reportedDaysInARow) {
        return asks(
                "the latest " + reportedDaysInARow + " reported days or more, in a row, have a day value of 8 or more",
                history -> {
                    List<PainDays.Day> days = history.pain.days();
                    int from = days.size();
                    while (from > 0 && days.get(from - 1).value() >= SEVERE) {
                        from--;
                    }
                    if (days.size() - from < reportedDaysInARow
                            || history.today - days.getLast().day > CURRENT_WITHIN_DAYS) {
                        return Truth.NO;
                    }
                    return grounded(
                            "severe",
                            days.get(from).day,
                            days.subList(from, days.size()).reversed(),
                            Said.PainOf::new);
                });
    }

    /// A day value of so much in the last two weeks.
    static Criterion painOf(double least) {
        return asks("a day value of " + Language.score(least) + " or more on a day of the last 14", history -> {
            List<PainDays.Day> found = new ArrayList<>();
            for (PainDays.Day day : history.pain.ofTheLast(CURRENT_WITHIN_DAYS + 1)) {
                if (day.value() >= least) {
                    found.addFirst(day);
                }
            }
            return found.isEmpty()
                    ? Truth.NO
                    : grounded("pain", history.pain.episodeOf(found.getLast(), least), found, Said.PainOf::new);
        });
    }

    /// Pain of 3 or more in the pelvis or sacrum on so many days of the last two weeks.
    static Criterion pelvicPainOn(int onDays) {
        return asks("pain of 3 or more in the pelvis or sacrum on " + onDays + " days of the last 14", history -> {
            TreeMap<Integer, Entry> found = new TreeMap<>();
            for (Entry entry : history.entries) {
                if (!entry.dateUncertain
                        && entry.painRegion != null
                        && PELVIC.contains(entry.painRegion)
                        && entry.pain.settled() >= 3) {
                    found.putIfAbsent(entry.day, entry);
                }
            }
            var lately = found.tailMap(history.today - CURRENT_WITHIN_DAYS, true);
            if (lately.size() < onDays) {
                return Truth.NO;
            }
            List<Truth.Ground> grounds = new ArrayList<>();
            int first = beginning(found, lately.firstKey(), PainDays.PAIN_FREE_DAYS);
            for (Entry entry : lately.descendingMap().values()) {
                grounds.add(new Truth.Ground(
                        entry.reportId,
                        entry.day,
                        new Said.PelvicPain(entry.pain.settled()),
                        List.of("pelvic-pain@" + LocalDate.ofEpochDay(first)),
                        first));
            }
            return new Truth.Yes(grounds);
        });
    }

    /// What identifies a course of pain for as long as it lasts, and each step by which it has become worse.
    private static List<String> keys(String course, double worseBy, int step) {
        List<String> keys = new ArrayList<>();
        keys.add(course);
        for (int steps = 1; Points.atLeast(worseBy, steps * step); steps++) {
            keys.add(course + "+" + steps * step);
        }
        return keys;
    }

    /// Where that which goes on began: with fewer than so many days between one and the next.
    private static int beginning(TreeMap<Integer, ?> days, int from, int fewerBetween) {
        int began = from;
        Integer before = days.lowerKey(began);
        while (before != null && began - before - 1 < fewerBetween) {
            began = before;
            before = days.lowerKey(began);
        }
        return began;
    }

    /// Pain of any height, as a score or a symptom, near such a sign. A score of who knows when, and one that came only
    /// during exercise, stay out of the days; but the patient hurts.
    static Criterion withPain(Criterion.Sign sign, int withinDays) {
        return asks(
                sign.logic().sentence() + ", with pain of 1 or more, or a sign of pain, at most " + withinDays
                        + " days apart",
                history -> {
                    List<Sighting> signs = sign.sightings(history);
                    for (Sighting sighting : signs) {
                        for (PainDays.Day day : history.pain.days()) {
                            if (Math.abs(day.day - sighting.day) <= withinDays && day.value() >= 1) {
                                return new Truth.Yes(Criterion.grounds(signs));
                            }
                        }
                        for (Entry entry : history.entries) {
                            if (Math.abs(entry.day - sighting.day) <= withinDays && entry.pain.highest() >= 1) {
                                return new Truth.Yes(Criterion.grounds(signs));
                            }
                        }
                    }
                    return Criterion.together(withinDays, sign, Criterion.present(SymptomCode.PAIN))
                            .in(history);
                });
    }

    private static Truth grounded(String name, int began, List<PainDays.Day> days, DoubleFunction<Said> says) {
        List<String> keys = List.of(name + "@" + LocalDate.ofEpochDay(began));
        List<Truth.Ground> grounds = new ArrayList<>();
        for (PainDays.Day day : days) {
            grounds.add(new Truth.Ground(day.reportId(), day.day, says.apply(day.value()), keys, began));
        }
        return new Truth.Yes(grounds);
    }

    // Self-manipulation

    private static final int WEEK = 7;

    /// Cracked by force on so many of the last 7 local days.
    static Criterion cracksByForceOn(int onDays) {
        return asks(
                "the patient cracked their back by force on " + onDays + " or more of the last 7 local days",
                history -> {
                    TreeMap<Integer, String> days = new TreeMap<>();
                    for (Entry entry : history.entries) {
                        if (!entry.dateUncertain && entry.selfManipulation.byForce()) {
                            days.putIfAbsent(entry.day, entry.reportId);
                        }
                    }
                    var lately = days.tailMap(history.today - WEEK + 1, true);
                    if (lately.size() < onDays) {
                        return Truth.NO;
                    }
                    int began = beginning(days, lately.firstKey(), WEEK - 1);
                    List<String> keys = List.of("manip@" + LocalDate.ofEpochDay(began));
                    List<Truth.Ground> grounds = new ArrayList<>();
                    for (var day : lately.descendingMap().entrySet()) {
                        Said says = grounds.isEmpty() ? new Said.CrackedOn(lately.size()) : new Said.Cracked();
                        grounds.add(new Truth.Ground(day.getValue(), day.getKey(), says, keys, began));
                    }
                    return new Truth.Yes(grounds);
                });
    }

    /// Cracked by force, and within 48 hours 2 points more pain than before it.
    static Criterion crackingMadeItWorse() {
        return asks(
                "within the last 14 days the patient cracked their back by force, and within 48 hours, or "
                        + "in the same report, the pain was 2 points or more above that before it",
                history -> {
                    List<Entry> entries = history.entries;
                    for (int i = entries.size() - 1; i >= 0; i--) {
                        Entry cracked = entries.get(i);
                        if (cracked.dateUncertain
                                || !cracked.selfManipulation.byForce()
                                || history.today - cracked.day > CURRENT_WITHIN_DAYS) {
                            continue;
                        }
                        Double before = cracked.pain.before() == null ? cracked.pain.after() : cracked.pain.before();
                        Entry worse = before == null ? null : worseAfter(entries, i, before);
                        if (worse != null) {
                            List<String> keys = List.of("manip-flare:" + cracked.reportId);
                            return new Truth.Yes(List.of(
                                    new Truth.Ground(
                                            cracked.reportId, cracked.day, new Said.Cracked(), keys, cracked.day),
                                    new Truth.Ground(
                                            worse.reportId,
                                            worse.day,
                                            new Said.WorseAfterCracking(before, worse.pain.settled()),
                                            keys,
                                            cracked.day)));
                        }
                    }
                    return Truth.NO;
                });
    }

    private static @Nullable Entry worseAfter(List<Entry> entries, int cracked, double before) {
        Entry start = entries.get(cracked);
        Double after = start.pain.after();
        if (after != null && Points.atLeast(after - before, CLEAR_GAIN)) {
            return start;
        }
        for (int i = cracked + 1; i < entries.size(); i++) {
            Entry later = entries.get(i);
            if (Duration.between(start.observed, later.observed).compareTo(Duration.ofHours(48)) > 0) {
                return null;
            }
            if (!later.dateUncertain && Points.atLeast(later.pain.settled() - before, CLEAR_GAIN)) {
                return later;
            }
        }
        return null;
    }

    // Load response

    /// A session with its pain before, and the next morning's where it is known.
    private record Loaded(Entry session, double before, double nextMorning) {
        boolean settled() {
            return Double.isNaN(before)
                    || Double.isNaN(nextMorning)
                    || !Points.atLeast(nextMorning - before, CLEAR_GAIN);
        }

        boolean known() {
            return !Double.isNaN(before) && !Double.isNaN(nextMorning);
        }
    }

    /// The sessions of the last two weeks, the latest first.
    private static List<Loaded> sessions(History history) {
        return sessions(history, CURRENT_WITHIN_DAYS);
    }

    private static List<Loaded> sessions(History history, int withinDays) {
        List<Loaded> found = new ArrayList<>();
        List<Entry> entries = history.entries;
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (history.today - entry.day <= withinDays && entry.kind == Kind.SESSION && !entry.dateUncertain) {
                Double before = entry.pain.before();
                found.add(new Loaded(entry, before == null ? Double.NaN : before, morningAfter(entries, i)));
            }
        }
        return found;
    }

    /// A morning is looked for no longer than this after its session: local days of travellers are not quite in the
    /// order of time.
    private static final int DAYS_OF_GRACE = 3;

    private static double morningAfter(List<Entry> entries, int session) {
        Entry done = entries.get(session);
        if (done.pain.nextMorning() != null) {
            return done.pain.nextMorning();
        }
        for (Entry later : entries.subList(session + 1, entries.size())) {
            if (later.day > done.day + DAYS_OF_GRACE) {
                break;
            }
            if (later.kind == Kind.SESSION && later.day == done.day) {
                // The morning follows the day's last session: one bad morning is not two.
                return Double.NaN;
            }
            boolean ownMorning = later.kind != Kind.SESSION && !later.dateUncertain && later.day == done.day + 1;
            if (ownMorning && later.pain.nextMorning() != null) {
                return later.pain.nextMorning();
            }
        }
        return Double.NaN;
    }

    static Criterion latestSessionWasTooMuch() {
        return asks(
                "the latest session, at most 14 days ago, had pain above 5 during or after it, and the next "
                        + "morning was less than 2 points above the pain before it, or is not known",
                history -> {
                    List<Loaded> sessions = sessions(history);
                    if (sessions.isEmpty()) {
                        return Truth.NO;
                    }
                    Entry session = sessions.getFirst().session();
                    boolean tooMuch = session.pain.underLoad() > 5;
                    return tooMuch && sessions.getFirst().settled()
                            ? new Truth.Yes(List.of(new Truth.Ground(
                                    session.reportId,
                                    session.day,
                                    new Said.TooMuch(session.pain.underLoad()),
                                    List.of("load:" + session.reportId),
                                    session.day)))
                            : Truth.NO;
                });
    }

    static Criterion twoMorningsUnsettled() {
        return asks(
                "after the latest two sessions of the last 14 days of which it is known, the next morning was 2 points "
                        + "or more above the pain before the session",
                history -> {
                    List<Loaded> known = sessions(history).stream()
                            .filter(Loaded::known)
                            .limit(2)
                            .toList();
                    if (known.size() < 2
                            || known.get(0).settled()
                            || known.get(1).settled()) {
                        return Truth.NO;
                    }
                    int began = unsettledSince(history, known.get(1).session().day);
                    List<String> keys = List.of("unsettled@" + LocalDate.ofEpochDay(began));
                    return new Truth.Yes(known.stream()
                            .map(loaded -> new Truth.Ground(
                                    loaded.session().reportId,
                                    loaded.session().day,
                                    new Said.Unsettled(loaded.before(), loaded.nextMorning()),
                                    keys,
                                    began))
                            .toList());
                });
    }

    /// With at most two weeks between one such morning and the next, it is the same trouble.
    private static int unsettledSince(History history, int from) {
        TreeMap<Integer, Loaded> unsettled = new TreeMap<>();
        for (Loaded loaded : sessions(history, Integer.MAX_VALUE)) {
            if (loaded.known() && !loaded.settled()) {
                unsettled.put(loaded.session().day, loaded);
            }
        }
        return beginning(unsettled, from, CURRENT_WITHIN_DAYS);
    }

    /// The means of four weeks, counted back from today, each higher than the one before.
    static Criterion weeksRise() {
        return asks(
                "the mean pain of each week, counted back from today, is 0.8 points or more above that of the"
                        + " week before, three times running",
                history -> {
                    List<PainDays.Day> days = history.pain.days();
                    double mean = risenMean(days, days.size(), history.today);
                    if (Double.isNaN(mean)) {
                        return Truth.NO;
                    }
                    // While it goes on rising, or does again within two weeks, it is the same rise, and so are its
                    // keys.
                    int began = history.today;
                    double first = mean;
                    double highest = mean;
                    int end = days.size();
                    for (int on = history.today - 1; end > 0 && began - on <= CURRENT_WITHIN_DAYS; on--) {
                        while (end > 0 && days.get(end - 1).day > on) {
                            end--;
                        }
                        double before = risenMean(days, end, on);
                        if (!Double.isNaN(before)) {
                            began = on;
                            first = before;
                            highest = Math.max(highest, before);
                        }
                    }
                    List<String> keys = keys(
                            "weeks-rise@" + LocalDate.ofEpochDay(began - 4 * WEEK + 1),
                            highest - first,
                            history.parameters.worseningPoints());
                    PainDays.Day last = days.getLast();
                    return new Truth.Yes(List.of(new Truth.Ground(
                            last.reportId(),
                            last.day,
                            new Said.PainRisesByTheWeek(last.value()),
                            keys,
                            began - 4 * WEEK + 1)));
                });
    }

    /// The mean of the week that ends on that day, where it and the two before it are each higher than the week before;
    /// else no number.
    ///
    /// @param end behind the days that count, exclusive
    private static double risenMean(List<PainDays.Day> days, int end, int on) {
        double[] sum = new double[4];
        int[] count = new int[4];
        for (int place = end - 1; place >= 0 && on - days.get(place).day < 4 * WEEK; place--) {
            int block = Math.max(0, on - days.get(place).day) / WEEK;
            sum[block] += days.get(place).value();
            count[block]++;
        }
        for (int block = 0; block < 3; block++) {
            if (count[block] == 0
                    || count[block + 1] == 0
                    || !Points.atLeast(sum[block] / count[block] - sum[block + 1] / count[block + 1], 0.8)) {
                return Double.NaN;
            }
        }
        return sum[0] / count[0];
    }

    // Inflammatory back pain

    private static final Set<SymptomCode> INFLAMMATORY = SymptomCode.group(
            SymptomCode.WAKES_SECOND_HALF_NIGHT,
            SymptomCode.BUTTOCK_PAIN,
            SymptomCode.IMPROVES_WITH_EXERCISE,
            SymptomCode.IMPROVES_WITH_NSAID,
            SymptomCode.MORNING_STIFFNESS_OVER_30MIN);

    static Criterion looksInflammatory() {
        return asks(
                "the patient is under 45, `low_back_pain` began 3 months ago or earlier, and 4 or more hold of: "
                        + Criterion.named(INFLAMMATORY, "and")
                        + " present, the risk factor `psoriasis`, onset under 35",
                history -> {
                    Integer age = history.patient.ageYears();
                    if (age == null || age >= 45) {
                        return Truth.NO;
                    }
                    List<Sighting> lasting = Criterion.present(SymptomCode.LOW_BACK_PAIN)
                            .where(
                                    "dated 3 months back",
                                    pain -> pain.onsetDay != Sighting.NOT_SAID
                                            && !LocalDate.ofEpochDay(pain.onsetDay)
                                                    .plusMonths(3)
                                                    .isAfter(LocalDate.ofEpochDay(history.today)))
                            .sightings(history);
                    if (lasting.isEmpty()) {
                        return Truth.NO;
                    }
                    List<Truth.Ground> grounds = new ArrayList<>();
                    grounds.add(Truth.Ground.of(lasting.getFirst()));
                    List<Fact> facts = new ArrayList<>(List.of(new Fact.Aged(age)));
                    int signs = 0;
                    if (history.patient.has(RiskFactor.PSORIASIS)) {
                        facts.add(new Fact.Risk(RiskFactor.PSORIASIS));
                        signs++;
                    }
                    for (SymptomCode code : INFLAMMATORY) {
                        List<Sighting> found = Criterion.present(code).sightings(history);
                        if (!found.isEmpty()) {
                            signs++;
                            grounds.add(Truth.Ground.of(found.getLast()));
                        }
                    }
                    int years = LocalDate.ofEpochDay(lasting.getFirst().onsetDay)
                            .until(LocalDate.ofEpochDay(history.today))
                            .getYears();
                    signs += age - years < 35 ? 1 : 0;
                    return signs >= 4 ? new Truth.Yes(grounds, facts) : Truth.NO;
                });
    }
}
