package care.sacrum.triage.live;

import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;

/// From kept JSON to what the rules take, by the same reader as a case document's.
@Singleton
class Readings {

    private final ObjectMapper json;

    Readings(ObjectMapper json) {
        this.json = json;
    }

    /// An event names when and where; the fallbacks are fixed, so that reading again gives the same report.
    Report report(JsonNode content) {
        return CaseReader.report(content, ZoneOffset.UTC, Instant.EPOCH).report();
    }

    Report report(String content) {
        return report(tree(content));
    }

    Patient patient(WatchedPatient watched) {
        return patient(watched.facts());
    }

    Patient patient(String facts) {
        return CaseReader.patient(tree(facts)).patient();
    }

    private JsonNode tree(String kept) {
        try {
            return json.readTree(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept is always JSON", e);
        }
    }
}
