package care.sacrum.triage.rules;

import java.util.Optional;

/// What a report contributes to a finding, before it is put into words: a [Language] says it for a clinician and tells
/// it back to the patient.
sealed interface Said {

    /// The sign that it tells of; none where it is the course of the pain, or what the patient does about it.
    default Optional<Sighting> sign() {
        return switch (this) {
            case Sign(Sighting sighting) -> Optional.of(sighting);
            case LongThere(Sighting sighting) -> Optional.of(sighting);
            case TakenBack(Sighting sighting) -> Optional.of(sighting);
            default -> Optional.empty();
        };
    }

    /// Whether it is a sign that was read from other words of the writer.
    default boolean isReadFromOtherWords() {
        return sign().filter(sighting -> sighting.symptom.inOwnWords()).isPresent();
    }

    record Sign(Sighting sighting) implements Said {}

    /// There for long by now, though it may have been told as new when it was.
    record LongThere(Sighting sighting) implements Said {}

    /// Told as new, and denied since.
    record TakenBack(Sighting sighting) implements Said {}

    /// @param firstDay as an epoch day, as all days here
    record PainLasts(int symptomaticDays, int spanDays, int firstDay, double latest) implements Said {}

    record PainOf(double score) implements Said {}

    record PainIsBack(double score) implements Said {}

    /// @param to  how high it rose
    /// @param now what it is on the latest day, which may be less
    record PainRises(double from, double to, double now) implements Said {}

    record PainRisesByTheWeek(double score) implements Said {}

    record PelvicPain(double score) implements Said {}

    record Cracked() implements Said {}

    record CrackedOn(int days) implements Said {}

    /// @param from before it
    record WorseAfterCracking(double from, double to) implements Said {}

    /// @param highest during the session or after it, in points of 0 to 10 as all values here
    record TooMuch(double highest) implements Said {}

    /// @param from before the session
    /// @param to   on the morning after it
    record Unsettled(double from, double to) implements Said {}
}
