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

        @Schema(description = "Where the patient was by the latest report; today is of this zone, as an IANA name.")
        String timeZone,

        @Schema(description = "Where the patient lives. What staff recorded, and holds, are of this zone's days.")
        String homeTimeZone,

        Optional<LocalDate> lastSyncedOn,

        @Schema(description = "What the trend of today is made of.")
        TrendView trend,

        StreakView streak,

        @Schema(description = "What the prescriptions of these days ask for.")
        List<VersionView> asked,

        List<ExplainedDay> days) {

    /// Two stretches of fourteen days.
    @Schema(name = "AdherenceTrend", description = "The last fourteen days, and the fourteen before.")
    record TrendView(
            @Schema(enumeration = {"improved", "steady", "fell_off", "unknown"})
            String trend,

            FigureView last,
            FigureView before) {}

    /// Days in a row.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherenceExplainedStreak", description = "Days in a row on which nothing was missed.")
    record StreakView(
            int current,
            int longest,

            @Schema(description = "The last day on which something was missed, before which nothing counts for it.")
            Optional<LocalDate> brokenOn) {}

    /// A prescription as it stood from one moment on.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherenceAsked", description = "What one version of a prescription asks for.")
    record VersionView(
            UUID prescriptionId,
            long version,
            Instant recordedAt,
            String programme,
            LocalDate startDate,
            Optional<LocalDate> endDate,
            int timesADay,
            int daysAWeek,

            @Schema(description = "Exactly these; empty where any days of the week will do.")
            List<String> weekdays,

            @Schema(
                    description = "What one session is made of. Empty where the prescription names no published version"
                            + " of its programme: then any session is a whole one.")
            List<DoseView> exercises) {}

    /// What is asked of one exercise in one session.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(
            name = "AdherenceDose",
            description = "The least that was published, or what the clinician asked for instead. What is absent is"
                    + " not prescribed.")
    record DoseView(
            String exercise,
            Optional<Integer> sets,
            Optional<Integer> repetitions,

            @Schema(description = "Seconds.") Optional<Integer> holdSeconds,

            @Schema(description = "Whether left and right are to be done in turn.")
            boolean eachSide) {}

    /// One day with its reasons.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherenceExplainedDay", description = "One local day with its reasons.")
    record ExplainedDay(
            LocalDate day,
            String status,

            @Schema(description = "One for each prescription that covers the day.")
            List<PartView> prescriptions,

            @Schema(description = "Every session of the day, in the order observed.")
            List<SessionView> sessions,

            boolean restDay,

            @Schema(description = "The worst of what was told of each by the day's sessions, and on the morning after.")
            PainView pain,

            @Schema(description = "What each report told of it, in the order observed.")
            List<PainTold> painTold,

            @Schema(
                    description = "When the phone was first heard from on a later day: since then what is not there was"
                            + " missed. Absent while it is not yet known.")
            Optional<Instant> heardAfterAt,

            @Schema(description = "Who excused the day, and why.")
            List<ExcusedBy> excuses,

            @Schema(description = "The holds after a red flag that cover the day.")
            List<HeldBy> holds) {}

    /// What one report told of pain.
    @Schema(
            name = "AdherencePainTold",
            description =
                    "What a session, or a check-in of the morning after, told of pain; corrections put in their place.")
    record PainTold(UUID reportId, PainView pain) {}

    /// An excuse that covers the day.
    @Schema(name = "AdherenceExcusedBy", description = "An excuse that covers the day.")
    record ExcusedBy(
            UUID excuseId,
            String reason,

            @Schema(enumeration = {"patient", "staff"}) String saidBy,

            Instant recordedAt) {}

    /// A hold that covers the day.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherenceHeldBy", description = "A hold that covers the day.")
    record HeldBy(UUID holdId, Instant heldAt, Optional<Instant> releasedAt) {}

    /// What one prescription makes of the day.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherencePart", description = "What one prescription makes of the day.")
    record PartView(
            UUID prescriptionId,

            @Schema(description = "The version that was in force; asked says what it asks for.")
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

            @Schema(description = "Where the days of the week are free to choose.")
            Optional<WeekPart> week,

            @Schema(description = "The pause that covers the day.")
            Optional<PauseView> pause,

            @Schema(description = "The newer prescription of the same programme that takes its place.")
            Optional<UUID> replacedBy,

            int expected,

            @Schema(description = "The share of each session that counts, in thousandths.")
            List<Integer> shares,

            @Schema(description = "Where each of the shares comes from, in their order.")
            List<PlaceView> places,

            int missed,
            int notYetKnown,
            int open) {}

    /// The ISO week of a prescription that leaves its days to the patient.
    @Schema(name = "AdherenceWeekPart", description = "What the ISO week asks for, and what is left of it on that day.")
    record WeekPart(
            @Schema(
                    description =
                            "Days that the week asks for: its share, rounded down where days of it are excused, paused or on"
                                    + " hold.")
            int days,

            @Schema(description = "How many of them were taken or missed before this day.")
            int gone,

            @Schema(description = "Days of the week on which it can still be done, this one among them.")
            int daysLeft) {}

    /// A pause.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherencePause", description = "A pause of a prescription.")
    record PauseView(
            LocalDate from,

            @Schema(description = "The first day after it; absent while it lasts.")
            Optional<LocalDate> resumedOn) {}

    /// An expected session that was done.
    @Schema(
            name = "AdherencePlace",
            description = "An expected session that was done, in one session or in several together.")
    record PlaceView(
            int share,

            @Schema(description = "The sessions, the one that counts first.")
            List<UUID> reportIds,

            @Schema(
                    description = "Each exercise that is asked for; the share is their mean, rounded down. Empty where"
                            + " the report, or the prescription, says nothing of exercises: then it is a whole one.")
            List<ExerciseView> exercises) {}

    /// What was done of an exercise.
    @Schema(name = "AdherenceExercise", description = "What was done of an exercise that is asked for.")
    record ExerciseView(
            String exercise,

            @Schema(description = "In thousandths, rounded down.")
            int share,

            @Schema(description = "What was done of what is asked for, as a sentence.")
            String says) {}

    /// What became of a session.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AdherenceSession", description = "A session, and what became of it.")
    record SessionView(
            UUID reportId,
            Instant observedAt,

            @Schema(description = "Where the patient was: the day is of this zone, as an IANA name.")
            String observedTimeZone,

            Instant receivedAt,

            @Schema(description = "The correction whose exercises count in place of its own.")
            Optional<UUID> correctedBy,

            @Schema(enumeration = {"counted", "joined", "extra", "other_exercises", "rest_day", "date_uncertain"})
            String became,

            @Schema(description = "The same as a sentence.") String says,

            @Schema(description = "The prescription that it counts for.")
            Optional<UUID> prescriptionId,

            @Schema(
                    description = "The share of what that prescribes that was done in it alone, in thousandths. Of one"
                            + " that is extra, the greatest of what any prescription of the day asks for; 0 where none"
                            + " covers the day.")
            int share) {}
}
