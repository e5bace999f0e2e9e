package care.sacrum.triage.finding;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.triage.rules.Because;
import care.sacrum.triage.rules.Evaluation;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Urgency;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What triage tells others: events for every dashboard and EHR, and lines for the practice's own live stream, written
/// in
/// the transaction of what they tell.
@Singleton
class Announcements {

    static final String RAISED = "care.sacrum.triage.finding-raised.v1";
    static final String ADVISED = "care.sacrum.triage.advice-given.v1";
    static final String ACKNOWLEDGED = "care.sacrum.triage.finding-acknowledged.v1";
    static final String WITHDRAWN = "care.sacrum.triage.finding-withdrawn.v1";

    private final Outbox outbox;
    private final StreamedEvents stream;
    private final Event<Announced> announced;
    private final ObjectMapper json;

    Announcements(Outbox outbox, StreamedEvents stream, Event<Announced> announced, ObjectMapper json) {
        this.outbox = outbox;
        this.stream = stream;
        this.announced = announced;
        this.json = json;
    }

    /// One transaction's worth, in the order of what happened.
    Draft draft() {
        return new Draft();
    }

    record BecauseData(String reportId, String localDay, String says) {
        static BecauseData of(Because because) {
            return new BecauseData(because.reportId(), because.localDay().toString(), because.says());
        }
    }

    record Raised(
            UUID practiceId,
            UUID patientId,
            UUID findingId,
            Instant raisedAt,
            String rule,
            int version,
            String family,
            String urgency,
            String programme,
            List<String> referTo,
            String headline,
            List<BecauseData> because) {}

    record Advised(
            UUID practiceId,
            UUID patientId,
            Instant evaluatedAt,
            String urgency,
            String programme,
            List<String> referTo,
            List<RuleData> rules,
            List<String> missing) {}

    record RuleData(String rule, int version) {}

    record Acknowledged(
            UUID practiceId,
            UUID patientId,
            UUID findingId,
            String rule,
            Instant acknowledgedAt,
            String acknowledgedBy,
            boolean hasNote) {}

    record Withdrawn(UUID practiceId, UUID patientId, UUID findingId, String rule, Instant withdrawnAt) {}

    /// A line of the worklist's stream.
    record Line(
            UUID patientId, UUID findingId, String rule, String urgency, String headline, String state, Instant at) {}

    final class Draft {
        private final List<OutgoingEvent> events = new ArrayList<>();
        private final List<StreamedEvents.New> lines = new ArrayList<>();

        void raised(RaisedFinding raised, Finding finding, Instant at) {
            var key = raised.key();
            var data = new Raised(
                    key.practice(),
                    key.patient(),
                    raised.id(),
                    at,
                    finding.rule(),
                    finding.version(),
                    finding.family().word(),
                    finding.urgency().word(),
                    finding.programme().word(),
                    words(finding.referTo()),
                    finding.headline(),
                    finding.because().stream().map(BecauseData::of).toList());
            var urgency = finding.urgency().word();
            add(
                    RAISED,
                    EventId.of(RAISED, raised.id(), urgency),
                    key,
                    raised.id().toString(),
                    at,
                    data);
            line("raised", raised, at);
        }

        void restated(RaisedFinding raised, Instant at) {
            line("restated", raised, at);
        }

        void withdrawn(RaisedFinding raised, Instant at) {
            var key = raised.key();
            var data = new Withdrawn(key.practice(), key.patient(), raised.id(), raised.rule(), at);
            add(WITHDRAWN, EventId.of(WITHDRAWN, raised.id()), key, raised.id().toString(), at, data);
            line("withdrawn", raised, at);
        }

        void acknowledged(RaisedFinding raised, String by, Instant at) {
            var key = raised.key();
            var data = new Acknowledged(key.practice(), key.patient(), raised.id(), raised.rule(), at, by, true);
            add(
                    ACKNOWLEDGED,
                    EventId.of(ACKNOWLEDGED, raised.id()),
                    key,
                    raised.id().toString(),
                    at,
                    data);
            line("acknowledged", raised, at);
        }

        void advised(PatientKey key, Evaluation evaluation, Instant at) {
            var rules = evaluation.findings().stream()
                    .map(finding -> new RuleData(finding.rule(), finding.version()))
                    .toList();
            var data = new Advised(
                    key.practice(),
                    key.patient(),
                    at,
                    evaluation.urgency().word(),
                    evaluation.programme().word(),
                    words(evaluation.referTo()),
                    rules,
                    evaluation.missing());
            add(ADVISED, EventId.of(ADVISED, key, at), key, key.patient().toString(), at, data);
        }

        /// Writes all of it into the transaction under way.
        void write() {
            outbox.add(events);
            stream.add(lines);
            if (!events.isEmpty()) {
                announced.fire(new Announced(events));
            }
        }

        private void add(String type, UUID id, PatientKey key, String subject, Instant at, Object data) {
            events.add(new OutgoingEvent(id, Topics.TRIAGE, key.toString(), type, subject, at, bytes(data)));
        }

        private void line(String name, RaisedFinding raised, Instant at) {
            if (raised.urgency() == Urgency.SELF_CARE) {
                return;
            }
            var line = new Line(
                    raised.key().patient(),
                    raised.id(),
                    raised.rule(),
                    raised.urgency().word(),
                    raised.headline(),
                    raised.state(),
                    at);
            lines.add(new StreamedEvents.New(
                    raised.key(), name, new String(bytes(line), java.nio.charset.StandardCharsets.UTF_8), at));
        }
    }

    private static List<String> words(List<? extends Word> words) {
        return words.stream().map(Word::word).toList();
    }

    private byte[] bytes(Object data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
