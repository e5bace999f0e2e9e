package care.sacrum.session.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What a patient is told about the report just handed in.
public sealed interface Advice {

    /// The answer of triage, as it came.
    record Given(JsonNode answer) implements Advice {}

    /// Triage did not answer in time.
    ///
    /// @param emergencyText what to do now about the red flags of the report, absent where it has none; out of the
    /// practice's hours it ends with that nobody watches
    /// @param whileClosed   that nobody watches, and whom to call: out of the practice's hours, where no other text
    /// says so
    record Pending(Optional<String> emergencyText, Optional<String> whileClosed) implements Advice {}
}
