package care.sacrum.content.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/// How much of an exercise, as data that a counter can count with.
public record Dosage(
        @NotNull @Valid @AtMost(10) Range sets,

        @NotNull @Valid @AtMost(100) @Schema(description = "In a set, and for each side.")
        Range repetitions,

        @NotNull @Valid @AtMost(600) Range holdSeconds,

        @NotNull
        @Size(min = 1, max = 2)
        @UniqueElements
        @Schema(description = "The sides to do, in order: one word as a report uses it, or left and right in turn.")
        List<@NotNull Side> sides,

        @NotNull @Valid @AtMost(600) @Schema(description = "Between two repetitions, sides or sets.")
        Range restSeconds,

        @NotNull @Valid @AtMost(10) Range timesADay,
        @NotNull @Valid @AtMost(7) Range daysAWeek) {

    /// Which side is worked; both at once where the movement has no side.
    public enum Side {
        @JsonProperty("left")
        LEFT,
        @JsonProperty("right")
        RIGHT,
        @JsonProperty("both")
        BOTH
    }
}
