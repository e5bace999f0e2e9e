package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Day.Became;
import care.sacrum.session.adherence.calculation.Day.Logged;
import care.sacrum.session.adherence.calculation.Diary.Offer;
import care.sacrum.session.adherence.calculation.Facts.Work;
import care.sacrum.session.adherence.calculation.Sessions.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which session of a day counts for what: those that together have the greatest share. What is left over then fills
/// up sessions that were partial, each where it adds most: who does half in the morning and half in the evening has
/// done it.
///
/// Where that leaves a choice, planned days come before days that the patient is free to choose, then programmes in
/// the order of their names; of sessions the one that did more comes first, then what was done in it decides. Neither
/// the hour nor the order in which prescriptions were recorded changes a figure: of sessions that are alike the
/// earlier one counts.
final class Matching {

    private final List<Offer> offers;
    private final List<Offer> open;
    private final Map<Offer, List<Filling>> places = new IdentityHashMap<>();
    private final List<Session> left = new ArrayList<>();
    private final List<Session> sessions;

    /// A session beside what it would count for.
    ///
    /// @param shares of each open offer
    private record Candidate(Session session, int[] shares, int most) {
        static final Comparator<Candidate> MORE_FIRST = Comparator.comparingInt(Candidate::most)
                .reversed()
                .thenComparing(Candidate::shares, (one, other) -> Arrays.compare(other, one))
                .thenComparing(Candidate::done)
                .thenComparing(Candidate::session, Session.AS_OBSERVED);

        /// What is whole, or nothing, fills up no other.
        String done() {
            boolean inPart = Arrays.stream(shares).anyMatch(share -> share > 0 && share < Dose.WHOLE);
            return inPart
                    ? session.works().orElse(List.of()).stream()
                            .map(Work::toString)
                            .sorted()
                            .toList()
                            .toString()
                    : "";
        }
    }

    /// A place that is filled by one session, or by several together.
    private static final class Filling {
        final Offer offer;
        final List<Session> sessions;
        int share;

        Filling(Offer offer, Session session, int share) {
            this.offer = offer;
            this.sessions = new ArrayList<>(List.of(session));
            this.share = share;
        }

        int with(Session more) {
            return Dose.share(
                    offer.version().exercises(),
                    Stream.concat(works(), works(more)).toList());
        }

        private Stream<Work> works() {
            return sessions.stream().flatMap(Filling::works);
        }

        private static Stream<Work> works(Session session) {
            return session.works().stream().flatMap(List::stream);
        }

        /// The one that did most is the one that counts, the earlier of two.
        List<Session> mostFirst() {
            return sessions.stream()
                    .sorted(Comparator.comparingInt(offer::share).reversed().thenComparing(Session.AS_OBSERVED))
                    .toList();
        }

        Day.Place settled() {
            boolean told = sessions.stream().anyMatch(session -> session.works().isPresent());
            return new Day.Place(
                    share,
                    mostFirst().stream().map(session -> session.told().id()).toList(),
                    told
                            ? Optional.of(
                                    mostFirst().stream().flatMap(Filling::works).toList())
                            : Optional.empty());
        }
    }

    /// @param offers of every prescription that covers the day
    /// @param open   those of them that have room
    Matching(List<Offer> offers, List<Offer> open, List<Session> sessions) {
        this.offers = offers;
        this.open = open.stream().sorted(Offer.PLANNED_FIRST).toList();
        this.sessions = sessions;
        var candidates = sessions.stream()
                .map(this::candidate)
                .sorted(Candidate.MORE_FIRST)
                .toList();
        fill(candidates);
    }

    private Candidate candidate(Session session) {
        var shares = open.stream().mapToInt(offer -> offer.share(session)).toArray();
        return new Candidate(session, shares, Arrays.stream(shares).max().orElse(0));
    }

    private void fill(List<Candidate> candidates) {
        var given = Allotment.of(
                candidates.stream().map(Candidate::shares).toArray(int[][]::new),
                open.stream().mapToInt(Offer::places).toArray());
        var filled = new ArrayList<Filling>();
        for (int i = 0; i < given.length; i++) {
            if (given[i] != Allotment.NONE) {
                var offer = open.get(given[i]);
                var place = new Filling(offer, candidates.get(i).session, candidates.get(i).shares[given[i]]);
                places.computeIfAbsent(offer, _ -> new ArrayList<>()).add(place);
                filled.add(place);
            }
        }
        for (int i = 0; i < given.length; i++) {
            var session = candidates.get(i).session;
            if (given[i] == Allotment.NONE && !join(session, filled)) {
                left.add(session);
            }
        }
    }

    private static boolean join(Session session, List<Filling> filled) {
        Filling best = null;
        int most = 0;
        for (var place : filled) {
            int gain = place.share == Dose.WHOLE ? 0 : place.with(session) - place.share;
            if (gain > most) {
                most = gain;
                best = place;
            }
        }
        if (best == null) {
            return false;
        }
        best.sessions.add(session);
        best.share += most;
        return true;
    }

    private Logged notCounted(Session session) {
        int most = offers.stream().mapToInt(offer -> offer.share(session)).max().orElse(0);
        boolean nothingDone = session.works().filter(List::isEmpty).isPresent();
        boolean nothingPrescribed = most == 0 && !offers.isEmpty();
        return logged(session, nothingDone || nothingPrescribed ? Became.OTHER_EXERCISES : Became.EXTRA, null, most);
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
                share,
                session.works().isPresent());
    }

    /// The places that are filled.
    List<Day.Place> filled(Offer offer) {
        return places.getOrDefault(offer, List.of()).stream()
                .map(Filling::settled)
                .toList();
    }

    boolean isFilled(Offer offer) {
        return places.containsKey(offer);
    }

    /// Whether all that has room is wholly done.
    boolean isWhole(Offer offer) {
        var filled = places.getOrDefault(offer, List.of());
        return filled.size() == offer.places() && filled.stream().allMatch(place -> place.share == Dose.WHOLE);
    }

    /// The shares that count, together.
    int earned() {
        return places.values().stream()
                .flatMap(List::stream)
                .mapToInt(place -> place.share)
                .sum();
    }

    /// In the order observed.
    List<Logged> logged() {
        var became = new HashMap<UUID, Logged>();
        left.forEach(session -> became.put(session.told().id(), notCounted(session)));
        for (var place : places.values().stream().flatMap(List::stream).toList()) {
            var as = Became.COUNTED;
            for (var session : place.mostFirst()) {
                became.put(
                        session.told().id(),
                        logged(session, as, place.offer.prescription(), place.offer.share(session)));
                as = Became.JOINED;
            }
        }
        return sessions.stream()
                .flatMap(
                        session -> Optional.ofNullable(became.get(session.told().id())).stream())
                .toList();
    }
}
