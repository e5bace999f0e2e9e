package care.sacrum.session.adherence.calculation;

import static care.sacrum.session.adherence.calculation.Life.dose;
import static care.sacrum.session.adherence.calculation.Life.held;
import static care.sacrum.session.adherence.calculation.Life.stretch;
import static care.sacrum.session.adherence.calculation.Life.work;
import static care.sacrum.session.adherence.calculation.Status.DONE;
import static care.sacrum.session.adherence.calculation.Status.EXCUSED;
import static care.sacrum.session.adherence.calculation.Status.FREE;
import static care.sacrum.session.adherence.calculation.Status.MISSED;
import static care.sacrum.session.adherence.calculation.Status.NOT_YET_KNOWN;
import static care.sacrum.session.adherence.calculation.Status.OPEN;
import static care.sacrum.session.adherence.calculation.Status.PARTIAL;
import static care.sacrum.session.adherence.calculation.Status.PAUSED;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.adherence.calculation.Day.Became;
import care.sacrum.session.adherence.calculation.Day.Why;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The week from 2 February 2026 begins on a Monday.
class DiaryTest {

    private final Life london = Life.in("Europe/London");

    @Test
    void chosenWeekdaysAreExpectedAndOthersAreNot() {
        london.isPrescribed("plan")
                .on(MONDAY, WEDNESDAY, FRIDAY)
                .exercises("2026-02-02T18:00", "2026-02-03T18:00")
                .checksIn("2026-02-09T07:00");

        assertThat(london.seenAt("2026-02-09T12:00", "2026-02-02", "2026-02-08"))
                .containsExactly(DONE, FREE, MISSED, FREE, MISSED, FREE, FREE);
        assertThat(london.day("2026-02-03").extra()).isOne();
    }

    @Test
    void moreThanWasExpectedIsExtraAndRaisesNothing() {
        london.isPrescribed("plan").daily().exercises("2026-02-02T08:00", "2026-02-02T12:00", "2026-02-02T18:00");

        var figure = london.figureAt("2026-02-03T12:00", "2026-02-02", "2026-02-02");

        assertThat(figure.expected()).isOne();
        assertThat(figure.percent()).contains(100);
        assertThat(figure.extra()).isEqualTo(2);
    }

    @Test
    void ofTwoADayOneIsHalf() {
        london.isPrescribed("plan")
                .timesADay(2)
                .daily()
                .exercises("2026-02-02T08:00")
                .checksIn("2026-02-03T07:00");

        assertThat(london.figureAt("2026-02-03T12:00", "2026-02-02", "2026-02-02")
                        .percent())
                .contains(50);
        assertThat(london.seenAt("2026-02-03T12:00", "2026-02-02", "2026-02-02"))
                .containsExactly(PARTIAL);
    }

    @Test
    void whatIsNotThereIsNotYetKnownUntilThePhoneIsHeardFromOnALaterDay() {
        london.isPrescribed("plan").daily().exercises("2026-02-02T18:00");

        assertThat(london.seenAt("2026-02-05T12:00", "2026-02-02", "2026-02-05"))
                .containsExactly(DONE, NOT_YET_KNOWN, NOT_YET_KNOWN, OPEN);

        london.checksIn("2026-02-05T08:00");

        assertThat(london.seenAt("2026-02-05T12:00", "2026-02-02", "2026-02-05"))
                .containsExactly(DONE, MISSED, MISSED, OPEN);
    }

    @Test
    void whatIsNotYetKnownIsNoPartOfTheFigure() {
        london.isPrescribed("plan").daily().exercises("2026-02-02T18:00");

        var figure = london.figureAt("2026-02-05T12:00", "2026-02-02", "2026-02-05");

        assertThat(figure.percent()).contains(100);
        assertThat(figure.notYetKnown()).isEqualTo(2);
        assertThat(figure.open()).isOne();
    }

    @Test
    void aLateSessionCountsOnItsOwnDayAndAnEarlierViewDoesNotKnowIt() {
        london.isPrescribed("plan")
                .daily()
                .checksIn("2026-02-04T07:00")
                .exercisesAndSends("2026-02-02T18:00", "2026-02-05T09:00");

        assertThat(london.seenAt("2026-02-04T12:00", "2026-02-02", "2026-02-03"))
                .containsExactly(MISSED, MISSED);
        assertThat(london.seenAt("2026-02-05T12:00", "2026-02-02", "2026-02-03"))
                .containsExactly(DONE, MISSED);
    }

    @Test
    void flexibleDaysAreFreeUntilTooFewAreLeft() {
        london.isPrescribed("plan")
                .onAny(5)
                .exercises("2026-02-02T18:00", "2026-02-03T18:00")
                .checksIn("2026-02-09T07:00");

        assertThat(london.seenAt("2026-02-09T12:00", "2026-02-02", "2026-02-08"))
                .containsExactly(DONE, DONE, FREE, FREE, MISSED, MISSED, MISSED);
        assertThat(london.day("2026-02-06").parts().getFirst().why()).isEqualTo(Why.NEEDED_DAY);
    }

    @Test
    void aFlexibleWeekThatIsDoneHasNoMoreThanItsDays() {
        london.isPrescribed("plan")
                .onAny(3)
                .exercises("2026-02-05T18:00", "2026-02-06T18:00", "2026-02-07T18:00", "2026-02-08T18:00");

        var figure = london.figureAt("2026-02-09T12:00", "2026-02-02", "2026-02-08");

        assertThat(figure.expected()).isEqualTo(3);
        assertThat(figure.done()).isEqualTo(3);
        assertThat(figure.extra()).isOne();
    }

    @Test
    void aFlexiblePlanThatBeginsOnAThursdayAsksForItsShareOfTheWeek() {
        london.isPrescribed("plan").from("2026-02-05").onAny(5).checksIn("2026-02-09T07:00");

        // Four of seven days, at five in seven: 2.86.
        assertThat(london.figureAt("2026-02-09T12:00", "2026-02-02", "2026-02-08")
                        .missed())
                .isEqualTo(3);
    }

    @Test
    void excusedDaysLowerAFlexibleWeekByTheirShare() {
        london.isPrescribed("plan")
                .onAny(5)
                .isExcused("2026-02-02", "2026-02-04")
                .checksIn("2026-02-09T07:00");

        // Four of seven days, at five in seven: 2.86, of which no more is asked than is whole.
        assertThat(london.seenAt("2026-02-09T12:00", "2026-02-02", "2026-02-08"))
                .containsExactly(EXCUSED, EXCUSED, EXCUSED, FREE, FREE, MISSED, MISSED);
    }

    @Test
    void aChangeInMidWeekCountsFromItsOwnDay() {
        london.isPrescribed("plan").daily();
        london.isPrescribed("plan").timesADay(2).recordedAt("2026-02-04T17:00").daily();

        assertThat(london.days("2026-02-02", "2026-02-05"))
                .extracting(Day::expected)
                .containsExactly(1, 1, 2, 2);
    }

    @Test
    void aMistakeThatIsMendedOnTheSameDayNeverCounted() {
        london.isPrescribed("plan")
                .from("2026-01-26")
                .timesADay(3)
                .recordedAt("2026-02-02T09:00")
                .daily();
        london.isPrescribed("plan")
                .from("2026-01-26")
                .timesADay(1)
                .recordedAt("2026-02-02T09:05")
                .daily();

        assertThat(london.days("2026-01-30", "2026-02-03"))
                .extracting(Day::expected)
                .containsOnly(1);
    }

    @Test
    void aFlexibleWeekWhoseDaysAWeekChangeAsksForTheMean() {
        london.isPrescribed("plan").onAny(3);
        london.isPrescribed("plan").recordedAt("2026-02-05T09:00").onAny(6);

        // Three days at 3 in seven, four at 6 in seven: 33 in seven, 4.71.
        assertThat(london.days("2026-02-02", "2026-02-08").stream()
                        .mapToInt(Day::expected)
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void daysThatAClinicianMovesCountForThePastAsWell() {
        london.isPrescribed("plan").daily();
        london.isPrescribed("plan")
                .from("2026-02-05")
                .recordedAt("2026-02-06T09:00")
                .daily();

        assertThat(london.days("2026-02-02", "2026-02-06"))
                .extracting(Day::expected)
                .containsExactly(0, 0, 0, 1, 1);
    }

    @Test
    void nothingIsExpectedInAPauseAndASessionIsExtra() {
        london.isPrescribed("plan")
                .pausedFrom("2026-02-03", "2026-02-05")
                .daily()
                .exercises("2026-02-03T18:00");

        assertThat(london.days("2026-02-02", "2026-02-05"))
                .extracting(Day::expected)
                .containsExactly(1, 0, 0, 1);
        assertThat(london.seenAt("2026-02-10T09:00", "2026-02-03", "2026-02-04"))
                .containsExactly(PAUSED, PAUSED);
        assertThat(london.day("2026-02-03").extra()).isOne();
    }

    @Test
    void nothingIsExpectedFromTheDayOfAHoldToTheDayOfItsRelease() {
        london.isPrescribed("plan").daily().isOnHold("2026-02-03T23:30", "2026-02-05T10:00");

        assertThat(london.days("2026-02-02", "2026-02-06"))
                .extracting(Day::expected)
                .containsExactly(1, 0, 0, 0, 1);
        assertThat(london.day("2026-02-04").parts().getFirst().why()).isEqualTo(Why.ON_HOLD);
    }

    @Test
    void aPrescriptionThatEndsBeforeItStartsAsksForNothing() {
        london.isPrescribed("plan").from("2026-02-05").to("2026-02-04").daily();

        assertThat(london.days("2026-02-01", "2026-02-10")).allMatch(Day::isEmpty);
    }

    @Test
    void twoProgrammesAreBothExpected() {
        london.isPrescribed("tilt").of("tilts").of(dose("pelvic-tilt", 1, 10)).daily();
        london.isPrescribed("stretch")
                .of("stretches")
                .of(stretch("piriformis-stretch", 30))
                .daily();
        london.does("2026-02-02T18:00", work("pelvic-tilt", 1, 10));

        assertThat(london.day("2026-02-02").expected()).isEqualTo(2);
        assertThat(london.day("2026-02-02").earned()).isEqualTo(1000);
        assertThat(london.day("2026-02-02").sessions().getFirst().prescription())
                .isEqualTo(Life.id("tilt"));
    }

    @Test
    void aNewerPrescriptionOfTheSameProgrammeReplacesTheOlder() {
        london.isPrescribed("first").daily();
        london.isPrescribed("second")
                .from("2026-02-04")
                .to("2026-02-05")
                .timesADay(2)
                .daily();

        assertThat(london.days("2026-02-02", "2026-02-06"))
                .extracting(Day::expected)
                .containsExactly(1, 1, 2, 2, 1);
    }

    @Test
    void aSessionOverMidnightIsOfTheDayOnWhichItBegan() {
        london.isPrescribed("plan").daily().exercisesAndSends("2026-02-02T23:50", "2026-02-03T00:20");

        assertThat(london.seenAt("2026-02-03T09:00", "2026-02-02", "2026-02-03"))
                .containsExactly(DONE, OPEN);
    }

    @Test
    void bothChangesOfTheClockLeaveEveryDayOnce() {
        london.isPrescribed("plan")
                .from("2026-03-28")
                .daily()
                .exercises("2026-03-28T23:59", "2026-03-29T00:30", "2026-03-30T00:10");

        assertThat(london.days("2026-03-28", "2026-03-30"))
                .extracting(Day::done)
                .containsOnly(1);

        var autumn = Life.in("Europe/London");
        autumn.isPrescribed("plan")
                .from("2026-10-24")
                .daily()
                .exercises("2026-10-24T23:59", "2026-10-25T01:30", "2026-10-26T00:10");

        assertThat(autumn.days("2026-10-24", "2026-10-26"))
                .extracting(Day::done)
                .containsOnly(1);
    }

    @Test
    void aTravellersSessionsAreOfTheDayThatTheTravellerHad() {
        var traveller = Life.in("Pacific/Auckland");
        traveller.isPrescribed("plan").daily().exercises("2026-02-05T18:00");
        // Over the date line: the fifth once more.
        traveller.travelsTo("America/Los_Angeles").exercises("2026-02-05T09:00", "2026-02-06T09:00");

        assertThat(traveller.days("2026-02-05", "2026-02-06"))
                .extracting(Day::done)
                .containsExactly(1, 1);
        assertThat(traveller.day("2026-02-05").extra()).isOne();
        assertThat(traveller
                        .seenAt("2026-02-06T20:00", "2026-02-06", "2026-02-07")
                        .getFirst())
                .isEqualTo(DONE);
    }

    @Test
    void februaryAndTheEndOfAYearAreDaysLikeOthers() {
        london.isPrescribed("plan")
                .from("2024-02-28")
                .recordedAt("2024-02-28T08:00")
                .to("2024-03-01")
                .daily();

        assertThat(london.days("2024-02-27", "2024-03-02"))
                .extracting(Day::expected)
                .containsExactly(0, 1, 1, 1, 0);

        var year = Life.in("Europe/London");
        // The ISO week from 29 December to 4 January.
        year.isPrescribed("plan")
                .from("2025-12-29")
                .onAny(3)
                .exercises("2025-12-31T23:30", "2026-01-01T00:30", "2026-01-04T10:00");

        assertThat(year.days("2025-12-29", "2026-01-04").stream()
                        .mapToInt(Day::expected)
                        .sum())
                .isEqualTo(3);
        assertThat(year.days("2025-12-29", "2026-01-04").stream()
                        .mapToInt(Day::done)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void aRestDayLeavesAFlexibleWeekAsItIsAndExcusesNoPlannedDay() {
        london.isPrescribed("plan").on(MONDAY).rests("2026-02-02T18:00").checksIn("2026-02-03T08:00");

        assertThat(london.seenAt("2026-02-03T12:00", "2026-02-02", "2026-02-02"))
                .containsExactly(MISSED);
        assertThat(london.day("2026-02-02").rest()).isTrue();
    }

    @Test
    void aPartOfTheSetsIsAPartOfTheSession() {
        london.isPrescribed("plan")
                .of(dose("pelvic-tilt", 2, 10), stretch("piriformis-stretch", 30))
                .daily()
                .does(
                        "2026-02-02T18:00",
                        work("pelvic-tilt", 1, 10),
                        held("piriformis-stretch", 15, Side.LEFT),
                        held("piriformis-stretch", 40, Side.RIGHT));

        // Half of the sets; half of the hold on the left and all of it on the right.
        assertThat(london.day("2026-02-02").earned()).isEqualTo((500 + 750) / 2);
        assertThat(london.day("2026-02-02").partial()).isOne();
    }

    @Test
    void whatAPhoneDoesNotSayIsNotHeldAgainstThePatient() {
        london.isPrescribed("plan")
                .of(dose("pelvic-tilt", 2, 10))
                .daily()
                .does("2026-02-02T18:00", new Work("pelvic-tilt", null, null, null, Side.BOTH))
                .exercises("2026-02-03T18:00");

        assertThat(london.days("2026-02-02", "2026-02-03"))
                .extracting(Day::done)
                .containsOnly(1);
    }

    @Test
    void halfInTheMorningAndHalfInTheEveningIsAll() {
        london.isPrescribed("plan")
                .of(dose("pelvic-tilt", 1, 10), dose("bridge", 1, 10))
                .daily()
                .does("2026-02-02T08:00", work("pelvic-tilt", 1, 10))
                .does("2026-02-02T18:00", work("bridge", 1, 10));

        var day = london.day("2026-02-02");

        assertThat(day.done()).isOne();
        assertThat(day.extra()).isZero();
        assertThat(day.sessions()).extracting(Day.Logged::became).containsExactly(Became.COUNTED, Became.JOINED);
    }

    @Test
    void theBestSessionCountsWhenOneWasStoppedBefore() {
        london.isPrescribed("plan")
                .of(dose("pelvic-tilt", 2, 10))
                .daily()
                .does("2026-02-02T08:00", work("pelvic-tilt", 1, 10))
                .does("2026-02-02T18:00", work("pelvic-tilt", 2, 10));

        var day = london.day("2026-02-02");

        assertThat(day.done()).isOne();
        assertThat(day.sessions()).extracting(Day.Logged::became).containsExactly(Became.EXTRA, Became.COUNTED);
    }

    @Test
    void otherExercisesAreNoneOfThePlan() {
        london.isPrescribed("plan").of(dose("pelvic-tilt", 2, 10)).daily().does("2026-02-02T08:00", work("yoga", 1, 1));

        assertThat(london.day("2026-02-02").unfilled()).isOne();
        assertThat(london.day("2026-02-02").sessions().getFirst().became()).isEqualTo(Became.OTHER_EXERCISES);
    }

    private static final Dose[] TWO_MOVES = {dose("pelvic-tilt", 1, 10), dose("rotation", 1, 10)};
    private static final Dose[] THREE_MOVES = {
        dose("pelvic-tilt", 1, 10), dose("rotation", 1, 10), dose("stretch", 1, 10)
    };

    /// Three moves are all of either plan, two are all of the shorter one.
    @Test
    void whichSessionCountsForWhichPlanIsOfNoHourAndOfNoOrderOfRecording() {
        var two = new Work[] {work("pelvic-tilt", 1, 10), work("rotation", 1, 10)};
        var three = new Work[] {work("pelvic-tilt", 1, 10), work("rotation", 1, 10), work("stretch", 1, 10)};
        for (boolean shortPlanFirst : new boolean[] {true, false}) {
            for (boolean shortSessionFirst : new boolean[] {true, false}) {
                var life = Life.in("Europe/London");
                life.isPrescribed("short")
                        .of("slow-moves")
                        .of(TWO_MOVES)
                        .recordedAt(shortPlanFirst ? "2026-02-02T08:00" : "2026-02-02T09:00")
                        .daily();
                life.isPrescribed("long")
                        .of("gentle-start")
                        .of(THREE_MOVES)
                        .recordedAt(shortPlanFirst ? "2026-02-02T09:00" : "2026-02-02T08:00")
                        .daily();
                life.does("2026-02-02T08:00", shortSessionFirst ? two : three)
                        .does("2026-02-02T18:00", shortSessionFirst ? three : two);

                assertThat(life.day("2026-02-02").earned()).isEqualTo(2000);
                assertThat(life.day("2026-02-02").done()).isEqualTo(2);
            }
        }
    }

    /// 1000 of the one or 900 of the other, and 850 or 566: the best pair alone would leave 1566.
    @Test
    void theSharesOfADayAreTogetherTheGreatestPossible() {
        london.isPrescribed("bridges").of("bridges").of(dose("bridge", 1, 1000)).daily();
        london.isPrescribed("tilts")
                .of("tilts")
                .of(dose("pelvic-tilt", 1, 1000))
                .daily();
        london.does("2026-02-02T08:00", work("bridge", 1, 1000), work("pelvic-tilt", 1, 900))
                .does("2026-02-02T18:00", work("bridge", 1, 850), work("pelvic-tilt", 1, 566));

        assertThat(london.day("2026-02-02").earned()).isEqualTo(1750);
    }

    /// What is planned for the day can be done on no other.
    @Test
    void aPlannedDayComesBeforeADayThatIsFree() {
        london.isPrescribed("any").of("any-days").onAny(3);
        london.isPrescribed("mondays").of("mondays").on(MONDAY).exercises("2026-02-02T08:00");

        assertThat(london.day("2026-02-02").parts())
                .extracting(Day.Part::why)
                .containsExactlyInAnyOrder(Why.FREE_DAY, Why.PLANNED_DAY);
        assertThat(london.day("2026-02-02").done()).isOne();
    }

    @Test
    void theBestDaysOfAWeekCountInWhateverOrderTheyCome() {
        for (int wholeFrom = 0; wholeFrom <= 5; wholeFrom++) {
            var life = Life.in("Europe/London");
            life.isPrescribed("plan").of(THREE_MOVES).onAny(5);
            for (int day = 0; day < 7; day++) {
                var time = "2026-02-0%dT18:00".formatted(2 + day);
                if (day == wholeFrom || day == wholeFrom + 1) {
                    life.does(time, work("pelvic-tilt", 1, 10), work("rotation", 1, 10), work("stretch", 1, 10));
                } else {
                    life.does(time, work("stretch", 1, 10));
                }
            }
            var figure = life.figureAt("2026-02-09T12:00", "2026-02-02", "2026-02-08");

            assertThat(figure.earned()).isEqualTo(2999);
            assertThat(figure.extra()).isEqualTo(2);
            assertThat(figure.percent()).contains(60);
        }
    }

    @Test
    void ofDaysThatAreAlikeTheEarlierCount() {
        london.isPrescribed("plan")
                .of(TWO_MOVES)
                .onAny(2)
                .does("2026-02-03T18:00", work("pelvic-tilt", 1, 10))
                .does("2026-02-05T18:00", work("rotation", 1, 10))
                .does("2026-02-06T18:00", work("rotation", 1, 10));

        assertThat(london.days("2026-02-02", "2026-02-08"))
                .extracting(Day::expected)
                .containsExactly(0, 1, 0, 1, 0, 0, 0);
    }

    /// Halves of the morning and of the evening make a whole day.
    @Test
    void aDayIsAsGoodAsAllOfItsSessionsTogether() {
        london.isPrescribed("plan")
                .of(TWO_MOVES)
                .onAny(1)
                .does("2026-02-03T18:00", work("pelvic-tilt", 1, 10), work("rotation", 1, 9))
                .does("2026-02-05T08:00", work("pelvic-tilt", 1, 10))
                .does("2026-02-05T18:00", work("rotation", 1, 10));

        assertThat(london.days("2026-02-02", "2026-02-08"))
                .extracting(Day::done)
                .containsExactly(0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void allButAThousandthIsNotAHundredPercent() {
        london.isPrescribed("plan")
                .of(dose("pelvic-tilt", 1, 1000))
                .daily()
                .does("2026-02-02T18:00", work("pelvic-tilt", 1, 999));

        assertThat(london.figureAt("2026-02-03T12:00", "2026-02-02", "2026-02-02")
                        .percent())
                .contains(99);
    }

    @Test
    void anExcuseMakesNoMissOfADayThatWasFree() {
        london.isPrescribed("plan")
                .onAny(5)
                .exercises("2026-02-02T18:00", "2026-02-04T18:00", "2026-02-05T18:00")
                .isExcused("2026-02-07", "2026-02-08")
                .checksIn("2026-02-09T07:00");

        assertThat(london.seenAt("2026-02-09T12:00", "2026-02-02", "2026-02-08"))
                .containsExactly(DONE, FREE, DONE, DONE, FREE, EXCUSED, EXCUSED);
    }

    /// With three of seven days the first four are free: who then falls ill has missed none.
    @Test
    void whoFallsIllBeforeADayIsNeededHasMissedNone() {
        london.isPrescribed("plan")
                .onAny(3)
                .isExcused("2026-02-06", "2026-02-08")
                .checksIn("2026-02-09T07:00");

        assertThat(london.seenAt("2026-02-09T12:00", "2026-02-02", "2026-02-08"))
                .containsExactly(FREE, FREE, FREE, FREE, EXCUSED, EXCUSED, EXCUSED);
    }

    @Test
    void anExcuseTakesAwayNothingThatWasWhollyDone() {
        london.isPrescribed("plan")
                .onAny(3)
                .exercises("2026-02-02T18:00", "2026-02-03T18:00", "2026-02-04T18:00", "2026-02-05T18:00")
                .isExcused("2026-02-08", "2026-02-08");

        var figure = london.figureAt("2026-02-09T12:00", "2026-02-02", "2026-02-08");

        assertThat(figure.done()).isEqualTo(3);
        assertThat(figure.extra()).isOne();
    }

    /// Five of seven days, and two of them excused: three count, the best of them.
    @Test
    void ofAShortenedWeekTheBestOfFewerDaysCount() {
        london.isPrescribed("plan")
                .of(TWO_MOVES)
                .onAny(5)
                .does("2026-02-02T18:00", work("pelvic-tilt", 1, 10))
                .does("2026-02-03T18:00", work("pelvic-tilt", 1, 10), work("rotation", 1, 10))
                .does("2026-02-04T18:00", work("pelvic-tilt", 1, 10))
                .does("2026-02-05T18:00", work("pelvic-tilt", 1, 10), work("rotation", 1, 10))
                .isExcused("2026-02-07", "2026-02-08");

        assertThat(london.days("2026-02-02", "2026-02-08"))
                .extracting(Day::earned)
                .containsExactly(500, 1000, 0, 1000, 0, 0, 0);
    }

    @Test
    void repetitionsAreTheSameInWhateverSetsEntriesAndSessionsTheyAreTold() {
        for (var works : new Work[][] {
            {work("pelvic-tilt", 2, 5)},
            {work("pelvic-tilt", 1, 5), work("pelvic-tilt", 1, 5)},
            {work("pelvic-tilt", 1, 10)},
            {work("pelvic-tilt", 10, 1)},
            {work("pelvic-tilt", 4, 5)}
        }) {
            var life = Life.in("Europe/London");
            life.isPrescribed("plan").of(dose("pelvic-tilt", 1, 10)).daily().does("2026-02-02T18:00", works);

            assertThat(life.day("2026-02-02").done()).isOne();
        }
        london.isPrescribed("plan")
                .of(dose("pelvic-tilt", 1, 10))
                .daily()
                .does("2026-02-02T08:00", work("pelvic-tilt", 1, 5))
                .does("2026-02-02T18:00", work("pelvic-tilt", 1, 5));
        assertThat(london.day("2026-02-02").done()).isOne();
    }

    @Test
    void moreRepetitionsMakeUpForNoShorterHold() {
        var asked = new Dose("plank", 1, 10, 5, false);

        assertThat(asked.share(List.of(new Work("plank", 2, 10, 2500, Side.BOTH))))
                .isEqualTo(500);
        assertThat(asked.share(
                        List.of(new Work("plank", 1, 10, 2500, Side.BOTH), new Work("plank", 1, 10, 2500, Side.BOTH))))
                .isEqualTo(500);
        assertThat(asked.share(
                        List.of(new Work("plank", 1, 10, 2500, Side.BOTH), new Work("plank", 1, 5, 5000, Side.BOTH))))
                .isEqualTo(750);
    }

    @Test
    void aRestDayToldAsASessionIsToldAndCountsForNothing() {
        london.isPrescribed("plan")
                .daily()
                .restsInsteadOfExercising("2026-02-02T18:00")
                .hurts(6, 7)
                .checksIn("2026-02-03T08:00");

        var day = london.day("2026-02-02");

        assertThat(day.sessions()).extracting(Day.Logged::became).containsExactly(Became.REST_DAY);
        assertThat(day.sessions()).extracting(Day.Logged::share).containsExactly(0);
        assertThat(day.extra()).isZero();
        assertThat(day.rest()).isTrue();
        assertThat(day.pain()).isEqualTo(new Pain(6.0, 7.0, null));
        assertThat(london.seenAt("2026-02-03T12:00", "2026-02-02", "2026-02-02"))
                .containsExactly(MISSED);
    }

    @Test
    void aSessionThatSaysThatNothingWasDoneCountsForNothing() {
        london.isPrescribed("plan").daily().does("2026-02-02T08:00").does("2026-01-20T08:00");

        assertThat(london.day("2026-02-02").unfilled()).isOne();
        assertThat(london.day("2026-02-02").sessions().getFirst().became()).isEqualTo(Became.OTHER_EXERCISES);
        assertThat(london.day("2026-01-20").extra()).isZero();
    }

    @Test
    void anExtraSessionSaysWhatWasDoneInIt() {
        london.isPrescribed("plan")
                .of(dose("pelvic-tilt", 2, 10))
                .daily()
                .does("2026-02-02T08:00", work("pelvic-tilt", 2, 10))
                .does("2026-02-02T18:00", work("pelvic-tilt", 1, 10));

        var extra = london.day("2026-02-02").sessions().getLast();

        assertThat(extra.became()).isEqualTo(Became.EXTRA);
        assertThat(extra.share()).isEqualTo(500);
    }

    @Test
    void aCorrectionOfTheExercisesAloneLeavesThePain() {
        london.isPrescribed("plan")
                .daily()
                .exercises("2026-02-02T08:00")
                .hurts(6, 4)
                .corrects("2026-02-02T08:00", "2026-02-02T09:00", work("pelvic-tilt", 1, 10));

        assertThat(london.day("2026-02-02").pain()).isEqualTo(new Pain(6.0, 4.0, null));
    }

    @Test
    void painNowInAMorningCheckInIsTheNextMorningOfTheDayBefore() {
        london.isPrescribed("plan")
                .daily()
                .exercises("2026-02-02T18:00")
                .checksInInTheMorning("2026-02-03T07:00")
                .hurts(new Pain(2.0, null, null));

        assertThat(london.day("2026-02-02").pain()).isEqualTo(new Pain(null, null, 2.0));
        assertThat(london.day("2026-02-03").pain()).isEqualTo(Pain.UNTOLD);
    }

    @Test
    void painNowGivesWayToPainOfTheNextMorningAndInAnyOtherCheckInIsNone() {
        london.isPrescribed("plan")
                .daily()
                .exercises("2026-02-02T18:00", "2026-02-04T18:00")
                .checksInInTheMorning("2026-02-03T07:00")
                .hurts(new Pain(9.0, null, 3.0))
                .checksIn("2026-02-05T21:00")
                .hurts(new Pain(5.0, null, null));

        assertThat(london.day("2026-02-02").pain()).isEqualTo(new Pain(null, null, 3.0));
        assertThat(london.day("2026-02-04").pain()).isEqualTo(Pain.UNTOLD);
    }

    @Test
    void whatThePracticeTypesInFillsItsDayAndSaysNothingOfTheOthers() {
        london.isPrescribed("plan")
                .daily()
                .exercises("2026-02-02T18:00")
                .exercisesAndHasItTypedIn("2026-02-04T18:00", "2026-02-05T09:00");

        assertThat(london.seenAt("2026-02-05T12:00", "2026-02-02", "2026-02-05"))
                .containsExactly(DONE, NOT_YET_KNOWN, DONE, OPEN);
        london.checksIn("2026-02-05T13:00");
        assertThat(london.seenAt("2026-02-05T14:00", "2026-02-02", "2026-02-05"))
                .containsExactly(DONE, MISSED, DONE, OPEN);
    }

    @Test
    void aCorrectionStandsOnTheDayOfWhatItCorrects() {
        london.isPrescribed("plan")
                .of(dose("pelvic-tilt", 2, 10))
                .daily()
                .does("2026-02-02T18:00", work("pelvic-tilt", 2, 10))
                .corrects("2026-02-02T18:00", "2026-02-04T09:00", work("pelvic-tilt", 1, 10))
                .corrects("2026-02-04T09:00", "2026-02-05T09:00", work("pelvic-tilt", 1, 5));

        assertThat(london.day("2026-02-02").earned()).isEqualTo(250);
        assertThat(london.day("2026-02-04").sessions()).isEmpty();
        assertThat(london.seenAt("2026-02-03T12:00", "2026-02-02", "2026-02-02"))
                .containsExactly(DONE);
    }

    @Test
    void aSessionWhoseDateIsUncertainCountsOnNoDay() {
        london.isPrescribed("plan").daily().exercisesAndSends("2026-02-04T18:00", "2026-02-02T18:00");

        assertThat(london.day("2026-02-04").done()).isZero();
        assertThat(london.day("2026-02-04").sessions().getFirst().became()).isEqualTo(Became.DATE_UNCERTAIN);
    }

    @Test
    void aStreakIsNotBrokenByDaysOnWhichNothingWasExpected() {
        london.isPrescribed("plan")
                .on(MONDAY, WEDNESDAY, FRIDAY)
                .exercises("2026-02-04T18:00", "2026-02-06T18:00", "2026-02-09T18:00");
        var standing = Standing.of(london.facts(), london.at("2026-02-10T12:00"));

        var streak = Streak.of(london.days("2026-02-02", "2026-02-10"), standing);

        assertThat(streak).isEqualTo(new Streak(3, 3));
    }
}
