package care.sacrum.session.advice;

import care.sacrum.session.patient.Patients;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks triage about one report, and knows what to say where triage does not answer.
@Singleton
public class Advisor {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    private static final int MOST_AT_A_TIME = 32;

    private final Triage triage;
    private final EmergencyTexts emergencyTexts;
    private final Patients patients;
    private final Asker asker;
    private final MeterRegistry metrics;
    private final Questions questions = new Questions(MOST_AT_A_TIME, ANSWER_WITHIN);

    Advisor(
            @RestClient Triage triage,
            EmergencyTexts emergencyTexts,
            Patients patients,
            Asker asker,
            MeterRegistry metrics) {
        this.triage = triage;
        this.emergencyTexts = emergencyTexts;
        this.patients = patients;
        this.asker = asker;
        this.metrics = metrics;
    }

    /// Those of the present symptoms that cannot wait.
    public Set<String> redFlags(Set<String> presentCodes) {
        return emergencyTexts.among(presentCodes);
    }

    /// In the caller's name: triage decides for itself what the caller may ask.
    ///
    /// @param others taken lately, whose events may not have come to triage yet
    public Advice advise(
            UUID practice, UUID patient, ObjectNode report, List<ObjectNode> others, Set<String> redFlags) {
        var facts = patients.facts(practice, patient);
        var answer = ask(practice, patient, facts, report, others);
        metrics.counter("sacrum.advice", "answer", answer.isPresent() ? "given" : "pending")
                .increment();
        return answer.<Advice>map(Advice.Given::new).orElseGet(() -> pending(facts, redFlags));
    }

    /// What this service knows by itself, for a report that triage is not asked about.
    public Advice.Pending unasked(UUID practice, UUID patient, Set<String> redFlags) {
        return pending(patients.facts(practice, patient), redFlags);
    }

    private Advice.Pending pending(Patients.Facts facts, Set<String> redFlags) {
        var language = asker.language(facts.language());
        var number = facts.emergencyNumber();
        var words = OwnWords.in(language);
        // One of the two names whom to call; a closed practice must not look like one that reads this.
        var lastWord = facts.practiceClosed() ? words.nobodyWatches(number) : words.whomToCall(number);
        var emergency = emergencyTexts.text(redFlags, language, lastWord);
        return new Advice.Pending(
                emergency, facts.practiceClosed() && emergency.isEmpty() ? Optional.of(lastWord) : Optional.empty());
    }

    private Optional<JsonNode> ask(
            UUID practice, UUID patient, Patients.Facts facts, ObjectNode report, List<ObjectNode> others) {
        var assessment = JsonNodeFactory.instance.objectNode();
        assessment.put("practiceId", practice.toString());
        assessment.put("patientId", patient.toString());
        assessment.set("patient", facts.patient());
        assessment.set("report", report);
        assessment.putArray("others").addAll(others);
        String bearer = asker.bearer();
        String languages = asker.languages(facts.language());
        return questions.ask(() -> triage.assess(bearer, languages, assessment));
    }
}
