package care.sacrum.platform.dating;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The years that somebody can mean by a day. What lies outside is a slip, or a test of our patience, and neither
/// arithmetic nor the database holds all of it.
public final class OurTime {

    public static final int EARLIEST_YEAR = 1900;
    public static final int LATEST_YEAR = 2999;

    /// The remedy, as a problem says it.
    public static final String MUST = "must be a day of the years " + EARLIEST_YEAR + " to " + LATEST_YEAR;

    private static final Instant EARLIEST = startOf(EARLIEST_YEAR);
    private static final Instant END = startOf(LATEST_YEAR + 1);

    private OurTime() {}

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public static boolean holds(LocalDate day) {
        return holds(day.getYear());
    }

    public static boolean holds(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(END);
    }

    public static boolean holds(int year) {
        return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    }

    /// An instant as a cursor keeps it.
    ///
    /// @throws DateTimeException where it is of another time
    public static Instant instant(long epochSecond, long nano) {
        var instant = Instant.ofEpochSecond(epochSecond, nano);
        if (!holds(instant)) {
            throw new DateTimeException("an instant of another time");
        }
        return instant;
    }
}
