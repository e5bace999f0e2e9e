package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/// Values that hold no words: numbers, flags, versions of software, times and ids.
final class PlainValues {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(?:[.,][0-9]{1,9})?");
    private static final Pattern VERSION = Pattern.compile(
            "v?[0-9]{1,9}(?:\\.[0-9]{1,9}){1,3}(?:[-+.](?:alpha|beta|rc|dev|snapshot|build)?[.0-9]{0,9})?(?: ?\\([0-9]{1,9}\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)? ?(?:Z|[+-][0-9]{2}:?[0-9]{2})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private PlainValues() {}

    static boolean isOne(JsonNode value) {
        return value.isNumber()
                || value.isBoolean()
                || value.isTextual() && isOne(value.textValue().strip());
    }

    private static boolean isOne(String text) {
        return NUMBER.matcher(text).matches()
                || VERSION.matcher(text).matches()
                || TIME.matcher(text).matches()
                || UUID.matcher(text).matches();
    }
}
