package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a prescription asks of one exercise in one session: the least that the programme was published with, or what
/// the clinician asked for instead. What is null is not prescribed.
///
/// The share of an exercise that was done is the number of sets times the part of the repetitions and of the hold in
/// each, and, where each side is to be done, the mean of the two sides. More of one does not make up for less of
/// another. Shares are whole thousandths, rounded down, so that only all of it is all of it.
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
        long left = 0;
        long right = 0;
        for (var work : done) {
            if (work.exercise().equals(exercise)) {
                long amount = amount(work);
                left += work.side() == Side.RIGHT && eachSide ? 0 : amount;
                right += work.side() == Side.LEFT && eachSide ? 0 : amount;
            }
        }
        long whole = whole();
        return Math.toIntExact(WHOLE * (Math.min(left, whole) + Math.min(right, whole)) / (2 * whole));
    }

    private long whole() {
        return (long) or1(sets) * or1(repetitions) * (holdSeconds == null ? 1 : holdSeconds * MILLIS);
    }

    private long amount(Work work) {
        return (long) atMost(sets, work.sets())
                * atMost(repetitions, work.repetitions())
                * atMost(holdSeconds == null ? null : holdSeconds * MILLIS, work.holdMillis());
    }

    private static int or1(@Nullable Integer prescribed) {
        return prescribed == null ? 1 : prescribed;
    }

    private static int atMost(@Nullable Integer prescribed, @Nullable Integer done) {
        return done == null || prescribed == null ? or1(prescribed) : Math.min(done, prescribed);
    }
}
