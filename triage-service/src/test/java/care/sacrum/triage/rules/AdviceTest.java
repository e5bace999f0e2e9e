package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.allDenied;
import static care.sacrum.triage.rules.Story.finding;
import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.old;
import static care.sacrum.triage.rules.Story.patient;
import static care.sacrum.triage.rules.Story.rules;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.SymptomCode.FEVER;
import static care.sacrum.triage.rules.SymptomCode.LEG_TINGLING;
import static care.sacrum.triage.rules.SymptomCode.URINE_LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said beside the findings: whom to see and whom never, what is missing, and in which words.
class AdviceTest {
    private static final String DAY = "2026-02-05";
    private static final String NOON = DAY + "T12:00";

    private static Story fiveDays() {
        return story().pains("2026-02-01", 4, 4, 4, 4, 4);
    }

    @Test
    void aDayOfAnotherYearIsToldWithItsYear() {
        var years = story().checkIn(NOON, old(URINE_LEAK).since(LocalDate.parse("2018-05-01")))
                .on(DAY);
        var days = story().checkIn(NOON, old(URINE_LEAK).since(LocalDate.parse("2026-01-05")))
                .on(DAY);

        assertThat(years.message()).contains("since 1 May 2018");
        assertThat(days.message()).contains("since 5 January.");
    }

    // The chiropractor

    @Test
    void lastingPainMayGoToAChiropractor() {
        Evaluation evaluation = fiveDays().on(DAY);
        assertThat(evaluation.referTo())
                .containsExactly(Referral.PHYSICAL_THERAPIST, Referral.PHYSICIAN, Referral.CHIROPRACTOR);
    }

    @Test
    void neverWithARiskThatForbidsAdjusting() {
        for (RiskFactor factor : RiskFactor.values()) {
            boolean forbidden = switch (factor) {
                case CANCER_HISTORY,
                        OSTEOPOROSIS,
                        PRIOR_FRAGILITY_FRACTURE,
                        LONG_TERM_STEROIDS,
                        ANTICOAGULANT,
                        RECENT_SPINAL_PROCEDURE,
                        DISC_HERNIATION_KNOWN,
                        SPINAL_STENOSIS_KNOWN,
                        PREGNANCY -> true;
                default -> false;
            };
            assertThat(mayAdjust(fiveDays().with(factor).on(DAY)))
                    .as("%s", factor)
                    .isEqualTo(!forbidden);
        }
    }

    @Test
    void norWhereARiskOrAConditionCouldNotBeRead() {
        Patient unread = new Patient(41, Story.LONDON, Set.of(), List.of(), true, Set.of());
        assertThat(mayAdjust(fiveDays().on(DAY))).isTrue();
        assertThat(mayAdjust(fiveDays().of(unread).on(DAY))).isFalse();
    }

    @Test
    void onlyBetween18And74AndNotWhereTheAgeIsUnknown() {
        assertThat(mayAdjust(fiveDays().of(patient(17)).on(DAY))).isFalse();
        assertThat(mayAdjust(fiveDays().of(patient(18)).on(DAY))).isTrue();
        assertThat(mayAdjust(fiveDays().of(patient(74)).on(DAY))).isTrue();
        assertThat(mayAdjust(fiveDays().of(patient(75)).on(DAY))).isFalse();
        assertThat(mayAdjust(fiveDays().of(patient(null)).on(DAY))).isFalse();
    }

    @Test
    void neverWithANerveSignThatNobodyAssessed() {
        assertThat(mayAdjust(fiveDays().checkIn(NOON, fresh(LEG_TINGLING)).on(DAY)))
                .isFalse();
        assertThat(mayAdjust(
                        fiveDays().checkIn(NOON, old(LEG_TINGLING).assessed()).on(DAY)))
                .isTrue();
        // Even one denied since: it was there, and nobody looked.
        Story denied = fiveDays()
                .checkIn("2025-12-25T12:00", fresh(LEG_TINGLING))
                .checkIn("2025-12-26T12:00", Symptom.denied(LEG_TINGLING));
        assertThat(mayAdjust(denied.on(DAY))).isFalse();
        assertThat(mayAdjust(fiveDays()
                        .checkIn("2025-12-24T12:00", fresh(LEG_TINGLING))
                        .on(DAY)))
                .isTrue();
    }

    @Test
    void neverBesideAFindingOfADangerousFamily() {
        assertThat(mayAdjust(fiveDays().checkIn(NOON, old(URINE_LEAK)).on(DAY))).isFalse();
        assertThat(mayAdjust(fiveDays()
                        .checkIn(NOON, fresh(SymptomCode.UNABLE_TO_WALK))
                        .on(DAY)))
                .isFalse();
        assertThat(mayAdjust(fiveDays()
                        .checkIn(NOON, fresh(SymptomCode.MAJOR_TRAUMA))
                        .on(DAY)))
                .isFalse();
        assertThat(mayAdjust(fiveDays().checkIn(NOON, fresh(FEVER)).on(DAY))).isFalse();
    }

    private static boolean mayAdjust(Evaluation evaluation) {
        return finding(evaluation, "persist-t1").referTo().contains(Referral.CHIROPRACTOR);
    }

    // What a clinician has looked into

    @Test
    void whatWasLookedIntoIsToldAndCallsForNothingMore() {
        Story story = story().checkIn("2026-02-04T12:00", allDenied())
                .pains("2026-02-01", 4, 4, 4, 4, 4)
                .checkIn(NOON, fresh(URINE_LEAK));
        Evaluation evaluation = story.on(DAY, finding -> finding.family() == Family.CAUDA_EQUINA);

        assertThat(rules(evaluation)).containsExactly("persist-t1");
        assertThat(evaluation.settled()).extracting(Finding::rule).containsExactly("ces-bladder");
        assertThat(evaluation.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(evaluation.programme()).isEqualTo(Programme.CONTINUE);
        Evaluation onHold = story.on(
                DAY, new Care(finding -> finding.family() == Family.CAUDA_EQUINA, _ -> false, true, false, _ -> false));
        assertThat(onHold.programme()).isEqualTo(Programme.HOLD);
        assertThat(onHold.message())
                .startsWith("Your exercises are still on hold.")
                .endsWith(evaluation.message());
        assertThat(evaluation.message())
                .startsWith("Your pain has lasted")
                .contains("Your clinic has looked into what you told us: You leak pee, new since 5 February. Keep to")
                .contains("Go to the emergency department at once if");
        // It was there, so nobody may adjust.
        assertThat(mayAdjust(evaluation)).isFalse();
    }

    @Test
    void whatWasLookedIntoIsLeftOutBesideAnEmergencyAndNeverReassures() {
        Story both = story().checkIn(NOON, fresh(URINE_LEAK), fresh(SymptomCode.MAJOR_TRAUMA));
        Evaluation evaluation = both.on(DAY, finding -> finding.family() == Family.CAUDA_EQUINA);
        assertThat(rules(evaluation)).containsExactly("trauma-major");
        assertThat(evaluation.message()).doesNotContain("Your clinic has looked into");

        Evaluation alone = story().checkIn(NOON, allDenied())
                .pains(DAY, 2)
                .checkIn("2026-02-05T13:00", fresh(FEVER))
                .on(DAY, finding -> true);
        assertThat(rules(alone)).isEmpty();
        assertThat(alone.message()).doesNotContain("Nothing in your reports").startsWith("Your clinic has looked into");
    }

    // From what a clinician has released the programme

    @Test
    void whatTheProgrammeWasReleasedFromStopsNoExercise() {
        Story tingling = story().checkIn(NOON, fresh(SymptomCode.LEG_TINGLING));
        assertThat(tingling.on(DAY).programme()).isEqualTo(Programme.HOLD);

        Evaluation evaluation = tingling.on(DAY, released(finding -> true));

        assertThat(evaluation.urgency()).isEqualTo(Urgency.SOON);
        assertThat(evaluation.programme()).isEqualTo(Programme.CONTINUE);
        assertThat(finding(evaluation, "nerve-root").programme()).isEqualTo(Programme.CONTINUE);
        assertThat(evaluation.message())
                .startsWith("See a doctor or a physical therapist in the next few days.")
                .contains("Your clinic has said that you can do your exercises. Do them as they told you.")
                .doesNotContain("Stop your exercises");
    }

    @Test
    void besideASoonerVisitItStopsNoneEither() {
        Story unread = story().checkIn(
                        NOON,
                        draft -> draft.symptoms(List.of(fresh(SymptomCode.LEG_TINGLING)))
                                .signUnread(true));
        assertThat(unread.on(DAY).message()).contains("Stop your exercises for now. A nerve in your back");
        assertThat(unread.on(DAY, released(finding -> true)).message())
                .contains("A nerve in your back may be bothered.")
                .doesNotContain("Stop your exercises");
    }

    @Test
    void whoWasReleasedInTheLastDaysReadsSoWhateverElseIsToldThatHoldsNothing() {
        Story calm = story().checkIn("2026-02-04T12:00", allDenied()).pains(DAY, 2);
        Care lately = new Care(_ -> false, _ -> false, false, true, _ -> false);
        assertThat(calm.on(DAY, lately).message())
                .startsWith("Your clinic has said that you can do your exercises.")
                .contains("Nothing in your reports asks for a visit now.");
        assertThat(calm.checkIn(NOON, fresh(SymptomCode.LEG_TINGLING))
                        .on(DAY, lately)
                        .message())
                .contains("Stop your exercises for now.")
                .doesNotContain("you can do your exercises");
    }

    @Test
    void whatElseHoldsItHoldsItStill() {
        Story both = story().checkIn(NOON, fresh(SymptomCode.LEG_TINGLING), fresh(URINE_LEAK));
        Evaluation evaluation = both.on(DAY, released(finding -> finding.rule().equals("nerve-root")));

        assertThat(evaluation.programme()).isEqualTo(Programme.HOLD);
        assertThat(finding(evaluation, "ces-bladder").advice()).contains("Do not exercise.");
        assertThat(evaluation.message()).contains("Do not exercise.").doesNotContain("you can do your exercises");
    }

    @Test
    void whileItIsOnHoldNothingIsReleased() {
        Story tingling = story().checkIn(NOON, fresh(SymptomCode.LEG_TINGLING));
        Evaluation evaluation = tingling.on(DAY, new Care(_ -> false, _ -> false, true, false, _ -> true));
        assertThat(evaluation.programme()).isEqualTo(Programme.HOLD);
        assertThat(evaluation.message())
                .contains("Stop your exercises for now.")
                .doesNotContain("you can do your exercises");
    }

    @Test
    void whatIsForTodayHoldsTheProgrammeWhateverWasReleased() {
        Story leak = story().checkIn(NOON, fresh(URINE_LEAK));
        Evaluation evaluation = leak.on(DAY, released(finding -> true));
        assertThat(evaluation.programme()).isEqualTo(Programme.HOLD);
        assertThat(evaluation.message()).contains("Do not exercise.").doesNotContain("you can do your exercises");
    }

    @Test
    void whatWasTakenBackAndTalkedThroughCallsForNothing() {
        Story gone = story().checkIn("2026-02-05T08:00", fresh(SymptomCode.CHEST_PAIN))
                .checkIn(NOON, Symptom.denied(SymptomCode.CHEST_PAIN));
        assertThat(gone.on(DAY).callToday()).isTrue();
        Evaluation evaluation = gone.on(
                DAY, new Care(_ -> false, finding -> finding.rule().equals("nonspinal"), false, false, _ -> false));
        assertThat(evaluation.callToday()).isFalse();
        // It is not answered where it is told again.
        Evaluation again = gone.checkIn("2026-02-05T18:00", fresh(SymptomCode.CHEST_PAIN))
                .on(DAY, new Care(_ -> false, _ -> true, false, false, _ -> false));
        assertThat(rules(again)).containsExactly("nonspinal");
    }

    private static Care released(Predicate<Finding> from) {
        return new Care(_ -> false, _ -> false, false, false, from);
    }

    // What is missing

    @Test
    void withNothingAnsweredEverythingIsMissingAndNobodyIsReassured() {
        Evaluation evaluation = story().on(DAY);
        assertThat(evaluation.urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(new TreeSet<>(evaluation.missing())).isEqualTo(everything());
        assertThat(evaluation.message()).startsWith("We do not know enough").doesNotContain("Nothing in your reports");
    }

    private static Set<String> everything() {
        Set<String> all = new TreeSet<>(Set.of("pain"));
        SymptomCode.MUST_BE_ASKED.forEach(code -> all.add(code.word()));
        return all;
    }

    @Test
    void anAnswerCountsForSevenDays() {
        Story story = story().pains(DAY, 1).checkIn(NOON, allDenied());
        assertThat(story.on("2026-02-12").missing()).isEmpty();
        assertThat(new TreeSet<>(story.on("2026-02-13").missing())).isEqualTo(everything());
    }

    @Test
    void aDenialOfOneSideLeavesTheOtherUnasked() {
        Symptom[] others = SymptomCode.MUST_BE_ASKED.stream()
                .filter(code -> code != SymptomCode.LEG_WEAKNESS)
                .map(Symptom::denied)
                .toArray(Symptom[]::new);
        Story story = story().pains(DAY, 1)
                .checkIn(NOON, others)
                .checkIn(NOON, Symptom.denied(SymptomCode.LEG_WEAKNESS).on(Side.LEFT));
        assertThat(story.on(DAY).missing()).containsExactly("leg_weakness");
        story.checkIn(
                "2026-02-06T12:00", Symptom.denied(SymptomCode.LEG_WEAKNESS).on(Side.RIGHT));
        assertThat(story.on("2026-02-12").missing()).isEmpty();
        // The older of the two answers is the one that lapses.
        assertThat(story.on("2026-02-13").missing()).contains("leg_weakness");
    }

    @Test
    void oneQuestionNotAskedIsNamed() {
        for (SymptomCode left : SymptomCode.MUST_BE_ASKED) {
            Symptom[] others = SymptomCode.MUST_BE_ASKED.stream()
                    .filter(code -> code != left)
                    .map(Symptom::denied)
                    .toArray(Symptom[]::new);
            assertThat(story().pains(DAY, 1).checkIn(NOON, others).on(DAY).missing())
                    .containsExactly(left.word());
        }
        assertThat(story().checkIn(NOON, allDenied()).on(DAY).missing()).containsExactly("pain");
    }

    @Test
    void chillsAreNoAnswerToTheQuestionOfAFever() {
        Symptom[] others = SymptomCode.MUST_BE_ASKED.stream()
                .filter(code -> code != FEVER)
                .map(Symptom::denied)
                .toArray(Symptom[]::new);
        Story story = story().pains(DAY, 0).checkIn(NOON, others).checkIn(NOON, fresh(SymptomCode.CHILLS));
        assertThat(story.on(DAY).findings()).isEmpty();
        assertThat(story.on(DAY).missing()).containsExactly("fever");
    }

    @Test
    void itIsSaidAtRoutineAndNotAboveIt() {
        assertThat(fiveDays().on(DAY).missing()).contains("fever").doesNotContain("pain");
        assertThat(fiveDays().checkIn(NOON, fresh(LEG_TINGLING)).on(DAY).missing())
                .isEmpty();
    }

    @Test
    void onlyWithEveryAnswerDoesTheTextCalm() {
        assertThat(story().pains(DAY, 1).checkIn(NOON, allDenied()).on(DAY).message())
                .startsWith("Nothing in your reports asks for a visit now.")
                .contains("Go to the emergency department at once if")
                .endsWith("not a diagnosis. No doctor has checked it.");
    }

    @Test
    void aSignThatNobodyKnowsNeverCalms() {
        Story told = story().pains(DAY, 1)
                .checkIn(NOON, allDenied())
                .report("unknown", Kind.SYMPTOM_CHECK_IN, NOON, draft -> draft.signUnread(true));

        assertThat(told.on(DAY).message())
                .startsWith("You told us of a sign, and this program can not read all that you told.")
                .doesNotContain("Nothing in your reports");
        assertThat(told.on("2026-02-20").message()).doesNotContain("You told us of a sign");
    }

    @Test
    void aChildIsNotAskedAboutSexAndStillNotCalmedWithoutTheAnswer() {
        Story child = story().of(patient(15)).pains(DAY, 1);
        assertThat(child.on(DAY).missing()).contains("sexual_function_change");
        assertThat(child.on(DAY).message())
                .contains("Are you numb between the legs?")
                .doesNotContain("sex life");
        assertThat(child.on(DAY, Languages.SPANISH).message())
                .contains("¿Tienes fiebre?")
                .doesNotContain("sexual");
        assertThat(story().of(patient(16)).on(DAY).message()).contains("sex life");
        assertThat(story().of(patient(null)).on(DAY).message()).contains("sex life");

        Symptom[] others = SymptomCode.MUST_BE_ASKED.stream()
                .filter(code -> code != SymptomCode.SEXUAL_FUNCTION_CHANGE)
                .map(Symptom::denied)
                .toArray(Symptom[]::new);
        assertThat(child.checkIn(NOON, others).on(DAY).missing()).containsExactly("sexual_function_change");
        assertThat(child.on(DAY).message())
                .startsWith("We do not know enough to advise you. Ask your clinic to talk with you")
                .doesNotContain("Please answer", "Nothing in your reports");
    }

    @Test
    void theWatchListIsTrueOfASignThatIsThereAlready() {
        String message = story().checkIn(NOON, old(SymptomCode.SADDLE_NUMBNESS).since(LocalDate.parse("2026-01-15")))
                .on(DAY)
                .message();
        assertThat(message)
                .contains("You feel numb between your legs, since 15 January.")
                .contains("at once if one of these signs is new or gets worse:")
                .doesNotContain("start to");
    }

    @Test
    void aNoteThatNoRuleReadsNeverCalms() {
        Story told = story().pains(DAY, 1)
                .checkIn(NOON, allDenied())
                .report("noted", Kind.SYMPTOM_CHECK_IN, NOON, draft -> draft.hasNote(true));

        assertThat(told.on(DAY).urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(told.on(DAY).message())
                .startsWith("You also wrote a note.")
                .contains("Go to the emergency department at once if")
                .doesNotContain("Nothing in your reports");
        assertThat(told.on("2026-02-18").message()).contains("You also wrote a note.");
        assertThat(told.on("2026-02-20").message()).doesNotContain("You also wrote a note.");
    }

    @Test
    void inAnEmergencyNothingIsSaidOfANote() {
        assertThat(story().checkIn(
                                NOON,
                                draft -> draft.hasNote(true).symptoms(List.of(fresh(SymptomCode.SADDLE_NUMBNESS))))
                        .on(DAY)
                        .message())
                .startsWith("Go to the emergency department now.")
                .doesNotContain("You also wrote a note.");
    }

    @Test
    void whereSomethingMustBeSeenThisWeekLastingPainNamesNoLaterDate() {
        Evaluation evaluation = fiveDays().checkIn(NOON, fresh(LEG_TINGLING)).on(DAY);

        assertThat(evaluation.findings()).extracting(Finding::rule).contains("nerve-root", "persist-t1");
        assertThat(evaluation.message()).contains("in the next few days").doesNotContain("next week or two");
    }

    // Cracking the own back

    @Test
    void forcefulCrackingOnThreeOfSevenDaysIsTooOften() {
        Evaluation evaluation =
                cracking("2026-01-30", "2026-02-02", "2026-02-05").on(DAY);
        assertThat(rules(evaluation)).containsExactly("manip-repeat");
        assertThat(evaluation.programme()).isEqualTo(Programme.CONTINUE);
        assertThat(finding(evaluation, "manip-repeat").headline())
                .isEqualTo("Self-manipulation by force on 3 of 7 days");
        assertThat(rules(cracking("2026-01-29", "2026-02-02", "2026-02-05").on(DAY)))
                .isEmpty();
        assertThat(rules(cracking("2026-02-02", "2026-02-05", "2026-02-05").on(DAY)))
                .isEmpty();
    }

    @Test
    void gentleCrackingIsNotCounted() {
        Story story = story();
        for (int day = 3; day <= 5; day++) {
            story.checkIn(
                    "2026-02-0" + day + "T09:00", draft -> draft.selfManipulation(new SelfManipulation(true, false)));
        }
        assertThat(rules(story.on(DAY))).isEmpty();
    }

    @Test
    void crackingOnAddsNoKey() {
        Story story = cracking("2026-02-01", "2026-02-02", "2026-02-03");
        Set<String> first = finding(story.on("2026-02-03"), "manip-repeat").evidenceKeys();
        assertThat(first).containsExactly("manip@2026-02-01");
        for (int day = 4; day <= 20; day++) {
            story.checkIn(
                    "2026-02-%02dT09:00".formatted(day),
                    draft -> draft.selfManipulation(new SelfManipulation(true, true)));
        }
        assertThat(finding(story.on("2026-02-20"), "manip-repeat").evidenceKeys())
                .isEqualTo(first);
    }

    private static Story cracking(String... days) {
        Story story = story();
        for (String day : days) {
            story.checkIn(day + "T09:00", draft -> draft.selfManipulation(new SelfManipulation(true, true)));
        }
        return story;
    }

    // Reasons

    @Test
    void twentyReportsAreNamedTheLatestFirstAndTheVeryFirstLast() {
        Story story = story();
        for (int day = 1; day <= 25; day++) {
            story.checkIn("2026-01-%02dT12:00".formatted(day), fresh(LEG_TINGLING));
        }
        List<String> named = finding(story.on("2026-01-25"), "nerve-root").because().stream()
                .map(Because::reportId)
                .toList();
        assertThat(named).hasSize(20).startsWith("r25", "r24").endsWith("r8", "r7", "r1");
    }

    @Test
    void reasonsOfSeveralSignsComeByDayAndNotBySign() {
        Evaluation evaluation = story().checkIn(NOON, fresh(SymptomCode.LEG_NUMBNESS))
                .checkIn("2026-02-06T12:00", fresh(LEG_TINGLING))
                .checkIn("2026-02-07T12:00", fresh(SymptomCode.ODD_LEG_FEELINGS))
                .on("2026-02-07");
        assertThat(finding(evaluation, "nerve-root").because())
                .extracting(Because::reportId)
                .containsExactly("r3", "r2", "r1");
    }

    @Test
    void aFindingBelowItsRulesHighestLevelComesAfterTheMoreUrgent() {
        // Retracted, and soon: the rule stands far above the weakness, which is urgent.
        Evaluation evaluation = story().checkIn("2026-01-10T12:00", fresh(URINE_LEAK))
                .checkIn("2026-01-11T12:00", Symptom.denied(URINE_LEAK))
                .checkIn("2026-01-12T12:00", Symptom.denied(URINE_LEAK))
                .checkIn(NOON, fresh(SymptomCode.LEG_WEAKNESS).ofSeverity(6))
                .on(DAY);
        assertThat(rules(evaluation)).containsExactly("motor-progressive", "ces-retracted");
        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
    }

    @Test
    void theCatalogueNamesEachRuleWithItsVersion() {
        assertThat(Triage.catalogue()).hasSameSizeAs(Catalogue.RULES).contains("ces-bladder@1", "persist-t1@3");
    }

    // The catalogue as a whole

    @Test
    void theMostUrgentComesFirst() {
        Evaluation evaluation =
                fiveDays().checkIn(NOON, fresh(LEG_TINGLING), fresh(URINE_LEAK)).on(DAY);
        assertThat(rules(evaluation)).containsExactly("ces-bladder", "nerve-root", "persist-t1");
        assertThat(evaluation.message()).startsWith("Go to the emergency department now.");
        assertThat(evaluation.referTo()).containsExactly(Referral.EMERGENCY_DEPARTMENT);
    }

    @Test
    void inAnEmergencyThePatientReadsOfNothingThatCouldBeDoneFirst() {
        String message = fiveDays()
                .checkIn(NOON, fresh(LEG_TINGLING), fresh(URINE_LEAK))
                .on(DAY)
                .message();
        assertThat(message).contains("Do not exercise").doesNotContain("week").contains("not a diagnosis");
    }

    @Test
    void inAnEmergencyTheRestIsForThePeopleThere() {
        String rest = "When they see you, tell them about everything else";
        Evaluation more =
                fiveDays().checkIn(NOON, fresh(LEG_TINGLING), fresh(URINE_LEAK)).on(DAY);
        assertThat(more.message()).contains(rest);
        assertThat(story().checkIn(NOON, fresh(URINE_LEAK)).on(DAY).message()).doesNotContain(rest);
        assertThat(fiveDays().checkIn(NOON, fresh(LEG_TINGLING)).on(DAY).message())
                .doesNotContain(rest);
        // Nor is there time for a sign that nobody knows.
        Evaluation unknown = story().checkIn(
                        NOON,
                        draft -> draft.symptoms(List.of(fresh(URINE_LEAK)))
                                .unknownCodes(List.of("purple_toe"))
                                .signUnread(true))
                .on(DAY);
        assertThat(unknown.unknownCodes()).containsExactly("purple_toe");
        assertThat(unknown.message()).doesNotContain("a sign that we could not read");
    }

    @Test
    void whoMustBeSeenTodayReadsOfNothingThatCouldWait() {
        Evaluation evaluation = story().checkIn(
                        NOON,
                        fresh(SymptomCode.LEG_PAIN).on(Side.BOTH).downTo(Extent.FOOT),
                        fresh(LEG_TINGLING).on(Side.LEFT))
                .on(DAY);

        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        assertThat(rules(evaluation)).contains("bilateral-leg", "nerve-root");
        assertThat(evaluation.message())
                .startsWith("Be seen by a doctor today.")
                .contains("It tingles in your left leg")
                .doesNotContain(
                        "next few days", "Keep moving gently", "When they see you, tell them about everything else");
    }

    @Test
    void nobodyIsAskedToTellMoreThereWhereNothingElseWasTold() {
        Evaluation evaluation =
                story().checkIn(NOON, fresh(LEG_TINGLING).on(Side.BOTH)).on(DAY);

        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        assertThat(rules(evaluation)).contains("bilateral-leg", "nerve-root");
        assertThat(evaluation.message()).doesNotContain("When they see you, tell them about everything else");
    }

    @Test
    void whatCouldWaitIsStillToldBackButNotThatThePainLasts() {
        Evaluation evaluation = fiveDays()
                .checkIn(NOON, fresh(FEVER), fresh(SymptomCode.UNEXPLAINED_WEIGHT_LOSS))
                .on(DAY);

        assertThat(rules(evaluation)).contains("infection-risk", "constitutional", "persist-t1");
        assertThat(evaluation.message())
                .contains("You lost weight", "When they see you, tell them about everything else")
                .doesNotContain("See a doctor in the next few days", "Your pain has lasted");
    }

    @Test
    void aRiskThatNobodyCanReadNeverCalms() {
        Patient unread = new Patient(41, Story.LONDON, Set.of(), List.of(), true, Set.of());
        Story calm = story().of(unread).pains(DAY, 1).checkIn(NOON, allDenied());

        assertThat(calm.on(DAY).message())
                .startsWith("This program could not read all that is written about your health, such as an illness")
                .doesNotContain("Nothing in your reports");
        assertThat(calm.checkIn(NOON, fresh(LEG_TINGLING)).on(DAY).message())
                .contains("about your health, such as an illness, a medicine or your age. Tell your clinic this, too.");
        assertThat(calm.checkIn(NOON, fresh(SymptomCode.FOOT_DROP)).on(DAY).message())
                .doesNotContain("about your health");
    }

    @Test
    void whoMustCallAnAmbulanceIsNotToldToCallOneIfItGetsWorse() {
        assertThat(story().checkIn(NOON, fresh(SymptomCode.CHEST_PAIN)).on(DAY).message())
                .startsWith("Call an ambulance now.")
                .doesNotContain("on the way");
    }

    @Test
    void aFallOfSomebodyWhoseAgeNobodyToldIsNeverCalledWell() {
        Patient ageless = new Patient(null, Story.LONDON, Set.of(), List.of(), false, Set.of());
        Story fallen = story().of(ageless).pains(DAY, 1).checkIn(NOON, allDenied());

        assertThat(fallen.on(DAY).message()).contains("Nothing in your reports");
        assertThat(fallen.checkIn(NOON, fresh(SymptomCode.MINOR_TRAUMA)).on(DAY).message())
                .contains("We do not know your age. If you are 65 or older")
                .doesNotContain("Nothing in your reports");
    }

    @Test
    void aBadFallToldAsNoNewsCountsForABoneAsASmallOneDoes() {
        LocalDate fiveDaysAgo = LocalDate.parse(DAY).minusDays(5);
        Symptom crash = old(SymptomCode.MAJOR_TRAUMA).since(fiveDaysAgo);
        assertThat(rules(story().of(Story.patient(70)).checkIn(NOON, crash).on(DAY)))
                .containsExactly("fracture-risk");
        assertThat(rules(story().of(Story.patient(30)).checkIn(NOON, crash).on(DAY)))
                .isEmpty();
        assertThat(rules(story().of(Story.patient(70))
                        .checkIn(NOON, crash.assessed())
                        .on(DAY)))
                .isEmpty();
        assertThat(story().of(new Patient(null, Story.LONDON, Set.of(), List.of(), Set.of()))
                        .pains(DAY, 2)
                        .checkIn(NOON, allDenied())
                        .checkIn(NOON, crash)
                        .on(DAY)
                        .message())
                .startsWith("We do not know your age.");
        assertThat(rules(story().of(Story.patient(70))
                        .checkIn(NOON, fresh(SymptomCode.MAJOR_TRAUMA))
                        .on(DAY)))
                .containsExactly("trauma-major");
    }

    @Test
    void whoseAgeIsNotKnownIsAskedForItAndNotToldToStopWhatTheProgrammeGoesOnWith() {
        Patient ageless = new Patient(null, Story.LONDON, Set.of(), List.of(), true, Set.of());
        Story fallen = story().of(ageless).pains(DAY, 1).checkIn(NOON, allDenied());
        fallen.checkIn(NOON, fresh(SymptomCode.MINOR_TRAUMA));

        assertThat(fallen.on(DAY).programme()).isEqualTo(Programme.CONTINUE);
        assertThat(fallen.on(DAY).message())
                .startsWith("We do not know your age.")
                .contains("call your clinic today, and tell them how old you are")
                .contains("This program could not read", "Tell your clinic this, too.")
                .doesNotContain("exercise", "in the next few days");
        assertThat(fallen.on(DAY, Languages.SPANISH).message())
                .contains("llama hoy a tu clínica y di cuántos años tienes")
                .doesNotContain("ejercicio", "próximos días");
        assertThat(fallen.on(DAY).whileClosed(Languages.ENGLISH, "999").message())
                .contains("Where we say today, do not wait for your clinic.");
    }

    @Test
    void whosePainHasLastedAndPerhapsNobodySawIsToldToBookAVisit() {
        Story weekly = story().pains("2026-01-22", 6, -1, -1, -1, -1, -1, -1, 6, -1, -1, -1, -1, -1, -1, 6)
                .checkIn(NOON, allDenied());
        Story dated = story().pains(DAY, 2)
                .checkIn(NOON, allDenied())
                .checkIn(NOON, old(SymptomCode.LOW_BACK_PAIN).since(LocalDate.parse("2025-12-01")));
        Story unseen = story().of(new Patient(
                        41,
                        Story.LONDON,
                        Set.of(),
                        List.of(new BaselineCondition(Condition.CHRONIC_LOW_BACK_PAIN, true, false)),
                        Set.of()))
                .pains(DAY, 4)
                .checkIn(NOON, allDenied())
                .checkIn(NOON, old(SymptomCode.LOW_BACK_PAIN).since(LocalDate.parse("2025-12-01")));
        for (Story story : List.of(weekly, dated, unseen)) {
            assertThat(story.on(DAY).findings()).isEmpty();
            assertThat(story.on(DAY).message())
                    .startsWith("Nothing in your reports asks for a visit today.")
                    .contains("If no doctor or therapist has looked at it yet, book a visit in the next week or two.")
                    .contains("If one has, book a visit if it is worse than usual, or if it feels different.")
                    .doesNotContain("more than a few days");
            assertThat(story.on(DAY, Languages.SPANISH).message())
                    .startsWith("Nada de lo que nos dices")
                    .contains("Si aún no lo ha visto un médico o un fisio, pide cita para esta semana o la que viene.")
                    .doesNotContain("pocos días");
        }
    }

    @Test
    void whosePainAClinicianKnowsIsToldWhenToHaveItLookedAtAgain() {
        Story chronic =
                story().living(Condition.CHRONIC_LOW_BACK_PAIN).pains(DAY, 0).checkIn(NOON, allDenied());
        Story assessed = story().pains(DAY, 4)
                .checkIn(NOON, allDenied())
                .checkIn(
                        NOON,
                        old(SymptomCode.LOW_BACK_PAIN)
                                .since(LocalDate.parse("2025-12-01"))
                                .assessed());
        for (Story story : List.of(chronic, assessed)) {
            assertThat(story.on(DAY).findings()).isEmpty();
            assertThat(story.on(DAY).message())
                    .startsWith("Nothing in your reports asks for a visit now.")
                    .contains("Book a visit if it is worse than usual, or if it feels different.")
                    .doesNotContain("more than a few days", "If no doctor");
            assertThat(story.on(DAY, Languages.SPANISH).message())
                    .startsWith("Nada de lo que nos dices")
                    .contains("Pide cita si te duele más que otras veces o de otra forma.")
                    .doesNotContain("pocos días");
        }
    }

    @Test
    void ofAPainThatIsMildOrGoneNobodyIsToldThatItHasLasted() {
        for (Story story : List.of(
                story().pains("2026-02-02", 2, 2, 2, 2),
                story().pains("2026-02-01", 2, 2, 2, 2, 2),
                story().pains("2026-02-01", 2, 2, 2, 2, 0),
                story().pains("2026-01-31", 4, 4, 2, 1, 1, 1))) {
            assertThat(story.checkIn(NOON, allDenied()).on(DAY).message())
                    .startsWith("Nothing in your reports asks for a visit now.")
                    .contains("Book a visit if your pain lasts more than a few days.")
                    .doesNotContain("for some time");
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NIGHT_PAIN_CONSTANT",
                "NO_POSITION_EASES",
                "BAND_LIKE_TRUNK_PAIN",
                "NIGHT_SWEATS",
                "SLOW_STREAM_NOCTURIA"
            })
    void aWarningSignThatNobodyKnowsIsNeverCalledNothing(SymptomCode code) {
        Story told = story().pains(DAY, 7).checkIn(NOON, allDenied()).checkIn(NOON, fresh(code));
        assertThat(told.on(DAY).urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(told.on(DAY).findings()).isEmpty();
        assertThat(told.on(DAY).message())
                .startsWith("Tell your clinic of this in the next few days: ")
                .contains(", new since 5 February. Call them today if it gets worse, or if you feel ill.")
                .doesNotContain("Nothing in your reports", "exercise");
        assertThat(told.on(DAY, Languages.SPANISH).message())
                .startsWith("Di esto a tu clínica en los próximos días: ")
                .contains("Llama hoy a tu clínica si va a peor o si te encuentras mal.")
                .doesNotContain("Nada de lo que nos dices", "ejercicio");
        for (Story calm : List.of(
                story().pains(DAY, 4)
                        .checkIn(NOON, allDenied())
                        .checkIn(NOON, old(code).assessed()),
                story().pains("2026-02-04", 4, 4)
                        .checkIn("2026-02-04T12:00", fresh(code))
                        .checkIn(NOON, allDenied())
                        .checkIn(NOON, Symptom.denied(code)))) {
            assertThat(calm.on(DAY).message()).startsWith("Nothing in your reports");
        }
    }

    @Test
    void severalAreToldInOneBreathAndOfTwoTellingsTheLatest() {
        Story told = story().pains("2026-02-04", 4, 4)
                .checkIn("2026-02-04T12:00", fresh(SymptomCode.NIGHT_SWEATS))
                .checkIn(NOON, allDenied())
                .checkIn(NOON, fresh(SymptomCode.NIGHT_SWEATS), fresh(SymptomCode.NIGHT_PAIN_CONSTANT));
        assertThat(told.on(DAY).message())
                .startsWith(
                        "Tell your clinic of this in the next few days: You sweat a lot at night, new since 4 February."
                                + " The pain does not stop at night, new since 5 February. Call them today");
        assertThat(told.checkIn(NOON, fresh(FEVER).at(37.8)).on(DAY).message())
                .startsWith("You told us of a fever")
                .contains("Tell your clinic of this in the next few days: You sweat a lot at night");
    }

    @Test
    void nobodyWithAFeverIsToldToExercise() {
        Story warm = story().pains(DAY, 0).checkIn(NOON, allDenied());
        assertThat(warm.on(DAY).message()).contains("Keep to gentle exercise.");
        warm.checkIn(NOON, fresh(FEVER).at(38.3));

        assertThat(warm.on(DAY).findings()).isEmpty();
        assertThat(warm.on(DAY).message())
                .startsWith("You told us of a fever")
                .doesNotContain("exercise", "Nothing in your reports");
        assertThat(warm.on(DAY, Languages.SPANISH).message())
                .startsWith("Nos dijiste que tienes fiebre")
                .doesNotContain("ejercicio", "Nada de lo que");
        assertThat(story().pains(DAY, 0)
                        .checkIn(NOON, allDenied())
                        .checkIn(NOON, old(SymptomCode.CHILLS).assessed())
                        .checkIn(NOON, fresh(FEVER).at(37.4))
                        .on(DAY)
                        .message())
                .startsWith("Nothing in your reports");
    }

    @Test
    void whatComesInAttacksCallsAnAmbulanceAgainThoughItWasLookedInto() {
        Story fainted = story().pains(DAY, 1).checkIn(NOON, allDenied()).checkIn(NOON, fresh(SymptomCode.FAINTING));
        assertThat(fainted.on(DAY, finding -> true).message())
                .startsWith("Your clinic has looked into what you told us: You passed out.")
                .contains("do as follows. If you pass out again, call an ambulance at once.")
                .contains("Call an ambulance at once if your chest hurts, you pass out,");
    }

    @Test
    void whatWasWorseOnADayBeforeIsToldOfThatDay() {
        Story leaks = story().living(Condition.STRESS_URINARY_INCONTINENCE)
                .checkIn("2026-01-26T12:00", old(URINE_LEAK).withChange(Change.WORSE))
                .checkIn(NOON, old(URINE_LEAK).withChange(Change.BETTER));
        assertThat(leaks.on("2026-01-26").message()).contains("You leak pee, and it is worse than before.");
        assertThat(leaks.on(DAY).urgency()).isEqualTo(Urgency.EMERGENCY_NOW);
        assertThat(leaks.on(DAY).message()).contains("You leak pee, and on 26 January it was worse than before.");
        assertThat(leaks.on(DAY, Languages.SPANISH).message())
                .contains("Se te escapa el pis, y el 26 de enero iba a peor.");
        assertThat(leaks.on("2026-02-10").urgency()).isEqualTo(Urgency.SELF_CARE);
    }

    @Test
    void aRiseIsToldByItselfAndNotByItsDaysToo() {
        Story rises = story().with(RiskFactor.CANCER_HISTORY).pains("2026-01-31", 2, 2, 2, 7, 7, 7);
        assertThat(rises.on(DAY).message())
                .contains("Your pain went up from 2 to 7 out of 10.")
                .doesNotContain("Your pain was");
    }

    @Test
    void toGoNowIsSaidOnce() {
        assertThat(story().checkIn(NOON, fresh(URINE_LEAK), fresh(SymptomCode.SADDLE_NUMBNESS))
                        .on(DAY)
                        .message())
                .containsOnlyOnce("Go to the emergency department now.")
                .contains("New or worse trouble with your bladder", "Numbness or tingling");
    }

    @Test
    void aSwollenCalfAndABadHeadacheEachReadOfTheirOwnDanger() {
        assertThat(story().checkIn(NOON, fresh(SymptomCode.CALF_SWELLING_WARM))
                        .on(DAY)
                        .message())
                .contains("Do not rub your calf. If your chest hurts")
                .doesNotContain("your headache");
        assertThat(story().checkIn(NOON, fresh(SymptomCode.SEVERE_HEADACHE))
                        .on(DAY)
                        .message())
                .contains("If your headache came on all at once")
                .doesNotContain("calf");
        // Nothing is added where there is nothing to add.
        assertThat(finding(fiveDays().checkIn(NOON, fresh(FEVER)).on(DAY), "infection-risk")
                        .advice())
                .isEqualTo(Languages.ENGLISH
                        .advice("infection-risk", Urgency.URGENT_SAME_DAY)
                        .strip());
    }

    @Test
    void besideAHoldNothingSaysToGoOnExercising() {
        Story story = story().pains("2026-02-01", 2, 3, 4, 5, 6);
        Evaluation rising = story.on(DAY);

        assertThat(rising.message()).contains("Make your exercises easier");
        assertThat(story.checkIn(NOON, fresh(LEG_TINGLING)).on(DAY).message())
                .startsWith("Stop your exercises for now")
                .contains("Your pain is going up. Talk to your therapist")
                .doesNotContain("exercises easier");
    }

    @Test
    void whoMustWaitForAnAmbulanceIsNotToldToGoAnywhereAndStillReadsWhatWasTold() {
        assertThat(story().checkIn(NOON, fresh(SymptomCode.CHEST_PAIN), fresh(SymptomCode.URINE_CANNOT_START))
                        .on(DAY)
                        .message())
                .startsWith("Call an ambulance now.")
                .doesNotContain("Go to the emergency department")
                .contains("It is hard to start to pee", "Your chest hurts");
    }

    @Test
    void whoMustBeSeenTodayWhileTheClinicIsClosedIsToldWhoElseIsThere() {
        Evaluation today = story().checkIn(NOON, fresh(SymptomCode.FOOT_DROP)).on(DAY);
        Evaluation calm = story().pains(DAY, 1).checkIn(NOON, allDenied()).on(DAY);
        Language english = Languages.first(List.of(Locale.ENGLISH));

        assertThat(story().checkIn(NOON, fresh(SymptomCode.CALF_SWELLING_WARM))
                        .on(DAY)
                        .whileClosed(english, "999")
                        .message())
                .contains("Your clinic is closed now.", "Call 999 in an emergency. Where we say today");
        assertThat(today.whileClosed(english, "999").message()).doesNotContain("a doctor on duty");
        assertThat(unread(story()).on(DAY).whileClosed(english, "999").message())
                .contains("a doctor on duty");
        assertThat(unread(story().checkIn(NOON, fresh(SymptomCode.FOOT_DROP)))
                        .on(DAY)
                        .whileClosed(english, "999")
                        .message())
                .doesNotContain("a doctor on duty");
        assertThat(calm.whileClosed(english, "999").message())
                .endsWith("Call 999 in an emergency.")
                .doesNotContain("a doctor on duty");
    }

    private static Story unread(Story story) {
        return story.report("unknown", Kind.SYMPTOM_CHECK_IN, NOON, draft -> draft.signUnread(true));
    }

    @Test
    void ofSeveralTiersOfLastingPainOnlyTheHighestIsTold() {
        double[] mild = new double[42];
        java.util.Arrays.fill(mild, 4);
        Evaluation evaluation = story().pains("2026-02-01", mild).on("2026-03-14");
        assertThat(rules(evaluation)).containsExactly("persist-t3", "persist-t1");
        assertThat(evaluation.message())
                .contains("Your pain has lasted six weeks or more.", "Your pain has lasted for 42 days")
                .doesNotContain("next week or two");
        java.util.Arrays.fill(mild, 6);
        Evaluation high = story().pains("2026-02-01", mild).on("2026-03-14");
        assertThat(rules(high)).containsExactly("persist-t3", "persist-t2", "persist-t1");
        assertThat(high.message())
                .contains("Your pain has lasted six weeks or more.")
                .doesNotContain("Your pain has stayed high for two weeks.");
    }

    @Test
    void atMostThreeSentencesTellWhatAFindingRestsOn() {
        Evaluation evaluation = story().checkIn(
                        NOON,
                        fresh(LEG_TINGLING),
                        fresh(SymptomCode.LEG_NUMBNESS),
                        fresh(SymptomCode.ODD_LEG_FEELINGS),
                        fresh(SymptomCode.LEG_WEAKNESS))
                .on(DAY);
        assertThat(rules(evaluation)).containsExactly("nerve-root");
        assertThat(evaluation.message().split(", new since 5 February\\.", -1)).hasSize(4);
        // Of lasting pain one is enough.
        assertThat(fiveDays().on(DAY).message().split("Your pain", -1)).hasSize(3);
    }

    @Test
    void whatIsMissingIsAskedAfterWhatWasFound() {
        assertThat(fiveDays().on(DAY).message()).contains("We also need to know more. Please answer: Is it hard");
        assertThat(story().on(DAY).message()).startsWith("We do not know enough to advise you. Please answer:");
    }

    @Test
    void everyRuleHasItsOwnNameAndItsWords() {
        List<String> names = Catalogue.RULES.stream().map(Rule::id).toList();
        assertThat(names).doesNotHaveDuplicates();
        for (String name : names) {
            for (Urgency urgency : Urgency.values()) {
                assertThat(Languages.ENGLISH.advice(name, urgency))
                        .isNotBlank()
                        .doesNotContainIgnoringCase("chiropractor");
            }
        }
    }

    @Test
    void everySymptomByItselfIsJudgedWithoutFailing() {
        for (SymptomCode code : SymptomCode.values()) {
            for (Side side : Side.values()) {
                Evaluation evaluation =
                        fiveDays().checkIn(NOON, fresh(code).on(side)).on(DAY);
                for (Finding finding : evaluation.findings()) {
                    assertThat(finding.headline()).isNotBlank();
                    assertThat(finding.evidenceKeys()).isNotEmpty();
                    assertThat(finding.because()).isNotEmpty();
                }
            }
        }
    }
}
