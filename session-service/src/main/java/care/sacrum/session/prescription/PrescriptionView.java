package care.sacrum.session.prescription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A prescription as it is read.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PrescriptionView(
        UUID prescriptionId,
        UUID patientId,
        long version,
        String programme,
        Optional<Integer> programmeVersion,
        LocalDate startDate,
        Optional<LocalDate> endDate,
        int timesADay,
        int daysAWeek) {}
