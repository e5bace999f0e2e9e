package care.sacrum.session.advice;

import care.sacrum.platform.problem.Faults;
import care.sacrum.session.patient.Patients;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks triage about one report, and knows what to say where triage does not answer.
@Singleton
public class Advisor {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    /// A triage that hangs may hold so many requests and no more; the others are answered without it at once.
    private static final int MOST_AT_A_TIME = 32;

    private final Triage triage;
    private final EmergencyTexts emergencyTexts;
    private final Patients patients;
    private final Asker asker;
    private final MeterRegistry metrics;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

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
    public Advice advise(UUID practice, UUID patient, ObjectNode report, Set<String> redFlags) {
        var facts = patients.facts(practice, patient);
        var answer = ask(practice, patient, facts, report);
        metrics.counter("sacrum.advice", "answer", answer.isPresent() ? "given" : "pending")
                .increment();
        return answer.<Advice>map(Advice.Given::new).orElseGet(() -> pending(facts, redFlags));
    }

    /// What this service knows by itself, for a report that triage is not asked about.
    public Advice.Pending unasked(UUID practice, UUID patient, Set<String> redFlags) {
        return pending(patients.facts(practice, patient), redFlags);
    }

    private Advice.Pending pending(Patients.Facts facts, Set<String> redFlags) {
        return new Advice.Pending(
                emergencyTexts.text(redFlags, asker.language(facts.language()), Optional.of(facts.emergencyNumber())));
    }

    private Optional<JsonNode> ask(UUID practice, UUID patient, Patients.Facts facts, ObjectNode report) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            var assessment = JsonNodeFactory.instance.objectNode();
            assessment.put("practiceId", practice.toString());
            assessment.put("patientId", patient.toString());
            assessment.set("patient", facts.patient());
            assessment.set("report", report);
            String bearer = asker.bearer();
            String languages = asker.languages(facts.language());
            return Uni.createFrom()
                    .deferred(() -> triage.assess(bearer, languages, assessment))
                    .ifNoItem()
                    .after(ANSWER_WITHIN)
                    .fail()
                    .map(answer -> Optional.ofNullable(answer).filter(Advisor::isAdvice))
                    .onFailure()
                    .recoverWithItem(Advisor::noAnswer)
                    .await()
                    .indefinitely();
        } finally {
            places.release();
        }
    }

    private static boolean isAdvice(JsonNode answer) {
        return answer.path("urgency").isTextual() && answer.path("message").isTextual();
    }

    private static Optional<JsonNode> noAnswer(Throwable fault) {
        Log.debug("Triage gave no advice: " + Faults.withoutValues(fault));
        return Optional.empty();
    }
}
