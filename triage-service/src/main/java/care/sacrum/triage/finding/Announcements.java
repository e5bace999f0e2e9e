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
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What triage tells of a finding's life: events for every dashboard and EHR, lines for the practice's own live stream,
/// and steps of the audit trail, written in the transaction of what they tell.
@Singleton
class Announcements {

    static final String RAISED = "care.sacrum.triage.finding-raised.v1";
    static final String ADVISED = "care.sacrum.triage.advice-given.v1";
    static final String ACKNOWLEDGED = "care.sacrum.triage.finding-acknowledged.v1";
    static final String WITHDRAWN = "care.sacrum.triage.finding-withdrawn.v1";
    static final String REOPENED = "care.sacrum.triage.finding-reopened.v1";
    static final String DELIVERED = "care.sacrum.triage.finding-delivered.v1";
    static final String ESCALATED = "care.sacrum.triage.finding-escalated.v1";
    static final String CLOSED = "care.sacrum.triage.finding-closed.v1";

    private final Outbox outbox;
    private final StreamedEvents stream;
    private final Trail trail;
    private final Event<Announced> announced;
    private final ObjectMapper json;

    Announcements(Outbox outbox, StreamedEvents stream, Trail trail, Event<Announced> announced, ObjectMapper json) {
        this.outbox = outbox;
        this.stream = stream;
        this.trail = trail;
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

    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            List<BecauseData> because,
            @Nullable Instant dueAt) {}

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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reopened(
            UUID practiceId,
            UUID patientId,
            UUID findingId,
            String rule,
            String urgency,
            Instant reopenedAt,
            @Nullable Instant dueAt,
            @Nullable Integer attempts,
            @Nullable String attemptedBy) {}

    record Delivered(
            UUID practiceId, UUID patientId, UUID findingId, String rule, Instant deliveredAt, String deliveredBy) {}

    record Escalated(
            UUID practiceId,
            UUID patientId,
            UUID findingId,
            String rule,
            String urgency,
            Instant dueAt,
            Instant escalatedAt,
            int times) {}

    record Closed(
            UUID practiceId,
            UUID patientId,
            UUID findingId,
            String rule,
            String outcome,
            Instant closedAt,
            String closedBy,
            boolean hasNote) {}

    /// A line of the worklist's stream.
    ///
    /// @param version     of the finding, which an outcome names as If-Match
    /// @param overdue     at the moment of the line; a screen that stays counts on by `dueAt`
    /// @param escalations how often the practice lead was told
    /// @param attempts    how often somebody tried to reach the patient in vain, absent while nobody did
    /// @param by          whose view a snooze changes; nobody else's
    /// @param newEvidence whether it rests on something it did not rest on before, which ends every snooze
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID patientId,
            UUID findingId,
            int version,
            String rule,
            String urgency,
            String headline,
            String state,
            @Nullable Instant dueAt,
            boolean overdue,
            int escalations,
            @Nullable Instant deliveredAt,
            @Nullable Integer attempts,
            @Nullable String by,
            @Nullable Instant snoozedUntil,
            @Nullable Boolean newEvidence,
            Instant at) {}

    final class Draft {
        private final List<OutgoingEvent> events = new ArrayList<>();
        private final List<StreamedEvents.New> lines = new ArrayList<>();
        private final List<Trail.New> steps = new ArrayList<>();

        void raised(RaisedFinding raised, Finding finding, Instant at) {
            var urgency = finding.urgency().word();
            raised(raised, finding, EventId.of(RAISED, raised.id(), urgency), at);
            steps.add(Trail.New.byItself(raised, at, Trail.Step.RAISED));
        }

        /// It became more urgent.
        void raisedAgain(RaisedFinding raised, Finding finding, Instant at) {
            raised(raised, finding, EventId.of(RAISED, raised.id(), at), at);
            steps.add(Trail.New.byItself(raised, at, Trail.Step.RAISED_AGAIN));
        }

        private void raised(RaisedFinding raised, Finding finding, UUID event, Instant at) {
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
                    finding.because().stream().map(BecauseData::of).toList(),
                    raised.dueAt());
            add(RAISED, event, key, raised.id().toString(), at, data);
            line("raised", raised, at);
        }

        void restated(RaisedFinding raised, boolean newEvidence, Instant at) {
            line("restated", raised, at, null, null, newEvidence);
            steps.add(Trail.New.byItself(raised, at, Trail.Step.RESTATED));
        }

        void kept(RaisedFinding raised, Instant at) {
            line("restated", raised, at, null, null, false);
            steps.add(Trail.New.byItself(raised, at, Trail.Step.KEPT));
        }

        void reopened(RaisedFinding raised, Instant at) {
            reopened(raised, null, at);
            steps.add(Trail.New.byItself(raised, at, Trail.Step.REOPENED));
        }

        /// It waits for a clinician, by a deadline anew: for whoever reads of it, that is as if it were back.
        void triedInVain(RaisedFinding raised, String by, String why, Instant at) {
            reopened(raised, by, at);
            steps.add(Trail.New.by(by, raised, at, Trail.Step.NOT_REACHED)
                    .because(why)
                    .forTheTime(raised.attempts()));
        }

        private void reopened(RaisedFinding raised, @Nullable String attemptedBy, Instant at) {
            var key = raised.key();
            var data = new Reopened(
                    key.practice(),
                    key.patient(),
                    raised.id(),
                    raised.rule(),
                    raised.urgency().word(),
                    at,
                    raised.dueAt(),
                    attempts(raised),
                    attemptedBy);
            add(REOPENED, raised, at, at, data);
            line("reopened", raised, at);
        }

        void withdrawn(RaisedFinding raised, Instant at) {
            var key = raised.key();
            var data = new Withdrawn(key.practice(), key.patient(), raised.id(), raised.rule(), at);
            add(WITHDRAWN, raised, at, at, data);
            line("withdrawn", raised, at);
            steps.add(Trail.New.byItself(raised, at, Trail.Step.WITHDRAWN));
        }

        void acknowledged(RaisedFinding raised, String by, String why, Instant at) {
            var key = raised.key();
            var data = new Acknowledged(key.practice(), key.patient(), raised.id(), raised.rule(), at, by, true);
            // Once, and once more after each attempt that was in vain.
            var event = raised.attempts() == 0
                    ? EventId.of(ACKNOWLEDGED, raised.id())
                    : EventId.of(ACKNOWLEDGED, raised.id(), raised.attempts());
            add(ACKNOWLEDGED, event, key, raised.id().toString(), at, data);
            line("acknowledged", raised, at);
            steps.add(Trail.New.by(by, raised, at, Trail.Step.ACKNOWLEDGED).because(why));
        }

        void delivered(RaisedFinding raised, String to, Instant at) {
            var key = raised.key();
            var data = new Delivered(key.practice(), key.patient(), raised.id(), raised.rule(), at, to);
            add(DELIVERED, raised, at, at, data);
            line("delivered", raised, at);
            steps.add(Trail.New.by(to, raised, at, Trail.Step.DELIVERED));
        }

        void escalated(RaisedFinding raised, Instant at) {
            var key = raised.key();
            var data = new Escalated(
                    key.practice(),
                    key.patient(),
                    raised.id(),
                    raised.rule(),
                    raised.urgency().word(),
                    Objects.requireNonNull(raised.dueAt(), "Only what was due is escalated"),
                    at,
                    raised.escalations());
            add(ESCALATED, raised, at, at, data);
            line("escalated", raised, at);
            steps.add(Trail.New.byItself(raised, at, Trail.Step.ESCALATED).forTheTime(raised.escalations()));
        }

        void closed(RaisedFinding raised, Outcome outcome, String by, String why, Instant at) {
            var key = raised.key();
            var data =
                    new Closed(key.practice(), key.patient(), raised.id(), raised.rule(), outcome.word(), at, by, true);
            add(CLOSED, raised, outcome.word(), at, data);
            line("closed", raised, at);
            steps.add(Trail.New.by(by, raised, at, Trail.Step.CLOSED).because(why));
        }

        /// No event tells of it: it changes one person's view. The line goes to every screen of the practice and
        /// names that person.
        void snoozed(RaisedFinding raised, String by, Instant until, Instant at) {
            line("snoozed", raised, at, by, until, null);
            steps.add(Trail.New.by(by, raised, at, Trail.Step.SNOOZED).until(until));
        }

        void snoozeEnded(RaisedFinding raised, String by, Instant at) {
            line("snooze-ended", raised, at, by, null, null);
            steps.add(Trail.New.by(by, raised, at, Trail.Step.SNOOZE_ENDED));
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
            trail.add(steps);
            if (!events.isEmpty()) {
                announced.fire(new Announced(events));
            }
        }

        /// @param once what tells this fact of the finding from others of its type
        private void add(String type, RaisedFinding raised, Object once, Instant at, Object data) {
            add(
                    type,
                    EventId.of(type, raised.id(), once),
                    raised.key(),
                    raised.id().toString(),
                    at,
                    data);
        }

        private void add(String type, UUID id, PatientKey key, String subject, Instant at, Object data) {
            events.add(new OutgoingEvent(id, Topics.TRIAGE, key.toString(), type, subject, at, bytes(data)));
        }

        private void line(String name, RaisedFinding raised, Instant at) {
            line(name, raised, at, null, null, null);
        }

        private void line(
                String name,
                RaisedFinding raised,
                Instant at,
                @Nullable String by,
                @Nullable Instant snoozedUntil,
                @Nullable Boolean newEvidence) {
            if (raised.urgency() == Urgency.SELF_CARE) {
                return;
            }
            var line = new Line(
                    raised.key().patient(),
                    raised.id(),
                    raised.version(),
                    raised.rule(),
                    raised.urgency().word(),
                    raised.headline(),
                    raised.state(),
                    raised.dueAt(),
                    raised.overdue(at),
                    raised.escalations(),
                    raised.deliveredAt(),
                    attempts(raised),
                    by,
                    snoozedUntil,
                    newEvidence,
                    at);
            lines.add(new StreamedEvents.New(raised.key(), name, new String(bytes(line), StandardCharsets.UTF_8), at));
        }
    }

    private static @Nullable Integer attempts(RaisedFinding raised) {
        return raised.attempts() == 0 ? null : raised.attempts();
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
