package care.sacrum.session.report;

import care.sacrum.session.advice.Advice;
import care.sacrum.session.hold.ProgrammeState;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer to a report that is kept.
@Schema(description = "What was kept of a report, what was not, and the advice where one is due.")
record Receipt(
        @Schema(description = "The id of the path.") String reportId,
        String kind,

        @Schema(description = "The civil date of the observation, where the patient was. ISO 8601.")
        String localDay,

        @Schema(description = "When this service took it first.")
        String receivedAt,

        @Schema(description = "Fields that could not be used, and why. The rest counts.")
        List<SetAside> setAside,

        @Schema(description = "Symptom codes that nobody knows. They are kept.")
        Set<String> unknownCodes,

        @Schema(
                description =
                        "The time given lies more than 10 minutes ahead of the receipt, or more than 400 days behind.")
        boolean dateUncertain,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ProgrammeState> programme,

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @Schema(
                description = "Present for every check-in and wherever a symptom is present, or one that nobody"
                        + " knows: the answer of triage, or \"pending\" where it gave none within a second.",
                implementation = Object.class)
        Optional<Object> advice,

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @Schema(
                description =
                        "What to do now, where the advice is pending and a red-flag symptom is present; out of the"
                                + " practice's hours it ends with that nobody there reads this now, and whom to call.")
        Optional<String> emergencyText,

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @Schema(
                description =
                        "That nobody at the practice reads this now, and whom to call: where the advice is pending"
                                + " out of the practice's hours, and there is no emergencyText that says so.")
        Optional<String> whileClosed) {

    /// Read off what is kept, so that the first answer and every later one say the same; but for the programme, of
    /// which
    /// each answer says how it stands then.
    static Receipt of(ObjectNode content, Optional<ProgrammeState> programme) {
        var unknownCodes = new LinkedHashSet<String>();
        for (var symptom : content.path("symptoms")) {
            var code = symptom.path("code").textValue();
            if (!Vocabulary.SYMPTOMS.contains(code)) {
                unknownCodes.add(code);
            }
        }
        return new Receipt(
                content.path("reportId").textValue(),
                content.path("kind").textValue(),
                content.path("localDay").textValue(),
                content.path("receivedAt").textValue(),
                StreamSupport.stream(content.path("setAside").spliterator(), false)
                        .map(one -> new SetAside(
                                one.path("field").textValue(), one.path("why").textValue()))
                        .toList(),
                unknownCodes,
                dateUncertain(content),
                programme,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whether the patient is told at once what to do: after every check-in, and after a session that tells a sign,
    /// since how grave it is depends on what was told before and on whom it befalls.
    boolean asksForAdvice(Set<String> presentCodes) {
        return !kind.equals(Kind.SESSION.word()) || tellsASign(presentCodes);
    }

    boolean tellsASign(Set<String> presentCodes) {
        return !presentCodes.isEmpty() || !unknownCodes.isEmpty();
    }

    /// Whether nobody can say when that report was observed.
    static boolean dateUncertain(ObjectNode content) {
        var sentAt = content.path("sentAt");
        return Timing.of(
                        Instant.parse(content.path("observedAt").textValue()),
                        sentAt.isTextual() ? Instant.parse(sentAt.textValue()) : null,
                        Instant.parse(content.path("receivedAt").textValue()))
                .uncertain();
    }

    Receipt with(JsonNode answer) {
        return with(answer, Optional.empty(), Optional.empty());
    }

    Receipt with(Advice.Pending pending) {
        return with("pending", pending.emergencyText(), pending.whileClosed());
    }

    private Receipt with(Object given, Optional<String> emergency, Optional<String> closed) {
        return new Receipt(
                reportId,
                kind,
                localDay,
                receivedAt,
                setAside,
                unknownCodes,
                dateUncertain,
                programme,
                Optional.of(given),
                emergency,
                closed);
    }

    static Set<String> presentCodes(ObjectNode content) {
        var present = new TreeSet<String>();
        for (JsonNode symptom : content.path("symptoms")) {
            if (symptom.path("status").asText().equals("present")) {
                present.add(symptom.path("code").textValue());
            }
        }
        return present;
    }
}
