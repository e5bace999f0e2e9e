package care.sacrum.session.silence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a practice wants to be told of; the whole of it each time.
@Schema(description = "When a practice is told of a patient; the whole of it each time.")
record Thresholds(
        @NotNull
        @Min(2)
        @Max(30)
        @Schema(
                description = "A patient who has told nothing for so many days, of the patient's own calendar, is"
                        + " silent, once a day is over on which something had to be done. Days on which no plan runs"
                        + " do not count. Usually 5.",
                examples = "5")
        Integer silentAfterDays,

        @NotNull
        @Min(10)
        @Max(90)
        @Schema(
                description = "A plan has lapsed when less than so many percent of what was expected were done."
                        + " Usually 50.",
                examples = "50")
        Integer lapseBelowPercent,

        @NotNull
        @SevenOrThirty
        @Schema(
                description = "Over so many days: 7 or 30. What is open today does not count. Usually 7.",
                enumeration = {"7", "30"},
                examples = "7")
        Integer lapseWindowDays,

        @NotNull
        @Min(1)
        @Max(30)
        @Schema(description = "Fewer sessions than that, expected and known, say nothing. Usually 3.", examples = "3")
        Integer lapseExpectedAtLeast) {

    static final Thresholds USUAL = new Thresholds(5, 50, 7, 3);

    static final String EXAMPLE = """
            {"silentAfterDays": 7, "lapseBelowPercent": 40, "lapseWindowDays": 30, "lapseExpectedAtLeast": 5}""";
}
