package care.sacrum.content.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Exercises in an order, and how often. It names their numbers, so that a later edition of an exercise changes nothing
/// for those who follow this one.
public record Programme(
        @NotBlank @Size(max = 500) String summary,

        @NotNull @Size(min = 1, max = 30) @Schema(description = "In the order they are done.")
        List<@NotNull @Valid Step> exercises,

        @NotNull @Valid Schedule schedule,
        @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 500) String> advice,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Evidence> evidence,
        @NotNull @Valid Review review)
        implements Document {

    /// One exercise as it was published under this number.
    public record Step(
            @NotBlank @Size(max = 80) String slug,
            @NotNull @Positive Integer version) {}

    /// How often, and for how long.
    public record Schedule(
            @NotNull @Valid @AtMost(10) Range timesADay,
            @NotNull @Valid @AtMost(7) Range daysAWeek,
            @NotNull @Valid @AtMost(52) Range weeks) {}

    @Override
    public Kind kind() {
        return Kind.PROGRAMME;
    }
}
