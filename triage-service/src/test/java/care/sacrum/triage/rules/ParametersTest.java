package care.sacrum.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.sacrum.triage.rules.Parameters.Refusal;
import care.sacrum.triage.rules.Parameters.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void nothingWishedIsTheDefault() {
        assertThat(Parameters.set(Map.of())).isEqualTo(new Setting.Taken(Parameters.DEFAULTS));
        assertThat(Parameters.DEFAULTS)
                .isEqualTo(new Parameters(5, 3, 2, 3, 1, 2, 14, 14, 42, 2, Urgency.URGENT_SAME_DAY));
    }

    @Test
    void eachBoundIsTakenAndOneBeyondItIsRefusedByName() {
        Map<String, int[]> bounds = new LinkedHashMap<>();
        bounds.put("persistenceMinSpanDays", new int[] {3, 14});
        bounds.put("persistenceMinSymptomaticDays", new int[] {2, 5});
        bounds.put("persistenceMaxUnreportedGapDays", new int[] {0, 4});
        bounds.put("symptomaticThreshold", new int[] {2, 5});
        bounds.put("resolvedThreshold", new int[] {0, 2});
        bounds.put("resolvedMinConsecutiveReportedDays", new int[] {1, 4});
        bounds.put("newOnsetWindowDays", new int[] {7, 28});
        bounds.put("lateReportEmergencyWindowDays", new int[] {7, 28});
        bounds.put("neuroSignMemoryDays", new int[] {14, 90});
        bounds.put("worseningPoints", new int[] {1, 3});
        bounds.forEach((name, range) -> {
            assertThat(set(name, range[0])).isInstanceOf(Setting.Taken.class);
            assertThat(set(name, range[1])).isInstanceOf(Setting.Taken.class);
            String why = "must be a whole number from " + range[0] + " to " + range[1];
            for (Object bad : new Object[] {range[0] - 1, range[1] + 1, "5.5", "many", "", "99999999999"}) {
                assertThat(set(name, bad)).isEqualTo(new Setting.Refused(java.util.List.of(new Refusal(name, why))));
            }
        });
        assertThat(set("bilateralLegLevel", "emergency_now")).isInstanceOf(Setting.Taken.class);
        assertThat(set("bilateralLegLevel", "soon")).isInstanceOf(Setting.Refused.class);
    }

    @Test
    void anUnknownParameterIsRefusedByName() {
        assertThat(set("persistanceMinSpanDays", 5))
                .isEqualTo(new Setting.Refused(
                        java.util.List.of(new Refusal("persistanceMinSpanDays", "is not a parameter"))));
    }

    @Test
    void noneOutOfBoundsCanBeMade() {
        int[] most = {14, 5, 4, 5, 2, 4, 28, 28, 90, 3};
        assertThat(made(most)).isNotNull();
        for (int i = 0; i < most.length; i++) {
            int[] beyond = most.clone();
            beyond[i]++;
            assertThatThrownBy(() -> made(beyond)).as("%d", i).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Parameters(5, 3, 2, 3, 1, 2, 14, 14, 42, 2, Urgency.SOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bilateralLegLevel");
    }

    private static Parameters made(int[] of) {
        return new Parameters(
                of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9], Urgency.URGENT_SAME_DAY);
    }

    @Test
    void noScoreOutsideTheScaleCanBeMade() {
        for (double bad : new double[] {-0.1, 10.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Pain(bad, null, null, null)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Pain(null, bad, null, null)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Pain(null, null, bad, null)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Pain(null, null, null, bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Pain(0.0, 10.0, null, null).settled()).isEqualTo(10);
    }

    private static Setting set(String name, Object value) {
        return Parameters.set(Map.of(name, value.toString()));
    }
}
