package care.sacrum.triage.cases;

import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object, read for what they may mean. What cannot be read is set aside under its full name and
/// counts as not given.
final class Fields {
    static final int LENGTH_OF_A_DATE = "2026-02-05".length();

    private static final int LONGEST_WORD = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int SHORTEST_INSTANT = "2026-02-05T18:06Z".length();
    private static final Map<String, String> ZONES = zones();
    private static final String NUMBER = "[+-]?[0-9]{1,9}(?:\\.[0-9]{1,9})?";
    private static final String SCORE = "([0-9]{1,2}(?:\\.[0-9]{1,9})?)";
    private static final Pattern ON_THE_SCALE =
            // With words around it: "about 8/10, severe".
            Pattern.compile("(?!.*(?:day|week|month|year|hour|time|mm|cm))(?:[\\p{L} ~:]+ )?~?" + SCORE
                    + "(?: ?(?:-|\u2013|to|or|a|o) ?" + SCORE
                    + ")?(?: ?(?:/|out of|of|sobre|de) ?10)?(?:[ !+(.][^0-9]*)?");
    private static final Pattern OF_TEN_IN_WORDS = Pattern.compile(" *(?:out of|of|sobre|de|/) *(?:ten|diez|10)$");
    /// Of mild, moderate and severe, which the scale puts at up to 3, 6 and 10, a middle one.
    private static final Map<String, Integer> SEVERITIES_IN_WORDS = Map.ofEntries(
            Map.entry("slight", 2),
            Map.entry("mild", 2),
            Map.entry("leve", 2),
            Map.entry("moderate", 5),
            Map.entry("moderado", 5),
            Map.entry("moderada", 5),
            Map.entry("strong", 8),
            Map.entry("severe", 8),
            Map.entry("fuerte", 8),
            Map.entry("grave", 8),
            Map.entry("verysevere", 9),
            Map.entry("extreme", 10));
    private static final Pattern PERCENT = Pattern.compile(" *(100|[0-9]{1,2}) ?% *");
    private static final Pattern TEMPERATURE = Pattern.compile(
            " *([0-9]{1,3}(?:\\.[0-9]{1,9})?) *(?:[\u00b0\u00ba]|deg(?:rees)?)? *(C|F|Celsius|Fahrenheit)? *",
            Pattern.CASE_INSENSITIVE);

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

    /// Others that stand in the same place.
    Fields of(JsonNode other) {
        return new Fields(other, reportId, prefix, setAside);
    }

    /// The same, of which nothing is named.
    Fields unheard() {
        return new Fields(object, reportId, prefix, new ArrayList<>());
    }

    /// The same with one value instead of what stands there.
    Fields with(String name, JsonNode value) {
        ObjectNode other = object.isObject() ? ((ObjectNode) object).deepCopy() : JsonNodeFactory.instance.objectNode();
        other.set(name, value);
        return new Fields(other, reportId, prefix, setAside);
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

    JsonNode whole() {
        return object;
    }

    Set<Map.Entry<String, JsonNode>> all() {
        return object.properties();
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

    /// A number, also where it was written as text: `"7"`, `"7,5"`. On a scale that ends at 10 also `"7/10"`, `"7 out
    /// of
    /// 10"`, and `"6-7"`, of which the higher counts.
    @Nullable
    Double number(String name, double least, double most) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        double number =
                value.isNumber() ? value.doubleValue() : value.isTextual() ? parsed(value.asText(), most) : Double.NaN;
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

    /// A score of pain, 0 to 10, also where it stands alone in a list, or as the value of an object.
    @Nullable
    Double score(String name) {
        JsonNode value = value(name);
        if (value != null && value.size() == 1) {
            JsonNode alone = value.isArray() ? value.get(0) : value.path("value");
            if (alone.isValueNode() && !alone.isNull()) {
                return with(name, alone).number(name, 0, 10);
            }
        }
        return number(name, 0, 10);
    }

    /// How strong a sign is, 0 to 10, also in words or as a share of a hundred.
    @Nullable
    Double severity(String name) {
        JsonNode value = value(name);
        String written = value == null || !value.isTextual() ? "" : value.asText();
        Integer word = SEVERITIES_IN_WORDS.get(Word.letters(written));
        Matcher percent = PERCENT.matcher(written);
        if (word == null && !percent.matches()) {
            return number(name, 0, 10);
        }
        double severity = word == null ? Double.parseDouble(percent.group(1)) / 10 : word;
        setAside(name, "is read as " + plain(severity) + " of 10");
        return severity;
    }

    private static double parsed(String text, double most) {
        String number = text.strip().replace(',', '.');
        if (number.matches(NUMBER)) {
            return Double.parseDouble(number);
        }
        if (most != 10) {
            return Double.NaN;
        }
        Integer word = NumberWords.of(
                OF_TEN_IN_WORDS.matcher(number.toLowerCase(Locale.ROOT)).replaceFirst(""));
        if (word != null) {
            return word;
        }
        Matcher onTheScale = ON_THE_SCALE.matcher(number);
        if (!onTheScale.matches()) {
            return Double.NaN;
        }
        double score = Double.parseDouble(onTheScale.group(1));
        return onTheScale.group(2) == null ? score : Math.max(score, Double.parseDouble(onTheScale.group(2)));
    }

    /// A temperature in degrees Celsius. No living body is at 90 of them, so such a number is in Fahrenheit.
    @Nullable
    Double celsius(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        Matcher written = TEMPERATURE.matcher(value.asText().replace(',', '.'));
        if (!value.isValueNode() || !written.matches()) {
            setAside(name, "is not a temperature");
            return null;
        }
        double degrees = Double.parseDouble(written.group(1));
        boolean fahrenheit =
                written.group(2) == null ? degrees >= 90 && degrees <= 113 : isFahrenheit(written.group(2));
        if (fahrenheit) {
            degrees = Math.rint((degrees - 32) / 1.8 * 10) / 10;
            setAside(name, "is read as degrees Fahrenheit: " + degrees + " in Celsius");
        }
        if (degrees < 30 || degrees > 45) {
            setAside(name, "not within 30 to 45");
            return null;
        }
        return degrees;
    }

    /// Whether the temperature of a living body stands there; nothing is named over it.
    boolean holdsCelsius(String name) {
        return given(name) && unheard().celsius(name) != null;
    }

    private static boolean isFahrenheit(String unit) {
        return unit.toLowerCase(Locale.ROOT).startsWith("f");
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    /// True or false where a yes may alarm, and so counts with whatever follows it, and a no must be
    /// plain; `otherwise` where it is absent or cannot be told.
    boolean truth(String name, boolean otherwise) {
        JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (PlainAnswer.beginsWithAYes(value.asText())) {
            return true;
        }
        Status status = Telling.statusIn(value.asText());
        if (status == null) {
            setAside(name, "is neither true nor false");
            return otherwise;
        }
        return status == Status.PRESENT;
    }

    /// A yes or a no where a yes calms, and so must be plain, and any no counts: neither is set aside,
    /// and a no where nothing is said.
    PlainAnswer plainly(String name, Function<String, PlainAnswer> reading) {
        JsonNode value = value(name);
        if (value == null) {
            return PlainAnswer.NO;
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? PlainAnswer.YES : PlainAnswer.NO;
        }
        PlainAnswer plain = PlainAnswer.beginsWithANo(value.asText()) ? PlainAnswer.NO : reading.apply(value.asText());
        if (plain == PlainAnswer.NEITHER) {
            setAside(name, "is no plain yes and no plain no, and so counts as none");
        }
        return value.isValueNode() && OtherWords.saysNothing(value.asText()) ? PlainAnswer.NO : plain;
    }

    <W extends Enum<W> & Word> @Nullable W word(String name, Class<W> vocabulary) {
        return word(name, vocabulary, other -> null);
    }

    /// @param otherwise what the word means where it is another than the vocabulary's
    <W extends Enum<W> & Word> @Nullable W word(
            String name, Class<W> vocabulary, Function<String, @Nullable W> otherwise) {
        String written = text(name);
        if (written == null) {
            return null;
        }
        Optional<W> word = Word.find(vocabulary, written).or(() -> Optional.ofNullable(otherwise.apply(written)));
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
        Instant exact = asEventsWriteIt(written);
        if (exact != null) {
            return believable(name, exact);
        }
        String standard = standard(written);
        try {
            Instant counted = WrittenTimes.counted(written);
            if (counted != null) {
                return believable(name, counted);
            }
            if (standard.length() == LENGTH_OF_A_DATE && zone != null) {
                Instant noon =
                        LocalDate.parse(standard).atTime(12, 0).atZone(zone).toInstant();
                setAside(name, "has no time of day; one is assumed");
                return believable(name, noon);
            }
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(standard, ZonedDateTime::from, LocalDateTime::from);
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

    /// An instant; of a date without a time, the end of the day, so that all the day's reports are in by then.
    @Nullable
    Instant endOfDayOrTime(String name, ZoneId zone) {
        String written = text(name);
        if (written == null || standard(written).length() != 10) {
            return time(name, zone);
        }
        LocalDate date = date(name);
        if (date == null) {
            return null;
        }
        setAside(name, "has no time of day; the end of the day is taken");
        return date.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    /// The end of the later of the two days that a date may mean, such as 02/03/2026.
    @Nullable
    Instant laterReading(String name, ZoneId zone) {
        JsonNode value = value(name);
        LocalDate later = value == null || !value.isTextual()
                ? null
                : WrittenTimes.later(value.asText().strip());
        return later == null
                ? null
                : believable(
                        name, later.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
    }

    /// The offset that a time was written with, or nothing where it has none of its own.
    @Nullable
    ZoneOffset offset(String name) {
        JsonNode value = value(name);
        if (value == null
                || !value.isTextual()
                || asEventsWriteIt(value.asText().strip()) != null) {
            return null;
        }
        try {
            ZoneOffset offset = DateTimeFormatter.ISO_DATE_TIME.parse(
                    standard(value.asText().strip()), ZoneOffset::from);
            return offset.equals(ZoneOffset.UTC) ? null : offset;
        } catch (DateTimeException none) {
            return null;
        }
    }

    /// At once, since events come by the thousand.
    private static @Nullable Instant asEventsWriteIt(String written) {
        if (written.length() < SHORTEST_INSTANT || written.charAt(10) != 'T' || !written.endsWith("Z")) {
            return null;
        }
        try {
            return Instant.parse(written);
        } catch (DateTimeException otherwise) {
            return null;
        }
    }

    /// A time as ISO 8601 writes it, from what is nearly that: slashes, a blank before the time or the offset, an
    /// offset
    /// without a colon.
    private static String standard(String written) {
        String standard = WrittenTimes.yearFirst(written.strip())
                .replaceFirst("^([0-9]{4})[/-]([0-9]{2})[/-]([0-9]{2})", "$1-$2-$3")
                .replaceFirst("^(.{10}) +", "$1T")
                .replaceFirst(" ?UTC$", "Z")
                .replaceFirst(" +(?=[Zz+-])", "");
        return standard.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2");
    }

    private @Nullable Instant believable(String name, Instant time) {
        int year = time.atZone(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            setAside(name, "is not a time that can be meant");
            return null;
        }
        return time;
    }

    /// The day of a time that tells no more than that.
    @Nullable
    LocalDate dayAlone(String name) {
        String written = given(name) ? standard(value(name).asText().strip()) : "";
        try {
            return written.length() == LENGTH_OF_A_DATE ? LocalDate.parse(written) : null;
        } catch (DateTimeException other) {
            return null;
        }
    }

    @Nullable
    LocalDate date(String name) {
        String written = text(name);
        if (written == null) {
            return null;
        }
        try {
            LocalDate date = nearest(WrittenTimes.yearFirst(written).replace('/', '-'));
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // Falls through to being set aside.
        }
        setAside(name, "is not a date such as 2026-02-05");
        return null;
    }

    /// Of a month or a year alone, its last day: the nearer reading is the safer one.
    private static LocalDate nearest(String written) {
        return switch (written.length()) {
            case 4 -> Year.parse(written).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(written).atEndOfMonth();
            default -> LocalDate.parse(written.length() > 10 ? written.substring(0, 10) : written);
        };
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
