package care.sacrum.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a practice's clinician has done about what was found, by the time that the demo begins. Whatever was begun by
/// anybody else, or once before, is left as it is.
final class Treatment {

    /// A finding that somebody has taken on.
    ///
    /// @param note        why, or what was done
    /// @param outcome     what came of it; absent while that is open
    /// @param outcomeNote the same in words
    /// @param release     why the programme may go on, absent where it stays as it is
    record Seen(
            int patient,
            String rule,
            String note,
            @Nullable String outcome,
            @Nullable String outcomeNote,
            @Nullable String release) {}

    static final List<Seen> SEEN = List.of(
            new Seen(
                    12,
                    "nerve-root",
                    "Rang her and saw her the same day. Strength, reflexes, bladder and bowel are normal."
                            + " No exercises for now; looked at again in two weeks.",
                    "seen",
                    "Seen again: the tingling is all but gone, strength and feeling are normal.",
                    "Strength, reflexes and feeling are normal. She begins again with half of it."),
            new Seen(
                    14,
                    "nonspinal",
                    "Rang her: a swollen, warm calf since the long flights. Told her to be seen today.",
                    "referred",
                    "Seen at the hospital the same day; a scan is booked. No exercises until we know.",
                    null),
            new Seen(
                    22,
                    "nonspinal",
                    "Rang her: a headache after a night without sleep.",
                    "false_alarm",
                    "It came slowly and was gone by noon. Nothing else: pressure, neck and eyes are as ever.",
                    "The headache had nothing to do with the back, and is gone."),
            new Seen(
                    27,
                    "ces-saddle",
                    "Rang her at once. Her sister drives her to the emergency department now.",
                    "referred",
                    "They have kept her for a scan. I have not heard what came of it.",
                    null),
            new Seen(
                    21, "load-ease", "Asked him to do half of it for a week. I ring him on Friday.", null, null, null));

    /// Shown on the clinician's screen, and put off for some days; the other finding of hers is not.
    private static final int PUT_OFF_PATIENT = 3;

    private static final String PUT_OFF_RULE = "persist-t1";
    private static final Duration PUT_OFF_FOR = Duration.ofDays(7);

    private final FrontDesk desk;
    private final Addresses where;
    private final Clinic clinic;
    private final String clinician;

    Treatment(FrontDesk desk, Addresses where, Clinic clinic) {
        this.desk = desk;
        this.where = where;
        this.clinic = clinic;
        this.clinician = desk.token(where.issuer(), clinic.clinician());
    }

    void treat() {
        SEEN.forEach(this::treat);
        putOff();
    }

    private void treat(Seen seen) {
        var story = story(seen.patient());
        var found = raised(story, seen.rule());
        if (found.isEmpty()) {
            return;
        }
        var finding = found.get();
        if (finding.path("state").asText().equals("raised")) {
            desk.put(clinician, about(finding, "acknowledgement"), object().put("note", seen.note()))
                    .mustBe(200, 409);
        }
        if (seen.outcome() != null) {
            var result = object().put("outcome", seen.outcome()).put("note", seen.outcomeNote());
            desk.put(clinician, about(finding, "outcome"), result).mustBe(200, 409);
        }
        if (seen.release() != null) {
            release(story, seen.release());
        }
    }

    private void release(Story story, String reason) {
        var programme = where.triage(clinic, story, "/programme");
        var held = FrontDesk.eventually(
                () -> Optional.of(desk.get(clinician, programme).mustBe(200).body())
                        .filter(state -> state.has("hold") || state.has("released")));
        held.filter(state -> !state.has("released"))
                .map(state -> state.path("hold"))
                .ifPresent(hold -> desk.put(
                                clinician,
                                URI.create(programme + "/holds/"
                                        + hold.path("holdId").asText() + "/release"),
                                object().put("version", hold.path("version").intValue())
                                        .put("reason", reason))
                        .mustBe(200, 409));
    }

    /// That a screen has shown it says that this was done before.
    private void putOff() {
        raised(story(PUT_OFF_PATIENT), PUT_OFF_RULE)
                .filter(finding -> !finding.has("deliveredAt"))
                .ifPresent(finding -> {
                    desk.put(clinician, about(finding, "snooze"), object().put("minutes", PUT_OFF_FOR.toMinutes()))
                            .mustBe(200, 409);
                    desk.put(clinician, about(finding, "delivery"), object()).mustBe(200);
                });
    }

    /// What that rule raised of a patient, unless the demo, or somebody, is through with it.
    private Optional<JsonNode> raised(Story story, String rule) {
        var findings = where.triage(clinic, story, "/findings");
        var all = FrontDesk.eventually(() -> Optional.of(of(rule, findings)).filter(some -> !some.isEmpty()))
                .orElse(List.of());
        var over = all.stream()
                .map(finding -> finding.path("state").asText())
                .anyMatch(state -> state.equals("closed") || state.equals("withdrawn"));
        return over ? Optional.empty() : all.stream().findFirst();
    }

    private List<JsonNode> of(String rule, URI findings) {
        var of = new ArrayList<JsonNode>();
        // Until the patient's record has come there, triage knows nobody of that id.
        for (var finding : desk.get(clinician, findings).mustBe(200, 404).body()) {
            if (finding.path("rule").asText().equals(rule)) {
                of.add(finding);
            }
        }
        return of;
    }

    private URI about(JsonNode finding, String what) {
        return where.triage(clinic, "/findings/" + finding.path("findingId").asText() + "/" + what);
    }

    private Story story(int patient) {
        return clinic.stories().stream()
                .filter(story -> story.number() == patient)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
