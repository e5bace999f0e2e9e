package care.sacrum.session.adherence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why the figures are what they are.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "AdherenceExplanation", description = "Each day: what was expected, what counted, and why.")
record ExplanationView(
        UUID patientId,
        int calculationVersion,

        @Schema(description = "How days are reckoned, in sentences.")
        List<String> method,

        Instant asKnownAt,
        LocalDate today,
        Optional<LocalDate> lastSyncedOn,
        List<ExplainedDay> days) {

    /// One day with its reasons.
    @Schema(name = "AdherenceExplainedDay", description = "One local day with its reasons.")
    record ExplainedDay(
            LocalDate day,
            String status,

            @Schema(description = "One for each prescription that covers the day.")
            List<PartView> prescriptions,

            @Schema(description = "Every session of the day, in the order observed.")
            List<SessionView> sessions,

            boolean restDay) {}

    /// What one prescription makes of the day.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherencePart", description = "What one prescription makes of the day.")
    record PartView(
            UUID prescriptionId,

            @Schema(description = "The version that was in force.")
            long version,

            @Schema(
                    enumeration = {
                        "planned_day",
                        "taken_day",
                        "needed_day",
                        "free_day",
                        "no_planned_day",
                        "paused",
                        "on_hold",
                        "excused",
                        "replaced"
                    })
            String why,

            @Schema(description = "The same as a sentence.") String says,

            int expected,

            @Schema(description = "The share of each session that counts, in thousandths.")
            List<Integer> shares,

            int missed,
            int notYetKnown,
            int open) {}

    /// What became of a session.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherenceSession", description = "A session, and what became of it.")
    record SessionView(
            UUID reportId,
            Instant observedAt,
            Instant receivedAt,

            @Schema(description = "The correction whose exercises count in place of its own.")
            Optional<UUID> correctedBy,

            @Schema(enumeration = {"counted", "joined", "extra", "other_exercises", "date_uncertain"})
            String became,

            @Schema(description = "The same as a sentence.") String says,

            @Schema(description = "The prescription that it counts for.")
            Optional<UUID> prescriptionId,

            @Schema(description = "The share of what is prescribed that was done in it alone, in thousandths.")
            int share) {}
}
