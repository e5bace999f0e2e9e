package care.sacrum.triage.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as people and machines write them beside ISO 8601, where they mean one day only: `25/02/2026`, `2 March 2026`,
/// seconds or milliseconds since 1970. `02/03/2026` means two days and is left alone.
final class WrittenTimes {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?![0-9])(.*)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<day>[0-9]{1,2})(?:st|nd|rd|th)? (?<month>\\p{Alpha}{3,9})\\.?,? (?<year>[0-9]{4})(?<rest>.*)");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<month>\\p{Alpha}{3,9})\\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})(?<rest>.*)");
    private static final Pattern SINCE_1970 = Pattern.compile("[0-9]{10}|[0-9]{13}");

    private WrittenTimes() {}

    /// An instant that was counted from 1970, in seconds (ten digits) or milliseconds (thirteen).
    static @Nullable Instant counted(String written) {
        if (!SINCE_1970.matcher(written).matches()) {
            return null;
        }
        long since = Long.parseLong(written);
        return written.length() == 10 ? Instant.ofEpochSecond(since) : Instant.ofEpochMilli(since);
    }

    /// The date at the beginning with its year first; as it is where that cannot be told.
    static String yearFirst(String written) {
        Matcher numbers = NUMBERS.matcher(written);
        if (numbers.matches()) {
            int first = Integer.parseInt(numbers.group(1));
            int second = Integer.parseInt(numbers.group(2));
            boolean dayFirst = first > 12 || first == second;
            boolean oneDay = dayFirst || second > 12;
            return oneDay
                    ? dated(numbers.group(3), dayFirst ? second : first, dayFirst ? first : second, numbers.group(4))
                    : written;
        }
        for (Pattern pattern : List.of(DAY_MONTH, MONTH_DAY)) {
            Matcher named = pattern.matcher(written);
            int month = named.matches() ? month(named.group("month")) : 0;
            if (month > 0) {
                return dated(named.group("year"), month, Integer.parseInt(named.group("day")), named.group("rest"));
            }
        }
        return written;
    }

    /// The later of the two days that a date in numbers may mean; nothing where it means one, or none.
    static @Nullable LocalDate later(String written) {
        Matcher numbers = NUMBERS.matcher(written);
        if (!numbers.matches() || !yearFirst(written).equals(written)) {
            return null;
        }
        int one = Integer.parseInt(numbers.group(1));
        int other = Integer.parseInt(numbers.group(2));
        int year = Integer.parseInt(numbers.group(3));
        return one == 0 || other == 0 ? null : LocalDate.of(year, Math.max(one, other), Math.min(one, other));
    }

    private static String dated(String year, int month, int day, String rest) {
        return "%s-%02d-%02d%s".formatted(year, month, day, rest.replaceFirst("^,? (?:at )?", " "));
    }

    private static int month(String written) {
        return MONTHS.indexOf(written.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }
}
