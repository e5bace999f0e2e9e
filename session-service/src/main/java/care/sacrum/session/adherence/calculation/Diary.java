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
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A patient's days, week by week.
///
/// Every week is reckoned from the facts of that ISO week alone, corrections and pauses among them: what arrives late
/// changes the days of its own week and no other. Where days are free to choose, any of that week may change.
public final class Diary {

    /// Of the way days are reckoned. Another way is another version, and kept days are reckoned anew.
    public static final int CALCULATION_VERSION = 4;

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
        var dates = monday.datesUntil(monday.plusWeeks(1)).toList();
        var offers = dates.stream()
                .map(day -> weeks.stream()
                        .map(week -> week.offer(day))
                        .flatMap(Optional::stream)
                        .toList())
                .toList();
        var freeDays = new FreeDays(offers, dates.stream().map(sessions::on).toList());
        for (int i = 0; i < DAYS_OF_A_WEEK; i++) {
            for (var offer : offers.get(i)) {
                if (offer.isFree() && !freeDays.on(i).filled(offer).isEmpty()) {
                    offer.of.taken.add(dates.get(i));
                }
            }
        }
        weeks.forEach(CourseWeek::settle);
        var days = new ArrayList<Day>(DAYS_OF_A_WEEK);
        for (int i = 0; i < DAYS_OF_A_WEEK; i++) {
            days.add(day(dates.get(i), offers.get(i), freeDays.on(i)));
        }
        return days;
    }

    private Day day(LocalDate day, List<Offer> offers, Matching matching) {
        var logged = new ArrayList<>(matching.logged());
        for (var session : sessions.restingOn(day)) {
            logged.add(Matching.logged(session, Became.REST_DAY, null, 0));
        }
        logged.sort(Comparator.comparing(Day.Logged::observedAt).thenComparing(Day.Logged::report));
        for (var session : sessions.uncertainOn(day)) {
            logged.add(Matching.logged(session, Became.DATE_UNCERTAIN, null, 0));
        }
        var parts = offers.stream()
                .map(offer -> offer.of.part(day, offer, matching.filled(offer)))
                .toList();
        return new Day(day, parts, logged, sessions.restOn(day), sessions.painsOn(day));
    }

    /// The ISO week of one course, and what becomes of its days where the patient chooses them.
    private final class CourseWeek {

        private final Course course;
        private final List<LocalDate> dates;

        /// Days that the patient may choose, but for pauses, holds and excuses.
        private final List<LocalDate> free;

        private final List<LocalDate> choosable;
        private final int asked;
        private final int askedOfAll;
        /// Each session is of one day, and so of one version.
        private final Map<Sessions.Session, Integer> shares = new IdentityHashMap<>();

        private final Set<LocalDate> taken = new HashSet<>();
        private final Set<LocalDate> needed = new HashSet<>();

        CourseWeek(Course course, LocalDate monday) {
            this.course = course;
            this.dates = monday.datesUntil(monday.plusWeeks(1)).toList();
            this.free = days(day ->
                    course.covers(day) && course.inForceOn(day).isFlexible() && away(course, day) != Why.REPLACED);
            choosable = free.stream().filter(day -> away(course, day) == null).toList();
            // So many days of seven for each, to the nearest whole number of days; of what is left of them once some
            // fell away no more than is whole, or illness would make a miss.
            askedOfAll = (2 * sevenths(free) + DAYS_OF_A_WEEK) / (2 * DAYS_OF_A_WEEK);
            asked = choosable.size() == free.size() ? askedOfAll : sevenths(choosable) / DAYS_OF_A_WEEK;
        }

        private int sevenths(List<LocalDate> of) {
            return of.stream()
                    .mapToInt(day -> course.inForceOn(day).daysAWeek())
                    .sum();
        }

        private List<LocalDate> days(Predicate<LocalDate> which) {
            return dates.stream().filter(which).toList();
        }

        boolean coversAny() {
            return !days(course::covers).isEmpty();
        }

        Optional<Offer> offer(LocalDate day) {
            if (!course.covers(day)) {
                return Optional.empty();
            }
            var version = course.inForceOn(day);
            var away = away(course, day);
            if (away != null) {
                return Optional.of(new Offer(this, version, away, 0));
            }
            if (version.isFlexible()) {
                return Optional.of(new Offer(this, version, Why.FREE_DAY, version.timesADay()));
            }
            boolean due = version.isDueOn(day.getDayOfWeek());
            return Optional.of(new Offer(
                    this, version, due ? Why.PLANNED_DAY : Why.NO_PLANNED_DAY, due ? version.timesADay() : 0));
        }

        /// What was not taken is needed on the last days. A day that would have been free, had no day fallen away, is
        /// free still.
        void settle() {
            int lacking = asked - taken.size();
            int lackingOfAll = askedOfAll - taken.size();
            for (var day : free.reversed()) {
                if (!taken.contains(day) && lackingOfAll > 0) {
                    lackingOfAll--;
                    if (lacking > 0 && choosable.contains(day)) {
                        lacking--;
                        needed.add(day);
                    }
                }
            }
        }

        Part part(LocalDate day, Offer offer, List<Day.Place> filled) {
            if (!offer.isFree()) {
                return offer.part(offer.why, offer.places, filled, Optional.empty());
            }
            int gone = days(other -> other.isBefore(day) && (taken.contains(other) || needed.contains(other)))
                    .size();
            int left = (int)
                    choosable.stream().filter(other -> !other.isBefore(day)).count();
            var week = Optional.of(new WeekQuota(asked, gone, left));
            var why = taken.contains(day) ? Why.TAKEN_DAY : needed.contains(day) ? Why.NEEDED_DAY : Why.FREE_DAY;
            return offer.part(why, why.expects() ? offer.places : 0, filled, week);
        }
    }

    /// What a course has room for on a day.
    ///
    /// @param places sessions that may count, where the patient chooses the day if it is chosen
    record Offer(CourseWeek of, Version version, Why why, int places) {

        /// Whatever was planned for a day can be done on no other. On a day there is no more than one prescription of a
        /// programme that has room.
        static final Comparator<Offer> PLANNED_FIRST = Comparator.comparing(Offer::isFree)
                .thenComparing(Offer::programme)
                .thenComparing(Offer::prescription);

        UUID prescription() {
            return of.course.prescription;
        }

        String programme() {
            return of.course.latest.programme();
        }

        /// Whether it is for the patient to choose.
        boolean isFree() {
            return why == Why.FREE_DAY;
        }

        /// Of the week, where the patient chooses them.
        int daysAsked() {
            return of.asked;
        }

        /// So many may count if all of them are wholly done: an excuse takes away nothing that was.
        int daysAtMost() {
            return of.askedOfAll;
        }

        int share(Sessions.Session session) {
            return of.shares.computeIfAbsent(
                    session,
                    _ -> session.works()
                            .map(works -> Dose.share(version.exercises(), works))
                            .orElse(Dose.WHOLE));
        }

        private Part part(Why because, int expected, List<Day.Place> filled, Optional<WeekQuota> week) {
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
