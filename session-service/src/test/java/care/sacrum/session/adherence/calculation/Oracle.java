package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Day.Became;
import care.sacrum.session.adherence.calculation.Day.WeekQuota;
import care.sacrum.session.adherence.calculation.Day.Why;
import care.sacrum.session.adherence.calculation.Facts.Kind;
import care.sacrum.session.adherence.calculation.Facts.Plan;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Told;
import care.sacrum.session.adherence.calculation.Facts.Version;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/// The decision record, sentence by sentence, without any thought of speed: for every day it looks at all facts again.
/// It shares the words of the calculation and none of its steps.
final class Oracle {

    private final Facts facts;
    private final Instant knownAt;
    private final LocalDate today;
    private final Optional<LocalDate> heardFromOn;

    Oracle(Facts facts, Instant knownAt) {
        this.facts = facts;
        this.knownAt = knownAt;
        var whereabouts = whereabouts();
        this.today = knownAt.atZone(whereabouts).toLocalDate();
        this.heardFromOn = facts.reports().stream()
                .filter(told -> !told.receivedAt().isAfter(knownAt))
                // Typed in at the practice: the phone was not there.
                .filter(told -> !told.onBehalf())
                .map(told -> told.receivedAt().atZone(whereabouts).toLocalDate())
                .max(Comparator.naturalOrder());
    }

    /// What the oracle says of a day and a prescription.
    record Said(
            LocalDate day,
            UUID prescription,
            long version,
            Why why,
            int expected,
            List<Integer> filled,
            Optional<WeekQuota> week) {}

    /// What it says of a day.
    record SaidOfDay(LocalDate day, int extra, boolean rest, List<SaidOfSession> sessions, Pain pain) {}

    /// What became of a session, and what it counts for.
    record SaidOfSession(UUID report, Became became, Optional<UUID> prescription, int share) {}

    private record Session(Told told, Optional<List<Work>> works) {}

    /// What it makes of a day and of the weeks and months up to it.
    ///
    /// @param weekPercent of a hundred known sessions, so many whole ones; -1 where nothing is known
    record Figures(
            LocalDate day,
            Status status,
            Figure ofDay,
            Figure ofWeek,
            int weekPercent,
            Figure ofMonth,
            int monthPercent,
            Trend trend) {}

    private final List<Said> said = new ArrayList<>();
    private final Map<LocalDate, List<Said>> byDay = new HashMap<>();
    private final Map<LocalDate, SaidOfDay> days = new TreeMap<>();

    List<SaidOfDay> days() {
        return List.copyOf(days.values());
    }

    /// Of every day of these weeks; the figures are of these as well.
    List<Said> weeks(LocalDate firstMonday, int weeks) {
        for (int week = 0; week < weeks; week++) {
            said.addAll(week(firstMonday.plusWeeks(week)));
        }
        said.forEach(
                one -> byDay.computeIfAbsent(one.day, _ -> new ArrayList<>()).add(one));
        return said;
    }

    private List<Said> week(LocalDate monday) {
        var plans = knownPlans();
        // First who took which day; a day of a flexible week has room while fewer days were taken than are asked for.
        var taken = new int[plans.size()];
        var filled = new ArrayList<List<List<Integer>>>();
        var rooms = new ArrayList<List<Integer>>();
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            var room = new ArrayList<Integer>();
            for (int p = 0; p < plans.size(); p++) {
                room.add(room(plans, p, day, monday, taken[p]));
            }
            rooms.add(room);
            filled.add(fill(plans, day, room));
            for (int p = 0; p < plans.size(); p++) {
                taken[p] += isChosen(plans, p, day) && !filled.get(i).get(p).isEmpty() ? 1 : 0;
            }
        }
        // Then what a flexible week lacks falls on its last days that were not taken.
        var needed = new boolean[plans.size()][7];
        for (int p = 0; p < plans.size(); p++) {
            int lacking = quota(plans, p, monday) - taken[p];
            for (int i = 6; i >= 0 && lacking > 0; i--) {
                if (isChosen(plans, p, monday.plusDays(i))
                        && filled.get(i).get(p).isEmpty()) {
                    needed[p][i] = true;
                    lacking--;
                }
            }
        }
        var said = new ArrayList<Said>();
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            for (int p = 0; p < plans.size(); p++) {
                if (covers(plans.get(p), day)) {
                    var shares = filled.get(i).get(p);
                    var why = why(plans, p, day, !shares.isEmpty(), needed[p][i]);
                    var version = inForce(plans.get(p), day);
                    int expected = why == Why.NEEDED_DAY
                            ? version.timesADay()
                            : rooms.get(i).get(p);
                    said.add(new Said(
                            day,
                            plans.get(p).prescription(),
                            version.number(),
                            why,
                            why == Why.FREE_DAY ? 0 : expected,
                            shares,
                            isChosen(plans, p, day)
                                    ? Optional.of(week(plans, p, day, filled, needed[p]))
                                    : Optional.empty()));
                }
            }
        }
        return said;
    }

    private WeekQuota week(List<Plan> plans, int p, LocalDate day, List<List<List<Integer>>> filled, boolean[] needed) {
        var monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        int gone = 0;
        int left = 0;
        for (int i = 0; i < 7; i++) {
            if (isChosen(plans, p, monday.plusDays(i))) {
                boolean before = monday.plusDays(i).isBefore(day);
                gone += before && (needed[i] || !filled.get(i).get(p).isEmpty()) ? 1 : 0;
                left += before ? 0 : 1;
            }
        }
        return new WeekQuota(quota(plans, p, monday), gone, left);
    }

    private Why why(List<Plan> plans, int p, LocalDate day, boolean taken, boolean needed) {
        if (isReplaced(plans, p, day)) {
            return Why.REPLACED;
        }
        if (isHeld(day)) {
            return Why.ON_HOLD;
        }
        if (isPaused(plans.get(p), day)) {
            return Why.PAUSED;
        }
        if (isExcused(day)) {
            return Why.EXCUSED;
        }
        if (isChosen(plans, p, day)) {
            return taken ? Why.TAKEN_DAY : needed ? Why.NEEDED_DAY : Why.FREE_DAY;
        }
        return isDue(inForce(plans.get(p), day), day) ? Why.PLANNED_DAY : Why.NO_PLANNED_DAY;
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

    /// Whether the patient may do it on that day or on another.
    private boolean isChosen(List<Plan> plans, int p, LocalDate day) {
        return isAvailable(plans, p, day) && isFlexible(inForce(plans.get(p), day));
    }

    private static boolean isDue(Version version, LocalDate day) {
        return version.weekdays().isEmpty() || version.weekdays().contains(DayOfWeek.from(day));
    }

    private int quota(List<Plan> plans, int p, LocalDate monday) {
        double sum = 0;
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            if (isChosen(plans, p, day)) {
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
        return isDue(version, day) ? version.timesADay() : 0;
    }

    // --- sessions ---------------------------------------------------------------------------------------------------

    /// The shares that fill the room of each plan on that day; and, beside it, what is extra.
    private List<List<Integer>> fill(List<Plan> plans, LocalDate day, List<Integer> rooms) {
        var left = new ArrayList<>(sessionsOn(day));
        var filled = new ArrayList<List<List<Work>>>();
        var shares = new ArrayList<List<Integer>>();
        var order = new ArrayList<int[]>();
        var became = new HashMap<UUID, SaidOfSession>();
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
            var id = bestSession.told.id();
            became.put(
                    id,
                    new SaidOfSession(
                            id, Became.COUNTED, Optional.of(plans.get(bestPlan).prescription()), best));
        }
        int extra = 0;
        for (var session : left) {
            var id = session.told.id();
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
                    int alone = share(inForce(plans.get(place[0]), day).exercises(), session.works);
                    became.put(
                            id,
                            new SaidOfSession(
                                    id,
                                    Became.JOINED,
                                    Optional.of(plans.get(place[0]).prescription()),
                                    alone));
                    filled.get(place[0]).set(place[1], together);
                    shares.get(place[0]).set(place[1], share);
                    joined = true;
                }
            }
            boolean didNothing =
                    session.works.isPresent() && session.works.get().isEmpty();
            boolean useful = !didNothing && plans.stream().noneMatch(plan -> covers(plan, day))
                    || plans.stream()
                            .filter(plan -> covers(plan, day))
                            .anyMatch(plan -> share(inForce(plan, day).exercises(), session.works) > 0);
            extra += !joined && useful ? 1 : 0;
            if (!joined) {
                int alone = 0;
                for (var plan : plans) {
                    if (covers(plan, day)) {
                        alone = Math.max(alone, share(inForce(plan, day).exercises(), session.works));
                    }
                }
                became.put(
                        id,
                        new SaidOfSession(id, useful ? Became.EXTRA : Became.OTHER_EXERCISES, Optional.empty(), alone));
            }
        }
        var sessions = new ArrayList<SaidOfSession>();
        sessionsOn(day).forEach(session -> sessions.add(became.get(session.told.id())));
        facts.reports().stream()
                .filter(told -> told.kind() == Kind.SESSION
                        && told.localDay().equals(day)
                        && !told.receivedAt().isAfter(knownAt)
                        && !counts(told, day)
                        && !isRest(told))
                .sorted(Comparator.comparing(Told::observedAt).thenComparing(Told::id))
                .map(told -> new SaidOfSession(told.id(), Became.DATE_UNCERTAIN, Optional.empty(), 0))
                .forEach(sessions::add);
        days.put(day, new SaidOfDay(day, extra, isRest(day), sessions, pain(day)));
        return shares;
    }

    // --- pain -------------------------------------------------------------------------------------------------------

    /// The worst that is told of a day with a session: by what was reported of the day, and on the morning after.
    private Pain pain(LocalDate day) {
        if (sessionsOn(day).isEmpty()) {
            return Pain.UNTOLD;
        }
        Double before = null;
        Double after = null;
        Double nextMorning = null;
        for (var told : facts.reports()) {
            if (told.kind() == Kind.SESSION && counts(told, day)) {
                var pain = painOf(told);
                before = worst(before, pain.before());
                after = worst(after, pain.after());
                nextMorning = worst(nextMorning, pain.nextMorning());
            }
            if (told.kind() == Kind.CHECK_IN && counts(told, day.plusDays(1))) {
                nextMorning = worst(nextMorning, painOf(told).nextMorning());
            }
        }
        return new Pain(before, after, nextMorning);
    }

    /// Of each the latest that tells it.
    private Pain painOf(Told told) {
        var before = told.pain().before();
        var after = told.pain().after();
        var nextMorning = told.pain().nextMorning();
        for (var correction : correctionsOf(told)) {
            var pain = correction.pain();
            before = pain.before() != null ? pain.before() : before;
            after = pain.after() != null ? pain.after() : after;
            nextMorning = pain.nextMorning() != null ? pain.nextMorning() : nextMorning;
        }
        return new Pain(before, after, nextMorning);
    }

    private static Double worst(Double one, Double other) {
        return other == null || one != null && one > other ? one : other;
    }

    private Double mean(LocalDate from, LocalDate to, Function<Pain, Double> which) {
        var told = new ArrayList<BigDecimal>();
        for (var day : days.values()) {
            var pain = which.apply(day.pain);
            if (!day.day.isBefore(from) && !day.day.isAfter(to) && pain != null) {
                told.add(new BigDecimal(pain.toString()));
            }
        }
        return told.isEmpty()
                ? null
                : Double.valueOf(told.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(told.size()), 1, RoundingMode.HALF_UP)
                        .doubleValue());
    }

    /// The mean of the days that tell it.
    Pain pain(LocalDate from, LocalDate to) {
        return new Pain(mean(from, to, Pain::before), mean(from, to, Pain::after), mean(from, to, Pain::nextMorning));
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
        if (works.isPresent() && works.get().isEmpty()) {
            return 0;
        }
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
        return today;
    }

    /// The phone's first word of a later day.
    Optional<Instant> heardAfter(LocalDate day) {
        Instant first = null;
        for (var told : facts.reports()) {
            boolean later =
                    told.receivedAt().atZone(whereabouts()).toLocalDate().isAfter(day);
            boolean known = !told.receivedAt().isAfter(knownAt) && !told.onBehalf();
            if (later && known && (first == null || told.receivedAt().isBefore(first))) {
                first = told.receivedAt();
            }
        }
        return Optional.ofNullable(first);
    }

    private ZoneId whereabouts() {
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

    /// Of some days and all their prescriptions, and what was extra.
    Figure figure(LocalDate from, LocalDate to) {
        int extra = 0;
        var ofDays = new ArrayList<Said>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            extra += day.isAfter(today) || !days.containsKey(day) ? 0 : days.get(day).extra;
            ofDays.addAll(saidOf(day));
        }
        return figure(ofDays, extra);
    }

    private List<Said> saidOf(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    /// Of one prescription, to which nothing extra belongs.
    Figure figure(UUID prescription) {
        return figure(
                said.stream()
                        .filter(one -> one.prescription.equals(prescription))
                        .toList(),
                0);
    }

    private Figure figure(List<Said> of, int extra) {
        int done = 0;
        int partial = 0;
        int earned = 0;
        int missed = 0;
        int unknown = 0;
        int open = 0;
        var excused = new HashSet<LocalDate>();
        var paused = new HashSet<LocalDate>();
        for (var one : of) {
            if (one.day.isAfter(today)) {
                continue;
            }
            for (int share : one.filled) {
                done += share == 1000 ? 1 : 0;
                partial += share == 1000 ? 0 : 1;
                earned += share;
            }
            int unfilled = one.expected - one.filled.size();
            if (one.day.equals(today)) {
                open += unfilled;
            } else if (heardFromOn.isPresent() && heardFromOn.get().isAfter(one.day)) {
                missed += unfilled;
            } else {
                unknown += unfilled;
            }
            if (one.why == Why.EXCUSED) {
                excused.add(one.day);
            }
            if (one.why == Why.PAUSED || one.why == Why.ON_HOLD) {
                paused.add(one.day);
            }
        }
        return new Figure(
                done + partial + missed + unknown,
                done,
                partial,
                earned,
                missed,
                unknown,
                open,
                extra,
                excused.size(),
                paused.size());
    }

    /// Of each of these days.
    List<Figures> figures(LocalDate from, LocalDate to) {
        var figures = new ArrayList<Figures>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var ofWeek = figure(day.minusDays(6), day);
            var ofMonth = figure(day.minusDays(29), day);
            figures.add(new Figures(
                    day,
                    status(day),
                    figure(day, day),
                    ofWeek,
                    percent(ofWeek),
                    ofMonth,
                    percent(ofMonth),
                    trend(day)));
        }
        return figures;
    }

    static int percent(Figure figure) {
        int known = figure.done() + figure.partial() + figure.missed();
        return known == 0
                ? -1
                : new BigDecimal(figure.earned())
                        .divide(new BigDecimal(10 * known), 0, RoundingMode.FLOOR)
                        .intValueExact();
    }

    /// The fourteen days up to that one against the fourteen before; fifteen points make a difference.
    private Trend trend(LocalDate day) {
        var now = figure(day.minusDays(13), day);
        var before = figure(day.minusDays(27), day.minusDays(14));
        for (var each : List.of(now, before)) {
            if (each.done() + each.partial() + each.missed() < 3) {
                return Trend.UNKNOWN;
            }
        }
        int gained = percent(now) - percent(before);
        return gained > 14 ? Trend.IMPROVED : gained < -14 ? Trend.FELL_OFF : Trend.STEADY;
    }

    /// Days on which something is known, all of it, and nothing was missed: those between two days of missing.
    Streak streak(LocalDate from, LocalDate to) {
        var stretches = new ArrayList<Integer>();
        int good = 0;
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var figure = figure(day, day);
            if (figure.missed() > 0) {
                stretches.add(good);
                good = 0;
            } else if (figure.expected() > 0 && figure.notYetKnown() == 0 && figure.open() == 0) {
                good++;
            }
        }
        stretches.add(good);
        return new Streak(stretches.getLast(), Collections.max(stretches));
    }

    private Status status(LocalDate day) {
        var figure = figure(day, day);
        if (figure.open() > 0) {
            return Status.OPEN;
        }
        if (figure.notYetKnown() > 0) {
            return Status.NOT_YET_KNOWN;
        }
        if (figure.expected() > 0) {
            return figure.done() == figure.expected()
                    ? Status.DONE
                    : figure.earned() == 0 ? Status.MISSED : Status.PARTIAL;
        }
        var whys =
                said.stream().filter(one -> one.day.equals(day)).map(Said::why).toList();
        if (whys.contains(Why.EXCUSED)) {
            return Status.EXCUSED;
        }
        return whys.contains(Why.PAUSED) || whys.contains(Why.ON_HOLD) ? Status.PAUSED : Status.FREE;
    }
}
