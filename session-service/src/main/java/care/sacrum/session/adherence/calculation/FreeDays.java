package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Diary.Offer;
import care.sacrum.session.adherence.calculation.Sessions.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Which days of a week count for the prescriptions that leave them to the patient: those that together have the
/// greatest share, no more of each prescription than its week asks for; or, where days of it fell away, as many as the
/// whole week would ask for, if all of them are wholly done. Of several such choices the earlier days count.
final class FreeDays {

    /// So many prescriptions are weighed against each other. A patient with more of them has the others weighed after
    /// these: their days multiply, and nobody follows so many plans.
    private static final int AT_ONCE = 3;

    private final List<List<Offer>> offers;
    private final List<List<Session>> sessions;
    private final List<Map<Long, Matching>> tried = new ArrayList<>();

    /// Of each day the prescriptions that it counts for, as bits of their places in the order.
    private final long[] chosen;

    private final List<UUID> free;

    /// @param offers   of each day of the week
    /// @param sessions of each day of the week
    FreeDays(List<List<Offer>> offers, List<List<Session>> sessions) {
        this.offers = offers;
        this.sessions = sessions;
        this.chosen = new long[offers.size()];
        offers.forEach(_ -> tried.add(new HashMap<>()));
        var asked = new HashMap<UUID, Offer>();
        var useful = new ArrayList<Offer>();
        for (int day = 0; day < offers.size(); day++) {
            for (var offer : offers.get(day)) {
                if (offer.isFree()
                        && offer.daysAtMost() > 0
                        && sessions.get(day).stream().anyMatch(session -> offer.share(session) > 0)
                        && asked.put(offer.prescription(), offer) == null) {
                    useful.add(offer);
                }
            }
        }
        useful.sort(Comparator.comparing(Offer::programme).thenComparing(Offer::prescription));
        free = useful.stream().limit(Long.SIZE - 1).map(Offer::prescription).toList();
        for (int first = 0; first < free.size(); first += AT_ONCE) {
            new Weighing(first, useful.subList(first, Math.min(first + AT_ONCE, free.size()))).decide();
        }
    }

    /// What became of the sessions of a day.
    Matching on(int day) {
        return matching(day, chosen[day]);
    }

    private Matching matching(int day, long open) {
        return tried.get(day)
                .computeIfAbsent(open, _ -> new Matching(offers.get(day), open(day, open), sessions.get(day)));
    }

    private List<Offer> open(int day, long open) {
        return offers.get(day).stream()
                .filter(offer -> offer.isFree() ? isIn(open, free.indexOf(offer.prescription())) : offer.places() > 0)
                .toList();
    }

    private static boolean isIn(long bits, int number) {
        return number >= 0 && (bits >> number & 1) == 1;
    }

    /// Some prescriptions, weighed against each other: for what was taken before some day, the best from there on.
    private final class Weighing {

        /// Of what was taken of each prescription: so many bits, a count and whether any of it was a part.
        private static final int BITS = 4;

        private static final int COUNT = 7;
        private static final int PART = 8;
        private static final int TOO_MANY = -1;

        private final List<Offer> weighed;
        private final List<List<Way>> ways = new ArrayList<>();
        private final List<Map<Integer, Integer>> known = new ArrayList<>();

        Weighing(int first, List<Offer> weighed) {
            this.weighed = weighed;
            for (int day = 0; day < offers.size(); day++) {
                ways.add(ways(day, first));
                known.add(new HashMap<>());
            }
        }

        /// What may be open on the day, those with the first prescription first; none of them last.
        private List<Way> ways(int day, int first) {
            var ways = new ArrayList<Way>();
            for (int turned = (1 << weighed.size()) - 1; turned >= 0; turned--) {
                int set = Integer.reverse(turned) >>> (Integer.SIZE - weighed.size());
                way(day, set, chosen[day] | (long) set << first).ifPresent(ways::add);
            }
            return ways;
        }

        private Optional<Way> way(int day, int set, long open) {
            int whole = 0;
            for (int p = 0; p < weighed.size(); p++) {
                if (isIn(set, p)) {
                    var offer = freeOn(day, weighed.get(p).prescription());
                    if (offer.isEmpty() || !matching(day, open).isFilled(offer.get())) {
                        return Optional.empty();
                    }
                    whole |= matching(day, open).isWhole(offer.get()) ? 1 << p : 0;
                }
            }
            return Optional.of(new Way(open, matching(day, open).earned(), set, whole));
        }

        private Optional<Offer> freeOn(int day, UUID prescription) {
            return offers.get(day).stream()
                    .filter(offer -> offer.isFree() && offer.prescription().equals(prescription))
                    .findFirst();
        }

        void decide() {
            int taken = 0;
            for (int day = 0; day < offers.size(); day++) {
                int best = best(day, taken);
                for (var way : ways.get(day)) {
                    int with = with(taken, way);
                    if (with >= 0 && way.earned + best(day + 1, with) == best) {
                        chosen[day] = way.open;
                        taken = with;
                        break;
                    }
                }
            }
        }

        private int best(int day, int taken) {
            if (day == offers.size()) {
                return 0;
            }
            var before = known.get(day).get(taken);
            if (before != null) {
                return before;
            }
            int best = 0;
            for (var way : ways.get(day)) {
                int with = with(taken, way);
                if (with >= 0) {
                    best = Math.max(best, way.earned + best(day + 1, with));
                }
            }
            known.get(day).put(taken, best);
            return best;
        }

        /// What is taken with this day; less than nothing where it is more than may be.
        private int with(int taken, Way way) {
            int with = taken;
            for (int p = 0; p < weighed.size(); p++) {
                if (isIn(way.set, p)) {
                    int count = (with >> BITS * p & COUNT) + 1;
                    boolean part = (with >> BITS * p & PART) > 0 || !isIn(way.whole, p);
                    var of = weighed.get(p);
                    if (count > (part ? of.daysAsked() : of.daysAtMost())) {
                        return TOO_MANY;
                    }
                    with += 1 << BITS * p;
                    with |= part ? PART << BITS * p : 0;
                }
            }
            return with;
        }
    }

    /// @param open  as bits
    /// @param set   of those that are weighed
    /// @param whole those of the set that are wholly done
    private record Way(long open, int earned, int set, int whole) {}
}
