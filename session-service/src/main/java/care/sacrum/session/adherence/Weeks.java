package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Diary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The ISO weeks that are to be reckoned anew, within those that are kept.
final class Weeks {

    private final LocalDate first;
    private final LocalDate last;
    private final TreeSet<LocalDate> mondays = new TreeSet<>();

    /// @param from    the first day that is kept
    /// @param through the last one, a Sunday
    Weeks(LocalDate from, LocalDate through) {
        this.first = from;
        this.last = through;
    }

    /// A stretch of days, both included.
    record Stretch(LocalDate from, LocalDate to) {}

    void touch(LocalDate from, LocalDate to) {
        var begin = from.isBefore(first) ? first : from;
        var end = to.isAfter(last) ? last : to;
        for (var monday = Diary.mondayOf(begin); !monday.isAfter(end); monday = monday.plusWeeks(1)) {
            mondays.add(monday);
        }
    }

    /// What is to be reckoned, weeks that follow each other in one.
    List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        for (var monday : mondays) {
            var sunday = monday.plusDays(6);
            if (!stretches.isEmpty() && stretches.getLast().to().plusDays(1).equals(monday)) {
                stretches.set(
                        stretches.size() - 1, new Stretch(stretches.getLast().from(), sunday));
            } else {
                stretches.add(new Stretch(monday, sunday));
            }
        }
        return stretches;
    }

    int count() {
        return mondays.size();
    }
}
