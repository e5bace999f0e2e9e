package care.sacrum.content.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/// From the least to the most, both included; the same number twice where there is no choice.
@MinBeforeMax
public record Range(
        @NotNull @PositiveOrZero Integer min,
        @NotNull @PositiveOrZero Integer max) {}
