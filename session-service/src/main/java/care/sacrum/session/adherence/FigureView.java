package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Figure;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A figure as it is read.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "AdherenceFigure", description = "How well a stretch of days went, in sessions.")
record FigureView(
        @Schema(
                description =
                        "Percent of what is known, to the nearest, halves upwards, and 100 for all of it only; a partial"
                                + " session counts its share. Absent where nothing was expected, or nothing is known yet.")
        Optional<Integer> percent,

        @Schema(description = "done, partial, missed and notYetKnown together.")
        int expected,

        int done,

        @Schema(description = "Sessions of which a part of what is prescribed was done.")
        int partial,

        int missed,

        @Schema(description = "Expected and not there, and the phone was not heard from on any later day.")
        int notYetKnown,

        @Schema(description = "Still expected today; no part of expected.")
        int open,

        @Schema(
                description =
                        "More than was expected, on days without a plan as well; no part of expected. It belongs to the day: of"
                                + " one prescription 0.")
        int extra,

        int excusedDays,

        @Schema(description = "Paused by a clinician, or on hold after a red flag.")
        int pausedDays) {

    static FigureView of(Figure figure) {
        return new FigureView(
                figure.percent(),
                figure.expected(),
                figure.done(),
                figure.partial(),
                figure.missed(),
                figure.notYetKnown(),
                figure.open(),
                figure.extra(),
                figure.excusedDays(),
                figure.pausedDays());
    }
}
