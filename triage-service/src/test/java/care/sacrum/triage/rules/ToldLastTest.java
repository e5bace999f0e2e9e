package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.old;
import static care.sacrum.triage.rules.Story.patient;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.SymptomCode.LEG_NUMBNESS;
import static care.sacrum.triage.rules.SymptomCode.LEG_TINGLING;
import static care.sacrum.triage.rules.SymptomCode.URINE_LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When what a finding rests on was told last: what a clinician found not to be there answers nothing told since.
class ToldLastTest {
    private static final String DAY = "2026-02-05";

    @Test
    void bySeveralReportsItIsTheReceiptOfTheLast() {
        Story story =
                story().checkIn("2026-02-03T12:00", fresh(URINE_LEAK)).checkIn("2026-02-04T12:00", fresh(URINE_LEAK));

        assertThat(toldLast(story, "ces-bladder")).isEqualTo(story.instant("2026-02-04T12:00"));
    }

    @Test
    void aLateReportWasToldWhenItCame() {
        Story story = story().checkIn("2026-02-04T12:00", fresh(URINE_LEAK))
                .checkIn(
                        "2026-02-03T12:00",
                        draft -> draft.symptoms(List.of(fresh(URINE_LEAK)))
                                .receivedAt(Instant.parse("2026-02-05T08:00:00Z")));

        assertThat(toldLast(story, "ces-bladder")).isEqualTo("2026-02-05T08:00:00Z");
    }

    @Test
    void toldAgainAsThereAlreadyItIsToldAgain() {
        Story story =
                story().checkIn("2026-02-03T12:00", fresh(URINE_LEAK)).checkIn("2026-02-04T12:00", old(URINE_LEAK));

        assertThat(toldLast(story, "ces-bladder")).isEqualTo(story.instant("2026-02-04T12:00"));
    }

    @Test
    void whatAClinicianKnowsIsNotToldAgain() {
        Story story = story().checkIn("2026-02-03T12:00", fresh(URINE_LEAK))
                .checkIn("2026-02-04T12:00", old(URINE_LEAK).assessed());

        assertThat(toldLast(story, "ces-bladder")).isEqualTo(story.instant("2026-02-03T12:00"));
    }

    @Test
    void anotherSignIsNotTheSameToldAgain() {
        Story story =
                story().checkIn("2026-02-03T12:00", fresh(URINE_LEAK)).checkIn("2026-02-04T12:00", fresh(LEG_TINGLING));

        assertThat(toldLast(story, "ces-bladder")).isEqualTo(story.instant("2026-02-03T12:00"));
    }

    @Test
    void aDenialIsNoTelling() {
        Story story = story().checkIn("2026-02-03T12:00", fresh(URINE_LEAK))
                .checkIn("2026-02-04T12:00", Symptom.denied(URINE_LEAK));

        assertThat(toldLast(story, "ces-retracted")).isEqualTo(story.instant("2026-02-03T12:00"));
    }

    @Test
    void aSignTakenBackAndToldAsOldIsToldAgain() {
        Story story = story().checkIn("2026-02-02T12:00", fresh(URINE_LEAK))
                .checkIn("2026-02-03T12:00", Symptom.denied(URINE_LEAK))
                .checkIn("2026-02-04T12:00", old(URINE_LEAK));

        assertThat(toldLast(story, "ces-retracted")).isEqualTo(story.instant("2026-02-04T12:00"));
    }

    @Test
    void onTheLatestOfSeveralSignsItWasToldLast() {
        Story story = story().checkIn("2026-02-02T12:00", fresh(LEG_TINGLING))
                .checkIn("2026-02-03T12:00", fresh(LEG_NUMBNESS))
                .checkIn("2026-02-04T12:00", old(LEG_TINGLING));

        assertThat(toldLast(story, "nerve-root")).isEqualTo(story.instant("2026-02-04T12:00"));
    }

    @Test
    void lastingPainWasToldLastByItsLatestDay() {
        Story story = story().pains("2026-02-01", 4, 4, 4, 4, 4);

        assertThat(toldLast(story, "persist-t1")).isEqualTo(story.instant("2026-02-05T09:00"));
    }

    @Test
    void aPatientWithoutReportsWasToldOfNothing() {
        assertThat(History.of(patient(41), List.of(), Parameters.DEFAULTS, Instant.EPOCH)
                        .toldLast(List.of()))
                .isEqualTo(Instant.MAX);
    }

    private static Instant toldLast(Story story, String rule) {
        return Story.finding(story.on(DAY), rule).toldLast();
    }
}
