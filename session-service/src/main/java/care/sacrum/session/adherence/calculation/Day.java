package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Facts.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One local day of a patient: what was expected and what counted. It does not depend on when it is asked: whether what
/// is not there was missed, or only is not known yet, a [Standing] says.
///
/// @param parts    one for each prescription that covers the day, in the order in which they were first recorded
/// @param sessions every session of the day, in the order observed, and what became of it
/// @param rest     whether the patient said that it was a day of rest
/// @param pains    what was told of pain around the sessions of the day, in the order observed
public record Day(LocalDate day, List<Part> parts, List<Logged> sessions, boolean rest, List<PainTold> pains) {

    public Day {
        parts = List.copyOf(parts);
        sessions = List.copyOf(sessions);
        pains = List.copyOf(pains);
    }

    /// The worst of each.
    public Pain pain() {
        return pains.stream().map(PainTold::pain).reduce(Pain.UNTOLD, Pain::worse);
    }

    /// Pain that one report tells of the day, corrections put in their place.
    public record PainTold(UUID report, Instant observedAt, Pain pain) {
        static final Comparator<PainTold> AS_OBSERVED =
                Comparator.comparing(PainTold::observedAt).thenComparing(PainTold::report);
    }

    /// Why something is expected on a day, or why not.
    public enum Why {
        /// One of the weekdays of the prescription, or it asks for every day.
        PLANNED_DAY,
        /// The patient took it as one of the days of the week that the prescription asks for.
        TAKEN_DAY,
        /// So few days of the week are left that it was needed, and it was not taken.
        NEEDED_DAY,
        /// The patient chose, or may still choose, other days of the week.
        FREE_DAY,
        /// No weekday of the prescription.
        NO_PLANNED_DAY,
        PAUSED,
        ON_HOLD,
        EXCUSED,
        /// A newer prescription of the same programme covers the day.
        REPLACED;

        /// Whether something is expected.
        public boolean expects() {
            return this == PLANNED_DAY || this == TAKEN_DAY || this == NEEDED_DAY;
        }
    }

    /// The week of a prescription that leaves the days to the patient.
    ///
    /// @param days    how many days of this ISO week are asked for
    /// @param gone    how many of them were taken or missed before this day
    /// @param daysLeft days of the week on which it can be done, this one among them
    public record WeekQuota(int days, int gone, int daysLeft) {}

    /// An expected session that was done, in one session or in several together.
    ///
    /// @param share   of what is prescribed, in thousandths
    /// @param reports the sessions, the one that counts first
    /// @param works   what was done in them; absent where nobody said
    public record Place(int share, List<UUID> reports, Optional<List<Work>> works) {
        public Place {
            reports = List.copyOf(reports);
        }
    }

    /// What one prescription makes of the day.
    ///
    /// @param version  the version that was in force
    /// @param expected sessions
    /// @param places   those of them that were done
    public record Part(
            UUID prescription, long version, Why why, int expected, List<Place> places, Optional<WeekQuota> week) {
        public Part {
            places = List.copyOf(places);
        }

        /// The shares of those that were done, in thousandths; a whole one is [Dose#WHOLE].
        public List<Integer> filled() {
            return places.stream().map(Place::share).toList();
        }

        public int done() {
            return (int)
                    places.stream().filter(place -> place.share == Dose.WHOLE).count();
        }

        public int partial() {
            return places.size() - done();
        }

        /// Thousandths of sessions.
        public int earned() {
            return places.stream().mapToInt(Place::share).sum();
        }

        public int unfilled() {
            return expected - places.size();
        }
    }

    /// What became of a session.
    public enum Became {
        /// It is one of the expected sessions.
        COUNTED,
        /// It filled up what another session of the day left out.
        JOINED,
        /// More than was expected, or on a day on which nothing was.
        EXTRA,
        /// Nothing of what is prescribed was done in it.
        OTHER_EXERCISES,
        /// It tells of a day of rest, and of nothing that was done.
        REST_DAY,
        /// Nobody can say on which day it was.
        DATE_UNCERTAIN
    }

    /// A session and what became of it.
    ///
    /// @param correctedBy the correction whose exercises count in place of its own
    /// @param zone        where the patient was, by whose calendar it is of this day
    /// @param prescription the one that it counts for
    /// @param share       of what that prescribes, in thousandths, alone; extra, the most of any
    /// @param said        whether anybody said what was done in it; else it is taken as whole
    public record Logged(
            UUID report,
            Instant observedAt,
            ZoneId zone,
            Instant receivedAt,
            Optional<UUID> correctedBy,
            Became became,
            @Nullable UUID prescription,
            int share,
            boolean said) {}

    public int expected() {
        return parts.stream().mapToInt(Part::expected).sum();
    }

    public int done() {
        return parts.stream().mapToInt(Part::done).sum();
    }

    public int partial() {
        return parts.stream().mapToInt(Part::partial).sum();
    }

    public int earned() {
        return parts.stream().mapToInt(Part::earned).sum();
    }

    public int unfilled() {
        return parts.stream().mapToInt(Part::unfilled).sum();
    }

    /// Sessions beyond what was expected.
    public int extra() {
        return (int) sessions.stream()
                .filter(session -> session.became == Became.EXTRA)
                .count();
    }

    public boolean excused() {
        return parts.stream().anyMatch(part -> part.why == Why.EXCUSED);
    }

    /// Paused by a clinician, or on hold after a red flag.
    public boolean paused() {
        return parts.stream().anyMatch(part -> part.why == Why.PAUSED || part.why == Why.ON_HOLD);
    }

    /// Whether there is anything to tell of it.
    public boolean isEmpty() {
        return expected() == 0 && sessions.isEmpty() && !rest && !excused() && !paused();
    }
}
