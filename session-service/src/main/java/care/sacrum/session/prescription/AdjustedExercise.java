package care.sacrum.session.prescription;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An exercise of the programme with another dosage for this patient; what is left out stays as it was published.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An exercise of the programme with another dosage; what is left out stays as it was published.")
record AdjustedExercise(
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}", message = "must be the slug of an exercise")
        @Schema(examples = "pelvic-tilt")
        String exercise,

        @Nullable @Min(1) @Max(20) Integer sets,
        @Nullable @Min(1) @Max(100) Integer repetitions,

        @Nullable @Min(1) @Max(300) @Schema(description = "In seconds.")
        Integer holdSeconds,

        @Nullable @Min(0) @Max(600) @Schema(description = "In seconds, between repetitions, sides or sets.")
        Integer restSeconds) {

    boolean asksForNothing() {
        return sets == null && repetitions == null && holdSeconds == null && restSeconds == null;
    }
}
