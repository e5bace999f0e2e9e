package care.sacrum.local;

import java.util.Arrays;
import java.util.Locale;

/// How long things took, and how many of them there were in how long.
record Timings(long[] sortedNanos, double seconds) {

    static Timings of(long[] nanos, double seconds) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timings(sorted, seconds);
    }

    double perSecond() {
        return sortedNanos.length / seconds;
    }

    /// In milliseconds.
    double percentile(double share) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        var index = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos[Math.clamp(index, 0, sortedNanos.length - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,.0f a second, p50 %.1f ms, p99 %.1f ms",
                perSecond(),
                percentile(0.5),
                percentile(0.99));
    }
}
