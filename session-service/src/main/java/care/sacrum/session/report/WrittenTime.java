package care.sacrum.session.report;

import care.sacrum.platform.dating.OurTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// A moment as devices write it: with its offset however that is spelled, or as seconds or milliseconds since 1970.
///
/// @param offsetAssumed it named no offset, and was taken in a zone
record WrittenTime(Instant instant, boolean offsetAssumed) {

    private static final Pattern EPOCH = Pattern.compile("[0-9]{9,10}|[0-9]{12,13}");
    private static final long LEAST_MILLISECONDS = 100_000_000_000L;
    private static final Pattern BLANK_BEFORE_THE_TIME = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) +(?=\\d)");
    private static final Pattern BLANK_BEFORE_THE_OFFSET = Pattern.compile(" +(?=[zZ]$|[+-]\\d{2}:?\\d{2}$)");
    private static final Pattern NAME_OF_THE_ZONE = Pattern.compile("\\[[A-Za-z0-9_/+:-]+]$");
    private static final Pattern JOINED_OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");
    private static final Pattern SHORT_OFFSET = Pattern.compile("(?<=T\\d{2}:\\d{2}[0-9:.]{0,13})([+-]\\d{2})$");

    /// Only where it says its offset.
    static Optional<Instant> read(JsonNode given) {
        return epoch(given).or(() -> withOffset(spelledAsUsual(given)));
    }

    /// @param zone for a time without its offset
    static Optional<WrittenTime> read(JsonNode given, ZoneId zone) {
        return read(given)
                .map(instant -> new WrittenTime(instant, false))
                .or(() -> without(spelledAsUsual(given), zone).map(instant -> new WrittenTime(instant, true)));
    }

    private static Optional<Instant> epoch(JsonNode given) {
        var written =
                given.isIntegralNumber() || given.isTextual() ? given.asText().strip() : "";
        if (!EPOCH.matcher(written).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(written);
        return Optional.of(number < LEAST_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }

    private static String spelledAsUsual(JsonNode given) {
        var text = given.isTextual() ? given.textValue().strip() : "";
        text = NAME_OF_THE_ZONE.matcher(text).replaceFirst("");
        text = BLANK_BEFORE_THE_TIME.matcher(text).replaceFirst("$1T");
        text = BLANK_BEFORE_THE_OFFSET.matcher(text).replaceFirst("");
        text = text.replace(',', '.');
        if (text.indexOf('T') > 0 || text.indexOf('t') > 0) {
            text = JOINED_OFFSET.matcher(text).replaceFirst("$1:$2");
            text = SHORT_OFFSET.matcher(text).replaceFirst("$1:00");
        }
        return text;
    }

    private static Optional<Instant> withOffset(String text) {
        try {
            var time = OffsetDateTime.parse(text);
            return OurTime.holds(time.getYear()) ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> without(String text, ZoneId zone) {
        try {
            var time = LocalDateTime.parse(text);
            return OurTime.holds(time.getYear()) ? Optional.of(time.atZone(zone).toInstant()) : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
