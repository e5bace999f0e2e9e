package care.sacrum.session.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.adherence.Summary.Heard;
import care.sacrum.session.adherence.calculation.Diary;
import care.sacrum.session.adherence.calculation.Facts.Told;
import care.sacrum.session.adherence.calculation.RandomHistory;
import care.sacrum.session.adherence.calculation.Rolling;
import care.sacrum.session.adherence.calculation.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final int HISTORIES = 10_000;
    private static final long SEED = Long.getLong("sacrum.seed", 20261125L);
    private static final PatientKey KEY = new PatientKey(new UUID(0, 1), new UUID(0, 2));

    /// What the practice sees is put together from kept days and from one report after the other; the patient's own
    /// figures from all facts at once.
    @Test
    void keptDaysSayTheSameAsTheCalculationInWhateverOrderReportsArrive() {
        for (int number = 0; number < HISTORIES; number++) {
            var history = RandomHistory.of(new SplittableRandom(SEED + number));
            var moment = history.asked().get(number % history.asked().size());
            var known = history.facts().asKnownAt(moment);
            var first = history.firstMonday();
            var last = first.plusWeeks(history.weeks()).minusDays(1);
            var summary = new Summary(
                    KEY,
                    known.homeZone(),
                    Diary.CALCULATION_VERSION,
                    Optional.of(first),
                    Optional.of(last),
                    Optional.empty(),
                    null,
                    Optional.empty());
            var arriving = new ArrayList<>(known.reports());
            Collections.shuffle(arriving, new Random(number));
            for (var told : arriving) {
                summary = summary.hearing(heard(told));
            }
            var days = Diary.of(known).days(first, last);
            var standing = Standing.of(known, moment);
            var rolling = Rolling.of(days, standing);

            var outlook = summary.outlook(
                    days.stream().filter(day -> !day.isEmpty()).map(KeptDay::of).toList(), Optional.empty(), moment);

            var because = "seed %d, history %d".formatted(SEED, number);
            assertThat(outlook.standing()).as(because).isEqualTo(standing);
            assertThat(outlook.sevenDays()).as(because).isEqualTo(rolling.upTo(standing.today(), 7));
            assertThat(outlook.thirtyDays()).as(because).isEqualTo(rolling.upTo(standing.today(), 30));
            assertThat(outlook.trend()).as(because).isEqualTo(rolling.trendOn(standing.today()));
        }
    }

    /// Days of adherence are of where the patient was last, days of silence of where the patient lives.
    @Test
    void aTravellersRowIsLookedAtAgainWhereverTheNextDayBeginsFirst() {
        var now = Instant.parse("2026-02-05T08:00:00Z");
        var auckland = ZoneId.of("Pacific/Auckland");
        var london = ZoneId.of("Europe/London");

        assertThat(nextLookAt(auckland, london, now)).isEqualTo(Instant.parse("2026-02-05T11:00:00Z"));
        assertThat(nextLookAt(london, auckland, now)).isEqualTo(Instant.parse("2026-02-05T11:00:00Z"));
        assertThat(nextLookAt(london, london, now)).isEqualTo(Instant.parse("2026-02-06T00:00:00Z"));
    }

    private static Instant nextLookAt(ZoneId home, ZoneId last, Instant now) {
        var latest = new Summary.Latest(new UUID(0, 3), now, LocalDate.ofInstant(now, last), last);
        var summary = new Summary(
                KEY,
                home,
                Diary.CALCULATION_VERSION,
                Optional.empty(),
                Optional.empty(),
                Optional.of(latest),
                now,
                Optional.empty());
        return summary.outlook(List.of(), Optional.empty(), now).nextLookAt();
    }

    private static Heard heard(Told told) {
        return new Heard(
                told.id(),
                told.kind(),
                told.localDay(),
                told.observedAt(),
                told.receivedAt(),
                told.onBehalf(),
                told.zone(),
                told.corrects());
    }
}
