package care.sacrum.session.silence;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.silence.Lapse.Decision;
import care.sacrum.session.silence.Lapse.Rolling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LapseTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingHours HOURS = WorkingHours.of(LONDON, List.of(), Set.of());
    private static final Instant NOON = at("2026-02-11T12:00:00");
    private static final Optional<Instant> TOLD = Optional.of(at("2026-02-10T12:00:00"));
    private static final Lapse.Plan RUNS = new Lapse.Plan(true, true, false);
    private static final long SEED = 20261125;

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    /// Of ten sessions that are known.
    private static Optional<Rolling> percent(int percent) {
        return Optional.of(
                new Rolling(LocalDate.of(2026, 2, 11), percent / 10, 0, 10 - percent / 10, Optional.of(percent), 1));
    }

    private static Decision decide(Optional<Rolling> rolling, Optional<Instant> lapsedAt, Instant now) {
        return decide("active", true, rolling, lapsedAt, now);
    }

    private static Decision decide(
            String status, boolean planned, Optional<Rolling> rolling, Optional<Instant> lapsedAt, Instant now) {
        var plan = new Lapse.Plan(planned, planned, false);
        return Lapse.decide(new Lapse.Facts(status, plan, rolling, lapsedAt), Thresholds.USUAL, HOURS, now);
    }

    @Test
    void belowTheThresholdItIsToldAndAtItNot() {
        assertThat(decide(percent(49), Optional.empty(), NOON)).isInstanceOf(Decision.Raise.class);
        assertThat(decide(percent(50), Optional.empty(), NOON)).isEqualTo(new Decision.Nothing());
    }

    @Test
    void itIsToldOnceAndIsOverOnlyWellAboveTheThreshold() {
        assertThat(decide(percent(10), TOLD, NOON)).isEqualTo(new Decision.Nothing());
        assertThat(decide(percent(59), TOLD, NOON)).isEqualTo(new Decision.Nothing());
        assertThat(decide(percent(60), TOLD, NOON)).isEqualTo(new Decision.Over(Lapse.Because.FOLLOWED_AGAIN));
    }

    @Test
    void aLapseIsOverWhenThePlanIsAndNotBecauseThePhoneSaysNothing() {
        var nothingKnown = new Rolling(LocalDate.of(2026, 2, 11), 0, 0, 0, Optional.empty(), 1);

        assertThat(decide("active", false, Optional.of(nothingKnown), TOLD, NOON))
                .isEqualTo(new Decision.Over(Lapse.Because.NO_PLAN));
        assertThat(decide("active", false, percent(10), Optional.empty(), NOON))
                .as("whoever was never told of it need not hear of it now")
                .isEqualTo(new Decision.Nothing());
        assertThat(decide("active", true, Optional.of(nothingKnown), TOLD, NOON))
                .isEqualTo(new Decision.Nothing());
    }

    @Test
    void whilePausedOrOnHoldNoLapseIsToldAndOneThatWasIsOverOnceNothingWasToBeDone() {
        var pausedToday = new Lapse.Plan(true, false, true);
        var onHold = new Lapse.Plan(true, false, false);
        var pausedForLong = new Lapse.Plan(false, false, true);

        for (var plan : List.of(pausedToday, onHold, pausedForLong)) {
            assertThat(decide(plan, percent(10), Optional.empty())).isEqualTo(new Decision.Nothing());
        }
        assertThat(decide(pausedToday, percent(10), TOLD)).isEqualTo(new Decision.Nothing());
        assertThat(decide(onHold, percent(60), TOLD)).isEqualTo(new Decision.Over(Lapse.Because.FOLLOWED_AGAIN));
        assertThat(decide(pausedForLong, percent(10), TOLD)).isEqualTo(new Decision.Over(Lapse.Because.PAUSED));
    }

    private static Decision decide(Lapse.Plan plan, Optional<Rolling> rolling, Optional<Instant> lapsedAt) {
        return Lapse.decide(new Lapse.Facts("active", plan, rolling, lapsedAt), Thresholds.USUAL, HOURS, NOON);
    }

    @Test
    void itWaitsUntilSomebodyIsThere() {
        assertThat(decide(percent(10), Optional.empty(), at("2026-02-14T12:00:00")))
                .as("a Saturday")
                .isEqualTo(new Decision.WaitToTell(at("2026-02-16T08:00:00")));
    }

    @Test
    void whatIsNotKnownOrTooLittleSaysNothing() {
        var two = new Rolling(LocalDate.of(2026, 2, 11), 0, 0, 2, Optional.of(0), 1);
        var none = new Rolling(LocalDate.of(2026, 2, 11), 0, 0, 0, Optional.empty(), 1);

        assertThat(decide(Optional.of(two), Optional.empty(), NOON)).isEqualTo(new Decision.Nothing());
        assertThat(decide(Optional.of(none), Optional.empty(), NOON)).isEqualTo(new Decision.Nothing());
        assertThat(decide(Optional.of(none), TOLD, NOON)).isEqualTo(new Decision.Nothing());
        assertThat(decide(Optional.empty(), Optional.empty(), NOON)).isEqualTo(new Decision.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "discharged", "transferred", "deceased"})
    void nobodyWhoIsNotTreatedLapses(String status) {
        assertThat(decide(status, true, percent(0), Optional.empty(), NOON)).isEqualTo(new Decision.Nothing());
        assertThat(decide(status, true, percent(0), TOLD, NOON)).isEqualTo(new Decision.Drop());
    }

    /// The few answers there are, each against the sentence of decision 0012, with the threshold that a practice sets.
    @Test
    void everyFigureIsAnsweredAsTheSentenceSays() {
        var saturday = at("2026-02-14T12:00:00");
        for (int below = 10; below <= 90; below++) {
            for (int least = 1; least <= 4; least++) {
                var thresholds = new Thresholds(5, below, 7, least);
                for (int percent = 0; percent <= 100; percent++) {
                    for (int known = 0; known <= 5; known++) {
                        var rolling = new Rolling(
                                LocalDate.of(2026, 2, 11),
                                0,
                                known,
                                0,
                                known == 0 ? Optional.empty() : Optional.of(percent),
                                1);
                        boolean says = known >= least;
                        boolean lapsed = says && percent < below;
                        boolean over = says && percent >= Math.min(100, below + 10);
                        var because = "%d percent of %d, told below %d".formatted(percent, known, below);

                        var quiet = new Lapse.Facts("active", RUNS, Optional.of(rolling), Optional.empty());
                        var told = new Lapse.Facts("active", RUNS, Optional.of(rolling), TOLD);

                        assertThat(Lapse.decide(quiet, thresholds, HOURS, NOON))
                                .as(because)
                                .isEqualTo(lapsed ? new Decision.Raise(rolling) : new Decision.Nothing());
                        assertThat(Lapse.decide(quiet, thresholds, HOURS, saturday))
                                .as(because)
                                .isEqualTo(
                                        lapsed
                                                ? new Decision.WaitToTell(at("2026-02-16T08:00:00"))
                                                : new Decision.Nothing());
                        assertThat(Lapse.decide(told, thresholds, HOURS, saturday))
                                .as(because)
                                .isEqualTo(
                                        over
                                                ? new Decision.Over(Lapse.Because.FOLLOWED_AGAIN)
                                                : new Decision.Nothing());
                    }
                }
            }
        }
    }

    /// However the figures go up and down: between two lapses that are told it was well above the threshold once.
    @Test
    void aLapseIsToldOnceHoweverTheFiguresTremble() {
        for (int round = 0; round < 10_000; round++) {
            var chance = new SplittableRandom(SEED + round);
            Optional<Instant> lapsedAt = Optional.empty();
            var sinceTold = new ArrayList<Integer>();
            int figure = chance.nextInt(101);
            for (int day = 0; day < 60; day++) {
                figure = Math.clamp(figure + chance.nextInt(-15, 16), 0, 100);
                sinceTold.add(figure);
                switch (decide(percent(figure), lapsedAt, NOON)) {
                    case Decision.Raise _ -> {
                        assertThat(figure).isLessThan(50);
                        assertThat(lapsedAt).isEmpty();
                        lapsedAt = Optional.of(NOON);
                        sinceTold.clear();
                    }
                    case Decision.Over _ -> {
                        assertThat(sinceTold).as("seed %d", SEED + round).anyMatch(each -> each >= 60);
                        lapsedAt = Optional.empty();
                    }
                    case Decision.Nothing() -> {}
                    case Decision.Drop() -> throw new AssertionError("the patient is treated");
                    case Decision.WaitToTell(Instant until) -> throw new AssertionError(until);
                }
            }
        }
    }
}
