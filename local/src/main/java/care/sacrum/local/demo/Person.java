package care.sacrum.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// A made-up person as the practice records one.
record Person(
        String name,
        String sex,
        int birthYear,
        ZoneId home,
        List<String> riskFactors,
        List<String> stableConditions,
        List<String> underCareOf) {

    private static final String CONDITIONS_SINCE = "2015-03-01";

    static Person woman(String name, int birthYear, String home) {
        return new Person(name, "female", birthYear, ZoneId.of(home), List.of(), List.of(), List.of());
    }

    static Person man(String name, int birthYear, String home) {
        return new Person(name, "male", birthYear, ZoneId.of(home), List.of(), List.of(), List.of());
    }

    Person with(String riskFactor) {
        return new Person(name, sex, birthYear, home, List.of(riskFactor), stableConditions, underCareOf);
    }

    /// Told at enrolment: there for years, seen by a clinician, and the same ever since.
    Person longKnownFor(String condition) {
        return new Person(name, sex, birthYear, home, riskFactors, List.of(condition), underCareOf);
    }

    Person underCareOf(String whom) {
        return new Person(name, sex, birthYear, home, riskFactors, stableConditions, List.of(whom));
    }

    /// Who it is, which the practice keeps apart.
    ObjectNode contact() {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    /// What the practice records of the person.
    ///
    /// @param responsible the clinician
    ObjectNode record(UUID responsible) {
        var record = JsonNodeFactory.instance.objectNode();
        record.put("responsibleClinician", responsible.toString())
                .put("status", "active")
                .put("homeTimeZone", home.getId())
                .put("language", "en")
                .put("birthYear", birthYear)
                .put("sex", sex);
        riskFactors.forEach(record.putArray("riskFactors")::add);
        var conditions = record.putArray("baselineConditions");
        for (var condition : stableConditions) {
            conditions
                    .addObject()
                    .put("code", condition)
                    .put("since", CONDITIONS_SINCE)
                    .put("stable", true)
                    .put("assessedByClinician", true);
        }
        underCareOf.forEach(record.putArray("alreadyUnderCareOf")::add);
        return record;
    }
}
