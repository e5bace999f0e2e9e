package care.sacrum.session.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which codes what was recorded would fit, decided purely. The reading of the codes of 2026 that this rests on:
///
/// - **98977**, 16 to 30 days with data in a window of 30 days; **98985**, 2 to 15. One of them a window.
///   Windows follow one another without overlap from the day of set-up; those of a later episode begin behind the
///   last of the earlier.
/// - **98975**, set-up and education: once an episode, as soon as one window has the days for one of these.
/// - **98980**, the first 20 minutes of a calendar month, with **98981** for each further 20 that are full;
///   **98979**, the first 10, only where there are not 20. Each of them only with a live contact in that month,
///   and where a day of it lies in an episode.
/// - None of a time before the code was there: 98985 and 98979 are of 2026, the others of 2022.
final class Candidates {

    /// Said with every answer, so that a reader knows what an older one rested on.
    static final String RULES = "CPT 2026 as Sacrum reads it, version 2";

    static final int WINDOW_DAYS = 30;

    private static final int FEWEST_DAYS = 2;
    private static final int DAYS_OF_THE_UPPER_BAND = 16;
    private static final int SHORT_MINUTES = 10;
    private static final int FULL_MINUTES = 20;

    private static final LocalDate FIRST_CODES = LocalDate.of(2022, 1, 1);
    private static final LocalDate SHORT_CODES = LocalDate.of(2026, 1, 1);

    private static final String SET_UP = "98975";
    private static final String LOWER_BAND = "98985";
    private static final String UPPER_BAND = "98977";
    private static final String FIRST_TEN = "98979";
    private static final String FIRST_TWENTY = "98980";
    private static final String FURTHER_TWENTY = "98981";

    private static final String NOT_MONITORED =
            "No day of this month lies in an episode: by its end nobody had recorded a"
                    + " set-up, or monitoring had ended before it began.";

    private static final String NOT_MONITORED_SO_FAR =
            "No day of this month lies in an episode so far: nobody has recorded a set-up, or monitoring had ended before"
                    + " it began.";

    private Candidates() {}

    /// @param endedOn the last day, absent while it lasts
    record Episode(UUID id, LocalDate setUpOn, @Nullable LocalDate endedOn) {

        boolean covers(LocalDate day) {
            return !day.isBefore(setUpOn) && (endedOn == null || !day.isAfter(endedOn));
        }

        /// Whether a day of it lies there, both included.
        boolean touches(LocalDate from, LocalDate to) {
            return !setUpOn.isAfter(to) && (endedOn == null || !endedOn.isBefore(from));
        }

        boolean touches(YearMonth month) {
            return touches(month.atDay(1), month.atEndOfMonth());
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
    /// @param candidate absent where there are too few days, or before there was such a code
    /// @param why       there is none
    record Window(
            int number,
            LocalDate from,
            LocalDate to,
            boolean over,
            List<DataDay> days,
            Optional<String> candidate,
            Optional<String> why) {

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// @param reachedOn the day on which there was enough
    record SetUp(String candidate, LocalDate reachedOn) {}

    /// An episode with what came of it.
    ///
    /// @param windows those that have begun
    /// @param says    what one should know of it; absent: nothing
    record Followed(Episode episode, List<Window> windows, Optional<SetUp> setUp, Optional<String> says) {}

    /// @param minutes of all work
    /// @param why     there is no candidate; absent where there is one
    record Month(
            YearMonth month,
            boolean over,
            int minutes,
            int liveContacts,
            List<Work> work,
            List<Candidate> candidates,
            Optional<String> why) {}

    /// The episodes of a patient, the oldest first. A day belongs to one window at most, and counts in it
    /// where it belongs to its episode.
    ///
    /// @param episodes all of them, in any order
    /// @param data     in any order
    /// @param today    where the patient lives
    static List<Followed> followed(List<Episode> episodes, List<DataDay> data, LocalDate today) {
        var all = new ArrayList<Followed>();
        var free = LocalDate.MIN;
        Optional<LocalDate> setUpBefore = Optional.empty();
        for (var episode :
                episodes.stream().sorted(Comparator.comparing(Episode::setUpOn)).toList()) {
            var first = episode.setUpOn.isBefore(free) ? free : episode.setUpOn;
            var windows = windows(episode, first, data, today);
            var setUp = setUp(windows);
            all.add(new Followed(episode, windows, setUp, says(episode, first, setUp, setUpBefore)));
            free = windows.isEmpty() ? free : windows.getLast().to.plusDays(1);
            setUpBefore = setUp.isPresent() ? setUp.map(SetUp::reachedOn) : setUpBefore;
        }
        return all;
    }

    private static Optional<String> says(
            Episode episode, LocalDate first, Optional<SetUp> setUp, Optional<LocalDate> setUpBefore) {
        var said = new ArrayList<String>();
        if (first.isAfter(episode.setUpOn)) {
            said.add(
                    episode.endedOn != null && episode.endedOn.isBefore(first)
                            ? "It has no window: it had ended before the last window of the episode before was over."
                            : "Its windows begin on %s, after the last one of the episode before; the days until then count in none."
                                    .formatted(first));
        }
        setUpBefore
                .filter(before -> setUp.filter(
                                reached -> ChronoUnit.DAYS.between(before, reached.reachedOn) <= WINDOW_DAYS)
                        .isPresent())
                .ifPresent(before ->
                        said.add(("%s was a candidate on %s already, within %d days: it is one per episode of care,"
                                        + " and whether care began anew is for the practice and the payer to settle.")
                                .formatted(SET_UP, before, WINDOW_DAYS)));
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }

    private static List<Window> windows(Episode episode, LocalDate first, List<DataDay> data, LocalDate today) {
        var last = episode.endedOn == null || episode.endedOn.isAfter(today) ? today : episode.endedOn;
        var windows = new ArrayList<Window>();
        for (var from = first; !from.isAfter(last); from = from.plusDays(WINDOW_DAYS)) {
            windows.add(window(windows.size() + 1, from, last, data, today));
        }
        return windows;
    }

    private static Window window(int number, LocalDate from, LocalDate last, List<DataDay> data, LocalDate today) {
        var to = from.plusDays(WINDOW_DAYS - 1L);
        var counted = to.isBefore(last) ? to : last;
        var days = data.stream()
                .filter(each -> !each.day.isBefore(from) && !each.day.isAfter(counted))
                .sorted(Comparator.comparing(DataDay::day))
                .toList();
        var why = whyNot(from, days.size());
        return new Window(
                number,
                from,
                to,
                to.isBefore(today) || last.isBefore(today),
                days,
                why.isPresent()
                        ? Optional.empty()
                        : Optional.of(days.size() < DAYS_OF_THE_UPPER_BAND ? LOWER_BAND : UPPER_BAND),
                why);
    }

    private static Optional<String> whyNot(LocalDate from, int days) {
        if (days < FEWEST_DAYS) {
            return Optional.of("Fewer than %d days with data.".formatted(FEWEST_DAYS));
        }
        return days < DAYS_OF_THE_UPPER_BAND
                ? notYetThere(LOWER_BAND, SHORT_CODES, from)
                : notYetThere(UPPER_BAND, FIRST_CODES, from);
    }

    private static Optional<String> notYetThere(String code, LocalDate since, LocalDate from) {
        return from.isBefore(since)
                ? Optional.of("%s is a code since %s, and this begins before that.".formatted(code, since))
                : Optional.empty();
    }

    private static Optional<SetUp> setUp(List<Window> windows) {
        return windows.stream()
                .filter(window -> window.candidate.isPresent())
                .findFirst()
                .map(window -> new SetUp(
                        SET_UP,
                        // Before there was a code for fewer days, set-up counted with the days of the other one.
                        window.days
                                .get((window.from.isBefore(SHORT_CODES) ? DAYS_OF_THE_UPPER_BAND : FEWEST_DAYS) - 1)
                                .day()));
    }

    /// @param work     in any order, of any months
    /// @param episodes all of the patient's
    /// @param today    where the practice is
    static Month month(YearMonth month, List<Work> work, List<Episode> episodes, LocalDate today) {
        var of = work.stream()
                .filter(each -> YearMonth.from(each.day).equals(month))
                .sorted(Comparator.comparing(Work::day).thenComparing(Work::workId))
                .toList();
        int minutes = of.stream().mapToInt(Work::minutes).sum();
        int contacts = (int) of.stream().filter(Work::liveContact).count();
        boolean monitored = episodes.stream().anyMatch(episode -> episode.touches(month));
        boolean over = month.isBefore(YearMonth.from(today));
        var why =
                monitored ? whyNot(month, minutes, contacts) : Optional.of(over ? NOT_MONITORED : NOT_MONITORED_SO_FAR);
        return new Month(month, over, minutes, contacts, of, why.isPresent() ? List.of() : ofMinutes(minutes), why);
    }

    private static Optional<String> whyNot(YearMonth month, int minutes, int contacts) {
        if (minutes < SHORT_MINUTES) {
            return Optional.of("Fewer than %d minutes.".formatted(SHORT_MINUTES));
        }
        if (contacts == 0) {
            return Optional.of("No live contact.");
        }
        return minutes < FULL_MINUTES
                ? notYetThere(FIRST_TEN, SHORT_CODES, month.atDay(1))
                : notYetThere(FIRST_TWENTY, FIRST_CODES, month.atDay(1));
    }

    private static List<Candidate> ofMinutes(int minutes) {
        if (minutes < FULL_MINUTES) {
            return List.of(new Candidate(FIRST_TEN, 1));
        }
        int further = (minutes - FULL_MINUTES) / FULL_MINUTES;
        var first = new Candidate(FIRST_TWENTY, 1);
        return further == 0 ? List.of(first) : List.of(first, new Candidate(FURTHER_TWENTY, further));
    }
}
