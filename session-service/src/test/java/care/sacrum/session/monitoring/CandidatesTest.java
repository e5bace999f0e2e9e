package care.sacrum.session.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.monitoring.Candidates.Candidate;
import care.sacrum.session.monitoring.Candidates.DataDay;
import care.sacrum.session.monitoring.Candidates.Episode;
import care.sacrum.session.monitoring.Candidates.Followed;
import care.sacrum.session.monitoring.Candidates.SetUp;
import care.sacrum.session.monitoring.Candidates.Window;
import care.sacrum.session.monitoring.Candidates.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesTest {

    private static final long SEED = 20261125;
    private static final int HISTORIES = 10_000;
    private static final LocalDate SET_UP = LocalDate.of(2026, 3, 2);
    private static final LocalDate MUCH_LATER = LocalDate.of(2026, 12, 1);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static DataDay on(LocalDate day) {
        return new DataDay(day, 1, List.of(UUID.randomUUID()), Instant.EPOCH);
    }

    private static List<DataDay> firstDays(int count) {
        return SET_UP.datesUntil(SET_UP.plusDays(count)).map(CandidatesTest::on).toList();
    }

    private static Work work(int day, int minutes, boolean live) {
        return new Work(UUID.randomUUID(), MARCH.atDay(day), minutes, live);
    }

    private static Episode lasting() {
        return new Episode(UUID.randomUUID(), SET_UP, null);
    }

    private static Episode from(LocalDate setUpOn, @Nullable LocalDate endedOn) {
        return new Episode(UUID.randomUUID(), setUpOn, endedOn);
    }

    private static List<DataDay> daily(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(CandidatesTest::on).toList();
    }

    private static List<Window> windows(Episode episode, List<DataDay> data, LocalDate today) {
        return Candidates.followed(List.of(episode), data, today).getFirst().windows();
    }

    private static Optional<SetUp> setUp(Episode episode, List<DataDay> data) {
        return Candidates.followed(List.of(episode), data, MUCH_LATER)
                .getFirst()
                .setUp();
    }

    private static Candidates.Month march(Work work) {
        return Candidates.month(MARCH, List.of(work), List.of(lasting()), MUCH_LATER);
    }

    @ParameterizedTest
    @CsvSource({"0,", "1,", "2,98985", "15,98985", "16,98977", "30,98977"})
    void theBandsBeginAtTwoAndAtSixteenDays(int days, @Nullable String code) {
        var window = windows(lasting(), firstDays(days), MUCH_LATER).getFirst();

        assertThat(window.candidate()).isEqualTo(Optional.ofNullable(code));
        assertThat(window.days()).hasSize(days);
    }

    @Test
    void windowsFollowOneAnotherAndShareNoDay() {
        var data = List.of(on(SET_UP.plusDays(29)), on(SET_UP.plusDays(30)), on(SET_UP.plusDays(59)));

        var windows = windows(lasting(), data, SET_UP.plusDays(60));

        assertThat(windows).extracting(Window::from).containsExactly(SET_UP, SET_UP.plusDays(30), SET_UP.plusDays(60));
        assertThat(windows).extracting(window -> window.days().size()).containsExactly(1, 2, 0);
        assertThat(windows).extracting(Window::over).containsExactly(true, true, false);
        assertThat(windows.get(1).candidate()).contains("98985");
    }

    @Test
    void daysBeforeSetUpAfterTheEndAndStillToComeAreNone() {
        var ended = new Episode(UUID.randomUUID(), SET_UP, SET_UP.plusDays(5));
        var data = List.of(on(SET_UP.minusDays(1)), on(SET_UP.plusDays(5)), on(SET_UP.plusDays(6)));

        assertThat(windows(ended, data, MUCH_LATER)).singleElement().satisfies(window -> {
            assertThat(window.days()).extracting(DataDay::day).containsExactly(SET_UP.plusDays(5));
            assertThat(window.over()).isTrue();
        });
        assertThat(windows(lasting(), data, SET_UP.plusDays(4)).getFirst().days())
                .isEmpty();
        assertThat(windows(lasting(), data, SET_UP.minusDays(1))).isEmpty();
    }

    @Test
    void setUpIsReachedOnTheSecondDayOfTheFirstWindowThatHasTwo() {
        var apart = List.of(on(SET_UP), on(SET_UP.plusDays(33)), on(SET_UP.plusDays(40)));

        assertThat(setUp(lasting(), apart)).contains(new SetUp("98975", SET_UP.plusDays(40)));
        assertThat(setUp(lasting(), apart.subList(0, 2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9,''",
        "10,98979x1",
        "19,98979x1",
        "20,98980x1",
        "39,98980x1",
        "40,98980x1 98981x1",
        "59,98980x1 98981x1",
        "60,98980x1 98981x2"
    })
    void minutesMakeOneFirstCodeAndFullTwentiesMore(int minutes, String codes) {
        var month = march(work(4, minutes, true));

        assertThat(said(month.candidates())).isEqualTo(codes);
    }

    @Test
    void withoutALiveContactInThatMonthThereIsNoneHoweverManyMinutes() {
        var elsewhere = new Work(UUID.randomUUID(), LocalDate.of(2026, 4, 1), 5, true);

        var march = Candidates.month(MARCH, List.of(work(1, 200, false), elsewhere), List.of(lasting()), MUCH_LATER);

        assertThat(march.minutes()).isEqualTo(200);
        assertThat(march.liveContacts()).isZero();
        assertThat(march.candidates()).isEmpty();
        assertThat(march.why()).contains("No live contact.");
        assertThat(march.work()).hasSize(1);
    }

    @Test
    void aMonthIsOverWithItsLastDay() {
        assertThat(Candidates.month(MARCH, List.of(), List.of(), LocalDate.of(2026, 3, 31))
                        .over())
                .isFalse();
        assertThat(Candidates.month(MARCH, List.of(), List.of(), LocalDate.of(2026, 4, 1))
                        .over())
                .isTrue();
    }

    @Test
    void windowsOfALaterEpisodeBeginBehindTheLastOfTheEarlier() {
        var august = LocalDate.of(2026, 8, 1);
        var first = from(august, august.plusDays(19));
        var second = from(august.plusDays(20), null);

        var both = Candidates.followed(List.of(second, first), daily(august, august.plusDays(75)), august.plusDays(75));

        assertThat(both).extracting(Followed::episode).containsExactly(first, second);
        assertThat(both.getFirst().windows()).extracting(Window::from).containsExactly(august);
        assertThat(both.getFirst().windows().getFirst().days()).hasSize(20);
        assertThat(both.getLast().windows())
                .extracting(Window::from)
                .containsExactly(august.plusDays(30), august.plusDays(60));
        assertThat(both.getFirst().says()).isEmpty();
        assertThat(both.getLast().says().orElseThrow())
                .contains("begin on 2026-08-31")
                .contains("98975 was a candidate on 2026-08-02 already");
    }

    @Test
    void anEpisodeThatEndedBeforeAWindowWasFreeHasNone() {
        var first = from(SET_UP, SET_UP.plusDays(3));
        var second = from(SET_UP.plusDays(10), SET_UP.plusDays(20));
        var third = from(SET_UP.plusDays(25), null);

        var all = Candidates.followed(List.of(first, second, third), firstDays(90), SET_UP.plusDays(40));

        assertThat(all.get(1).windows()).isEmpty();
        assertThat(all.get(1).says().orElseThrow()).contains("no window");
        assertThat(all.get(2).windows()).extracting(Window::from).containsExactly(SET_UP.plusDays(30));
    }

    @Test
    void episodesThatLieApartSayNothing() {
        var first = from(SET_UP, SET_UP.plusDays(3));
        var second = from(SET_UP.plusDays(60), null);

        assertThat(Candidates.followed(List.of(first, second), firstDays(90), MUCH_LATER))
                .allMatch(each -> each.says().isEmpty());
    }

    @Test
    void noCodeIsACandidateOfATimeBeforeItWasThere() {
        var december = LocalDate.of(2025, 12, 10);
        var short2025 =
                windows(from(december, december.plusDays(29)), daily(december, december.plusDays(9)), MUCH_LATER);
        var long2025 =
                windows(from(december, december.plusDays(29)), daily(december, december.plusDays(19)), MUCH_LATER);
        var long2021 = from(LocalDate.of(2021, 12, 31), LocalDate.of(2022, 1, 20));

        assertThat(short2025.getFirst().candidate()).isEmpty();
        assertThat(short2025.getFirst().why().orElseThrow()).contains("98985 is a code since 2026-01-01");
        assertThat(long2025.getFirst().candidate()).contains("98977");
        assertThat(setUp(from(december, december.plusDays(29)), daily(december, december.plusDays(9))))
                .isEmpty();
        assertThat(setUp(from(december, december.plusDays(29)), daily(december, december.plusDays(19))))
                .contains(new SetUp("98975", december.plusDays(15)));
        assertThat(windows(long2021, daily(long2021.setUpOn(), LocalDate.of(2022, 1, 20)), MUCH_LATER)
                        .getFirst()
                        .candidate())
                .isEmpty();
        assertThat(windows(
                                from(LocalDate.of(2026, 1, 1), null),
                                daily(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)),
                                MUCH_LATER)
                        .getFirst()
                        .candidate())
                .contains("98985");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12,12,,98979 is a code since 2026-01-01",
        "2026-01,12,98979x1,",
        "2025-12,20,98980x1,",
        "2021-12,40,,98980 is a code since 2022-01-01",
        "2026-01,9,,Fewer than 10 minutes"
    })
    void aMonthSaysWhyItHasNone(String of, int minutes, @Nullable String codes, @Nullable String why) {
        var month = YearMonth.parse(of);
        var work = List.of(new Work(UUID.randomUUID(), month.atDay(5), minutes, true));

        var counted = Candidates.month(month, work, List.of(from(LocalDate.of(2021, 1, 1), null)), MUCH_LATER);

        assertThat(said(counted.candidates())).isEqualTo(codes == null ? "" : codes);
        assertThat(counted.why().orElse("")).startsWith(why == null ? "" : why);
        assertThat(counted.why().isPresent()).isEqualTo(counted.candidates().isEmpty());
    }

    @Test
    void aMonthOfWhichNoDayLiesInAnEpisodeHasNoCandidate() {
        var work = List.of(work(5, 25, true));
        var before = from(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28));
        var after = from(LocalDate.of(2026, 4, 1), null);

        var march = Candidates.month(MARCH, work, List.of(before, after), MUCH_LATER);

        assertThat(march.candidates()).isEmpty();
        assertThat(march.minutes()).isEqualTo(25);
        assertThat(march.why().orElseThrow())
                .startsWith("No day of this month lies in an episode: by its end nobody had recorded a set-up");
        assertThat(Candidates.month(MARCH, work, List.of(before), MARCH.atEndOfMonth())
                        .why()
                        .orElseThrow())
                .as("of a month that is not over")
                .startsWith("No day of this month lies in an episode so far: nobody has recorded a set-up");
        for (var episode : List.of(from(MARCH.atEndOfMonth(), null), from(LocalDate.of(2026, 1, 1), MARCH.atDay(1)))) {
            assertThat(said(Candidates.month(MARCH, work, List.of(episode), MUCH_LATER)
                            .candidates()))
                    .isEqualTo("98980x1");
        }
    }

    /// However episodes follow one another: no day lies in two windows, and none has more days than its episode.
    @Test
    void noDayHasTwoSupplyCandidatesHoweverEpisodesFollowOneAnother() {
        for (int number = 0; number < HISTORIES; number++) {
            var chance = new SplittableRandom(SEED + number);
            var episodes = new ArrayList<Episode>();
            var day = SET_UP;
            for (int i = chance.nextInt(1, 6); i > 0; i--) {
                var ended = day.plusDays(chance.nextInt(50));
                episodes.add(from(day, i == 1 && chance.nextBoolean() ? null : ended));
                day = ended.plusDays(chance.nextInt(1, 40));
            }
            var today = SET_UP.plusDays(chance.nextInt(250));
            var known = episodes.stream()
                    .filter(each -> !each.setUpOn().isAfter(today))
                    .toList();
            var data = daily(SET_UP, SET_UP.plusDays(260)).stream()
                    .filter(_ -> chance.nextInt(3) > 0)
                    .toList();
            var because = "seed %d, history %d".formatted(SEED, number);

            var followed = Candidates.followed(shuffled(known, chance.nextLong()), data, today);

            var taken = new HashSet<LocalDate>();
            for (var each : followed) {
                for (var window : each.windows()) {
                    window.from()
                            .datesUntil(window.to().plusDays(1))
                            .forEach(one ->
                                    assertThat(taken.add(one)).as(because).isTrue());
                    assertThat(each.episode().covers(window.from())).as(because).isTrue();
                    assertThat(window.days())
                            .as(because)
                            .allMatch(one -> each.episode().covers(one.day()) && window.has(one.day()));
                }
                if (each.windows().isEmpty()) {
                    assertThat(each.says()).as(because).isPresent();
                }
            }
        }
    }

    /// What a phone tells, in several zones, over changes of the clock, the leap day and the turn of the year,
    /// some of it late: it arrives in any order, and a day is a day whenever it came.
    @Test
    void randomHistoriesAreCountedAsOneCountsOnFingers() {
        var zones = List.of(
                "America/New_York",
                "America/Los_Angeles",
                "Europe/London",
                "Pacific/Apia",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Pacific/Honolulu");
        for (int number = 0; number < HISTORIES; number++) {
            var chance = new SplittableRandom(SEED + number);
            var setUp = LocalDate.of(chance.nextInt(2023, 2029), chance.nextInt(1, 13), 1)
                    .plusDays(chance.nextInt(31));
            var today = setUp.plusDays(chance.nextInt(-2, 130));
            @Nullable LocalDate ended = chance.nextInt(3) == 0 ? setUp.plusDays(chance.nextInt(100)) : null;
            var zone = ZoneId.of(zones.get(chance.nextInt(zones.size())));
            var told = new ArrayList<Instant>();
            for (int i = chance.nextInt(80); i > 0; i--) {
                told.add(setUp.minusDays(3)
                        .atStartOfDay(zone)
                        .toInstant()
                        .plus(Duration.ofMinutes(chance.nextLong(140 * 24 * 60L))));
            }
            var work = new ArrayList<Work>();
            for (int i = chance.nextInt(12); i > 0; i--) {
                work.add(new Work(
                        new UUID(number, i),
                        setUp.plusDays(chance.nextInt(130)),
                        chance.nextInt(1, 45),
                        chance.nextInt(4) == 0));
            }
            var because = "seed %d, history %d".formatted(SEED, number);
            var episode = new Episode(new UUID(0, number), setUp, ended);

            var followed = Candidates.followed(List.of(episode), shuffled(days(told, zone), chance.nextLong()), today)
                    .getFirst();
            var windows = followed.windows();

            var fingers = onFingers(setUp, ended, today, told, zone);
            assertThat(windowsOf(windows)).as(because).isEqualTo(fingers);
            assertThat(followed.setUp().map(SetUp::reachedOn).map(LocalDate::toString))
                    .as(because)
                    .isEqualTo(enoughDays(fingers));
            for (var month = YearMonth.from(setUp);
                    !month.isAfter(YearMonth.from(setUp.plusDays(130)));
                    month = month.plusMonths(1)) {
                var counted = Candidates.month(month, shuffled(work, chance.nextLong()), List.of(episode), today);
                boolean monitored = ended == null || !YearMonth.from(ended).isBefore(month);
                assertThat(said(counted.candidates())).as(because).isEqualTo(monitored ? onFingers(month, work) : "");
            }
        }
    }

    private static List<DataDay> days(List<Instant> told, ZoneId zone) {
        var days = new TreeMap<LocalDate, Integer>();
        told.forEach(at -> days.merge(at.atZone(zone).toLocalDate(), 1, Integer::sum));
        return days.entrySet().stream()
                .map(day -> new DataDay(day.getKey(), day.getValue(), List.of(), Instant.EPOCH))
                .toList();
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static String windowsOf(List<Window> windows) {
        var text = new StringBuilder();
        windows.forEach(window -> text.append(window.from())
                .append(' ')
                .append(window.days().size())
                .append(' ')
                .append(window.candidate().orElse("none"))
                .append(window.over() ? " over" : "")
                .append(window.days().stream()
                        .map(day -> " " + day.day() + "x" + day.reports())
                        .collect(Collectors.joining()))
                .append('\n'));
        return text.toString();
    }

    /// Of the first window with a candidate the second day, or the sixteenth while there was no code for fewer.
    private static Optional<String> enoughDays(String windows) {
        return windows.lines()
                .filter(line -> line.matches("^\\S+ \\d+ 98.*"))
                .map(line -> line.replaceAll("^\\S+ \\d+ 98\\d+( over)?", "")
                        .strip()
                        .split(" ")[line.compareTo("2026") < 0 ? 15 : 1])
                .map(day -> day.split("x")[0])
                .findFirst();
    }

    /// Day after day from set-up, up to 30 to a window; each asks of everything told whether it was on that
    /// day.
    private static String onFingers(
            LocalDate setUp, @Nullable LocalDate ended, LocalDate today, List<Instant> told, ZoneId zone) {
        var text = new StringBuilder();
        var days = told.stream().map(at -> at.atZone(zone).toLocalDate()).toList();
        var day = setUp;
        while (!day.isAfter(today) && (ended == null || !day.isAfter(ended))) {
            var from = day;
            int counted = 0;
            var evidence = new StringBuilder();
            for (int finger = 1; finger <= 30; finger++) {
                boolean before = !day.isAfter(today) && (ended == null || !day.isAfter(ended));
                int reports = 0;
                for (var each : days) {
                    reports += each.equals(day) ? 1 : 0;
                }
                if (before && reports > 0) {
                    counted = counted + 1;
                    evidence.append(' ').append(day).append('x').append(reports);
                }
                day = day.plusDays(1);
            }
            // After the thirtieth day, or the last of the episode, no day of it is to come.
            boolean over = today.isAfter(day.minusDays(1)) || ended != null && today.isAfter(ended);
            var code = counted >= 16 ? "98977" : counted >= 2 && from.getYear() >= 2026 ? "98985" : "none";
            text.append(from)
                    .append(' ')
                    .append(counted)
                    .append(' ')
                    .append(code)
                    .append(over ? " over" : "")
                    .append(evidence)
                    .append('\n');
        }
        return text.toString();
    }

    private static String onFingers(YearMonth month, List<Work> work) {
        int minutes = 0;
        boolean live = false;
        for (var each : work) {
            if (each.day().toString().startsWith(month.toString())) {
                minutes += each.minutes();
                live |= each.liveContact();
            }
        }
        if (!live || minutes < 10) {
            return "";
        }
        if (minutes < 20) {
            return month.getYear() < 2026 ? "" : "98979x1";
        }
        int further = 0;
        for (int left = minutes - 20; left >= 20; left -= 20) {
            further++;
        }
        return "98980x1" + (further > 0 ? " 98981x" + further : "");
    }

    private static String said(List<Candidate> candidates) {
        var text = new StringBuilder();
        candidates.forEach(candidate -> text.append(text.isEmpty() ? "" : " ")
                .append(candidate.code())
                .append('x')
                .append(candidate.times()));
        return text.toString();
    }
}
