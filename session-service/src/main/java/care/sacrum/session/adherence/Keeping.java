package care.sacrum.session.adherence;

import care.sacrum.platform.problem.Faults;
import care.sacrum.session.adherence.KeptDays.Stretch;
import care.sacrum.session.adherence.KnownFacts.Window;
import care.sacrum.session.adherence.Summary.Heard;
import care.sacrum.session.adherence.Summary.Outlook;
import care.sacrum.session.adherence.Touched.Mark;
import care.sacrum.session.adherence.calculation.Diary;
import care.sacrum.session.adherence.calculation.Facts;
import care.sacrum.session.adherence.calculation.Facts.Kind;
import care.sacrum.session.adherence.calculation.Facts.Plan;
import care.sacrum.session.adherence.calculation.Rolling;
import care.sacrum.session.adherence.calculation.Trend;
import care.sacrum.session.batch.Batches;
import care.sacrum.session.silence.QuietDays;
import care.sacrum.session.silence.QuietDays.Whose;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps the days up to date after what they rest on: works off the marks, and begins a patient's new day. Any number
/// of instances may run this; a patient's row is locked before the facts are read, so the last word is always the
/// newest.
@Singleton
class Keeping {

    private static final int MARKS_AT_ONCE = 200;
    private static final int PATIENTS_AT_ONCE = 100;
    private static final int RUNS = 40;
    private static final int WEEKS_AT_ONCE = 2000;
    private static final int LONGEST_CHAIN = 20;

    private final Touched touched;
    private final Summaries summaries;
    private final KnownFacts facts;
    private final KeptDays days;
    private final QuietDays quietDays;
    private final InstantSource clock;
    private final Batches batches;

    Keeping(
            Touched touched,
            Summaries summaries,
            KnownFacts facts,
            KeptDays days,
            QuietDays quietDays,
            InstantSource clock,
            Batches batches) {
        this.touched = touched;
        this.summaries = summaries;
        this.facts = facts;
        this.days = days;
        this.quietDays = quietDays;
        this.clock = clock;
        this.batches = batches;
    }

    @Scheduled(every = "${sacrum.adherence.kept-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        untilFewAreLeft(this::workOffMarks);
        untilFewAreLeft(this::beginDays);
    }

    private void untilFewAreLeft(Predicate<Consumer<PatientKey>> batch) {
        try {
            batches.untilFewAreLeft(
                    new Batches.Work<>("adherence", RUNS, batch, this::keepAlone, touched::putOff), clock.instant());
        } catch (RuntimeException e) {
            Log.warn("The days of adherence wait for the next run: " + Faults.withoutValues(e));
        }
    }

    private boolean workOffMarks(Consumer<PatientKey> met) {
        var marks = touched.take(MARKS_AT_ONCE, clock.instant());
        var byPatient = new TreeMap<PatientKey, List<Mark>>();
        marks.forEach(mark ->
                byPatient.computeIfAbsent(mark.key(), _ -> new ArrayList<>()).add(mark));
        byPatient.keySet().forEach(met);
        keep(byPatient);
        return marks.size() == MARKS_AT_ONCE;
    }

    private boolean beginDays(Consumer<PatientKey> met) {
        var due = summaries.due(clock.instant(), PATIENTS_AT_ONCE);
        due.forEach(met);
        var byPatient = new TreeMap<PatientKey, List<Mark>>();
        due.forEach(key -> byPatient.put(key, List.of()));
        keep(byPatient);
        return due.size() == PATIENTS_AT_ONCE;
    }

    private void keepAlone(PatientKey key) {
        var marks = new TreeMap<PatientKey, List<Mark>>();
        marks.put(key, touched.takeOf(key, MARKS_AT_ONCE));
        keep(marks);
    }

    /// Reckons anew what the marks touch, and the days that have begun since.
    void keep(TreeMap<PatientKey, List<Mark>> marks) {
        if (marks.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var locked = summaries.lock(new TreeSet<>(marks.keySet()), now);
        var came = reportsOf(marks);
        var plans = facts.plansOf(locked.keySet());
        var kept = new HashMap<PatientKey, Summary>();
        var windows = new ArrayList<Window>();
        int wanted = 0;
        for (var summary : heard(locked, came).values()) {
            var key = summary.key();
            var weeks =
                    weeks(summary, plans.getOrDefault(key, List.of()), marks.getOrDefault(key, List.of()), came, now);
            if (weeks.isEmpty()) {
                kept.put(key, summary);
                continue;
            }
            weeks.get().stretches.forEach(stretch -> windows.add(new Window(key, stretch.from(), stretch.to())));
            kept.put(key, summary.keeping(weeks.get().from, weeks.get().through));
            wanted += weeks.get().weeks;
            if (wanted >= WEEKS_AT_ONCE) {
                days.keep(reckoned(windows, kept));
                windows.clear();
                wanted = 0;
            }
        }
        days.keep(reckoned(windows, kept));
        summaries.save(outlooks(kept.values(), now));
        // Whose days were touched otherwise than by a report: a silence or a lapse may have begun, or be over. Of the
        // others a lapse may be over by what came, and that is told at once.
        var byReportOnly = kept.keySet().stream()
                .collect(Collectors.partitioningBy(
                        key -> marks.getOrDefault(key, List.of()).stream()
                                .allMatch(mark -> mark.report().isPresent()),
                        Collectors.mapping(Keeping::whose, Collectors.toList())));
        quietDays.lookSoonAt(byReportOnly.get(false), byReportOnly.get(true), now);
    }

    private Map<PatientKey, Map<UUID, Heard>> reportsOf(TreeMap<PatientKey, List<Mark>> marks) {
        var wanted = new HashSet<UUID>();
        marks.values()
                .forEach(ofPatient -> ofPatient.forEach(mark -> mark.report().ifPresent(wanted::add)));
        var came = new HashMap<PatientKey, Map<UUID, Heard>>();
        // What is corrected, and what that corrects, until a report stands at the end.
        for (int step = 0; step < LONGEST_CHAIN && !wanted.isEmpty(); step++) {
            var found = summaries.heard(marks.keySet(), wanted);
            wanted.clear();
            found.forEach((key, ofPatient) -> {
                var known = came.computeIfAbsent(key, _ -> new HashMap<>());
                ofPatient.forEach(heard -> known.put(heard.report(), heard));
                ofPatient.stream()
                        .flatMap(heard -> heard.corrects().stream())
                        .filter(report -> !known.containsKey(report))
                        .forEach(wanted::add);
            });
        }
        return came;
    }

    /// Of somebody who is here for the first time, or whose days were kept in another way, every report is reckoned in,
    /// of the others those that came.
    private Map<PatientKey, Summary> heard(Map<PatientKey, Summary> locked, Map<PatientKey, Map<UUID, Heard>> came) {
        var fresh = locked.values().stream()
                .filter(summary -> summary.calculationVersion() != Diary.CALCULATION_VERSION)
                .map(Summary::key)
                .toList();
        var all = fresh.isEmpty() ? Map.<PatientKey, List<Heard>>of() : summaries.allHeard(fresh);
        var heard = new TreeMap<PatientKey, Summary>();
        locked.forEach((key, summary) -> {
            var now = summary;
            for (var report : all.getOrDefault(key, List.of())) {
                now = now.hearing(report);
            }
            for (var report : came.getOrDefault(key, Map.of()).values()) {
                now = now.hearing(report);
            }
            heard.put(key, now);
        });
        return heard;
    }

    private record Wanted(LocalDate from, LocalDate through, List<Weeks.Stretch> stretches, int weeks) {}

    /// Which weeks to reckon, from the first day of any plan or report on; empty where there is neither, and so nothing
    /// to keep.
    private static Optional<Wanted> weeks(
            Summary summary, List<Plan> plans, List<Mark> marks, Map<PatientKey, Map<UUID, Heard>> came, Instant now) {
        var reports = came.getOrDefault(summary.key(), Map.of());
        var begins = Stream.of(
                        Diary.of(new Facts(summary.homeZone(), plans, List.of(), List.of(), List.of()))
                                .firstDay(),
                        summary.keptFrom(),
                        summary.firstHeard())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        if (begins.isEmpty()) {
            return Optional.empty();
        }
        var from = begins.get();
        var today = LocalDate.ofInstant(now, summary.zone());
        var through = latest(
                summary.keptThrough().orElse(today), Diary.mondayOf(today).plusDays(6));
        var weeks = new Weeks(from, through);
        if (summary.calculationVersion() != Diary.CALCULATION_VERSION
                || summary.keptFrom().isEmpty()) {
            weeks.touch(KnownFacts.EVER, KnownFacts.FOR_GOOD);
        } else {
            summary.keptThrough().ifPresent(kept -> weeks.touch(kept.plusDays(1), KnownFacts.FOR_GOOD));
        }
        for (var mark : marks) {
            mark.report().flatMap(report -> root(report, reports)).ifPresent(heard -> {
                // The pain of the next morning belongs to the day before.
                weeks.touch(heard.localDay().minusDays(1), heard.localDay());
            });
            if (mark.report().isEmpty()) {
                weeks.touch(mark.from(), mark.to());
            }
        }
        return Optional.of(new Wanted(from, through, weeks.stretches(), weeks.count()));
    }

    /// What a report is about in the end: itself, or the report that it corrects, where that is here already.
    private static Optional<Heard> root(UUID report, Map<UUID, Heard> reports) {
        var at = Optional.ofNullable(reports.get(report));
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            if (at.filter(heard -> heard.kind() == Kind.CORRECTION).isEmpty()) {
                return at;
            }
            at = at.flatMap(Heard::corrects).map(reports::get);
        }
        return Optional.empty();
    }

    private List<Stretch> reckoned(List<Window> windows, Map<PatientKey, Summary> kept) {
        if (windows.isEmpty()) {
            return List.of();
        }
        // A day more, for the pain of the morning after.
        var known = facts.of(windows.stream()
                .map(window ->
                        new Window(window.key(), window.from(), window.to().plusDays(1)))
                .toList());
        var diaries = new HashMap<PatientKey, Diary>();
        known.forEach((key, ofPatient) -> diaries.put(key, Diary.of(ofPatient)));
        var stretches = new ArrayList<Stretch>();
        for (var window : windows) {
            var diary = diaries.get(window.key());
            var summary = kept.get(window.key());
            if (diary != null && summary != null) {
                var from = summary.keptFrom().orElse(window.from());
                stretches.add(new Stretch(
                        window.key(),
                        window.from(),
                        window.to(),
                        diary.days(window.from(), window.to()).stream()
                                .filter(day -> !day.day().isBefore(from))
                                .filter(day -> !day.isEmpty())
                                .map(KeptDay::of)
                                .toList()));
            }
        }
        return stretches;
    }

    private List<Outlook> outlooks(java.util.Collection<Summary> kept, Instant now) {
        var keys = kept.stream()
                .filter(summary -> summary.keptFrom().isPresent())
                .map(Summary::key)
                .toList();
        var today = LocalDate.ofInstant(now, ZoneId.of("UTC"));
        int back = Math.max(Rolling.DAYS_OF_A_MONTH, 2 * Trend.DAYS) + 2;
        var found = keys.isEmpty()
                ? Map.<PatientKey, List<KeptDay>>of()
                : days.find(keys, today.minusDays(back), today.plusDays(2));
        var silent =
                quietDays.of(kept.stream().map(summary -> whose(summary.key())).toList(), now);
        return kept.stream()
                .map(summary -> summary.outlook(
                        found.getOrDefault(summary.key(), List.of()),
                        Optional.ofNullable(silent.get(whose(summary.key()))),
                        now))
                .toList();
    }

    private static Whose whose(PatientKey key) {
        return new Whose(key.practice(), key.patient());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
