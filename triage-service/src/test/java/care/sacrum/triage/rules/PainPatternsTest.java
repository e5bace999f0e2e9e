package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.finding;
import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.rules;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.SymptomCode.FEVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is read off the course of the pain: trends, load, cracking, with each boundary from both sides.
class PainPatternsTest {
    private static final String DAY = "2026-02-05";

    @Test
    void twoPointsMoreAreTwoPointsMoreInTenthsToo() {
        Story tenths = story();
        double[] pains = {6.2, 6.2, 8.2};
        for (int day = 0; day < pains.length; day++) {
            double pain = pains[day];
            tenths.report(
                    "c" + day,
                    Kind.SYMPTOM_CHECK_IN,
                    "2026-02-0" + (day + 1) + "T09:00",
                    draft -> draft.pain(before(pain)));
        }
        assertThat(rules(tenths.on("2026-02-03"))).contains("worsening-trend");

        Story morning = story();
        for (int day = 1; day <= 2; day++) {
            morning.report("s" + day, Kind.SESSION, "2026-02-0" + day + "T18:00", draft -> draft.pain(before(6.2)));
            morning(morning, "m" + day, "2026-02-0" + (day + 1), 8.2);
        }
        assertThat(rules(morning.on("2026-02-03"))).contains("load-not-settling");
    }

    // Load

    @Test
    void twoMorningsAfterTwoSessionsDoNotSettle() {
        Story story = story().report("s1", Kind.SESSION, "2026-02-02T18:00", draft -> draft.pain(before(2)));
        morning(story, "m1", "2026-02-03", 4);
        story.report("s2", Kind.SESSION, "2026-02-03T18:00", draft -> draft.pain(before(2)));
        assertThat(rules(story.on("2026-02-03"))).doesNotContain("load-not-settling");
        morning(story, "m2", "2026-02-04", 4);
        Evaluation evaluation = story.on("2026-02-04");
        assertThat(finding(evaluation, "load-not-settling").evidenceKeys()).containsExactly("unsettled@2026-02-02");
        assertThat(evaluation.programme()).isEqualTo(Programme.EASE);
    }

    @Test
    void theTroubleBeganWithTheFirstMorningThatDidNotSettle() {
        // Of the morning after the first of them nobody told, and the next one settled.
        Story story = story().report("unknown", Kind.SESSION, "2026-01-25T18:00", draft -> draft.pain(before(2)));
        story.report("settled", Kind.SESSION, "2026-01-31T18:00", draft -> draft.pain(before(2)));
        morning(story, "quiet", "2026-02-01", 2);
        for (int day = 2; day <= 4; day++) {
            story.report("s" + day, Kind.SESSION, "2026-02-0" + day + "T18:00", draft -> draft.pain(before(2)));
            morning(story, "m" + day, "2026-02-0" + (day + 1), 4);
        }
        assertThat(finding(story.on("2026-02-05"), "load-not-settling").evidenceKeys())
                .containsExactly("unsettled@2026-02-02");
    }

    @Test
    void oneMorningAfterTwoSessionsOfADayIsOneMorning() {
        Story story = story().report("s1", Kind.SESSION, "2026-02-02T09:00", draft -> draft.pain(before(2)))
                .report("s2", Kind.SESSION, "2026-02-02T18:00", draft -> draft.pain(before(2)));
        morning(story, "m1", "2026-02-03", 5);
        assertThat(rules(story.on("2026-02-03"))).doesNotContain("load-not-settling");
    }

    @Test
    void aMorningThatSettledBetweenEndsTheRunning() {
        Story story = story();
        double[] mornings = {4, 3.9, 4};
        for (int day = 0; day < mornings.length; day++) {
            story.report("s" + day, Kind.SESSION, "2026-02-0" + (day + 1) + "T18:00", draft -> draft.pain(before(2)));
            morning(story, "m" + day, "2026-02-0" + (day + 2), mornings[day]);
        }
        assertThat(rules(story.on("2026-02-04"))).doesNotContain("load-not-settling");
    }

    @Test
    void theNextMorningIsTheOneThatAMorningTellsOfWithItsDateKnown() {
        Story next = story().report("s1", Kind.SESSION, "2026-02-02T18:00", draft -> draft.pain(before(2)))
                .report("s2", Kind.SESSION, "2026-02-03T18:00", draft -> draft.pain(new Pain(2.0, null, null, 5.0)));
        // What the second session says of its own next morning says nothing of the first one's.
        assertThat(rules(next.on("2026-02-04"))).doesNotContain("load-not-settling");
        morning(next, "m1", "2026-02-03", 5);
        assertThat(rules(next.on("2026-02-04"))).contains("load-not-settling");
        Story uncertain = story().report("s1", Kind.SESSION, "2026-02-02T18:00", draft -> draft.pain(before(2)))
                .report("s2", Kind.SESSION, "2026-02-03T18:00", draft -> draft.pain(new Pain(2.0, null, null, 5.0)))
                .report(
                        "m1",
                        Kind.MORNING_CHECK_IN,
                        "2026-02-03T07:00",
                        draft -> draft.pain(new Pain(null, null, null, 5.0)).timeUnreadable(true));
        assertThat(rules(uncertain.on("2026-02-04"))).doesNotContain("load-not-settling");
    }

    @Test
    void aSessionWhoseNextMorningNobodyKnowsIsPassedOver() {
        Pain unsettled = new Pain(2.0, null, null, 4.0);
        Story story = story().report("s1", Kind.SESSION, "2026-02-01T18:00", draft -> draft.pain(unsettled))
                .report("s2", Kind.SESSION, "2026-02-02T18:00", draft -> draft.pain(before(2)))
                .report("s3", Kind.SESSION, "2026-02-03T18:00", draft -> draft.pain(new Pain(null, null, null, 4.0)))
                // The first of two on a day: the morning follows the later one.
                .report("s4", Kind.SESSION, "2026-02-04T09:00", draft -> draft.pain(before(2)))
                .report("s5", Kind.SESSION, "2026-02-04T18:00", draft -> draft.pain(unsettled));
        assertThat(finding(story.on(DAY), "load-not-settling").because())
                .extracting(Because::reportId)
                .containsExactly("s5", "s1");
    }

    @Test
    void theLatestTwoUnsettledSessionsAreNamedForFourteenDays() {
        Story story = story();
        for (int day = 1; day <= 3; day++) {
            story.report(
                    "s" + day,
                    Kind.SESSION,
                    "2026-02-0" + day + "T18:00",
                    draft -> draft.pain(new Pain(2.0, 2.0, 2.0, 4.0)));
        }
        assertThat(finding(story.on("2026-02-16"), "load-not-settling").because())
                .extracting(Because::reportId)
                .containsExactly("s3", "s2");
        assertThat(rules(story.on("2026-02-17"))).doesNotContain("load-not-settling");
    }

    @Test
    void aSessionOfWhoKnowsWhenWasNotTheLatest() {
        Story story = story().report(
                        "s1",
                        Kind.SESSION,
                        DAY + "T18:00",
                        draft -> draft.pain(new Pain(2.0, 9.0, 9.0, null)).timeUnreadable(true));
        assertThat(rules(story.on(DAY))).doesNotContain("load-ease");
    }

    private static Pain before(double score) {
        return new Pain(score, null, null, null);
    }

    private static void morning(Story story, String id, String day, double score) {
        story.report(id, Kind.MORNING_CHECK_IN, day + "T07:00", draft -> draft.pain(new Pain(null, null, null, score)));
    }

    // Fever with pain

    @Test
    void painThatCameOnlyDuringExerciseIsPainBesideAFever() {
        Story story = story().checkIn(
                        DAY + "T12:00",
                        draft -> draft.pain(new Pain(null, null, 6.0, null)).symptoms(List.of(fresh(FEVER))));
        assertThat(rules(story.on(DAY))).contains("infection-risk");
    }

    @Test
    void painDuringExerciseCountsBesideAFeverFromOneOnAndForFourteenDays() {
        assertThat(rules(exercised("2026-01-22", 1))).contains("infection-risk");
        assertThat(rules(exercised("2026-01-22", 0.9))).doesNotContain("infection-risk");
        assertThat(rules(exercised("2026-01-21", 1))).doesNotContain("infection-risk");
    }

    private static Evaluation exercised(String day, double during) {
        return story().checkIn(day + "T12:00", draft -> draft.pain(new Pain(null, null, during, null)))
                .checkIn(DAY + "T12:00", fresh(FEVER))
                .on(DAY);
    }

    @Test
    void aKnownBackPainThatHurtsIsPainBesideAFever() {
        assertThat(rules(known("2026-01-22", 1))).contains("infection-risk");
        assertThat(rules(known("2026-01-22", 0.9))).doesNotContain("infection-risk");
        assertThat(rules(known("2026-01-21", 1))).doesNotContain("infection-risk");
    }

    private static Evaluation known(String day, double severity) {
        return story().living(Condition.CHRONIC_LOW_BACK_PAIN)
                .checkIn(
                        day + "T12:00", Story.symptom(SymptomCode.LOW_BACK_PAIN).ofSeverity(severity))
                .checkIn(DAY + "T12:00", fresh(FEVER))
                .on(DAY);
    }

    @Test
    void aFeverFarFromAnyPainIsNoneOfTheSpine() {
        Story near = story().pains("2026-01-22", 1).checkIn(DAY + "T12:00", fresh(FEVER));
        assertThat(rules(near.on(DAY))).contains("infection-risk");
        Story far = story().pains("2026-01-21", 1).checkIn(DAY + "T12:00", fresh(FEVER));
        assertThat(rules(far.on(DAY))).doesNotContain("infection-risk");
        Story hardly = story().pains(DAY, 0.9).checkIn(DAY + "T12:00", fresh(FEVER));
        assertThat(rules(hardly.on(DAY))).doesNotContain("infection-risk");
        Story told = story().checkIn("2026-01-22T12:00", Story.symptom(SymptomCode.LEG_PAIN))
                .checkIn(DAY + "T12:00", fresh(FEVER));
        assertThat(rules(told.on(DAY))).contains("infection-risk");
        Story toldFar = story().checkIn("2026-01-21T12:00", Story.symptom(SymptomCode.BUTTOCK_PAIN))
                .checkIn(DAY + "T12:00", fresh(FEVER));
        assertThat(rules(toldFar.on(DAY))).doesNotContain("infection-risk");
    }

    // Worsening

    @Test
    void theMedianOfThreeDaysTwoAboveTheSevenBeforeIsWorse() {
        assertThat(rules(story().pains("2026-02-01", 3, 3, 3, 3, 3, 3, 3, 5, 5, 5)
                        .on("2026-02-10")))
                .contains("worsening-trend");
        assertThat(rules(story().pains("2026-02-01", 3, 3, 3, 3, 3, 3, 3, 6, 4.9, 5)
                        .on("2026-02-10")))
                .contains("worsening-trend");
        assertThat(rules(story().pains("2026-02-01", 3, 3, 3, 3.1, 3.1, 3.1, 3.1, 6, 5, 5)
                        .on("2026-02-10")))
                .doesNotContain("worsening-trend");
        assertThat(rules(story().pains("2026-02-01", 3, 3, 3, 3, 3, 3, 3, 6, 6, 4.9)
                        .on("2026-02-10")))
                .doesNotContain("worsening-trend");
    }

    @Test
    void onlySevenDaysBeforeTheLastThreeAreLookedAt() {
        // An eighth, much quieter day before changes nothing.
        assertThat(rules(story().pains("2026-02-01", 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 5.5, 5, 5.5)
                        .on("2026-02-18")))
                .doesNotContain("worsening-trend");
        // Fewer than seven are enough.
        assertThat(rules(story().pains("2026-02-01", 3, 6, 5, 6).on("2026-02-04")))
                .contains("worsening-trend");
    }

    @Test
    void aRiseIsToldFromWhereItRose() {
        Evaluation evaluation = story().pains("2026-02-01", 2, 2, 2, 2, 5, 5, 5).on("2026-02-07");
        assertThat(finding(evaluation, "worsening-trend").because().getFirst().says())
                .isEqualTo("pain risen from 2 to 5");
    }

    @Test
    void aRiseThatHasEasedOnTheLastDayIsToldByHowHighItWas() {
        Evaluation evaluation =
                story().pains("2026-02-01", 5, 5, 5, 5, 8, 9, 8, 5).on("2026-02-08");
        Finding worse = finding(evaluation, "worsening-trend");
        assertThat(worse.headline()).isEqualTo("Pain risen from 5 to 8");
        assertThat(worse.because())
                .extracting(because -> because.localDay() + " " + because.says())
                .containsExactly(
                        "2026-02-08 pain risen from 5 to 8 (5 now)", "2026-02-07 pain of 8", "2026-02-04 pain of 5");
        assertThat(evaluation.message()).contains("Your pain went up from 5 to 8 out of 10.");
    }

    @Test
    void theLowFromWhichItRoseIsTheLatestThatWasNoHigherThanUsual() {
        Evaluation evaluation = story().pains("2026-02-01", 6, 4, 4, 4, 7, 7, 7).on("2026-02-07");
        Finding worse = finding(evaluation, "worsening-trend");
        assertThat(worse.because())
                .extracting(because -> because.localDay() + " " + because.says())
                .containsExactly("2026-02-07 pain risen from 4 to 7", "2026-02-04 pain of 4");
        // From there it never fell, and by its first day of 7 it had risen.
        assertThat(worse.evidenceKeys()).containsExactly("worsening-trend@2026-02-02");
    }

    @Test
    void threeDaysThatNeverFallAndRiseByTwoAreWorse() {
        Evaluation evaluation = story().pains("2026-02-01", 3, 4, 5).on("2026-02-03");
        assertThat(finding(evaluation, "worsening-trend").evidenceKeys()).containsExactly("worsening-trend@2026-02-01");
        assertThat(finding(evaluation, "worsening-trend").because())
                .extracting(because -> because.says())
                .containsExactly("pain risen from 3 to 5", "pain of 3");
        assertThat(rules(story().pains("2026-02-01", 3, 3, 5).on("2026-02-03"))).contains("worsening-trend");
        assertThat(rules(story().pains("2026-02-01", 3.1, 4, 5).on("2026-02-03")))
                .doesNotContain("worsening-trend");
        assertThat(rules(story().pains("2026-02-01", 2, 4, 4.9).on("2026-02-03")))
                .doesNotContain("worsening-trend");
        assertThat(rules(story().pains("2026-02-01", 3, 5).on("2026-02-02"))).doesNotContain("worsening-trend");
        assertThat(rules(story().pains("2026-02-01", 5, 4, 6).on("2026-02-03"))).doesNotContain("worsening-trend");
    }

    @Test
    void aPracticeMaySetHowMuchIsWorse() {
        Parameters three =
                ((Parameters.Setting.Taken) Parameters.set(java.util.Map.of("worseningPoints", "3"))).parameters();
        assertThat(rules(story().setting(three).pains("2026-02-01", 3, 4, 5).on("2026-02-03")))
                .doesNotContain("worsening-trend");
        assertThat(rules(story().setting(three).pains("2026-02-01", 3, 4, 6).on("2026-02-03")))
                .contains("worsening-trend");
    }

    @Test
    void aTrendIsForgottenAfterFourteenDays() {
        Story rising = story().pains("2026-02-01", 3, 4, 5);
        assertThat(rules(rising.on("2026-02-17"))).contains("worsening-trend");
        assertThat(rules(rising.on("2026-02-18"))).doesNotContain("worsening-trend");
    }

    // Severe

    @Test
    void eightOnThreeReportedDaysInARowDoesNotLetUp() {
        assertThat(rules(story().pains("2026-02-01", 8, -1, 8, 8).on("2026-02-04")))
                .contains("severe-unremitting");
        assertThat(rules(story().pains("2026-02-01", 8, 7.9, 8, 8).on("2026-02-04")))
                .doesNotContain("severe-unremitting");
        assertThat(rules(story().pains("2026-02-01", 8, 8, 8, 7).on("2026-02-04")))
                .doesNotContain("severe-unremitting");
        assertThat(rules(story().pains("2026-02-01", 8, 8).on("2026-02-02"))).doesNotContain("severe-unremitting");
        assertThat(rules(story().pains("2026-02-01", 8, 8)
                        .checkIn("2026-02-02T10:00", Story.symptom(SymptomCode.NO_POSITION_EASES))
                        .on("2026-02-02")))
                .contains("severe-unremitting");
        Story severe = story().pains("2026-02-01", 8, 8, 8);
        assertThat(finding(severe.on("2026-02-17"), "severe-unremitting").evidenceKeys())
                .containsExactly("severe@2026-02-01");
        assertThat(rules(severe.on("2026-02-18"))).doesNotContain("severe-unremitting");
    }

    // Load

    @Test
    void aSessionAboveFiveWasTooMuchUntilTheNextOneOrFourteenDays() {
        Story during = story().report(
                        "s1", Kind.SESSION, "2026-02-01T18:00", draft -> draft.pain(new Pain(2.0, 3.0, 5.1, null)));
        assertThat(finding(during.on("2026-02-15"), "load-ease").evidenceKeys()).containsExactly("load:s1");
        assertThat(rules(during.on("2026-02-16"))).doesNotContain("load-ease");
        assertThat(rules(session(new Pain(2.0, 5.1, 2.0, null)))).contains("load-ease");
        assertThat(rules(session(new Pain(2.0, 5.0, 5.0, null)))).doesNotContain("load-ease");
        assertThat(rules(session(new Pain(2.0, 2.0, 6.0, 3.9)))).contains("load-ease");
        assertThat(rules(session(new Pain(2.0, 2.0, 6.0, 4.0)))).doesNotContain("load-ease");
        assertThat(rules(session(new Pain(null, 2.0, 6.0, 9.0)))).contains("load-ease");
        during.report("s2", Kind.SESSION, "2026-02-02T18:00", draft -> draft.pain(new Pain(2.0, 2.0, 2.0, null)));
        assertThat(rules(during.on("2026-02-02"))).doesNotContain("load-ease");
    }

    private static Evaluation session(Pain pain) {
        return story().report("s1", Kind.SESSION, DAY + "T18:00", draft -> draft.pain(pain))
                .on(DAY);
    }

    @Test
    void aCheckInIsNoSessionAndAnotherDaysMorningIsNotTheNext() {
        assertThat(rules(story().checkIn(DAY + "T18:00", draft -> draft.pain(new Pain(2.0, 9.0, 9.0, null)))
                        .on(DAY)))
                .doesNotContain("load-ease");
        // Unsettled two mornings later says nothing of the morning after.
        Story late = story().report(
                        "s1", Kind.SESSION, "2026-02-03T18:00", draft -> draft.pain(new Pain(2.0, 2.0, 6.0, null)));
        morning(late, "m", "2026-02-05", 8);
        assertThat(rules(late.on(DAY))).contains("load-ease");
        Story own = story().report(
                        "s1", Kind.SESSION, "2026-02-04T18:00", draft -> draft.pain(new Pain(2.0, 2.0, 6.0, null)));
        morning(own, "m", "2026-02-05", 8);
        assertThat(rules(own.on(DAY))).doesNotContain("load-ease");
    }

    @Test
    void fourWeeksRisingByPointEightEachDoNotSettle() {
        Evaluation rising = weeks(2, 2.8, 3.6, 4.4);
        assertThat(rules(rising)).contains("load-not-settling");
        assertThat(finding(rising, "load-not-settling").because())
                .extracting(because -> because.says())
                .containsExactly("pain of 4.4, rising week by week");
        assertThat(rules(weeks(2, 2.8, 3.6, 4.3))).doesNotContain("load-not-settling");
        assertThat(rules(weeks(2, 2.8, 3.5, 4.4))).doesNotContain("load-not-settling");
        assertThat(rules(weeks(2, 2.7, 3.6, 4.4))).doesNotContain("load-not-settling");
        assertThat(rules(weeks(-1, 2.8, 3.6, 4.4))).doesNotContain("load-not-settling");
    }

    @Test
    void aRiseByTheWeekIsOneForAsLongAsItGoesOnAndEachStepUpIsNew() {
        Story story = story();
        LocalDate first = LocalDate.parse("2026-01-01");
        for (int day = 0; day < 46; day++) {
            story.pains(first.plusDays(day).toString(), 2 + day * 0.12);
        }
        assertThat(rules(story.on("2026-01-27"))).doesNotContain("load-not-settling");
        for (String on : List.of("2026-01-28", "2026-01-29", "2026-02-13")) {
            Finding rising = finding(story.on(on), "load-not-settling");
            assertThat(rising.evidenceKeys()).as(on).containsExactly("weeks-rise@2026-01-01");
            assertThat(rising.episode()).as(on).isEqualTo("load-not-settling@2026-01-01");
        }
        assertThat(finding(story.on("2026-02-14"), "load-not-settling").evidenceKeys())
                .containsExactlyInAnyOrder("weeks-rise@2026-01-01", "weeks-rise@2026-01-01+2");
    }

    @Test
    void aWeekIsSevenDaysCountedBackFromTodayAndCountsByItsMean() {
        // The first and the last day of each of four weeks, which end on 28 January; the day before them is none.
        Story edges = story().pains("2025-12-31", 9);
        double[] means = {2, 2.8, 3.6, 4.4};
        for (int week = 0; week < means.length; week++) {
            edges.pains("2026-01-%02d".formatted(1 + 7 * week), means[week] - 1);
            edges.pains("2026-01-%02d".formatted(7 + 7 * week), means[week] + 1);
        }
        assertThat(finding(edges.on("2026-01-28"), "load-not-settling").evidenceKeys())
                .containsExactly("weeks-rise@2026-01-01");
        // Of two scores in a week neither is the mean.
        assertThat(rules(story().pains("2026-01-04", 2)
                        .pains("2026-01-11", 2.8)
                        .pains("2026-01-18", 3.6)
                        .pains("2026-01-25", 4.4, 4.2)
                        .on("2026-01-28")))
                .doesNotContain("load-not-settling");
        assertThat(rules(story().pains("2026-01-04", 1.9, 2.1)
                        .pains("2026-01-11", 2.8)
                        .pains("2026-01-18", 3.6)
                        .pains("2026-01-25", 4.3, 4.5)
                        .on("2026-01-28")))
                .contains("load-not-settling");
    }

    /// One score in the middle of each 7-day block that ends today.
    private static Evaluation weeks(double... means) {
        Story story = story();
        for (int week = 0; week < means.length; week++) {
            story.pains("2026-01-%02d".formatted(4 + 7 * week), means[week]);
        }
        return story.on("2026-01-28");
    }

    // Cracking

    @Test
    void twoPointsMoreWithinTwoDaysOfForcingItIsAFlare() {
        assertThat(rules(cracked(new Pain(3.0, 5.0, null, null)).on(DAY))).contains("manip-flare");
        assertThat(rules(cracked(new Pain(3.0, 4.9, null, null)).on(DAY))).doesNotContain("manip-flare");
        Story next = cracked(new Pain(3.0, null, null, null));
        next.checkIn("2026-02-07T12:00", draft -> draft.pain(Pain.now(5)));
        Finding flare = finding(next.on("2026-02-07"), "manip-flare");
        assertThat(flare.evidenceKeys()).containsExactly("manip-flare:c");
        assertThat(flare.because()).extracting(because -> because.reportId()).containsExactly("r2", "c");
        assertThat(rules(next.on("2026-02-19"))).contains("manip-flare");
        assertThat(rules(next.on("2026-02-20"))).doesNotContain("manip-flare");
        Story late = cracked(new Pain(3.0, null, null, null));
        late.checkIn("2026-02-07T12:01", draft -> draft.pain(Pain.now(9)));
        assertThat(rules(late.on("2026-02-07"))).doesNotContain("manip-flare");
        // Where only the pain after it is known, that is what it is measured against.
        Story afterOnly = cracked(new Pain(null, 3.0, null, null));
        assertThat(rules(afterOnly.on(DAY))).doesNotContain("manip-flare");
        afterOnly.checkIn("2026-02-06T12:00", draft -> draft.pain(Pain.now(5)));
        assertThat(rules(afterOnly.on("2026-02-06"))).contains("manip-flare");
        Story unsaid = cracked(Pain.NOT_GIVEN);
        unsaid.checkIn("2026-02-06T12:00", draft -> draft.pain(Pain.now(9)));
        assertThat(rules(unsaid.on("2026-02-06"))).doesNotContain("manip-flare");
    }

    private static Story cracked(Pain pain) {
        return story().with(RiskFactor.SPINAL_STENOSIS_KNOWN)
                .report(
                        "c",
                        Kind.SESSION,
                        DAY + "T12:00",
                        draft -> draft.pain(pain).selfManipulation(new SelfManipulation(true, true)));
    }

    @Test
    void painOfWhoKnowsWhenIsNoFlareAfterCracking() {
        Story story = cracked(new Pain(3.0, null, null, null));
        story.checkIn("2026-02-06T12:00", draft -> draft.pain(Pain.now(9)).timeUnreadable(true));
        assertThat(rules(story.on("2026-02-06"))).doesNotContain("manip-flare");
    }

    @Test
    void crackingOnTheSameDayOfTheNextWeekBeginsAnotherSpell() {
        Story story = story();
        for (String day : List.of("2026-01-27", "2026-01-28", "2026-02-04", "2026-02-06", "2026-02-08")) {
            story.checkIn(day + "T09:00", draft -> draft.selfManipulation(new SelfManipulation(true, true)));
        }
        Finding often = finding(story.on("2026-02-08"), "manip-repeat");
        assertThat(often.evidenceKeys()).containsExactly("manip@2026-02-04");
        assertThat(often.because())
                .extracting(Because::says)
                .containsExactly(
                        "self-manipulation by force on 3 of 7 days",
                        "self-manipulation by force",
                        "self-manipulation by force");
    }

    @Test
    void theSpellOfCrackingBeginsAfterAWeekWithout() {
        Story story = story();
        for (String day : List.of("2026-01-20", "2026-01-28", "2026-02-02", "2026-02-03", "2026-02-05")) {
            story.checkIn(day + "T09:00", draft -> draft.selfManipulation(new SelfManipulation(true, true)));
        }
        // Eight days lie between the first two, five between the next.
        assertThat(finding(story.on(DAY), "manip-repeat").evidenceKeys()).containsExactly("manip@2026-01-28");
    }

    // The return of pain

    @Test
    void painBackWithinThirtyDaysOfAResolvedRunIsAFlare() {
        assertThat(rules(back("2026-03-09", 4, 4))).contains("flare");
        assertThat(rules(back("2026-03-10", 4, 4))).doesNotContain("flare");
        assertThat(rules(back("2026-03-01", 4))).doesNotContain("flare");
        assertThat(rules(back("2026-03-01", 3, 2.9))).doesNotContain("flare");
        assertThat(rules(back("2026-03-01", 4, 4, 0, 0))).doesNotContain("flare");
        Story gone = resolved().pains("2026-03-01", 4, 4);
        assertThat(rules(gone.on("2026-03-16"))).contains("flare");
        assertThat(rules(gone.on("2026-03-17"))).doesNotContain("flare");
        // A run of four days had not persisted.
        assertThat(rules(story().pains("2026-02-03", 4, 4, 4, 4, 0, 0)
                        .pains("2026-02-20", 4, 4)
                        .on("2026-02-21")))
                .doesNotContain("flare");
    }

    @Test
    void aBriefReturnDoesNotHideThatLastingPainIsBack() {
        Story story = resolved().pains("2026-02-15", 4, 0, 0).pains("2026-03-01", 4, 4);
        assertThat(finding(story.on("2026-03-02"), "flare").evidenceKeys()).containsExactly("flare@2026-03-01");
    }

    @Test
    void threeSymptomaticDaysWithinFiveHadPersistedAndTwoHadNot() {
        assertThat(rules(
                        story().pains("2026-02-01", 4, -1, 4, -1, 4, 0, 0, 4, 4).on("2026-02-09")))
                .contains("flare");
        assertThat(rules(
                        story().pains("2026-02-01", 4, -1, 2, -1, 4, 0, 0, 4, 4).on("2026-02-09")))
                .doesNotContain("flare");
    }

    /// Five days of pain, resolved on 7 February.
    private static Story resolved() {
        return story().pains("2026-02-01", 4, 4, 4, 4, 4, 0, 0);
    }

    private static Evaluation back(String day, double... scores) {
        return resolved()
                .pains(day, scores)
                .on(LocalDate.parse(day).plusDays(scores.length - 1).toString());
    }

    // Pregnancy and cancer

    @Test
    void pelvicPainOnThreeOfFifteenDaysInPregnancy() {
        assertThat(rules(pelvic(PainRegion.SACRUM, 3, "2026-01-22", "2026-01-30", DAY)))
                .contains("pregnancy");
        assertThat(rules(pelvic(PainRegion.SACRUM, 3, "2026-01-21", "2026-01-30", DAY)))
                .doesNotContain("pregnancy");
        assertThat(rules(pelvic(PainRegion.SACRUM, 2.9, "2026-01-22", "2026-01-30", DAY)))
                .doesNotContain("pregnancy");
        assertThat(rules(pelvic(PainRegion.SACRUM, 3, "2026-01-30", DAY, DAY))).doesNotContain("pregnancy");
        for (PainRegion region : PainRegion.values()) {
            boolean pelvic = region != PainRegion.LOW_BACK && region != PainRegion.BUTTOCK;
            assertThat(rules(pelvic(region, 4, "2026-01-22", "2026-01-30", DAY)).contains("pregnancy"))
                    .as("%s", region)
                    .isEqualTo(pelvic);
        }
    }

    private static Evaluation pelvic(PainRegion region, double score, String... days) {
        Story story = story().with(RiskFactor.PREGNANCY);
        for (String day : days) {
            story.checkIn(day + "T12:00", draft -> draft.pain(Pain.now(score)).painRegion(region));
        }
        return story.on(DAY);
    }

    @Test
    void painOfThreeAfterCancerIsRememberedFourteenDays() {
        Story story = story().with(RiskFactor.CANCER_HISTORY).pains("2026-01-22", 3);
        assertThat(rules(story.on(DAY))).contains("cancer-pain");
        assertThat(rules(story.on("2026-02-06"))).doesNotContain("cancer-pain");
    }

    // Inflammatory

    @Test
    void fourOfTheListBelowFortyFiveAfterThreeMonths() {
        assertThat(rules(inflammatory(44, "2025-11-05"))).contains("inflammatory");
        assertThat(rules(inflammatory(45, "2025-11-05"))).doesNotContain("inflammatory");
        assertThat(rules(inflammatory(null, "2025-11-05"))).doesNotContain("inflammatory");
        assertThat(rules(inflammatory(44, "2025-11-06"))).doesNotContain("inflammatory");
        assertThat(rules(inflammatory(44, null))).doesNotContain("inflammatory");
        // Three of the list, and an onset under 35 as the fourth: 40 now, 5 years and 6 years ago.
        assertThat(rules(inflammatory(40, "2021-02-05", 3))).doesNotContain("inflammatory");
        assertThat(rules(inflammatory(40, "2020-02-05", 3))).contains("inflammatory");
        assertThat(rules(inflammatory(34, "2025-11-05", 3))).contains("inflammatory");
        assertThat(rules(inflammatory(35, "2025-11-05", 3))).doesNotContain("inflammatory");
    }

    private static Evaluation inflammatory(Integer age, String since) {
        return inflammatory(age, since, 4);
    }

    private static Evaluation inflammatory(Integer age, String since, int signs) {
        List<SymptomCode> list = List.of(
                SymptomCode.WAKES_SECOND_HALF_NIGHT,
                SymptomCode.IMPROVES_WITH_EXERCISE,
                SymptomCode.MORNING_STIFFNESS_OVER_30MIN,
                SymptomCode.IMPROVES_WITH_NSAID);
        List<Symptom> told = new java.util.ArrayList<>();
        told.add(Story.old(SymptomCode.LOW_BACK_PAIN).since(since == null ? null : LocalDate.parse(since)));
        list.stream().limit(signs).map(Story::old).forEach(told::add);
        return story().of(Story.patient(age))
                .checkIn(DAY + "T12:00", draft -> draft.symptoms(told))
                .on(DAY);
    }

    @Test
    void psoriasisIsOneOfTheList() {
        Story story = story().of(Story.patient(44, RiskFactor.PSORIASIS))
                .checkIn(
                        DAY + "T12:00",
                        Story.old(SymptomCode.LOW_BACK_PAIN).since(LocalDate.parse("2025-11-05")),
                        Story.old(SymptomCode.BUTTOCK_PAIN),
                        Story.old(SymptomCode.WAKES_SECOND_HALF_NIGHT),
                        Story.old(SymptomCode.IMPROVES_WITH_NSAID));
        assertThat(rules(story.on(DAY))).contains("inflammatory");
        assertThat(rules(story.with().on(DAY))).doesNotContain("inflammatory");
    }
}
