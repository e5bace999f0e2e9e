package care.sacrum.triage.practice;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A stretch of a weekday in which somebody is there, by the clock on the wall.
///
/// In minutes after midnight, since a practice that never closes closes at 24:00, which is no time of a day.
public record Opening(DayOfWeek day, int opens, int closes) {

    private static final int HOUR = 60;
    private static final int WHOLE_DAY = 24 * HOUR;
    private static final Pattern TEXT =
            Pattern.compile("([a-z]+) ([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]|24):([0-5][0-9])");

    public Opening {
        if (opens < 0 || opens >= closes || closes > WHOLE_DAY) {
            throw new IllegalArgumentException("A stretch of one day opens before it closes");
        }
    }

    static Opening wholeDay(DayOfWeek day) {
        return new Opening(day, 0, WHOLE_DAY);
    }

    /// @param text such as `monday 08:30-17:00`
    public static Optional<Opening> of(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Opening(
                    DayOfWeek.valueOf(found.group(1).toUpperCase(Locale.ROOT)),
                    minutes(found.group(2), found.group(3)),
                    minutes(found.group(4), found.group(5))));
        } catch (IllegalArgumentException noSuchStretch) {
            return Optional.empty();
        }
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * HOUR + Integer.parseInt(minutes);
    }

    @Override
    public String toString() {
        return "%s %02d:%02d-%02d:%02d"
                .formatted(
                        day.name().toLowerCase(Locale.ROOT), opens / HOUR, opens % HOUR, closes / HOUR, closes % HOUR);
    }
}
