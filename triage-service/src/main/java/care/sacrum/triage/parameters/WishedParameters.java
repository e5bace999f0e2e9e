package care.sacrum.triage.parameters;

import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.rules.Parameters;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Parameters as somebody wishes them, read as a case document's are: what is not named stays at its default.
public final class WishedParameters {

    private static final int MOST_REFUSALS_TOLD = 20;

    private WishedParameters() {}

    /// @param prefix where the object stands in the body, such as `parameters.`; empty for the body itself
    /// @throws Problem.Refused with 422 naming each parameter that cannot be taken
    public static Parameters read(@Nullable JsonNode wished, String prefix) {
        if (wished == null || !wished.isObject()) {
            throw Problem.unprocessable(
                            prefix.isEmpty() ? "body" : prefix.substring(0, prefix.length() - 1),
                            "must be an object that names parameters, such as {\"persistenceMinSpanDays\": 4}")
                    .refused();
        }
        return switch (CaseReader.parameters(wished)) {
            case Parameters.Setting.Taken(var parameters) -> consistent(parameters, prefix);
            case Parameters.Setting.Refused(var refusals) ->
                throw Problem.unprocessable(refusals.stream()
                                .limit(MOST_REFUSALS_TOLD)
                                .map(refusal -> new Problem.FieldError(prefix + refusal.parameter(), refusal.why()))
                                .toList())
                        .refused();
        };
    }

    /// A day is not quiet and symptomatic at once.
    private static Parameters consistent(Parameters parameters, String prefix) {
        if (parameters.resolvedThreshold() >= parameters.symptomaticThreshold()) {
            throw Problem.unprocessable(
                            prefix + "resolvedThreshold",
                            "must be below symptomaticThreshold, " + parameters.symptomaticThreshold()
                                    + ": a day would be quiet and symptomatic at once. Lower it, or raise"
                                    + " symptomaticThreshold")
                    .refused();
        }
        return parameters;
    }
}
