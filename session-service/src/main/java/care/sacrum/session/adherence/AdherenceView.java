package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Streak;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How well a patient follows the plan.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Adherence", description = "How well a patient follows the plan, as known at a moment.")
record AdherenceView(
        UUID patientId,

        @Schema(description = "Of the way days are reckoned.")
        int calculationVersion,

        @Schema(description = "What was received or recorded later is not reckoned in.")
        Instant asKnownAt,

        @Schema(description = "The patient's day at that moment.")
        LocalDate today,

        @Schema(
                description =
                        "The local day on which the phone last handed anything in, of whichever day; absent: never. What"
                                + " a clinician handed in on behalf is not of the phone.")
        Optional<LocalDate> lastSyncedOn,

        @Schema(description = "Each day from the one asked for to the other, up to today.")
        List<DayView> days,

        @Schema(description = "The ISO weeks that these days touch, wholly, up to today.")
        List<WeekView> weeks,

        @Schema(description = "The seven days up to today.") FigureView sevenDays,

        @Schema(description = "The thirty days up to today.")
        FigureView thirtyDays,

        @Schema(description = "Each prescription from its first day, up to today.")
        List<PrescriptionFigure> prescriptions,

        StreakView streak,

        @Schema(
                description = "The last fourteen days against the fourteen before; fifteen points make a difference.",
                enumeration = {"improved", "steady", "fell_off", "unknown"})
        String trend,

        @Schema(description = "The mean over the days asked for.")
        PainView pain) {

    /// One local day.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherenceDay", description = "One local day of the patient.")
    record DayView(
            LocalDate day,

            @Schema(
                    description = "free: nothing was expected, since other days of the week will do, another weekday is"
                            + " named, or no prescription covers the day.",
                    enumeration = {"done", "partial", "missed", "not_yet_known", "open", "excused", "paused", "free"})
            String status,

            FigureView figure,

            @Schema(description = "Percent of the seven days up to this one.")
            Optional<Integer> sevenDays,

            @Schema(description = "Percent of the thirty days up to this one.")
            Optional<Integer> thirtyDays,

            @Schema(description = "The patient said that it was a day of rest.")
            boolean restDay,

            PainView pain) {}

    /// One ISO week.
    @Schema(name = "AdherenceWeek", description = "One ISO week.")
    record WeekView(@Schema(examples = "2026-W06") String week, LocalDate from, LocalDate to, FigureView figure) {}

    /// One prescription.
    @Schema(name = "AdherencePrescription", description = "One prescription as a whole.")
    record PrescriptionFigure(UUID prescriptionId, String programme, FigureView figure) {}

    /// Days in a row.
    @Schema(
            name = "AdherenceStreak",
            description = "Days in a row on which nothing that was expected was missed, in all prescriptions. Days on"
                    + " which nothing was expected do not break it.")
    record StreakView(int current, int longest) {
        static StreakView of(Streak streak) {
            return new StreakView(streak.current(), streak.longest());
        }
    }
}
