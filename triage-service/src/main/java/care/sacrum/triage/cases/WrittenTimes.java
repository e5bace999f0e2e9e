package care.sacrum.triage.cases;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as people and machines write them beside ISO 8601, where they mean one day only: `25/02/2026`, `2 March 2026`,
/// seconds or milliseconds since 1970. `02/03/2026` means two days and is left alone.
final class WrittenTimes {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> MONTHS_IN_SPANISH =
            Map.of("ene", "jan", "abr", "apr", "ago", "aug", "dic", "dec");
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?![0-9])(.*)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: de)? (?<month>\\p{Alpha}{3,9})\\.?,?(?: de)? (?<year>[0-9]{4})(?<rest>.*)");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<month>\\p{Alpha}{3,9})\\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})(?<rest>.*)");
    private static final Pattern SINCE_1970 = Pattern.compile("[0-9]{10}|[0-9]{13}");

    private static final Pattern AGO = Pattern.compile("(?:(?:about|around|for|since|over|more|than|approx|some"
            + "|desde|hace|unos|unas|mas|de|durante) )*(?:(?<number>[0-9]{1,3}|" + Counts.WORDS + ") )?(?:of )?"
            + "(?<unit>day|week|wk|month|year|yr|dia|semana|mes|ano)(?<more>e?s)?(?: ago| now| or so)?");
    /// "Since childbirth 10 years ago"; not where something newer is told too.
    private static final Pattern WITH_ITS_REASON =
            Pattern.compile("^(?:since|after|from) (?:my |the |an? )?[a-z]+ ((?:about )?[a-z0-9]+ [a-z]+ ago)$");
    private static final Pattern A_DAY_BY_NAME = Pattern.compile(
            "(?:(?:it|all|started|began|since|desde|on|el|la|this|empezo) )*(?<day>yesterday|ayer|today|hoy|now|ahora"
                    + "|last night|anoche|morning|esta manana|afternoon|evening|tonight|last week|semana pasada"
                    + "|(?:last )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
                    + "|lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
                    + "(?: (?:morning|afternoon|evening|night|pasado|por la (?:manana|tarde|noche)))?");
    private static final List<String> WEEKDAYS =
            List.of("mon lun", "tue mar", "wed mie", "thu jue", "fri vie", "sat sab", "sun dom");
    private static final Pattern SINCE_A_YEAR = Pattern.compile(
            "(?:(?:since|desde|from|circa|ca|c|about|around|approx|approximately|early|mid|late|hacia|sobre)"
                    + " (?:the year )?)+(?<year>(?:19|20)[0-9]{2})");

    /// The numbers that people write as words: of an uncertain one the least that is meant.
    private static final class Counts {
        static final String WORDS =
                "a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple|couple|a few|few"
                        + "|several|many|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|varios|varias|muchos|muchas";
        private static final Map<String, Integer> UNCERTAIN = Map.of(
                "a couple", 2,
                "couple", 2,
                "a few", 3,
                "few", 3,
                "several", 3,
                "varios", 3,
                "varias", 3,
                "many", 3,
                "muchos", 3,
                "muchas", 3);

        static int of(@Nullable String written, boolean several) {
            if (written == null) {
                return several ? 2 : 1;
            }
            if (Character.isDigit(written.charAt(0))) {
                return Integer.parseInt(written);
            }
            Integer exactly = NumberWords.of(written);
            return exactly == null ? UNCERTAIN.getOrDefault(written, 1) : exactly;
        }
    }

    private WrittenTimes() {}

    /// The day that "for 10 years", "3 weeks ago", "hace dos meses" or "since 2012" tells of, counted back from a day;
    /// nothing where they tell of none. Of a year, its last day: the nearer reading is the safer one.
    static @Nullable LocalDate ago(String written, LocalDate day) {
        String plain = String.join(" ", PlainWords.of(written));
        Matcher year = SINCE_A_YEAR.matcher(plain);
        if (year.matches()) {
            LocalDate end = LocalDate.of(Integer.parseInt(year.group("year")), 12, 31);
            return end.isAfter(day) ? null : end;
        }
        Matcher named = A_DAY_BY_NAME.matcher(plain);
        if (named.matches()) {
            return named(named.group("day"), day);
        }
        Matcher ago = AGO.matcher(WITH_ITS_REASON.matcher(plain).replaceFirst("$1"));
        if (!ago.matches()) {
            return null;
        }
        int number = Counts.of(ago.group("number"), ago.group("more") != null);
        return switch (ago.group("unit")) {
            case "day", "dia" -> day.minusDays(number);
            case "week", "wk", "semana" -> day.minusWeeks(number);
            case "month", "mes" -> day.minusMonths(number);
            default -> day.minusYears(number);
        };
    }

    /// The latest such day, up to that one.
    private static LocalDate named(String written, LocalDate day) {
        String word = written.replaceFirst("^last (?!night|week)", "");
        for (int i = 0; i < WEEKDAYS.size(); i++) {
            String[] begins = WEEKDAYS.get(i).split(" ");
            if (word.startsWith(begins[0]) || word.startsWith(begins[1])) {
                return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(i + 1)));
            }
        }
        return switch (word) {
            case "yesterday", "ayer", "last night", "anoche" -> day.minusDays(1);
            case "last week", "semana pasada" -> day.minusWeeks(1);
            default -> day;
        };
    }

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
        String month = written.substring(0, 3).toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(MONTHS_IN_SPANISH.getOrDefault(month, month)) + 1;
    }
}
