package care.sacrum.triage.finding;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.Urgency;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "active,      emergency_now urgent_same_day soon routine self_care",
        "paused,      emergency_now urgent_same_day soon routine self_care",
        "a new word,  emergency_now urgent_same_day soon routine self_care",
        "discharged,  emergency_now urgent_same_day",
        "transferred, emergency_now urgent_same_day",
        "deceased,    ",
    })
    void whoIsRemindedOfWhatDependsOnHowFarAPatientIsTreated(String status, String levels) {
        var reminded = Arrays.stream(Urgency.values())
                .filter(Treatment.of(status)::remindsOf)
                .map(Urgency::word)
                .toList();

        assertThat(reminded).isEqualTo(levels == null ? List.of() : List.of(levels.split(" ")));
    }

    @Test
    void ofNothingThereIsNoPlaceWhateverTheStatus() {
        for (var treatment : Treatment.values()) {
            assertThat(Place.of(List.of(), treatment)).isEqualTo(new Place(0, null, null, null, null));
        }
    }
}
