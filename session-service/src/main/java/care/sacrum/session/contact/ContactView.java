package care.sacrum.session.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;

/// Who a patient is and how to reach the person, as it is read.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ContactView(UUID patientId, long version, String name, Optional<String> telephone, Optional<String> email) {

    /// Never the values: a record that is printed by mistake names nobody.
    @Override
    public String toString() {
        return "ContactView of " + patientId;
    }
}
