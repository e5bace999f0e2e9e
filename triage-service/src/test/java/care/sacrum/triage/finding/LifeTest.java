package care.sacrum.triage.finding;

import static care.sacrum.triage.rules.Urgency.EMERGENCY_NOW;
import static care.sacrum.triage.rules.Urgency.ROUTINE;
import static care.sacrum.triage.rules.Urgency.SOON;
import static care.sacrum.triage.rules.Urgency.URGENT_SAME_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.finding.Life.Earlier;
import care.sacrum.triage.finding.Life.State;
import care.sacrum.triage.finding.Life.Step;
import care.sacrum.triage.rules.Certainty;
import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final UUID ID = new UUID(0, 1);

    @Test
    void aFindingThatNobodyWasToldOfIsRaised() {
        var finding = finding("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05");

        assertThat(Life.decide(List.of(), List.of(finding))).containsExactly(new Step.Raise(finding));
    }

    @Test
    void anOpenFindingToldAgainStaysOneFinding() {
        var steps = Life.decide(
                List.of(open("persist-t1", ROUTINE, "t1@2026-02-01")),
                List.of(finding("persist-t1", ROUTINE, "t1@2026-02-01")));

        assertThat(steps).isEmpty();
    }

    @Test
    void anOpenFindingThatBecameMoreUrgentIsSaidAgainUnderItsId() {
        var worse = finding("ces-sexual", EMERGENCY_NOW, "sexual_function_change@2026-02-01");

        assertThat(Life.decide(
                        List.of(open("ces-sexual", URGENT_SAME_DAY, "sexual_function_change@2026-02-01")),
                        List.of(worse)))
                .containsExactly(new Step.Restate(ID, worse, true, false));
    }

    @Test
    void anOpenFindingOnMoreEvidenceIsRestatedWithoutNewAlarm() {
        var more = finding("nerve-root", SOON, "leg_tingling@2026-02-01", "leg_numbness@2026-02-03");

        assertThat(Life.decide(List.of(open("nerve-root", SOON, "leg_tingling@2026-02-01")), List.of(more)))
                .containsExactly(new Step.Restate(ID, more, false, true));
    }

    @Test
    void anAcknowledgedFindingIsNotRaisedAgainOnTheSameEvidence() {
        assertThat(Life.decide(
                        List.of(acknowledged("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05")),
                        List.of(finding("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05"))))
                .isEmpty();
    }

    @Test
    void anAcknowledgedFindingIsRaisedAgainOnEvidenceItHadNot() {
        var worse = finding("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05", "urine_leak:worse:r7");

        assertThat(Life.decide(
                        List.of(acknowledged("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05")), List.of(worse)))
                .containsExactly(new Step.Raise(worse));
    }

    @Test
    void evidenceOfSeveralAcknowledgedFindingsOfARuleCountsTogether() {
        assertThat(Life.decide(
                        List.of(
                                acknowledged("nerve-root", SOON, "leg_tingling@2026-02-01"),
                                acknowledged("nerve-root", SOON, "leg_numbness@2026-02-03")),
                        List.of(finding("nerve-root", SOON, "leg_tingling@2026-02-01", "leg_numbness@2026-02-03"))))
                .isEmpty();
    }

    @Test
    void anAcknowledgedEmergencyIsNotRaisedAgainAsTheOldSignItBecame() {
        assertThat(Life.decide(
                        List.of(acknowledged("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05")),
                        List.of(finding("ces-existing", SOON, "urine_leak@2026-02-05"))))
                .isEmpty();
    }

    @Test
    void whatWasAcknowledgedAsLessUrgentIsRaisedAgainWhenItBecameAnEmergency() {
        var emergency = finding("ces-sexual", EMERGENCY_NOW, "sexual_function_change@2026-02-01");

        assertThat(Life.decide(
                        List.of(acknowledged("ces-sexual", URGENT_SAME_DAY, "sexual_function_change@2026-02-01")),
                        List.of(emergency)))
                .containsExactly(new Step.Raise(emergency));
    }

    @Test
    void whatWasClosedAnswersTheSameComplaintAndNeitherAWorseNorAnotherOne() {
        var closed = List.of(acknowledged("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05"));

        assertThat(Life.answers(closed, finding("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05")))
                .isTrue();
        assertThat(Life.answers(closed, finding("ces-existing", SOON, "urine_leak@2026-02-05")))
                .isTrue();
        assertThat(Life.answers(
                        closed, finding("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05", "urine_leak:worse:r7")))
                .isFalse();
        assertThat(Life.answers(closed, finding("ces-bladder", EMERGENCY_NOW, "bowel_leak@2026-02-05")))
                .isFalse();
        assertThat(Life.answers(closed, finding("ces-bladder", EMERGENCY_NOW))).isFalse();
        assertThat(Life.answers(
                        List.of(acknowledged("ces-sexual", URGENT_SAME_DAY, "sexual_function_change@2026-02-01")),
                        finding("ces-sexual", EMERGENCY_NOW, "sexual_function_change@2026-02-01")))
                .isFalse();
    }

    @Test
    void anOpenFindingThatTheHistoryNoLongerSupportsIsWithdrawn() {
        assertThat(Life.decide(List.of(open("persist-t1", ROUTINE, "t1@2026-02-01")), List.of()))
                .containsExactly(new Step.Withdraw(ID));
    }

    @Test
    void anOpenEmergencyIsNeverWithdrawn() {
        assertThat(Life.decide(List.of(open("ces-bladder", EMERGENCY_NOW, "urine_leak@2026-02-05")), List.of()))
                .containsExactly(new Step.KeepUnsupported(ID));
    }

    @Test
    void anOpenEmergencyIsNotEasedByALaterEvaluation() {
        assertThat(Life.decide(
                        List.of(open("ces-sexual", EMERGENCY_NOW, "sexual_function_change@2026-02-01")),
                        List.of(finding("ces-sexual", URGENT_SAME_DAY, "sexual_function_change@2026-02-01"))))
                .containsExactly(new Step.KeepUnsupported(ID));
    }

    @Test
    void anEmergencyAlreadyKeptIsNotSaidAgain() {
        var kept = new Earlier(
                ID,
                "ces-bladder",
                Family.CAUDA_EQUINA,
                EMERGENCY_NOW,
                "headline",
                Set.of("urine_leak@2026-02-05"),
                State.RAISED,
                false);

        assertThat(Life.decide(List.of(kept), List.of())).isEmpty();
    }

    @Test
    void anAcknowledgedFindingIsNotWithdrawn() {
        assertThat(Life.decide(List.of(acknowledged("persist-t1", ROUTINE, "t1@2026-02-01")), List.of()))
                .isEmpty();
    }

    @Test
    void whatWasWithdrawnAndIsBackOnTheSameEvidenceStandsAgainAndIsNotRaisedTwice() {
        var back = finding("persist-t1", ROUTINE, "t1@2026-02-01");

        assertThat(Life.decide(List.of(withdrawn("persist-t1", ROUTINE, "t1@2026-02-01")), List.of(back)))
                .containsExactly(new Step.Reopen(ID, back));
    }

    @Test
    void whatWasWithdrawnAndIsBackOnNewEvidenceIsRaised() {
        var worse = finding("persist-t1", ROUTINE, "t1@2026-02-01", "t1@2026-02-01+2");

        assertThat(Life.decide(List.of(withdrawn("persist-t1", ROUTINE, "t1@2026-02-01")), List.of(worse)))
                .containsExactly(new Step.Raise(worse));
    }

    @Test
    void whatWasWithdrawnAsLessUrgentIsRaisedWhenItIsMore() {
        var urgent = finding("persist-t1", SOON, "t1@2026-02-01");

        assertThat(Life.decide(List.of(withdrawn("persist-t1", ROUTINE, "t1@2026-02-01")), List.of(urgent)))
                .containsExactly(new Step.Raise(urgent));
    }

    @Test
    void evidencePartlyAnsweredAndPartlyWithdrawnIsNotNew() {
        var both = finding("nerve-root", SOON, "leg_tingling@2026-02-01", "leg_numbness@2026-02-03");

        assertThat(Life.decide(
                        List.of(
                                acknowledged("nerve-root", SOON, "leg_tingling@2026-02-01"),
                                withdrawn("nerve-root", SOON, "leg_numbness@2026-02-03")),
                        List.of(both)))
                .containsExactly(new Step.Reopen(ID, both));
    }

    @Test
    void whatAClinicianAnsweredIsNotReopenedThoughItWasOnceWithdrawn() {
        assertThat(Life.decide(
                        List.of(
                                withdrawn("persist-t1", ROUTINE, "t1@2026-02-01"),
                                acknowledged("persist-t1", ROUTINE, "t1@2026-02-01")),
                        List.of(finding("persist-t1", ROUTINE, "t1@2026-02-01"))))
                .isEmpty();
    }

    @Test
    void aReportThatNobodyCouldReadStaysUntilAPersonSettlesIt() {
        assertThat(Life.decide(List.of(open(Life.UNREADABLE_REPORT, URGENT_SAME_DAY, "topic/0/1")), List.of()))
                .isEmpty();
    }

    private static Earlier open(String rule, Urgency urgency, String... keys) {
        return new Earlier(ID, rule, Family.CAUDA_EQUINA, urgency, "headline", Set.of(keys), State.RAISED, true);
    }

    private static Earlier withdrawn(String rule, Urgency urgency, String... keys) {
        return new Earlier(ID, rule, Family.CAUDA_EQUINA, urgency, "headline", Set.of(keys), State.WITHDRAWN, false);
    }

    private static Earlier acknowledged(String rule, Urgency urgency, String... keys) {
        return new Earlier(
                UUID.randomUUID(), rule, Family.CAUDA_EQUINA, urgency, "headline", Set.of(keys), State.ANSWERED, true);
    }

    private static Finding finding(String rule, Urgency urgency, String... keys) {
        return new Finding(
                rule,
                1,
                Family.CAUDA_EQUINA,
                urgency,
                List.of(),
                List.of(),
                "headline",
                "advice",
                List.of("source"),
                Certainty.MODERATE,
                Programme.HOLD,
                Set.of(keys),
                Instant.EPOCH,
                rule);
    }
}
