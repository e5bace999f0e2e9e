package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.old;
import static care.sacrum.triage.rules.Story.rules;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.Story.symptom;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Chronic low-back pain that a clinician knows: that it lasts is no news, and everything else about it is.
class KnownPainTest {
    private static final String FIRST = "2026-01-01";
    private static final String LAST = "2026-02-19";

    @Test
    void knownAndUnchangedItRaisesNothingHoweverLongItLasts() {
        assertThat(rules(known().pains(FIRST, fifty(5)).on(LAST))).isEmpty();
    }

    @Test
    void unknownItRaisesBothTiers() {
        assertThat(rules(story().pains(FIRST, fifty(5)).on(LAST))).containsExactly("persist-t3", "persist-t1");
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false", "false, false"})
    void aConditionThatIsNotBothStableAndAssessedCoversNothing(boolean stable, boolean assessed) {
        Patient patient = new Patient(
                41,
                Story.LONDON,
                Set.of(),
                List.of(new BaselineCondition(Condition.CHRONIC_LOW_BACK_PAIN, stable, assessed)),
                Set.of());
        assertThat(rules(story().of(patient).pains(FIRST, fifty(4)).on(LAST))).contains("persist-t3");
    }

    @Test
    void anotherConditionDoesNotCoverIt() {
        assertThat(rules(story().living(Condition.LUMBAR_RADICULOPATHY_LEFT)
                        .pains(FIRST, fifty(4))
                        .on(LAST)))
                .contains("persist-t3");
    }

    @Test
    void howHighItIsIsNotKnown() {
        assertThat(rules(known().pains(FIRST, fifty(6)).on(LAST)))
                .containsExactly("persist-t3", "persist-t2", "persist-t1");
        assertThat(rules(known().pains(FIRST, fifty(5.9)).on(LAST))).isEmpty();
    }

    @Test
    void backAfterAMonthWithoutItIsNotKnownAndAfterADayLessItIs() {
        assertThat(rules(known().pains(FIRST, zerosThenFours(30)).on("2026-02-04")))
                .contains("persist-t1");
        assertThat(rules(known().pains(FIRST, zerosThenFours(29)).on("2026-02-03")))
                .isEmpty();
    }

    private static double[] zerosThenFours(int quietDays) {
        double[] pains = new double[quietDays + 5];
        Arrays.fill(pains, quietDays, pains.length, 4);
        return pains;
    }

    @Test
    void risenByTwoPointsItIsNoLongerUnchanged() {
        assertThat(rules(known().pains(FIRST, 3, 3, 3, 3, 4, 4, 4, 4).on("2026-01-08")))
                .isEmpty();
        assertThat(rules(known().pains(FIRST, 3, 3, 3, 3, 4, 5, 5, 5).on("2026-01-08")))
                .contains("persist-t1");
    }

    @Test
    void toldAsNewOrWorseItIsNotKnown() {
        Symptom worse = old(SymptomCode.LOW_BACK_PAIN).withChange(Change.WORSE);
        for (Symptom told : List.of(fresh(SymptomCode.LOW_BACK_PAIN), worse, old(SymptomCode.BUTTOCK_PAIN))) {
            assertThat(rules(known().pains(FIRST, fifty(4))
                            .checkIn(LAST + "T10:00", told)
                            .on(LAST)))
                    .as("%s", told)
                    .contains("persist-t3", "persist-t1");
        }
    }

    @Test
    void toldAgainAsItAlwaysWasItIs() {
        assertThat(rules(known().pains(FIRST, fifty(4))
                        .checkIn(LAST + "T10:00", old(SymptomCode.LOW_BACK_PAIN))
                        .checkIn(LAST + "T11:00", symptom(SymptomCode.LOW_BACK_PAIN))
                        .on(LAST)))
                .isEmpty();
    }

    @Test
    void whatWasToldOnTheFirstDayOfTheRunBelongsToIt() {
        assertThat(rules(known().pains(FIRST, fifty(4))
                        .checkIn(FIRST + "T10:00", fresh(SymptomCode.LOW_BACK_PAIN))
                        .on(LAST)))
                .contains("persist-t3");
        assertThat(rules(known().pains(FIRST, fifty(4))
                        .checkIn(
                                FIRST + "T10:00",
                                draft -> draft.pain(Pain.now(3)).painRegion(PainRegion.SACRUM))
                        .on(LAST)))
                .contains("persist-t3");
    }

    @Test
    void whatWasToldBeforeTheRunDoesNotBelongToIt() {
        assertThat(rules(known().checkIn("2025-12-31T09:00", fresh(SymptomCode.LOW_BACK_PAIN))
                        .pains(FIRST, fifty(4))
                        .on(LAST)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PainRegion.class)
    void itCoversTheLowBackAndNoOtherPlace(PainRegion region) {
        Evaluation evaluation = known().pains(FIRST, fifty(4))
                .checkIn(LAST + "T10:00", draft -> draft.pain(Pain.now(3)).painRegion(region))
                .on(LAST);
        assertThat(rules(evaluation).contains("persist-t3")).isEqualTo(region != PainRegion.LOW_BACK);
    }

    @Test
    void aTouchOfPainElsewhereIsNoPain() {
        assertThat(rules(known().pains(FIRST, fifty(4))
                        .checkIn(
                                LAST + "T10:00",
                                draft -> draft.pain(Pain.now(2)).painRegion(PainRegion.SACRUM))
                        .on(LAST)))
                .isEmpty();
    }

    @Test
    void aSignBesideItIsHeardAsEver() {
        assertThat(rules(known().pains(FIRST, fifty(4))
                        .checkIn(LAST + "T10:00", fresh(SymptomCode.SADDLE_NUMBNESS))
                        .on(LAST)))
                .containsExactly("ces-saddle");
    }

    private static Story known() {
        return story().living(Condition.CHRONIC_LOW_BACK_PAIN);
    }

    private static double[] fifty(double score) {
        double[] scores = new double[50];
        Arrays.fill(scores, score);
        return scores;
    }
}
