package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.finding;
import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.rules;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.SymptomCode.FEVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is read off the course of the pain: trends, load, cracking, with each boundary from both sides.
class PainPatternsTest {
    private static final String DAY = "2026-02-05";

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
}
