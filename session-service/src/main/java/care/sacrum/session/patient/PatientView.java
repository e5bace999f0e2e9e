package care.sacrum.session.patient;

import care.sacrum.session.hold.ProgrammeState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A patient as the practice, and the patient, read it.
///
/// @param programme absent while it is not on hold
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
        Optional<UUID> responsibleClinician,
        Optional<ProgrammeState> programme) {}
