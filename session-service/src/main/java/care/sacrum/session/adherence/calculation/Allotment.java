package care.sacrum.session.adherence.calculation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Gives sessions to places, at most one to each, so that the sum of their shares is the greatest possible.
///
/// Of several ways that reach it the first one counts: the one that gives the first session to the first prescription
/// it can, then the second, and so on. So it depends on the order of both, and on nothing else.
///
/// Sessions come one by one. Each may push others on, from prescription to prescription, until one finds a free place
/// or is left over: the chain that gains most. What was the best of all before is the best of all again, so no chain
/// goes in a circle.
final class Allotment {

    /// A session that has no place.
    static final int NONE = -1;

    private static final int NO_CHAIN = Integer.MIN_VALUE / 2;

    private final int[][] shares;
    private final int[] rooms;
    private final List<List<Integer>> holders = new ArrayList<>();
    private int sum;

    private Allotment(int[][] shares, int[] rooms) {
        this.shares = shares;
        this.rooms = rooms;
        for (int p = 0; p < rooms.length; p++) {
            holders.add(new ArrayList<>());
        }
    }

    /// @param shares of each session, for each prescription
    /// @param rooms  of each prescription, the number of its places
    /// @return of each session the prescription, or [#NONE]
    static int[] of(int[][] shares, int[] rooms) {
        var given = new int[shares.length];
        Arrays.fill(given, NONE);
        var worthy = worthy(shares, rooms);
        var places = among(Arrays.stream(worthy).mapToObj(s -> shares[s]).toArray(int[][]::new), rooms);
        for (int i = 0; i < worthy.length; i++) {
            given[worthy[i]] = places[i];
        }
        return given;
    }

    /// The sessions that any of the best ways could give a place: of each prescription no more than there are
    /// places in all, those with the greatest share, of equal ones the first. For any other one of these would be
    /// free, no worse, and earlier. Who uploads thousands of sessions of one day keeps nobody waiting.
    private static int[] worthy(int[][] shares, int[] rooms) {
        int most = Arrays.stream(rooms).sum();
        return IntStream.range(0, rooms.length)
                .filter(p -> rooms[p] > 0)
                .flatMap(p -> IntStream.range(0, shares.length)
                        .filter(s -> shares[s][p] > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(s -> -shares[s][p]))
                        .limit(most)
                        .mapToInt(Integer::intValue))
                .distinct()
                .sorted()
                .toArray();
    }

    private static int[] among(int[][] shares, int[] rooms) {
        var given = new int[shares.length];
        var left = rooms.clone();
        int best = sum(shares, 0, left);
        for (int s = 0; s < shares.length; s++) {
            given[s] = NONE;
            for (int p = 0; p < left.length && given[s] == NONE; p++) {
                if (left[p] > 0 && shares[s][p] > 0) {
                    left[p]--;
                    if (shares[s][p] + sum(shares, s + 1, left) == best) {
                        given[s] = p;
                        best -= shares[s][p];
                    } else {
                        left[p]++;
                    }
                }
            }
        }
        return given;
    }

    /// The greatest sum of the sessions from that one on.
    private static int sum(int[][] shares, int from, int[] rooms) {
        if (rooms.length == 1) {
            return Arrays.stream(shares, from, shares.length)
                    .mapToInt(share -> -share[0])
                    .sorted()
                    .limit(rooms[0])
                    .map(Math::negateExact)
                    .sum();
        }
        var allotment = new Allotment(shares, rooms);
        for (int s = from; s < shares.length; s++) {
            allotment.add(s);
        }
        return allotment.sum;
    }

    private void add(int session) {
        int count = rooms.length;
        var gains = new int[count];
        var movedFrom = new int[count];
        var moved = new int[count];
        for (int p = 0; p < count; p++) {
            gains[p] = shares[session][p] > 0 && rooms[p] > 0 ? shares[session][p] : NO_CHAIN;
            movedFrom[p] = NONE;
            moved[p] = session;
        }
        // As many rounds as a chain may be long.
        for (int round = 1; round < count; round++) {
            for (int from = 0; from < count; from++) {
                for (int holder : holders.get(from)) {
                    for (int to = 0; to < count; to++) {
                        int gain = gains[from] - shares[holder][from] + shares[holder][to];
                        if (rooms[to] > 0 && shares[holder][to] > 0 && gain > gains[to]) {
                            gains[to] = gain;
                            movedFrom[to] = from;
                            moved[to] = holder;
                        }
                    }
                }
            }
        }
        end(gains, movedFrom, moved);
    }

    private void end(int[] gains, int[] movedFrom, int[] moved) {
        int most = 0;
        int at = NONE;
        int leftOver = NONE;
        for (int p = 0; p < gains.length; p++) {
            boolean free = holders.get(p).size() < rooms[p];
            int least = free ? NONE : leastOf(p);
            int gain = free ? gains[p] : least == NONE ? NO_CHAIN : gains[p] - shares[least][p];
            if (gain > most) {
                most = gain;
                at = p;
                leftOver = least;
            }
        }
        if (at == NONE) {
            return;
        }
        sum += most;
        if (leftOver != NONE) {
            holders.get(at).remove((Integer) leftOver);
        }
        while (at != NONE) {
            holders.get(at).add(moved[at]);
            if (movedFrom[at] != NONE) {
                holders.get(movedFrom[at]).remove((Integer) moved[at]);
            }
            at = movedFrom[at];
        }
    }

    private int leastOf(int prescription) {
        int least = NONE;
        for (int holder : holders.get(prescription)) {
            if (least == NONE || shares[holder][prescription] < shares[least][prescription]) {
                least = holder;
            }
        }
        return least;
    }
}
