package care.sacrum.session.adherence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a practice's patients follow their plans.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(
        name = "AdherenceOverview",
        description = "How a practice's patients follow their plans, each as of the own day.")
record OverviewView(
        int calculationVersion,

        @Schema(description = "Patients of the status and the clinician asked for; the counts below are of them.")
        int patients,

        @Schema(description = "Patients by the percentage of their thirty days.")
        Distribution distribution,

        int improved,
        int fellOff,

        @Schema(
                description =
                        "Patients with so many silentDays or more, on one of which before today something had to be done."
                                + " /silent-patients lists those of whom the practice"
                                + " was told: later, where it is closed; and until the next report also where no plan"
                                + " runs any more, or the threshold was raised since.")
        int silent,

        @Schema(
                description =
                        "How many silentDays make a patient silent: as asked for, or else as the practice set it.")
        int silentAfterDays,

        List<PatientFigures> items,

        @Schema(description = "Given as after it brings the page behind this one; absent on the last page.")
        Optional<String> next) {

    /// Patients by their thirty days.
    @Schema(name = "AdherenceDistribution", description = "How many patients reach how many percent.")
    record Distribution(
            @Schema(description = "Less than 25.") int under25,
            @Schema(description = "25 to 49.") int under50,
            @Schema(description = "50 to 74.") int under75,
            @Schema(description = "75 to 89.") int under90,
            @Schema(description = "90 and more.") int from90,

            @Schema(description = "Nothing was expected, or nothing is known.")
            int unknown) {}

    /// One patient.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherencePatient", description = "One patient's figures.")
    record PatientFigures(
            UUID patientId,
            String status,
            Optional<UUID> responsibleClinician,

            @Schema(
                    description = "The patient's day of which this is; absent for some moments after the record was"
                            + " made.")
            Optional<LocalDate> asOf,

            Stretch sevenDays,
            Stretch thirtyDays,

            @Schema(enumeration = {"improved", "steady", "fell_off", "unknown"})
            String trend,

            @Schema(description = "The local day of the latest report.")
            Optional<LocalDate> lastReportOn,

            @Schema(
                    description =
                            "The local day on which the phone last handed anything in, of whichever day; absent:"
                                    + " never. What a clinician handed in on behalf is not of the phone. It says nothing of silence.")
            Optional<LocalDate> lastSyncedOn,

            @Schema(
                    description = "Days since the last one of which the patient told anything, today among them, on"
                            + " which a plan ran: the quietDays of /silence. Absent where nothing is expected at"
                            + " present: the patient is not active, or no plan runs.")
            Optional<Integer> silentDays,

            @Schema(
                    description =
                            "Whether these are silentAfterDays or more, and something had to be done on one of them"
                                    + " before today.")
            boolean silent) {}

    /// One stretch of days.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(
            name = "AdherenceStretch",
            description = "Sessions of a stretch of days, and the days of it on which less was expected, or nothing.")
    record Stretch(
            Optional<Integer> percent,
            int expected,
            int done,
            int partial,
            int missed,
            int notYetKnown,
            int extra,

            @Schema(description = "Days that the patient or the practice excused.")
            int excusedDays,

            @Schema(description = "Days paused by a clinician, or on hold after a red flag.")
            int pausedDays) {}
}
