package care.sacrum.session.silence;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When a practice is told of a patient, as it stands.
@Schema(description = "When a practice is told of a patient, and in which hours.")
record SignalsView(
        UUID practiceId,

        @Schema(description = "0 while nobody has set anything and the usual thresholds hold.")
        long version,

        int silentAfterDays,
        int lapseBelowPercent,
        int lapseWindowDays,
        int lapseExpectedAtLeast,

        @Schema(description = "Silences and lapses are told within these hours only; that a patient is back, at once.")
        Hours workingHours) {

    /// @param assumed nobody said the practice's hours
    @Schema(name = "SignalHours")
    record Hours(
            String timeZone,

            @Schema(
                    description = "True where the practice's hours are not known: then Monday to Friday, 08:00 to 18:00"
                            + " are taken. Record the practice with its hours to change that.")
            boolean assumed,

            List<String> open) {

        static Hours of(WorkingHours hours) {
            return new Hours(
                    hours.zone().getId(),
                    hours.assumed(),
                    hours.week().stream()
                            .map(stretch -> stretch.day().name().toLowerCase(Locale.ROOT) + " " + stretch.words())
                            .toList());
        }
    }

    static SignalsView of(UUID practice, long version, Thresholds thresholds, WorkingHours hours) {
        return new SignalsView(
                practice,
                version,
                thresholds.silentAfterDays(),
                thresholds.lapseBelowPercent(),
                thresholds.lapseWindowDays(),
                thresholds.lapseExpectedAtLeast(),
                Hours.of(hours));
    }
}
