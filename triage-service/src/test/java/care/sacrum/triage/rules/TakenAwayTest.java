package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Languages.ENGLISH;
import static care.sacrum.triage.rules.Languages.SPANISH;
import static care.sacrum.triage.rules.Story.allDenied;
import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.old;
import static care.sacrum.triage.rules.Story.rules;
import static care.sacrum.triage.rules.Story.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A sign for which somebody would be seen today, and that is said to be gone: no rule fires, and nobody is calmed.
class TakenAwayTest {
    private static final String BEFORE = "2026-02-04T12:00";
    private static final String DAY = "2026-02-05";
    private static final String NOON = DAY + "T12:00";
    private static final String CALM = "Nothing in your reports";

    private static Story denied(Symptom... told) {
        return story().checkIn(BEFORE, told).pains(DAY, 2).checkIn(NOON, draft -> draft.symptoms(denials(told)));
    }

    private static List<Symptom> denials(Symptom... told) {
        List<Symptom> denials = new ArrayList<>(List.of(allDenied()));
        for (Symptom symptom : told) {
            denials.add(Symptom.denied(symptom.code()));
        }
        return denials;
    }

    // Denied in a later report

    @ParameterizedTest
    @EnumSource(
            names = {
                "CHEST_PAIN",
                "FAINTING",
                "ABDOMINAL_PAIN_TEARING",
                "FACE_DROOP",
                "ARM_WEAKNESS",
                "CALF_SWELLING_WARM",
                "SEVERE_HEADACHE",
                "FOOT_DROP",
                "UNSTEADY_WALKING",
                "LEG_HEAVINESS",
                "MAJOR_TRAUMA",
                "UNABLE_TO_WALK"
            })
    void whatWouldHaveBeenForTodayIsAskedAboutWhenItIsGone(SymptomCode code) {
        boolean happens = code == SymptomCode.FAINTING || code == SymptomCode.MAJOR_TRAUMA;
        String again = happens ? "If it happens again" : "If it comes back";
        String otraVez = happens ? "Si te vuelve a pasar" : "Si vuelve";
        Evaluation gone = denied(fresh(code)).on(DAY);
        assertThat(gone.urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(gone.findings()).isEmpty();
        assertThat(gone.message())
                .startsWith("Call your clinic today and tell them of a sign that you had, even if it is gone now. On 4"
                        + " February you told us:")
                .contains("Later you said that it", again + ", or if you get worse, do not wait:")
                .doesNotContain(CALM, "exercise");
        assertThat(denied(fresh(code)).on(DAY, SPANISH).message())
                .startsWith("Llama hoy a tu clínica y di que tuviste una señal, aunque ya no esté. El 4 de febrero:")
                .contains("Luego dijiste que", otraVez + ", o si vas a peor, no esperes:")
                .doesNotContain("Nada de lo que nos dices", "ejercicio");
    }

    @Test
    void whomToCallWhenItComesBackIsWhomItCalledForAtFirst() {
        assertThat(denied(fresh(SymptomCode.FACE_DROOP)).on(DAY).message())
                .contains("one side of your face hangs down")
                .contains("worse, do not wait: call an ambulance at once.");
        assertThat(denied(fresh(SymptomCode.FOOT_DROP)).on(DAY).message())
                .contains("worse, do not wait: go to the emergency department at once.");
        assertThat(denied(fresh(SymptomCode.CALF_SWELLING_WARM)).on(DAY).message())
                .contains("worse, do not wait: call a doctor at once.");
        assertThat(denied(fresh(SymptomCode.FACE_DROOP))
                        .on(DAY, ENGLISH.calling("999"))
                        .message())
                .contains("worse, do not wait: call an ambulance on 999 at once.");
    }

    @Test
    void signsThatCountTogetherAreToldTogether() {
        assertThat(denied(fresh(SymptomCode.FEVER), fresh(SymptomCode.FEELING_VERY_UNWELL))
                        .on(DAY)
                        .message())
                .contains("you have a fever", "you feel very ill", "go to the emergency department at once.")
                .doesNotContain(CALM);
        assertThat(denied(fresh(SymptomCode.LEG_WEAKNESS).on(Side.BOTH)).on(DAY).message())
                .contains("On 4 February you told us: you feel weak in both legs.")
                .doesNotContain(CALM);
    }

    @Test
    void ofTwoLegsTheOneThatIsDeniedIsTold() {
        Evaluation one = story().checkIn(BEFORE, fresh(SymptomCode.LEG_WEAKNESS).on(Side.BOTH))
                .checkIn(NOON, Symptom.denied(SymptomCode.LEG_WEAKNESS).on(Side.LEFT))
                .on(DAY);
        assertThat(rules(one)).containsExactly("nerve-root");
        assertThat(one.message())
                .startsWith("Call your clinic today")
                .contains("you feel weak in your left leg. Later you said that it is not there.")
                .contains("You feel weak in your right leg")
                .doesNotContain("in the next few days");
    }

    @Test
    void itIsToldForAsLongAsTheSignIsRemembered() {
        Story head = denied(fresh(SymptomCode.FACE_DROOP)).pains("2026-02-18", 1, 1);
        head.checkIn("2026-02-18T12:00", allDenied());
        assertThat(head.on("2026-02-18").message()).startsWith("Call your clinic today");
        assertThat(head.on("2026-02-19").message()).startsWith(CALM);
    }

    @Test
    void whatWouldHaveWaitedIsNoReasonToCall() {
        for (SymptomCode code :
                List.of(SymptomCode.LEG_TINGLING, SymptomCode.UNEXPLAINED_WEIGHT_LOSS, SymptomCode.COLD_SYMPTOMS)) {
            assertThat(denied(fresh(code)).on(DAY).message()).as("%s", code).startsWith(CALM);
        }
    }

    @Test
    void whatWasNeverThereTogetherIsNotPutTogether() {
        Story oneAfterTheOther = story().checkIn(
                        "2026-02-02T12:00", fresh(SymptomCode.LEG_WEAKNESS).on(Side.LEFT))
                .checkIn("2026-02-03T12:00", Symptom.denied(SymptomCode.LEG_WEAKNESS))
                .checkIn(NOON, fresh(SymptomCode.LEG_WEAKNESS).on(Side.RIGHT));
        assertThat(rules(oneAfterTheOther.on(DAY))).containsExactly("nerve-root");
        assertThat(oneAfterTheOther.on(DAY).message()).doesNotContain("that you had");
        Story together = story().checkIn(
                        "2026-02-02T12:00", fresh(SymptomCode.LEG_WEAKNESS).on(Side.LEFT))
                .checkIn("2026-02-03T12:00", fresh(SymptomCode.LEG_WEAKNESS).on(Side.RIGHT))
                .checkIn(BEFORE, Symptom.denied(SymptomCode.LEG_WEAKNESS).on(Side.LEFT))
                .checkIn(NOON, Symptom.denied(SymptomCode.LEG_WEAKNESS).on(Side.RIGHT));
        assertThat(together.on(DAY).message())
                .startsWith("Call your clinic today")
                .contains("you feel weak in your left leg", "you feel weak in your right leg");
    }

    private static Story feverThenNone(double painThen) {
        return story().checkIn(BEFORE, draft -> draft.pain(Pain.now(4)).symptoms(List.of(fresh(SymptomCode.FEVER))))
                .pains(DAY, painThen)
                .checkIn(NOON, allDenied());
    }

    @Test
    void aFeverThatIsGoneIsAskedAboutWhileThePainIsStillThere() {
        assertThat(feverThenNone(3).on(DAY).message())
                .startsWith("Call your clinic today")
                .contains("you have a fever. Later you said that it is not there.")
                .doesNotContain(CALM);
        assertThat(denied(fresh(SymptomCode.CHILLS), fresh(SymptomCode.LOW_BACK_PAIN))
                        .checkIn(DAY + "T20:00", draft -> draft.pain(Pain.now(3)))
                        .on(DAY)
                        .message())
                .startsWith("Call your clinic today")
                .contains("you shake with cold")
                .doesNotContain("your lower back hurts", CALM);
    }

    @Test
    void besideARiskASignOfThePainIsAskedAboutWhenItIsGone() {
        record Risky(RiskFactor risk, SymptomCode code) {}
        for (Risky one : List.of(
                new Risky(RiskFactor.IV_DRUG_USE, SymptomCode.NIGHT_PAIN_CONSTANT),
                new Risky(RiskFactor.IV_DRUG_USE, SymptomCode.NIGHT_SWEATS),
                new Risky(RiskFactor.IMMUNOSUPPRESSION, SymptomCode.NIGHT_PAIN_CONSTANT),
                new Risky(RiskFactor.IMMUNOSUPPRESSION, SymptomCode.NIGHT_SWEATS),
                new Risky(RiskFactor.CANCER_HISTORY, SymptomCode.NIGHT_PAIN_CONSTANT),
                new Risky(RiskFactor.CANCER_HISTORY, SymptomCode.NO_POSITION_EASES),
                new Risky(RiskFactor.CANCER_HISTORY, SymptomCode.PAIN_WORSE_ON_STRAINING),
                new Risky(RiskFactor.CANCER_HISTORY, SymptomCode.BAND_LIKE_TRUNK_PAIN))) {
            assertThat(denied(fresh(one.code())).with(one.risk()).on(DAY).message())
                    .as("%s", one)
                    .startsWith("Call your clinic today")
                    .doesNotContain(CALM);
            assertThat(denied(fresh(one.code())).on(DAY).message())
                    .as("%s without the risk", one)
                    .startsWith(CALM);
            assertThat(denied(old(one.code()).assessed())
                            .with(one.risk())
                            .on(DAY)
                            .message())
                    .as("%s that a clinician knows", one)
                    .startsWith(CALM);
        }
    }

    @Test
    void aFeverThatIsGoneLeavesThePainThatMadeItMatter() {
        assertThat(feverThenNone(2).on(DAY).message()).startsWith(CALM);
    }

    @Test
    void whatAClinicianKnewOrHasLookedIntoIsNoReasonEither() {
        assertThat(denied(old(SymptomCode.FOOT_DROP).assessed()).on(DAY).message())
                .startsWith(CALM);
        assertThat(denied(fresh(SymptomCode.FACE_DROOP))
                        .on(DAY, finding -> true)
                        .message())
                .startsWith(CALM);
        Story lookedAt = story().checkIn(BEFORE, fresh(SymptomCode.FACE_DROOP))
                .pains(DAY, 2)
                .checkIn(NOON, allDenied())
                .checkIn(NOON, Symptom.denied(SymptomCode.FACE_DROOP).assessed());
        assertThat(lookedAt.on(DAY).message()).startsWith(CALM);
    }

    @Test
    void aSignOfCaudaEquinaHasItsOwnRule() {
        assertThat(denied(fresh(SymptomCode.SADDLE_NUMBNESS)).on(DAY).message())
                .startsWith("Call a doctor today. You told us of a warning sign")
                .doesNotContain("Call your clinic today");
    }

    @Test
    void anOldSignOfCaudaEquinaThatNobodyAssessedIsAskedAboutWhenItIsGone() {
        for (SymptomCode code : SymptomCode.CES) {
            Symptom old = old(code).since(LocalDate.parse(DAY).minusDays(30));
            Evaluation gone = denied(old).on(DAY);
            assertThat(gone.findings()).as("%s", code).isEmpty();
            assertThat(gone.message())
                    .as("%s", code)
                    .startsWith("Call your clinic today and tell them of a sign that you had, even if it is gone now.")
                    .contains("If it comes back, or if you get worse, do not wait: call a doctor at once.")
                    .doesNotContain(CALM);
            assertThat(denied(old.assessed()).on(DAY).message())
                    .as("%s, assessed", code)
                    .startsWith(CALM);
        }
        assertThat(denied(old(SymptomCode.BOWEL_LEAK).since(LocalDate.parse("2025-06-01")))
                        .on(DAY)
                        .message())
                .as("what would have waited")
                .startsWith(CALM);
        assertThat(denied(old(SymptomCode.URINE_LEAK))
                        .living(Condition.STRESS_URINARY_INCONTINENCE)
                        .on(DAY)
                        .message())
                .as("what a stable condition covers")
                .startsWith(CALM);
    }

    @Test
    void anOldAndANewTellingOfItAreAskedAboutOnce() {
        Evaluation both = story().checkIn(
                        "2026-02-02T12:00", old(SymptomCode.BOWEL_LEAK).since(LocalDate.parse("2026-01-05")))
                .checkIn("2026-02-03T12:00", fresh(SymptomCode.BOWEL_LEAK).withChange(Change.WORSE))
                .pains(DAY, 2)
                .checkIn(NOON, allDenied())
                .on(DAY);
        assertThat(rules(both)).containsExactly("ces-retracted");
        assertThat(both.message()).doesNotContain("Tell the doctor also of a sign that you had");
    }

    @Test
    void whatIsToldAgainIsThereAndNotGone() {
        Evaluation again = denied(fresh(SymptomCode.CALF_SWELLING_WARM))
                .checkIn(DAY + "T13:00", fresh(SymptomCode.CALF_SWELLING_WARM))
                .on(DAY);
        assertThat(again.urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        assertThat(again.message()).startsWith("Be seen by a doctor today.").doesNotContain("that you had");
    }

    @Test
    void whoIsSeenTodayTellsThereOfWhatIsGoneAndInAnEmergencyNothingIsSaidOfIt() {
        Evaluation today = denied(fresh(SymptomCode.FACE_DROOP))
                .checkIn(NOON, fresh(SymptomCode.CALF_SWELLING_WARM))
                .on(DAY);
        assertThat(today.message())
                .startsWith("Be seen by a doctor today.")
                .contains("Tell the doctor also of a sign that you had, even if it is gone now. On 4 February")
                .doesNotContain("Call your clinic today");
        Evaluation now = denied(fresh(SymptomCode.FACE_DROOP))
                .checkIn(NOON, fresh(SymptomCode.URINE_LEAK))
                .on(DAY);
        assertThat(now.message())
                .startsWith("Go to the emergency department now.")
                .doesNotContain("that you had");
    }

    @Test
    void whileTheClinicIsClosedNobodyIsLeftToWaitForIt() {
        assertThat(denied(fresh(SymptomCode.FACE_DROOP))
                        .on(DAY)
                        .whileClosed(ENGLISH, "999")
                        .message())
                .contains("Where we say today, do not wait for your clinic.");
    }

    /// Else what is passed over would be a sign that somebody must hear of.
    @Test
    void whatIsPassedOverIsForTodayInNobody() {
        Set<RiskFactor> asking =
                Set.of(RiskFactor.CANCER_HISTORY, RiskFactor.IV_DRUG_USE, RiskFactor.IMMUNOSUPPRESSION);
        RiskFactor[] others = Stream.of(RiskFactor.values())
                .filter(factor -> !asking.contains(factor))
                .toArray(RiskFactor[]::new);
        for (SymptomCode code : TakenAway.NEVER_FOR_TODAY_BY_ITSELF) {
            boolean besideARisk = TakenAway.BESIDE_A_RISK.contains(code);
            assertThat(story().of(Story.patient(80, besideARisk ? others : RiskFactor.values()))
                            .pains(DAY, 2)
                            .checkIn(NOON, fresh(code).on(Side.BOTH).ofSeverity(10))
                            .on(DAY)
                            .findings())
                    .as("%s", code)
                    .noneMatch(finding -> finding.urgency().compareTo(Urgency.URGENT_SAME_DAY) <= 0);
        }
    }

    @Test
    void whatIsFeltInOneLegIsForTodayOnlyBesideACancerOrAFeverOrTheOtherLeg() {
        RiskFactor[] allButCancer = Stream.of(RiskFactor.values())
                .filter(factor -> factor != RiskFactor.CANCER_HISTORY)
                .toArray(RiskFactor[]::new);
        for (SymptomCode code : TakenAway.IN_ONE_LEG) {
            Symptom worst = fresh(code).on(Side.LEFT).ofSeverity(10).downTo(Extent.FOOT);
            assertThat(story().of(Story.patient(80, allButCancer))
                            .checkIn(NOON, worst)
                            .on(DAY)
                            .findings())
                    .as("%s", code)
                    .noneMatch(finding -> finding.urgency().compareTo(Urgency.URGENT_SAME_DAY) <= 0);
        }
    }

    // Taken away by a correction

    private static Story corrected(String at, Symptom told, Symptom... corrected) {
        return story().report(
                        "first",
                        Kind.SYMPTOM_CHECK_IN,
                        NOON,
                        draft -> draft.pain(Pain.now(9)).symptoms(List.of(told)))
                .report(
                        "second",
                        Kind.CORRECTION,
                        at,
                        draft -> draft.corrects("first").pain(Pain.now(2)).symptoms(List.of(corrected)));
    }

    @Test
    void whatAnEarlyCorrectionLeavesOutIsAskedAbout() {
        Story drop = corrected(DAY + "T12:10", fresh(SymptomCode.FOOT_DROP).on(Side.LEFT), allDenied());
        assertThat(drop.on(DAY).urgency()).isEqualTo(Urgency.SELF_CARE);
        assertThat(drop.on(DAY).findings()).isEmpty();
        assertThat(drop.on(DAY).message())
                .startsWith(
                        "You changed what you had told us, and we do not know if a sign is still there. On 5 February"
                                + " you told us: you can not lift the tip of your foot on the left. Is that still so?"
                                + " Please tell us now. If it is, go to the emergency department at once. If you are not"
                                + " sure, call your clinic today.")
                .doesNotContain(CALM);
        assertThat(drop.on(DAY, SPANISH).message())
                .startsWith("Has cambiado lo que nos dijiste, y no sabemos si una señal sigue ahí. El 5 de febrero:")
                .contains("¿Sigue siendo así? Dínoslo ahora. Si es así, ve ya a urgencias.")
                .doesNotContain("Nada de lo que nos dices");
    }

    @Test
    void soIsASignOfCaudaEquina() {
        Evaluation numb =
                corrected(DAY + "T12:10", fresh(SymptomCode.SADDLE_NUMBNESS)).on(DAY);
        assertThat(numb.findings()).isEmpty();
        assertThat(numb.message())
                .startsWith("You changed what you had told us")
                .contains("you feel numb between your legs. Is that still so?", "We do not know enough to advise you.");
    }

    @Test
    void whatTheCorrectionDeniesOrRepeatsIsNotAskedAbout() {
        assertThat(corrected(DAY + "T12:10", fresh(SymptomCode.SADDLE_NUMBNESS), allDenied())
                        .on(DAY)
                        .message())
                .startsWith(CALM);
        Evaluation repeated = corrected(DAY + "T12:10", fresh(SymptomCode.FOOT_DROP), fresh(SymptomCode.FOOT_DROP))
                .on(DAY);
        assertThat(rules(repeated)).containsExactly("motor-major");
        assertThat(repeated.message()).doesNotContain("You changed what you had told us");
    }

    @Test
    void whatIsLeftOutAndDeniedLaterIsGone() {
        Story story = corrected(DAY + "T12:10", fresh(SymptomCode.FOOT_DROP), allDenied())
                .checkIn("2026-02-06T12:00", Symptom.denied(SymptomCode.FOOT_DROP));
        assertThat(story.on("2026-02-06").message())
                .startsWith("Call your clinic today and tell them of a sign")
                .doesNotContain("Is that still so?", CALM);
    }

    @Test
    void whatALateCorrectionDeniesIsGone() {
        Story late = corrected(DAY + "T15:00", fresh(SymptomCode.FACE_DROOP), Symptom.denied(SymptomCode.FACE_DROOP))
                .checkIn(DAY + "T16:00", allDenied());
        assertThat(late.on(DAY).findings()).isEmpty();
        assertThat(late.on(DAY).message()).startsWith("Call your clinic today and tell them of a sign");
        assertThat(late.report(
                                "third",
                                Kind.CORRECTION,
                                DAY + "T17:00",
                                draft -> draft.corrects("first").symptoms(List.of(fresh(SymptomCode.FACE_DROOP))))
                        .on(DAY)
                        .message())
                .startsWith("Call an ambulance now.");
    }

    @Test
    void aPainThatACorrectionLeavesOutIsAFigurePutRight() {
        assertThat(corrected(DAY + "T12:10", fresh(SymptomCode.LOW_BACK_PAIN).ofSeverity(9), allDenied())
                        .on(DAY)
                        .message())
                .startsWith(CALM);
    }
}
