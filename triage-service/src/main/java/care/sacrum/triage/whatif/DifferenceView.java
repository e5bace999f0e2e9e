package care.sacrum.triage.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A difference as an answer shows it.
///
/// @param kind    `gained`, `lost` or `moved`
/// @param inForce what the parameters in force raised, absent where gained
/// @param whatIf  what those asked about would have raised, absent where lost
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifferenceView(
        UUID patientId,
        String rule,
        String kind,
        @Nullable Told inForce,
        @Nullable Told whatIf) {

    /// @param day    the patient's local day
    /// @param reason in one line
    record Told(LocalDate day, String urgency, String reason) {}
}
