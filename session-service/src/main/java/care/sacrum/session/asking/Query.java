package care.sacrum.session.asking;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads query parameters, or refuses with 422 and the parameter's name, as a field of a body is refused.
public final class Query {

    public static final int USUAL_PAGE_ITEMS = 50;
    public static final int LARGEST_PAGE_ITEMS = 200;

    /// As many as fit into an address of 4 KiB, which is what HTTP servers take.
    public static final int MOST_IDS = 100;

    private static final String OF_WHICH_YEARS = "of the years " + OurTime.EARLIEST_YEAR + " to " + OurTime.LATEST_YEAR;

    /// What a page gave may lie outside our time, where a phone's clock was put right, and never outside this.
    private static final int LATEST_YEAR_OF_A_PLACE = 9999;

    private Query() {}

    public static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return USUAL_PAGE_ITEMS;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_PAGE_ITEMS) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a number out of bounds is.
        }
        throw refused("limit", "is not a number from 1 to " + LARGEST_PAGE_ITEMS);
    }

    public static Optional<LocalDate> day(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text);
            if (OurTime.holds(day)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException notADay) {
            // Refused below, as a day of no time of ours is.
        }
        throw refused(name, "is not a day such as 2026-02-05, " + OF_WHICH_YEARS);
    }

    /// Of a stretch of days of which only the first was asked for.
    ///
    /// @param last which day is the last then
    public static Problem.Refused refusedWithoutTo(LocalDate last, int mostDays) {
        return refused(
                "from",
                "must not lie after %s, which is the last day while to is left out, nor %d days or more before it"
                        .formatted(last, mostDays));
    }

    /// A moment with its offset.
    public static Optional<Instant> moment(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var moment = OffsetDateTime.parse(text);
            if (OurTime.holds(moment.getYear())) {
                return Optional.of(moment.toInstant());
            }
        } catch (DateTimeParseException notAMoment) {
            // Refused below, as a moment of no time of ours is.
        }
        throw refused(name, "is not a moment with its offset such as 2026-02-05T18:00:00Z, " + OF_WHICH_YEARS);
    }

    /// A whole number within bounds.
    public static Optional<Integer> number(String name, @Nullable String text, int least, int most) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a number out of bounds is.
        }
        throw refused(name, "is not a number from " + least + " to " + most);
    }

    public static Optional<UUID> id(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Id.read(text).orElseThrow(() -> refused(name, "is not a UUID")));
    }

    /// Up to [#MOST_IDS] ids, parted by commas.
    public static List<UUID> ids(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        var ids = text.split(",", MOST_IDS + 1);
        if (ids.length > MOST_IDS) {
            throw refused(name, "names more than " + MOST_IDS + " ids; ask for them in several requests");
        }
        return Arrays.stream(ids)
                .map(id -> Id.read(id.strip()).orElseThrow(() -> refused(name, "are not UUIDs parted by commas")))
                .distinct()
                .toList();
    }

    public static Optional<String> oneOf(String name, @Nullable String text, Collection<String> words) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        if (!words.contains(text)) {
            throw refused(
                    name,
                    "is none of " + String.join(", ", words.stream().sorted().toList()));
        }
        return Optional.of(text);
    }

    /// What an earlier page gave as `next`, opened; its parts are what [#cursor] was given.
    public static Optional<List<String>> after(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var opened =
                    List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1));
            if (opened.size() == parts) {
                return Optional.of(opened);
            }
        } catch (IllegalArgumentException notOurs) {
            // Refused below.
        }
        throw badCursor();
    }

    /// The day that a cursor names; one that no page gave is refused.
    public static LocalDate dayOfCursor(String part) {
        try {
            var day = LocalDate.parse(part);
            if (isOfAPlace(day.getYear())) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Refused below.
        }
        throw badCursor();
    }

    /// The moment that a cursor names; one that no page gave is refused.
    public static Instant momentOfCursor(String part) {
        try {
            var moment = Instant.parse(part);
            if (isOfAPlace(moment.atOffset(ZoneOffset.UTC).getYear())) {
                return moment;
            }
        } catch (DateTimeException notAMoment) {
            // Refused below.
        }
        throw badCursor();
    }

    private static boolean isOfAPlace(int year) {
        return year >= 1 && year <= LATEST_YEAR_OF_A_PLACE;
    }

    public static Problem.Refused badCursor() {
        return refused("after", "is not the next of an earlier page");
    }

    public static String cursor(Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(text.isEmpty() ? "" : "|").append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Refuses a parameter that cannot be meant.
    public static Problem.Refused refused(String parameter, String why) {
        return Problem.unprocessable(parameter, why).refused();
    }
}
