package care.sacrum.triage.hold;

import static care.sacrum.triage.rules.Urgency.EMERGENCY_NOW;
import static care.sacrum.triage.rules.Urgency.SOON;
import static care.sacrum.triage.rules.Urgency.URGENT_SAME_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.live.ProgrammeMustHold.Ground;
import care.sacrum.triage.rules.Certainty;
import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Ground TINGLING = ground("nerve-root", Family.NERVE_ROOT, SOON, "leg_tingling@2026-02-01");
    private static final Ground BLADDER =
            ground("ces-bladder", Family.CAUDA_EQUINA, EMERGENCY_NOW, "urine_leak@2026-02-03");

    @Test
    void whatNobodyReleasedYetHoldsTheProgramme() {
        assertThat(Decision.of(Optional.empty(), Decision.Known.NOTHING, List.of(TINGLING)))
                .isEqualTo(new Decision.Hold(List.of(Because.of(TINGLING)), Evidence.of(List.of(TINGLING))));
    }

    @Test
    void theSameComplaintToldAgainChangesNothing() {
        assertThat(Decision.of(held(TINGLING), Decision.Known.NOTHING, List.of(TINGLING)))
                .isEqualTo(new Decision.LeaveAsItIs());
    }

    @Test
    void anotherComplaintJoinsTheHoldThatIsThere() {
        assertThat(Decision.of(held(TINGLING), Decision.Known.NOTHING, List.of(BLADDER, TINGLING)))
                .isEqualTo(new Decision.HoldOnMore(
                        List.of(Because.of(TINGLING), Because.of(BLADDER)), Evidence.of(List.of(TINGLING, BLADDER))));
    }

    @Test
    void whatWasReleasedHoldsNothingAgain() {
        assertThat(Decision.of(Optional.empty(), released(TINGLING, BLADDER), List.of(TINGLING)))
                .isEqualTo(new Decision.LeaveAsItIs());
    }

    @Test
    void anotherComplaintAfterAReleaseHoldsAndIsAloneTheReason() {
        assertThat(Decision.of(Optional.empty(), released(TINGLING), List.of(BLADDER, TINGLING)))
                .isEqualTo(new Decision.Hold(List.of(Because.of(BLADDER)), Evidence.of(List.of(BLADDER))));
    }

    @Test
    void aReleasedComplaintThatGrewMoreUrgentHoldsAgain() {
        var worse = ground("ces-sexual", Family.CAUDA_EQUINA, EMERGENCY_NOW, "sexual_function_change@2026-02-01");
        var before = new Ground(
                ground("ces-sexual", Family.CAUDA_EQUINA, URGENT_SAME_DAY, "sexual_function_change@2026-02-01")
                        .finding(),
                worse.findingId());

        assertThat(Decision.of(Optional.empty(), released(before), List.of(worse)))
                .isInstanceOf(Decision.Hold.class);
        assertThat(Decision.of(Optional.empty(), released(worse), List.of(before)))
                .isEqualTo(new Decision.LeaveAsItIs());
    }

    @Test
    void theSameWordsInAnotherFamilyAreAnotherComplaint() {
        var asAnother = ground("infection-risk", Family.INFECTION, SOON, "leg_tingling@2026-02-01");

        assertThat(Decision.of(Optional.empty(), released(TINGLING), List.of(asAnother)))
                .isInstanceOf(Decision.Hold.class);
    }

    @Test
    void aFindingThatNamesNoComplaintRestsOnItsSpellOfTrouble() {
        var first = ground("trauma-major", Family.TRAUMA, EMERGENCY_NOW);

        assertThat(Decision.of(Optional.empty(), released(first), List.of(first)))
                .isEqualTo(new Decision.LeaveAsItIs());
    }

    @Test
    void whatARuleRaisesLaterTakesThePlaceOfWhatItRaisedBefore() {
        var more = ground("nerve-root", Family.NERVE_ROOT, SOON, "leg_tingling@2026-02-01", "leg_numbness@2026-02-04");

        assertThat(Decision.of(held(TINGLING), Decision.Known.NOTHING, List.of(more)))
                .isInstanceOfSatisfying(
                        Decision.HoldOnMore.class,
                        on -> assertThat(on.because()).containsExactly(Because.of(more)));
    }

    @Test
    void evidenceIsReadAsItWasKept() {
        var evidence = Evidence.of(List.of(TINGLING, BLADDER));

        assertThat(Evidence.read(evidence.words())).isEqualTo(evidence);
    }

    @Test
    void whatARuleRaisedAgainAfterAReleaseHoldsAgain() {
        var again = new Ground(BLADDER.finding(), Optional.of(UUID.randomUUID()));

        assertThat(Decision.of(Optional.empty(), released(BLADDER), List.of(again)))
                .isEqualTo(new Decision.Hold(List.of(Because.of(again)), Evidence.of(List.of(again))));
        assertThat(Decision.of(Optional.empty(), released(BLADDER, again), List.of(again)))
                .isEqualTo(new Decision.LeaveAsItIs());
        assertThat(Decision.of(Optional.empty(), released(BLADDER), List.of(answered(BLADDER))))
                .isEqualTo(new Decision.LeaveAsItIs());
    }

    @Test
    void whatARuleRaisedAgainSinceTheHoldIsMoreToRead() {
        var again = new Ground(BLADDER.finding(), Optional.of(UUID.randomUUID()));

        assertThat(Decision.of(held(BLADDER), Decision.Known.NOTHING, List.of(again)))
                .isEqualTo(new Decision.HoldOnMore(List.of(Because.of(again)), Evidence.of(List.of(again))));
    }

    @Test
    void anotherRuleOnAReleasedComplaintIsNothingNew() {
        var retracted = new Ground(
                ground("ces-retracted", Family.CAUDA_EQUINA, URGENT_SAME_DAY, "urine_leak@2026-02-03")
                        .finding(),
                Optional.of(UUID.randomUUID()));

        assertThat(Decision.of(Optional.empty(), released(BLADDER), List.of(retracted)))
                .isEqualTo(new Decision.LeaveAsItIs());
    }

    private static Ground answered(Ground ground) {
        return new Ground(ground.finding(), Optional.empty());
    }

    private static Optional<Decision.Known> held(Ground... grounds) {
        return Optional.of(released(grounds));
    }

    private static Decision.Known released(Ground... grounds) {
        return new Decision.Known(List.of(grounds).stream().map(Because::of).toList(), Evidence.of(List.of(grounds)));
    }

    private static Ground ground(String rule, Family family, Urgency urgency, String... keys) {
        var finding = new Finding(
                rule,
                1,
                family,
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
                rule + "@2026-02-01");
        return new Ground(finding, Optional.of(UUID.randomUUID()));
    }
}
