package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.finding;
import static care.sacrum.triage.rules.Story.rules;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.Story.symptom;
import static care.sacrum.triage.rules.SymptomCode.LOW_BACK_PAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pain that lasts more than a few days, with every boundary from both sides.
class PersistenceTest {

    @Test
    void fiveDaysOfPainAreMoreThanAFew() {
        assertPersists(story().pains("2026-02-01", 4, 4, 4, 4, 4).on("2026-02-05"));
    }

    @Test
    void fourDaysOfPainAreAFew() {
        assertGoes(story().pains("2026-02-01", 4, 4, 4, 4).on("2026-02-04"));
    }

    @Test
    void aPracticeMaySetTheSpan() {
        Parameters four = set(Map.of("persistenceMinSpanDays", "4"));
        assertPersists(story().setting(four).pains("2026-02-01", 4, 4, 4, 4).on("2026-02-04"));
        Parameters six = set(Map.of("persistenceMinSpanDays", "6"));
        assertGoes(story().setting(six).pains("2026-02-01", 4, 4, 4, 4, 4).on("2026-02-05"));
    }

    @Test
    void threeSymptomaticDaysInTheSpanAreEnough() {
        assertPersists(story().pains("2026-02-01", 4, -1, 4, -1, 4).on("2026-02-05"));
    }

    @Test
    void twoSymptomaticDaysAreNot() {
        assertGoes(story().pains("2026-02-01", 4, -1, 2, -1, 4).on("2026-02-05"));
    }

    @Test
    void twoUnknownDaysInARowDoNotBreakTheRun() {
        assertPersists(story().pains("2026-02-01", 4, -1, -1, 4, 4).on("2026-02-05"));
    }

    @Test
    void threeUnknownDaysInARowDo() {
        assertGoes(story().pains("2026-02-01", 4, 4, 4, -1, -1, -1, 4, 4).on("2026-02-08"));
    }

    @Test
    void aStatedOnsetBeforeTheSilenceBridgesItFromTheFirstDayAfterItOn() {
        for (String saidOn : List.of("2026-02-07", "2026-02-08")) {
            assertPersists(story().pains("2026-02-01", 4, 4, 4, -1, -1, -1, 4, 4)
                    .checkIn(saidOn + "T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-03")))
                    .on("2026-02-08"));
        }
    }

    @Test
    void anOnsetStatedOnADayThatHardlyHurtIsForgottenOverTheSilence() {
        assertGoes(story().pains("2026-02-01", 2, -1, -1, -1, 4, 4, 4)
                .checkIn("2026-02-01T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-01-20")))
                .on("2026-02-07"));
    }

    @Test
    void anOnsetWithinTheSilenceDoesNotBridgeIt() {
        assertGoes(story().pains("2026-02-01", 4, 4, 4, -1, -1, -1, 4, 4)
                .checkIn("2026-02-08T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-05")))
                .on("2026-02-08"));
    }

    @Test
    void anOnsetStatedBeforeTheSilenceSaysNothingAboutIt() {
        assertGoes(story().checkIn("2026-02-03T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-01-20")))
                .pains("2026-02-01", 4, 4, 4, -1, -1, -1, 4, 4)
                .on("2026-02-08"));
    }

    @Test
    void aStatedOnsetStartsTheSpan() {
        assertPersists(story().pains("2026-02-03", 4, 4, 4)
                .checkIn("2026-02-05T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-01")))
                .on("2026-02-05"));
        assertGoes(story().pains("2026-02-03", 4, 4, 4)
                .checkIn("2026-02-05T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-02")))
                .on("2026-02-05"));
    }

    @Test
    void aStatedOnsetIsNamedWhereItCountsAndTheLaterTiersNameTheFirstReport() {
        double[] mild = new double[42];
        java.util.Arrays.fill(mild, 4);
        Evaluation evaluation = story().pains("2026-02-01", mild)
                .checkIn("2026-02-01T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-01-20")))
                .on("2026-03-14");
        assertThat(finding(evaluation, "persist-t1").headline()).startsWith("Pain on 42 days of 54 since 2026-01-20,");
        assertThat(finding(evaluation, "persist-t3").headline()).startsWith("Pain on 42 days of 42 since 2026-02-01,");
    }

    @Test
    void anOnsetCountsEvenFromTheCheckInBeforeTheFirstScore() {
        assertPersists(
                story().checkIn("2026-02-02T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-01-30")))
                        .pains("2026-02-03", 4, 4, 4)
                        .on("2026-02-05"));
    }

    @Test
    void aStatedOnsetNeverReachesAcrossAResolution() {
        assertGoes(story().pains("2026-02-01", 4, 4, 4, 4, 1, 1, 4, 4, 4)
                .checkIn("2026-02-09T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-01")))
                .on("2026-02-09"));
    }

    @Test
    void twoQuietDaysResolveThePain() {
        assertGoes(story().pains("2026-02-01", 4, 4, 1, 1, 4).on("2026-02-05"));
    }

    @Test
    void oneQuietDayDoesNot() {
        assertPersists(story().pains("2026-02-01", 4, 4, 1, 4, 4).on("2026-02-05"));
    }

    @Test
    void twoQuietDaysApartAreOneAfterTheOther() {
        assertGoes(story().pains("2026-02-01", 4, 4, 1, -1, 0, 4, 4, 4).on("2026-02-08"));
    }

    @Test
    void quietDaysOnEitherSideOfASilenceResolveThePainBeforeIt() {
        Evaluation back = story().pains("2026-02-01", 4, 4, 4, 4, 4, 1, -1, -1, -1, -1, 1, 4, 4)
                .on("2026-02-13");
        assertThat(rules(back)).contains("flare").doesNotContain("persist-t1");
    }

    @Test
    void aDayBetweenQuietAndSymptomaticResolvesNothing() {
        assertPersists(story().pains("2026-02-01", 4, 2, 2, 4, 4).on("2026-02-05"));
    }

    @Test
    void theLatestDayMustStillHurt() {
        assertGoes(story().pains("2026-02-01", 4, 4, 4, 4, 4, 2).on("2026-02-06"));
        assertPersists(story().pains("2026-02-01", 4, 4, 4, 4, 4, 2.5).on("2026-02-06"));
    }

    @Test
    void theLastSymptomaticDayIsAtMostTwoDaysAgo() {
        Story five = story().pains("2026-02-01", 4, 4, 4, 4, 4);
        assertPersists(five.on("2026-02-07"));
        assertGoes(five.on("2026-02-08"));
    }

    @Test
    void painOfThreeCountsAndJustBelowDoesNot() {
        assertPersists(story().pains("2026-02-01", 3, 3, 3, 3, 3).on("2026-02-05"));
        assertGoes(story().pains("2026-02-01", 2.9, 2.9, 2.9, 2.9, 2.9).on("2026-02-05"));
    }

    @Test
    void aSpikeDuringExerciseIsNotTheDaysPain() {
        Story story = story();
        for (int day = 1; day <= 5; day++) {
            story.checkIn("2026-02-0" + day + "T09:00", draft -> draft.pain(new Pain(1.5, 2.0, 7.0, null)));
        }
        assertGoes(story.on("2026-02-05"));
    }

    @Test
    void morningCheckInsAloneAreEnough() {
        Story story = story();
        for (int day = 1; day <= 5; day++) {
            story.report(
                    "m" + day,
                    Kind.MORNING_CHECK_IN,
                    "2026-02-0" + day + "T07:00",
                    draft -> draft.pain(new Pain(null, null, null, 4.0)));
        }
        assertPersists(story.on("2026-02-05"));
    }

    @Test
    void theHighestOfTwoSessionsIsTheDaysValue() {
        Story story = story().pains("2026-02-01", 1, 1, 1, 1, 1);
        for (int day = 1; day <= 5; day++) {
            story.report(
                    "s" + day,
                    Kind.SESSION,
                    "2026-02-0" + day + "T18:00",
                    draft -> draft.pain(new Pain(1.0, 4.0, null, null)));
        }
        assertPersists(story.on("2026-02-05"));
    }

    @Test
    void theSeverityOfBackPainStandsInWhereNoScoreWasGiven() {
        Story story = story();
        for (int day = 1; day <= 5; day++) {
            story.checkIn("2026-02-0" + day + "T09:00", symptom(LOW_BACK_PAIN).ofSeverity(5));
        }
        assertPersists(story.on("2026-02-05"));
        Story scored = story().pains("2026-02-01", 1, 1, 1, 1, 1);
        for (int day = 1; day <= 5; day++) {
            scored.checkIn("2026-02-0" + day + "T10:00", symptom(LOW_BACK_PAIN).ofSeverity(5));
        }
        assertGoes(scored.on("2026-02-05"));
    }

    @Test
    void daysAreTheDaysOfThePlaceWhereThePatientWas() {
        // 23:30 in Auckland is still the same evening there, whatever the date is in UTC.
        for (String place : List.of("Pacific/Auckland", "Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati")) {
            Story story = story().in(place);
            for (int day = 1; day <= 5; day++) {
                story.checkIn("2026-02-0" + day + "T23:30", draft -> draft.pain(Pain.now(4)));
            }
            assertPersists(story.at("2026-02-05T23:59"));
            Story early = story().in(place);
            for (int day = 1; day <= 4; day++) {
                early.checkIn("2026-02-0" + day + "T00:10", draft -> draft.pain(Pain.now(4)));
                early.checkIn("2026-02-0" + day + "T23:50", draft -> draft.pain(Pain.now(4)));
            }
            assertGoes(early.at("2026-02-04T23:59"));
        }
    }

    @Test
    void aDayOf23Or25HoursIsOneDay() {
        // Clocks go forward on 2026-03-29 and back on 2026-10-25.
        assertPersists(story().pains("2026-03-27", 4, 4, 4, 4, 4).at("2026-03-31T09:01"));
        assertGoes(story().pains("2026-03-27", 4, 4, 4, 4).at("2026-03-30T23:59"));
        assertPersists(story().pains("2026-10-23", 4, 4, 4, 4, 4).at("2026-10-27T09:01"));
        Story threeDaysAgo = story().pains("2026-10-21", 4, 4, 4, 4, 4);
        assertPersists(threeDaysAgo.at("2026-10-27T23:59"));
        assertGoes(threeDaysAgo.at("2026-10-28T00:00"));
    }

    @Test
    void crossingTheDateLineTwiceOverCountsEachCivilDayOnce() {
        Story story = story().in("Pacific/Auckland").pains("2026-02-01", 4, 4);
        // Flown east over the line: 2 February again.
        story.in("Pacific/Honolulu").checkIn("2026-02-02T12:00", draft -> draft.pain(Pain.now(4)));
        story.pains("2026-02-03", 4, 4);
        assertGoes(story.at("2026-02-04T22:00"));
        assertPersists(story.pains("2026-02-05", 4).at("2026-02-05T22:00"));
    }

    @Test
    void improvingUnderCareIsSelfCareWhateverTheTier() {
        double[] coming = {7, 7, 7, 6, 6, 6, 5, 5, 5};
        assertThat(finding(
                                story().underCareOf("physical_therapist")
                                        .pains("2026-02-01", coming)
                                        .on("2026-02-09"),
                                "persist-t1")
                        .urgency())
                .isEqualTo(Urgency.SELF_CARE);
        assertThat(finding(story().pains("2026-02-01", coming).on("2026-02-09"), "persist-t1")
                        .urgency())
                .isEqualTo(Urgency.ROUTINE);
        double[] hardly = {7, 7, 7, 6, 6, 6, 5.5, 5.5, 5.5};
        assertThat(finding(
                                story().underCareOf("physician")
                                        .pains("2026-02-01", hardly)
                                        .on("2026-02-09"),
                                "persist-t1")
                        .urgency())
                .isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void theSecondTierMeasuresThePlanFromItsFirstReport() {
        double[] high = new double[14];
        java.util.Arrays.fill(high, 6);
        assertThat(rules(story().pains("2026-02-01", high).on("2026-02-14"))).contains("persist-t1", "persist-t2");
        double[] shorter = java.util.Arrays.copyOf(high, 13);
        assertThat(rules(story().pains("2026-02-01", shorter)
                        .checkIn("2026-02-13T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2025-12-01")))
                        .on("2026-02-13")))
                .contains("persist-t1")
                .doesNotContain("persist-t2", "persist-t3");
    }

    @Test
    void theThirdTierIsSixWeeks() {
        double[] mild = new double[42];
        java.util.Arrays.fill(mild, 4);
        assertThat(rules(story().pains("2026-02-01", mild).on("2026-03-14")))
                .contains("persist-t1", "persist-t3")
                .doesNotContain("persist-t2");
        assertThat(rules(story().pains("2026-02-01", java.util.Arrays.copyOf(mild, 41))
                        .on("2026-03-13")))
                .doesNotContain("persist-t3");
    }

    @Test
    void theSamePainDayAfterDayAddsNoKey() {
        Story story = story().pains("2026-02-01", 4, 4, 4, 4, 4);
        Finding raised = finding(story.on("2026-02-05"), "persist-t1");
        Finding later = finding(story.pains("2026-02-06", 4, 4, 5, 4).on("2026-02-09"), "persist-t1");
        assertThat(raised.evidenceKeys()).containsExactly("t1@2026-02-01");
        assertThat(later.evidenceKeys()).isEqualTo(raised.evidenceKeys());
        assertThat(later.episode()).isEqualTo(raised.episode());
    }

    @Test
    void twoPointsMoreAddAKey() {
        Story story = story().pains("2026-02-01", 4, 4, 4, 4, 4, 6, 6, 6);
        assertThat(finding(story.on("2026-02-08"), "persist-t1").evidenceKeys())
                .containsExactlyInAnyOrder("t1@2026-02-01", "t1@2026-02-01+2");
        // And it stays, though the pain comes down again.
        assertThat(finding(story.pains("2026-02-09", 4, 4, 4).on("2026-02-11"), "persist-t1")
                        .evidenceKeys())
                .contains("t1@2026-02-01+2");
    }

    @Test
    void anEarlyReturnBelongsToTheSameEpisode() {
        Story story = story().pains("2026-02-01", 4, 4, 4, 4, 4, 0, 0).pains("2026-02-20", 4, 4, 4, 4, 4);
        Evaluation back = story.on("2026-02-24");
        assertThat(rules(back)).contains("flare", "persist-t1");
        assertThat(finding(back, "persist-t1").evidenceKeys()).containsExactly("t1@2026-02-01");
        Story later = story().pains("2026-02-01", 4, 4, 4, 4, 4, 0, 0).pains("2026-03-20", 4, 4, 4, 4, 4);
        assertThat(finding(later.on("2026-03-24"), "persist-t1").evidenceKeys()).containsExactly("t1@2026-03-20");
    }

    @Test
    void theEpisodeEndsWithThirtyDaysWithoutPain() {
        assertThat(keysOfSecondRun("2026-03-07")).containsExactly("t1@2026-02-01");
        assertThat(keysOfSecondRun("2026-03-08")).containsExactly("t1@2026-03-08");
    }

    /// The first run hurts until 5 February and is resolved on the seventh.
    private static java.util.Set<String> keysOfSecondRun(String from) {
        Story story = story().pains("2026-02-01", 4, 4, 4, 4, 4, 0, 0).pains(from, 4, 4, 4, 4, 4);
        return finding(story.on(LocalDate.parse(from).plusDays(4).toString()), "persist-t1")
                .evidenceKeys();
    }

    @Test
    void anOnsetStatedUpToTheGapBeforeTheFirstScoreCounts() {
        for (int before = 1; before <= 4; before++) {
            LocalDate saidOn = LocalDate.parse("2026-02-10").minusDays(before);
            Story story = story().checkIn(
                            saidOn + "T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-01-20")))
                    .pains("2026-02-10", 4, 4, 4);
            assertThat(rules(story.on("2026-02-12")).contains("persist-t1"))
                    .as("%d days before", before)
                    .isEqualTo(before <= 3);
        }
    }

    @Test
    void whatNeverWentAwayReachesBackToTheLastSymptomaticDay() {
        assertPersists(story().pains("2026-02-01", 4, 4, 4, 2, -1, -1, -1, 4, 4)
                .checkIn("2026-02-09T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-03")))
                .on("2026-02-09"));
        assertGoes(story().pains("2026-02-01", 4, 4, 4, 2, -1, -1, -1, 4, 4)
                .checkIn("2026-02-09T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-04")))
                .on("2026-02-09"));
    }

    @Test
    void twoReportedDaysAreTooFewToHaveGained() {
        Parameters few = set(Map.of("persistenceMinSpanDays", "3", "persistenceMinSymptomaticDays", "2"));
        Evaluation evaluation = story().setting(few)
                .underCareOf("physician")
                .pains("2026-01-31", 0, 7, -1, 4)
                .on("2026-02-03");
        assertThat(finding(evaluation, "persist-t1").urgency()).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void theSecondTierLooksAtTheMedianOfTheWholeRun() {
        assertThat(tiers(6, 6, 6, 6, 6, 6, 3, 3, 6, 6, 6, 6, 6, 6)).contains("persist-t2");
        assertThat(tiers(7, 4, 7, 4, 7, 4, 7, 4, 7, 4, 4, 7, 4, 7)).doesNotContain("persist-t2");
        assertThat(tiers(7, 5, 7, 5, 7, 5, 7, 5, 7, 5, 5, 7, 5, 7)).contains("persist-t2");
        assertThat(tiers(7, 5, 7, 5, 7, 5, 7, 5, 7, 5, 5, 7, 5, 7, 5)).doesNotContain("persist-t2");
        assertThat(tiers(7, 5, 7, 5, 7, 5, 7, 5, 7, 5, 7, 5, 6, 6, 6)).contains("persist-t2");
        // Two points gained: the plan works, however high it still is.
        assertThat(tiers(9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 7, 7, 7, 7)).doesNotContain("persist-t2");
        assertThat(tiers(9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8, 7.1, 7.1, 7.1)).contains("persist-t2");
    }

    @Test
    void anOnsetOnTheDayOfAResolutionIsContradictedByItAndOneADayLaterIsNot() {
        // Resolved on the seventh.
        Story onTheDay = story().pains("2026-02-01", 4, 4, 4, 4, 4, 1, 1, 4, 4, 4, 4)
                .checkIn("2026-02-11T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-07")));
        assertGoes(onTheDay.on("2026-02-11"));
        Story after = story().pains("2026-02-01", 4, 4, 4, 4, 4, 1, 1, -1, 4, 4, 4, 4)
                .checkIn("2026-02-12T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-08")));
        assertPersists(after.on("2026-02-12"));
    }

    @Test
    void whatIsSaidOnceThePainIsBackDoesNotLengthenTheRunBefore() {
        // Four days are no lasting pain, and so what comes back is no flare of one.
        Evaluation back = story().pains("2026-02-01", 4, 4, 4, 4, 0, 0, 4, 4)
                .checkIn("2026-02-07T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-01-20")))
                .on("2026-02-08");
        assertThat(rules(back)).doesNotContain("flare");
        // Said while it went on, it did.
        Evaluation said = story().pains("2026-02-01", 4, 4, 4, 4, 0, 0, 4, 4)
                .checkIn("2026-02-04T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-01-20")))
                .on("2026-02-08");
        assertThat(rules(said)).contains("flare");
    }

    @Test
    void oneSymptomaticDayBeforeTheSilenceIsEnoughToHaveNeverGoneAway() {
        Evaluation evaluation = story().pains("2026-02-01", 4, -1, -1, -1, 4, 4, 4)
                .checkIn("2026-02-07T10:00", symptom(LOW_BACK_PAIN).since(LocalDate.parse("2026-02-01")))
                .on("2026-02-07");
        assertThat(finding(evaluation, "persist-t1").because().getFirst().says())
                .isEqualTo("pain on 4 days of 7 since 2026-02-01, 4 on the latest: longer than a few days");
    }

    @Test
    void aPracticeMayTakeOneQuietDayForTheEnd() {
        Parameters one = set(Map.of("resolvedMinConsecutiveReportedDays", "1"));
        Evaluation back =
                story().setting(one).pains("2026-02-01", 4, 4, 4, 4, 4, 1, 4, 4).on("2026-02-08");
        assertThat(rules(back)).contains("flare").doesNotContain("persist-t1");
        // Four days before the quiet one are no lasting pain.
        assertThat(rules(story().setting(one)
                        .pains("2026-02-01", 4, 4, 4, 4, 1, 4, 4)
                        .on("2026-02-07")))
                .doesNotContain("flare");
    }

    @Test
    void aPracticeThatCallsTheSameValueQuietAndSymptomaticMeansSymptomatic() {
        Parameters two = set(Map.of("symptomaticThreshold", "2", "resolvedThreshold", "2"));
        assertPersists(story().setting(two).pains("2026-02-01", 4, 2, 2, 4, 4).on("2026-02-05"));
    }

    @Test
    void lastingPainNamesItsLatestDaysAndTheVeryFirst() {
        double[] mild = new double[30];
        java.util.Arrays.fill(mild, 4);
        List<String> named =
                finding(story().pains("2026-02-01", mild).on("2026-03-02"), "persist-t1").because().stream()
                        .map(Because::reportId)
                        .toList();
        assertThat(named).hasSize(20).startsWith("r30", "r29").endsWith("r12", "r1");
    }

    private static List<String> tiers(double... scores) {
        return rules(story().pains("2026-02-01", scores)
                .on(LocalDate.parse("2026-02-01").plusDays(scores.length - 1).toString()));
    }

    @Test
    void theStepsCountFromTheDayItFirstPersisted() {
        // On the fifth day the level was 6 already.
        assertThat(keys(4, 4, 6, 6, 4, 4, 6, 6, 6)).containsExactly("t1@2026-02-01");
        // Only on the fifth day were there three symptomatic ones, at a level of 6.
        assertThat(keys(6, -1, 4, -1, 6, 4, 6, 6, 6)).containsExactly("t1@2026-02-01");
        assertThat(keys(3, 3, 3, 3, 3, 7, 7, 7))
                .containsExactlyInAnyOrder("t1@2026-02-01", "t1@2026-02-01+2", "t1@2026-02-01+4");
        assertThat(keys(3, 3, 3, 3, 3, 4.9, 4.9, 4.9)).containsExactly("t1@2026-02-01");
        // Settled on the fifth day, it persisted only from the eighth on, at a level of 2.
        Parameters two = set(Map.of("symptomaticThreshold", "2", "resolvedThreshold", "1"));
        assertThat(finding(
                                story().setting(two)
                                        .pains("2026-02-01", 6, 6, 6, 6, 2, 2, 2, 4, 4, 4)
                                        .on("2026-02-10"),
                                "persist-t1")
                        .evidenceKeys())
                .containsExactlyInAnyOrder("t1@2026-02-01", "t1@2026-02-01+2");
        // One bad day is no level.
        assertThat(keys(3, 3, 3, 3, 3, 9, 3, 3)).containsExactly("t1@2026-02-01");
    }

    private static java.util.Set<String> keys(double... scores) {
        Evaluation evaluation = story().pains("2026-02-01", scores)
                .on(LocalDate.parse("2026-02-01").plusDays(scores.length - 1).toString());
        return finding(evaluation, "persist-t1").evidenceKeys();
    }

    /// Every course of eight days, each silent, quiet, between or symptomatic: against a slow and obvious reading.
    @Test
    @Tag("exhaustive")
    void everyShortCourseIsReadAsItIsWritten() {
        double[] kinds = {-1, 1, 2, 4};
        int days = 8;
        for (int course = 0; course < Math.pow(kinds.length, days); course++) {
            double[] scores = new double[days];
            int rest = course;
            for (int day = 0; day < days; day++, rest /= kinds.length) {
                scores[day] = kinds[rest % kinds.length];
            }
            boolean told =
                    rules(story().pains("2026-02-01", scores).on("2026-02-08")).contains("persist-t1");
            assertThat(told).as(java.util.Arrays.toString(scores)).isEqualTo(persists(scores));
        }
    }

    /// Reads backwards from today: the latest day hurts, and so far back as nothing ended it, it hurt long and often.
    private static boolean persists(double[] scores) {
        int last = scores.length - 1;
        while (last >= 0 && scores[last] < 0) {
            last--;
        }
        if (last < 0 || scores[last] < 3 || scores.length - 1 - last > 2) {
            return false;
        }
        int first = last;
        int symptomatic = 0;
        int quietInARow = 0;
        int unknownInARow = 0;
        for (int day = last; day >= 0; day--) {
            if (scores[day] < 0) {
                unknownInARow++;
                continue;
            }
            quietInARow = scores[day] <= 1 ? quietInARow + 1 : 0;
            if (unknownInARow > 2 || quietInARow == 2) {
                break;
            }
            unknownInARow = 0;
            if (scores[day] >= 3) {
                first = day;
                symptomatic++;
            }
        }
        return last - first + 1 >= 5 && symptomatic >= 3;
    }

    private static Parameters set(Map<String, String> wished) {
        return ((Parameters.Setting.Taken) Parameters.set(wished)).parameters();
    }

    private static void assertPersists(Evaluation evaluation) {
        assertThat(rules(evaluation)).contains("persist-t1");
    }

    private static void assertGoes(Evaluation evaluation) {
        assertThat(rules(evaluation)).doesNotContain("persist-t1");
    }
}
