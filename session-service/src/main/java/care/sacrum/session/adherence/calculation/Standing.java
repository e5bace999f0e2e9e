package care.sacrum.session.adherence.calculation;

import care.sacrum.session.dating.UncertainDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the patient's calendar stands at a moment, and up to when anything is known.
///
/// @param today  where the patient was by the latest report, or else at home
/// @param synced the local day on which the phone was heard from last; absent: never. What a clinician handed in
///               on behalf is of its own day, and says nothing of what the phone holds of the others
public record Standing(LocalDate today, Optional<LocalDate> synced) {

    /// What a session is that was expected and is not there.
    public enum Unfilled {
        MISSED,
        /// The phone was not heard from on any later day.
        NOT_YET_KNOWN,
        /// The day is not over.
        OPEN
    }

    /// @param facts as known at that moment
    public static Standing of(Facts facts, Instant moment) {
        return of(zoneOf(facts), receivedOfTheirOwn(facts).max(Comparator.naturalOrder()), moment);
    }

    /// Where the patient was by the latest report, or else at home.
    public static ZoneId zoneOf(Facts facts) {
        return facts.reports().stream()
                .filter(told -> !UncertainDate.is(told.observedAt(), told.receivedAt()))
                .max(Comparator.comparing(Facts.Told::observedAt).thenComparing(Facts.Told::id))
                .map(Facts.Told::zone)
                .orElse(facts.homeZone());
    }

    /// When the phone was first heard from on a later day than this: since then what is not there was missed.
    public static Optional<Instant> heardAfter(LocalDate day, Facts facts) {
        var zone = zoneOf(facts);
        return receivedOfTheirOwn(facts)
                .filter(received -> LocalDate.ofInstant(received, zone).isAfter(day))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Instant> receivedOfTheirOwn(Facts facts) {
        return facts.reports().stream().filter(told -> !told.onBehalf()).map(Facts.Told::receivedAt);
    }

    /// @param zone         where the patient was by the latest report, or else at home
    /// @param lastReceived when the latest of the patient's own reports was received
    public static Standing of(ZoneId zone, Optional<Instant> lastReceived, Instant moment) {
        return new Standing(
                LocalDate.ofInstant(moment, zone), lastReceived.map(received -> LocalDate.ofInstant(received, zone)));
    }

    public Unfilled unfilledOn(LocalDate day) {
        if (!day.isBefore(today)) {
            return Unfilled.OPEN;
        }
        return synced.filter(day::isBefore).isPresent() ? Unfilled.MISSED : Unfilled.NOT_YET_KNOWN;
    }
}
