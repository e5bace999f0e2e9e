package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Day.Became;
import care.sacrum.session.adherence.calculation.Day.Logged;
import care.sacrum.session.adherence.calculation.Diary.Offer;
import care.sacrum.session.adherence.calculation.Facts.Work;
import care.sacrum.session.adherence.calculation.Sessions.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which session of a day counts for what.
///
/// The pair of session and prescription with the greatest share comes first; of equal ones the earlier session, then
/// the prescription that was recorded first. When every place is filled, what is left over fills up sessions that were
/// partial, in the order observed: who does half in the morning and half in the evening has done it.
final class Matching {

    private final Map<Offer, List<Filling>> places = new IdentityHashMap<>();
    private final List<Logged> logged = new ArrayList<>();

    private record Pair(Session session, Offer offer, int order, int share) {
        static final Comparator<Pair> BEST_FIRST = Comparator.comparingInt(Pair::share)
                .reversed()
                .thenComparing(Pair::session, Session.AS_OBSERVED)
                .thenComparingInt(Pair::order);
    }

    /// A place that is filled by one session, or by several together.
    private static final class Filling {
        final Offer offer;
        final List<UUID> reports;
        final List<Work> works;
        final boolean told;
        int share;

        Filling(Pair pair) {
            this.offer = pair.offer;
            this.reports = new ArrayList<>(List.of(pair.session.told().id()));
            this.works = new ArrayList<>(pair.session.works().orElse(List.of()));
            this.told = pair.session.works().isPresent();
            this.share = pair.share;
        }

        Day.Place settled() {
            return new Day.Place(share, reports, told ? Optional.of(List.copyOf(works)) : Optional.empty());
        }
    }

    Matching(List<Offer> offers, List<Session> sessions) {
        var pairs = new ArrayList<Pair>();
        for (var session : sessions) {
            for (int order = 0; order < offers.size(); order++) {
                int share = offers.get(order).share(session);
                if (share > 0) {
                    pairs.add(new Pair(session, offers.get(order), order, share));
                }
            }
        }
        pairs.sort(Pair.BEST_FIRST);
        var counted = new HashMap<UUID, Logged>();
        var filled = new ArrayList<Filling>();
        for (var pair : pairs) {
            var id = pair.session.told().id();
            var of = places.computeIfAbsent(pair.offer, _ -> new ArrayList<>());
            if (!counted.containsKey(id) && of.size() < pair.offer.places()) {
                var place = new Filling(pair);
                of.add(place);
                filled.add(place);
                counted.put(id, logged(pair.session, Became.COUNTED, pair.offer.prescription(), pair.share));
            }
        }
        var useful = new HashSet<UUID>();
        pairs.forEach(pair -> useful.add(pair.session.told().id()));
        for (var session : sessions) {
            var id = session.told().id();
            logged.add(
                    counted.containsKey(id) ? counted.get(id) : leftOver(session, filled, useful.contains(id), offers));
        }
    }

    private static Logged leftOver(Session session, List<Filling> filled, boolean useful, List<Offer> offers) {
        var works = session.works().orElse(List.of());
        for (var place : filled) {
            if (place.share < Dose.WHOLE) {
                var together = new ArrayList<>(place.works);
                together.addAll(works);
                int share = Dose.share(place.offer.version().exercises(), together);
                if (share > place.share) {
                    int alone = place.offer.share(session);
                    place.works.addAll(works);
                    place.reports.add(session.told().id());
                    place.share = share;
                    return logged(session, Became.JOINED, place.offer.prescription(), alone);
                }
            }
        }
        boolean nothingDone = session.works().filter(List::isEmpty).isPresent();
        boolean nothingPrescribed = !useful && !offers.isEmpty();
        int alone =
                offers.stream().mapToInt(offer -> offer.share(session)).max().orElse(0);
        return logged(session, nothingDone || nothingPrescribed ? Became.OTHER_EXERCISES : Became.EXTRA, null, alone);
    }

    static Logged logged(Session session, Became became, @Nullable UUID prescription, int share) {
        var told = session.told();
        return new Logged(
                told.id(),
                told.observedAt(),
                told.zone(),
                told.receivedAt(),
                session.correctedBy(),
                became,
                prescription,
                share);
    }

    /// The places that are filled.
    List<Day.Place> filled(Offer offer) {
        return places.getOrDefault(offer, List.of()).stream()
                .map(Filling::settled)
                .toList();
    }

    List<Logged> logged() {
        return logged;
    }
}
