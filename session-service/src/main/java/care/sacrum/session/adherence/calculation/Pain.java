package care.sacrum.session.adherence.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Pain on the numeric rating scale, 0 to 10, around an exercise session. What is null was not told.
public record Pain(
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double nextMorning) {

    public static final Pain UNTOLD = new Pain(null, null, null);

    /// Each as it was told last.
    Pain correctedBy(Pain later) {
        return new Pain(
                later.before == null ? before : later.before,
                later.after == null ? after : later.after,
                later.nextMorning == null ? nextMorning : later.nextMorning);
    }

    /// What a check-in tells of the morning after a session.
    ///
    /// @param inTheMorning pain now is pain of that morning, where it does not tell that by its name
    Pain ofTheMorningAfter(boolean inTheMorning) {
        return new Pain(null, null, nextMorning == null && inTheMorning ? before : nextMorning);
    }

    /// The worse of each.
    Pain worse(Pain other) {
        return new Pain(worse(before, other.before), worse(after, other.after), worse(nextMorning, other.nextMorning));
    }

    private static @Nullable Double worse(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? (one == null ? other : one) : Double.valueOf(Math.max(one, other));
    }

    /// The mean of each over the days that tell it, to a tenth, halves upwards.
    static Pain mean(Iterable<Day> days) {
        var before = Stream.<Double>builder();
        var after = Stream.<Double>builder();
        var nextMorning = Stream.<Double>builder();
        for (var day : days) {
            add(day.pain().before, before);
            add(day.pain().after, after);
            add(day.pain().nextMorning, nextMorning);
        }
        return new Pain(mean(before.build()), mean(after.build()), mean(nextMorning.build()));
    }

    private static void add(@Nullable Double value, Stream.Builder<Double> to) {
        if (value != null) {
            to.add(value);
        }
    }

    /// In decimals, as scores are written: binary fractions put 5.45 on either side of its half.
    private static @Nullable Double mean(Stream<Double> values) {
        var scores = values.map(BigDecimal::valueOf).toList();
        return scores.isEmpty()
                ? null
                : Double.valueOf(scores.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(scores.size()), 1, RoundingMode.HALF_UP)
                        .doubleValue());
    }
}
