package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Dose;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was done of an exercise beside what is asked for, as a sentence: "In part: 10 of 20 repetitions;
/// nothing on the right." Repetitions are those of all sets together.
final class DoseWording {

    private static final int MILLI_DIGITS = 3;

    private DoseWording() {}

    /// @param done of all exercises
    static String of(Dose asked, List<Work> done) {
        var ofThis = done.stream()
                .filter(work -> work.exercise().equals(asked.exercise()))
                .toList();
        int share = asked.share(done);
        if (ofThis.isEmpty()) {
            return "Not done.";
        }
        if (share == Dose.WHOLE) {
            return "All of it.";
        }
        return (share == 0 ? "Counts for nothing: " : "In part: ")
                + ofThis.stream().map(work -> of(asked, work)).collect(Collectors.joining(", and "))
                + missingSide(asked, ofThis)
                + ".";
    }

    private static String of(Dose asked, Work work) {
        var parts = new ArrayList<String>();
        addShort(
                parts,
                asked.repetitionsAsked(),
                BigDecimal.valueOf(asked.repetitionsOf(work)),
                asked.repetitions() == null ? "set" : "repetition");
        addShort(parts, asked.holdSeconds(), inSeconds(work.holdMillis()), "second");
        var amount = parts.isEmpty() ? "as asked" : String.join(", ", parts);
        return asked.eachSide() && work.side() != Side.BOTH ? amount + " on the " + side(work.side()) : amount;
    }

    private static void addShort(List<String> to, @Nullable Integer asked, @Nullable BigDecimal done, String what) {
        if (asked != null && done != null && done.compareTo(BigDecimal.valueOf(asked)) < 0) {
            to.add("%s of %d %s%s"
                    .formatted(done.stripTrailingZeros().toPlainString(), asked, what, asked == 1 ? "" : "s"));
        }
    }

    private static @Nullable BigDecimal inSeconds(@Nullable Integer millis) {
        return millis == null ? null : BigDecimal.valueOf(millis, MILLI_DIGITS);
    }

    private static String missingSide(Dose asked, List<Work> done) {
        if (!asked.eachSide()) {
            return "";
        }
        if (done.stream().allMatch(work -> work.side() == Side.LEFT)) {
            return "; nothing on the right";
        }
        return done.stream().allMatch(work -> work.side() == Side.RIGHT) ? "; nothing on the left" : "";
    }

    private static String side(Side side) {
        return side == Side.LEFT ? "left" : "right";
    }
}
