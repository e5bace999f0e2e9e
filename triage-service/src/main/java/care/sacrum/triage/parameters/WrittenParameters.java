package care.sacrum.triage.parameters;

import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.rules.Parameters;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

/// Parameters as they are kept: one JSON object with all of them.
@Singleton
public class WrittenParameters {

    private final ObjectMapper json;

    WrittenParameters(ObjectMapper json) {
        this.json = json;
    }

    public String of(Parameters parameters) {
        try {
            return json.writeValueAsString(Values.of(parameters));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }

    /// What was set under wider bounds than today's is at its default today: it must not stop the practice's triage.
    public Parameters read(String kept) {
        try {
            var values = (ObjectNode) json.readTree(kept);
            return switch (CaseReader.parameters(values)) {
                case Parameters.Setting.Taken(var parameters) -> parameters;
                case Parameters.Setting.Refused(var refusals) -> {
                    refusals.forEach(refusal -> values.remove(refusal.parameter()));
                    yield CaseReader.parameters(values) instanceof Parameters.Setting.Taken(var parameters)
                            ? parameters
                            : Parameters.DEFAULTS;
                }
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept is always JSON", e);
        }
    }
}
