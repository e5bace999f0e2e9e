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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        // Every way to choose the days of those prescriptions that leave them to the patient, one after the other.
        var ways = new ArrayList<List<Way>>();
        for (int i = 0; i < 7; i++) {
            ways.add(ways(plans, monday.plusDays(i)));
        }
        var quotas = new int[plans.size()];
        var wholeQuotas = new int[plans.size()];
        for (int p = 0; p < plans.size(); p++) {
            quotas[p] = quota(plans, p, monday);
            wholeQuotas[p] = wholeQuota(plans, p, monday);
        }
        var week = new EveryWeek(ways, quotas, wholeQuotas).best();
        var filled = new ArrayList<List<List<Integer>>>();
        for (int i = 0; i < 7; i++) {
            filled.add(week.get(i).shares);
            days.put(monday.plusDays(i), week.get(i).said);
        }
        var said = new ArrayList<Said>();
        var neededOfEach = new ArrayList<boolean[]>();
        for (int p = 0; p < plans.size(); p++) {
            neededOfEach.add(needed(plans, p, monday, filled));
        }
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            for (int p = 0; p < plans.size(); p++) {
                if (covers(plans.get(p), day)) {
                    var shares = filled.get(i).get(p);
                    var needed = neededOfEach.get(p);
                    var why = why(plans, p, day, !shares.isEmpty(), needed[i]);
                    var version = inForce(plans.get(p), day);
                    said.add(new Said(
                            day,
                            plans.get(p).prescription(),
                            version.number(),
                            why,
                            List.of(Why.PLANNED_DAY, Why.TAKEN_DAY, Why.NEEDED_DAY)
                                            .contains(why)
                                    ? version.timesADay()
                                    : 0,
                            shares,
                            isChosen(plans, p, day)
                                    ? Optional.of(week(plans, p, day, filled, needed))
                                    : Optional.empty()));
                }
            }
        }
        return said;
    }

    /// What a flexible week lacks falls on its last days that were not taken; and on none that had been free if nobody
    /// had been away.
    private boolean[] needed(List<Plan> plans, int p, LocalDate monday, List<List<List<Integer>>> filled) {
        int taken = 0;
        for (int i = 0; i < 7; i++) {
            taken += isChosen(plans, p, monday.plusDays(i))
                            && !filled.get(i).get(p).isEmpty()
                    ? 1
                    : 0;
        }
        var neededIfNobodyWereAway = new HashSet<Integer>();
        for (int i = 6; i >= 0; i--) {
            if (isFree(plans, p, monday.plusDays(i))
                    && filled.get(i).get(p).isEmpty()
                    && neededIfNobodyWereAway.size() < wholeQuota(plans, p, monday) - taken) {
                neededIfNobodyWereAway.add(i);
            }
        }
        var needed = new boolean[7];
        int lacking = quota(plans, p, monday) - taken;
        for (int i = 6; i >= 0 && lacking > 0; i--) {
            if (neededIfNobodyWereAway.contains(i) && isChosen(plans, p, monday.plusDays(i))) {
                needed[i] = true;
                lacking--;
            }
        }
        return needed;
    }

    /// The days on which some of these prescriptions are open, and what comes of it.
    ///
    /// @param whole those that are wholly done
    private record Way(Set<Integer> open, Set<Integer> whole, int sum, List<List<Integer>> shares, SaidOfDay said) {}

    private List<Way> ways(List<Plan> plans, LocalDate day) {
        var ways = new ArrayList<Way>();
        var sessions = sessionsOn(day);
        boolean rest = isRest(day);
        var pain = pain(day);
        var free = inOrder(plans).stream()
                .filter(p -> !sessions.isEmpty() && isChosen(plans, p, day))
                .toList();
        for (var open : subsets(free)) {
            var way = fill(plans, day, open, new ArrayList<>(sessions), rest, pain);
            if (open.stream().noneMatch(p -> way.shares.get(p).isEmpty())) {
                ways.add(way);
            }
        }
        return ways;
    }

    /// Those with the first before those without it.
    private static List<Set<Integer>> subsets(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(Set.of());
        }
        var subsets = new ArrayList<Set<Integer>>();
        var others = subsets(of.subList(1, of.size()));
        for (var other : others) {
            var with = new HashSet<>(other);
            with.add(of.getFirst());
            subsets.add(with);
        }
        subsets.addAll(others);
        return subsets;
    }

    /// The first of those that bring the greatest sum. No prescription has more days than its week asks for, but where
    /// days fell away as many as without that, if each of them is wholly done.
    private static final class EveryWeek {
        private final List<List<Way>> ways;
        private final int[] quotas;
        private final int[] wholeQuotas;
        private final List<Way> chosen = new ArrayList<>();
        private List<Way> best = List.of();
        private int most = -1;

        EveryWeek(List<List<Way>> ways, int[] quotas, int[] wholeQuotas) {
            this.ways = ways;
            this.quotas = quotas;
            this.wholeQuotas = wholeQuotas;
        }

        List<Way> best() {
            from(0);
            return best;
        }

        private void from(int sum) {
            if (chosen.size() == 7) {
                if (sum > most) {
                    most = sum;
                    best = List.copyOf(chosen);
                }
                return;
            }
            for (var way : ways.get(chosen.size())) {
                chosen.add(way);
                if (way.open.stream().allMatch(this::isAllowed)) {
                    from(sum + way.sum);
                }
                chosen.removeLast();
            }
        }

        private boolean isAllowed(int p) {
            int taken = 0;
            boolean whole = true;
            for (var way : chosen) {
                taken += way.open.contains(p) ? 1 : 0;
                whole &= !way.open.contains(p) || way.whole.contains(p);
            }
            return taken <= (whole ? wholeQuotas[p] : quotas[p]);
        }
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

    /// Whether the patient might, were it not for a pause, a hold or an excuse.
    private boolean isFree(List<Plan> plans, int p, LocalDate day) {
        return covers(plans.get(p), day) && !isReplaced(plans, p, day) && isFlexible(inForce(plans.get(p), day));
    }

    private int wholeQuota(List<Plan> plans, int p, LocalDate monday) {
        return sevenths(plans, p, monday, day -> isFree(plans, p, day))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /// Of a week from which days fell away, no more than is whole.
    private int quota(List<Plan> plans, int p, LocalDate monday) {
        boolean shortened = false;
        for (int i = 0; i < 7; i++) {
            shortened |= isFree(plans, p, monday.plusDays(i)) && !isChosen(plans, p, monday.plusDays(i));
        }
        return shortened
                ? sevenths(plans, p, monday, day -> isChosen(plans, p, day))
                        .setScale(0, RoundingMode.FLOOR)
                        .intValueExact()
                : wholeQuota(plans, p, monday);
    }

    private BigDecimal sevenths(List<Plan> plans, int p, LocalDate monday, Predicate<LocalDate> which) {
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            sum += which.test(day) ? inForce(plans.get(p), day).daysAWeek() : 0;
        }
        return new BigDecimal(sum).divide(new BigDecimal(7), 10, RoundingMode.FLOOR);
    }

    private int room(List<Plan> plans, int p, LocalDate day, Set<Integer> open) {
        if (!isAvailable(plans, p, day)) {
            return 0;
        }
        var version = inForce(plans.get(p), day);
        boolean counts = isFlexible(version) ? open.contains(p) : isDue(version, day);
        return counts ? version.timesADay() : 0;
    }

    /// Programmes by their names, and where one of them twice, by the prescription.
    private static List<Integer> inOrder(List<Plan> plans) {
        return IntStream.range(0, plans.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer p) -> plans.get(p).versions().getLast().programme())
                        .thenComparing(p -> plans.get(p).prescription()))
                .toList();
    }

    // --- sessions ---------------------------------------------------------------------------------------------------

    /// The shares that fill the room of each plan on that day, by every way to give each session to one of them or to
    /// none; what is left over fills up what is partial.
    private Way fill(
            List<Plan> plans, LocalDate day, Set<Integer> open, List<Session> sessions, boolean rest, Pain pain) {
        var rooms = new int[plans.size()];
        for (int p = 0; p < plans.size(); p++) {
            rooms[p] = room(plans, p, day, open);
        }
        var order = new ArrayList<Integer>();
        inOrder(plans).stream()
                .filter(p -> rooms[p] > 0 && !isFlexible(inForce(plans.get(p), day)))
                .forEach(order::add);
        inOrder(plans).stream()
                .filter(p -> rooms[p] > 0 && isFlexible(inForce(plans.get(p), day)))
                .forEach(order::add);
        var shares = new HashMap<UUID, int[]>();
        for (var session : sessions) {
            var ofSession = new int[plans.size()];
            for (int p = 0; p < plans.size(); p++) {
                ofSession[p] = covers(plans.get(p), day)
                        ? share(inForce(plans.get(p), day).exercises(), session.works)
                        : 0;
            }
            shares.put(session.told.id(), ofSession);
        }
        sessions.sort(moreFirst(order, shares));
        var given = bestGiven(sessions, 0, order, shares, rooms);

        var became = new HashMap<UUID, SaidOfSession>();
        var places = new ArrayList<Place>();
        for (int i = 0; i < sessions.size(); i++) {
            int p = given.get(i);
            var id = sessions.get(i).told.id();
            if (p >= 0) {
                int share = shares.get(id)[p];
                places.add(new Place(
                        p,
                        new ArrayList<>(sessions.get(i).works.orElse(List.of())),
                        new int[] {share},
                        new ArrayList<>(List.of(sessions.get(i)))));
            }
        }
        int extra = 0;
        for (int i = 0; i < sessions.size(); i++) {
            if (given.get(i) >= 0) {
                continue;
            }
            var session = sessions.get(i);
            var id = session.told.id();
            Place best = null;
            int shareThen = 0;
            for (var place : places) {
                var together = new ArrayList<>(place.works);
                together.addAll(session.works.orElse(List.of()));
                int share = place.share[0] == 1000
                        ? 1000
                        : share(inForce(plans.get(place.plan), day).exercises(), Optional.of(together));
                if (share - place.share[0] > (best == null ? 0 : shareThen - best.share[0])) {
                    best = place;
                    shareThen = share;
                }
            }
            if (best != null) {
                best.works.addAll(session.works.orElse(List.of()));
                best.share[0] = shareThen;
                best.sessions.add(session);
                continue;
            }
            int alone = IntStream.of(shares.get(id)).max().orElse(0);
            boolean didNothing =
                    session.works.isPresent() && session.works.get().isEmpty();
            boolean useful = !didNothing && (alone > 0 || plans.stream().noneMatch(plan -> covers(plan, day)));
            extra += useful ? 1 : 0;
            became.put(
                    id, new SaidOfSession(id, useful ? Became.EXTRA : Became.OTHER_EXERCISES, Optional.empty(), alone));
        }
        for (var place : places) {
            // Of those that fill a place together the one that did most counts, of two that did the same the earlier.
            Session counts = null;
            for (var session : place.sessions) {
                int more = counts == null
                        ? 1
                        : shares.get(session.told.id())[place.plan] - shares.get(counts.told.id())[place.plan];
                counts = more > 0 || more == 0 && isEarlier(session, counts) ? session : counts;
            }
            for (var session : place.sessions) {
                var id = session.told.id();
                became.put(
                        id,
                        new SaidOfSession(
                                id,
                                session == counts ? Became.COUNTED : Became.JOINED,
                                Optional.of(plans.get(place.plan).prescription()),
                                shares.get(id)[place.plan]));
            }
        }
        var filled = new ArrayList<List<Integer>>();
        for (int p = 0; p < plans.size(); p++) {
            int plan = p;
            filled.add(places.stream()
                    .filter(place -> place.plan == plan)
                    .map(place -> place.share[0])
                    .toList());
        }
        return new Way(
                open,
                open.stream()
                        .filter(p -> filled.get(p).equals(Collections.nCopies(rooms[p], 1000)))
                        .collect(Collectors.toSet()),
                places.stream().mapToInt(place -> place.share[0]).sum(),
                filled,
                new SaidOfDay(day, extra, rest, said(day, became), pain));
    }

    private record Place(int plan, List<Work> works, int[] share, List<Session> sessions) {}

    private static boolean isEarlier(Session one, Session other) {
        int order = one.told.observedAt().compareTo(other.told.observedAt());
        return order < 0 || order == 0 && one.told.id().compareTo(other.told.id()) < 0;
    }

    /// Who did the most of any, then the most of the first and so on; then what was done, unless it is whole or
    /// nothing; and the earlier.
    private static Comparator<Session> moreFirst(List<Integer> order, Map<UUID, int[]> shares) {
        Comparator<Session> comparator = Comparator.comparing(session -> order.stream()
                .mapToInt(p -> -shares.get(session.told.id())[p])
                .min()
                .orElse(0));
        for (int p : order) {
            comparator = comparator.thenComparing(session -> -shares.get(session.told.id())[p]);
        }
        return comparator
                .thenComparing(session -> order.stream()
                                .map(p -> shares.get(session.told.id())[p])
                                .allMatch(share -> share == 0 || share == 1000)
                        ? ""
                        : session.works.orElseThrow().stream()
                                .map(Work::toString)
                                .sorted()
                                .toList()
                                .toString())
                .thenComparing(session -> session.told.observedAt())
                .thenComparing(session -> session.told.id());
    }

    /// Of each session from that one on the plan that it is given to, or -1: the first of those with the greatest sum.
    private static List<Integer> bestGiven(
            List<Session> sessions, int from, List<Integer> order, Map<UUID, int[]> shares, int[] rooms) {
        if (from == sessions.size()) {
            return List.of();
        }
        List<Integer> best = null;
        int most = -1;
        var options = new ArrayList<>(order);
        options.add(-1);
        for (int p : options) {
            int share = p < 0 ? 0 : shares.get(sessions.get(from).told.id())[p];
            if (p >= 0 && (share == 0 || rooms[p] == 0)) {
                continue;
            }
            if (p >= 0) {
                rooms[p]--;
            }
            var others = bestGiven(sessions, from + 1, order, shares, rooms);
            if (p >= 0) {
                rooms[p]++;
            }
            int sum = share;
            for (int i = 0; i < others.size(); i++) {
                int other = others.get(i);
                sum += other < 0
                        ? 0
                        : shares.get(sessions.get(from + 1 + i).told.id())[other];
            }
            if (sum > most) {
                most = sum;
                best = new ArrayList<>(List.of(p));
                best.addAll(others);
            }
        }
        return best;
    }

    /// In the order observed, and those that count on no day behind them.
    private List<SaidOfSession> said(LocalDate day, Map<UUID, SaidOfSession> became) {
        var said = new ArrayList<SaidOfSession>();
        for (boolean certain : List.of(true, false)) {
            facts.reports().stream()
                    .filter(told -> told.kind() == Kind.SESSION
                            && told.localDay().equals(day)
                            && !told.receivedAt().isAfter(knownAt)
                            && counts(told, day) == certain)
                    .sorted(Comparator.comparing(Told::observedAt).thenComparing(Told::id))
                    .map(told -> became.containsKey(told.id())
                            ? became.get(told.id())
                            : new SaidOfSession(
                                    told.id(), certain ? Became.REST_DAY : Became.DATE_UNCERTAIN, Optional.empty(), 0))
                    .forEach(said::add);
        }
        return said;
    }

    // --- pain -------------------------------------------------------------------------------------------------------

    /// The worst that is told of a day with a session: by what was reported of the day, and on the morning after.
    private Pain pain(LocalDate day) {
        if (facts.reports().stream().noneMatch(told -> told.kind() == Kind.SESSION && counts(told, day))) {
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
            if (told.kind() == Kind.MORNING_CHECK_IN && counts(told, day.plusDays(1))) {
                var morning = painOf(told);
                nextMorning =
                        worst(nextMorning, morning.nextMorning() == null ? morning.before() : morning.nextMorning());
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
            long asked = (dose.sets() == null ? 1 : dose.sets())
                    * (dose.repetitions() == null ? 1 : dose.repetitions())
                    * (dose.holdSeconds() == null ? 1L : dose.holdSeconds() * 1000L);
            sum += dose.eachSide()
                    ? thousandths(new Fraction(
                            held(dose, works.get(), Side.LEFT) + held(dose, works.get(), Side.RIGHT), 2 * asked))
                    : thousandths(new Fraction(held(dose, works.get(), Side.BOTH), asked));
        }
        return Math.floorDiv(sum, doses.size());
    }

    /// Repetition by repetition how long each was held, the longest of them, as many as are asked for.
    private static long held(Dose dose, List<Work> works, Side side) {
        int asked = (dose.sets() == null ? 1 : dose.sets()) * (dose.repetitions() == null ? 1 : dose.repetitions());
        var each = new ArrayList<Long>();
        for (var work : works) {
            boolean thisSide = side == Side.BOTH || work.side() == Side.BOTH || work.side() == side;
            if (!work.exercise().equals(dose.exercise()) || !thisSide) {
                continue;
            }
            long whole = dose.holdSeconds() == null ? 1 : dose.holdSeconds() * 1000L;
            long held = dose.holdSeconds() == null || work.holdMillis() == null
                    ? whole
                    : Math.min(whole, work.holdMillis());
            int sets = dose.sets() == null ? 1 : dose.sets();
            if (work.sets() != null && (dose.sets() != null || work.sets() > 1)) {
                sets = work.sets();
            }
            for (int set = 0; set < sets; set++) {
                int repetitions = dose.repetitions() == null
                        ? 1
                        : work.repetitions() == null ? dose.repetitions() : work.repetitions();
                for (int repetition = 0; repetition < repetitions; repetition++) {
                    each.add(held);
                }
            }
        }
        each.sort(Comparator.reverseOrder());
        long sum = 0;
        for (int i = 0; i < Math.min(asked, each.size()); i++) {
            sum += each.get(i);
        }
        return sum;
    }

    private record Fraction(BigInteger above, BigInteger below) {
        Fraction(long above, long below) {
            this(BigInteger.valueOf(above), BigInteger.valueOf(below));
        }
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

    /// To the nearest, halves upwards; a hundred is all of it.
    static int percent(Figure figure) {
        int known = figure.done() + figure.partial() + figure.missed();
        if (known == 0) {
            return -1;
        }
        int nearest = new BigDecimal(figure.earned())
                .divide(new BigDecimal(10 * known), 0, RoundingMode.HALF_UP)
                .intValueExact();
        return nearest == 100 && figure.done() < known ? 99 : nearest;
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
