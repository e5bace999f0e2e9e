package care.sacrum.session.prescription;

import care.sacrum.session.asking.Weekday;
import care.sacrum.session.hold.ProgrammeState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A prescription as it is read.
///
/// @param weekdays absent where any days will do, daysAWeek of them
/// @param pauses   in their order; the last may still last
/// @param hold     absent while the patient's programme is not on hold; of no version and no event of the prescription
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
        int daysAWeek,
        Optional<List<Weekday>> weekdays,
        List<AdjustedExercise> exercises,
        List<Pause> pauses,
        Optional<ProgrammeState> hold) {

    PrescriptionView with(Optional<ProgrammeState> present) {
        return new PrescriptionView(
                prescriptionId,
                patientId,
                version,
                programme,
                programmeVersion,
                startDate,
                endDate,
                timesADay,
                daysAWeek,
                weekdays,
                exercises,
                pauses,
                present);
    }
}
