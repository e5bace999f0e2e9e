package care.sacrum.triage.rules;

import java.time.temporal.ChronoUnit;

/// How long something has lasted, in the unit that a person would use: after two months nobody counts days.
record Span(long count, ChronoUnit unit) {
    private static final int COUNTED_IN_DAYS = 60;
    private static final int COUNTED_IN_WEEKS = 83;
    private static final int COUNTED_IN_MONTHS = 699;
    private static final double DAYS_A_YEAR = 365.25;

    static Span of(int days) {
        if (days <= COUNTED_IN_DAYS) {
            return new Span(days, ChronoUnit.DAYS);
        }
        if (days <= COUNTED_IN_WEEKS) {
            return new Span(Math.round(days / 7.0), ChronoUnit.WEEKS);
        }
        return days <= COUNTED_IN_MONTHS
                ? new Span(Math.round(days * 12 / DAYS_A_YEAR), ChronoUnit.MONTHS)
                : new Span(Math.round(days / DAYS_A_YEAR), ChronoUnit.YEARS);
    }
}
