package care.sacrum.session.adherence.calculation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Figures of a week, of a month and of any stretch, and the trend, from those of single days.
public final class Rolling {

    public static final int DAYS_OF_A_WEEK = 7;

    public static final int DAYS_OF_A_MONTH = 30;

    private final NavigableMap<LocalDate, Figure> ofDays;

    /// @param ofDays of the days that count, in any order; a day that is not there makes no figure
    public Rolling(Map<LocalDate, Figure> ofDays) {
        this.ofDays = new TreeMap<>(ofDays);
    }

    public static Rolling of(List<Day> days, Standing standing) {
        var ofDays = new TreeMap<LocalDate, Figure>();
        days.forEach(day -> ofDays.put(day.day(), Figure.of(day, standing)));
        return new Rolling(ofDays);
    }

    /// Both included.
    public Figure between(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? Figure.NONE
                : ofDays.subMap(from, true, to, true).values().stream().reduce(Figure.NONE, Figure::plus);
    }

    /// So many days, that one the last of them.
    public Figure upTo(LocalDate day, int days) {
        return between(day.minusDays(days - 1L), day);
    }

    public Trend trendOn(LocalDate day) {
        return Trend.of(upTo(day.minusDays(Trend.DAYS), Trend.DAYS), upTo(day, Trend.DAYS));
    }
}
