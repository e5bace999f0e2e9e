package care.sacrum.triage.rules;

import org.jspecify.annotations.Nullable;

/// The pain scores of one report, each 0 to 10 or not given. A score outside that range is set aside before it gets
/// here.
///
/// @param unread whether a score was told that nobody can read
public record Pain(
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double duringMax,
        @Nullable Double nextMorning,
        boolean unread) {

    public static final Pain NOT_GIVEN = new Pain(null, null, null, null);

    /// All of it read.
    public Pain(
            @Nullable Double before, @Nullable Double after, @Nullable Double duringMax, @Nullable Double nextMorning) {
        this(before, after, duringMax, nextMorning, false);
    }

    public Pain {
        within(before);
        within(after);
        within(duringMax);
        within(nextMorning);
    }

    /// A check-in's "pain now".
    public static Pain now(double score) {
        return new Pain(score, null, null, null);
    }

    /// Whether a number can be a pain score at all.
    public static boolean isScore(double number) {
        return number >= 0 && number <= 10;
    }

    /// The highest of before, after and next morning: a spike during exercise that settled is not the day's pain.
    /// Below zero where none of them was given.
    double settled() {
        return Math.max(orNone(before), Math.max(orNone(after), orNone(nextMorning)));
    }

    /// The highest of all scores, a spike during exercise among them. Below zero where none was given.
    double highest() {
        return Math.max(settled(), orNone(duringMax));
    }

    /// The highest of during and after. Below zero where neither was given.
    double underLoad() {
        return Math.max(orNone(duringMax), orNone(after));
    }

    boolean given() {
        return before != null || after != null || duringMax != null || nextMorning != null;
    }

    private static double orNone(@Nullable Double score) {
        return score == null ? -1 : score;
    }

    private static void within(@Nullable Double score) {
        if (score != null && !isScore(score)) {
            throw new IllegalArgumentException("a pain score is within 0 to 10");
        }
    }
}
