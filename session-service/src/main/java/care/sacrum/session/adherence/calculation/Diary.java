package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Day.Became;
import care.sacrum.session.adherence.calculation.Day.Part;
import care.sacrum.session.adherence.calculation.Day.WeekQuota;
import care.sacrum.session.adherence.calculation.Day.Why;
import care.sacrum.session.adherence.calculation.Facts.Plan;
import care.sacrum.session.adherence.calculation.Facts.Version;
import care.sacrum.session.dating.UncertainDate;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A patient's days, week by week.
///
/// Every week is reckoned from the facts of that ISO week alone, corrections and pauses among them: what arrives late
/// changes the days of its own week and no other.
public final class Diary {

    /// Of the way days are reckoned. Another way is another version, and kept days are reckoned anew.
    public static final int CALCULATION_VERSION = 2;

    private static final int DAYS_OF_A_WEEK = DayOfWeek.values().length;

    private final Facts facts;
    private final List<Course> courses;
    private final Sessions sessions;

    private Diary(Facts facts) {
        this.facts = facts;
        this.sessions = new Sessions(facts.reports());
        this.courses = facts.plans().stream()
                .map(plan -> new Course(plan, facts))
                .sorted(Comparator.comparing(Course::firstRecorded).thenComparing(Course::prescription))
                .toList();
    }

    /// @param facts as known at the moment in question: see [Facts#asKnownAt]
    public static Diary of(Facts facts) {
        return new Diary(facts);
    }

    /// The first day of an ISO week.
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// The first day that any prescription covers; absent where there is none.
    public Optional<LocalDate> firstDay() {
        return courses.stream().map(Course::first).min(Comparator.naturalOrder());
    }

    /// Each day from the one to the other, both included.
    public List<Day> days(LocalDate from, LocalDate to) {
        var days = new ArrayList<Day>();
        for (var monday = mondayOf(from); !monday.isAfter(to); monday = monday.plusWeeks(1)) {
            for (var day : week(monday)) {
                if (!day.day().isBefore(from) && !day.day().isAfter(to)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    /// One prescription through all its versions. Which days it covers, its latest version says, for days gone by as
    /// well; what it asks for on a day, the version that was in force says.
    private static final class Course {

        final UUID prescription;
        final Version latest;
        final Instant firstRecorded;
        private final LocalDate first;
        private final NavigableMap<LocalDate, Version> inForceFrom = new TreeMap<>();

        Course(Plan plan, Facts facts) {
            prescription = plan.prescription();
            latest = plan.versions().getLast();
            firstRecorded = plan.versions().getFirst().recordedAt();
            // Of several versions of one day, the last one counts from that day on.
            plan.versions()
                    .forEach(version ->
                            inForceFrom.put(LocalDate.ofInstant(version.recordedAt(), facts.homeZone()), version));
            var earliest = LocalDate.ofInstant(firstRecorded, facts.homeZone())
                    .minusDays(UncertainDate.BEHIND_TOLERATED.toDays());
            first = latest.start().isBefore(earliest) ? earliest : latest.start();
        }

        Instant firstRecorded() {
            return firstRecorded;
        }

        UUID prescription() {
            return prescription;
        }

        LocalDate first() {
            return first;
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && latest.end().filter(day::isAfter).isEmpty();
        }

        Version inForceOn(LocalDate day) {
            var entry = inForceFrom.floorEntry(day);
            return entry == null ? inForceFrom.firstEntry().getValue() : entry.getValue();
        }

        boolean isReplacedBy(Course other, LocalDate day) {
            return other.covers(day)
                    && other.latest.programme().equals(latest.programme())
                    && BY_RECORDING.compare(other, this) > 0;
        }

        private static final Comparator<Course> BY_RECORDING =
                Comparator.comparing(Course::firstRecorded).thenComparing(Course::prescription);
    }

    /// Why nothing can be expected of a course on a day that it covers; null where something can.
    private @Nullable Why away(Course course, LocalDate day) {
        if (courses.stream().anyMatch(other -> course.isReplacedBy(other, day))) {
            return Why.REPLACED;
        }
        if (facts.holds().stream().anyMatch(hold -> hold.holds(day, facts.homeZone()))) {
            return Why.ON_HOLD;
        }
        if (course.latest.pausesOn(day)) {
            return Why.PAUSED;
        }
        return facts.excuses().stream().anyMatch(excuse -> excuse.holds(day)) ? Why.EXCUSED : null;
    }

    private List<Day> week(LocalDate monday) {
        var weeks = courses.stream()
                .map(course -> new CourseWeek(course, monday))
                .filter(CourseWeek::coversAny)
                .toList();
        var days = new ArrayList<Day>(DAYS_OF_A_WEEK);
        for (int i = 0; i < DAYS_OF_A_WEEK; i++) {
            var day = monday.plusDays(i);
            var offers = weeks.stream()
                    .map(week -> week.offer(day))
                    .flatMap(Optional::stream)
                    .toList();
            days.add(day(day, offers));
        }
        return days;
    }

    private Day day(LocalDate day, List<Offer> offers) {
        var matching = new Matching(offers, sessions.on(day));
        var logged = new ArrayList<>(matching.logged());
        for (var session : sessions.uncertainOn(day)) {
            logged.add(Matching.logged(session, Became.DATE_UNCERTAIN, null, 0));
        }
        var parts = new ArrayList<Part>();
        for (var offer : offers) {
            parts.add(offer.settle(matching.filled(offer)));
        }
        return new Day(day, parts, logged, sessions.restOn(day), sessions.painsOn(day));
    }

    /// The ISO week of one course, with what is left of it while its days go by.
    private final class CourseWeek {

        private final Course course;
        private final LocalDate monday;
        private final int quota;
        private int gone;

        CourseWeek(Course course, LocalDate monday) {
            this.course = course;
            this.monday = monday;
            // So many days of seven, for each day on which it can be done; to the nearest whole number of days.
            int sum = days(this::canBeChosen).stream()
                    .mapToInt(day -> course.inForceOn(day).daysAWeek())
                    .sum();
            quota = (2 * sum + DAYS_OF_A_WEEK) / (2 * DAYS_OF_A_WEEK);
        }

        private List<LocalDate> days(Predicate<LocalDate> which) {
            return monday.datesUntil(monday.plusWeeks(1)).filter(which).toList();
        }

        boolean coversAny() {
            return !days(course::covers).isEmpty();
        }

        /// Whether the patient may do it on that day or on another.
        private boolean canBeChosen(LocalDate day) {
            return course.covers(day)
                    && away(course, day) == null
                    && course.inForceOn(day).isFlexible();
        }

        Optional<Offer> offer(LocalDate day) {
            if (!course.covers(day)) {
                return Optional.empty();
            }
            var version = course.inForceOn(day);
            var away = away(course, day);
            if (away != null) {
                return Optional.of(new Offer(this, version, away, 0, Optional.empty()));
            }
            if (version.isFlexible()) {
                int left = days(other -> !other.isBefore(day) && canBeChosen(other))
                        .size();
                int places = gone < quota ? version.timesADay() : 0;
                return Optional.of(
                        new Offer(this, version, Why.FREE_DAY, places, Optional.of(new WeekQuota(quota, gone, left))));
            }
            boolean due = version.isDueOn(day.getDayOfWeek());
            return Optional.of(new Offer(
                    this,
                    version,
                    due ? Why.PLANNED_DAY : Why.NO_PLANNED_DAY,
                    due ? version.timesADay() : 0,
                    Optional.empty()));
        }
    }

    /// What a course has room for on a day.
    ///
    /// @param places sessions that may count
    record Offer(CourseWeek of, Version version, Why why, int places, Optional<WeekQuota> week) {

        UUID prescription() {
            return of.course.prescription;
        }

        int share(Sessions.Session session) {
            return session.works()
                    .map(works -> Dose.share(version.exercises(), works))
                    .orElse(Dose.WHOLE);
        }

        Part settle(List<Day.Place> filled) {
            if (week.isEmpty()) {
                return part(why, places, filled);
            }
            if (!filled.isEmpty()) {
                of.gone++;
                return part(Why.TAKEN_DAY, places, filled);
            }
            boolean needed = week.get().daysLeft() <= of.quota - of.gone;
            if (needed) {
                of.gone++;
            }
            return part(needed ? Why.NEEDED_DAY : Why.FREE_DAY, needed ? version.timesADay() : 0, filled);
        }

        private Part part(Why because, int expected, List<Day.Place> filled) {
            return new Part(prescription(), version.number(), because, expected, filled, week);
        }
    }

    /// Whole figures of a prescription, or of days, at a standing.
    public static Figure figure(List<Day> days, Standing standing) {
        return days.stream().map(day -> Figure.of(day, standing)).reduce(Figure.NONE, Figure::plus);
    }

    /// Of one prescription only.
    public static Figure figure(List<Day> days, UUID prescription, Standing standing) {
        return days.stream()
                .flatMap(day -> day.parts().stream()
                        .filter(part -> part.prescription().equals(prescription))
                        .map(part -> Figure.of(day, part, standing)))
                .reduce(Figure.NONE, Figure::plus);
    }

    /// Pain around the sessions of these days.
    public static Pain pain(List<Day> days) {
        return Pain.mean(days);
    }
}
