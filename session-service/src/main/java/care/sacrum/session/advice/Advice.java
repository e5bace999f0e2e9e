package care.sacrum.session.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What a patient is told about the report just handed in.
public sealed interface Advice {

    /// The answer of triage, as it came.
    record Given(JsonNode answer) implements Advice {}

    /// Triage did not answer in time.
    ///
    /// @param emergencyText what to do now about the red flags of the report, absent where it has none
    record Pending(Optional<String> emergencyText) implements Advice {}
}
