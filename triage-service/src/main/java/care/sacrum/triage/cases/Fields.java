package care.sacrum.triage.cases;

import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object, read for what they may mean. What cannot be read is set aside under its full name and
/// counts as not given.
final class Fields {
    private static final int LONGEST_WORD = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Map<String, String> ZONES = zones();

    private final JsonNode object;
    private final String reportId;
    private final String prefix;
    private final List<SetAside> setAside;

    Fields(JsonNode object, String reportId, String prefix, List<SetAside> setAside) {
        this.object = object;
        this.reportId = reportId;
        this.prefix = prefix;
        this.setAside = setAside;
    }

    Fields within(JsonNode part, String name) {
        return new Fields(part, reportId, prefix + name + ".", setAside);
    }

    void setAside(String name, String why) {
        setAside.add(new SetAside(reportId, prefix + name, why));
    }

    /// The value, or nothing where it is absent or null.
    @Nullable
    JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean given(String name) {
        return value(name) != null;
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isValueNode()) {
            return value.asText().strip();
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            return String.join(" ", parts).strip();
        }
        setAside(name, "is not text");
        return null;
    }

    /// A number, also where it was written as text.
    @Nullable
    Double number(String name, double least, double most) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        double number =
                value.isNumber() ? value.doubleValue() : value.isTextual() ? parsed(value.asText()) : Double.NaN;
        if (Double.isNaN(number)) {
            setAside(name, "is not a number");
            return null;
        }
        if (number < least || number > most) {
            setAside(name, "not within " + plain(least) + " to " + plain(most));
            return null;
        }
        return number;
    }

    private static double parsed(String text) {
        String number = text.strip().replace(',', '.');
        return number.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(number) : Double.NaN;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    /// True or false, `otherwise` where it is absent or cannot be told.
    boolean truth(String name, boolean otherwise) {
        JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> {
                return true;
            }
            case "false", "no", "0" -> {
                return false;
            }
            default -> {
                setAside(name, "is neither true nor false");
                return otherwise;
            }
        }
    }

    <W extends Enum<W> & Word> @Nullable W word(String name, Class<W> vocabulary) {
        String written = text(name);
        if (written == null) {
            return null;
        }
        Optional<W> word = Word.find(vocabulary, written);
        if (word.isEmpty()) {
            setAside(name, "is no word we know: " + shortened(written));
        }
        return word.orElse(null);
    }

    static String shortened(String written) {
        return written.length() <= LONGEST_WORD ? written : written.substring(0, LONGEST_WORD);
    }

    /// An instant. A time without an offset is told by the zone; a date without a time is taken as its noon, so that at
    /// least the day is right.
    @Nullable
    Instant time(String name, @Nullable ZoneId zone) {
        String written = text(name);
        if (written == null) {
            return null;
        }
        try {
            if (written.length() == 10 && zone != null) {
                Instant noon =
                        LocalDate.parse(written).atTime(12, 0).atZone(zone).toInstant();
                setAside(name, "has no time of day; noon is taken");
                return believable(name, noon);
            }
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    written.replace(' ', 'T'), ZonedDateTime::from, LocalDateTime::from);
            if (time instanceof ZonedDateTime zoned) {
                return believable(name, zoned.toInstant());
            }
            if (time instanceof LocalDateTime local && zone != null) {
                setAside(name, "has no offset; it is taken as the local time where the patient was");
                return believable(name, local.atZone(zone).toInstant());
            }
        } catch (DateTimeException unreadable) {
            // Falls through to being set aside, whatever was wrong with it.
        }
        setAside(name, "is not a time such as 2026-02-05T18:00:00Z");
        return null;
    }

    private @Nullable Instant believable(String name, Instant time) {
        int year = time.atZone(java.time.ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            setAside(name, "is not a time that can be meant");
            return null;
        }
        return time;
    }

    @Nullable
    LocalDate date(String name) {
        String written = text(name);
        if (written == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(written.length() > 10 ? written.substring(0, 10) : written);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // Falls through to being set aside.
        }
        setAside(name, "is not a date such as 2026-02-05");
        return null;
    }

    @Nullable
    ZoneId zone(String name) {
        String written = text(name);
        if (written == null) {
            return null;
        }
        String known = ZONES.get(written.toLowerCase(Locale.ROOT).replace(' ', '_'));
        try {
            return ZoneId.of(known == null ? written : known);
        } catch (DateTimeException unreadable) {
            setAside(name, "is no time zone such as Europe/London");
            return null;
        }
    }

    private static Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>();
        for (String zone : ZoneId.getAvailableZoneIds()) {
            zones.put(zone.toLowerCase(Locale.ROOT), zone);
        }
        return zones;
    }
}
