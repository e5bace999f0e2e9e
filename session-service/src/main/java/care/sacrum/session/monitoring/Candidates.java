package care.sacrum.session.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which codes what was recorded would fit, decided purely. The reading of the codes of 2026 that this rests
/// on:
///
/// - **98977**, 16 to 30 days with data in a window of 30 days; **98985**, 2 to 15. One of them a window. Windows
/// follow
///   one another without overlap from the day of set-up.
/// - **98975**, set-up and education: once an episode, as soon as one window has 2 days with data.
/// - **98980**, the first 20 minutes of a calendar month, with **98981** for each further 20 that are full; **98979**,
///   the first 10, only where there are not 20. Each of them only with a live contact in that month.
final class Candidates {

    /// Said with every answer, so that a reader knows what an older one rested on.
    static final String RULES = "CPT 2026 as Sacrum reads it, version 1";

    static final int WINDOW_DAYS = 30;

    private static final int FEWEST_DAYS = 2;
    private static final int DAYS_OF_THE_UPPER_BAND = 16;
    private static final int SHORT_MINUTES = 10;
    private static final int FULL_MINUTES = 20;

    private static final String SET_UP = "98975";
    private static final String LOWER_BAND = "98985";
    private static final String UPPER_BAND = "98977";
    private static final String FIRST_TEN = "98979";
    private static final String FIRST_TWENTY = "98980";
    private static final String FURTHER_TWENTY = "98981";

    private Candidates() {}

    /// @param endedOn the last day, absent while it lasts
    record Episode(UUID id, LocalDate setUpOn, @Nullable LocalDate endedOn) {

        boolean covers(LocalDate day) {
            return !day.isBefore(setUpOn) && (endedOn == null || !day.isAfter(endedOn));
        }
    }

    /// A local day of which the patient told something, by the own phone: nobody may fill in data from a desk.
    ///
    /// @param firstReceivedAt when the first of its reports came; the day is that of the observation all the same
    record DataDay(LocalDate day, int reports, List<UUID> reportIds, Instant firstReceivedAt) {}

    /// @param day of the practice's calendar
    record Work(UUID workId, LocalDate day, int minutes, boolean liveContact) {}

    record Candidate(String code, int times) {}

    /// @param number    the first of the episode is 1
    /// @param over      no day of it is still to come; late reports may change it all the same
    /// @param candidate absent where there are too few days
    record Window(
            int number, LocalDate from, LocalDate to, boolean over, List<DataDay> days, Optional<String> candidate) {}

    /// @param reachedOn the day on which there was enough
    record SetUp(String candidate, LocalDate reachedOn) {}

    /// @param minutes of all work
    record Month(
            YearMonth month,
            boolean over,
            int minutes,
            int liveContacts,
            List<Work> work,
            List<Candidate> candidates) {}

    /// The windows of an episode that have begun.
    ///
    /// @param data  in any order
    /// @param today where the patient lives
    static List<Window> windows(Episode episode, List<DataDay> data, LocalDate today) {
        var last = episode.endedOn == null || episode.endedOn.isAfter(today) ? today : episode.endedOn;
        var byWindow = new TreeMap<Long, List<DataDay>>();
        for (var day : data) {
            if (!day.day.isBefore(episode.setUpOn) && !day.day.isAfter(last)) {
                var index = ChronoUnit.DAYS.between(episode.setUpOn, day.day) / WINDOW_DAYS;
                byWindow.computeIfAbsent(index, each -> new ArrayList<>()).add(day);
            }
        }
        var windows = new ArrayList<Window>();
        long begun = ChronoUnit.DAYS.between(episode.setUpOn, last);
        for (long index = 0; index * WINDOW_DAYS <= begun; index++) {
            var from = episode.setUpOn.plusDays(index * WINDOW_DAYS);
            var to = from.plusDays(WINDOW_DAYS - 1L);
            var days = byWindow.getOrDefault(index, List.of()).stream()
                    .sorted(Comparator.comparing(DataDay::day))
                    .toList();
            boolean over = to.isBefore(today) || last.isBefore(today);
            windows.add(new Window((int) index + 1, from, to, over, days, ofDays(days.size())));
        }
        return windows;
    }

    private static Optional<String> ofDays(int days) {
        if (days < FEWEST_DAYS) {
            return Optional.empty();
        }
        return Optional.of(days < DAYS_OF_THE_UPPER_BAND ? LOWER_BAND : UPPER_BAND);
    }

    static Optional<SetUp> setUp(List<Window> windows) {
        return windows.stream()
                .filter(window -> window.days.size() >= FEWEST_DAYS)
                .findFirst()
                .map(window ->
                        new SetUp(SET_UP, window.days.get(FEWEST_DAYS - 1).day()));
    }

    /// @param work  in any order, of any months
    /// @param today where the practice is
    static Month month(YearMonth month, List<Work> work, LocalDate today) {
        var of = work.stream()
                .filter(each -> YearMonth.from(each.day).equals(month))
                .sorted(Comparator.comparing(Work::day).thenComparing(Work::workId))
                .toList();
        int minutes = of.stream().mapToInt(Work::minutes).sum();
        int contacts = (int) of.stream().filter(Work::liveContact).count();
        return new Month(
                month,
                month.isBefore(YearMonth.from(today)),
                minutes,
                contacts,
                of,
                contacts == 0 ? List.of() : ofMinutes(minutes));
    }

    private static List<Candidate> ofMinutes(int minutes) {
        if (minutes < SHORT_MINUTES) {
            return List.of();
        }
        if (minutes < FULL_MINUTES) {
            return List.of(new Candidate(FIRST_TEN, 1));
        }
        int further = (minutes - FULL_MINUTES) / FULL_MINUTES;
        var first = new Candidate(FIRST_TWENTY, 1);
        return further == 0 ? List.of(first) : List.of(first, new Candidate(FURTHER_TWENTY, further));
    }
}
