package care.sacrum.session.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.adherence.calculation.Dose;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoseWordingTest {

    private final Dose asked = new Dose("bird-dog", 2, 10, 5, true);

    @Test
    void whatWasDoneAsAskedIsAllOfIt() {
        assertThat(DoseWording.of(asked, List.of(new Work("bird-dog", 2, 10, 5000, Side.BOTH))))
                .isEqualTo("All of it.");
        assertThat(DoseWording.of(
                        asked,
                        List.of(
                                new Work("bird-dog", null, null, null, Side.BOTH),
                                new Work("bird-dog", 2, 10, 5000, Side.BOTH))))
                .isEqualTo("All of it.");
        assertThat(DoseWording.of(
                        new Dose("walk", null, null, null, false),
                        List.of(new Work("walk", null, null, null, Side.BOTH))))
                .isEqualTo("All of it.");
    }

    @Test
    void whatTheReportDoesNotSayIsSaidToBeTakenAsAsked() {
        assertThat(DoseWording.of(asked, List.of(new Work("bird-dog", null, null, null, Side.BOTH))))
                .isEqualTo("The report does not say how much: taken as whole.");
        assertThat(DoseWording.of(asked, List.of(new Work("bird-dog", null, 10, null, Side.BOTH))))
                .isEqualTo("The report does not say how many sets, nor how long each was held: taken as whole.");
        assertThat(DoseWording.of(asked, List.of(new Work("bird-dog", null, 8, 5000, Side.BOTH))))
                .isEqualTo("In part: 16 of 20 repetitions; the report does not say how many sets: taken as asked.");
        assertThat(DoseWording.of(asked, List.of(new Work("bird-dog", null, null, null, Side.LEFT))))
                .isEqualTo(
                        "In part: as asked on the left; nothing on the right; the report does not say how much: taken"
                                + " as asked.");
    }

    @Test
    void thatASideIsAsAskedIsSaidOnce() {
        assertThat(DoseWording.of(
                        asked,
                        List.of(
                                new Work("bird-dog", 2, 10, 5000, Side.LEFT),
                                new Work("bird-dog", 2, 10, 5000, Side.LEFT))))
                .isEqualTo("In part: as asked on the left; nothing on the right.");
        assertThat(DoseWording.of(
                        new Dose("plank", 4, null, null, false),
                        List.of(
                                new Work("plank", 1, null, null, Side.BOTH),
                                new Work("plank", 1, null, null, Side.BOTH))))
                .isEqualTo("In part: 1 of 4 sets, and 1 of 4 sets.");
    }

    @Test
    void whatWasNotDoneIsSaid() {
        assertThat(DoseWording.of(asked, List.of(new Work("yoga", 1, 1, null, Side.BOTH))))
                .isEqualTo("Not done.");
    }

    @Test
    void whatFallsShortIsSaidBesideWhatIsAsked() {
        assertThat(DoseWording.of(asked, List.of(new Work("bird-dog", 1, 8, 2500, Side.BOTH))))
                .isEqualTo("In part: 8 of 20 repetitions, 2.5 of 5 seconds.");
    }

    @Test
    void aSideThatIsMissingIsSaid() {
        assertThat(DoseWording.of(asked, List.of(new Work("bird-dog", 2, 10, 5000, Side.LEFT))))
                .isEqualTo("In part: as asked on the left; nothing on the right.");
        assertThat(DoseWording.of(
                        asked,
                        List.of(
                                new Work("bird-dog", 2, 10, 5000, Side.LEFT),
                                new Work("bird-dog", 1, 10, 5000, Side.RIGHT))))
                .isEqualTo("In part: as asked on the left, and 10 of 20 repetitions on the right.");
    }

    @Test
    void setsAreSaidWhereNoRepetitionsAreAskedFor() {
        assertThat(DoseWording.of(
                        new Dose("plank", 2, null, 30, false), List.of(new Work("plank", 1, 7, 30_000, Side.BOTH))))
                .isEqualTo("In part: 1 of 2 sets.");
    }

    @Test
    void ofWhatCountsForNothingNoPartIsSaid() {
        assertThat(DoseWording.of(asked, List.of(new Work("bird-dog", 0, 10, 5000, Side.BOTH))))
                .isEqualTo("Counts for nothing: 0 of 20 repetitions.");
        assertThat(DoseWording.of(
                        new Dose("plank", 1, null, 30, false), List.of(new Work("plank", 0, null, null, Side.BOTH))))
                .isEqualTo("Counts for nothing: 0 of 1 set.");
    }
}
