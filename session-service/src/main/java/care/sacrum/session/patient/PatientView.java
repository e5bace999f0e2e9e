package care.sacrum.session.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A patient as the practice, and the patient, read it.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PatientView(
        UUID practiceId,
        UUID patientId,
        long version,
        Optional<String> subject,
        String status,
        String homeTimeZone,
        String language,
        Optional<Integer> birthYear,
        String sex,
        List<String> riskFactors,
        List<BaselineCondition> baselineConditions,
        List<String> alreadyUnderCareOf,
        Optional<UUID> responsibleClinician) {}
