package care.sacrum.session.adherence.calculation;

/// Whether the last days went better than those before them.
public enum Trend {
    IMPROVED,
    STEADY,
    FELL_OFF,
    /// Too little is known of one of the two.
    UNKNOWN;

    /// The days that are compared: so many, with so many before them.
    public static final int DAYS = 14;

    static final int LEAST_SESSIONS = 3;
    static final int POINTS = 15;

    public static Trend of(Figure before, Figure now) {
        if (before.known() < LEAST_SESSIONS || now.known() < LEAST_SESSIONS) {
            return UNKNOWN;
        }
        int gained = now.percent().orElseThrow() - before.percent().orElseThrow();
        return gained >= POINTS ? IMPROVED : gained <= -POINTS ? FELL_OFF : STEADY;
    }
}
