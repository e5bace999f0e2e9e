package care.sacrum.triage.parameters;

import care.sacrum.triage.rules.Parameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of a practice's parameters.
///
/// @param version    counts up with each change; 0 while the practice never set any and has the defaults
/// @param parameters all of them, also those that were not named when they were set
/// @param setAt      absent for version 0
/// @param setBy      the `sub` of whoever set them, absent for version 0
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParametersVersion(
        long version,
        Values parameters,
        @Nullable Instant setAt,
        @Nullable String setBy) {

    static final ParametersVersion DEFAULTS = new ParametersVersion(0, Values.of(Parameters.DEFAULTS), null, null);

    ParametersVersion changedTo(Values wished, Instant at, String by) {
        return new ParametersVersion(version + 1, wished, at, by);
    }
}
