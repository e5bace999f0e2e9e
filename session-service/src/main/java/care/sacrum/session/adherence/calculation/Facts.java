package care.sacrum.session.adherence.calculation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a calculation rests on, of one patient.
///
/// @param homeZone where the patient lives: the days on which staff recorded something are of this zone
/// @param plans    every prescription with all its versions
/// @param excuses  those that were withdrawn too
/// @param reports  sessions, check-ins and corrections as they were received, each id once
public record Facts(ZoneId homeZone, List<Plan> plans, List<Excuse> excuses, List<Hold> holds, List<Told> reports) {

    public Facts {
        plans = List.copyOf(plans);
        excuses = List.copyOf(excuses);
        holds = List.copyOf(holds);
        reports = List.copyOf(reports);
    }

    /// A prescription.
    ///
    /// @param versions the oldest first, at least one
    public record Plan(UUID prescription, List<Version> versions) {
        public Plan {
            versions = List.copyOf(versions);
        }
    }

    /// A prescription as it stood from one moment on.
    ///
    /// @param start      the first day
    /// @param end        the last day; absent: until further notice
    /// @param daysAWeek  where no weekdays are named: any days of an ISO week, so many of them
    /// @param weekdays   exactly these; empty where any will do
    /// @param exercises  what one session is made of; empty while nobody knows, and then any session is a whole one
    public record Version(
            long number,
            Instant recordedAt,
            String programme,
            LocalDate start,
            Optional<LocalDate> end,
            int timesADay,
            int daysAWeek,
            Set<DayOfWeek> weekdays,
            List<Pause> pauses,
            List<Dose> exercises) {
        public Version {
            weekdays = Set.copyOf(weekdays);
            pauses = List.copyOf(pauses);
            exercises = List.copyOf(exercises);
        }

        /// Whether the patient chooses the days.
        boolean isFlexible() {
            return weekdays.isEmpty() && daysAWeek < DayOfWeek.values().length;
        }

        boolean isDueOn(DayOfWeek weekday) {
            return weekdays.isEmpty() ? !isFlexible() : weekdays.contains(weekday);
        }

        boolean pausesOn(LocalDate day) {
            return pauses.stream().anyMatch(pause -> pause.holds(day));
        }
    }

    /// Days on which nothing is expected of one prescription.
    ///
    /// @param resumedOn the first day after it; absent while it lasts
    public record Pause(LocalDate from, Optional<LocalDate> resumedOn) {
        public boolean holds(LocalDate day) {
            return !day.isBefore(from)
                    && resumedOn.filter(on -> !day.isBefore(on)).isEmpty();
        }
    }

    /// Days on which nothing is expected of the patient at all.
    ///
    /// @param to      the last of them
    /// @param byStaff whether the practice said so, and not the patient
    public record Excuse(
            UUID id,
            LocalDate from,
            LocalDate to,
            String reason,
            boolean byStaff,
            Instant recordedAt,
            Optional<Instant> withdrawnAt) {
        /// Whether it excuses that day; one that was withdrawn excuses none.
        public boolean holds(LocalDate day) {
            return withdrawnAt.isEmpty() && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// The time in which the programme was on hold after a red flag.
    public record Hold(UUID id, Instant heldAt, Optional<Instant> releasedAt) {
        public boolean holds(LocalDate day, ZoneId zone) {
            return !day.isBefore(LocalDate.ofInstant(heldAt, zone))
                    && releasedAt
                            .filter(released -> day.isAfter(LocalDate.ofInstant(released, zone)))
                            .isEmpty();
        }
    }

    /// What a report is, as far as it matters here.
    public enum Kind {
        SESSION,
        CHECK_IN,
        /// Told on the morning, of the night and of how it is now.
        MORNING_CHECK_IN,
        CORRECTION
    }

    /// A report.
    ///
    /// @param localDay   the civil date of the observation, where the patient was
    /// @param observedAt of a session its start; the device's clock put right
    /// @param zone       where the patient was
    /// @param onBehalf   a clinician handed it in, which tells nothing of the phone
    /// @param corrects   of a correction, the report that it is about
    /// @param exercises  what was done; absent where the report says nothing of exercises
    /// @param restDay    what it says of resting on purpose; null where it says nothing
    public record Told(
            UUID id,
            Kind kind,
            LocalDate localDay,
            Instant observedAt,
            ZoneId zone,
            Instant receivedAt,
            boolean onBehalf,
            Optional<UUID> corrects,
            Optional<List<Work>> exercises,
            @Nullable Boolean restDay,
            Pain pain) {}

    /// What was done of an exercise; what is null was not said, and is not held against the patient.
    ///
    /// @param exercise its slug
    /// @param side     both where none is said
    public record Work(
            String exercise,
            @Nullable Integer sets,
            @Nullable Integer repetitions,
            @Nullable Integer holdMillis,
            Side side) {}

    public enum Side {
        LEFT,
        RIGHT,
        BOTH
    }

    /// What is known of all this at an earlier moment: what came later is left out, and what ended later had not ended.
    public Facts asKnownAt(Instant moment) {
        return new Facts(
                homeZone,
                plans.stream()
                        .map(plan -> new Plan(
                                plan.prescription,
                                plan.versions.stream()
                                        .filter(version -> !version.recordedAt.isAfter(moment))
                                        .toList()))
                        .filter(plan -> !plan.versions.isEmpty())
                        .toList(),
                excuses.stream()
                        .filter(excuse -> !excuse.recordedAt.isAfter(moment))
                        .map(excuse -> new Excuse(
                                excuse.id,
                                excuse.from,
                                excuse.to,
                                excuse.reason,
                                excuse.byStaff,
                                excuse.recordedAt,
                                excuse.withdrawnAt.filter(at -> !at.isAfter(moment))))
                        .toList(),
                holds.stream()
                        .filter(hold -> !hold.heldAt.isAfter(moment))
                        .map(hold -> new Hold(hold.id, hold.heldAt, hold.releasedAt.filter(at -> !at.isAfter(moment))))
                        .toList(),
                reports.stream()
                        .filter(told -> !told.receivedAt.isAfter(moment))
                        .toList());
    }
}
