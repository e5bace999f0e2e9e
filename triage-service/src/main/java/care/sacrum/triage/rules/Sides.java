package care.sacrum.triage.rules;

import org.jspecify.annotations.Nullable;

/// Sides as a set of bits, because signs of both legs are put together from many reports. A side that was not said is
/// a side of its own: it is neither left nor right, and only a statement about both answers it.
final class Sides {
    static final int NONE = 0;
    static final int LEFT = 1;
    static final int RIGHT = 2;
    static final int LEGS = LEFT | RIGHT;
    static final int UNSAID = 4;
    static final int ALL = LEGS | UNSAID;

    private Sides() {}

    static int present(@Nullable Side side) {
        return switch (side) {
            case LEFT -> LEFT;
            case RIGHT -> RIGHT;
            case BOTH -> LEGS;
            case null -> UNSAID;
        };
    }

    /// A denial without a side denies all of it; a sided denial denies its side only.
    static int spokenFor(@Nullable Side side) {
        return switch (side) {
            case LEFT -> LEFT;
            case RIGHT -> RIGHT;
            case BOTH -> ALL;
            case null -> ALL;
        };
    }

    /// Left and right, each spoken for, together answer for a side not said.
    static int completed(int sides) {
        return (sides & LEGS) == LEGS ? ALL : sides;
    }

    static String word(int side) {
        return switch (side) {
            case LEFT -> "left";
            case RIGHT -> "right";
            default -> "";
        };
    }
}
