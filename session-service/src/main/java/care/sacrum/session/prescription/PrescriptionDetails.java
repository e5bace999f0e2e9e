package care.sacrum.session.prescription;

import care.sacrum.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is said of a prescription when it is made or changed: the whole of it each time.
@Schema(description = "A prescription; the whole of it each time.")
record PrescriptionDetails(
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}", message = "must be the slug of a programme")
        @Schema(examples = "gentle-sacral-start")
        String programme,

        @Nullable @Min(1) @Schema(description = "Left out: whichever is the latest.")
        Integer programmeVersion,

        @NotNull LocalDate startDate,
        @Nullable LocalDate endDate,
        @NotNull @Min(1) @Max(12) Integer timesADay,
        @NotNull @Min(1) @Max(7) Integer daysAWeek) {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    void mustEndAfterItsStart() {
        if (startDate.getYear() < EARLIEST_YEAR || startDate.getYear() > LATEST_YEAR) {
            throw Problem.unprocessable("startDate", "must be a day of our time")
                    .refused();
        }
        if (endDate != null && (endDate.isBefore(startDate) || endDate.getYear() > LATEST_YEAR)) {
            throw Problem.unprocessable("endDate", "must not lie before startDate")
                    .refused();
        }
    }
}
