package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Dose;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was done of an exercise beside what is asked for, as a sentence: "In part: 10 of 20 repetitions;
/// nothing on the right." Repetitions are those of all sets together. What was not said, or could not be
/// read, is not held against the patient, and is said to be taken as asked.
final class DoseWording {

    private static final int MILLI_DIGITS = 3;
    private static final String AS_ASKED = "as asked";

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
        if (asked.share(ofThis.stream().filter(asked::saysAllOfIt).toList()) == Dose.WHOLE) {
            return "All of it.";
        }
        var unsaid = unsaid(asked, ofThis);
        if (share == Dose.WHOLE) {
            return "The report does not say %s: taken as whole.".formatted(unsaid);
        }
        return (share == 0 ? "Counts for nothing: " : "In part: ")
                + amounts(asked, ofThis)
                + missingSide(asked, ofThis)
                + (share == 0 || unsaid.isEmpty()
                        ? ""
                        : "; the report does not say %s: taken as asked".formatted(unsaid))
                + ".";
    }

    /// What is asked for and one of them does not say, or cannot be read of it; empty where all say it.
    private static String unsaid(Dose asked, List<Work> done) {
        var unsaid = new ArrayList<String>();
        addUnless(done.stream().allMatch(asked::saysSets), "how many sets", unsaid);
        addUnless(done.stream().allMatch(asked::saysRepetitions), "how many repetitions", unsaid);
        addUnless(done.stream().allMatch(asked::saysHold), "how long each was held", unsaid);
        boolean saysNothing = done.stream()
                .allMatch(work -> work.sets() == null && work.repetitions() == null && work.holdMillis() == null);
        return saysNothing && !unsaid.isEmpty() ? "how much" : String.join(", nor ", unsaid);
    }

    private static void addUnless(boolean said, String what, List<String> to) {
        if (!said) {
            to.add(what);
        }
    }

    /// Of each entry, and once only that it is as asked on a side.
    private static String amounts(Dose asked, List<Work> done) {
        var asAsked = new HashSet<String>();
        return done.stream()
                .map(work -> of(asked, work))
                .filter(amount -> !amount.startsWith(AS_ASKED) || asAsked.add(amount))
                .collect(Collectors.joining(", and "));
    }

    private static String of(Dose asked, Work work) {
        var parts = new ArrayList<String>();
        addShort(
                parts,
                asked.repetitionsAsked(),
                BigDecimal.valueOf(asked.repetitionsOf(work)),
                asked.repetitions() == null ? "set" : "repetition");
        addShort(parts, asked.holdSeconds(), inSeconds(work.holdMillis()), "second");
        var amount = parts.isEmpty() ? AS_ASKED : String.join(", ", parts);
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
