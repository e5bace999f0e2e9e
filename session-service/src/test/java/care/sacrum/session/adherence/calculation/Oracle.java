package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Facts.Kind;
import care.sacrum.session.adherence.calculation.Facts.Plan;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Told;
import care.sacrum.session.adherence.calculation.Facts.Version;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The decision record, sentence by sentence, without any thought of speed: for every day it looks at all facts again.
/// It shares the words of the calculation and none of its steps.
final class Oracle {

    private final Facts facts;
    private final Instant knownAt;

    Oracle(Facts facts, Instant knownAt) {
        this.facts = facts;
        this.knownAt = knownAt;
    }

    /// What the oracle says of a day and a prescription.
    record Said(
            LocalDate day, UUID prescription, int expected, List<Integer> filled, boolean excused, boolean paused) {}

    /// What it says of a day.
    record SaidOfDay(LocalDate day, int extra, boolean rest) {}

    private record Verdict(Said said, boolean flexible, boolean available) {}

    private record Session(Told told, Optional<List<Work>> works) {}

    private final List<SaidOfDay> days = new ArrayList<>();

    List<SaidOfDay> days() {
        return days;
    }

    /// Of every day of these weeks.
    List<Said> weeks(LocalDate firstMonday, int weeks) {
        var all = new ArrayList<Said>();
        for (int week = 0; week < weeks; week++) {
            all.addAll(week(firstMonday.plusWeeks(week)));
        }
        return all;
    }

    private List<Said> week(LocalDate monday) {
        var plans = knownPlans();
        var said = new ArrayList<Said>();
        // First who took which day; a day of a flexible week has room while fewer days were taken than are asked for.
        var taken = new int[plans.size()];
        var verdicts = new ArrayList<List<Verdict>>();
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            var rooms = new ArrayList<Integer>();
            for (int p = 0; p < plans.size(); p++) {
                rooms.add(room(plans, p, day, monday, taken[p]));
            }
            var filled = fill(plans, day, rooms);
            var ofDay = new ArrayList<Verdict>();
            for (int p = 0; p < plans.size(); p++) {
                var plan = plans.get(p);
                if (covers(plan, day)) {
                    boolean available = isAvailable(plans, p, day);
                    boolean flexible = available && isFlexible(inForce(plan, day));
                    if (flexible && !filled.get(p).isEmpty()) {
                        taken[p]++;
                    }
                    int expected = flexible && filled.get(p).isEmpty() ? 0 : rooms.get(p);
                    ofDay.add(new Verdict(
                            new Said(
                                    day,
                                    plan.prescription(),
                                    expected,
                                    filled.get(p),
                                    isExcused(day)
                                            && !isReplaced(plans, p, day)
                                            && !isHeld(day)
                                            && !isPaused(plan, day),
                                    !isReplaced(plans, p, day) && (isHeld(day) || isPaused(plan, day))),
                            flexible,
                            available));
                }
            }
            verdicts.add(ofDay);
        }
        // Then what a flexible week lacks falls on its last days that were not taken.
        for (int p = 0; p < plans.size(); p++) {
            int lacking = quota(plans, p, monday) - taken[p];
            for (int i = 6; i >= 0 && lacking > 0; i--) {
                for (int v = 0; v < verdicts.get(i).size(); v++) {
                    var verdict = verdicts.get(i).get(v);
                    if (verdict.said.prescription.equals(plans.get(p).prescription())
                            && verdict.flexible
                            && verdict.said.filled.isEmpty()) {
                        var one = verdict.said;
                        verdicts.get(i)
                                .set(
                                        v,
                                        new Verdict(
                                                new Said(
                                                        one.day,
                                                        one.prescription,
                                                        inForce(plans.get(p), one.day)
                                                                .timesADay(),
                                                        one.filled,
                                                        one.excused,
                                                        one.paused),
                                                true,
                                                true));
                        lacking--;
                    }
                }
            }
        }
        verdicts.forEach(ofDay -> ofDay.forEach(verdict -> said.add(verdict.said)));
        return said;
    }

    private List<Plan> knownPlans() {
        var known = new ArrayList<Plan>();
        for (var plan : facts.plans()) {
            var versions = new ArrayList<Version>();
            for (var version : plan.versions()) {
                if (!version.recordedAt().isAfter(knownAt)) {
                    versions.add(version);
                }
            }
            if (!versions.isEmpty()) {
                known.add(new Plan(plan.prescription(), versions));
            }
        }
        known.sort(
                Comparator.comparing((Plan plan) -> plan.versions().getFirst().recordedAt())
                        .thenComparing(Plan::prescription));
        return known;
    }

    private LocalDate recordedOn(Version version) {
        return version.recordedAt().atZone(facts.homeZone()).toLocalDate();
    }

    private boolean covers(Plan plan, LocalDate day) {
        var latest = plan.versions().getLast();
        boolean tooLongAgo =
                ChronoUnit.DAYS.between(day, recordedOn(plan.versions().getFirst())) > 400;
        return !tooLongAgo
                && day.compareTo(latest.start()) >= 0
                && (latest.end().isEmpty() || day.compareTo(latest.end().get()) <= 0);
    }

    /// The last version recorded on that day or before; of days before all of them, the last of the first day.
    private Version inForce(Plan plan, LocalDate day) {
        Version found = null;
        for (var version : plan.versions()) {
            if (!recordedOn(version).isAfter(day)) {
                found = version;
            }
        }
        if (found == null) {
            for (var version : plan.versions()) {
                if (recordedOn(version).equals(recordedOn(plan.versions().getFirst()))) {
                    found = version;
                }
            }
        }
        return found;
    }

    private static boolean isFlexible(Version version) {
        return version.weekdays().isEmpty() && version.daysAWeek() != 7;
    }

    private boolean isReplaced(List<Plan> plans, int p, LocalDate day) {
        for (int newer = p + 1; newer < plans.size(); newer++) {
            boolean same = plans.get(newer)
                    .versions()
                    .getLast()
                    .programme()
                    .equals(plans.get(p).versions().getLast().programme());
            if (same && covers(plans.get(newer), day)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeld(LocalDate day) {
        for (var hold : facts.holds()) {
            var from = hold.heldAt().atZone(facts.homeZone()).toLocalDate();
            boolean begun = !hold.heldAt().isAfter(knownAt) && !day.isBefore(from);
            boolean over = hold.releasedAt().isPresent()
                    && !hold.releasedAt().get().isAfter(knownAt)
                    && day.isAfter(
                            hold.releasedAt().get().atZone(facts.homeZone()).toLocalDate());
            if (begun && !over) {
                return true;
            }
        }
        return false;
    }

    private boolean isPaused(Plan plan, LocalDate day) {
        for (var pause : plan.versions().getLast().pauses()) {
            if (!day.isBefore(pause.from())
                    && (pause.resumedOn().isEmpty()
                            || day.isBefore(pause.resumedOn().get()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isExcused(LocalDate day) {
        for (var excuse : facts.excuses()) {
            boolean told = !excuse.recordedAt().isAfter(knownAt);
            boolean taken = excuse.withdrawnAt().isPresent()
                    && !excuse.withdrawnAt().get().isAfter(knownAt);
            if (told && !taken && !day.isBefore(excuse.from()) && !day.isAfter(excuse.to())) {
                return true;
            }
        }
        return false;
    }

    private boolean isAvailable(List<Plan> plans, int p, LocalDate day) {
        return covers(plans.get(p), day)
                && !isReplaced(plans, p, day)
                && !isHeld(day)
                && !isPaused(plans.get(p), day)
                && !isExcused(day);
    }

    private int quota(List<Plan> plans, int p, LocalDate monday) {
        double sum = 0;
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            if (isAvailable(plans, p, day) && isFlexible(inForce(plans.get(p), day))) {
                sum += inForce(plans.get(p), day).daysAWeek() / 7.0;
            }
        }
        return (int) Math.round(sum);
    }

    private int room(List<Plan> plans, int p, LocalDate day, LocalDate monday, int taken) {
        if (!isAvailable(plans, p, day)) {
            return 0;
        }
        var version = inForce(plans.get(p), day);
        if (isFlexible(version)) {
            return taken < quota(plans, p, monday) ? version.timesADay() : 0;
        }
        boolean due = version.weekdays().isEmpty() || version.weekdays().contains(DayOfWeek.from(day));
        return due ? version.timesADay() : 0;
    }

    // --- sessions ---------------------------------------------------------------------------------------------------

    /// The shares that fill the room of each plan on that day; and, beside it, what is extra.
    private List<List<Integer>> fill(List<Plan> plans, LocalDate day, List<Integer> rooms) {
        var left = new ArrayList<>(sessionsOn(day));
        var filled = new ArrayList<List<List<Work>>>();
        var shares = new ArrayList<List<Integer>>();
        var order = new ArrayList<int[]>();
        plans.forEach(_ -> {
            filled.add(new ArrayList<>());
            shares.add(new ArrayList<>());
        });
        while (true) {
            Session bestSession = null;
            int bestPlan = -1;
            int best = 0;
            for (var session : left) {
                for (int p = 0; p < plans.size(); p++) {
                    if (covers(plans.get(p), day) && filled.get(p).size() < rooms.get(p)) {
                        int share = share(inForce(plans.get(p), day).exercises(), session.works);
                        // Earlier sessions and older prescriptions come first, so only a greater share is better.
                        if (share > best) {
                            best = share;
                            bestSession = session;
                            bestPlan = p;
                        }
                    }
                }
            }
            if (bestSession == null) {
                break;
            }
            left.remove(bestSession);
            filled.get(bestPlan).add(new ArrayList<>(bestSession.works.orElse(List.of())));
            shares.get(bestPlan).add(best);
            order.add(new int[] {bestPlan, filled.get(bestPlan).size() - 1});
        }
        int extra = 0;
        for (var session : left) {
            boolean joined = false;
            for (var place : order) {
                int present = shares.get(place[0]).get(place[1]);
                if (joined || present == 1000) {
                    continue;
                }
                var together = new ArrayList<>(filled.get(place[0]).get(place[1]));
                together.addAll(session.works.orElse(List.of()));
                int share = share(inForce(plans.get(place[0]), day).exercises(), Optional.of(together));
                if (share > present) {
                    filled.get(place[0]).set(place[1], together);
                    shares.get(place[0]).set(place[1], share);
                    joined = true;
                }
            }
            boolean useful = plans.stream().noneMatch(plan -> covers(plan, day))
                    || plans.stream()
                            .filter(plan -> covers(plan, day))
                            .anyMatch(plan -> share(inForce(plan, day).exercises(), session.works) > 0);
            extra += !joined && useful ? 1 : 0;
        }
        days.add(new SaidOfDay(day, extra, isRest(day)));
        return shares;
    }

    private List<Session> sessionsOn(LocalDate day) {
        var found = new ArrayList<Session>();
        for (var told : facts.reports()) {
            if (told.kind() == Kind.SESSION && counts(told, day) && !isRest(told)) {
                found.add(new Session(told, worksOf(told)));
            }
        }
        found.sort(Comparator.comparing((Session session) -> session.told.observedAt())
                .thenComparing(session -> session.told.id()));
        return found;
    }

    private boolean counts(Told told, LocalDate day) {
        var late = Duration.between(told.observedAt(), told.receivedAt());
        return !told.receivedAt().isAfter(knownAt)
                && told.localDay().equals(day)
                && late.compareTo(Duration.ofMinutes(-10)) >= 0
                && late.compareTo(Duration.ofDays(400)) <= 0;
    }

    private boolean isRest(LocalDate day) {
        return facts.reports().stream()
                .anyMatch(told -> told.kind() != Kind.CORRECTION && counts(told, day) && isRest(told));
    }

    private boolean isRest(Told told) {
        var rest = told.restDay();
        for (var correction : correctionsOf(told)) {
            rest = correction.restDay() == null ? rest : correction.restDay();
        }
        return rest != null && rest && worksOf(told).orElse(List.of()).isEmpty();
    }

    private Optional<List<Work>> worksOf(Told told) {
        var works = told.exercises();
        for (var correction : correctionsOf(told)) {
            works = correction.exercises().isPresent() ? correction.exercises() : works;
        }
        return works;
    }

    private List<Told> correctionsOf(Told original) {
        var found = new ArrayList<Told>();
        for (var told : facts.reports()) {
            if (told.kind() == Kind.CORRECTION
                    && !told.receivedAt().isAfter(knownAt)
                    && leadsTo(told, original, facts.reports().size())) {
                found.add(told);
            }
        }
        found.sort(Comparator.comparing((Told told) ->
                        told.observedAt().isAfter(original.observedAt()) ? told.observedAt() : told.receivedAt())
                .thenComparing(Told::receivedAt)
                .thenComparing(Told::id));
        return found;
    }

    private boolean leadsTo(Told correction, Told original, int steps) {
        if (correction.id().equals(original.id())) {
            return true;
        }
        if (correction.kind() != Kind.CORRECTION || steps == 0) {
            return false;
        }
        for (var told : facts.reports()) {
            if (correction.corrects().filter(told.id()::equals).isPresent()
                    && !told.receivedAt().isAfter(knownAt)) {
                return leadsTo(told, original, steps - 1);
            }
        }
        return false;
    }

    // --- shares, in exact fractions ---------------------------------------------------------------------------------

    private static int share(List<Dose> doses, Optional<List<Work>> works) {
        if (doses.isEmpty() || works.isEmpty()) {
            return 1000;
        }
        int sum = 0;
        for (var dose : doses) {
            sum += dose.eachSide()
                    ? thousandths(times(
                            plus(done(dose, works.get(), Side.LEFT), done(dose, works.get(), Side.RIGHT)),
                            new Fraction(1, 2)))
                    : thousandths(done(dose, works.get(), Side.BOTH));
        }
        return Math.floorDiv(sum, doses.size());
    }

    private static Fraction done(Dose dose, List<Work> works, Side side) {
        var sum = new Fraction(0, 1);
        for (var work : works) {
            boolean thisSide = side == Side.BOTH || work.side() == Side.BOTH || work.side() == side;
            if (work.exercise().equals(dose.exercise()) && thisSide) {
                sum = plus(
                        sum,
                        times(
                                times(part(work.sets(), dose.sets()), part(work.repetitions(), dose.repetitions())),
                                part(
                                        work.holdMillis(),
                                        dose.holdSeconds() == null
                                                ? null
                                                : Integer.valueOf(dose.holdSeconds() * 1000))));
            }
        }
        return atMost1(sum);
    }

    private static Fraction part(Integer done, Integer asked) {
        return done == null || asked == null ? new Fraction(1, 1) : atMost1(new Fraction(done, asked));
    }

    private record Fraction(BigInteger above, BigInteger below) {
        Fraction(long above, long below) {
            this(BigInteger.valueOf(above), BigInteger.valueOf(below));
        }
    }

    private static Fraction plus(Fraction a, Fraction b) {
        return new Fraction(a.above.multiply(b.below).add(b.above.multiply(a.below)), a.below.multiply(b.below));
    }

    private static Fraction times(Fraction a, Fraction b) {
        return new Fraction(a.above.multiply(b.above), a.below.multiply(b.below));
    }

    private static Fraction atMost1(Fraction a) {
        return a.above.compareTo(a.below) > 0 ? new Fraction(1, 1) : a;
    }

    private static int thousandths(Fraction a) {
        return a.above.multiply(BigInteger.valueOf(1000)).divide(a.below).intValueExact();
    }

    // --- at a moment ------------------------------------------------------------------------------------------------

    LocalDate today() {
        return knownAt.atZone(whereabouts()).toLocalDate();
    }

    private java.time.ZoneId whereabouts() {
        Told latest = null;
        for (var told : facts.reports()) {
            if (counts(told, told.localDay())
                    && (latest == null
                            || told.observedAt().isAfter(latest.observedAt())
                            || told.observedAt().equals(latest.observedAt())
                                    && told.id().compareTo(latest.id()) > 0)) {
                latest = told;
            }
        }
        return latest == null ? facts.homeZone() : latest.zone();
    }

    private boolean heardFromAfter(LocalDate day) {
        return facts.reports().stream()
                .filter(told -> !told.receivedAt().isAfter(knownAt))
                .anyMatch(told ->
                        told.receivedAt().atZone(whereabouts()).toLocalDate().isAfter(day));
    }

    /// In the order of [Figure]: expected, done, partial, earned, missed, notYetKnown, open, extra.
    List<Integer> figure(List<Said> said, List<SaidOfDay> ofDays, LocalDate from, LocalDate to) {
        int done = 0;
        int partial = 0;
        int earned = 0;
        int missed = 0;
        int unknown = 0;
        int open = 0;
        for (var one : said) {
            if (one.day.isBefore(from) || one.day.isAfter(to) || one.day.isAfter(today())) {
                continue;
            }
            for (int share : one.filled) {
                done += share == 1000 ? 1 : 0;
                partial += share == 1000 ? 0 : 1;
                earned += share;
            }
            int unfilled = one.expected - one.filled.size();
            if (one.day.equals(today())) {
                open += unfilled;
            } else if (heardFromAfter(one.day)) {
                missed += unfilled;
            } else {
                unknown += unfilled;
            }
        }
        int extra = 0;
        for (var day : ofDays) {
            extra += day.day.isBefore(from) || day.day.isAfter(to) || day.day.isAfter(today()) ? 0 : day.extra;
        }
        return List.of(done + partial + missed + unknown, done, partial, earned, missed, unknown, open, extra);
    }
}
