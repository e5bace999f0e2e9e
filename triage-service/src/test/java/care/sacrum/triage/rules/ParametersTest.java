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
            String why = "is a whole number from " + range[0] + " to " + range[1];
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
        assertThatThrownBy(() -> new Parameters(2, 3, 2, 3, 1, 2, 14, 14, 42, 2, Urgency.URGENT_SAME_DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("persistenceMinSpanDays");
    }

    private static Setting set(String name, Object value) {
        return Parameters.set(Map.of(name, value.toString()));
    }
}
