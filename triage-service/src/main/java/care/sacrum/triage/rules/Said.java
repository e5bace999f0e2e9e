package care.sacrum.triage.rules;

/// What a report contributes to a finding, before it is put into words: a [Language] says it for a clinician and tells
/// it back to the patient.
sealed interface Said {

    /// Whether it is a sign that was read from other words of the writer.
    default boolean isReadFromOtherWords() {
        return switch (this) {
            case Sign(Sighting sighting) -> sighting.symptom.inOwnWords();
            case TakenBack(Sighting sighting) -> sighting.symptom.inOwnWords();
            default -> false;
        };
    }

    record Sign(Sighting sighting) implements Said {}

    /// Told as new, and denied since.
    record TakenBack(Sighting sighting) implements Said {}

    /// @param firstDay as an epoch day, as all days here
    record PainLasts(int symptomaticDays, int spanDays, int firstDay, double latest) implements Said {}

    record PainOf(double score) implements Said {}

    record PainIsBack(double score) implements Said {}

    record PainRises(double from, double to) implements Said {}

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
