package care.sacrum.session.adherence.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Against every way there is to give sessions to places.
class AllotmentTest {

    private static final int TRIALS = 20_000;
    private static final long SEED = Long.getLong("sacrum.seed", 20261127L);

    @Test
    void thePairThatIsBestAloneIsNotAlwaysBestTogether() {
        assertThat(Allotment.of(new int[][] {{1000, 900}, {850, 566}}, new int[] {1, 1}))
                .containsExactly(1, 0);
    }

    @Test
    void ofThousandsOfSessionsTheFirstOfTheBestCount() {
        var shares = new int[20_000][];
        Arrays.setAll(shares, s -> new int[] {s % 1000 + 1, 500, 1000 - s % 1000});

        var given = Allotment.of(shares, new int[] {2, 2, 2});

        assertThat(Arrays.stream(given).filter(p -> p != Allotment.NONE)).hasSize(6);
        assertThat(given[999]).isZero();
        assertThat(given[1999]).isZero();
        // The first two are as good for the second prescription as any, and others do as much for the third.
        assertThat(given[0]).isEqualTo(1);
        assertThat(given[1]).isEqualTo(1);
        assertThat(given[1000]).isEqualTo(2);
        assertThat(given[2000]).isEqualTo(2);
    }

    @Test
    void theFirstOfTheBestWaysCounts() {
        System.out.println("Sessions and places: seed " + SEED);
        for (int trial = 0; trial < TRIALS; trial++) {
            var random = new SplittableRandom(SEED + trial);
            var rooms = new int[random.nextInt(5)];
            for (int p = 0; p < rooms.length; p++) {
                rooms[p] = random.nextInt(4);
            }
            var shares = new int[random.nextInt(7)][rooms.length];
            // Few different shares, or hardly two ways would be alike.
            int step = random.nextInt(4) == 0 ? 1 : 250;
            for (var ofSession : shares) {
                for (int p = 0; p < rooms.length; p++) {
                    ofSession[p] = random.nextInt(1000 / step + 1) * step;
                }
            }
            assertThat(Allotment.of(shares, rooms))
                    .as("seed %d, trial %d", SEED, trial)
                    .isEqualTo(new EveryWay(shares, rooms).best);
        }
    }

    private static final class EveryWay {
        private final int[][] shares;
        private final int[] given;
        private int[] best = {};
        private int most = -1;

        EveryWay(int[][] shares, int[] rooms) {
            this.shares = shares;
            this.given = new int[shares.length];
            from(0, 0, rooms);
        }

        private void from(int session, int sum, int[] left) {
            if (session == shares.length) {
                if (sum > most) {
                    most = sum;
                    best = given.clone();
                }
                return;
            }
            for (int p = 0; p < left.length; p++) {
                if (left[p] > 0 && shares[session][p] > 0) {
                    var less = left.clone();
                    less[p]--;
                    given[session] = p;
                    from(session + 1, sum + shares[session][p], less);
                }
            }
            given[session] = Allotment.NONE;
            from(session + 1, sum, left);
        }
    }
}
