package care.sacrum.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/// One report as the patient's phone makes it.
final class Telling {

    private final Day day;
    private final UUID id;
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private Instant observedAt;
    private boolean offline;

    Telling(Day day, UUID id, String kind, LocalTime at) {
        this.day = day;
        this.id = id;
        this.observedAt = Instant.EPOCH;
        body.put("kind", kind);
        at(at);
    }

    Telling at(LocalTime time) {
        return observed(day.date().atTime(time).atZone(day.zone()).toInstant());
    }

    private Telling observed(Instant at) {
        observedAt = at;
        body.put("observedAt", at.toString()).put("observedTimeZone", day.zone().getId());
        return this;
    }

    Telling painNow(int pain) {
        body.put("painBefore", pain);
        return this;
    }

    Telling painAfter(int pain) {
        body.put("painAfter", pain);
        return this;
    }

    Telling painDuring(int most) {
        body.put("painDuringMax", most);
        return this;
    }

    Telling painNextMorning(int pain) {
        body.put("painNextMorning", pain).put("painRegion", "low_back");
        return this;
    }

    Telling in(String region) {
        body.put("painRegion", region);
        return this;
    }

    Telling resting() {
        body.put("restDay", true);
        return this;
    }

    Telling exercise(String slug, int sets, int reps, int holdSeconds, String side) {
        body.withArray("exercisesDone")
                .addObject()
                .put("exercise", slug)
                .put("version", 1)
                .put("sets", sets)
                .put("reps", reps)
                .put("holdSeconds", holdSeconds)
                .put("side", side);
        return this;
    }

    Telling says(List<Sign> signs) {
        var symptoms = body.withArray("symptoms");
        signs.forEach(sign -> symptoms.add(sign.json()));
        return this;
    }

    Telling says(Sign... signs) {
        return says(List.of(signs));
    }

    Telling crackedByForce(int times) {
        body.putObject("selfManipulation")
                .put("done", true)
                .put("forceful", true)
                .put("times", times)
                .put("region", "low_back");
        return this;
    }

    Telling writes(String note) {
        body.put("freeTextNote", note);
        return this;
    }

    /// Kept on a phone without a network until now.
    Telling whileOffline() {
        offline = true;
        return this;
    }

    /// The same report again, put right by its writer a little later.
    Telling correctedAfter(Duration soon) {
        var correction = day.telling("correction", LocalTime.MIDNIGHT);
        correction.body.setAll(body.deepCopy());
        correction.body.put("kind", "correction").put("corrects", id.toString());
        return correction.observed(observedAt.plus(soon));
    }

    UUID id() {
        return id;
    }

    Instant observedAt() {
        return observedAt;
    }

    /// What is sent. A phone that was offline says by its own clock when it sends.
    ObjectNode body(Instant now) {
        var sent = body.deepCopy();
        if (offline) {
            sent.put("sentAt", now.toString());
        }
        return sent;
    }
}
