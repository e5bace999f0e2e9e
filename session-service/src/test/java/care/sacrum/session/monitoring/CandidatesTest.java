package care.sacrum.session.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.monitoring.Candidates.Candidate;
import care.sacrum.session.monitoring.Candidates.DataDay;
import care.sacrum.session.monitoring.Candidates.Episode;
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

    @ParameterizedTest
    @CsvSource({"0,", "1,", "2,98985", "15,98985", "16,98977", "30,98977"})
    void theBandsBeginAtTwoAndAtSixteenDays(int days, @Nullable String code) {
        var window = Candidates.windows(lasting(), firstDays(days), MUCH_LATER).getFirst();

        assertThat(window.candidate()).isEqualTo(Optional.ofNullable(code));
        assertThat(window.days()).hasSize(days);
    }

    @Test
    void windowsFollowOneAnotherAndShareNoDay() {
        var data = List.of(on(SET_UP.plusDays(29)), on(SET_UP.plusDays(30)), on(SET_UP.plusDays(59)));

        var windows = Candidates.windows(lasting(), data, SET_UP.plusDays(60));

        assertThat(windows).extracting(Window::from).containsExactly(SET_UP, SET_UP.plusDays(30), SET_UP.plusDays(60));
        assertThat(windows).extracting(window -> window.days().size()).containsExactly(1, 2, 0);
        assertThat(windows).extracting(Window::over).containsExactly(true, true, false);
        assertThat(windows.get(1).candidate()).contains("98985");
    }

    @Test
    void daysBeforeSetUpAfterTheEndAndStillToComeAreNone() {
        var ended = new Episode(UUID.randomUUID(), SET_UP, SET_UP.plusDays(5));
        var data = List.of(on(SET_UP.minusDays(1)), on(SET_UP.plusDays(5)), on(SET_UP.plusDays(6)));

        assertThat(Candidates.windows(ended, data, MUCH_LATER)).singleElement().satisfies(window -> {
            assertThat(window.days()).extracting(DataDay::day).containsExactly(SET_UP.plusDays(5));
            assertThat(window.over()).isTrue();
        });
        assertThat(Candidates.windows(lasting(), data, SET_UP.plusDays(4))
                        .getFirst()
                        .days())
                .isEmpty();
        assertThat(Candidates.windows(lasting(), data, SET_UP.minusDays(1))).isEmpty();
    }

    @Test
    void setUpIsReachedOnTheSecondDayOfTheFirstWindowThatHasTwo() {
        var apart = List.of(on(SET_UP), on(SET_UP.plusDays(33)), on(SET_UP.plusDays(40)));

        assertThat(Candidates.setUp(Candidates.windows(lasting(), apart, MUCH_LATER)))
                .contains(new SetUp("98975", SET_UP.plusDays(40)));
        assertThat(Candidates.setUp(Candidates.windows(lasting(), apart.subList(0, 2), MUCH_LATER)))
                .isEmpty();
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
        var month = Candidates.month(MARCH, List.of(work(4, minutes, true)), MUCH_LATER);

        assertThat(said(month.candidates())).isEqualTo(codes);
    }

    @Test
    void withoutALiveContactInThatMonthThereIsNoneHoweverManyMinutes() {
        var elsewhere = new Work(UUID.randomUUID(), LocalDate.of(2026, 4, 1), 5, true);

        var march = Candidates.month(MARCH, List.of(work(1, 200, false), elsewhere), MUCH_LATER);

        assertThat(march.minutes()).isEqualTo(200);
        assertThat(march.liveContacts()).isZero();
        assertThat(march.candidates()).isEmpty();
        assertThat(march.work()).hasSize(1);
    }

    @Test
    void aMonthIsOverWithItsLastDay() {
        assertThat(Candidates.month(MARCH, List.of(), LocalDate.of(2026, 3, 31)).over())
                .isFalse();
        assertThat(Candidates.month(MARCH, List.of(), LocalDate.of(2026, 4, 1)).over())
                .isTrue();
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

            var windows = Candidates.windows(episode, shuffled(days(told, zone), chance.nextLong()), today);

            var fingers = onFingers(setUp, ended, today, told, zone);
            assertThat(windowsOf(windows)).as(because).isEqualTo(fingers);
            assertThat(Candidates.setUp(windows).map(SetUp::reachedOn).map(LocalDate::toString))
                    .as(because)
                    .isEqualTo(secondDay(fingers));
            for (var month = YearMonth.from(setUp);
                    !month.isAfter(YearMonth.from(setUp.plusDays(130)));
                    month = month.plusMonths(1)) {
                var counted = Candidates.month(month, shuffled(work, chance.nextLong()), today);
                assertThat(said(counted.candidates())).as(because).isEqualTo(onFingers(month, work));
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

    /// Of the first window that names two days or more, the second.
    private static Optional<String> secondDay(String windows) {
        return windows.lines()
                .map(line -> line.replaceAll("^.*?(98\\d+|none)( over)?", "").strip())
                .map(line -> line.split(" "))
                .filter(days -> days.length > 1)
                .map(days -> days[1].split("x")[0])
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
            var code = counted >= 16 ? "98977" : counted >= 2 ? "98985" : "none";
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
            return "98979x1";
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
