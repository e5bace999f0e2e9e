package care.sacrum.session.clinician;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;

/// A clinician as the practice reads the record.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ClinicianView(
        UUID practiceId,
        UUID clinicianId,
        long version,
        String displayName,
        Optional<String> subject,
        String profession,
        boolean active) {}
