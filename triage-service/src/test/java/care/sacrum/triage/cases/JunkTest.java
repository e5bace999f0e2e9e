package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Junk in any place of a document is answered or refused, and never an exception.
class JunkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20261122;

    private static final String COURSE = """
            { "patient": { "ageYears": 41, "homeTimeZone": "Europe/London", "riskFactors": ["pregnancy"],
                           "baselineConditions": [ { "code": "stress_urinary_incontinence", "stable": true,
                                                     "assessedByClinician": true } ],
                           "alreadyUnderCareOf": ["midwife"] },
              "evaluateAt": "2026-02-05T18:06:00Z",
              "reports": [
                { "reportId": "r1", "kind": "session", "observedAt": "2026-02-04T18:00:00Z", "sentAt": "2026-02-04T18:01:00Z",
                  "observedTimeZone": "Europe/London", "receivedAt": "2026-02-04T18:01:00Z", "painRegion": "low_back",
                  "painBefore": 4, "painAfter": 4, "painDuringMax": 6, "painNextMorning": 4,
                  "selfManipulation": { "done": true, "forceful": true },
                  "symptoms": [ { "code": "leg_tingling", "status": "present", "onset": "new", "onsetDate": "2026-02-04",
                                  "side": "left", "extent": "foot", "severity": 4, "changeSinceLast": "worse",
                                  "assessedByClinician": false },
                                { "code": "fever", "status": "present", "temperatureC": 38.2 } ] },
                { "reportId": "r2", "kind": "correction", "corrects": "r1", "observedAt": "2026-02-05T08:00:00Z",
                  "observedTimeZone": "Europe/London", "receivedAt": "2026-02-05T08:01:00Z",
                  "symptoms": [ { "code": "leg_tingling", "status": "denied" } ] } ] }
            """;

    private static final List<String> JUNK = List.of(
            "null",
            "\"\"",
            "\"present\"",
            "-3",
            "1e308",
            "9223372036854775807",
            "true",
            "[1, null]",
            "{\"x\": 1}",
            "\"2026-02-30T99:00:00Z\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"9999-12-31\"",
            "\"\\u0000 x\"");

    @Test
    void junkInAnyPlaceIsNeverAnException() throws Exception {
        Random random = new Random(SEED);
        int answered = 0;
        for (int round = 0; round < 5000; round++) {
            JsonNode document = JSON.readTree(COURSE);
            spoil(document, random);
            switch (CaseReader.read(document)) {
                case Reading.Read read -> {
                    answered++;
                    assertThat(hasNull(JSON.valueToTree(read.course().answer())))
                            .as("seed %d, round %d: %s", SEED, round, document)
                            .isFalse();
                }
                case Reading.Refused refused -> assertThat(refused.refusals()).isNotEmpty();
            }
        }
        assertThat(answered).isGreaterThan(1000);
    }

    private static void spoil(JsonNode node, Random random) throws Exception {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : new ArrayList<>(object.properties())) {
                if (random.nextInt(12) == 0) {
                    object.set(field.getKey(), junk(random));
                } else {
                    spoil(field.getValue(), random);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (random.nextInt(15) == 0) {
                    array.set(i, junk(random));
                } else {
                    spoil(array.get(i), random);
                }
            }
        }
    }

    private static JsonNode junk(Random random) throws Exception {
        return JSON.readTree(JUNK.get(random.nextInt(JUNK.size())));
    }

    private static boolean hasNull(JsonNode node) {
        if (node.isNull()) {
            return true;
        }
        for (JsonNode part : node) {
            if (hasNull(part)) {
                return true;
            }
        }
        return false;
    }
}
