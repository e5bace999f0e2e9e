package care.sacrum.triage.live;

import care.sacrum.triage.rules.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a patient is looked at although nothing new was told: a silent history says something else when a day begins.
public final class Looks {

    /// A patient who has told nothing for so long gains nothing from another look.
    private static final Duration LOOKED_AT_AFTER_LAST_REPORT = Duration.ofDays(120);

    /// Of two observed at once, the id decides: the order in which they came must not.
    private static final Comparator<Report> AS_OBSERVED =
            Comparator.comparing(Looks::observedAt).thenComparing(Report::reportId);

    private Looks() {}

    /// The report observed last: where the patient was is where the day is counted.
    public static @Nullable Report latest(List<Report> history) {
        return history.stream().max(AS_OBSERVED).orElse(null);
    }

    /// The latest when one more is known.
    ///
    /// @param latest of those before, absent where there was none
    public static Report latest(@Nullable Report latest, Report added) {
        return latest == null || AS_OBSERVED.compare(added, latest) > 0 ? added : latest;
    }

    /// When it was observed; by a clock that runs ahead, no later than it was received.
    static Instant observedAt(Report report) {
        return report.receivedAt().isBefore(report.observedAt()) ? report.receivedAt() : report.observedAt();
    }

    /// The start of the next local day where the patient was last, absent when there is nothing to look for.
    public static @Nullable Instant next(@Nullable Report last, Instant now) {
        if (last == null || observedAt(last).plus(LOOKED_AT_AFTER_LAST_REPORT).isBefore(now)) {
            return null;
        }
        return now.atZone(last.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(last.zone())
                .toInstant();
    }
}
