package care.sacrum.session.dating;

import java.time.LocalDate;

/// The years that somebody can mean by a day. What lies outside is a slip, or a test of our patience, and neither
/// arithmetic nor the database holds all of it.
public final class OurTime {

    public static final int EARLIEST_YEAR = 1900;
    public static final int LATEST_YEAR = 2999;

    /// The remedy, as a problem says it.
    public static final String MUST = "must be a day of the years " + EARLIEST_YEAR + " to " + LATEST_YEAR;

    private OurTime() {}

    public static boolean holds(LocalDate day) {
        return holds(day.getYear());
    }

    public static boolean holds(int year) {
        return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    }
}
