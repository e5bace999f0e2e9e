package care.sacrum.session.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/// What the rules must know of the person, in the words of a clinical case: no name, no subject.
///
/// @param ageYears in the year it is told; a person is that old or a year younger
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PatientFacts(
        Optional<Integer> ageYears,
        Optional<Integer> birthYear,
        String sex,
        String homeTimeZone,
        String language,
        List<String> riskFactors,
        List<BaselineCondition> baselineConditions,
        List<String> alreadyUnderCareOf) {}
