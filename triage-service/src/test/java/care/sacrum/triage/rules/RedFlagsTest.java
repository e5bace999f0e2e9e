package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.finding;
import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.old;
import static care.sacrum.triage.rules.Story.rules;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.Story.symptom;
import static care.sacrum.triage.rules.SymptomCode.BOWEL_LEAK;
import static care.sacrum.triage.rules.SymptomCode.CHEST_PAIN;
import static care.sacrum.triage.rules.SymptomCode.FACE_DROOP;
import static care.sacrum.triage.rules.SymptomCode.FAINTING;
import static care.sacrum.triage.rules.SymptomCode.FOOT_DROP;
import static care.sacrum.triage.rules.SymptomCode.LEG_NUMBNESS;
import static care.sacrum.triage.rules.SymptomCode.LEG_TINGLING;
import static care.sacrum.triage.rules.SymptomCode.LEG_WEAKNESS;
import static care.sacrum.triage.rules.SymptomCode.MAJOR_TRAUMA;
import static care.sacrum.triage.rules.SymptomCode.SADDLE_NUMBNESS;
import static care.sacrum.triage.rules.SymptomCode.SEXUAL_FUNCTION_CHANGE;
import static care.sacrum.triage.rules.SymptomCode.TRANSIENT_PINS_NEEDLES;
import static care.sacrum.triage.rules.SymptomCode.UNSTEADY_WALKING;
import static care.sacrum.triage.rules.SymptomCode.URINE_CANNOT_START;
import static care.sacrum.triage.rules.SymptomCode.URINE_LEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// New, known, covered, in force and denied; and the rules that must never miss.
class RedFlagsTest {
    private static final String DAY = "2026-02-05";
    private static final String NOON = DAY + "T12:00";

    @Test
    void aNewBladderSignIsAnEmergencyWhateverThePain() {
        Evaluation evaluation =
                story().pains(DAY, 1).checkIn(NOON, fresh(URINE_CANNOT_START)).on(DAY);
        assertThat(evaluation.urgency()).isEqualTo(Urgency.EMERGENCY_NOW);
        assertThat(evaluation.programme()).isEqualTo(Programme.HOLD);
        assertThat(evaluation.referTo()).containsExactly(Referral.EMERGENCY_DEPARTMENT);
        assertThat(evaluation.message()).startsWith("Go to the emergency department now.");
        assertThat(evaluation.missing()).isEmpty();
        Finding finding = finding(evaluation, "ces-bladder");
        assertThat(finding.because())
                .containsExactly(
                        new Because("r2", LocalDate.parse(DAY), "cannot start passing urine, new since 2026-02-05"));
        assertThat(finding.headline()).isEqualTo("Cannot start passing urine, new since 2026-02-05");
        assertThat(finding.evidenceKeys()).containsExactly("urine_cannot_start@2026-02-05");
        assertThat(finding.episode()).isEqualTo("ces-bladder@2026-02-05");
    }

    @Test
    void whoIsSentToTheEmergencyDepartmentForTheChestGoesWithTheCalfInTheReasons() {
        Evaluation evaluation = story().checkIn(
                        NOON, fresh(SymptomCode.CHEST_PAIN), fresh(SymptomCode.CALF_SWELLING_WARM))
                .on(DAY);

        assertThat(finding(evaluation, "nonspinal").because())
                .extracting(Because::says)
                .anyMatch(says -> says.startsWith("chest pain"))
                .anyMatch(says -> says.startsWith("warm swollen calf"));
        assertThat(finding(evaluation, "nonspinal").evidenceKeys()).hasSize(2);
    }

    @Test
    void anOnsetThatNobodyStatedIsNew() {
        assertThat(rules(story().checkIn(NOON, symptom(BOWEL_LEAK)).on(DAY))).containsExactly("ces-bowel");
    }

    @Test
    void anOnset14DaysAgoIsNewAnd15DaysAgoIsNot() {
        assertThat(rules(story().checkIn(NOON, fresh(URINE_LEAK).since(LocalDate.parse("2026-01-22")))
                        .on(DAY)))
                .containsExactly("ces-bladder");
        assertThat(rules(story().checkIn(NOON, fresh(URINE_LEAK).since(LocalDate.parse("2026-01-21")))
                        .on(DAY)))
                .containsExactly("ces-existing");
    }

    @Test
    void anEmergencyCountsFor14DaysUnlessDenied() {
        Story story = story().checkIn(NOON, fresh(SADDLE_NUMBNESS));
        assertThat(rules(story.on("2026-02-19"))).containsExactly("ces-saddle");
        Evaluation later = story.on("2026-02-20");
        assertThat(rules(later)).containsExactly("ces-existing");
        assertThat(later.urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
    }

    @Test
    void aRedFlagTakenBackIsAskedAboutTheSameDay() {
        Story story = story().checkIn(NOON, fresh(URINE_CANNOT_START))
                .checkIn("2026-02-06T12:00", Symptom.denied(URINE_CANNOT_START));
        Evaluation evaluation = story.on("2026-02-06");
        assertThat(rules(evaluation)).containsExactly("ces-retracted");
        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        assertThat(story.on("2026-02-20").urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        assertThat(rules(story.on("2026-03-19"))).containsExactly("ces-retracted");
        assertThat(rules(story.on("2026-03-20"))).isEmpty();
    }

    @Test
    void twoDenialsCalmARetractionOnlyAfter14Days() {
        Story story = story().checkIn(NOON, fresh(URINE_CANNOT_START))
                .checkIn("2026-02-06T12:00", Symptom.denied(URINE_CANNOT_START))
                .checkIn("2026-02-07T12:00", Symptom.denied(URINE_CANNOT_START));
        assertThat(story.on("2026-02-19").urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        assertThat(story.on("2026-02-20").urgency()).isEqualTo(Urgency.SOON);
    }

    @Test
    void aRedFlagToldAgainAfterADenialIsAnEmergencyAgain() {
        assertThat(rules(story().checkIn(NOON, fresh(URINE_CANNOT_START))
                        .checkIn("2026-02-06T12:00", Symptom.denied(URINE_CANNOT_START))
                        .checkIn("2026-02-07T12:00", symptom(URINE_CANNOT_START))
                        .on("2026-02-07")))
                .containsExactly("ces-bladder");
    }

    @Test
    void presentAndDeniedInOneReportIsPresent() {
        assertThat(rules(story().checkIn(NOON, Symptom.denied(URINE_LEAK), symptom(URINE_LEAK))
                        .on(DAY)))
                .containsExactly("ces-bladder");
    }

    @Test
    void aDenialAtTheSameMomentIsNotLater() {
        assertThat(rules(story().checkIn(NOON, symptom(URINE_LEAK))
                        .checkIn(NOON, Symptom.denied(URINE_LEAK))
                        .on(DAY)))
                .containsExactly("ces-bladder");
    }

    @Test
    void deniedNeverFires() {
        assertThat(story().pains(DAY, 1)
                        .checkIn(NOON, Story.allDenied())
                        .on(DAY)
                        .findings())
                .isEmpty();
    }

    @Test
    void anOldSignThatNoClinicianKnowsIsSeen() {
        assertThat(story().checkIn(NOON, old(URINE_LEAK)).on(DAY).urgency()).isEqualTo(Urgency.SOON);
        Symptom ninety = old(URINE_LEAK).since(LocalDate.parse(DAY).minusDays(90));
        assertThat(story().checkIn(NOON, ninety).on(DAY).urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        Symptom longer = old(URINE_LEAK).since(LocalDate.parse(DAY).minusDays(91));
        assertThat(story().checkIn(NOON, longer).on(DAY).urgency()).isEqualTo(Urgency.SOON);
        assertThat(story().checkIn(NOON, old(URINE_LEAK).assessed()).on(DAY).findings())
                .isEmpty();
    }

    @Test
    void aSignSaidToBeOldAfterADenialHasNoDateButItsOwn() {
        Story story = story().checkIn("2025-11-20T12:00", fresh(URINE_LEAK))
                .checkIn("2025-11-21T12:00", Symptom.denied(URINE_LEAK))
                .checkIn(NOON, old(URINE_LEAK));
        assertThat(rules(story.on(DAY))).containsExactly("ces-existing");
        assertThat(story.on(DAY).urgency()).isEqualTo(Urgency.SOON);
        // Without the denial it is the complaint that was new 77 days ago.
        Story goesOn = story().checkIn("2025-11-20T12:00", fresh(URINE_LEAK)).checkIn(NOON, old(URINE_LEAK));
        assertThat(goesOn.on(DAY).urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
    }

    @Test
    void worseSaysNothingOfWhenASignBegan() {
        Story story = story().checkIn("2026-01-10T12:00", old(URINE_LEAK).withChange(Change.WORSE));
        assertThat(story.on("2026-01-24").urgency()).isEqualTo(Urgency.EMERGENCY_NOW);
        assertThat(rules(story.on("2026-01-25"))).containsExactly("ces-existing");
        assertThat(story.on("2026-01-25").urgency()).isEqualTo(Urgency.SOON);
    }

    // Baselines

    @Test
    void longStandingStressIncontinenceStaysCalm() {
        Story story = story().living(Condition.STRESS_URINARY_INCONTINENCE);
        for (int day = 1; day <= 9; day++) {
            story.checkIn("2026-02-0" + day + "T09:00", symptom(URINE_LEAK));
        }
        assertThat(story.on("2026-02-09").findings()).isEmpty();
        assertThat(rules(story.checkIn("2026-02-09T10:00", symptom(URINE_CANNOT_START))
                        .on("2026-02-09")))
                .containsExactly("ces-bladder");
    }

    @Test
    void worseFiresOverAnyBaseline() {
        assertThat(rules(story().living(Condition.STRESS_URINARY_INCONTINENCE)
                        .checkIn(NOON, old(URINE_LEAK).withChange(Change.WORSE))
                        .on(DAY)))
                .containsExactly("ces-bladder");
    }

    @Test
    void calledNewOrDatedNewFiresOverABaseline() {
        Story living = story().living(Condition.STRESS_URINARY_INCONTINENCE);
        assertThat(rules(living.checkIn(NOON, fresh(URINE_LEAK)).on(DAY))).containsExactly("ces-bladder");
        assertThat(rules(story().living(Condition.STRESS_URINARY_INCONTINENCE)
                        .checkIn(NOON, symptom(URINE_LEAK).since(LocalDate.parse("2026-02-01")))
                        .on(DAY)))
                .containsExactly("ces-bladder");
    }

    @Test
    void aBaselineThatNobodyAssessedMakesASignOldButNotKnown() {
        Patient patient = new Patient(
                41,
                Story.LONDON,
                java.util.Set.of(),
                java.util.List.of(new BaselineCondition(Condition.STRESS_URINARY_INCONTINENCE, true, false)),
                java.util.Set.of());
        assertThat(rules(story().of(patient).checkIn(NOON, symptom(URINE_LEAK)).on(DAY)))
                .containsExactly("ces-existing");
    }

    @Test
    void chronicDiarrhoeaExplainsNoSignOfCaudaEquina() {
        assertThat(rules(story().living(Condition.CHRONIC_DIARRHOEA)
                        .checkIn(NOON, symptom(BOWEL_LEAK))
                        .on(DAY)))
                .containsExactly("ces-bowel");
    }

    @Test
    void aRadiculopathyCoversItsOwnSide() {
        Story left = story().living(Condition.LUMBAR_RADICULOPATHY_LEFT);
        assertThat(left.checkIn(NOON, symptom(LEG_TINGLING).on(Side.LEFT))
                        .on(DAY)
                        .findings())
                .isEmpty();
        assertThat(rules(
                        left.checkIn(NOON, symptom(LEG_TINGLING).on(Side.RIGHT)).on(DAY)))
                .containsExactly("nerve-root");
        assertThat(rules(story().living(Condition.LUMBAR_RADICULOPATHY_LEFT)
                        .checkIn(NOON, symptom(LEG_TINGLING))
                        .on(DAY)))
                .containsExactly("nerve-root");
    }

    // Nerve roots

    @Test
    void tinglingDownALegIsANerveRootWithOrWithoutPain() {
        Evaluation evaluation = story().pains(DAY, 0)
                .checkIn(NOON, fresh(LEG_TINGLING).on(Side.LEFT))
                .on(DAY);
        assertThat(rules(evaluation)).containsExactly("nerve-root");
        assertThat(evaluation.urgency()).isEqualTo(Urgency.SOON);
        assertThat(evaluation.programme()).isEqualTo(Programme.HOLD);
        assertThat(evaluation.referTo())
                .containsExactly(Referral.PHYSICIAN, Referral.PHYSICAL_THERAPIST, Referral.ORTHOPEDIC_SPECIALIST);
        assertThat(finding(evaluation, "nerve-root").headline())
                .isEqualTo("Tingling in the left leg, new since 2026-02-05");
        assertThat(finding(evaluation, "nerve-root").evidenceKeys()).containsExactly("leg_tingling:left@2026-02-05");
    }

    @Test
    void anOldTinglingThatNobodyAssessedIsStillANerveRoot() {
        assertThat(rules(story().checkIn(NOON, old(LEG_TINGLING)).on(DAY))).containsExactly("nerve-root");
    }

    @Test
    void passingPinsAndNeedlesAreNot() {
        assertThat(story().checkIn(NOON, fresh(TRANSIENT_PINS_NEEDLES)).on(DAY).findings())
                .isEmpty();
    }

    @Test
    void aNerveSignIsRemembered42Days() {
        Story story = story().checkIn(NOON, fresh(LEG_NUMBNESS));
        assertThat(rules(story.on("2026-03-19"))).containsExactly("nerve-root");
        assertThat(rules(story.on("2026-03-20"))).isEmpty();
    }

    @Test
    void aSidedDenialDeniesItsSideOnly() {
        Story both = story().checkIn(NOON, fresh(LEG_TINGLING).on(Side.LEFT))
                .checkIn("2026-02-06T12:00", Symptom.denied(LEG_TINGLING).on(Side.RIGHT));
        assertThat(rules(both.on("2026-02-06"))).containsExactly("nerve-root");
        both.checkIn("2026-02-07T12:00", Symptom.denied(LEG_TINGLING).on(Side.LEFT));
        assertThat(rules(both.on("2026-02-07"))).isEmpty();
        Story unsaid = story().checkIn(NOON, fresh(LEG_TINGLING))
                .checkIn("2026-02-06T12:00", Symptom.denied(LEG_TINGLING).on(Side.LEFT));
        assertThat(rules(unsaid.on("2026-02-06"))).containsExactly("nerve-root");
        unsaid.checkIn("2026-02-07T12:00", Symptom.denied(LEG_TINGLING).on(Side.RIGHT));
        assertThat(rules(unsaid.on("2026-02-07"))).isEmpty();
    }

    @Test
    void assessedAndUnchangedClosesANerveSignButWorseDoesNot() {
        Story story = story().checkIn(NOON, fresh(LEG_TINGLING));
        assertThat(story.checkIn(
                                "2026-02-08T12:00", old(LEG_TINGLING).assessed().withChange(Change.SAME))
                        .on("2026-02-08")
                        .findings())
                .isEmpty();
        assertThat(rules(story.checkIn(
                                "2026-02-09T12:00", old(LEG_TINGLING).assessed().withChange(Change.WORSE))
                        .on("2026-02-09")))
                .containsExactly("nerve-root");
    }

    // Keys

    @Test
    void theSameComplaintToldDailyAddsNoKeyAndWorseDoes() {
        Story story = story().checkIn(NOON, fresh(URINE_LEAK));
        Finding first = finding(story.on(DAY), "ces-bladder");
        story.checkIn("2026-02-06T12:00", fresh(URINE_LEAK)).checkIn("2026-02-07T12:00", symptom(URINE_LEAK));
        assertThat(finding(story.on("2026-02-07"), "ces-bladder").evidenceKeys())
                .isEqualTo(first.evidenceKeys());
        story.checkIn("2026-02-08T12:00", old(URINE_LEAK).withChange(Change.WORSE));
        assertThat(finding(story.on("2026-02-08"), "ces-bladder").evidenceKeys())
                .containsExactlyInAnyOrder("urine_leak@2026-02-05", "urine_leak:worse:r4");
    }

    @Test
    void aDenialBetweenOrALaterOnsetBeginsAnotherSpell() {
        Story denied = story().checkIn(NOON, fresh(URINE_LEAK))
                .checkIn("2026-02-06T12:00", Symptom.denied(URINE_LEAK))
                .checkIn("2026-02-07T12:00", fresh(URINE_LEAK));
        assertThat(finding(denied.on("2026-02-07"), "ces-bladder").evidenceKeys())
                .containsExactly("urine_leak@2026-02-07");
        Story dated = story().checkIn(NOON, fresh(URINE_LEAK))
                .checkIn("2026-02-09T12:00", fresh(URINE_LEAK).since(LocalDate.parse("2026-02-08")));
        assertThat(finding(dated.on("2026-02-09"), "ces-bladder").evidenceKeys())
                .containsExactlyInAnyOrder("urine_leak@2026-02-05", "urine_leak@2026-02-08");
    }

    /// A clinician who saw the first has not seen the second.
    @Test
    void deniedAndToldAgainOnOneDayIsAnotherSpell() {
        Story story = story().checkIn("2026-02-05T08:00", fresh(SADDLE_NUMBNESS));
        assertThat(finding(story.on(DAY), "ces-saddle").evidenceKeys()).containsExactly("saddle_numbness@2026-02-05");
        story.checkIn("2026-02-05T10:00", Symptom.denied(SADDLE_NUMBNESS))
                .checkIn("2026-02-05T14:00", fresh(SADDLE_NUMBNESS))
                .checkIn("2026-02-06T08:00", symptom(SADDLE_NUMBNESS));
        assertThat(finding(story.on("2026-02-06"), "ces-saddle").evidenceKeys())
                .containsExactly("saddle_numbness@2026-02-05/2");
        story.checkIn("2026-02-06T09:00", Symptom.denied(SADDLE_NUMBNESS))
                .checkIn("2026-02-06T10:00", fresh(SADDLE_NUMBNESS));
        assertThat(finding(story.on("2026-02-06"), "ces-saddle").evidenceKeys())
                .containsExactly("saddle_numbness@2026-02-06");
    }

    @Test
    void deniedAndToldAgainWithTheOnsetOfBeforeItIsTheSameSpell() {
        Symptom since = fresh(LEG_TINGLING).since(LocalDate.parse("2026-02-01"));
        Story story = story().checkIn("2026-02-05T08:00", since)
                .checkIn("2026-02-05T10:00", Symptom.denied(LEG_TINGLING))
                .checkIn("2026-02-05T14:00", since);
        assertThat(finding(story.on(DAY), "nerve-root").evidenceKeys()).containsExactly("leg_tingling@2026-02-01");
    }

    @Test
    void anAttackSaidToBeNewAnHourLaterOnTheSameDayIsAnother() {
        for (SymptomCode attack : List.of(CHEST_PAIN, FAINTING, FACE_DROOP)) {
            Story soon = story().checkIn("2026-02-05T08:00", fresh(attack)).checkIn("2026-02-05T08:59", fresh(attack));
            assertThat(finding(soon.on(DAY), "nonspinal").evidenceKeys())
                    .containsExactly(attack.word() + "@2026-02-05");
            Story later = story().checkIn("2026-02-05T08:00", fresh(attack)).checkIn("2026-02-05T09:00", fresh(attack));
            assertThat(finding(later.on(DAY), "nonspinal").evidenceKeys())
                    .containsExactlyInAnyOrder(attack.word() + "@2026-02-05", attack.word() + "@2026-02-05/2");
            Story notSaid =
                    story().checkIn("2026-02-05T08:00", fresh(attack)).checkIn("2026-02-05T20:00", symptom(attack));
            assertThat(finding(notSaid.on(DAY), "nonspinal").evidenceKeys()).hasSize(1);
        }
    }

    @Test
    void aSecondAccidentIsNotTheFirstToldAgain() {
        Story second = story().checkIn(NOON, fresh(MAJOR_TRAUMA)).checkIn("2026-02-07T12:00", fresh(MAJOR_TRAUMA));
        assertThat(finding(second.on("2026-02-07"), "trauma-major").evidenceKeys())
                .containsExactlyInAnyOrder("major_trauma@2026-02-05", "major_trauma@2026-02-07");
        Story toldDaily = story().checkIn(NOON, fresh(MAJOR_TRAUMA))
                .checkIn("2026-02-05T18:00", fresh(MAJOR_TRAUMA))
                .checkIn("2026-02-06T12:00", fresh(MAJOR_TRAUMA))
                .checkIn("2026-02-07T12:00", fresh(MAJOR_TRAUMA));
        assertThat(finding(toldDaily.on("2026-02-07"), "trauma-major").evidenceKeys())
                .containsExactly("major_trauma@2026-02-05");
        Story dated = story().checkIn(NOON, fresh(MAJOR_TRAUMA).since(LocalDate.parse(DAY)))
                .checkIn("2026-02-08T12:00", fresh(MAJOR_TRAUMA).since(LocalDate.parse(DAY)));
        assertThat(finding(dated.on("2026-02-08"), "trauma-major").evidenceKeys())
                .hasSize(1);
    }

    @Test
    void presentAndDeniedInOneReportTakesNothingBackEither() {
        Story story = story().checkIn(NOON, fresh(URINE_LEAK))
                .checkIn("2026-02-06T12:00", Symptom.denied(URINE_LEAK), symptom(URINE_LEAK));
        assertThat(finding(story.on("2026-02-06"), "ces-bladder").evidenceKeys())
                .containsExactly("urine_leak@2026-02-05");
    }

    @Test
    void presentOnOneSideAndDeniedAtLargeDeniesTheOther() {
        Story story = story().checkIn(NOON, fresh(LEG_TINGLING).on(Side.BOTH))
                .checkIn("2026-02-06T12:00", old(LEG_TINGLING).on(Side.LEFT), Symptom.denied(LEG_TINGLING));
        assertThat(rules(story.on("2026-02-06"))).contains("nerve-root").doesNotContain("bilateral-leg");
    }

    @Test
    void presentOnAnUnsaidSideIsDeniedOnNone() {
        Story story = story().checkIn(NOON, fresh(LEG_TINGLING).on(Side.LEFT))
                .checkIn(
                        "2026-02-06T12:00",
                        symptom(LEG_TINGLING),
                        Symptom.denied(LEG_TINGLING).on(Side.LEFT));
        assertThat(finding(story.on("2026-02-06"), "nerve-root").evidenceKeys())
                .contains("leg_tingling:left@2026-02-05");
    }

    @Test
    void onlyWhatAClinicianFoundUnchangedSettlesWhatWasToldBefore() {
        Story told = story().checkIn(
                        NOON,
                        fresh(LEG_TINGLING).on(Side.LEFT),
                        old(LEG_NUMBNESS).on(Side.RIGHT))
                .checkIn("2026-02-06T12:00", old(LEG_TINGLING).on(Side.LEFT));
        assertThat(rules(told.on("2026-02-06"))).contains("bilateral-leg");
        Story assessed = story().checkIn(NOON, fresh(LEG_TINGLING))
                .checkIn("2026-02-06T12:00", old(LEG_TINGLING).assessed());
        assertThat(assessed.on("2026-02-06").findings()).isEmpty();
        for (Symptom stillNew : List.of(
                symptom(LEG_TINGLING).assessed(), old(LEG_TINGLING).assessed().withChange(Change.WORSE))) {
            Story story = story().checkIn(NOON, fresh(LEG_TINGLING)).checkIn("2026-02-06T12:00", stillNew);
            assertThat(finding(story.on("2026-02-06"), "nerve-root").because())
                    .extracting(Because::reportId)
                    .contains("r1", "r2");
        }
    }

    @Test
    void theSpellOfEachSideIsItsOwn() {
        Story story = story().checkIn(NOON, fresh(LEG_TINGLING).on(Side.BOTH))
                .checkIn("2026-02-06T12:00", Symptom.denied(LEG_TINGLING).on(Side.RIGHT))
                .checkIn("2026-02-07T12:00", fresh(LEG_TINGLING).on(Side.BOTH));
        assertThat(finding(story.on("2026-02-07"), "nerve-root").evidenceKeys())
                .containsExactlyInAnyOrder(
                        "leg_tingling:left@2026-02-05",
                        "leg_tingling:right@2026-02-05",
                        "leg_tingling:right@2026-02-07");
    }

    @Test
    void aSpellOfOneSideNeitherBeginsNorEndsWithTheOther() {
        Story oneThenTheOther = story().checkIn(NOON, fresh(LEG_TINGLING).on(Side.LEFT))
                .checkIn("2026-02-07T12:00", fresh(LEG_TINGLING).on(Side.RIGHT));
        assertThat(finding(oneThenTheOther.on("2026-02-07"), "nerve-root").evidenceKeys())
                .containsExactlyInAnyOrder("leg_tingling:left@2026-02-05", "leg_tingling:right@2026-02-07");
        Story leftDenied = story().checkIn(NOON, fresh(LEG_TINGLING).on(Side.RIGHT))
                .checkIn("2026-02-06T12:00", Symptom.denied(LEG_TINGLING).on(Side.LEFT))
                .checkIn("2026-02-07T12:00", fresh(LEG_TINGLING).on(Side.RIGHT));
        assertThat(finding(leftDenied.on("2026-02-07"), "nerve-root").evidenceKeys())
                .containsExactly("leg_tingling:right@2026-02-05");
        Story unsaid = story().checkIn(NOON, fresh(LEG_TINGLING))
                .checkIn("2026-02-06T12:00", Symptom.denied(LEG_TINGLING).on(Side.LEFT))
                .checkIn("2026-02-07T12:00", fresh(LEG_TINGLING));
        assertThat(finding(unsaid.on("2026-02-07"), "nerve-root").evidenceKeys())
                .containsExactly("leg_tingling@2026-02-05");
    }

    @Test
    void aSpellGoesOnUntilAnOnsetAfterItOrNewAgainAfterFourteenDays() {
        Story dated = story().checkIn(NOON, fresh(LEG_TINGLING).since(LocalDate.parse("2026-02-01")))
                .checkIn("2026-02-07T12:00", fresh(LEG_TINGLING).since(LocalDate.parse(DAY)));
        assertThat(finding(dated.on("2026-02-07"), "nerve-root").evidenceKeys())
                .containsExactly("leg_tingling@2026-02-01");
        Story soon = story().checkIn(NOON, fresh(LEG_TINGLING)).checkIn("2026-02-19T12:00", fresh(LEG_TINGLING));
        assertThat(finding(soon.on("2026-02-19"), "nerve-root").evidenceKeys()).hasSize(1);
        Story later = story().checkIn(NOON, fresh(LEG_TINGLING)).checkIn("2026-02-20T12:00", fresh(LEG_TINGLING));
        assertThat(finding(later.on("2026-02-20"), "nerve-root").evidenceKeys()).hasSize(2);
        Story goesOn = story().checkIn(NOON, fresh(LEG_TINGLING)).checkIn("2026-02-20T12:00", symptom(LEG_TINGLING));
        assertThat(finding(goesOn.on("2026-02-20"), "nerve-root").evidenceKeys())
                .hasSize(1);
    }

    // Combinations

    @Test
    void sexualFunctionAloneIsUrgentAndWithAnotherSignAnEmergency() {
        assertThat(story().checkIn(NOON, fresh(SEXUAL_FUNCTION_CHANGE)).on(DAY).urgency())
                .isEqualTo(Urgency.URGENT_SAME_DAY);
        Evaluation together = story().checkIn(NOON, fresh(SEXUAL_FUNCTION_CHANGE))
                .checkIn("2026-02-09T12:00", fresh(LEG_TINGLING))
                .on("2026-02-09");
        assertThat(finding(together, "ces-sexual").urgency()).isEqualTo(Urgency.EMERGENCY_NOW);
    }

    @Test
    void weaknessOfOneLegThenTheOtherIsMajor() {
        Story story = story().checkIn(NOON, fresh(LEG_WEAKNESS).on(Side.LEFT));
        assertThat(rules(story.on(DAY))).containsExactly("nerve-root");
        assertThat(rules(story.checkIn("2026-02-19T12:00", fresh(LEG_WEAKNESS).on(Side.RIGHT))
                        .on("2026-02-19")))
                .contains("motor-major", "bilateral-leg");
        Story apart = story().checkIn(NOON, fresh(LEG_WEAKNESS).on(Side.LEFT))
                .checkIn("2026-02-20T12:00", fresh(LEG_WEAKNESS).on(Side.RIGHT));
        assertThat(rules(apart.on("2026-02-20"))).doesNotContain("motor-major", "bilateral-leg");
    }

    @Test
    void newWeaknessOfBothLegsIsMajorAndNotMerelyProgressive() {
        assertThat(rules(
                        story().checkIn(NOON, fresh(LEG_WEAKNESS).on(Side.BOTH)).on(DAY)))
                .containsExactly("motor-major", "bilateral-leg");
        assertThat(rules(story().checkIn(NOON, old(LEG_WEAKNESS).on(Side.BOTH)).on(DAY)))
                .containsExactly("motor-progressive");
    }

    @Test
    void weaknessOfBothLegsIsRemembered42DaysFromTheOlderTelling() {
        Story story = story().checkIn(NOON, fresh(LEG_WEAKNESS).on(Side.LEFT))
                .checkIn("2026-02-19T12:00", fresh(LEG_WEAKNESS).on(Side.RIGHT));
        assertThat(rules(story.on("2026-03-19"))).contains("motor-major");
        assertThat(rules(story.on("2026-03-20"))).doesNotContain("motor-major");
    }

    @Test
    void knownWeaknessCountsWithNewUnsteadiness() {
        Story story = story().checkIn(NOON, old(LEG_WEAKNESS).assessed(), fresh(UNSTEADY_WALKING));
        assertThat(rules(story.on(DAY))).contains("motor-major").doesNotContain("motor-progressive");
    }

    @Test
    void aNarrowCanalIsOfBothLegsAndComesOnlyOnWalking() {
        Symptom heavy = old(SymptomCode.LEG_HEAVINESS);
        assertThat(rules(story().checkIn(NOON, heavy.on(Side.BOTH).comingOnlyOnWalking())
                        .on(DAY)))
                .containsExactly("stenosis-claudication");
        // Of no stated side, it is of both.
        assertThat(rules(story().checkIn(NOON, heavy.comingOnlyOnWalking()).on(DAY)))
                .containsExactly("stenosis-claudication");
        assertThat(rules(story().checkIn(NOON, heavy.on(Side.BOTH)).on(DAY))).containsExactly("motor-progressive");
        assertThat(rules(story().checkIn(NOON, heavy.on(Side.LEFT).comingOnlyOnWalking())
                        .on(DAY)))
                .containsExactly("motor-progressive");
        Symptom pain = old(SymptomCode.LEG_PAIN).comingOnlyOnWalking();
        assertThat(rules(story().checkIn(NOON, pain).on(DAY))).isEmpty();
        assertThat(rules(story().checkIn(NOON, pain.on(Side.BOTH)).on(DAY))).containsExactly("stenosis-claudication");
    }

    @Test
    void aNewFootDropIsMajorAndAnOldOneUrgent() {
        assertThat(story().checkIn(NOON, fresh(FOOT_DROP)).on(DAY).urgency()).isEqualTo(Urgency.EMERGENCY_NOW);
        assertThat(story().checkIn(NOON, old(FOOT_DROP)).on(DAY).urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        assertThat(story().checkIn(NOON, old(FOOT_DROP).assessed()).on(DAY).findings())
                .isEmpty();
    }

    @Test
    void strongOrGrowingWeaknessIsUrgent() {
        assertThat(rules(
                        story().checkIn(NOON, fresh(LEG_WEAKNESS).ofSeverity(5)).on(DAY)))
                .containsExactly("motor-progressive");
        assertThat(rules(story().checkIn(NOON, fresh(LEG_WEAKNESS).ofSeverity(4.9))
                        .on(DAY)))
                .containsExactly("nerve-root");
        assertThat(rules(story().checkIn(NOON, fresh(LEG_WEAKNESS).ofSeverity(1))
                        .checkIn("2026-02-06T12:00", symptom(LEG_WEAKNESS).ofSeverity(3))
                        .on("2026-02-06")))
                .containsExactly("motor-progressive");
        assertThat(rules(story().with(RiskFactor.DISC_HERNIATION_KNOWN)
                        .checkIn(NOON, fresh(LEG_WEAKNESS))
                        .on(DAY)))
                .containsExactly("motor-progressive");
    }

    @Test
    void newWeaknessOverAKnownRootProblemIsUrgent() {
        for (Condition root : List.of(Condition.LUMBAR_RADICULOPATHY_LEFT, Condition.LUMBAR_RADICULOPATHY_RIGHT)) {
            assertThat(rules(story().living(root)
                            .checkIn(NOON, fresh(LEG_WEAKNESS))
                            .on(DAY)))
                    .as("%s", root)
                    .containsExactly("motor-progressive");
            assertThat(rules(story().living(root)
                            .checkIn(NOON, old(LEG_WEAKNESS))
                            .on(DAY)))
                    .as("%s", root)
                    .containsExactly("nerve-root");
        }
        assertThat(rules(story().living(Condition.CHRONIC_LOW_BACK_PAIN)
                        .checkIn(NOON, fresh(LEG_WEAKNESS))
                        .on(DAY)))
                .containsExactly("nerve-root");
    }

    @Test
    void weaknessGrowsByTwoPointsOverTheLeastToldBefore() {
        assertThat(rules(weakness(1, 2.9))).containsExactly("nerve-root");
        assertThat(rules(weakness(1, 3))).containsExactly("motor-progressive");
        assertThat(rules(weakness(3, 1, 3))).containsExactly("motor-progressive");
        assertThat(rules(weakness(3, 1))).containsExactly("nerve-root");
        // A telling without a figure is passed over.
        Story unsaid = story().checkIn(NOON, fresh(LEG_WEAKNESS).ofSeverity(1))
                .checkIn("2026-02-06T12:00", fresh(LEG_WEAKNESS))
                .checkIn("2026-02-07T12:00", fresh(LEG_WEAKNESS).ofSeverity(3));
        assertThat(finding(unsaid.on("2026-02-07"), "motor-progressive").because())
                .extracting(Because::reportId, Because::says)
                .containsExactly(
                        tuple("r3", "weakness in the leg, new since 2026-02-05 (severity 3)"),
                        tuple("r1", "weakness in the leg, new since 2026-02-05 (severity 1)"));
        // What has been denied since no longer grows.
        unsaid.checkIn("2026-02-08T12:00", Symptom.denied(LEG_WEAKNESS));
        assertThat(unsaid.on("2026-02-08").findings()).isEmpty();
    }

    private static Evaluation weakness(double... severities) {
        Story story = story();
        LocalDate day = LocalDate.parse(DAY);
        for (double severity : severities) {
            story.checkIn(day + "T12:00", fresh(LEG_WEAKNESS).ofSeverity(severity));
            day = day.plusDays(1);
        }
        return story.on(day.minusDays(1).toString());
    }

    @Test
    void aFeverThatWasMeasuredIsOneFromThirtyEightOn() {
        Symptom fever = fresh(SymptomCode.FEVER);
        assertThat(rules(story().pains(DAY, 4).checkIn(NOON, fever.at(38)).on(DAY)))
                .containsExactly("infection-risk");
        assertThat(rules(story().pains(DAY, 4).checkIn(NOON, fever.at(37.9)).on(DAY)))
                .isEmpty();
        assertThat(rules(story().pains(DAY, 4).checkIn(NOON, fever).on(DAY))).containsExactly("infection-risk");
        assertThat(rules(story().pains(DAY, 4)
                        .checkIn(NOON, fresh(SymptomCode.CHILLS).at(37))
                        .on(DAY)))
                .containsExactly("infection-risk");
    }

    @Test
    void aFeverThatRisesByAWholeDegreeFromThirtyNineOnIsNewEvidence() {
        assertThat(feverKeys(38.9)).containsExactly("fever@2026-02-05");
        assertThat(feverKeys(39)).containsExactly("fever:39", "fever@2026-02-05");
        assertThat(feverKeys(40.5)).containsExactly("fever:39", "fever:40", "fever@2026-02-05");
    }

    private static Set<String> feverKeys(double celsius) {
        Symptom fever = fresh(SymptomCode.FEVER).at(celsius);
        Evaluation evaluation = story().pains(DAY, 4).checkIn(NOON, fever).on(DAY);
        return finding(evaluation, "infection-risk").evidenceKeys();
    }

    @Test
    void aSecondAttackDaysAfterTheFirstIsNewEvidence() {
        Symptom chest = fresh(CHEST_PAIN);
        Story daily = story().checkIn("2026-02-01T12:00", chest)
                .checkIn("2026-02-02T12:00", chest)
                .checkIn("2026-02-03T12:00", chest);
        assertThat(nonspinal(daily, "2026-02-03")).containsExactly("chest_pain@2026-02-01");
        daily.checkIn("2026-02-05T12:00", chest);
        assertThat(nonspinal(daily, "2026-02-05")).containsExactly("chest_pain@2026-02-01", "chest_pain@2026-02-05");
        Story there = story().checkIn("2026-02-01T12:00", chest).checkIn("2026-02-05T12:00", old(CHEST_PAIN));
        assertThat(nonspinal(there, "2026-02-05")).containsExactly("chest_pain@2026-02-01");
    }

    private static Set<String> nonspinal(Story story, String day) {
        return finding(story.on(day), "nonspinal").evidenceKeys();
    }

    @Test
    void aReasonNamesTheValuesOfItsReportAndTheHeadlineWhatIsKnownOfThePatient() {
        Finding fever = finding(
                story().with(RiskFactor.IMMUNOSUPPRESSION)
                        .with(RiskFactor.IV_DRUG_USE)
                        .with(RiskFactor.SMOKER)
                        .pains(DAY, 4)
                        .checkIn(NOON, fresh(SymptomCode.FEVER).at(38.4))
                        .on(DAY),
                "infection-risk");
        assertThat(fever.because())
                .first()
                .extracting(Because::says)
                .isEqualTo("fever, new since 2026-02-05 (38.4 °C)");
        assertThat(fever.headline()).isEqualTo("Fever, new since 2026-02-05");

        Symptom tingling = fresh(LEG_TINGLING).on(Side.LEFT).ofSeverity(6);
        String[] reaches = {
            "as far as the buttock", "as far as the thigh", "as far as the lower leg", "as far as the foot"
        };
        for (Extent extent : Extent.values()) {
            Evaluation evaluation =
                    story().checkIn(NOON, tingling.downTo(extent)).on(DAY);
            Finding root = finding(evaluation, "nerve-root");
            assertThat(root.because())
                    .extracting(Because::says)
                    .containsExactly("tingling in the left leg, new since 2026-02-05 (severity 6, "
                            + reaches[extent.ordinal()] + ")");
            assertThat(root.headline()).isEqualTo("Tingling in the left leg, new since 2026-02-05");
        }
    }

    @Test
    void signsOnBothLegsAreUrgentAndAnEmergencyWhereThePracticeSaysSo() {
        Story story = story().checkIn(
                        NOON,
                        fresh(LEG_TINGLING).on(Side.LEFT),
                        old(LEG_NUMBNESS).on(Side.RIGHT));
        assertThat(finding(story.on(DAY), "bilateral-leg").urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        story.setting(
                ((Parameters.Setting.Taken) Parameters.set(java.util.Map.of("bilateralLegLevel", "emergency_now")))
                        .parameters());
        assertThat(finding(story.on(DAY), "bilateral-leg").referTo()).containsExactly(Referral.EMERGENCY_DEPARTMENT);
        Story old = story().checkIn(
                        NOON, old(LEG_TINGLING).on(Side.LEFT), old(LEG_NUMBNESS).on(Side.RIGHT));
        assertThat(rules(old.on(DAY))).doesNotContain("bilateral-leg");
    }
}
