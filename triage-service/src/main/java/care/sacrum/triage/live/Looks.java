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

    private Looks() {}

    /// The report observed last: where the patient was is where the day is counted.
    public static @Nullable Report latest(List<Report> history) {
        return history.stream().max(Comparator.comparing(Looks::observedAt)).orElse(null);
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
