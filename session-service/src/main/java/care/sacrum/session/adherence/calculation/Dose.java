package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a prescription asks of one exercise in one session: the least that the programme was published with, or what
/// the clinician asked for instead. What is null is not prescribed.
///
/// The dose is the total of repetitions, sets times repetitions, however it is parted into sets, entries and sessions:
/// as many as are asked for count, those that were held longest first, each with its share of the hold. Where each
/// side is to be done, it is the mean of the two sides. More of one does not make up for less of another. Shares are
/// whole thousandths, rounded down, so that only all of it is all of it.
///
/// @param eachSide whether left and right are to be done in turn
public record Dose(
        String exercise,
        @Nullable Integer sets,
        @Nullable Integer repetitions,
        @Nullable Integer holdSeconds,
        boolean eachSide) {

    /// All of it, in thousandths.
    public static final int WHOLE = 1000;

    private static final int MILLIS = 1000;

    /// The share of a session, in thousandths: the mean of its exercises. Other exercises count nothing, and where
    /// nobody knows what is prescribed, whatever was done is all of it.
    static int share(List<Dose> prescribed, List<Work> done) {
        if (done.isEmpty()) {
            return 0;
        }
        if (prescribed.isEmpty()) {
            return WHOLE;
        }
        int sum = 0;
        for (var dose : prescribed) {
            sum += dose.share(done);
        }
        return sum / prescribed.size();
    }

    /// The share of this exercise, in thousandths.
    public int share(List<Work> done) {
        long both = counted(done, Side.LEFT) + counted(done, Side.RIGHT);
        return Math.toIntExact(WHOLE * both / (2L * repetitionsAsked() * holdAsked()));
    }

    /// Repetitions of all sets together; where none are prescribed, sets.
    public int repetitionsAsked() {
        return or1(sets) * or1(repetitions);
    }

    /// Repetitions of all its sets together; what was not said is as asked.
    public int repetitionsOf(Work work) {
        int inASet = repetitions == null || work.repetitions() == null ? or1(repetitions) : work.repetitions();
        return inASet * setsOf(work);
    }

    /// Sets that nobody asked for are so many times the same, and one at least.
    private int setsOf(Work work) {
        if (work.sets() == null) {
            return or1(sets);
        }
        return sets == null ? Math.max(1, work.sets()) : work.sets();
    }

    /// Milliseconds of one side, or repetitions where no hold is asked for.
    private long counted(List<Work> done, Side side) {
        var longestFirst = done.stream()
                .filter(work -> work.exercise().equals(exercise))
                .filter(work -> !eachSide || work.side() == Side.BOTH || work.side() == side)
                .sorted(Comparator.comparingInt(this::heldIn).reversed())
                .toList();
        long left = repetitionsAsked();
        long counted = 0;
        for (var work : longestFirst) {
            long of = Math.min(left, repetitionsOf(work));
            counted += of * heldIn(work);
            left -= of;
        }
        return counted;
    }

    private int holdAsked() {
        return holdSeconds == null ? 1 : holdSeconds * MILLIS;
    }

    private int heldIn(Work work) {
        return holdSeconds == null || work.holdMillis() == null
                ? holdAsked()
                : Math.min(work.holdMillis(), holdAsked());
    }

    /// Whether the report says all that is asked for; what it does not say is taken as asked.
    public boolean saysAllOfIt(Work work) {
        return saysSets(work) && saysRepetitions(work) && saysHold(work);
    }

    /// Whether the report says how many sets, where any are asked for.
    public boolean saysSets(Work work) {
        return sets == null || work.sets() != null;
    }

    /// Whether the report says how many repetitions, where any are asked for.
    public boolean saysRepetitions(Work work) {
        return repetitions == null || work.repetitions() != null;
    }

    /// Whether the report says how long each was held, where that is asked for.
    public boolean saysHold(Work work) {
        return holdSeconds == null || work.holdMillis() != null;
    }

    private static int or1(@Nullable Integer prescribed) {
        return prescribed == null ? 1 : prescribed;
    }
}
