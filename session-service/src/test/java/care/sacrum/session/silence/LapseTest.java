package care.sacrum.session.silence;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.adherence.calculation.Figure;
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
    private static final Optional<Lapse.Told> TOLD = told(percent(0), percent(0));
    private static final Lapse.Plan RUNS = new Lapse.Plan(true, false);
    private static final Lapse.Plan NONE = new Lapse.Plan(false, false);
    private static final long SEED = 20261125;

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    /// Of ten sessions that are known.
    private static Optional<Rolling> percent(int percent) {
        return Optional.of(
                new Rolling(LocalDate.of(2026, 2, 11), percent / 10, 0, 10 - percent / 10, Optional.of(percent), 1));
    }

    /// The days that a lapse was told of, as they are known now: with the day of the telling and without it.
    private static Optional<Lapse.Told> told(Optional<Rolling> with, Optional<Rolling> without) {
        return Optional.of(new Lapse.Told(List.of(with.orElseThrow(), without.orElseThrow())));
    }

    private static Decision decide(Optional<Rolling> rolling, Optional<Lapse.Told> told, Instant now) {
        return decide("active", RUNS, rolling, told, now);
    }

    private static Decision decide(Lapse.Plan plan, Optional<Rolling> rolling, Optional<Lapse.Told> told) {
        return decide("active", plan, rolling, told, NOON);
    }

    private static Decision decide(
            String status, Lapse.Plan plan, Optional<Rolling> rolling, Optional<Lapse.Told> told, Instant now) {
        return Lapse.decide(new Lapse.Facts(status, plan, rolling, told), Thresholds.USUAL, HOURS, now);
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
    void aLapseIsOverOnceNoPlanRunsAndNotBecauseThePhoneSaysNothing() {
        var nothingKnown = Optional.of(new Rolling(LocalDate.of(2026, 2, 11), 0, 0, 0, Optional.empty(), 1));

        assertThat(decide(NONE, nothingKnown, TOLD)).isEqualTo(new Decision.Over(Lapse.Because.NO_PLAN));
        assertThat(decide(NONE, percent(10), Optional.empty()))
                .as("whoever was never told of it need not hear of it now")
                .isEqualTo(new Decision.Nothing());
        assertThat(decide(RUNS, nothingKnown, TOLD)).isEqualTo(new Decision.Nothing());
    }

    @Test
    void whileNothingIsToBeDoneNoLapseIsToldAndOneThatWasIsOver() {
        var pausedOrOnHold = new Lapse.Plan(false, true);

        assertThat(decide(pausedOrOnHold, percent(10), Optional.empty())).isEqualTo(new Decision.Nothing());
        assertThat(decide(pausedOrOnHold, percent(10), TOLD)).isEqualTo(new Decision.Over(Lapse.Because.PAUSED));
        assertThat(decide(pausedOrOnHold, Optional.empty(), TOLD)).isEqualTo(new Decision.Over(Lapse.Because.PAUSED));
    }

    @Test
    void aLapseIsOverWhereTheDaysItWasToldOfAreNoneByWhatIsKnownNow() {
        var excused = Optional.of(new Rolling(LocalDate.of(2026, 2, 11), 1, 0, 0, Optional.of(100), 1));
        var nothingLeft = Optional.of(new Rolling(LocalDate.of(2026, 2, 10), 0, 0, 0, Optional.empty(), 1));
        var knownOtherwise = new Decision.Over(Lapse.Because.KNOWN_OTHERWISE);

        assertThat(decide(excused, told(excused, nothingLeft), NOON)).isEqualTo(knownOtherwise);
        assertThat(decide(percent(10), told(percent(50), percent(50)), NOON))
                .as("the last days are another lapse, to be told by their own figures")
                .isEqualTo(knownOtherwise);
        assertThat(decide(percent(49), told(percent(49), percent(49)), NOON)).isEqualTo(new Decision.Nothing());
    }

    @Test
    void whatIsDoneAfterTheTellingOnThatDayTakesNoLapseBackThatTheDaysBeforeMake() {
        assertThat(decide(percent(50), told(percent(50), percent(40)), NOON)).isEqualTo(new Decision.Nothing());
        assertThat(decide(percent(40), told(percent(40), percent(50)), NOON))
                .as("the day of the telling made it one")
                .isEqualTo(new Decision.Nothing());
    }

    @Test
    void aLapseOfWhichNobodyKnowsTheDaysYetStays() {
        assertThat(decide(Optional.empty(), Optional.of(new Lapse.Told(List.of())), NOON))
                .isEqualTo(new Decision.Nothing());
    }

    @Test
    void theDaysThatWereToldOfAreRoundedAsAdherenceDoes() {
        var day = LocalDate.of(2026, 2, 11);
        for (int known = 0; known <= 21; known++) {
            for (int earned = 0; earned <= known * 1000; earned++) {
                var figure = new Figure(known, 0, known, earned, 0, 0, 0, 0, 0, 0);

                assertThat(Rolling.of(day, 0, known, 0, earned, 3).percent())
                        .as("%d thousandths of %d", earned, known)
                        .isEqualTo(figure.percent());
            }
        }
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
        assertThat(decide(status, RUNS, percent(0), Optional.empty(), NOON)).isEqualTo(new Decision.Nothing());
        assertThat(decide(status, RUNS, percent(0), TOLD, NOON)).isEqualTo(new Decision.Drop());
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
            Optional<Lapse.Told> told = Optional.empty();
            var sinceTold = new ArrayList<Integer>();
            int figure = chance.nextInt(101);
            for (int day = 0; day < 60; day++) {
                figure = Math.clamp(figure + chance.nextInt(-15, 16), 0, 100);
                sinceTold.add(figure);
                switch (decide(percent(figure), told, NOON)) {
                    case Decision.Raise _ -> {
                        assertThat(figure).isLessThan(50);
                        assertThat(told).isEmpty();
                        told = told(percent(figure), percent(figure));
                        sinceTold.clear();
                    }
                    case Decision.Over _ -> {
                        assertThat(sinceTold).as("seed %d", SEED + round).anyMatch(each -> each >= 60);
                        told = Optional.empty();
                    }
                    case Decision.Nothing() -> {}
                    case Decision.Drop() -> throw new AssertionError("the patient is treated");
                    case Decision.WaitToTell(Instant until) -> throw new AssertionError(until);
                }
            }
        }
    }
}
